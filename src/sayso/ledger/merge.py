"""Uniting two ledgers: what the other has and this one lacks is copied; where they differ, both stand."""

from __future__ import annotations

import dataclasses
import sqlite3

from sayso.article import Span
from sayso.gather import Original
from sayso.ledger import decisions, log, originals
from sayso.ledger.commitment import EntryKind
from sayso.ledger.index import set_current
from sayso.ledger.places import Place, article_at, put_article, put_version
from sayso.ledger.reader import Reader
from sayso.ledger.readings import as_found, get_article, put_reading, put_text


@dataclasses.dataclass(frozen=True, slots=True)
class Merged:
    """How many of each were copied."""

    articles: int = 0
    versions: int = 0
    readings: int = 0
    decisions: int = 0

    def __add__(self, other: Merged) -> Merged:
        """Both together."""
        return Merged(*(a + b for a, b in zip(dataclasses.astuple(self), dataclasses.astuple(other), strict=True)))


def article_keys(theirs: sqlite3.Connection) -> list[int]:
    """The articles of the other ledger, in the order in which they came."""
    return [
        key for (key,) in theirs.execute("SELECT id FROM articles WHERE current_reading_id IS NOT NULL ORDER BY id")
    ]


@dataclasses.dataclass(frozen=True, slots=True)
class _Way:
    """From which ledger into which, one article of the other, and the time."""

    ours: sqlite3.Connection
    theirs: sqlite3.Connection
    article_id: int
    now: str


Pairs = dict[int, tuple[int, int]]
"""Statement and attribution of ours for each attribution of theirs, by their keys."""


def merge_article(
    ours: sqlite3.Connection, theirs: sqlite3.Connection, article_id: int, now: str
) -> tuple[Merged, Pairs]:  # fmt: skip
    """Copy what is missing of one article, in a transaction of *ours* that is open; nothing twice.

    Returns:
        What was copied, and what the attributions of the article are here, for :func:`merge_decisions`.
    """
    way, total = _Way(ours, theirs, article_id, now), Merged()
    attributions: Pairs = {}
    versions = theirs.execute(
        "SELECT id, original_id FROM versions WHERE article_id = ? ORDER BY number", (article_id,)
    ).fetchall()
    for version_id, original_id in versions:
        copied, found = _merge_version(way, version_id, original_id)
        total += copied
        attributions |= found
    return total, attributions


def _merge_version(way: _Way, version_id: int, original_id: int) -> tuple[Merged, Pairs]:
    """What was copied, and what their attributions are here."""
    original = originals.get(way.theirs, original_id)
    key, copied = originals.find(way.ours, original), Merged()
    if key is None:
        key, copied = _put_version(way, version_id, original)
    for arrival in originals.arrivals(way.theirs, original_id):
        originals.put_arrival(way.ours, key, arrival, way.now)
    version, article = way.ours.execute("SELECT id, article_id FROM versions WHERE original_id = ?", (key,)).fetchone()
    attributions: Pairs = {}
    readings = way.theirs.execute("SELECT id FROM readings WHERE version_id = ? ORDER BY id", (version_id,))
    for (reading_id,) in readings.fetchall():
        found = _same_reading(way, version, reading_id)
        if found is None:
            found = _put_reading(way, version, key, reading_id)
            copied += Merged(readings=1)
        attributions |= _pairs(way, found, reading_id)
    _show_last(way.ours, article)
    return copied, attributions


def _put_version(way: _Way, version_id: int, original: Original) -> tuple[int, Merged]:
    """The key of the original, now ours, and what was copied."""
    path, own_id, nth = way.theirs.execute(
        "SELECT path, own_id, nth FROM articles WHERE id = ?", (way.article_id,)
    ).fetchone()
    last = way.theirs.execute("SELECT max(id) FROM readings WHERE version_id = ?", (version_id,)).fetchone()
    article = get_article(way.theirs, last[0])
    place = Place(path, own_id, nth, row=bool(original.encoding))
    key = originals.put(way.ours, original, way.now)
    ours_id, copied = article_at(way.ours, place, article), Merged(versions=1)
    if ours_id is None:
        ours_id, copied = put_article(way.ours, place, article), Merged(articles=1, versions=1)
    put_version(way.ours, ours_id, key)
    return key, copied


