"""Where a headline stands in a text."""

from __future__ import annotations

import re

from sayso.article import Span

_WITHIN = 300
_LONGEST = 150
_SEARCHED = 2 * _LONGEST
_BLANK_LINE = re.compile(r"\r?\n[^\S\r\n]*\r?\n")
_NO_HEADLINE = re.compile(r"(?:By|BY|Source|SOURCE)\b|.*(?<!\.\w)[.,:;]$")


def headline_span(text: str, title: str | None) -> Span | None:
    """Where *title* stands in *text*, if it begins within the first 300 characters."""
    if title is None:
        return None
    start = text.find(title, 0, _WITHIN + len(title))
    return Span(start, start + len(title)) if start >= 0 else None


def first_line_headline(text: str) -> Span | None:
    r"""The first line of *text* if it looks like a headline: short, no full stop, a blank line and more text after it.

    Example:
        >>> first_line_headline("Bridge closed\n\nThe bridge at Port Ada is closed, the mayor said.")
        Span(start=0, end=13)
    """
    start = len(text) - len(text.lstrip())
    gap = _BLANK_LINE.search(text, start, start + _SEARCHED)
    if gap is None:
        return None
    line = text[start : gap.start()].rstrip()
    goes_on = len(text[gap.end() :].strip()) > len(line)
    likely = goes_on and len(line) <= _LONGEST and "\n" not in line and not _NO_HEADLINE.match(line)
    return Span(start, start + len(line)) if likely else None
