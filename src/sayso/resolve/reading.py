"""What the rules look at: the cast of an article, its sources, how statements nest, and who was found so far."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence

from sayso.article import Span
from sayso.attribution import Attribution
from sayso.resolve import words as w
from sayso.resolve.cast import Cast
from sayso.resolve.entities import Entity, gender_of_word
from sayso.resolve.mentions import Mention, Range, Sort
from sayso.resolve.phrases import Phrase, phrases_of

_NEAREST = 40
"""Most statements or names that a rule looks at: text is untrusted, and nobody means what stands farther away."""


@dataclasses.dataclass(frozen=True, slots=True)
class Who:
    """Whom one phrase of a source means.

    Args:
        phrase: The phrase as written.
        name: Where the fullest name, or else the description, stands; ``None`` where it is unclear who.
        entity: The person or body, where the article names it.
        described: The phrase that describes whom the article does not name; an earlier one where this repeats it.
    """

    phrase: Phrase
    name: Range | None = None
    entity: Entity | None = None
    described: Phrase | None = None


class Reading:
    """An article while it is read.

    Args:
        cast: Whom the article names.
        attributions: Its attributions.
    """

    def __init__(self, cast: Cast, attributions: Sequence[Attribution]) -> None:
        self.cast = cast
        self.words = cast.words
        self.tokens = cast.words.tokens
        self.attributions = attributions
        # Of a source in several pieces the first names it.
        self.sources = [self.words.within(a.source[0]) if a.source else range(0) for a in attributions]
        self.phrases = [phrases_of(self.words, cast.names, source) for source in self.sources]
        self.outer = outer_of(attributions)
        self.found: list[tuple[Who, ...]] = [()] * len(attributions)
        named = (phrase.name for phrases in self.phrases for phrase in phrases if phrase.name)
        self.speakers = {id(cast.of(mention)) for mention in named}
        self._by_source: dict[tuple[Span, ...], tuple[Who, ...]] = {}
        self._spoken: list[tuple[int, int]] = []
        self._mention_starts = [mention.name[0] for mention in cast.names.all]
        self._in_order = sorted((source.start, index) for index, source in enumerate(self.sources) if source)

    def order(self) -> list[int]:
        """The attributions, those around others first, else as their sources stand."""
        return sorted(range(len(self.attributions)), key=lambda index: (self._depth(index), self.sources[index].start))

    def _depth(self, index: int) -> int:
        """In how many statements a statement lies."""
        depth, outer = 0, self.outer[index]
        while outer is not None and depth < _NEAREST:
            depth, outer = depth + 1, self.outer[outer]
        return depth

    def record(self, index: int, found: tuple[Who, ...]) -> None:
        """Note whom the source of an attribution means."""
        self.found[index] = found
        if found:
            insort(self._spoken, (self.sources[index].start, index))
            if all(who.name for who in found):
                self._by_source[self.attributions[index].source] = found

    def speaker(self, index: int | None) -> Who | None:
        """The source of an attribution where it is one and known."""
        found = () if index is None else self.found[index]
        return found[0] if len(found) == 1 and found[0].name else None

    def found_alike(self, index: int) -> tuple[Who, ...]:
        """Whom the very same words mean as the source of another statement: "he said, adding"."""
        return self._by_source.get(self.attributions[index].source, ())

    def cue(self, index: int) -> list[int]:
        """The tokens of an attribution's cue."""
        return [at for span in self.attributions[index].cue for at in self.words.within(span)]

    def joint_before(self, at: int) -> tuple[Who, ...]:
        """The nearest source before token *at*, if it is several, known, and in this sentence or the one before."""
        end = bisect_left(self._spoken, (at, -1))
        start, index = self._spoken[end - 1] if end else (at, 0)
        found = self.found[index] if end else ()
        near = self.words.between(self.tokens[start].sentence, self.tokens[at].sentence) < 2
        return found if near and len(found) > 1 and all(who.name for who in found) else ()

    def earlier(self, at: int) -> Iterator[tuple[int, Who]]:
        """The sources found so far that stand before token *at* and are one, the nearest first."""
        end = bisect_left(self._spoken, (at, -1))
        for start, index in reversed(self._spoken[max(0, end - _NEAREST) : end]):
            if who := self.speaker(index):
                yield start, who

    def later(self, at: int) -> Iterator[int]:
        """The attributions whose sources stand after token *at*, the nearest first."""
        first = bisect_right(self._in_order, (at, len(self.sources)))
        for _, index in self._in_order[first : first + _NEAREST]:
            yield index

    def mentions_before(self, at: int) -> Iterator[Mention]:
        """The names that stand before token *at*, the nearest first."""
        end = bisect_left(self._mention_starts, at)
        return reversed(self.cast.names.all[max(0, end - _NEAREST) : end])

    def begins_in(self, index: int) -> int:
        """The sentence with which an attribution begins, what it says included."""
        spans = [*self.attributions[index].content, *self.attributions[index].source]
        tokens = self.words.within(Span(min(span.start for span in spans), max(span.end for span in spans)))
        return self.tokens[tokens.start].sentence if tokens else 0

    def says(self, index: int, at: int) -> bool:
        """Whether token *at* is part of what the attribution says."""
        start = self.tokens[at].start
        return any(span.start <= start < span.end for span in self.attributions[index].content)

    def nearest(self, entities: Sequence[Entity], at: int) -> Entity | None:
        """The only one of *entities*; of several the one named last before token *at*, if any."""
        if len(entities) < 2:
            return entities[0] if entities else None

        def last(entity: Entity) -> int:
            before = bisect_left(entity.mentions, at, key=lambda mention: mention.name[0])
            return entity.mentions[before - 1].name[0] if before else -1

        best = max(entities[:_NEAREST], key=last)
        return best if last(best) >= 0 else None


