"""Lines that were broken to fit a page or a mail, joined to paragraphs again: a statement ends at no such break."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

_SHORT = 0.75
_NARROW = 40
_ENDS = (".", "!", "?", ":", "…", "”", "’", '"', "'", ")")


def unwrapped(lines: Iterable[str]) -> str:
    r"""*lines* as paragraphs, apart by blank lines.

    A paragraph ends at a blank line, and after a line that is much shorter than most and ends a sentence or stands
    before a capital letter. A word that was divided at a line's end is joined where it goes on with a small letter.

    Example:
        >>> unwrapped(["The bridge at Port Ada stays closed until the au-", "tumn, the mayor of Corrin said."])
        'The bridge at Port Ada stays closed until the autumn, the mayor of Corrin said.'
    """
    plain = [" ".join(line.split()) for line in lines]
    lengths = sorted(len(line) for line in plain if line)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    found: list[str] = []
    current = ""
    for line, following in itertools.pairwise([*plain, ""]):
        current = _joined(current, line) if line else current
        if current and (not (line and following) or width < _NARROW or _ends(line, following, width)):
            found.append(current)
            current = ""
    return "\n\n".join(found)


def _ends(line: str, following: str, width: int) -> bool:
    return len(line) < _SHORT * width and (line.endswith(_ENDS) or not following[0].islower())


def _joined(current: str, line: str) -> str:
    if current.endswith("-") and current[-2:-1].isalpha() and line[0].islower():
        return current[:-1] + line
    return f"{current} {line}" if current else line
