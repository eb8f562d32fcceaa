"""Numbers that are the subject of what follows: "12 people were killed", "12 dead", "12, including a child, died"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution import Quantity
from sayso.figures.grammar import BE, CLAUSES, ENDS, HELPERS, INCLUDING, KEEPS_BE, MARKS, PREPOSITIONS, VERBS
from sayso.figures.phrases import Counted, Kind
from sayso.figures.reading import Reading
from sayso.figures.triggers import Side, Trigger

_SEARCHED = 24
_AMONG_WITHIN = 12
_AMONG = {"among", "amongst"}
_VICTIMS = {"victims", "casualties", "fatalities"}
_BEFORE_INNER_NUMBER = INCLUDING | PREPOSITIONS | {"and", ",", "them", "whom"}
_INSIDE = {"from", "in", "at", "by", "on", "near", "into", "during", "within"}

Governed = tuple[Quantity, Trigger | None] | None
"""What a number counts, and the trigger that says so if one does; ``None`` where a rule does not hold."""


def subject(reading: Reading, one: Counted) -> Governed:
    """What becomes of *one* as the subject of the clause that follows it.

    Reads on to the first trigger. Gives up where another clause begins, where a finite verb has *one* as its subject,
    and where "be" turns out to belong to another participle.
    """
    be = relative = strayed = False
    for index in _clause(reading, one):
        word = reading.low[index]
        if trigger := reading.triggers.get(index):
            return _governed(reading, one, trigger, be=be, strayed=strayed)
        if index in reading.numbers:
            if be:
                return None
        elif word in BE:
            be = True
        elif word == "who":
            be, relative = False, True
        elif be and word in _AMONG:
            return _among(reading, index)
        elif be and not relative and word not in KEEPS_BE:
            second = _second_participle(reading, index)
            return _governed(reading, one, second, be=True, strayed=strayed) if second else None
        elif word not in KEEPS_BE:
            be, strayed, relative = False, True, relative and not be
    return None


def _clause(reading: Reading, one: Counted) -> Iterator[int]:
    """The words that follow *one* in its clause; marks, adverbs, helping verbs and what stands in brackets left out."""
    index, end = one.last, min(len(reading.low), one.last + _SEARCHED)
    while index < end:
        word = reading.low[index]
        inner = reading.numbers.get(index) if index not in reading.triggers else None
        if inner and not _is_fellow(reading, index, inner):
            return
        if index in reading.triggers or inner or _is_part_of_clause(word, one):
            yield index
        elif word == "(" and ")" in reading.low[index:end]:
            index = reading.low.index(")", index)
        elif word not in MARKS and word not in HELPERS and not word.endswith("ly"):
            return
        index = max(inner.last, inner.number.last) if inner else index + 1


def _is_fellow(reading: Reading, index: int, inner: Counted) -> bool:
    """Whether the number at word *index* shares the subject: not the 30 of "12 martyrs and 30 injured"."""
    before = reading.at(index - 1)
    own = before in {"and", ","} and inner.kind is Kind.NOTHING and inner.last in reading.triggers
    return before in _BEFORE_INNER_NUMBER and not own


def _is_part_of_clause(word: str, one: Counted) -> bool:
    if word == "who":  # whoever a relative clause tells of is no news: "a boy who was injured sits in a tent"
        return not one.single
    if word in BE or word in KEEPS_BE:
        return True
    return not (
        word in CLAUSES or word in VERBS or word in ENDS or word in MARKS or word in HELPERS or word[-2:] == "ly"
    )


def _governed(reading: Reading, one: Counted, trigger: Trigger, *, be: bool, strayed: bool) -> Governed:
    """What *trigger* says of *one*; ``None`` where *one* cannot be its subject."""
    if one.kind is Kind.NOTHING and (strayed or _is_an_age(reading, one)):
        return None
    if Side.SUBJECT in trigger.sides:
        return trigger.quantity, trigger
    if Side.PARTICIPLE not in trigger.sides:
        return None
    if be:
        # "six people from one family were killed" tells of six.
        holds = reading.at(one.number.first - 1) not in _INSIDE
    elif one.single or trigger.quantity is Quantity.MISSING:
        holds = reading.is_lone(trigger)
    else:
        holds = not reading.is_active(trigger)
    return (trigger.quantity, trigger) if holds else None


def _is_an_age(reading: Reading, one: Counted) -> bool:
    """Whether one person of that age is meant, the commas lost: "Ada Byrne 34 was killed"."""
    return one.number.size > 1 and not one.of and reading.at(one.last) in {"was", "is", "has"}


def _second_participle(reading: Reading, index: int) -> Trigger | None:
    """The trigger of "rounded up and executed", where "be" before word *index* belongs to both participles."""
    for at in range(index + 1, index + 4):
        if reading.at(at) == "and":
            trigger = reading.triggers.get(at + 1)
            return trigger if trigger and Side.PARTICIPLE in trigger.sides else None
    return None


def _among(reading: Reading, index: int) -> Governed:
    """What became of those among whom it is said to be: "two medics were among at least 31 people killed"."""
    for at in range(index + 1, min(index + _AMONG_WITHIN, len(reading.low))):
        trigger = reading.triggers.get(at)
        if trigger and trigger.sides & (Side.PARTICIPLE | Side.HEAD):
            return trigger.quantity, trigger
        if reading.low[at] in _VICTIMS:
            return Quantity.KILLED, None
    return None