def outer_of(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the innermost other one whose content holds its source and cue, ``None`` for none."""
    contents = sorted((span.start, span.end, index) for index, a in enumerate(attributions) for span in a.content)
    starts = [start for start, _, _ in contents]
    found: list[int | None] = []
    for index, attribution in enumerate(attributions):
        parts = [*attribution.source, *attribution.cue]
        around: list[tuple[int, int]] = []
        if parts:
            first, last = min(span.start for span in parts), max(span.end for span in parts)
            end = bisect_right(starts, first)
            near = contents[max(0, end - _NEAREST) : end]
            around = [(stop - start, i) for start, stop, i in near if i != index and last <= stop]
        found.append(min(around)[1] if around else None)
    return found


def head_of(reading: Reading, who: Who) -> str:
    """The noun on which the description of a source is built, as written, in lower case."""
    return reading.tokens[(who.described or who.phrase).head].base


def is_definite(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is about somebody known: "the mayor", "its spokesman", "Corrin's mayor", not "a mayor"."""
    first = reading.tokens[phrase.tokens[0]].base
    if first in w.INDEFINITE:
        return False
    return first in w.DETERMINERS or first in w.POSSESSIVES or is_single(reading, phrase)


def is_single(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is built on a singular noun."""
    base = reading.tokens[phrase.head].base
    return w.lemma(base) == base


def is_plural(reading: Reading, who: Who) -> bool:
    """Whether a source is several people: "residents", "the police"."""
    base = head_of(reading, who)
    return who.entity is None and (w.lemma(base) != base or base in w.PLURALS)


def is_person(reading: Reading, who: Who) -> bool:
    """Whether a source is one person, or can be."""
    if who.entity:
        return who.entity.sort in (Sort.PERSON, Sort.UNKNOWN)
    base = head_of(reading, who)
    return base in w.PEOPLE or base in ("one", "someone")


def gender_of(reading: Reading, who: Who) -> str | None:
    """``m``, ``f``, or ``None`` where nothing tells."""
    return who.entity.gender if who.entity else gender_of_word(head_of(reading, who))
