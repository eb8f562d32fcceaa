"""What can be mended without touching what is kept: indexes, caches, what an interrupted process left."""

from __future__ import annotations

import dataclasses
import sqlite3

from sayso.ledger import index, log
from sayso.ledger.forget import sweep


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. ``mended`` is ``None`` where nothing was wrong with it."""

    what: str
    found: str
    mended: bool | None


def examine(connection: sqlite3.Connection) -> list[Finding]:
    """Look at a ledger and mend what is made from the rest, in a transaction that is open."""
    return [_pages(connection), _index(connection), _log(connection)]


def tidy(connection: sqlite3.Connection) -> Finding:
    """Clear what deletions left in the file and beside it; outside a transaction."""
    done = sweep(connection)
    found = "nothing left" if done else "that another program has the ledger open; close it and run this again"
    return Finding("remains of what was forgotten", found, None if done else False)


def _pages(connection: sqlite3.Connection) -> Finding:
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    whole = found == "ok"
    said = "whole" if whole else f"damage ({found}); take the last backup"
    return Finding("the file", said, None if whole else False)


def _index(connection: sqlite3.Connection) -> Finding:
    broken = index.out_of_step(connection)
    if not broken:
        return Finding("the search indexes", "in step with the tables", None)
    index.rebuild(connection)
    return Finding(
        "the search indexes", f"out of step: {', '.join(broken)}; made anew", not index.out_of_step(connection)
    )


def _log(connection: sqlite3.Connection) -> Finding:
    mended = log.rebuild_caches(connection)
    return Finding(
        "the log's caches", "out of step; made anew" if mended else "in step with its leaves", mended or None
    )
