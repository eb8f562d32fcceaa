"""Full-text search over the current attributions and articles, with filters."""

from __future__ import annotations

import dataclasses
import re
import sqlite3
from collections.abc import Sequence

from sayso.errors import Undecidable
from sayso.printable import printable
from sayso.resolve import key_of
from sayso.show.words import encodable

_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")

MANY = 3000
"""Most that are put in order by how well they fit; that takes four microseconds each."""

_BEST = (
    "SELECT s.name FROM attribution_search CROSS JOIN attributions a ON a.id = attribution_search.rowid"
    " CROSS JOIN readings r ON r.id = a.reading_id CROSS JOIN statements s ON s.id = a.statement_id"
)
_NEWEST = (
    "SELECT s.name FROM attributions a CROSS JOIN readings r ON r.id = a.reading_id"
    " CROSS JOIN articles ON articles.current_reading_id = r.id CROSS JOIN statements s ON s.id = a.statement_id"
)


@dataclasses.dataclass(frozen=True, slots=True)
class Filters:
    """What found attributions must be; ``None`` asks for nothing.

    ``outlet`` is the outlet's name, ``source`` a source's name in any spelling that counts as the same, ``kind``,
    ``certainty`` and ``evidence`` values of their vocabularies. ``since`` and ``until`` are ISO dates, a year or a
    month too, both included; articles without a date are then left out.
    """

    outlet: str | None = None
    source: str | None = None
    kind: str | None = None
    certainty: str | None = None
    evidence: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def of_statements(self) -> bool:
        """Whether any of them asks for something that only an attribution has."""
        return any((self.source, self.kind, self.certainty, self.evidence))


def match_of(words: str) -> str:
    """*words* as a query of FTS5: all of them, in any order; what stands in quotation marks as a phrase.

    Whatever else a person types is looked for, never run as an operator; a star at a word's end means any ending.

    Example:
        >>> match_of('depot "salt quay" fir*')
        '"depot" "salt quay" "fir"*'
    """
    plain = encodable(words.replace("\0", " "))
    return " ".join(_term(found[1], found[2]) for found in _PHRASE.finditer(plain)) or '""'


def attributions(connection: sqlite3.Connection, words: str, filters: Filters, *, limit: int) -> list[str]:
    """The names of the attributions that have all of *words* in source, cue and content together.

    Args:
        connection: The ledger.
        words: See :func:`match_of`; none find all that pass the filters.
        filters: What they must be.
        limit: Most to find.

    Returns:
        The best first (BM25), the newest first where more than :data:`MANY` have the words, or no words are given.
    """
    conditions, values = _conditions(filters)
    match = match_of(words)
    if not words.strip():
        query = f"{_NEWEST} WHERE 1{conditions} ORDER BY a.id DESC LIMIT ?"
    elif _are_few(connection, "attribution_search", match):
        query = f"{_BEST} WHERE attribution_search MATCH ?{conditions} ORDER BY rank LIMIT ?"
        values = [match, *values]
    else:
        # All that have the words are known in no time; unary plus keeps SQLite from going through them one by one.
        has_words = "+a.id IN (SELECT rowid FROM attribution_search WHERE attribution_search MATCH ?)"
        query = f"{_NEWEST} WHERE 1{conditions} AND {has_words} ORDER BY a.id DESC LIMIT ?"
        values = [*values, match]
    return [name for (name,) in connection.execute(query, [*values, limit])]


def articles(connection: sqlite3.Connection, words: str, filters: Filters, *, limit: int) -> list[str]:
    """The names of the articles that have all of *words* in title and text, in the order of :func:`attributions`.

    None where a filter asks for statements, or without words.
    """
    if filters.of_statements or not words.strip():
        return []
    conditions, values = _conditions(filters)
    match = match_of(words)
    order = "rank" if _are_few(connection, "article_search", match) else "article_search.rowid DESC"
    rows = connection.execute(
        "SELECT articles.name FROM article_search CROSS JOIN articles ON articles.id = article_search.rowid"
        " CROSS JOIN readings r ON r.id = articles.current_reading_id"
        f" WHERE article_search MATCH ?{conditions} ORDER BY {order} LIMIT ?",
        [match, *values, limit],
    )
    return [name for (name,) in rows]


def articles_passing(connection: sqlite3.Connection, filters: Filters) -> list[str]:
    """The names of all articles of the outlet and the dates of *filters*, in the order in which they came."""
    conditions, values = _conditions(
        dataclasses.replace(filters, source=None, kind=None, certainty=None, evidence=None)
    )
    rows = connection.execute(
        "SELECT articles.name FROM articles JOIN readings r ON r.id = articles.current_reading_id"
        f" WHERE 1{conditions} ORDER BY articles.id",
        values,
    )
    return [name for (name,) in rows]


def _are_few(connection: sqlite3.Connection, table: str, match: str) -> bool:
    """Whether so few have the words that ranking them takes no time that anybody notices."""
    (found,) = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)", (match, MANY + 1)
    ).fetchone()
    return bool(found <= MANY)


def _term(phrase: str | None, word: str | None) -> str:
    if word is None:
        return f'"{phrase or ""}"'
    bare = word.rstrip("*").replace('"', '""')
    return f'"{bare}"*' if word.endswith("*") and bare else f'"{bare}"'


def _conditions(filters: Filters) -> tuple[str, list[str]]:
    """The filters as SQL that begins with AND, on attributions ``a`` and readings ``r``, and its values."""
    pairs: list[tuple[str, Sequence[str]]] = []
    if filters.outlet:
        pairs.append(("r.outlet = ? COLLATE NOCASE", [filters.outlet]))
    if filters.source:
        key = key_of(filters.source).value
        same = " OR a.source_key = ?" if key else ""
        pairs.append((f"(a.source_name = ? COLLATE NOCASE{same})", [filters.source, *([key] if key else [])]))
    if filters.kind:
        pairs.append(("a.source_kind = ?", [filters.kind]))
    if filters.certainty:
        pairs.append(("a.certainty = ?", [filters.certainty]))
    if filters.evidence:
        pairs.append(("a.id IN (SELECT attribution_id FROM evidence WHERE kind = ?)",
                      [filters.evidence]))  # fmt: skip
    if filters.since:
        pairs.append(("r.date >= ?", [_date(filters.since)]))
    if filters.until:
        # An article of 2026-05 may be as late as its last day; one of 2026-05-12 is until 2026-05 and until 2026.
        pairs.append(("substr(r.date, 1, ?) <= ?", [str(len(filters.until)), _date(filters.until)]))
    conditions = "".join(f" AND {condition}" for condition, _ in pairs)
    return conditions, [value for _, values in pairs for value in values]


def _date(said: str) -> str:
    if not _DATE.fullmatch(said):
        raise Undecidable("search", f"the date {printable(said)}", "one like 2026-05-12, 2026-05 or 2026", "mend it")
    return said
