"""Verifying a ledger: that everything the log speaks of is there, unchanged, in order, and as it was signed.

It needs the file and the public key, and trusts nothing that the file says of itself: hashes are made anew, the root is
folded from the leaves, and every value is held against the commitment that was made to it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.errors import Unproven
from sayso.ledger import logged
from sayso.ledger.commitment import Entry, EntryKind, Opening, entry_of, leaf_bytes, parse_leaf
from sayso.ledger.merkle import Frontier, append, leaf_hash
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.ledger.checkpoint import Checkpoint, VerifierKey

_DAMAGED = "it was damaged or altered; rely on nothing in it, and take the last copy that verifies"
_SLICED = ("spans", "intermediaries", "evidence", "figures", "decision_spans")


@dataclasses.dataclass(frozen=True, slots=True)
class Verified:
    """What was found to be as it was logged. ``signed`` is how many of the ``entries`` a checkpoint covers."""

    entries: int
    signed: int
    originals: int
    readings: int
    decisions: int
    comparisons: int
    forgotten: int
    root: str


def verify(connection: sqlite3.Connection, verifier: VerifierKey | None, published: Sequence[str] = ()) -> Verified:
    """What holds, if all of it does.

    Args:
        connection: The ledger, in a transaction or not; nothing is written.
        verifier: The log's public key, best from where its owner published it; without one no signature is checked.
        published: Checkpoints that were published or mailed, as text: the log must go on from each.

    Raises:
        Unproven: The first thing that is wrong, by name.
        sqlite3.DatabaseError: The file cannot be read to its end.
    """
    _verify_pages(connection)
    kept = [note for (note,) in connection.execute("SELECT note FROM checkpoints ORDER BY id")]
    end, signed = _verify_log(connection, verifier, [*kept, *published])
    _verify_references(connection)
    _verify_originals(connection)
    _verify_texts(connection)
    _verify_slices(connection)
    _verify_entries(connection)
    _verify_completeness(connection)
    _verify_pointers(connection)
    return Verified(
        entries=end.size,
        signed=signed,
        originals=_count(connection, "originals"),
        readings=_count(connection, "readings"),
        decisions=_count(connection, "decisions"),
        comparisons=_count(connection, "comparisons"),
        forgotten=_count(connection, "deleted"),
        root=end.root.hex(),
    )


def _verify_pages(connection: sqlite3.Connection) -> None:
    # An index that does not fit its table is the doctor's business: nothing below could be right by a wrong one.
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise Unproven("the file", printable(found)[:200], "whole pages", _DAMAGED)


def _verify_references(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        table, row, parent, _ = broken
        what = f"a row of {table}" if row is None else f"row {row} of {table}"
        raise Unproven(printable(what), f"that its row of {printable(parent)} is missing", "it", _DAMAGED)


def _verify_log(
    connection: sqlite3.Connection, verifier: VerifierKey | None, notes: Iterable[str]
) -> tuple[Frontier, int]:
    """The log's end from its leaves, and how many of them are signed."""
    signed = _opened(notes, verifier) if verifier else []
    wanted = {checkpoint.size for checkpoint in signed}
    roots = {0: Frontier().root}
    end, last = Frontier(), ""
    for position, at, leaf, stored in connection.execute("SELECT position, at, leaf, hash FROM log ORDER BY position"):
        what = f"entry {position} of the log"
        if position != end.size:
            raise Unproven(f"entry {end.size} of the log", "none", "one for every number", _DAMAGED)
        if leaf_hash(leaf) != stored:
            raise Unproven(what, "a leaf that is not the one that was hashed", stored.hex(), _DAMAGED)
        if at < last:
            raise Unproven(what, f"the time {at}", f"none before the {last} of the entry before it", _DAMAGED)
        last = at
        end, _ = append(end, stored)
        if end.size in wanted:
            roots[end.size] = end.root
    for checkpoint in signed:
        if checkpoint.size > end.size:
            found = f"a log of {end.size} entries"
            raise Unproven("the log", found, f"the {checkpoint.size} that were signed", "it was cut; ask for the whole")
        if roots[checkpoint.size] != checkpoint.root:
            found = f"another root at entry {checkpoint.size} than the one that was signed"
            raise Unproven(
                "the log", found, checkpoint.root.hex(), "it was forked or made anew; ask its owner for both"
            )
    return end, max((checkpoint.size for checkpoint in signed), default=0)


