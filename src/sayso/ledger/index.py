"""The full-text indexes: they hold what the current readings say, and can be made again from them at any time."""

from __future__ import annotations

import sqlite3

_ATTRIBUTIONS = """
INSERT INTO attribution_search ({command}rowid, source, cue, content)
SELECT {value}w.id, w.source, w.cue, w.content FROM attributions a JOIN attribution_words w ON w.id = a.id
WHERE a.reading_id = (SELECT current_reading_id FROM articles WHERE id = ?)
"""
_ARTICLES = """
INSERT INTO article_search ({command}rowid, title, words)
SELECT {value}id, title, words FROM article_words WHERE id = ?
"""
INDEXES = ("attribution_search", "article_search")


def set_current(connection: sqlite3.Connection, article_id: int, reading_id: int) -> None:
    """Make a reading the one that the article shows, and that search finds."""
    take_out(connection, article_id)
    connection.execute("UPDATE articles SET current_reading_id = ? WHERE id = ?", (reading_id, article_id))
    _run(connection, article_id, command="", value="")


def take_out(connection: sqlite3.Connection, article_id: int) -> None:
    """Take an article and its attributions out of the indexes, which must hold them as they stand in the tables."""
    _run(connection, article_id, command="{table}, ", value="'delete', ")


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the indexes anew; nothing of what they held before is left in them."""
    for table in INDEXES:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")


def out_of_step(connection: sqlite3.Connection) -> list[str]:
    """The indexes that do not hold exactly what the tables say.

    FTS5's own check is asked for: ``PRAGMA integrity_check`` of SQLite 3.40 calls a broken index whole.
    """
    return [table for table in INDEXES if not _in_step(connection, table)]


def _in_step(connection: sqlite3.Connection, table: str) -> bool:
    try:
        connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False
    return True


def _run(connection: sqlite3.Connection, article_id: int, *, command: str, value: str) -> None:
    for table, query in (("attribution_search", _ATTRIBUTIONS), ("article_search", _ARTICLES)):
        connection.execute(query.format(command=command.format(table=table), value=value), (article_id,))
