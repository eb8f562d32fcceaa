"""Checkpoints and proofs of a ledger's own log."""

from __future__ import annotations

import sqlite3

from sayso.errors import KeyUnusable, Unproven
from sayso.ledger import log
from sayso.ledger.checkpoint import SignerKey, VerifierKey, open_checkpoint, parse_verifier_key, sign_checkpoint
from sayso.ledger.commitment import EntryKind
from sayso.ledger.proof import Proof, check_proof
from sayso.printable import printable


def own_verifier(connection: sqlite3.Connection) -> VerifierKey | None:
    """The public key that the ledger says is its own; ``None`` before the first checkpoint."""
    (found,) = connection.execute("SELECT verifier FROM ledger").fetchone()
    return parse_verifier_key(found) if found else None


def sign(connection: sqlite3.Connection, signer: SignerKey) -> str:
    """The signed lines for the log as it is, kept in the ledger too; the same again while nothing is added.

    Raises:
        KeyUnusable: Checkpoints were signed with another key before.
    """
    ours = own_verifier(connection)
    if ours and ours != signer.verifier:
        found = f"the key {signer.verifier.id.hex()}"
        raise KeyUnusable("the ledger", found, f"{ours.id.hex()}, which signed before", "give the file of that key")
    if not ours:
        connection.execute("UPDATE ledger SET verifier = ?", (str(signer.verifier),))
    end = log.frontier(connection)
    note = sign_checkpoint(end.size, end.root, signer)  # Ed25519 signs the same lines the same way
    connection.execute("INSERT INTO checkpoints (size, note) VALUES (?, ?) ON CONFLICT DO NOTHING", (end.size, note))
    return note


def covers(connection: sqlite3.Connection, position: int) -> bool:
    """Whether a checkpoint was signed since the entry at *position*."""
    return connection.execute("SELECT 1 FROM checkpoints WHERE size > ?", (position,)).fetchone() is not None


def last_note(connection: sqlite3.Connection) -> str | None:
    """The signed lines of the last checkpoint; ``None`` before the first."""
    row = connection.execute("SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1").fetchone()
    return str(row[0]) if row else None


def prove(connection: sqlite3.Connection, kind: EntryKind, key: int, name: str) -> tuple[Proof, int]:
    """A proof of what the log says of the row *key*, all of it opened, and the entry's position.

    Raises:
        Unproven: No checkpoint was signed since the entry, or the ledger was altered.
    """
    position = log.position(connection, kind, key)
    row = connection.execute(
        "SELECT note FROM checkpoints WHERE size > ? ORDER BY size DESC LIMIT 1", (position,)
    ).fetchone()
    verifier = own_verifier(connection)
    if row is None or verifier is None:
        raise Unproven(printable(name), "no checkpoint that covers it", "one", "sign one with `sayso checkpoint`")
    size = open_checkpoint(row[0], verifier).size
    path = log.inclusion(connection, position, size)
    proof = Proof(log.leaf_at(connection, position), position, path, log.openings(connection, position), row[0])
    check_proof(proof, verifier)
    return proof, position


def put_export(connection: sqlite3.Connection, what: str, position: int, *, who: str, now: str) -> None:
    """Write down, and log, that words were given out, and those of which entry; never which words."""
    done = connection.execute(
        "INSERT INTO exports (what, position, who, exported_at) VALUES (?, ?, ?, ?)", (what, position, who, now)
    )
    log.append(connection, EntryKind.EXPORT, int(done.lastrowid or 0), now)