def _same_reading(way: _Way, version: int, reading_id: int) -> int | None:
    reader = way.theirs.execute("SELECT reader, model FROM readings WHERE id = ?", (reading_id,)).fetchone()
    wanted = as_found(get_article(way.theirs, reading_id))
    rows = way.ours.execute(
        "SELECT id FROM readings WHERE version_id = ? AND (reader, model) = (?, ?)", (version, *reader)
    )
    return next((key for (key,) in rows.fetchall() if as_found(get_article(way.ours, key)) == wanted), None)


def _put_reading(way: _Way, version: int, original_id: int, reading_id: int) -> int:
    sayso, model, options = way.theirs.execute(
        "SELECT r.reader, r.model, t.options FROM readings r JOIN texts t ON t.id = r.text_id WHERE r.id = ?",
        (reading_id,),
    ).fetchone()
    reader = Reader(sayso, model)
    text_id = put_text(way.ours, original_id, get_article(way.theirs, reading_id), reader, options)
    return put_reading(way.ours, version, text_id, get_article(way.theirs, reading_id), reader=reader, now=way.now)


def _pairs(way: _Way, our_reading: int, their_reading: int) -> Pairs:
    """What their attributions are here; both readings found the same, in one order."""
    query = "SELECT id, statement_id FROM attributions WHERE reading_id = ? ORDER BY id"
    mine, other = way.ours.execute(query, (our_reading,)).fetchall(), way.theirs.execute(query, (their_reading,))
    return {their: (statement, key) for (their, _), (key, statement) in zip(other, mine, strict=True)}


def _show_last(ours: sqlite3.Connection, article_id: int) -> None:
    last, shown = ours.execute(
        "SELECT (SELECT max(r.id) FROM readings r JOIN versions v ON v.id = r.version_id WHERE v.article_id = a.id AND"
        " v.number = (SELECT max(number) FROM versions WHERE article_id = a.id)), a.current_reading_id"
        " FROM articles a WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    if last != shown:
        set_current(ours, article_id, last)


def merge_decisions(
    ours: sqlite3.Connection, theirs: sqlite3.Connection, attributions: Pairs, now: str
) -> Merged:  # fmt: skip
    """Copy the decisions that are missing, in a transaction of *ours* that is open; nothing twice.

    Args:
        ours: With all articles of the other, since a decision may be on statements of two of them.
        theirs: The other ledger.
        attributions: What :func:`merge_article` gave for each.
        now: The time.
    """
    copied = 0
    for made in decisions.get(theirs):
        if _here(ours, made.uid) is not None:
            continue
        (attribution_id,) = theirs.execute("SELECT attribution_id FROM decisions WHERE id = ?", (made.id,)).fetchone()
        statement, attribution = attributions[attribution_id]
        other, undoes = _other(theirs, made, attributions), _undone(ours, theirs, made)
        if statement == other or (made.undoes is not None and undoes is None):
            continue  # what are two statements there is one here, of which nobody can say that it is the same as itself
        spans = theirs.execute(
            'SELECT start, "end", words FROM decision_spans WHERE decision_id = ? ORDER BY position', (made.id,)
        )
        new = decisions.New(
            made.kind, made.field, made.value, undoes,
            tuple((Span(start, end), words) for start, end, words in spans), _name(ours, other),
        )  # fmt: skip
        key = decisions.put(ours, statement, attribution, new, who=made.who, at=made.decided_at, uid=made.uid)
        log.append(ours, EntryKind.CORRECTION, key, now)
        copied += 1
    return Merged(decisions=copied)


def _here(ours: sqlite3.Connection, uid: str) -> int | None:
    """The number here of a decision."""
    row = ours.execute("SELECT id FROM decisions WHERE uid = ?", (uid,)).fetchone()
    return int(row[0]) if row else None


def _undone(ours: sqlite3.Connection, theirs: sqlite3.Connection, made: decisions.Decision) -> int | None:
    """The number here of the decision that another one there takes back."""
    row = theirs.execute("SELECT uid FROM decisions WHERE id = ?", (made.undoes,)).fetchone()
    return _here(ours, row[0]) if row else None


def _other(theirs: sqlite3.Connection, made: decisions.Decision, attributions: Pairs) -> int | None:
    """The key here of the other statement that a decision there is on."""
    (attribution_id,) = theirs.execute(
        "SELECT max(a.id) FROM attributions a JOIN statements s ON s.id = a.statement_id WHERE s.name = ?",
        (made.other,),
    ).fetchone()
    return None if attribution_id is None else attributions[attribution_id][0]


def _name(ours: sqlite3.Connection, statement: int | None) -> str | None:
    row = ours.execute("SELECT name FROM statements WHERE id = ?", (statement,)).fetchone()
    return str(row[0]) if row else None
