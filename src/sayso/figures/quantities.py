"""What the numbers of a sentence count: killed, wounded, missing, displaced, or something else.

Without a parser. A number is the object of what stands before it ("killed 12"), the subject of what follows
(``subject``), a part of another number ("12, among them three children"), its fellow ("six civilians and two
soldiers"), or what a total comes to ("the death toll rose to 31"). Each of these is a rule below, read off word lists,
so that scraped text which has lost its commas reads the same.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from sayso.article import Span
from sayso.attribution import Quantity
from sayso.figures.grammar import BE, CLAUSES, ENDS, INCLUDING, LINKS, VERBS
from sayso.figures.people import ONE
from sayso.figures.phrases import Counted, Kind
from sayso.figures.reading import Reading, reading_of
from sayso.figures.subject import Governed, subject
from sayso.figures.triggers import Side, Trigger
from sayso.figures.words import Word, listed

_NEAR = 8
_FELLOW_WITHIN = 9
_TOTAL_WITHIN = 30
_CROWD = 10
"""Below that, people who are counted but not as casualties are actors ("two ministers"), not figures."""

_CLAIMED = listed("claimed claims claiming claim cost costs costing took takes taking taken")
_VICTIMS = {"victims", "casualties", "fatalities"}
_PRONOUNS = {"them", "whom"}
_TOTALS = listed(
    "to at is was as stands stood reached reaches reaching hit hits now exceeded exceeds passed topped surpassed tops"
    " number numbers numbered totalled totaled between from"
)
"""Words between a total and its number: "the toll stands at"."""
_FELLOWS = (
    ("along", "with"),
    ("together", "with"),
    ("as", "well", "as"),
    ("in", "addition", "to"),
    ("besides",),
    ("plus",),
)


@dataclasses.dataclass(frozen=True, slots=True)
class Count:
    """A figure in a sentence: what it counts, the number with its phrase, and the trigger that says it if one does."""

    quantity: Quantity
    counted: Counted
    trigger: Trigger | None

    def range(self) -> tuple[int, int]:
        """The half-open range of words that say it: the number and its phrase, and the trigger where it is near."""
        number, trigger = self.counted.number, self.trigger
        first, last = number.first, max(number.last, self.counted.last)
        if trigger and trigger.first - last <= _NEAR and first - trigger.last <= _NEAR:
            first, last = min(first, trigger.first), max(last, trigger.last)
        return first, last

    def span(self, words: Sequence[Word]) -> Span:
        """The text from the first to the last word of :meth:`range`."""
        first, last = self.range()
        return Span(words[first].span.start, words[last - 1].span.end)


def counts_in(words: Sequence[Word], *, displacement: bool) -> list[Count]:
    """The figures of a sentence in reading order.

    Args:
        words: The sentence.
        displacement: Whether the article reports that people flee or are moved.

    Example:
        >>> from sayso.figures.words import sentences
        >>> sentence = sentences("The blast killed six people and wounded dozens.")[0]
        >>> [(c.quantity.value, c.counted.number.low) for c in counts_in(sentence, displacement=False)]
        [('killed', 6), ('wounded', 24)]
    """
    reading = reading_of(words, displacement=displacement)
    found: list[Count] = []
    for one in reading.counted:
        if one.kind is Kind.MEASURE:
            continue
        for rule in _RULES:
            governed = rule(reading, one, found)
            if governed and _fits(*governed, one):
                quantity = Quantity.OTHER if one.kind is Kind.THINGS else governed[0]
                found.append(Count(quantity, one, governed[1]))
                break
    return found


def _fits(quantity: Quantity, trigger: Trigger | None, one: Counted) -> bool:
    """Whether *one* can be counted so: only people are displaced, and ordinary words say so only of people."""
    ordinary = trigger is not None and trigger.ordinary
    if quantity is not Quantity.DISPLACED:
        return not ordinary or one.kind is Kind.PEOPLE
    if one.single or (ordinary and one.number.size < _CROWD):
        return False
    return one.kind is not Kind.NOTHING or one.last == one.first


def _object(reading: Reading, one: Counted, _: list[Count]) -> Governed:
    """Killed 12 · killing at least 12 · the deaths of 12 · claimed 12 lives."""
    first = one.number.first
    if reading.at(first - 1) in _CLAIMED and reading.at(one.last) == "lives":
        return Quantity.KILLED, None
    trigger = reading.ending.get(first - reading.at(first - 1).endswith("ly"))
    if trigger is None or Side.OBJECT not in trigger.sides or reading.is_passive(trigger):
        return None
    return None if _is_split(reading, trigger, one) else (trigger.quantity, trigger)


def _is_split(reading: Reading, trigger: Trigger, one: Counted) -> bool:
    """Whether a lost comma stands between *trigger* and *one*: "10 civilians killed 15 injured"."""
    own = reading.triggers.get(one.last)
    if own is None or Side.PARTICIPLE not in own.sides & trigger.sides:
        return False
    return reading.at(trigger.first - 1) in ONE or any(other.last == trigger.first for other in reading.counted)


def _part(reading: Reading, one: Counted, found: list[Count]) -> Governed:
    """12, among them three children · including two medics · two of them women."""
    before = reading.at(one.number.first - 1)
    pronoun = before in _PRONOUNS or (one.of and reading.at(one.last - 1) in _PRONOUNS)
    if not (before in INCLUDING or pronoun or _goes_on(reading, one, found)):
        return None
    whole = next((each for each in reversed(found) if each.counted.kind is not Kind.THINGS), None)
    return (whole.quantity, None) if whole and whole.quantity is not Quantity.OTHER else None


def _goes_on(reading: Reading, one: Counted, found: list[Count]) -> bool:
    """Whether it goes on with a list of parts: "including a woman and two children"."""
    if one.kind is not Kind.PEOPLE or not found or found[-1].trigger:
        return False
    return reading.low[found[-1].counted.last : one.number.first] in (["and"], [","], [",", "and"], [])


def _state(reading: Reading, one: Counted, _: list[Count]) -> Governed:
    """30 injured people · 12 dead · 12 deaths."""
    if one.state:
        return one.state.quantity, one.state
    trigger = reading.triggers.get(one.last)
    if trigger is None or Side.HEAD not in trigger.sides or reading.is_active(trigger):
        return None
    lone = trigger.quantity is not Quantity.MISSING or reading.is_lone(trigger)
    return (trigger.quantity, trigger) if lone else None


def _of_those(reading: Reading, one: Counted, _: list[Count]) -> Governed:
    """Two of the victims · among the dead were four children · the dead included four children."""
    if one.of and reading.at(one.last - 1) in _VICTIMS:
        return Quantity.KILLED, None
    index = one.number.first - 1
    if reading.at(index) not in BE | INCLUDING:
        return None
    trigger = reading.ending.get(index)
    if trigger and reading.at(trigger.first - 1) in {"the", "those", "them", "all"}:
        return trigger.quantity, trigger
    return (Quantity.KILLED, None) if reading.at(index - 1) in _VICTIMS else None


def _subject(reading: Reading, one: Counted, _: list[Count]) -> Governed:
    """12 people were killed."""
    return subject(reading, one)


def _name(reading: Reading, one: Counted, _: list[Count]) -> Governed:
    """12 bodies · 5,000 refugees; after the rules that say what else became of them."""
    trigger = reading.ending.get(one.last)
    return (trigger.quantity, trigger) if trigger and Side.HEAD in trigger.sides and one.last > one.first else None


def _total(reading: Reading, one: Counted, _: list[Count]) -> Governed:
    """The death toll from the attack rose to 31."""
    first = one.number.first
    for index in range(first - 1, max(-1, first - _TOTAL_WITHIN), -1):
        trigger = reading.triggers.get(index)
        if trigger and Side.TOTAL in trigger.sides:
            leads = reading.at(first - 1) in _TOTALS or reading.at(one.number.core - 1) in _TOTALS
            return (trigger.quantity, trigger) if leads or reading.low[trigger.last : first] == ["of"] else None
        if reading.low[index] in {";", "."}:
            return None
    return None


def _fellow(reading: Reading, one: Counted, found: list[Count]) -> Governed:
    """Six civilians and three soldiers · killed the mayor and two guards · along with six others."""
    first = one.number.first
    before = tuple(reading.low[max(0, first - 3) : first])
    if (one.kind is Kind.PEOPLE or one.of) and any(before[-len(link) :] == link for link in _FELLOWS):
        return (found[-1].quantity, None) if found and found[-1].quantity is not Quantity.OTHER else None
    if one.kind is not Kind.PEOPLE or one.of or before[-1:] not in {("and",), (",",)}:
        return None
    for index in range(first - 2, max(-1, first - _FELLOW_WITHIN), -1):
        trigger, word = reading.ending.get(index + 1), reading.low[index]
        if trigger:
            active = Side.OBJECT in trigger.sides and not reading.is_passive(trigger)
            return (trigger.quantity, None) if active else None
        if word in CLAUSES or word in VERBS or word in LINKS or word in BE or word in ENDS:
            return None
    return None


def _other(_reading: Reading, one: Counted, _found: list[Count]) -> Governed:
    """People and things that are counted, whatever became of them."""
    if one.single or one.of:
        return None
    enough = one.number.size > 1 if one.kind is Kind.THINGS else one.number.size >= _CROWD
    return (Quantity.OTHER, None) if enough and one.kind is not Kind.NOTHING else None


_RULES: tuple[Callable[[Reading, Counted, list[Count]], Governed], ...] = (
    _object,
    _part,
    _state,
    _of_those,
    _subject,
    _name,
    _total,
    _fellow,
    _other,
)
"""In this order: the first that holds decides."""
