"""Excel workbooks (.xlsx), written row by row, with what an import needs to tell what a person changed.

No cell is a formula: text is written as text, whatever it begins with (CWE-1236), and columns of text keep what is
typed in them as text. A hidden sheet, :data:`MEMORY`, holds a digest of every cell as it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import ExtraMissing, Unexportable
from sayso.out.sheets import readme
from sayso.out.sheets.cells import cell_of, digest, pieces
from sayso.out.sheets.columns import Column, Sheet, Type
from sayso.out.sheets.package import About
from sayso.out.sheets.rows import Row
from sayso.printable import printable

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Write = Callable[[Sheet, Row], None]
"""Takes one more row of a sheet."""

MEMORY = "Sayso memory"
"""The hidden sheet: the ledger and its last decision, the columns of each sheet, and of each row its cells' digests."""
MEMORY_FORMAT = "sayso-memory/1"

_MOST_ROWS = 1_048_576
_WIDTHS = {"context": 50, "source": 24, "content": 60, "title": 40, "gist": 60, "text": 40, "leaf": 60, "permalink": 14,
           "meaning": 80}  # fmt: skip
_WRAPPED = frozenset({"context", "source", "content"})
_WIDTH = 16


def check_installed() -> None:
    """Raise :class:`ExtraMissing` where the package that writes workbooks is missing."""
    try:
        import xlsxwriter  # noqa: F401, PLC0415 - an extra
    except ImportError:
        raise ExtraMissing("xlsxwriter", "sheets") from None


class Workbook:
    """A workbook that takes rows of all sheets in any order. Use it in a ``with`` statement."""

    def __init__(self, path: Path, about: About, sheets: Sequence[Sheet]) -> None:
        import xlsxwriter  # noqa: PLC0415 - an extra

        for sheet in sheets:
            if about.rows[sheet.name] >= _MOST_ROWS:
                found = f"{about.rows[sheet.name]:,} rows for the sheet {sheet.name}"
                raise Unexportable(
                    printable(str(path)), found, f"fewer than {_MOST_ROWS:,}", "ask for less, or write parquet"
                )
        # With constant memory a row is on the disk as soon as the next one of its sheet begins.
        self.book = xlsxwriter.Workbook(
            str(path), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self.about = about
        self.sheets = {sheet.name: _Written(self.book, sheet) for sheet in sheets}
        self.continued: list[tuple[str, str, str, int, str]] = []
        self.memory = self.book.add_worksheet(MEMORY)
        self.memory.very_hidden()
        self.remembered = 0
        self._remember(MEMORY_FORMAT, about.ledger, str(about.last_decision))
        for sheet in sheets:
            self._remember("columns", sheet.name, json.dumps(sheet.names))

    def __enter__(self) -> Workbook:
        return self

    def __exit__(self, *_: object) -> None:
        for written in self.sheets.values():
            written.finish()
        if self.continued:
            self._write_continued()
        self._write_readme([each.sheet for each in self.sheets.values()])
        next(iter(self.sheets.values())).page.activate()
        self.book.close()

    def write(self, sheet: Sheet, row: Row) -> None:
        """Take one more row of *sheet*."""
        cells = [cell_of(column, row[column.name]) for column in sheet.columns]
        for place, value in enumerate(cells):
            if isinstance(value, str):
                first, *rest = pieces(value)
                cells[place] = first
                self.continued += [
                    (sheet.name, row["permalink"], sheet.columns[place].name, part, piece)
                    for part, piece in enumerate(rest, start=2)
                ]
        self.sheets[sheet.name].write(cells)
        self._remember(sheet.name, row["permalink"], "".join(map(digest, cells)))

    def _remember(self, kind: str, name: str, value: str) -> None:
        for place, text in enumerate((kind, name, value)):
            self.memory.write_string(self.remembered, place, text)
        self.remembered += 1

    def _write_continued(self) -> None:
        page = self.book.add_worksheet(readme.CONTINUED)
        for place, name in enumerate(("sheet", "permalink", "column", "part", "words")):
            page.write_string(0, place, name)
        for number, line in enumerate(self.continued, start=1):
            for place, value in enumerate(map(str, line)):
                page.write_string(number, place, value)

    def _write_readme(self, sheets: Sequence[Sheet]) -> None:
        page = self.book.add_worksheet(readme.NAME)
        page.set_column(0, 5, _WIDTH)
        page.set_column(6, 6, _WIDTHS["meaning"])
        heading = self.book.add_format({"bold": True})
        for number, line in enumerate(readme.lines(self.about, sheets)):
            is_heading = str(line[0]).startswith("# ")
            for place, value in enumerate(line):
                shown = str(value)[2:] if is_heading else value
                _put(page, number, place, shown, heading if is_heading else None)


class _Written:
    """One sheet, its heading and its rows."""

    def __init__(self, book: Any, sheet: Sheet) -> None:
        self.sheet = sheet
        self.page: Worksheet = book.add_worksheet(sheet.name)
        self.rows = 0
        self.formats = [_format(book, column) for column in sheet.columns]
        plain = book.add_format({"bold": True, "bg_color": "#D9D9D9", "valign": "top"})
        reviewed = book.add_format({"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "valign": "top"})
        for place, column in enumerate(sheet.columns):
            self.page.set_column(place, place, _WIDTHS.get(column.name, _WIDTH), self.formats[place])
            self.page.write_string(0, place, column.name, reviewed if column.review else plain)
        self.page.freeze_panes(1, 2)

    def write(self, cells: Sequence[str | int | float | None]) -> None:
        self.rows += 1
        for place, value in enumerate(cells):
            _put(self.page, self.rows, place, value, self.formats[place])

    def finish(self) -> None:
        """Filters over all rows, and lists of what may be chosen."""
        self.page.autofilter(0, 0, self.rows, len(self.sheet.columns) - 1)
        for place, column in enumerate(self.sheet.columns):
            values = ("yes", "no") if column.type is Type.BOOLEAN else column.vocabulary
            if column.review and values and self.rows:
                self.page.data_validation(1, place, self.rows, place, {
                    "validate": "list", "source": list(values), "error_title": column.name,
                    "error_message": f"One of: {', '.join(values)}"[:255],
                })  # fmt: skip


def _format(book: Any, column: Column) -> Format:
    properties: dict[str, Any] = {"valign": "top", "text_wrap": column.name in _WRAPPED}
    if column.type not in (Type.INTEGER, Type.NUMBER):
        properties["num_format"] = "@"  # what is typed there stays text
    return book.add_format(properties)


def _put(page: Worksheet, row: int, place: int, value: str | int | float | None, form: Format | None) -> None:
    if isinstance(value, str):
        page.write_string(row, place, value, form)
    elif value is not None:
        page.write_number(row, place, value, form)
