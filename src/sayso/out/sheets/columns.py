"""What a column of a sheet holds: enough to write a codebook from it."""

from __future__ import annotations

import dataclasses
from enum import StrEnum


class Type(StrEnum):
    """What the values of a column are; the names are those of Frictionless Table Schema but for the last two.

    ``TIME`` is an instant in UTC, ``2026-05-12T07:30:00Z``. ``LIST`` is an array of strings, ``OFFSETS`` an array of
    ``[start, end]``; both are JSON where a cell holds only text.
    """

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    TIME = "datetime"
    LIST = "list"
    OFFSETS = "offsets"


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """One column.

    ``vocabulary`` are its only values, none where it is open; of a list those of its items. ``unit`` is what a number
    counts. ``review``: what a person writes there comes back as a decision.
    """

    name: str
    meaning: str
    type: Type = Type.TEXT
    vocabulary: tuple[str, ...] = ()
    unit: str | None = None
    review: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Sheet:
    """One table: ``name`` in small letters is its file's. ``key`` is the column that names a row."""

    name: str
    meaning: str
    key: str
    columns: tuple[Column, ...]

    @property
    def stem(self) -> str:
        """The name of its file, without an ending."""
        return self.name.casefold()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(column.name for column in self.columns)
