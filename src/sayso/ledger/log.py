"""The log in its tables: an entry for every original, reading, decision, comparison, export, import and deletion.

An entry is written in the transaction of what it is about. ``log`` holds what may be public, ``salts`` what opens its
commitments; the values themselves are what the other tables say, gathered by :mod:`sayso.ledger.logged`.
"""

from __future__ import annotations

import sqlite3

from sayso.ledger import logged
from sayso.ledger.commitment import EntryKind, Opening, entry_of, leaf_bytes, seal
from sayso.ledger.merkle import Frontier, inclusion_proof, leaf_hash
from sayso.ledger.merkle import append as appended

_HASH = 32


def append(connection: sqlite3.Connection, kind: EntryKind, key: int, now: str) -> int:
    """Log that the row *key* of this kind was written, in the same transaction; the entry's position."""
    sealed = seal(logged.values(connection, kind, key))
    entry = entry_of(kind, now, logged.objects(connection, kind, key), sealed)
    leaf = leaf_bytes(entry)
    before = frontier(connection)
    after, completed = appended(before, leaf_hash(leaf))
    connection.execute(
        "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)", (before.size, kind, key, now, leaf, leaf_hash(leaf))
    )
    connection.executemany("INSERT INTO salts VALUES (?, ?, ?)", [(before.size, o.name, o.salt) for o in sealed])
    connection.executemany("INSERT INTO log_subtrees VALUES (?, ?, ?)", [(s.level, s.index, s.hash) for s in completed])
    _keep(connection, after)
    return before.size


def last_time(connection: sqlite3.Connection) -> str:
    """The time of the last entry, empty for none: a clock that is set back must not set the log back."""
    row = connection.execute("SELECT at FROM log ORDER BY position DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def frontier(connection: sqlite3.Connection) -> Frontier:
    """The end of the log, as it was kept at the last entry."""
    row = connection.execute("SELECT size, peaks FROM log_frontier").fetchone()
    if row is None:
        return Frontier()
    size, peaks = row
    return Frontier(size, tuple(peaks[i : i + _HASH] for i in range(0, len(peaks), _HASH)))


def position(connection: sqlite3.Connection, kind: EntryKind, key: int) -> int:
    """Where the log speaks of the row *key* of this kind."""
    (found,) = connection.execute("SELECT position FROM log WHERE (kind, object) = (?, ?)", (kind, key)).fetchone()
    return int(found)


def leaf_at(connection: sqlite3.Connection, position: int) -> bytes:
    """The bytes of one leaf."""
    (leaf,) = connection.execute("SELECT leaf FROM log WHERE position = ?", (position,)).fetchone()
    return bytes(leaf)


def openings(connection: sqlite3.Connection, position: int) -> tuple[Opening, ...]:
    """What opens the commitments of one entry; none where its object was forgotten."""
    kind, key = connection.execute("SELECT kind, object FROM log WHERE position = ?", (position,)).fetchone()
    salts = dict(connection.execute("SELECT name, salt FROM salts WHERE position = ?", (position,)))
    values = logged.values(connection, EntryKind(kind), key) if salts else {}
    return tuple(Opening(name, salts[name], value) for name, value in values.items() if name in salts)


def inclusion(connection: sqlite3.Connection, position: int, size: int) -> tuple[bytes, ...]:
    """The inclusion proof of an entry in the log's first *size* entries."""
    return inclusion_proof(position, size, lambda index: _leaf_hash(connection, index),
                           kept=lambda level, place: _subtree(connection, level, place))  # fmt: skip


def rebuild_caches(connection: sqlite3.Connection) -> bool:
    """Make the frontier and the kept subtrees anew from the leaves; whether they were other than they should be."""
    end, subtrees = Frontier(), []
    for (leaf,) in connection.execute("SELECT leaf FROM log ORDER BY position"):
        end, completed = appended(end, leaf_hash(leaf))
        subtrees += [(each.level, each.index, each.hash) for each in completed]
    stored = connection.execute("SELECT level, place, hash FROM log_subtrees ORDER BY level, place").fetchall()
    if frontier(connection) == end and stored == sorted(subtrees):
        return False
    connection.execute("DELETE FROM log_subtrees")
    connection.executemany("INSERT INTO log_subtrees VALUES (?, ?, ?)", subtrees)
    _keep(connection, end)
    return True


def _keep(connection: sqlite3.Connection, end: Frontier) -> None:
    connection.execute(
        "INSERT INTO log_frontier VALUES (1, ?, ?)"
        " ON CONFLICT (one) DO UPDATE SET size = excluded.size, peaks = excluded.peaks",
        (end.size, b"".join(end.peaks)),
    )


def _leaf_hash(connection: sqlite3.Connection, index: int) -> bytes:
    (found,) = connection.execute("SELECT hash FROM log WHERE position = ?", (index,)).fetchone()
    return bytes(found)


def _subtree(connection: sqlite3.Connection, level: int, place: int) -> bytes | None:
    row = connection.execute("SELECT hash FROM log_subtrees WHERE (level, place) = (?, ?)", (level, place)).fetchone()
    return bytes(row[0]) if row else None
