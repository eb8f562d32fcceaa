"""Who is counted: in the text's words, and as a class."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution import Quantity
from sayso.figures.grammar import BE, CLOSED
from sayso.figures.people import BESIDE, CHILDREN, GENERAL, MANY, ONE, PEOPLE
from sayso.figures.phrases import AGED, Counted, Kind
from sayso.figures.words import Word

_NOBODY_NAMED = {"them", "those", "these", "whom", "us", "other", "others"}
_NOT_WHO = {"mostly", "mainly", "largely", "separate", "fewer"}
_LONGEST_TAIL = 7
_LONGEST_COMPLEMENT = 6
_ADULT = 18


def who(words: Sequence[Word], counted: Counted, text: str) -> str | None:
    """The text's own words for who or what is counted: "opposition fighters", "members of the harbour police".

    ``None`` where the text has none, as in "wounding 30" and "two of them". Of a part of a whole it is what the text
    says of that part: "nurses" in "two of the dead were nurses".
    """
    first, last = _named(words, counted)
    return text[words[first].span.start : words[last - 1].span.end] if first < last else None


def who_class(words: Sequence[Word], counted: Counted, quantity: Quantity) -> str | None:
    """The class of who is counted, one of those in ``sayso.figures.people``; ``None`` for what is no casualty.

    Only what the words say: residents are people, not civilians, unless the text calls them so.
    """
    first, last = _named(words, counted)
    low = [word.low for word in words[first:last]]
    heads = [index for index, word in enumerate(low) if word in MANY or word in ONE]
    if counted.kind is Kind.THINGS or (quantity is Quantity.OTHER and not heads):
        return None
    if "of" in low:
        heads = [index for index in heads if index < low.index("of")]
    if not heads:
        return CHILDREN if low and _is_child(low[0]) else PEOPLE
    # "women and children" is no class of its own.
    return PEOPLE if {"and", "or"} & set(low[heads[0] : heads[-1]]) else _class_of(low, low[heads[-1]])


def _class_of(low: Sequence[str], head: str) -> str:
    if head in GENERAL:
        for name, beside in BESIDE.items():
            if not beside.isdisjoint(low):
                return name
    return MANY.get(head) or ONE[head]


def _is_child(word: str) -> bool:
    aged = AGED.fullmatch(word)
    return aged is not None and (aged[2] != "year" or int(aged[1]) < _ADULT)


def _named(words: Sequence[Word], counted: Counted) -> tuple[int, int]:
    """The half-open range of words that name the counted; empty where none do."""
    first, last = counted.first, counted.last
    if counted.of and (complement := _complement(words, last)):
        return complement
    while first < last and words[first].low in _NOT_WHO:
        first += 1
    if first == last or words[last - 1].low in _NOBODY_NAMED:
        return last, last
    return first, _tail(words, last) if words[last - 1].low in GENERAL else last


def _tail(words: Sequence[Word], last: int) -> int:
    """Where "members of the harbour police" ends, its general noun before word *last*."""
    if last >= len(words) or words[last].low != "of":
        return last
    for end in range(last + 1, min(last + 1 + _LONGEST_TAIL, len(words))):
        low = words[end].low
        if (low in CLOSED and low not in {"the", "a", "an", "his", "their", "its"}) or low.endswith("ed"):
            return end if end > last + 1 else last
    return min(last + 1 + _LONGEST_TAIL, len(words))


def _complement(words: Sequence[Word], last: int) -> tuple[int, int] | None:
    """What a part is said to be: "two of the dead were harbour nurses"."""
    starts = [index for index in range(last, min(last + _LONGEST_COMPLEMENT, len(words))) if words[index].low in BE]
    if not starts:
        return None
    first = starts[0] + 1
    for index in range(first, min(first + _LONGEST_COMPLEMENT, len(words))):
        if words[index].low in MANY:
            return first, index + 1
        if words[index].low in CLOSED:
            return None
    return None
