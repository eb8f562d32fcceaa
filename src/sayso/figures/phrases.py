"""What stands beside a number: the noun phrase that it counts, and single persons who are counted without a number."""

from __future__ import annotations

import dataclasses
import enum
import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.figures.grammar import CLOSED
from sayso.figures.numbers import Number, numbers_in
from sayso.figures.people import ONE, is_people, is_person
from sayso.figures.things import MEASURES, THINGS
from sayso.figures.triggers import Side, Trigger
from sayso.figures.words import Word, low

_LONGEST = 9
_LONGEST_FOR_ONE = 4
_STATE_WITHIN = 3
_FILLERS = {"more", "other", "additional", "further", "fellow"}
_DEFINITE = {"the", "those", "his", "her", "its", "their", "our", "all"}
_COUNTED_PRONOUNS = {"them", "those", "these", "whom", "us"}
_STATES = {"wounded", "injured", "displaced", "missing", "dead", "evacuated"}
_QUOTES = {'"', "“", "”", "‘", "’"}
_JOINING = {"and", "or"}
_NO_PLURAL = ("ss", "us", "is", "'s", "’s")
AGED = re.compile(r"(\d{1,3})[-–](year|month|week|day)s?[-–]old", re.ASCII)
"""An age as one word: "12-year-old"."""


class Kind(enum.Enum):
    """What a noun phrase names; ``NOTHING`` where no known noun follows the number, as in "wounding 30 in Port Ada"."""

    PEOPLE = enum.auto()
    THINGS = enum.auto()
    MEASURE = enum.auto()
    NOTHING = enum.auto()


@dataclasses.dataclass(frozen=True, slots=True)
class Counted:
    """A number and what it counts.

    Attributes:
        number: The number; for "a child" one.
        first: First word of what names the counted.
        last: The word after it.
        kind: What is counted.
        of: Whether it is part of a whole that is named after it, as in "two of the wounded".
        state: The participle inside the phrase that says what became of them, as in "30 injured people".
        single: Whether it is one person without a number, as in "a child": a figure only where a casualty.
    """

    number: Number
    first: int
    last: int
    kind: Kind
    of: bool = False
    state: Trigger | None = None
    single: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class _Sentence:
    """The words, the triggers by their first word, and the words that belong to numbers."""

    words: Sequence[Word]
    triggers: Mapping[int, Trigger]
    taken: frozenset[int]


def counted_in(words: Sequence[Word], triggers: Sequence[Trigger]) -> list[Counted]:
    """Every number of a sentence with the phrase that it counts, and every single person, in reading order."""
    numbers = numbers_in(words)
    taken = frozenset(index for number in numbers for index in range(number.first, number.last))
    sentence = _Sentence(words, {trigger.first: trigger for trigger in triggers}, taken)
    found = [_counted(sentence, number) for number in numbers]
    found += _single(sentence)
    return sorted(found, key=lambda each: each.number.first)


def _counted(s: _Sentence, number: Number) -> Counted:
    first, of = number.last, False
    if low(s.words, first) == "of":
        first += 1
        while low(s.words, first) in _DEFINITE:
            first, of = first + 1, True
        if low(s.words, first) in _COUNTED_PRONOUNS:
            return Counted(number, first, first + 1, Kind.NOTHING, of=True)
    while low(s.words, first) in _FILLERS:
        first += 1
    return dataclasses.replace(_phrase(s, number, first), of=of)


def _phrase(s: _Sentence, number: Number, first: int) -> Counted:
    """The noun phrase from word *first* on: up to its head if that is on a list, else up to a plural."""
    state, plural = None, None
    first = next(_open(s.words, first), first)
    for index in _open(s.words, first):
        word = s.words[index].low
        if word in MEASURES:
            return Counted(number, first, index + 1, Kind.MEASURE)
        if index in s.taken:
            break
        if _is_noun(word) or (number.size == 1 and is_person(word)):
            last = _compound(s, index)
            kind = Kind.THINGS if s.words[last - 1].low in THINGS else Kind.PEOPLE
            return Counted(number, first, last, kind, state=state)
        trigger = s.triggers.get(index)
        if trigger and word in _STATES and _leads_to_people(s, index + 1):
            state = trigger
        elif trigger and Side.HEAD in trigger.sides and word not in _STATES:
            return Counted(number, first, index, Kind.NOTHING)  # civilian deaths
        elif trigger or word in CLOSED:
            break
        if plural is None and _looks_plural(word):
            plural = index
    if plural is None:
        return Counted(number, first, first, Kind.NOTHING)
    # A nation's name is the only plural with a capital that follows a number: "five Selvanians".
    return Counted(number, first, plural + 1, Kind.PEOPLE if s.words[plural].capital else Kind.NOTHING)


def _open(words: Sequence[Word], first: int) -> Iterator[int]:
    """The words from *first* on that can belong to a noun phrase; quotation marks and short brackets left out."""
    index, end = first, min(first + _LONGEST, len(words))
    while index < end:
        closing = next((i for i in range(index + 1, min(index + 4, end)) if words[i].low == ")"), None)
        if words[index].low == "(" and closing:  # "Hill League (HL) fighters"
            index = closing
        elif words[index].low not in _QUOTES:
            yield index
        index += 1


def _compound(s: _Sentence, head: int) -> int:
    """Where nouns end that begin with *head*: "family members", "women and children"."""
    last = head + 1
    while last < len(s.words) and last not in s.taken:
        if s.words[last].low in _JOINING and is_people(low(s.words, last + 1)):
            last += 2
        elif _is_noun(s.words[last].low):
            last += 1
        else:
            break
    return last


def _is_noun(word: str) -> bool:
    return is_people(word) or word in THINGS


def _leads_to_people(s: _Sentence, first: int) -> bool:
    """Whether a noun for people follows within the same phrase: "wounded and exhausted soldiers"."""
    for word in s.words[first : first + _STATE_WITHIN]:
        if is_people(word.low):
            return True
        if word.low in CLOSED and word.low not in _JOINING:
            return False
    return False


def _looks_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(_NO_PLURAL)) or word.endswith("men")


def _single(s: _Sentence) -> Iterator[Counted]:
    """Single persons: "a pregnant woman", "a 12-year-old", and the second of "a woman and child"."""
    for index, word in enumerate(s.words):
        last = _person(s, index + 1) if word.low in {"a", "an"} and index not in s.taken else None
        if last is None:
            continue
        yield _one(index, index + 1, last)
        if low(s.words, last) == "and" and low(s.words, last + 1) in ONE:
            yield _one(last + 1, last + 1, last + 2)


def _one(first: int, noun: int, last: int) -> Counted:
    return Counted(Number(1, 1, first, first, noun), noun, last, Kind.PEOPLE, single=True)


def _person(s: _Sentence, first: int) -> int | None:
    """Where the phrase for one person ends that begins at *first*, if there is one."""
    for index in range(first, min(first + _LONGEST_FOR_ONE, len(s.words))):
        word = s.words[index].low
        if word in ONE:
            last = index + 1
            while low(s.words, last) in ONE:
                last += 1
            return last if _is_head(s, last) else None
        if AGED.fullmatch(word) and _is_head(s, index + 1):
            return index + 1
        if word in CLOSED or index in s.taken:
            return None
    return None


def _is_head(s: _Sentence, last: int) -> bool:
    """Whether no other noun follows what ends before word *last*, as one does in "a rebel group"."""
    if last >= len(s.words) or last in s.triggers:
        return True
    after = s.words[last]
    return after.low in CLOSED or after.capital or after.low[0].isdigit()
