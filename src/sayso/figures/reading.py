"""A sentence as the rules read it: its words, its numbers with what they count, its triggers."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.figures.grammar import BE, CLOSED, DETERMINERS, KEEPS_BE, PRONOUNS
from sayso.figures.people import is_people
from sayso.figures.phrases import Counted, counted_in
from sayso.figures.triggers import Side, Trigger, triggers_in
from sayso.figures.words import Word

_CLOSING_QUOTES = {"”", "’", '"', "''"}


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with all that was found in it.

    Attributes:
        low: Its words in small letters.
        counted: Its numbers, each with the phrase that it counts, in reading order.
        numbers: The same by the first word of the number.
        triggers: The triggers by their first word.
        ending: The triggers by the word after them.
    """

    low: list[str]
    counted: list[Counted]
    numbers: dict[int, Counted]
    triggers: dict[int, Trigger]
    ending: dict[int, Trigger]

    def at(self, index: int) -> str:
        """Word *index*; nothing where the sentence has none there."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def is_passive(self, trigger: Trigger) -> bool:
        """Whether a form of "be" stands before a participle, so that it has no object: "were reportedly killed"."""
        index = trigger.first - 1
        while index >= 0 and self.low[index] not in BE and _keeps_be(self.low[index]):
            index -= 1
        return Side.PARTICIPLE in trigger.sides and self.at(index) in BE

    def is_active(self, trigger: Trigger) -> bool:
        """Whether an object follows, so that what stands before the trigger is who does it: "12 gunmen killed the"."""
        if Side.OBJECT not in trigger.sides:
            return False
        after = self.at(trigger.last)
        if number := self.numbers.get(trigger.last):
            own = self.triggers.get(number.last)  # not in "12 killed 30 injured", where a comma was lost
            return own is None or Side.PARTICIPLE not in own.sides
        return after in DETERMINERS or after in PRONOUNS or is_people(after)

    def is_lone(self, trigger: Trigger) -> bool:
        """Whether no noun follows: "a guard killed in", not "a guard killed Ada"; "12 missing", not "missing keys"."""
        after = self.at(trigger.last + (self.at(trigger.last) in _CLOSING_QUOTES))
        return not after or after in CLOSED or (trigger.last in self.numbers and not self.is_active(trigger))


def _keeps_be(word: str) -> bool:
    return word in KEEPS_BE or word.endswith("ly")


def reading_of(words: Sequence[Word], *, displacement: bool) -> Reading:
    """Read a sentence.

    Args:
        words: The sentence.
        displacement: Whether the article reports that people flee or are moved.
    """
    triggers = triggers_in(words, displacement=displacement)
    counted = counted_in(words, triggers)
    return Reading(
        [word.low for word in words],
        counted,
        {each.number.first: each for each in counted},
        {trigger.first: trigger for trigger in triggers},
        {trigger.last: trigger for trigger in triggers},
    )
