"""Names compared: which is a short form of which, whatever the hyphens, particles and capitals."""

from __future__ import annotations

import functools
import re
import unicodedata

Name = tuple[str, ...]
"""The words of a name as :func:`folded` gives them."""

_SMALL = frozenset({"al", "el", "an", "as", "ash", "at", "ad", "ar", "az", "the", "of", "for", "and", "&"})
_NOUNS = frozenset({"front", "group", "movement", "organization", "militia", "party"})
"""What a body is, at the end of its name: it may be left out."""
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"[’']s?\b")


@functools.lru_cache(maxsize=4096)
def folded(name: str) -> Name:
    """The words of a name for comparison: lower case, without accents, hyphens, articles and possessive endings.

    Example:
        >>> folded("Ruan al-Téveley’s")
        ('ruan', 'teveley')
    """
    letters = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", name)).lower()
    words = _WORD.findall("".join(c for c in letters if not unicodedata.combining(c)))
    return tuple(word for word in words if word not in _SMALL) or tuple(words)


def is_short_for(short: Name, full: Name) -> bool:
    """Whether a person called *full* can go by *short*: last names, first names, or both without the middle ones.

    Example:
        >>> is_short_for(("byrne",), ("ada", "byrne")), is_short_for(("ada", "byrne"), ("ada", "m", "byrne"))
        (True, True)
    """
    n = len(short)
    if not 0 < n < len(full):
        return False
    return full[-n:] == short or full[:n] == short or (n > 1 and (full[0], full[-1]) == (short[0], short[-1]))


def is_part_of(short: Name, full: Name, head: str) -> bool:
    """Whether a body called *full* can go by *short*.

    The words of *short* stand in *full* in the same order, its *head* among them; or *full* only adds what it is.

    Example:
        >>> is_part_of(("quay", "union"), ("quay", "workers", "union"), "union")
        True
        >>> is_part_of(("quay",), ("quay", "workers", "union"), "union")
        False
        >>> is_part_of(("hill", "guard"), ("hill", "guard", "front"), "front")
        True
    """
    if full[:-1] == short and full[-1] in _NOUNS:
        return True
    rest = iter(full)
    return 0 < len(short) < len(full) and head in short and all(word in rest for word in short)


def acronyms_of(name: str) -> frozenset[str]:
    """The first letters of a name of several words: of all, and of those in capitals.

    Example:
        >>> sorted(acronyms_of("League of Quay Workers"))
        ['LOQW', 'LQW']
    """
    words = _WORD.findall(_POSSESSIVE.sub("", name))
    if len(words) < 2:
        return frozenset()
    return frozenset({"".join(w[0] for w in words).upper(), "".join(w[0] for w in words if w[0].isupper())})
