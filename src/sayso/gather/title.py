"""Titles of pages, which carry more than the headline: the outlet's name, a section, a label."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SEPARATOR = re.compile(r"\s[|–—:•·»-]\s|\s?[|»]\s?|:\s|\s::\s")
_SHORTEST_CUT = 40
_LONGEST_NAME = 60


def without_ends(title: str, names: Iterable[str]) -> str:
    """*title* without one of *names* at its beginning or end, where a sign sets it apart.

    Example:
        >>> without_ends("Bridge closed - The Inland Post", ["The Inland Post"])
        'Bridge closed'
    """
    ours = {name.casefold() for name in names}
    for cut in _SEPARATOR.finditer(title):
        before, after = title[: cut.start()], title[cut.end() :]
        if before and after.casefold() in ours:
            return before
        if after and before.casefold() in ours:
            return after
    return title


def same_headline(title: str, headline: str) -> bool:
    """Whether *headline* is *title* made whole, or *title* is *headline* with something set apart before or after it.

    Example:
        >>> same_headline("Opinion | The bridge can wait", "The bridge can wait")
        True
    """
    if len(title) >= _SHORTEST_CUT and headline.startswith(title.rstrip(".… ")):
        return True
    parts = ((title[: cut.start()], title[cut.end() :]) for cut in _SEPARATOR.finditer(title))
    return any(headline in pair for pair in parts)


def outlet_in_title(title: str, headlines: Iterable[str]) -> str | None:
    """What a title has beside the headline: usually the outlet's name, the last part of what follows.

    Example:
        >>> outlet_in_title("Bridge closed | Corrin | The Inland Post", ["Bridge closed"])
        'The Inland Post'
    """
    for headline in headlines:
        for cut in _SEPARATOR.finditer(title):
            before, after = title[: cut.start()], title[cut.end() :]
            if before == headline:
                return _short(_SEPARATOR.split(after)[-1])
            if after == headline:
                return _short(_SEPARATOR.split(before)[0])
    return None


def _short(name: str) -> str | None:
    return name if 0 < len(name) <= _LONGEST_NAME else None
