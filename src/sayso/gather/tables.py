"""Tables as streams of rows: .jsonl a line at a time, .csv a record at a time."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping

from sayso.errors import Refused
from sayso.gather.document import Document, Kind, Record
from sayso.gather.rows import COLUMNS, OWN_COLUMNS
from sayso.gather.source import Source
from sayso.gather.text import LineDecoder
from sayso.printable import printable

_DELIMITERS = ",;\t"
_SHOWN_COLUMNS = 12
_SHOWN_LENGTH = 40
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


# JSON may spell a character in twelve bytes, and a printed article carries its attributions.
_BYTES_PER_CHARACTER = 16
_LEAST_ROOM = 16_000_000
_LARGEST_LIMIT = 2**31 - 1  # the csv module keeps its limit in a C long


def row_room(limit: int) -> int:
    """Longest line, in bytes, that may hold an article of *limit* characters; a longer one is not loaded."""
    return max(_LEAST_ROOM, _BYTES_PER_CHARACTER * limit)


def as_in_table(lines: bytes, encoding: str) -> bytes:
    """*lines* as they stand in a table of *encoding*: UTF-16 and UTF-32 were turned into UTF-8 to be split."""
    name = encoding.partition(",")[0]
    return lines.decode().encode(name) if name.startswith(("utf-16", "utf-32")) else lines


def json_rows(lines: Iterable[bytes | None], decode: LineDecoder, source: Source) -> Iterator[Document | Refused]:
    """A document for each line that holds a JSON object, a refusal for each other line; blank lines are nothing.

    Args:
        lines: Lines with their line ends; ``None`` for one past :func:`row_room`.
        decode: The decoder of this file.
        source: The file.
    """
    for number, line in enumerate(lines, start=1):
        if line is None:
            yield _too_long(source.line(number), "a line", source)
        elif line.strip():
            try:
                yield _json_row(line, number, decode, source)
            except Refused as refused:
                yield refused


def csv_rows(lines: Iterable[bytes | None], decode: LineDecoder, source: Source) -> Iterator[Document | Refused]:
    """A document for each record after the header, a refusal for each that is broken; blank lines are nothing.

    The delimiter is the one of comma, semicolon and tab that splits the header into most columns. Arguments are those
    of :func:`json_rows`.
    """
    # The csv module has one limit for the whole process; ours is above its default and bounds an open quotation mark.
    csv.field_size_limit(min(row_room(source.limit), _LARGEST_LIMIT))
    cells = _Cells(lines, decode, source)
    header_line = next((line for line in cells if line.strip()), "")
    delimiter = max(_DELIMITERS, key=lambda d: len(_split(header_line, d)))
    header = [name.strip() for name in _split(header_line, delimiter)]
    header_bytes = cells.bytes_of_record()
    if "text" not in _places(header, source.columns, COLUMNS):
        yield _no_text_column(header, source)
        return
    records = csv.reader(cells, delimiter=delimiter, strict=True)
    while True:
        first = cells.number + 1
        cells.begin_record()
        try:
            record = next(records, None)
        except csv.Error as error:
            yield _broken_record(str(error), first, cells.number, source)
            continue
        except Refused as refused:
            yield refused
            continue
        if record is None:
            return
        if record:
            kept = Record(cells.bytes_of_record(), header_bytes, cells.encoding, first, source.columns)
            yield _csv_row(record, header, kept, source)


class _Cells:
    """The decoded lines of a .csv, one at a time, with their number and the encodings that the record needed."""

    def __init__(self, lines: Iterable[bytes | None], decode: LineDecoder, source: Source) -> None:
        self._lines = iter(lines)
        self._decode = decode
        self._source = source
        self.number = 0
        self._encodings: set[str] = set()
        self._record = b""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        where = self._source.line(self.number)
        if line is None:
            raise _too_long(where, "a line", self._source)
        decoded = self._decode(line, where)
        self._encodings.add(decoded.encoding)
        self._record += line
        return decoded.text

    def begin_record(self) -> None:
        """Forget what the record before was made of."""
        self._encodings.clear()
        self._record = b""

    @property
    def encoding(self) -> str:
        """The one of the record's encodings that says most: a detected one before UTF-8, which ASCII is too."""
        return max(self._encodings, key=lambda name: "detected" in name)

    def bytes_of_record(self) -> bytes:
        """The record's lines as they stand in the table."""
        return as_in_table(self._record, self._decode.utf8)


