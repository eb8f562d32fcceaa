"""The cast of one article: its entities, which of them each name means, and who goes by which calling."""

from __future__ import annotations

import collections
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain

from sayso.attribution import SourceKind
from sayso.resolve import words as w
from sayso.resolve.apposition import bodies_of_persons, callings_in_names, callings_of
from sayso.resolve.callings import Calling, Names
from sayso.resolve.entities import Entity, describe, entities_of
from sayso.resolve.mentions import Mention, Range, Sort
from sayso.resolve.strays import without_strays
from sayso.resolve.tokens import Words

_MOST = 40


class Cast:
    """Whom an article names and describes.

    Args:
        words: The article's text.
        mentions: The names in it.
        cuts: Tokens at which a source begins or ends.
    """

    def __init__(self, words: Words, mentions: Sequence[Mention], cuts: frozenset[int]) -> None:
        self.words = words
        mentions = without_strays(words, mentions)
        self.names = Names(mentions, cuts)
        self._of = dict(zip((m.name[0] for m in mentions), entities_of(words, mentions), strict=True))
        self._outside = callings_of(words, self.names)
        self._heads = [calling.head for calling in self._outside]
        self._describe(chain(callings_in_names(words, self.names), self._outside, bodies_of_persons(words, self.names)))

    def _describe(self, callings: Iterable[Calling]) -> None:
        by_person: dict[int, list[Calling]] = collections.defaultdict(list)
        self.calling_at: dict[int, Calling] = {}
        self.apposed_until: dict[int, Calling] = {}
        self.by_role: dict[tuple[str, ...], list[Calling]] = collections.defaultdict(list)
        for calling in callings:
            self.calling_at[calling.head] = calling
            if calling.person:
                self.apposed_until.setdefault(calling.phrase[1], calling)
                self.by_role[self.role_words(calling)].append(calling)
                by_person[id(self.of(calling.person))].append(calling)
        self.persons: dict[str, list[Entity]] = collections.defaultdict(list)
        self.bodies: dict[str, list[Entity]] = collections.defaultdict(list)
        self.monitors: list[Entity] = []
        for entity in {id(e): e for e in self._of.values()}.values():
            describe(self.words, entity, by_person[id(entity)])
            self._index(entity)

    def _index(self, entity: Entity) -> None:
        for noun in {calling_word(self.words, calling) for calling in entity.callings if calling.role}:
            self.persons[noun].append(entity)
        if entity.sort is Sort.BODY:
            for word in {*entity.name}:
                self.bodies[word].append(entity)
            if entity.kind is SourceKind.MONITOR_OR_NGO:
                self.monitors.append(entity)

    def of(self, mention: Mention) -> Entity:
        """The entity that a mention means."""
        return self._of[mention.name[0]]

    def named_at(self, token: int) -> Entity | None:
        """The entity whose name covers a token."""
        mention = self.names.covering.get(token)
        return self.of(mention) if mention else None

    def names_in(self, tokens: Range) -> bool:
        """Whether a name stands among the tokens."""
        return any(at in self.names.covering for at in range(*tokens))

    def called(self, noun: str) -> list[Entity]:
        """The persons who are called by a noun, or by one that an article may use in its place; few of many."""
        nouns = {noun, *chain.from_iterable(group for group in w.SAME_CALLING if noun in group)}
        found = {id(entity): entity for one in sorted(nouns) for entity in self.persons.get(one, ())[:_MOST]}
        return list(found.values())

    def callings_before(self, at: int) -> list[Calling]:
        """The callings outside names that stand before token *at*, the nearest first, at most forty."""
        end = bisect_left(self._heads, at)
        return self._outside[max(0, end - _MOST) : end][::-1]

    def role_words(self, calling: Calling) -> tuple[str, ...]:
        """A calling with its modifiers as words to compare."""
        bases = self.words.bases(*(calling.role or (0, 0)))
        return tuple("defence" if base == "defense" else base for base in bases)

    def text(self, tokens: Range) -> str:
        """The words of a range of tokens, line breaks as spaces."""
        return " ".join(self.words.span(*tokens).of(self.words.text).split())


def calling_word(words: Words, calling: Calling) -> str:
    """The noun of a calling, a title as what it stands for."""
    base = words.tokens[calling.head].base
    return w.TITLES.get(base) or base
