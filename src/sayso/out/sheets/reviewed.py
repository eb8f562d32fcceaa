"""Reading a workbook that people reviewed in: which cells they changed, and what cannot be taken."""

from __future__ import annotations

import collections
import dataclasses
import hashlib
import io
import json
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sayso.errors import ExtraMissing, Refused
from sayso.ledger.imports import ImportedFile
from sayso.out.sheets.cells import canonical, digests, is_as_written, plain, unescaped
from sayso.out.sheets.codebook import ATTRIBUTIONS, SHEETS
from sayso.out.sheets.columns import Column
from sayso.out.sheets.rows import permalink
from sayso.out.sheets.workbook import MEMORY_FORMAT
from sayso.printable import printable

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_MOST_BYTES = 1 << 30
"""Most that a workbook may unpack to."""
_MOST_COLUMNS = 200
_HEADING_WITHIN = 20
"""Rows among which the heading is looked for: people put a title above it."""
_SHARED = 3
"""Columns that a page must share with a sheet to be taken for it."""
_SHOWN = 60
_WHICH = "leave the first two columns as they are; nothing of this row is imported"
_AGAIN = "export again, and review in that"
_VALUE = "paste the value"

_BROKEN = (
    zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, SyntaxError,
    NotImplementedError, RecursionError,
)  # fmt: skip
"""What a file that is no workbook, or a damaged one, makes openpyxl raise; a broken XML is a ``SyntaxError``."""


@dataclasses.dataclass(frozen=True, slots=True)
class Edit:
    """A cell that a person changed: ``where`` it is, of which attribution, and what it says now, "" for nothing.

    ``is_number``: the program that saved it took it for a number or a date.
    """

    where: str
    attribution: str
    column: Column
    value: str
    is_number: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Reviewed:
    """What a workbook brings: ``ledger`` is the one that it came from, ``last_decision`` the last one that it knew.

    ``passed_over`` are headings of columns that an export does not have.
    """

    file: ImportedFile
    ledger: str
    last_decision: int
    edits: tuple[Edit, ...]
    refused: tuple[Refused, ...]
    passed_over: tuple[str, ...]


def read_reviewed(path: Path) -> Reviewed:
    """The cells of a workbook that a person changed since it was exported.

    Sheets are known by their headings, rows by their permalinks, columns by their names, and a change by the digests
    that the export wrote down; so nothing hangs on order, on names of sheets or on what is missing.

    Raises:
        ExtraMissing: openpyxl is not installed.
        Refused: The file is no workbook, too large, or has lost what the export wrote down.
        OSError: It cannot be read.
    """
    try:
        import openpyxl  # noqa: PLC0415 - an extra
    except ImportError:
        raise ExtraMissing("openpyxl", "sheets") from None
    name = printable(path.name)
    content = path.read_bytes()
    _check_size(content, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl will not keep; nothing is saved here
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)  # whatever its name ends in
            try:
                return _reviewed(book.worksheets, name, hashlib.sha256(content).hexdigest())
            finally:
                book.close()
    except _BROKEN as error:
        found = f"a file that is not a whole workbook ({printable(str(error))[:_SHOWN]})"
        raise Refused(name, found, "an .xlsx that `sayso export` made", "save it as .xlsx again") from error


