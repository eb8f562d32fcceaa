"""What migrations share."""

from __future__ import annotations

import sqlite3


def execute_all(connection: sqlite3.Connection, script: str) -> None:
    """Run statements that end in a semicolon and a line break, in the transaction that is open."""
    # executescript would commit the transaction that the migration runs in.
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)


def immutable_trigger(table: str) -> str:
    """The statement that makes every update of *table* an error."""
    return f"""
CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table}
BEGIN SELECT raise(ABORT, 'rows of {table} never change'); END;
"""
