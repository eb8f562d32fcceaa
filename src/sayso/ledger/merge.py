"""Uniting two ledgers: what the other has and this one lacks is copied; where they differ, both stand."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Mapping

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


def merge_article(ours: sqlite3.Connection, theirs: sqlite3.Connection, article_id: int, now: str) -> Merged:
    """Copy what is missing of one article, in a transaction of *ours* that is open; nothing twice."""
    way, total = _Way(ours, theirs, article_id, now), Merged()
    attributions: dict[int, tuple[int, int]] = {}
    versions = theirs.execute(
        "SELECT id, original_id FROM versions WHERE article_id = ? ORDER BY number", (article_id,)
    ).fetchall()
    for version_id, original_id in versions:
        copied, found = _merge_version(way, version_id, original_id)
        total += copied
        attributions |= found
    return total + Merged(decisions=_merge_decisions(way, attributions))


def _merge_version(way: _Way, version_id: int, original_id: int) -> tuple[Merged, dict[int, tuple[int, int]]]:
    """What was copied, and statement and attribution of ours for each attribution of theirs."""
    original = originals.get(way.theirs, original_id)
    key, copied = originals.find(way.ours, original), Merged()
    if key is None:
        key, copied = _put_version(way, version_id, original)
    for arrival in originals.arrivals(way.theirs, original_id):
        originals.put_arrival(way.ours, key, arrival, way.now)
    version, article = way.ours.execute("SELECT id, article_id FROM versions WHERE original_id = ?", (key,)).fetchone()
    attributions: dict[int, tuple[int, int]] = {}
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


def _pairs(way: _Way, our_reading: int, their_reading: int) -> dict[int, tuple[int, int]]:
    """Statement and attribution of ours for each attribution of theirs; both readings found the same, in one order."""
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


def _merge_decisions(way: _Way, attributions: Mapping[int, tuple[int, int]]) -> int:
    """How many decisions were copied."""
    ours, theirs = way.ours, way.theirs
    copied = 0
    for made in decisions.get(theirs, "s.article_id = ?", way.article_id):
        if ours.execute("SELECT 1 FROM decisions WHERE uid = ?", (made.uid,)).fetchone():
            continue
        (attribution_id,) = theirs.execute("SELECT attribution_id FROM decisions WHERE id = ?", (made.id,)).fetchone()
        statement, attribution = attributions[attribution_id]
        spans = theirs.execute(
            'SELECT start, "end", words FROM decision_spans WHERE decision_id = ? ORDER BY position', (made.id,)
        )
        new = decisions.New(
            made.kind, made.field, made.value, _undone(ours, theirs, made.undoes),
            tuple((Span(start, end), words) for start, end, words in spans),
        )  # fmt: skip
        key = decisions.put(ours, statement, attribution, new, who=made.who, at=made.decided_at, uid=made.uid)
        log.append(ours, EntryKind.CORRECTION, key, way.now)
        copied += 1
    return copied


def _undone(ours: sqlite3.Connection, theirs: sqlite3.Connection, number: int | None) -> int | None:
    """The number here of the decision that has *number* there."""
    if number is None:
        return None
    (uid,) = theirs.execute("SELECT uid FROM decisions WHERE id = ?", (number,)).fetchone()
    (key,) = ours.execute("SELECT id FROM decisions WHERE uid = ?", (uid,)).fetchone()
    return int(key)
