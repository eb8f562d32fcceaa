"""Full-text search, and the filters."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sayso
from sayso.ledger import Filters, review
from tests.ledger.conftest import TEXT, add, row, write_rows


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("depot", ["a1.1", "a2.1"]),
        ("DEPOT Empty", ["a1.1", "a2.1"]),
        ('"the quay would"', ["a1.2", "a2.2"]),
        ('"quay the"', []),
        ("reop*", ["a1.2", "a2.2"]),
        ("claimed", ["a1.1", "a2.1"]),
        ("Byrne quay", ["a1.2", "a2.2"]),
        ("depot quay", []),
        ("depot OR quay", []),
        ('"', ["a1.1", "a1.2", "a2.1", "a2.2"]),
    ],
)
def test_all_words_must_be_there(filled, words, found):
    """All words, in any order and case; phrases in marks; a star for an ending; operators are words like others."""
    assert sorted(filled.search(words)[0]) == (found if words != '"' else [])


def test_articles_are_found_by_title_and_text(filled):
    """An article has the words in its title or text, though no statement has them all."""
    assert [sorted(filled.search(words)[1]) for words in ("empty depot quay", "airport")] == [["a1", "a2"], []]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"outlet": "the inland post"}, ["a1.1", "a1.2"]),
        ({"source": "ada byrne"}, ["a1.2", "a2.2"]),
        ({"source": "Bryne"}, []),
        ({"certainty": "asserted", "outlet": "Corrin Standard"}, ["a2.1", "a2.2"]),
        ({"kind": "official"}, []),
        ({"evidence": "video"}, []),
        ({"since": "2026-05-13"}, ["a2.1", "a2.2"]),
        ({"until": "2026-05"}, ["a1.1", "a1.2"]),
        ({"since": "2026", "until": "2026"}, ["a1.1", "a1.2", "a2.1", "a2.2"]),
    ],
)
def test_filters_choose(filled, asked, found):
    """Each filter, with words and without."""
    assert sorted(filled.search("", Filters(**asked))[0]) == found
    assert sorted(filled.search("the", Filters(**asked))[0]) == [name for name in found if name.endswith((".1", ".2"))]


def test_date_that_is_none_is_refused(filled):
    """A date in another form is said."""
    with pytest.raises(sayso.Undecidable, match="found the date May; wanted one like 2026-05-12"):
        filled.search("depot", Filters(since="May"))


def test_only_the_current_reading_is_searched(filled, tmp_path):
    """Words that the new version no longer has are not found."""
    add(
        filled,
        write_rows(tmp_path / "rows.jsonl", row("a1", TEXT.replace("May", "June"), (), outlet="The Inland Post")),
    )
    assert filled.search("May") == (["a2.2"], ["a2"])
    assert filled.search("June") == ([], ["a1"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_any_words_can_be_looked_for(ledger, words):
    """Whatever a person types, it is looked for and never an error."""
    assert ledger.search(words) == ([], [])


def test_attributions_are_gone_through_and_tabled(filled):
    """All attributions, as people left them, one after the other and as a table."""
    filled.decide("a1.1", lambda *_: [review.reject()], who="dora")
    assert [each.id for each in filled.attributions()] == ["a1.2", "a2.1", "a2.2"]
    pandas = pytest.importorskip("pandas")
    table = filled.attributions().to_pandas()
    assert isinstance(table, pandas.DataFrame)
    assert list(table["content"]) == [each.content for each in filled.attributions()]


def test_table_without_pandas_names_the_extra(filled, monkeypatch):
    """Without pandas the error says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(sayso.SaysoError, match=r"pip install 'sayso\[pandas\]'"):
        filled.attributions().to_pandas()
