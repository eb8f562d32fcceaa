"""What kind of piece an article says it is: only in so many words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Genre
from sayso.gather.genre import genre_called, genre_of_address, genre_of_title, genre_of_types


@pytest.mark.parametrize(
    ("label", "genre"),
    [
        ("Opinion", Genre.OPINION),
        ("OP-ED", Genre.OPINION),
        ("Letters to the Editor", Genre.OPINION),
        ("News analysis", Genre.ANALYSIS),
        ("Book reviews", Genre.REVIEW),
        ("sponsored-content", Genre.SPONSORED),
        ("press_release", Genre.PRESS_RELEASE),
        ("News", Genre.NEWS),
        ("Politics", None),
        ("Voices", None),
        ("The opinion poll", None),
        ("", None),
    ],
)
def test_label_names_a_genre(label, genre):
    """A label in any case and with any marks; one that holds news here and opinion there names none."""
    assert genre_called(label) is genre


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("Opinion: The bridge can wait", Genre.OPINION),
        ("Opinion | The bridge can wait", Genre.OPINION),
        ("The bridge can wait | Editorial", Genre.OPINION),
        ("The bridge can wait – analysis", Genre.ANALYSIS),
        ("In my opinion: the bridge can wait", None),
        ("Mayor: The bridge can wait", None),
        ("Opinion polls favour the mayor", None),
    ],
)
def test_label_of_a_headline(title, genre):
    """A label before or after the headline, set apart by a sign."""
    assert genre_of_title(title) is genre


@pytest.mark.parametrize(
    ("url", "genre"),
    [
        ("https://inlandpost.example/opinion/2026/bridge", Genre.OPINION),
        ("https://inlandpost.example/2026/05/12/opinion/bridge.html", Genre.OPINION),
        ("https://inlandpost.example/news/bridge", None),
        ("https://inlandpost.example/opinion", None),
        ("https://opinion.example/bridge/1", None),
        ("http://[broken/opinion/1", None),
        ("", None),
    ],
)
def test_folder_of_an_address(url, genre):
    """A folder of the address, not its last part, its host, or the folder that many sites put everything into."""
    assert genre_of_address(url) is genre


def test_type_says_the_genre():
    """schema.org's types, as names and as addresses, the first that says one."""
    assert genre_of_types(["Thing", "https://schema.org/OpinionNewsArticle"]) == ("OpinionNewsArticle", Genre.OPINION)
    assert genre_of_types(["NewsArticle", "WebPage"]) == ("NewsArticle", Genre.NEWS)
    assert genre_of_types(["Article"]) is None


@given(st.text())
def test_any_text_is_a_label_or_none(text):
    """No text ends the reading."""
    for found in (genre_called(text), genre_of_title(text), genre_of_address(text)):
        assert found is None or found in Genre
