"""Originals: the bytes of an article exactly as they came, and how they came."""

from __future__ import annotations

import json
import sqlite3
import zlib

from sayso.gather import Form, Original
from sayso.ledger import log
from sayso.ledger.commitment import EntryKind


def find(connection: sqlite3.Connection, original: Original) -> int | None:
    """The key of an original with the same bytes, ``None`` where the ledger has none."""
    row = connection.execute(
        "SELECT o.id FROM originals o JOIN headers h ON h.id = o.header_id"
        " WHERE (o.sha256, o.form, h.content) = (?, ?, ?)",
        (original.sha256, original.form, original.header),
    ).fetchone()
    return int(row[0]) if row else None


def put(connection: sqlite3.Connection, original: Original, now: str) -> int:
    """The key of a new original."""
    connection.execute("INSERT INTO headers (content) VALUES (?) ON CONFLICT DO NOTHING", (original.header,))
    done = connection.execute(
        "INSERT INTO originals (sha256, size, form, header_id, encoding, content, kept_at)"
        " VALUES (?, ?, ?, (SELECT id FROM headers WHERE content = ?), ?, ?, ?)",
        (original.sha256, len(original.content), original.form, original.header, original.encoding,
         zlib.compress(original.content, 9), now),
    )  # fmt: skip
    return int(done.lastrowid or 0)


def get(connection: sqlite3.Connection, original_id: int) -> Original:
    """The original, its columns as they were named when its text was last taken.

    Raises:
        zlib.error: The stored bytes are damaged.
    """
    form, header, encoding, content = connection.execute(
        "SELECT form, h.content, encoding, o.content FROM originals o JOIN headers h ON h.id = o.header_id WHERE o.id = ?",  # noqa: E501
        (original_id,),
    ).fetchone()
    last = connection.execute(
        "SELECT options FROM texts WHERE original_id = ? ORDER BY id DESC", (original_id,)
    ).fetchone()
    columns = json.loads(last[0]).get("columns", {}) if last else {}
    return Original(zlib.decompress(content), Form(form), header, encoding, columns)


def came_here(connection: sqlite3.Connection, original_id: int, path: str | None) -> bool:
    """Whether it is known that the original came from there; ``None`` is standard input."""
    return connection.execute(
        "SELECT 1 FROM arrivals WHERE original_id = ? AND path IS ?", (original_id, path)
    ).fetchone() is not None  # fmt: skip


def put_arrival(
    connection: sqlite3.Connection, original_id: int, path: str | None, line: int | None, now: str
) -> None:  # fmt: skip
    """Write down, and log, that the original came from there; nothing where that is known."""
    if came_here(connection, original_id, path):
        return
    done = connection.execute(
        "INSERT INTO arrivals (original_id, path, line, arrived_at) VALUES (?, ?, ?, ?)", (original_id, path, line, now)
    )
    log.append(connection, EntryKind.ORIGINAL, int(done.lastrowid or 0), now)