def _check_size(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile:
        raise Refused(name, "no workbook", "an .xlsx that `sayso export` made", "save it as .xlsx") from None
    if size > _MOST_BYTES:
        raise Refused(name, f"a workbook that unpacks to {size:,} bytes", f"at most {_MOST_BYTES:,}", "export less")


@dataclasses.dataclass(frozen=True, slots=True)
class _Memory:
    """What the export wrote down: the columns of each sheet, and of each row the digests of its cells."""

    ledger: str
    last_decision: int
    columns: Mapping[str, Sequence[str]]
    rows: Mapping[tuple[str, str], str]


def _reviewed(pages: Sequence[ReadOnlyWorksheet], name: str, sha256: str) -> Reviewed:
    memory, rest = None, []
    for page in pages:
        page.reset_dimensions()  # what a page says of its size may be anything
        found = _memory(page) if memory is None else None
        memory = memory or found
        if not found:
            rest.append(page)
    if memory is None:
        raise Refused(name, "no trace of what was exported (its hidden sheet)", "it", _AGAIN)
    taken = _Taken(name, memory)
    for page in rest:
        taken.take(page)
    if ATTRIBUTIONS.name not in taken.seen:
        taken.refused.append(Refused(name, "no sheet with the columns of Attributions", "one", _AGAIN))
    refused = (*taken.refused, *taken.unreviewed())
    file = ImportedFile(name, sha256, len(refused))
    return Reviewed(
        file, memory.ledger, memory.last_decision, taken.edits, refused, tuple(dict.fromkeys(taken.passed_over))
    )


def _memory(page: ReadOnlyWorksheet) -> _Memory | None:
    lines = (tuple(plain(unescaped(each)) for each in line) for line in page.iter_rows(max_col=3, values_only=True))
    head = next(lines, ())
    if len(head) < 3 or head[0] != MEMORY_FORMAT:
        return None
    columns, rows = {}, {}
    for kind, key, value in lines:
        if kind == "columns":
            columns[key] = json.loads(value)
        else:
            rows[kind, key] = value
    return _Memory(head[1], int(head[2]), columns, rows)


_KEYS = {sheet.name: sheet.key for sheet in SHEETS}
_REVIEWED = {column.name: column for column in ATTRIBUTIONS.columns if column.review}


@dataclasses.dataclass(frozen=True, slots=True)
class _Row:
    """A row of a page: where its columns stand, by name, and its cells, of which trailing ones may be missing."""

    title: str
    number: int
    places: Mapping[str, int]
    cells: Sequence[Cell]

    def raw(self, name: str) -> object:
        """What openpyxl gives for the column *name*; ``None`` for nothing."""
        place = self.places.get(name, len(self.cells))
        return self.cells[place].value if place < len(self.cells) else None

    def value(self, name: str) -> object:
        """What stands in the column *name*; ``None`` for nothing."""
        return unescaped(self.raw(name))

    def kind(self, name: str) -> str:
        """What stands there, by openpyxl's letters: ``f`` a formula, ``e`` an error."""
        place = self.places[name]
        return str(getattr(self.cells[place], "data_type", "n")) if place < len(self.cells) else "n"

    def address(self, name: str) -> str:
        """The cell's address, as ``H12``."""
        return f"{column_letter(self.places[name])}{self.number}"

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in any of its columns."""
        return all(self.value(name) is None for name in self.places)

    @property
    def link(self) -> str:
        """The permalink, of an attribution from its name where that column was taken out; "" where neither tells."""
        if "permalink" in self.places:
            return plain(self.value("permalink"))
        name = self.value(ATTRIBUTIONS.key)
        return permalink("attribution", name) if isinstance(name, str) else ""  # a number may have lost a last nought


def column_letter(place: int) -> str:
    """The letters of the column at *place*, counted from 0.

    Example:
        >>> column_letter(0), column_letter(25), column_letter(26)
        ('A', 'Z', 'AA')
    """
    first, last = divmod(place, 26)
    return (column_letter(first - 1) if first else "") + chr(ord("A") + last)


def _name(link: str) -> str:
    """The attribution of a permalink."""
    return unquote(link.rpartition("/")[2])


class _Taken:
    """What is taken from the pages of a workbook, one after the other."""

    def __init__(self, name: str, memory: _Memory) -> None:
        self.name = name
        self.memory = memory
        self.seen: set[str] = set()
        self.refused: list[Refused] = []
        self.passed_over: list[str] = []
        self._edits: dict[tuple[str, str], Edit] = {}
        self._unreviewed: collections.Counter[tuple[str, str]] = collections.Counter()
        self._first: dict[tuple[str, str], str] = {}

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What was changed in the columns that are reviewed, in the order of the rows."""
        return tuple(self._edits.values())

    def take(self, page: ReadOnlyWorksheet) -> None:
        """Take what a page brings; nothing where it is none of the sheets."""
        rows = enumerate(page.iter_rows(max_col=_MOST_COLUMNS), start=1)
        heading = self._heading(rows)
        if heading is None:
            return
        sheet, places = heading
        self.seen.add(sheet)
        if sheet != ATTRIBUTIONS.name and "permalink" not in places:
            return  # it is not reviewed, and nothing tells its rows apart
        for number, cells in rows:
            row = _Row(page.title, number, places, cells)
            if not row.is_empty:
                self._take_row(sheet, row)

    def unreviewed(self) -> Iterator[Refused]:
        """One line for each column that was changed and is not reviewed."""
        for (title, column), count in self._unreviewed.items():
            found = f"{count:,} changed cells in {column}" if count > 1 else f"a change in {column}"
            yield Refused(
                self._where(title, self._first[title, column]), found, "what was exported: it is not reviewed there",
                "leave it; nothing of it is imported",
            )  # fmt: skip

    def _heading(self, rows: Iterator[tuple[int, Sequence[Cell]]]) -> tuple[str, dict[str, int]] | None:
        """Which sheet it is, and where its columns stand."""
        for _, (_, cells) in zip(range(_HEADING_WITHIN), rows, strict=False):
            names: dict[str, int] = {}
            for place, cell in enumerate(cells):
                names.setdefault(plain(unescaped(cell.value)).casefold(), place)
            names.pop("", None)
            shared = {sheet: len(names.keys() & set(columns)) for sheet, columns in self.memory.columns.items()}
            sheet = max(shared, key=shared.__getitem__, default="")
            if sheet and shared[sheet] >= _SHARED:
                known = set(self.memory.columns[sheet])
                self.passed_over += [printable(name)[:_SHOWN] for name in names if name not in known]
                return sheet, {name: place for name, place in names.items() if name in known}
        return None

    def _take_row(self, sheet: str, row: _Row) -> None:
        link = row.link
        known = self.memory.rows.get((sheet, link))
        if known is None:
            found = f"the permalink {printable(link)[:_SHOWN]}" if link else "no permalink"
            self._refuse(row, next(iter(row.places)), found, "one of this export", _WHICH)
            return
        before = dict(zip(self.memory.columns[sheet], digests(known), strict=True))
        changed = [name for name in row.places if not is_as_written(row.raw(name), before[name])]
        key = _KEYS.get(sheet)
        if key in changed:
            found = f"the {key} {printable(plain(row.value(key)))[:_SHOWN]} beside {printable(link)[:_SHOWN]}"
            self._refuse(row, key, found, "the one that was exported with it", _WHICH)
            return
        for name in changed:
            self._take_cell(sheet, row, name)

    def _take_cell(self, sheet: str, row: _Row, name: str) -> None:
        column = _REVIEWED.get(name) if sheet == ATTRIBUTIONS.name else None
        value, kind = row.value(name), row.kind(name)
        if column is None:
            self._unreviewed[row.title, name] += 1
            self._first.setdefault((row.title, name), row.address(name))
        elif kind in ("f", "e"):
            found = "a formula" if kind == "f" else f"the error {printable(plain(value))}"
            self._refuse(row, name, found, "a value", _VALUE)
        else:
            is_number = not isinstance(value, str | bool | None)
            edit = Edit(self._where(row.title, row.address(name)), _name(row.link), column, plain(value), is_number)
            before = self._edits.setdefault((row.link, name), edit)
            if canonical(before.value) != canonical(edit.value):
                found = f"another {name} than in {before.where}"
                self._refuse(row, name, found, "one row of each attribution", "mend it, and import again")

    def _refuse(self, row: _Row, name: str, found: str, wanted: str, remedy: str) -> None:
        self.refused.append(Refused(self._where(row.title, row.address(name)), found, wanted, remedy))

    def _where(self, title: str, cell: str) -> str:
        return f"{self.name}, {printable(title)}!{cell}"
