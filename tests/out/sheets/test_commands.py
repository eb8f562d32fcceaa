"""``sayso export`` and ``sayso import``, as a user types them."""

import csv
import io
import json

import pytest

from tests.ledger.conftest import row, write_rows
from tests.ledger.test_commands import invoke
from tests.out.sheets.conftest import write


@pytest.fixture
def path(tmp_path):
    """A ledger with one article of two statements."""
    ledger = tmp_path / "story.sayso"
    rows = write_rows(tmp_path / "rows.jsonl", row("a1", outlet="The Inland Post", date="2026-05-12", title="Depot"))
    invoke("new", ledger)
    invoke("add", ledger, rows)
    return ledger


def test_export_says_how_many_rows_there_are(path, tmp_path):
    """Each sheet is counted, and that it is all."""
    out, said = invoke("export", path, tmp_path / "tables", "--format", "csv", "--by", "ada")
    assert (out, said.partition(": ")[2]) == ("", "Articles 1 · Attributions 2 · Claims 0 · Links 0 · Figures 0 · "
                                              "Reviews 0 · Log 2; that is all that was asked for\n")  # fmt: skip


def test_export_takes_the_words_and_filters_of_search(path, tmp_path):
    """What is asked for is asked as in search."""
    _, said = invoke("export", path, tmp_path / "tables", "depot", "--format", "jsonl", "--source", "the ministry")
    assert "Articles 1 · Attributions 1 ·" in said
    _, said = invoke("export", path, tmp_path / "none", "--format", "jsonl", "--since", "2027")
    assert "Articles 0 · Attributions 0 ·" in said
    _, said = invoke("export", path, tmp_path / "not", "--format", "jsonl", "--since", "May", fails=True)
    assert not (tmp_path / "not").exists()


def test_wacz_is_of_the_whole_ledger(path, tmp_path):
    """A web archive holds the ledger itself, so that a filter would promise what it does not keep."""
    _, said = invoke("export", path, tmp_path / "a.wacz", "--format", "wacz", "--source", "Ada Byrne", fails=True)
    assert "found words or filters; wanted none for a .wacz" in said


def test_import_prints_what_was_decided(path, tmp_path):
    """A row a cell, with the decision and whoever differs; the summary on stderr."""
    book = tmp_path / "review.xlsx"
    invoke("export", path, book, "--format", "xlsx")
    write(book, of="a1.1", verdict="accepted", certainty="hedged")
    invoke("review", path, "a1.1", "--reject", "--by", "anselm")
    out, said = invoke("import", path, book, "--by", "dora", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(each["cell"], each["attribution"], each["column"], each["value"], each["decisions"]) for each in rows] == [
        ("review.xlsx, Attributions!J2", "a1.1", "verdict", "accepted", "2"),
        ("review.xlsx, Attributions!U2", "a1.1", "certainty", "hedged", "3"),
    ]
    assert rows[0]["conflict"].startswith("people disagree: anselm rejected, ")
    assert said == "2 decisions · 0 already there · refused 0 · 1 conflict\n"


def test_import_names_what_it_refuses_and_takes_the_rest(path, tmp_path):
    """One line on stderr for each cell, exit status 1, the rest is imported."""
    book = tmp_path / "review.xlsx"
    invoke("export", path, book, "--format", "xlsx")
    write(book, of="a1.1", verdict="perhaps", note="Seen.")
    out, said = invoke("import", path, book, "--by", "dora", "--format", "jsonl", fails=True)
    assert [json.loads(line)["column"] for line in out.splitlines()] == ["note"]
    assert said.splitlines() == [
        "sayso: review.xlsx, Attributions!J2: found perhaps in verdict; wanted one of accepted, rejected; choose one",
        "1 decision · 0 already there · refused 1 · 0 conflicts",
    ]
