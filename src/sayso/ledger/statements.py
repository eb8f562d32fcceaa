"""What keeps its name from reading to reading, so that people's decisions stay with what they decided on."""

from __future__ import annotations

import collections
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.article import Article, Span
from sayso.attribution import Attribution
from sayso.ledger.ids import text_digest

_Part = tuple[str, int, int, str]
"""Role, start, end and words of a span."""


def statements_for(connection: sqlite3.Connection, version_id: int, article: Article) -> list[int]:
    """The statement of each attribution of a new reading: one that the article has already, or a new one.

    In the same text a statement is the same when its spans are; in a changed text when its source, cue and content are
    the same words and there is no second of these words on either side. Anything less is another statement: a decision
    that moved to other words unseen would be the worst that can happen to it.

    Args:
        connection: In a transaction.
        version_id: The version that was read.
        article: With its name in the ledger as ``id``.
    """
    attributions = article.attributions or ()
    (article_id,) = connection.execute("SELECT article_id FROM versions WHERE id = ?", (version_id,)).fetchone()
    known = _known(connection, article_id)
    digest = text_digest(article.text)
    by_place = {parts: statement for statement, text, parts in known if text == digest}
    by_words = _unique((tuple(_words(parts)), statement) for statement, _, parts in known)
    ours = [_parts(each, article.text) for each in attributions]
    counts = collections.Counter(tuple(_words(parts)) for parts in ours)
    taken: set[int] = set()
    names = _free_names(connection, article.id)
    result = []
    for attribution, parts in zip(attributions, ours, strict=True):
        words = tuple(_words(parts))
        found = by_place.get(parts) or (by_words.get(words) if counts[words] == 1 else None)
        if found is None or found in taken:
            found = _new(connection, article_id, attribution.id, names)
        taken.add(found)
        result.append(found)
    return result


def _known(connection: sqlite3.Connection, article_id: int) -> list[tuple[int, str, tuple[_Part, ...]]]:
    """Statement, digest of the text, and spans of each attribution that the article ever had."""
    found: dict[int, tuple[int, str, list[_Part]]] = {}
    rows = connection.execute(
        'SELECT a.id, a.statement_id, t.sha256, s.role, s.start, s."end", s.words FROM statements st'
        " JOIN attributions a ON a.statement_id = st.id JOIN readings r ON r.id = a.reading_id"
        " JOIN texts t ON t.id = r.text_id"
        " LEFT JOIN spans s ON s.attribution_id = a.id WHERE st.article_id = ? ORDER BY a.id, s.role, s.position",
        (article_id,),
    )
    for key, statement, text, role, start, end, words in rows:
        parts = found.setdefault(key, (statement, text, []))[2]
        if role is not None:
            parts.append((role, start, end, words))
    return [(statement, text, tuple(parts)) for statement, text, parts in found.values()]


def _parts(attribution: Attribution, text: str) -> tuple[_Part, ...]:
    roles: Mapping[str, Sequence[Span]] = {
        "content": attribution.content, "cue": attribution.cue, "source": attribution.source
    }  # fmt: skip
    return tuple((role, span.start, span.end, span.of(text)) for role in sorted(roles) for span in roles[role])


def _words(parts: Iterable[_Part]) -> Iterator[tuple[str, str]]:
    return ((role, words) for role, _, _, words in parts)


def _unique(pairs: Iterable[tuple[tuple[tuple[str, str], ...], int]]) -> dict[tuple[tuple[str, str], ...], int]:
    """The statement of each wording that only one statement has."""
    found = collections.defaultdict(set)
    for words, statement in pairs:
        found[words].add(statement)
    return {words: next(iter(statements)) for words, statements in found.items() if len(statements) == 1}


def _new(connection: sqlite3.Connection, article_id: int, wanted: str, names: Iterator[str]) -> int:
    name = wanted if _is_free(connection, wanted) else next(names)
    done = connection.execute("INSERT INTO statements (article_id, name) VALUES (?, ?)", (article_id, name))
    return int(done.lastrowid or 0)


def _free_names(connection: sqlite3.Connection, article: str) -> Iterator[str]:
    number = 1
    while True:
        if _is_free(connection, name := f"{article}.{number}"):
            yield name
        number += 1


def _is_free(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM statements WHERE name = ?", (name,)).fetchone() is None
