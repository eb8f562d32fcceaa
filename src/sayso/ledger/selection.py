"""What a search's words and filters have, all of it, for an export: and how many rows that is, counted by SQLite."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator, Mapping, Set

from sayso.ledger import search
from sayso.ledger.search import Filters

_ALL = 1 << 62


@dataclasses.dataclass(frozen=True, slots=True)
class Selection:
    """The articles that an export has, in the order in which they came, and of each the statements of its last reading.

    ``everything``: nothing was asked for, so nothing is left out. ``own_voice``: what an outlet says in its own voice,
    and what people keep that the last reading lacks, goes along; not where words or a filter ask for statements.
    """

    statements: Mapping[str, tuple[str, ...]]
    everything: bool
    own_voice: bool

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles' names."""
        return tuple(self.statements)

    def names(self) -> frozenset[str]:
        """The statements' names."""
        return frozenset(name for names in self.statements.values() for name in names)


def select(connection: sqlite3.Connection, words: str = "", filters: Filters | None = None) -> Selection:
    """What has all of *words* and passes *filters*, as ``sayso search`` finds it, but to the last.

    Raises:
        Undecidable: A date that is none.
    """
    asked = filters or Filters()
    everything = not words.strip() and asked == Filters()
    statements, articles = None, None
    if not everything:
        statements = frozenset(search.attributions(connection, words, asked, limit=_ALL))
        articles = frozenset(_articles(connection, words, asked))
    found: dict[str, list[str]] = {}
    for article, statement in connection.execute(
        "SELECT articles.name, s.name FROM articles LEFT JOIN attributions a ON a.reading_id = current_reading_id"
        " LEFT JOIN statements s ON s.id = a.statement_id WHERE current_reading_id IS NOT NULL"
        " ORDER BY articles.id, a.id"
    ):
        has = statement is not None and (statements is None or statement in statements)
        if has or articles is None or article in articles:
            found.setdefault(article, []).extend([statement] if has else [])
    return Selection(
        {name: tuple(each) for name, each in found.items()},
        everything,
        own_voice=not asked.of_statements and not words.strip(),
    )


def figures(connection: sqlite3.Connection, selection: Selection, *, without: Set[str]) -> int:
    """How many figures the last readings of a selection have, those of the statements *without* not counted."""
    names = selection.names() - without
    rows = connection.execute(
        "SELECT articles.name, s.name, count(*) FROM figures f JOIN articles ON current_reading_id = f.reading_id"
        " LEFT JOIN attributions a ON a.id = f.attribution_id LEFT JOIN statements s ON s.id = a.statement_id"
        " GROUP BY articles.name, s.name"
    )
    return sum(
        number
        for article, statement, number in rows
        if (statement in names if statement is not None else selection.own_voice and article in selection.statements)
    )


def decided(connection: sqlite3.Connection, selection: Selection) -> dict[int, str]:
    """By its number, the article of every decision that is about statements of a selection, or names one.

    Those on statements that the last reading lacks too, where everything is asked for.
    """
    names = selection.names()
    rows = connection.execute(
        "SELECT d.id, articles.name, s.name, o.name FROM decisions d JOIN statements s ON s.id = d.statement_id"
        " JOIN articles ON articles.id = s.article_id LEFT JOIN statements o ON o.id = d.other_id ORDER BY d.id"
    )
    return {
        number: article
        for number, article, about, other in rows
        if selection.everything or about in names or other in names
    }


def claims(connection: sqlite3.Connection, number: int, selection: Selection) -> frozenset[str]:
    """The claims of comparison *number* that statements of a selection assert, or its articles in their own voice."""
    names = selection.names()
    rows = connection.execute(
        "SELECT m.claim, s.name, a.name FROM claim_members m LEFT JOIN statements s ON s.id = m.statement_id"
        " JOIN readings r ON r.id = m.reading_id JOIN versions v ON v.id = r.version_id"
        " JOIN articles a ON a.id = v.article_id WHERE m.comparison_id = ?",
        (number,),
    )
    return frozenset(
        claim
        for claim, statement, article in rows
        if selection.everything
        or (statement in names if statement is not None else selection.own_voice and article in selection.statements)
    )


def links(connection: sqlite3.Connection, number: int, chosen: Set[str]) -> int:
    """How many links of comparison *number* have one of the *chosen* claims at an end."""
    rows = connection.execute('SELECT "from", "to" FROM claim_links WHERE comparison_id = ?', (number,))
    return sum(1 for ends in rows if not chosen.isdisjoint(ends))


@dataclasses.dataclass(frozen=True, slots=True)
class LogLine:
    """An entry of the log as anybody may see it."""

    position: int
    kind: str
    at: str
    leaf: str
    hash: str


def log_lines(connection: sqlite3.Connection) -> Iterator[LogLine]:
    """The log, from its first entry."""
    for position, kind, at, leaf, hash_ in connection.execute(
        "SELECT position, kind, at, leaf, hash FROM log ORDER BY position"
    ):
        yield LogLine(position, kind, at, bytes(leaf).decode("ascii"), bytes(hash_).hex())


def last_decision(connection: sqlite3.Connection) -> int:
    """The number of the last decision; 0 before the first."""
    (found,) = connection.execute("SELECT coalesce(max(id), 0) FROM decisions").fetchone()
    return int(found)


def corrected_words(connection: sqlite3.Connection) -> dict[int, str]:
    """By the number of a correction the words that it points to, with an ellipsis where words between are left out."""
    found: dict[int, str] = {}
    for key, words in connection.execute(
        "SELECT decision_id, words FROM decision_spans ORDER BY decision_id, position"
    ):
        found[key] = f"{found[key]} … {words}" if key in found else words
    return found


def _articles(connection: sqlite3.Connection, words: str, filters: Filters) -> list[str]:
    if words.strip() or filters.of_statements:
        return search.articles(connection, words, filters, limit=_ALL)
    return search.articles_passing(connection, filters)
