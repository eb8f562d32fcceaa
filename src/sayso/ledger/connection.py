"""One SQLite file, opened to read or to write; the one place where SQLite's errors become ours."""

from __future__ import annotations

import contextlib
import datetime
import getpass
import os
import platform
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import LedgerBusy, LedgerDamaged, LedgerUnwritable, NotALedger
from sayso.ledger import schema
from sayso.printable import printable

PATIENCE = 30.0
"""Seconds for which a second writer waits for the first before it says who that is."""

_MAGIC = b"SQLite format 3\0"
_CACHE_KIB = 32_768
"""SQLite's own 2 MB would read each page of a middling ledger once for every kind of thing that is verified."""

_UNREADABLE = {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS}
_UNWRITABLE = {
    sqlite3.SQLITE_FULL: "no room left on the disk",
    sqlite3.SQLITE_READONLY: "a file or folder that may not be written",
    sqlite3.SQLITE_CANTOPEN: "a file or folder that cannot be opened",
    sqlite3.SQLITE_PERM: "a file that may not be opened",
}


def open_file(path: Path, *, write: bool, create: bool = False, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection to the ledger at *path*.

    Args:
        path: The file.
        write: Whether it will be written; readers never block and are never blocked.
        create: Make the file; it must not exist.
        patience: Seconds to wait for another writer.

    Raises:
        NotALedger: The file is missing, or something else.
        LedgerDamaged: It cannot be read.
        LedgerUnwritable: It cannot be made.
    """
    if not create and not path.is_file():
        raise NotALedger(printable(str(path)), "a folder" if path.is_dir() else "no such file")
    with translated(path):
        connection = _connect(path, "rwc" if create else "rw", patience)
        try:
            _check(connection, path, create=create)
            if not write:
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
        return connection


def is_database(path: Path) -> bool:
    """Whether a file is one of SQLite's, as ledgers are and nothing is that could be read as an article."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def _connect(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    uri = path.absolute().as_uri()
    # Readers too open the file to write: SQLite keeps a file beside a ledger that is open, and only who may write
    # takes it away again.
    connection = sqlite3.connect(f"{uri}?mode={mode}", uri=True, isolation_level=None, timeout=patience)
    if not _opens(connection):
        connection.close()
        connection = _connect_alone(path, uri)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA cache_size = {-_CACHE_KIB}")
    connection.execute("PRAGMA trusted_schema = OFF")  # a ledger may come from a stranger
    return connection


def _connect_alone(path: Path, uri: str) -> sqlite3.Connection:
    """A connection to a file in a folder where nothing can be written."""
    left = path.with_name(f"{path.name}-wal")
    if left.exists() and left.stat().st_size:
        found = f"{left.name}, with the last of what was written, in a folder that may not be written"
        raise LedgerUnwritable(printable(str(path)), found)
    return sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, isolation_level=None)


def _opens(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        return _code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
    return True


def _check(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if create and not application:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    elif application != schema.APPLICATION_ID:
        empty = not connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        raise NotALedger(printable(str(path)), "an empty file" if empty else "a database of another program")
    elif schema.is_begun(connection) and (later := schema.unknown(connection)):
        raise NotALedger(printable(str(path)), f"a ledger of a later version of Sayso ({', '.join(later)})")


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """All or nothing: what is done inside is on the disk when it ends, or was never done.

    Raises:
        LedgerBusy: Another process is writing, and still is after the connection's patience.
        LedgerUnwritable: The disk is full or may not be written.
    """
    with translated(path, connection):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # SQLite has undone it itself where the disk is full
                connection.execute("ROLLBACK")
            raise


@contextlib.contextmanager
def translated(path: Path, connection: sqlite3.Connection | None = None) -> Iterator[None]:
    """Raise SQLite's errors as ours; those that no user can cause stay as they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = _code(error)
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LedgerBusy(printable(str(path)), _holder(connection)) from error
        if code in _UNWRITABLE:
            raise LedgerUnwritable(printable(str(path)), _UNWRITABLE[code]) from error
        if code == sqlite3.SQLITE_NOTADB:
            raise NotALedger(printable(str(path)), "something else") from error
        if code == sqlite3.SQLITE_IOERR and error.sqlite_errorcode not in _UNREADABLE:
            raise LedgerUnwritable(printable(str(path)), f"a disk that fails ({error})") from error
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR):
            raise LedgerDamaged(printable(str(path)), str(error)) from error
        raise


def announce(connection: sqlite3.Connection, path: Path) -> None:
    """Leave word of who writes, for those who wait. It stands until :func:`withdraw`, or until the next writer."""
    with transaction(connection, path):
        connection.execute(
            "INSERT INTO writers VALUES (1, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET"
            " who = excluded.who, host = excluded.host, process = excluded.process, since = excluded.since",
            (user(), platform.node(), os.getpid(), clock()),
        )


def withdraw(connection: sqlite3.Connection, path: Path) -> None:
    """Take back what :func:`announce` left."""
    with transaction(connection, path):
        connection.execute(
            "DELETE FROM writers WHERE process = ? AND host = ?", (os.getpid(), platform.node())
        )  # fmt: skip


def user() -> str:
    """Who runs this process: ``$SAYSO_REVIEWER``, else the name of the login, else ``unknown``."""
    named = os.environ.get("SAYSO_REVIEWER", "").strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no login name in a container, and no pwd module on Windows
        return "unknown"


def clock() -> str:
    """Now, in UTC, as ``2026-05-12T07:30:00Z``."""
    return datetime.datetime.now(tz=datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _code(error: sqlite3.DatabaseError) -> int:
    """SQLite's primary result code."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _holder(connection: sqlite3.Connection | None) -> str:
    with contextlib.suppress(sqlite3.Error):
        row = connection and connection.execute("SELECT who, host, process, since FROM writers").fetchone()
        if row:
            return "{} on {}, process {}, since {}".format(*row)
    return "another process"
