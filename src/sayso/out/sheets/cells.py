"""Cells of a workbook: what is written in them, and what still counts as the same when they come back.

People's programs change cells that nobody edited: numbers for text, dates for text, TRUE for yes, other line ends and
quotation marks, less white space, no apostrophe in front. :func:`canonical` gives one form for all of these.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterator

from sayso.out.sheets.columns import Column, Type

LONGEST = 32_767
"""Most UTF-16 units that a cell of Excel holds."""
_DIGEST = 8
"""Hexadecimal digits of a cell's digest: one edit in four thousand million would go unseen."""
_LONGEST_NUMBER = 40
_EXACT = 10**15
"""Spreadsheets keep fifteen digits of a number."""

_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f]|005[Ff]|[Ff]{3}[EeFf])_")
"""How the file format writes a character that XML does not have, and the underscore of what only looks like that."""
_CONTROL = re.compile(r"_x(?:00[01][0-9A-Fa-f]|[Ff]{3}[EeFf])_|[\x00-\x1f\ufffe\uffff]")
_ALIKE = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"',
    "«": '"', "»": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "…": "...",
})  # fmt: skip
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?")
_DAY = re.compile(r"(\d{4}-\d\d)(-\d\d)?(?:T?(\d\d:\d\d:\d\d)Z?)?")
_FLAGS = {"true": "yes", "false": "no"}


def cell_of(column: Column, value: object) -> str | int | float | None:
    """A value as a cell holds it, ``None`` for nothing and for an empty list.

    Lists are JSON, flags ``yes`` or ``no``, and a number that a spreadsheet would round is text.
    """
    if column.type is Type.BOOLEAN and value is not None:
        return "yes" if value else "no"
    if column.type in (Type.LIST, Type.OFFSETS):
        return json.dumps(value, ensure_ascii=False) if value else None
    if isinstance(value, int) and abs(value) >= _EXACT:
        return str(value)
    return value if isinstance(value, str | int | float) else None


def pieces(text: str) -> Iterator[str]:
    """*text* in pieces that each fit a cell; no character is cut in two."""
    rest = text
    while len(rest) > LONGEST // 2 and len(rest.encode("utf-16-le")) // 2 > LONGEST:
        # What fits is at most so many code points; wide ones count twice.
        piece = rest[:LONGEST].encode("utf-16-le")[: LONGEST * 2].decode("utf-16-le", "ignore")
        yield piece
        rest = rest[len(piece) :]
    yield rest


def unescaped(value: object) -> object:
    """A cell's value without the escapes of the file format, which openpyxl leaves: ``_x000D_`` is a line end."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if isinstance(value, str) else value


def plain(value: object) -> str:
    """What a person reads in a cell, as text: one kind of line end, ends trimmed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:.15g}"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def alike(text: str) -> str:
    """*text* with one form for every quotation mark, dash and ellipsis, and one space for each run of white space."""
    return " ".join(text.translate(_ALIKE).split())


def canonical(value: object) -> str:
    r"""One form for a cell and for whatever a spreadsheet makes of it without anybody's doing.

    Example:
        >>> canonical("“Tis” the\r\nquay ") == canonical('"Tis" the quay')
        True
        >>> {canonical(2.5), canonical("2.50")}, canonical(True), canonical("'=SUM( A1 )")
        ({'2.5'}, 'yes', '=SUM(A1)')
    """
    # LibreOffice 7.4 writes the text _x000D_ as if it were a carriage return, and its own format loses tabs: here
    # neither counts, and no white space does.
    text = _CONTROL.sub("", alike(plain(value))).replace(" ", "").lstrip("'")
    if len(text) <= _LONGEST_NUMBER:
        if _NUMBER.fullmatch(text):
            return f"{float(text.replace(',', '')):.15g}"
        if day := _DAY.fullmatch(text):
            month, of_month, time = day.groups()
            return f"{month}{of_month or '-01'}" + (f"T{time}" if time and time != "00:00:00" else "")
        return _FLAGS.get(text.casefold(), text)
    return text


def digest(value: object) -> str:
    """A short digest of a cell's canonical form."""
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]


def is_as_written(value: object, written: str) -> bool:
    """Whether a cell that came back, as openpyxl gives it, is the one of the digest that was *written* down.

    Texts that only look like escapes come back escaped from Excel and bare from LibreOffice.
    """
    return written in (digest(unescaped(value)), digest(value))


def digests(cells: str) -> list[str]:
    """The digests that were written one after the other."""
    return [cells[place : place + _DIGEST] for place in range(0, len(cells), _DIGEST)]
