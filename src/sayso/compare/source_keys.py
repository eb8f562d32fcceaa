"""By what sources are known, and which of many keys are of one source with another, without trying them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

Key = tuple[str, ...]
"""The words of a name; of parties and states ``*`` and a key; of an outlet's own staff ``own`` and the outlet."""

_WHOLE = frozenset(("*", "own"))
"""With what keys begin that are no words of names: only equal ones are one source."""


def same_source(one: Key, other: Key) -> bool:
    """Whether two keys are of one source: equal, or all words of one among the other's.

    Example:
        >>> same_source(("byrne",), ("ada", "byrne")), same_source(("*", "SY"), ("SY",))
        (True, False)
    """
    if _WHOLE & {*one[:1], *other[:1]}:
        return one == other
    return bool(one) and bool(other) and (set(one) <= set(other) or set(other) <= set(one))


class SourceKeys:
    """Keys with a number each, of which those of one source with a key are found by its words.

    Looking at every key for every other would grow with the square of the sources.
    """

    def __init__(self) -> None:
        self._equal: defaultdict[Key, list[int]] = defaultdict(list)
        self._having: defaultdict[str, list[Key]] = defaultdict(list)
        self._least: defaultdict[str, list[Key]] = defaultdict(list)

    def add(self, key: Key, number: int) -> None:
        """Remember *key* under *number*; a key may have several."""
        if key and key not in self._equal and key[0] not in _WHOLE:
            for word in set(key):
                self._having[word].append(key)
            self._least[min(key)].append(key)
        self._equal[key].append(number)

    def numbers(self, key: Key) -> list[int]:
        """The numbers of all keys that are of one source with *key*, ascending."""
        return sorted({number for other in self._near(key) if same_source(key, other) for number in self._equal[other]})

    def _near(self, key: Key) -> Iterable[Key]:
        """Keys among which are all that may be of one source with *key*."""
        if not key or key[0] in _WHOLE:
            return (key,) if key in self._equal else ()
        # What has all words of the key has its rarest; what has no others has its own least word among them.
        longer: Sequence[Key] = min((self._having.get(word, ()) for word in key), key=len)
        return {*longer, *(shorter for word in set(key) for shorter in self._least.get(word, ()))}
