"""How deep the elements of a page are nested, told before any parser builds them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_TAG = re.compile(r"<(?:(?P<comment>!--)|(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*))")
_LITERAL = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}
_EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
# These end without an end tag, so that leaving it out nests nothing.
_ENDING = {"a", "body", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt"}
_TABLE = {"caption", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"}
_NOT_NESTING = _LITERAL | _EMPTY | _ENDING | _TABLE
# Parsers open these again when the element around them ends, so they only end with a tag of their own.
_FORMATTING = {"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
_FOREIGN = ("svg", "math")


def nesting(page: str, *, enough: int) -> int:
    """Greatest depth of the elements in *page*, counted no further than *enough*; 0 for a text without tags.

    An estimate in linear time: parsers themselves take quadratic time on hostile pages, or drop what is deep.

    Example:
        >>> nesting("<div><p>The bridge<p>is <b>closed</b>.</div>", enough=100)
        2
    """
    opened: Counter[str] = Counter()
    stack: list[str] = []
    formatting = deepest = 0
    for name, ends in _tags(page, opened):
        if name in _FORMATTING:
            step = 1 if not ends else -1 if opened[name] else 0
            opened[name] += step
            formatting += step
        elif not ends:
            opened[name] += 1
            stack.append(name)
        elif opened[name]:
            _close(name, stack, opened)
        deepest = max(deepest, len(stack) + formatting)
        if deepest >= enough:
            break
    return deepest


def _close(name: str, stack: list[str], opened: Counter[str]) -> None:
    """End the innermost element of *name* and all those inside it."""
    while (ended := stack.pop()) != name:
        opened[ended] -= 1
    opened[name] -= 1


def _tags(page: str, opened: Counter[str]) -> Iterator[tuple[str, bool]]:
    """Name of each tag that nests, and whether it ends its element; nothing from comments and scripts.

    *opened* tells whether a drawing is open, where ``<path/>`` ends itself; elsewhere ``<div/>`` does not.
    """
    resume = 0
    for tag in _TAG.finditer(page):
        if tag.start() < resume:
            continue
        name = (tag["name"] or "").lower()
        until = "-->" if tag["comment"] else f"</{name}" if name in _LITERAL and not tag["end"] else ">"
        resume = _after(page, until, tag.end())
        if resume < 0:
            return
        itself = page.endswith("/>", 0, resume) and any(opened[foreign] for foreign in _FOREIGN)
        if name and name not in _NOT_NESTING and not itself:
            yield name, bool(tag["end"])


def _after(page: str, mark: str, start: int) -> int:
    found = page.find(mark, start)
    return found + len(mark) if found >= 0 else -1
