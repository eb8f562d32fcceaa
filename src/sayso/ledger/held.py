"""How a ledger holds an article: the original behind it, how that came, what people decided, and proof of both."""

from __future__ import annotations

import dataclasses
import sqlite3

from sayso.ledger import log, signing
from sayso.ledger.commitment import EntryKind
from sayso.ledger.proof import Proof


@dataclasses.dataclass(frozen=True, slots=True)
class Held:
    """One reading of an article.

    ``version`` counts from one; ``is_latest`` where neither a later version nor a later reading of this one is there.
    ``sha256``, ``size`` and ``form`` are those of the original, which came from ``url`` at ``fetched_at``, as far as
    that is known, and went into the ledger at ``kept_at``. ``entries`` are the positions in the log of the reading and
    of the original's arrival; ``proofs`` of both, all opened, in this order, or none before a checkpoint counts both.
    """

    article: str
    version: int
    is_latest: bool
    sha256: str
    size: int
    form: str
    url: str | None
    fetched_at: str | None
    kept_at: str
    reader: str
    model: str
    read_at: str
    entries: tuple[int, int]
    proofs: tuple[Proof, ...]


def held(connection: sqlite3.Connection, reading_id: int) -> Held:
    """How the ledger holds what was read. Raises :class:`sayso.Unproven` where it was altered."""
    name, version, latest, original_id, sha256, size, form, kept_at, reader, model, read_at = connection.execute(
        "SELECT a.name, v.number, a.current_reading_id = r.id, o.id, o.sha256, o.size, o.form, o.kept_at, r.reader,"
        " r.model, r.read_at FROM readings r JOIN versions v ON v.id = r.version_id JOIN articles a"
        " ON a.id = v.article_id JOIN originals o ON o.id = v.original_id WHERE r.id = ?",
        (reading_id,),
    ).fetchone()
    # Of several ways in which one original came, the first that says when it was fetched tells most.
    arrival_id, url, fetched_at = connection.execute(
        "SELECT id, url, fetched_at FROM arrivals WHERE original_id = ? ORDER BY fetched_at IS NULL, url IS NULL, id",
        (original_id,),
    ).fetchone()
    rows = ((EntryKind.READING, reading_id), (EntryKind.ORIGINAL, arrival_id))
    entries = (log.position(connection, *rows[0]), log.position(connection, *rows[1]))
    covered = signing.covers(connection, max(entries))
    proofs = tuple(signing.prove(connection, kind, key, name)[0] for kind, key in rows) if covered else ()
    return Held(name, version, bool(latest), sha256, size, form, url, fetched_at, kept_at, reader, model, read_at,
                entries, proofs)  # fmt: skip


def reading_in(connection: sqlite3.Connection, comparison: int, article: str) -> int | None:
    """The reading of an article that a comparison was made from."""
    row = connection.execute(
        "SELECT i.reading_id FROM comparison_inputs i JOIN readings r ON r.id = i.reading_id JOIN versions v"
        " ON v.id = r.version_id JOIN articles a ON a.id = v.article_id WHERE i.comparison_id = ? AND a.name = ?",
        (comparison, article),
    ).fetchone()
    return int(row[0]) if row else None
