"""Files of decisions that people made elsewhere: that they were imported is logged, by digest."""

from __future__ import annotations

import dataclasses
import sqlite3

from sayso.ledger import log
from sayso.ledger.commitment import EntryKind


@dataclasses.dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file by its name and the SHA-256 of its bytes; ``refused`` is how much of it is no decision."""

    name: str
    sha256: str
    refused: int = 0


def put(  # noqa: PLR0913 - keywords
    connection: sqlite3.Connection, file: ImportedFile, *, decided: int, refused: int, who: str, now: str
) -> int:
    """Write down, and log, that so many decisions came in a file, in the transaction of these; the import's number."""
    done = connection.execute(
        "INSERT INTO imports (file, sha256, decided, refused, who, imported_at) VALUES (?, ?, ?, ?, ?, ?)",
        (file.name, file.sha256, decided, refused, who, now),
    )
    number = int(done.lastrowid or 0)
    log.append(connection, EntryKind.IMPORT, number, now)
    return number