def _opened(notes: Iterable[str], verifier: VerifierKey) -> list[Checkpoint]:
    from sayso.ledger.checkpoint import open_checkpoint  # noqa: PLC0415 - brings cryptography

    return [open_checkpoint(note, verifier) for note in notes]


def _verify_originals(connection: sqlite3.Connection) -> None:
    for key, sha256, size, content in connection.execute("SELECT id, sha256, size, content FROM originals"):
        what = _named(connection, key)
        try:
            packed = zlib.decompressobj()
            unpacked = packed.decompress(content) + packed.flush()
        except zlib.error:
            raise Unproven(what, "bytes that do not unpack", "the bytes that came", _DAMAGED) from None
        if not packed.eof or packed.unused_data:
            raise Unproven(what, "more or fewer bytes than were stored", "the bytes that came", _DAMAGED)
        if (len(unpacked), hashlib.sha256(unpacked).hexdigest()) != (size, sha256):
            raise Unproven(what, "other bytes than those that came", f"sha256 {sha256}", _DAMAGED)


def _verify_texts(connection: sqlite3.Connection) -> None:
    for key, original_id, sha256, words in connection.execute("SELECT id, original_id, sha256, words FROM texts"):
        if hashlib.sha256(words.encode()).hexdigest() != sha256:
            what = f"text {key}, of {_named(connection, original_id)}"
            raise Unproven(what, "other words than were taken from it", f"sha256 {sha256}", _DAMAGED)


def _verify_slices(connection: sqlite3.Connection) -> None:
    for table in _SLICED:
        row = connection.execute(
            f'SELECT s.words, s.start, s."end" FROM {table} s LEFT JOIN texts t ON t.id = s.text_id'
            ' WHERE s.start < 0 OR length(s.words) IS NOT s."end" - s.start'
            ' OR s.words IS NOT substr(t.words, s.start + 1, s."end" - s.start)'
        ).fetchone()
        if row:
            words, start, end = row
            what = f"the words “{printable(str(words))[:60]}” in {table}"
            raise Unproven(what, "that they are not in their text", f"the text from {start} to {end}", _DAMAGED)


def _verify_entries(connection: sqlite3.Connection) -> None:
    """Every value is the one that its entry committed to, and what is forgotten can be opened by nobody."""
    salts: dict[int, dict[str, bytes]] = {}
    for position, name, salt in connection.execute("SELECT position, name, salt FROM salts"):
        salts.setdefault(position, {})[name] = salt
    deleted = set(connection.execute("SELECT kind, object FROM deleted"))
    for row in connection.execute("SELECT position, kind, object, at, leaf FROM log"):
        line, opened = _Line(*row), salts.get(row[0], {})
        if (line.kind, line.key) in deleted:
            _verify_forgotten(line, opened)
            continue
        values = logged.values(connection, EntryKind(line.kind), line.key)
        objects = logged.objects(connection, EntryKind(line.kind), line.key)
        # The leaf made anew from the rows is the one that is there, or else it is looked for what differs.
        if values.keys() == opened.keys():
            openings = [Opening(name, opened[name], value) for name, value in values.items()]
            if leaf_bytes(entry_of(EntryKind(line.kind), line.at, objects, openings)) == line.leaf:
                continue
        raise _wrong(connection, line, values, opened)


@dataclasses.dataclass(frozen=True, slots=True)
class _Line:
    """One row of the log."""

    position: int
    kind: str
    key: int
    at: str
    leaf: bytes

    def entry(self) -> Entry:
        """What the leaf says. Raises :class:`Unproven` where that is other than what the row says."""
        entry = parse_leaf(self.leaf)
        if (entry.kind, entry.objects.get(logged.ROLES[entry.kind]), entry.time) != (self.kind, self.key, self.at):
            found = f"{self.kind} {self.key} at {self.at}"
            raise Unproven(f"entry {self.position} of the log", printable(found), "what its leaf says", _DAMAGED)
        return entry


def _verify_forgotten(line: _Line, opened: Mapping[str, bytes]) -> None:
    """The entry is about the forgotten row, and nobody can open it."""
    line.entry()
    if opened:
        found, remedy = "a salt of what was forgotten", "with it words can be guessed; whoever put it there has them"
        raise Unproven(f"{line.kind} {line.key}", found, "none", remedy)


