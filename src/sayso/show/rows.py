"""Flat rows of any kind, as a table for people, as JSON Lines, or as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.printable import printable
from sayso.show.jsonl import line_of
from sayso.show.table_csv import to_cell
from sayso.show.words import one_line

_LONGEST = 400
"""Most characters of a cell on the terminal."""
_WIDEST = 26
_PROSE = frozenset({"change", "content", "decisions", "feed", "found", "path", "title", "value", "why"})
"""Columns that take the room that the others leave; those are at most :data:`_WIDEST` wide."""

Row = Mapping[str, Any]


def write_rows(
    rows: Iterable[Row], columns: Sequence[str], form: str, out: TextIO, *, shown: Sequence[str] | None = None
) -> None:
    """Write *rows* as ``table``, ``jsonl`` or ``csv``.

    Args:
        rows: Each with a value for every one of *columns*; JSON Lines takes the other keys too.
        columns: What a .csv shows, in order.
        form: One of the three.
        out: UTF-8, for .csv opened with ``newline=""``.
        shown: Those of *columns* for which a terminal has room; all without it.
    """
    if form == "jsonl":
        for row in rows:
            out.write(line_of(row))
    elif form == "csv":
        writer = csv.writer(out)
        writer.writerow(columns)
        writer.writerows([to_cell(_words(row[column])) for column in columns] for row in rows)
    else:
        _write_table(rows, shown or columns, out)


def _write_table(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> None:
    console = Console(file=out, markup=False, highlight=False, emoji=False)
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    table.expand = not _PROSE.isdisjoint(columns)
    for column in columns:
        name = column.replace("_", " ").capitalize()
        if column in _PROSE:
            table.add_column(name, overflow="fold", ratio=1, min_width=20)
        else:
            table.add_column(name, overflow="fold", max_width=_WIDEST)
    for row in rows:
        table.add_row(*(Text(printable(one_line(_words(row[column])))[:_LONGEST]) for column in columns))
    if table.row_count:
        console.print(table)


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return f"{value:.4f}" if isinstance(value, float) else str(value)
