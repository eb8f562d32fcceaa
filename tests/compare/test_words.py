"""The words of a text as numbers."""

import pytest

from sayso.compare.words import folded, worded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"),
        ("Meridian’s", "Meridian's"),
        ("Meridian's", "Meridians"),
        ("280,000", "280000"),
        ("Orrín", "orrin"),
        ("neighbourhood", "neighborhood"),
        ("organisation", "organization"),
        ("centre", "center"),
    ],
)
def test_one_word_in_two_spellings(one, other):
    """What houses and scrapers change in a word does not make it another."""
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("four", "for"), ("hour", "hor"), ("quay", "key"), ("12", "21")])
def test_two_words(one, other):
    """Short words are not folded into each other."""
    assert folded(one) != folded(other)


def test_where_words_stand_and_which_are_quoted():
    """Each word has its place in the text; those between quotation marks and those with a capital are marked."""
    text = "“No smoke,” Ada Byrne said."
    found = worded(text)
    spans = [found.span(index, 1).of(text) for index in range(len(found.words))]
    assert spans == ["No", "smoke", "Ada", "Byrne", "said"]
    assert found.quoted.tolist() == [True, True, False, False, False]
    assert found.names.tolist() == [True, False, True, True, False]
    assert found.span(2, 2).of(text) == "Ada Byrne"