def _wrong(
    connection: sqlite3.Connection, line: _Line, values: Mapping[str, bytes], opened: Mapping[str, bytes]
) -> Unproven:  # fmt: skip
    """What is wrong with an entry whose rows do not give its leaf."""
    entry, wanted = line.entry(), f"what entry {line.position} of the log speaks of"
    if not values:
        return Unproven(f"{line.kind} {line.key}", "nothing", wanted, f"it was taken out; {_DAMAGED}")
    what = _entry_named(connection, line.kind, line.key)
    if not values.keys() == opened.keys() == entry.commitments.keys():
        return Unproven(what, "no salt for a value", "one for each that was committed to", _DAMAGED)
    for name, value in values.items():
        if Opening(name, opened[name], value).commitment != entry.commitments[name]:
            return Unproven(what, f"that its {name} is not what was logged", wanted, _DAMAGED)
    return Unproven(what, "that it belongs to other rows", wanted, _DAMAGED)


def _verify_completeness(connection: sqlite3.Connection) -> None:
    """Nothing is there that was not logged, and each deletion says what it deleted."""
    for kind, table in logged.TABLES.items():
        row = connection.execute(
            f"SELECT id FROM {table} WHERE id NOT IN (SELECT object FROM log WHERE kind = ?) LIMIT 1", (kind,)
        ).fetchone()  # fmt: skip
        if row:
            raise Unproven(
                f"{kind} {row[0]}", "that the log does not speak of it", "an entry", "it was put in beside the log"
            )
    row = connection.execute(
        "SELECT id FROM originals WHERE id NOT IN (SELECT original_id FROM arrivals)"
        " UNION ALL SELECT id FROM versions WHERE id NOT IN (SELECT version_id FROM readings) LIMIT 1"
    ).fetchone()
    if row:
        raise Unproven(f"original {row[0]}", "that nothing says how it came or was read", "its rows", _DAMAGED)


def _verify_pointers(connection: sqlite3.Connection) -> None:
    """Each article shows the last reading of its last version, and statements are the article's own."""
    row = connection.execute(
        "SELECT s.name FROM attributions a JOIN statements s ON s.id = a.statement_id"
        " JOIN readings r ON r.id = a.reading_id JOIN versions v ON v.id = r.version_id"
        " WHERE s.article_id <> v.article_id LIMIT 1"
    ).fetchone()
    if row:
        raise Unproven(f"statement {printable(row[0])}", "that it belongs to another article", "its own", _DAMAGED)
    row = connection.execute(
        "SELECT a.name FROM articles a WHERE a.current_reading_id IS NOT (SELECT max(r.id) FROM readings r"
        " JOIN versions v ON v.id = r.version_id WHERE v.article_id = a.id AND v.number ="
        " (SELECT max(number) FROM versions WHERE article_id = a.id)) LIMIT 1"
    ).fetchone()
    if row:
        raise Unproven(f"article {printable(row[0])}", "that it shows an older reading", "its last", _DAMAGED)


def _named(connection: sqlite3.Connection, original_id: int) -> str:
    """An original in a reader's words."""
    row = connection.execute(
        "SELECT a.name FROM versions v JOIN articles a ON a.id = v.article_id WHERE v.original_id = ?", (original_id,)
    ).fetchone()
    return f"the original of {printable(row[0])}" if row else f"original {original_id}"


def _entry_named(connection: sqlite3.Connection, kind: str, key: int) -> str:
    """What an entry is about in a reader's words."""
    queries = {
        EntryKind.ORIGINAL: "SELECT a.name FROM arrivals r JOIN versions v ON v.original_id = r.original_id"
                            " JOIN articles a ON a.id = v.article_id WHERE r.id = ?",
        EntryKind.READING: "SELECT a.name FROM readings r JOIN versions v ON v.id = r.version_id"
                           " JOIN articles a ON a.id = v.article_id WHERE r.id = ?",
        EntryKind.CORRECTION: "SELECT s.name FROM decisions d JOIN statements s ON s.id = d.statement_id"
                              " WHERE d.id = ?",
    }  # fmt: skip
    query = queries.get(EntryKind(kind))
    row = connection.execute(query, (key,)).fetchone() if query else None
    return f"{kind} {key}, of {printable(row[0])}" if row else f"{kind} {key}"


def _count(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(count)