def _json_row(line: bytes, number: int, decode: LineDecoder, source: Source) -> Document:
    where = source.line(number)
    decoded = decode(line, where)
    try:
        row = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise Refused(where, f"broken JSON ({_reason(error)})", "one JSON object", "mend the line") from None
    if not isinstance(row, dict):
        raise Refused(where, f"JSON that is no object ({type(row).__name__})", "one JSON object", "mend the line")
    if _SURROGATE.search(decoded.text) and _half_characters(row):
        raise Refused(
            where, "half of a surrogate pair", "whole Unicode characters", "write the row again from its source"
        )
    record = Record(as_in_table(line, decode.utf8), b"", decoded.encoding, number, source.columns)
    return _row(row, OWN_COLUMNS, record, source)


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos + 1}"
    return "nested too deep" if isinstance(error, RecursionError) else "a number of too many digits"


def _half_characters(row: object) -> bool:
    """Whether *row* holds a lone surrogate, which no file and no terminal can take."""
    try:
        json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


def _csv_row(values: list[str], header: list[str], record: Record, source: Source) -> Document | Refused:
    if len(values) != len(header):
        wanted = f"{len(header)}, as in the header"
        found = "1 field" if len(values) == 1 else f"{len(values)} fields"
        where = source.line(record.line)
        return Refused(where, found, wanted, "put fields that hold the delimiter in quotation marks")
    return _row(dict(zip(header, values, strict=True)), COLUMNS, record, source)


def _row(values: Mapping[str, object], wanted: Iterable[str], record: Record, source: Source) -> Document:
    places = _places(list(values), source.columns, wanted)
    row = {name: values[column] for name, column in places.items()}
    found_in = {**{name: f"column {column}" for name, column in places.items()}, "encoding": record.encoding}
    return Document(source.line(record.line), Kind.ROW, row, source.path, found_in, record)


def _places(names: list[str], columns: Mapping[str, str], wanted: Iterable[str]) -> dict[str, str]:
    """Which column holds each *wanted* one: the one that the user named, else the one of our name in any case."""
    ours = {name.strip().casefold(): name for name in reversed(names)}
    chosen = ((name, columns.get(name) if columns.get(name) in names else ours.get(name)) for name in wanted)
    return {name: column for name, column in chosen if column is not None}


def _split(line: str, delimiter: str) -> list[str]:
    """The cells of a header; none for one that no reader of tables could split."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _no_text_column(header: list[str], source: Source) -> Refused:
    names = ", ".join(printable(name[:_SHOWN_LENGTH]) for name in header[:_SHOWN_COLUMNS] if name)
    more = ", …" if len(header) > _SHOWN_COLUMNS else ""
    found = f"the columns {names}{more}" if names else "no header"
    return Refused(source.where, found, "one named text", "say which one holds it: --columns text=NAME")


def _broken_record(error: str, first: int, last: int, source: Source) -> Refused:
    where = source.line(first) + (f" to {last}" if last > first else "")
    if "field limit" in error:
        return _too_long(where, "a field (a quotation mark that nothing closes?)", source)
    if "unexpected end" in error:
        return Refused(where, "a quotation mark that nothing closes", "fields whose quotation marks match", "close it")
    found = "a quotation mark inside a field" if "expected after" in error else f"a broken record ({error})"
    return Refused(where, found, "fields between delimiters", "write quotation marks inside a quoted field twice")


def _too_long(where: str, what: str, source: Source) -> Refused:
    found = f"{what} of more than {row_room(source.limit):,} bytes"
    return Refused(where, found, "shorter ones", "split it, or raise --limit")
