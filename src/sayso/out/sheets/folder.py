"""Folders with one file a sheet: .csv, .jsonl and .parquet.

A folder and not a .zip: R, pandas, DuckDB and a text editor open its files as they are.
"""

from __future__ import annotations

import contextlib
import csv
import datetime
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sayso.errors import ExtraMissing
from sayso.out.sheets.columns import Column, Sheet, Type
from sayso.out.sheets.rows import Row
from sayso.show.jsonl import line_of
from sayso.show.table_csv import to_cell

if TYPE_CHECKING:
    import pyarrow

_GROUP = 2000
"""Rows of a .parquet that are held before they are written."""


class Table(Protocol):
    """One file that takes rows."""

    def write(self, row: Row) -> None:
        """Take one more row."""


Opener = Callable[[Path, Sheet, contextlib.ExitStack], Table]
"""Makes the file of a sheet; what the stack is given is done when all rows are in."""


class _Csv:
    def __init__(self, path: Path, sheet: Sheet, stack: contextlib.ExitStack) -> None:
        self.sheet = sheet
        # No byte-order mark: R and pandas would take it for a part of the first name.
        self.rows = csv.writer(stack.enter_context(path.open("w", encoding="utf-8", newline="")))
        self.rows.writerow(sheet.names)

    def write(self, row: Row) -> None:
        self.rows.writerow([_csv_cell(column, row[column.name]) for column in self.sheet.columns])


class _Jsonl:
    def __init__(self, path: Path, _sheet: Sheet, stack: contextlib.ExitStack) -> None:
        self.out = stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))

    def write(self, row: Row) -> None:
        self.out.write(line_of(row))


class _Parquet:
    def __init__(self, path: Path, sheet: Sheet, stack: contextlib.ExitStack) -> None:
        import pyarrow  # noqa: PLC0415 - an extra
        import pyarrow.parquet  # noqa: PLC0415

        self.batch_of = pyarrow.RecordBatch.from_pylist
        self.schema = pyarrow.schema([_arrow_field(pyarrow, column) for column in sheet.columns])
        self.times = [column.name for column in sheet.columns if column.type is Type.TIME]
        self.out = stack.enter_context(pyarrow.parquet.ParquetWriter(path, self.schema, compression="zstd"))
        self.held: list[Row] = []
        stack.callback(self._flush)

    def write(self, row: Row) -> None:
        self.held.append({**row, **{name: _instant(row[name]) for name in self.times}})
        if len(self.held) == _GROUP:
            self._flush()

    def _flush(self) -> None:
        if self.held:
            self.out.write_batch(self.batch_of(self.held, schema=self.schema))
            self.held.clear()


OPENERS: Mapping[str, Opener] = {"csv": _Csv, "jsonl": _Jsonl, "parquet": _Parquet}
"""By the ending of the files."""


def check_installed(form: str) -> None:
    """Raise :class:`ExtraMissing` where a package for files of this form is missing."""
    if form == "parquet":
        try:
            import pyarrow.parquet  # noqa: F401, PLC0415 - an extra
        except ImportError:
            raise ExtraMissing("pyarrow", "parquet") from None


@contextlib.contextmanager
def open_tables(folder: Path, sheets: Sequence[Sheet], form: str) -> Iterator[Mapping[str, Table]]:
    """The tables of a new *folder* by the names of their sheets."""
    with contextlib.ExitStack() as stack:
        yield {sheet.name: OPENERS[form](folder / f"{sheet.stem}.{form}", sheet, stack) for sheet in sheets}


def _csv_cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if column.type is Type.BOOLEAN:
        return "true" if value else "false"
    if column.type in (Type.LIST, Type.OFFSETS):
        return to_cell(json.dumps(value, ensure_ascii=False))
    return to_cell(value) if isinstance(value, str) else repr(value)


def _instant(value: str | None) -> datetime.datetime | None:
    return None if value is None else datetime.datetime.fromisoformat(value)


def _arrow_field(arrow: Any, column: Column) -> pyarrow.Field:
    types = {
        Type.TEXT: arrow.string(), Type.INTEGER: arrow.int64(), Type.NUMBER: arrow.float64(),
        Type.BOOLEAN: arrow.bool_(), Type.TIME: arrow.timestamp("s", tz="UTC"), Type.LIST: arrow.list_(arrow.string()),
        Type.OFFSETS: arrow.list_(arrow.list_(arrow.int64())),
    }  # fmt: skip
    return arrow.field(column.name, types[column.type], metadata={"description": column.meaning})
