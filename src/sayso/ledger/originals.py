"""Originals: the bytes of an article exactly as they came, and how they came."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
import zlib

from sayso.gather import Document, Form, Original
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


@dataclasses.dataclass(frozen=True, slots=True)
class Arrival:
    """One way in which an original came.

    Args:
        path: The file in which it stood; without one and without a URL it came by standard input.
        line: The line of a table.
        url: Where it was fetched from, as the capture, the archive or the page itself says.
        fetched_at: When.
    """

    path: str | None
    line: int | None = None
    url: str | None = None
    fetched_at: str | None = None


def arrival_of(document: Document) -> Arrival:
    """How a document came."""
    line = document.record.line if document.record else None
    return Arrival(document.path, line, document.url, document.fetched_at)


def arrivals(connection: sqlite3.Connection, original_id: int) -> list[Arrival]:
    """The ways in which an original came, the first one first."""
    rows = connection.execute(
        "SELECT path, line, url, fetched_at FROM arrivals WHERE original_id = ? ORDER BY id", (original_id,)
    )
    return [Arrival(*row) for row in rows]


def came_so(connection: sqlite3.Connection, original_id: int, arrival: Arrival) -> bool:
    """Whether it is known that the original came that way; a table's line does not matter."""
    return connection.execute(
        "SELECT 1 FROM arrivals WHERE original_id = ? AND path IS ? AND url IS ? AND fetched_at IS ?",
        (original_id, arrival.path, arrival.url, arrival.fetched_at),
    ).fetchone() is not None  # fmt: skip


def put_arrival(connection: sqlite3.Connection, original_id: int, arrival: Arrival, now: str) -> None:
    """Write down, and log, that the original came that way; nothing where that is known."""
    if came_so(connection, original_id, arrival):
        return
    done = connection.execute(
        "INSERT INTO arrivals (original_id, path, line, url, fetched_at, arrived_at) VALUES (?, ?, ?, ?, ?, ?)",
        (original_id, *dataclasses.astuple(arrival), now),
    )
    log.append(connection, EntryKind.ORIGINAL, int(done.lastrowid or 0), now)
