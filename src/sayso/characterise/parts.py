"""The words of one attribution's source, cue and content, and what its cue says by a lexicon."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Generic

from sayso.article import Span
from sayso.attribution import Attribution
from sayso.characterise.clause import BE
from sayso.characterise.terms import Terms, Value, listed
from sayso.characterise.words import Words

_NEGATIONS = listed(
    "not never neither nor no without cannot dont didnt doesnt cant couldnt wont isnt wasnt decline declines declined"
    " declining refuse refuses refused refusing fail fails failed failing unable"
)
_NEGATION_REACH = 3
_FORMS_OF_BE = BE | listed("be been being")
_BETWEEN = listed("also often still now widely long once largely initially first later not never even")


@dataclasses.dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A value, and the words that say so."""

    value: Value
    span: Span


@dataclasses.dataclass(frozen=True, slots=True)
class Parts:
    """An attribution by the numbers of its words in the text."""

    words: Words
    source: Sequence[int]
    cue: Sequence[int]
    content: Sequence[int]

    @property
    def own(self) -> set[int]:
        """All of its words."""
        return {*self.source, *self.cue, *self.content}

    @property
    def first_sentence(self) -> Sequence[int]:
        """The words of the content up to where its first sentence ends, in it or between its spans."""
        last = self.content[0] if self.content else 0
        for place, number in enumerate(self.content):
            if any(self.words.ends_sentence(between) for between in range(last + 1, number)):
                return self.content[:place]
            if place and self.words.ends_sentence(number):
                return self.content[: place + 1]
            last = number
        return self.content

    @property
    def first_word(self) -> str:
        """The first word of the content, ``""`` where there is none."""
        return self.words.lower[self.content[0]] if self.content else ""

    def term(self, terms: Terms[Value]) -> tuple[int, Found[Value]] | None:
        """The first word of the cue that *terms* knows, and what it says.

        A phrase may go on past the cue: "called", with "for" left to the content, is "call for".
        """
        for number in self.cue:
            if found := terms.at(self.words.lower, number):
                length, value = found
                return number, Found(value, self.words.span(number, number + length - 1))
        return None

    def negated(self, number: int) -> bool:
        """Whether a "not" stands shortly before the word: "did not confirm", "declined to rule out"."""
        before = self.words.lower[max(0, number - _NEGATION_REACH) : number]
        return any(word in _NEGATIONS or word.endswith("n't") for word in before)

    def passive(self, number: int) -> bool:
        """Whether a form of "be" stands before the word: "is widely believed"."""
        lower = self.words.lower
        before = number - 1
        while before >= 0 and (lower[before] in _BETWEEN or lower[before].endswith("ly")):
            before -= 1
        return before >= 0 and lower[before] in _FORMS_OF_BE


def parts_of(words: Words, attribution: Attribution) -> Parts:
    """The words of *attribution*, which lies in the text that *words* come from."""
    return Parts(
        words, words.inside(attribution.source), words.inside(attribution.cue), words.inside(attribution.content)
    )
