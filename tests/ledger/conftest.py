"""Ledgers, and articles whose attributions are given, so that no test of the store waits for the network."""

import json

import pytest

from sayso.errors import PassedOver
from sayso.ledger import new_ledger

TEXT = "The depot was empty, the ministry claimed. Ada Byrne said the quay would reopen in May."
DEPOT = ("the ministry", "claimed", "The depot was empty")
QUAY = ("Ada Byrne", "said", "the quay would reopen in May")


def row(name, text=TEXT, statements=(DEPOT, QUAY), **fields):
    """A row as ``sayso read`` prints it, each statement given as source, cue and content in words of *text*."""

    def spans(words):
        start = text.index(words)
        return [[start, start + len(words)]]

    attributions = [
        {
            "source": spans(source),
            "cue": spans(cue),
            "content": spans(content),
            "score": 0.95,
            "quotation": "indirect",
            "source_name": source,
            "certainty": "asserted",
        }
        for source, cue, content in statements
    ]
    return {"id": name, "language": "en", "text": text, "attributions": attributions, **fields}


def write_rows(path, *rows):
    """A .jsonl of rows; the path."""
    path.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    return str(path)


def add(ledger, *paths, **options):
    """What adding said of each article; nothing may be refused, only passed over."""

    def stop(refused):
        if not isinstance(refused, PassedOver):
            raise refused

    return list(ledger.add(map(str, paths), refused=stop, **options))


def count(ledger, table):
    """How many rows a table has."""
    return ledger.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


@pytest.fixture
def ledger(tmp_path):
    """An empty ledger."""
    with new_ledger(tmp_path / "story.sayso") as opened:
        yield opened


@pytest.fixture
def filled(ledger, tmp_path):
    """A ledger with two articles of two statements each: a1 of the Inland Post, a2 of the Corrin Standard."""
    rows = (
        row("a1", outlet="The Inland Post", date="2026-05-12", title="Depot was empty"),
        row("a2", outlet="Corrin Standard", date="2026-06-01", title="Quay to reopen"),
    )
    add(ledger, write_rows(tmp_path / "rows.jsonl", *rows))
    return ledger
