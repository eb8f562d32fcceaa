"""Ledgers, and articles whose attributions are given, so that no test of the store waits for the network."""

import json

import pytest

from sayso.errors import PassedOver
from sayso.ledger import new_ledger

TEXT = "The depot was empty, the ministry claimed. Ada Byrne said the quay would reopen in May."
HIT = "At least 12 people were killed when a shell hit the fish market in Port Ada on Tuesday"
WIRE = f"Port Ada (Meridian Wire) - {HIT}, the hospital said. The army did not shell the market, the ministry said."
BLAST = "A blast at the fish market in Port Ada on Tuesday killed 12 people"
OTHER = f"{BLAST}, the mayor said. Residents said the army had shelled the market. Shops stayed shut."
OWN = "A shell killed 12 people at the fish market in Port Ada on Tuesday. The stalls were full."
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


def market_rows():
    """Four articles on one event: a wire story twice, one with other words, one in the outlet's own voice."""
    wire = [("the hospital", "said", HIT), ("the ministry", "said", "The army did not shell the market")]
    other = [("the mayor", "said", BLAST), ("Residents", "said", "the army had shelled the market")]
    return [
        row("m1", WIRE, wire, outlet="The Inland Post", date="2026-05-12", title="Market hit"),
        row("m2", OTHER, other, outlet="Corrin Standard", date="2026-05-13"),
        row("m3", f"{WIRE} Shops stayed shut.", wire, outlet="The Daily Plover", date="2026-05-13"),
        row("m4", OWN, [], outlet="Anvik Times", date="2026-05-14"),
    ]


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


@pytest.fixture
def market(ledger, tmp_path):
    """A ledger with the articles of :func:`market_rows`."""
    add(ledger, write_rows(tmp_path / "market.jsonl", *market_rows()))
    return ledger
