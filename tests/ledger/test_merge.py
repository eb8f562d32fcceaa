"""Two ledgers become one: nothing twice, nothing lost, and what people see differently is shown."""

import pytest

from sayso.ledger import new_ledger, review
from sayso.ledger.merge import Merged
from tests.ledger.conftest import TEXT, add, row, write_rows


@pytest.fixture
def two(filled, tmp_path):
    """Two ledgers that share article a1, on which two people decided, and each with one of its own."""
    with new_ledger(tmp_path / "other.sayso") as other:
        add(other, write_rows(tmp_path / "rows.jsonl", row("b1", title="Own"), row("a1", outlet="The Inland Post",
                              date="2026-05-12", title="Depot was empty")))  # fmt: skip
        filled.decide("a1.1", lambda *_: [review.accept()], who="dora")
        other.decide("a1.1", lambda *_: [review.reject()], who="anselm")
        [number] = other.decide("a1.2", lambda *_: [review.note("ask her", "a1.2")], who="anselm")
        other.undo(number, who="anselm")
        yield filled, other


def test_what_is_missing_is_copied(two):
    """Articles, readings and decisions of the other are there afterwards, and all of it verifies."""
    ledger, other = two
    assert ledger.merge(other) == Merged(articles=1, versions=1, readings=1, decisions=3)
    assert [one.id for one in ledger.articles()] == ["a1", "a2", "b1"]
    assert ledger.verify().decisions == 4
    assert ledger.article("b1").article == other.article("b1").article


def test_merging_twice_copies_nothing_twice(two):
    """The second time there is nothing left to copy."""
    ledger, other = two
    ledger.merge(other)
    before = list(ledger.connection.iterdump())
    assert ledger.merge(other) == Merged()
    assert list(ledger.connection.iterdump()) == before


def test_disagreement_is_shown(two):
    """Both people's decisions stand, as in one ledger, with who and when."""
    ledger, other = two
    ledger.merge(other)
    assert [(each.attribution, each.why) for each in ledger.conflicts()] == [("a1.1", "people disagree")]
    assert [(each.who, each.undone) for each in ledger.decisions("a1")] == [
        ("dora", False), ("anselm", False), ("anselm", True), ("anselm", False)
    ]  # fmt: skip


def test_other_ledger_stays_as_it_was(two):
    """Merging only reads the other."""
    ledger, other = two
    before = list(other.connection.iterdump())
    ledger.merge(other)
    assert list(other.connection.iterdump()) == before


def test_later_version_of_the_other_is_a_version_here(two, tmp_path):
    """A change that only the other saw becomes a version of the same article."""
    ledger, other = two
    add(other, write_rows(tmp_path / "rows.jsonl", row("a1", f"{TEXT} Rain fell.", outlet="The Inland Post")))
    ledger.merge(other)
    assert [version.number for version in ledger.versions("a1")] == [1, 2]
    assert ledger.article("a1").article.text.endswith("Rain fell.")
    ledger.verify()
