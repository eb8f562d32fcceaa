"""Quotation marks: which stretches of a text stand inside them, and how far a content is quoted."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.article import Span
from sayso.attribution import Quotation

_MARK = re.compile(
    r"\n"
    r"|[“”„«»\"]"
    r"|''|``|‘‘|’’"
    # A single mark opens a quotation only before a word and after a gap; it closes one only where no letter follows,
    # so that apostrophes inside words and before clitics stay apostrophes.
    r"|(?<![^\s(\[—–-])‘(?=\w)|’(?!\w)"
)
_CLOSES = {
    "“": {"”"},
    "„": {"“", "”"},
    "«": {"»"},
    "»": {"«"},
    '"': {'"'},
    "''": {"''"},
    "``": {"''", "’’"},
    "‘‘": {"’’", "''"},
    "‘": {"’"},
    "”": {"”"},
}
_NEVER_OPENS = {"\n", "’", "’’"}
# Finnish and Swedish quotations, and slips in English ones, open with the mark that closes.
_CURLY_OPENS = re.compile(r"(?<![^\s(\[])”(?=\w)")
# A straight mark has no side, but the gap beside it has: these can only open, or only close.
_STRAIGHT_OPENS = re.compile(r"(?<![^\s(\[—–-])\"(?=\S)")
_STRAIGHT_CLOSES = re.compile(r"(?<=[^\s(\[=—–-])\"(?=[\s.,;:!?)\]]|\Z)")
_WORD = re.compile(r"\w+")


@dataclasses.dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks, and the marks; the closing one is empty where the line ends before it."""

    opening: Span
    inside: Span
    closing: Span


def quoted_stretches(text: str) -> list[Quoted]:
    """The stretches between quotation marks, in reading order.

    Reads “ ”, ” ”, " ", '' '', `` '', « », » «, „ “ and ‘ ’. A mark left open ends with its line: newspapers open each
    paragraph of a long quotation and close only the last, so an odd count of marks is normal. Where scraping ate the
    line break or a mark, the next straight mark that can only open begins a quotation of its own, and one that can
    only close opens none, so that one lost mark does not turn the rest of the text inside out. A single mark that
    nothing closes is an apostrophe.
    """
    found: list[Quoted] = []
    opening: re.Match[str] | None = None
    for match in _MARK.finditer(text):
        mark = match.group()
        if opening and opening.group() == mark == '"' and _STRAIGHT_OPENS.match(text, match.start()):
            found.append(_quoted(opening, match.start(), match.start()))
            opening = match
        elif opening and (mark == "\n" or mark in _CLOSES[opening.group()]):
            if opening.group() != "‘" or mark == "’":
                found.append(_quoted(opening, match.start(), match.start() if mark == "\n" else match.end()))
            opening = None
        elif mark not in _NEVER_OPENS and (opening is None or opening.group() == "‘") and not _closes(match):
            # A double mark inside a single one: the single mark was an apostrophe or a quotation around this one.
            opening = match
    if opening and opening.group() != "‘":
        found.append(_quoted(opening, len(text), len(text)))
    return [quoted for quoted in found if quoted.inside.start < quoted.inside.end]


def _closes(mark: re.Match[str]) -> bool:
    """Whether a mark can only close."""
    if mark.group() == "”":
        return _CURLY_OPENS.match(mark.string, mark.start()) is None
    return _STRAIGHT_CLOSES.match(mark.string, mark.start()) is not None


def _quoted(opening: re.Match[str], end: int, closed: int) -> Quoted:
    return Quoted(Span(*opening.span()), Span(opening.end(), end), Span(end, closed))


def quoted_spans(text: str) -> list[Span]:
    """The words inside quotation marks, the marks left out, in reading order.

    Example:
        >>> [span.of("“No,” she said.") for span in quoted_spans("“No,” she said.")]
        ['No,']
    """
    return [quoted.inside for quoted in quoted_stretches(text)]


def with_curly_marks(text: str, quoted: Sequence[Quoted]) -> str:
    """The text with the marks of *quoted* as “ and ”, of the same length: the encoder need know one form only.

    Example:
        >>> text = "''No,'' she said."
        >>> with_curly_marks(text, quoted_stretches(text))
        '“ No, ” she said.'
    """
    characters = list(text)
    for one in quoted:
        characters[one.opening.start : one.opening.end] = "“".ljust(one.opening.end - one.opening.start)
        if one.closing.start < one.closing.end:
            characters[one.closing.start : one.closing.end] = "”".rjust(one.closing.end - one.closing.start)
    return "".join(characters)


def quotation_of(text: str, content: Sequence[Span], quoted: Sequence[Span] | None = None) -> Quotation:
    """Direct when nine tenths of the words of *content* are quoted, indirect when a tenth or less, else mixed.

    Args:
        text: The article's text.
        content: Spans of one attribution; without any the quotation is indirect.
        quoted: What :func:`quoted_spans` says of *text*, where the caller asks for many contents of it.
    """
    inside = quoted_spans(text) if quoted is None else quoted
    starts = [span.start for span in inside]
    words = [span.start + m.start() for span in content for m in _WORD.finditer(span.of(text))]
    hits = 0
    for word in words:
        i = bisect_right(starts, word) - 1
        hits += i >= 0 and word < inside[i].end
    share = hits / len(words) if words else 0.0
    if share >= 0.9:
        return Quotation.DIRECT
    return Quotation.INDIRECT if share <= 0.1 else Quotation.MIXED
