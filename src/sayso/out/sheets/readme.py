"""The sheet "Read me" of a workbook: what it is, how to review in it, and what each column means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.out.sheets.cells import LONGEST
from sayso.out.sheets.columns import Sheet, Type
from sayso.out.sheets.package import About

NAME = "Read me"
CONTINUED = "Continued"
"""The sheet of what is too long for one cell."""

_TYPES = {
    Type.TEXT: "text", Type.INTEGER: "whole number", Type.NUMBER: "number", Type.BOOLEAN: "yes or no",
    Type.TIME: "instant in UTC", Type.LIST: "list of texts, as JSON", Type.OFFSETS: "list of [start, end], as JSON",
}  # fmt: skip

_REVIEW = (
    "Review in the sheet Attributions, in the columns with a dark heading, and save the file as .xlsx. "
    "`sayso import LEDGER FILE --by NAME` makes one decision of each cell that you changed, and of nothing else.",
    "Rows may be sorted, filtered and deleted, columns moved, deleted and added, sheets renamed: what you did not "
    "change is not imported. Leave the first two columns as they are; they say which row is which.",
    "verdict: accepted or rejected. Words of source, cue and content must be words of the article, and stand in it "
    "once; put … between parts that stand apart. named: yes or no.",
    "An emptied cell says that there is nothing: that nobody is named, say. An emptied verdict or grade takes back "
    "your own, never another person's.",
    "same_as, not_same_as, disputes, not_disputes: the name of another attribution; of several, one a line.",
    "Two people may decide differently. Then both stand, and `sayso review LEDGER --conflicts` shows it.",
)
_PERMALINK = (
    "A permalink is the path of a row in Sayso's desk, the pages that show this ledger; it stays the same from "
    "export to export. A comparison has a number and keeps it, so the permalinks of claims lead to that comparison."
)
_TOO_LONG = (
    f"A cell holds {LONGEST:,} characters at most. What is longer goes on in the sheet {CONTINUED}, by permalink, "
    "column and part."
)


def lines(about: About, sheets: Sequence[Sheet]) -> Iterator[tuple[str | int | None, ...]]:
    """The rows of the sheet; those that begin with ``#`` are headings, without it."""
    yield ("# Sayso export",)
    yield "ledger", about.ledger
    yield "log", about.origin
    yield "made", f"{about.exported_at} by {about.who}, Sayso {about.sayso}"
    yield "asked for", ", ".join(f"{name} {value}" for name, value in about.asked.items()) or "everything"
    yield "log entries", about.log_size
    yield "comparison", about.comparison or "none was made: `sayso compare LEDGER` makes one"
    yield ("# Rows: all that the ledger has of what was asked for",)
    yield from ((sheet.name, about.rows[sheet.name], sheet.meaning) for sheet in sheets)
    yield ("# How to review",)
    yield from ((line,) for line in _REVIEW)
    yield ("# Permalinks, and long texts",)
    yield (_PERMALINK,)
    yield (_TOO_LONG,)
    yield ("# Columns",)
    yield "sheet", "column", "holds", "unit", "values", "reviewed", "meaning"
    for sheet in sheets:
        for column in sheet.columns:
            reviewed = "yes" if column.review else None
            yield (sheet.name, column.name, _TYPES[column.type], column.unit, ", ".join(column.vocabulary) or None,
                   reviewed, column.meaning)  # fmt: skip
