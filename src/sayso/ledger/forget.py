"""Forgetting: the words go, with what would open the log's commitments to them; that something was forgotten stays."""

from __future__ import annotations

import sqlite3

from sayso.ledger import index, log
from sayso.ledger.commitment import EntryKind

_OF_ARTICLE = {
    EntryKind.ORIGINAL: "SELECT a.id FROM arrivals a JOIN versions v ON v.original_id = a.original_id"
                        " WHERE v.article_id = ?",
    EntryKind.READING: "SELECT r.id FROM readings r JOIN versions v ON v.id = r.version_id WHERE v.article_id = ?",
    # With a decision goes what took it back, and with either statement what was said of the two.
    EntryKind.CORRECTION: "SELECT d.id FROM decisions d LEFT JOIN decisions undone ON undone.id = d.undoes_id"
                          " JOIN statements s ON s.id IN (d.statement_id, d.other_id, undone.other_id)"
                          " WHERE s.article_id = ? GROUP BY d.id",
    # What several articles say together cannot be told without one of them, nor checked with some of it struck out.
    EntryKind.COMPARISON: "SELECT DISTINCT i.comparison_id FROM comparison_inputs i JOIN readings r"
                          " ON r.id = i.reading_id JOIN versions v ON v.id = r.version_id WHERE v.article_id = ?",
}  # fmt: skip


def forget_article(connection: sqlite3.Connection, article_id: int, *, who: str, now: str) -> None:
    """Delete an article with its versions, readings and decisions, and the comparisons that it was in.

    In a transaction that is open.
    """
    gone = [(kind, key) for kind, query in _OF_ARTICLE.items() for (key,) in connection.execute(query, (article_id,))]
    originals = connection.execute("SELECT original_id FROM versions WHERE article_id = ?", (article_id,)).fetchall()
    _delete_comparisons(connection, gone)
    index.take_out(connection, article_id)
    connection.execute("UPDATE articles SET current_reading_id = NULL WHERE id = ?", (article_id,))
    connection.executemany("DELETE FROM originals WHERE id = ?", originals)
    connection.execute("DELETE FROM headers WHERE id NOT IN (SELECT header_id FROM originals)")
    connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))
    _write_down(connection, gone, who, now)
    # FTS5 only marks what it deletes, and keeps the words until its parts are merged.
    index.rebuild(connection)


def forget_decision(connection: sqlite3.Connection, decision_id: int, *, who: str, now: str) -> None:
    """Delete one decision, what took it back, and the comparisons that it shaped, in a transaction that is open."""
    rows = connection.execute(
        "SELECT ?, id FROM decisions WHERE ? IN (id, undoes_id)"
        " UNION ALL SELECT ?, comparison_id FROM comparison_decisions WHERE decision_id = ?",
        (EntryKind.CORRECTION, decision_id, EntryKind.COMPARISON, decision_id),
    )
    gone = [(EntryKind(kind), key) for kind, key in rows]
    _delete_comparisons(connection, gone)
    connection.execute("DELETE FROM decisions WHERE id = ?", (decision_id,))
    _write_down(connection, gone, who, now)


def _delete_comparisons(connection: sqlite3.Connection, gone: list[tuple[EntryKind, int]]) -> None:
    keys = [(key,) for kind, key in gone if kind is EntryKind.COMPARISON]
    connection.executemany("DELETE FROM comparisons WHERE id = ?", keys)


def sweep(connection: sqlite3.Connection) -> bool:
    """Leave nothing of what was deleted in the file or beside it; outside a transaction.

    Returns:
        Whether that was possible; not while another process reads the ledger.
    """
    connection.execute("PRAGMA temp_store = MEMORY")  # the copy that VACUUM makes must not land in a file elsewhere
    connection.execute("VACUUM")
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _write_down(connection: sqlite3.Connection, gone: list[tuple[EntryKind, int]], who: str, now: str) -> None:
    done = connection.execute("INSERT INTO deletions (who, deleted_at) VALUES (?, ?)", (who, now))
    deletion = int(done.lastrowid or 0)
    connection.executemany("INSERT INTO deleted VALUES (?, ?, ?)", [(kind, key, deletion) for kind, key in gone])
    connection.executemany(
        "DELETE FROM salts WHERE position = (SELECT position FROM log WHERE (kind, object) = (?, ?))", gone
    )
    log.append(connection, EntryKind.DELETION, deletion, now)
