"""Captures in a ledger: kept as they came over the wire, with where and when; ledgers made before there were any."""

import gzip
from pathlib import Path

import pytest

import sayso
from sayso.ledger import Outcome, new_ledger, open_ledger, originals
from tests.ledger.conftest import add, count
from tests.warcs import DATE, URL, packed, page, response

BEFORE = Path(__file__).parent / "data" / "ledger_before_captures.sayso.gz"
"""Made by Sayso before captures: two articles, a decision, a third one, the last, forgotten; signed."""


@pytest.fixture
def older(tmp_path):
    """The path of a ledger that the version before made."""
    path = tmp_path / "older.sayso"
    path.write_bytes(gzip.decompress(BEFORE.read_bytes()))
    return path


def rows(ledger, table):
    """All rows of a table."""
    return ledger.connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()


def test_capture_is_kept_as_it_came(ledger, tmp_path):
    """The original is the record byte for byte, and the way in which it came has its address and time."""
    one = response()
    (tmp_path / "crawl.warc.gz").write_bytes(packed(one))
    [added] = add(ledger, tmp_path / "crawl.warc.gz")
    assert added.outcome is Outcome.NEW
    kept = originals.get(ledger.connection, 1)
    assert (kept.content, kept.form) == (one, "warc")
    path = str(tmp_path / "crawl.warc.gz")
    assert originals.arrivals(ledger.connection, 1) == [originals.Arrival(path, None, URL, DATE)]
    assert ledger.verify().originals == 1


def test_same_record_of_another_file_is_another_arrival(ledger, tmp_path):
    """A capture that two archives hold is there once, and both ways in which it came are written down."""
    for name in ("a.warc", "b.warc"):
        (tmp_path / name).write_bytes(response())
    found = [each.outcome for each in add(ledger, tmp_path / "a.warc", tmp_path / "b.warc")]
    assert (found, count(ledger, "originals"), count(ledger, "arrivals")) == ([Outcome.NEW, Outcome.UNCHANGED], 1, 2)
    assert add(ledger, tmp_path / "b.warc")[0].outcome is Outcome.UNCHANGED
    assert count(ledger, "arrivals") == 2


def test_later_capture_of_a_page_is_a_new_version(ledger, tmp_path):
    """Another capture of the same address is a version beside the first, whatever file it stands in."""
    (tmp_path / "a.warc").write_bytes(response())
    later = page(
        "The depot had been full of flour, the ministry admitted on Friday.", "It gave no reason for the delay."
    )
    (tmp_path / "b.warc").write_bytes(response(later, date="2026-05-15T08:00:00Z"))
    found = [(each.outcome, each.version) for each in add(ledger, tmp_path / "a.warc", tmp_path / "b.warc")]
    assert found == [(Outcome.NEW, 1), (Outcome.NEW_VERSION, 2)]


def test_capture_is_read_again_and_merged(ledger, tmp_path):
    """What a capture says can be read again from the ledger alone, and goes into another with its address and time."""
    (tmp_path / "crawl.warc").write_bytes(response())
    add(ledger, tmp_path / "crawl.warc")
    (tmp_path / "crawl.warc").unlink()
    assert [each.outcome for each in add(ledger, again=True)] == [Outcome.UNCHANGED]
    with new_ledger(tmp_path / "other.sayso") as other:
        assert other.merge(ledger).articles == 1
        assert originals.arrivals(other.connection, 1) == originals.arrivals(ledger.connection, 1)
        assert other.verify().originals == 1


def test_older_ledger_is_brought_up_to_date_unchanged(older):
    """Every row, every number and the signed log of a ledger of the version before are the same after it is opened."""
    with pytest.raises(sayso.NotALedger, match="sayso doctor"):
        open_ledger(older, write=False)
    with open_ledger(older) as ledger:
        found = ledger.verify(ledger.own_key)
        assert (found.entries, found.signed, found.originals, found.forgotten) == (10, 10, 3, 2)
        assert found.root == "c3a38a134f2a6cc1b7f41c6dcd420806ee8396b2aeded882082c5536592b43c8"
        assert [row[0] for row in rows(ledger, "originals")] == [1, 2, 3]
        assert ledger.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert ledger.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert [each.mended for each in ledger.doctor()] == [None] * 4
        assert [each.id for each in ledger.articles()] == ledger_articles(ledger)
    with open_ledger(older, write=False) as ledger:
        assert ledger.verify().entries == 10


def ledger_articles(ledger):
    """The names in the view of articles, which was made anew."""
    return [name for (name,) in ledger.connection.execute("SELECT article FROM current_articles").fetchall()]


def test_numbers_of_forgotten_originals_are_not_used_again(older, tmp_path):
    """The last original of the older ledger was forgotten; the next one gets a number that was never used."""
    (tmp_path / "crawl.warc").write_bytes(response())
    with open_ledger(older) as ledger:
        add(ledger, tmp_path / "crawl.warc")
        assert [row[0] for row in rows(ledger, "originals")] == [1, 2, 3, 5]
        assert ledger.verify().originals == 4


def test_older_rows_are_still_guarded(older):
    """The table that was made anew refuses changes like the one before, and forgetting still reaches all of it."""
    with open_ledger(older) as ledger:
        with pytest.raises(Exception, match="rows of originals never change"):
            ledger.connection.execute("UPDATE originals SET size = 0")
        ledger.forget("a1", who="dora")
        assert (ledger.verify().originals, count(ledger, "texts")) == (2, 2)
