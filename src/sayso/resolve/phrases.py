"""A source as a noun phrase: its parts, their head, and the name inside."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

from sayso.resolve import words as w
from sayso.resolve.callings import Names
from sayso.resolve.mentions import Mention, Range, Sort
from sayso.resolve.tokens import Token, Words

_STOPS = frozenset(',;:()[]—–-"“”…')
_NAMED = (Sort.PERSON, Sort.BODY)


@dataclasses.dataclass(frozen=True, slots=True)
class Phrase:
    """One noun phrase.

    Args:
        tokens: All of it.
        core: Up to what follows the head: "people" of "people familiar with the talks".
        described: The core and its prepositional phrases, without clauses and appositions.
        head: The last word of the core.
        name: The name that the head belongs to.
    """

    tokens: Range
    core: Range
    described: Range
    head: int
    name: Mention | None = None

    @property
    def is_one_word(self) -> bool:
        """Whether it consists of one word."""
        return self.tokens[1] - self.tokens[0] == 1


def phrases_of(words: Words, names: Names, tokens: range) -> list[Phrase]:
    """The phrases joined by "and" in a source; none for a source without words."""
    inside = [at for at in tokens if words.tokens[at].text[0].isalnum()]
    if not inside:
        return []
    first, last = inside[0], inside[-1] + 1
    joints = [at for at in range(first + 1, last - 1) if _joins_sources(words, names, first, at)]
    parts = [(start + (start > first), end) for start, end in pairwise([first, *joints, last])]
    return [_phrase(words, names, start, end) for start, end in parts if start < end]


def _joins_sources(words: Words, names: Names, first: int, at: int) -> bool:
    """Whether token *at* is an "and" between two sources, not between two places or two words of one name."""
    if words.tokens[at].base not in ("and", "or") or at in names.covering:
        return False
    left, right = names.ending.get(at), names.beginning.get(at + 1)
    named = right is not None and right.sort in _NAMED
    if any(t.base in w.RELATIVES or t.text == "," for t in words.tokens[first:at]):
        return named
    if left and left.name[0] > first and words.tokens[left.name[0] - 1].base in w.PREPOSITIONS:
        return named and right is not None and left.sort is not right.sort
    following = words.tokens[at + 1]
    if following.base in w.PEOPLE and not following.capital:
        # "Her adviser and strategist Nell X" is one person.
        return False
    determined = following.base in w.DETERMINERS or following.base in w.POSSESSIVES
    return right is not None or determined or any(_is_source_noun(t) for t in words.tokens[at + 1 : at + 3])


def _is_source_noun(token: Token) -> bool:
    noun = w.lemma(token.base)
    return noun in w.PEOPLE or noun in w.BODIES


def _phrase(words: Words, names: Names, first: int, last: int) -> Phrase:
    end = first + 1
    while end < last and not _ends_core(words, names, first, end):
        end += 1
    head = end - 1
    while head > first and not words.tokens[head].text[0].isalpha():
        head -= 1
    described = end
    while described < last and not _ends_description(words.tokens[described]):
        described += 1
    return Phrase((first, last), (first, end), (first, described), head, names.covering.get(head))


def _ends_core(words: Words, names: Names, first: int, at: int) -> bool:
    token, before = words.tokens[at], words.tokens[at - 1]
    inside = names.covering.get(at)
    if inside and inside.name[0] < at:
        return False
    if token.text in _STOPS or token.base in w.PREPOSITIONS or token.base in w.RELATIVES or token.base in w.TIMES:
        return True
    if token.base == "out" or (token.base in ("a", "an", "the") and at > first):
        return True
    return _begins_clause(words, at) and not before.owns and (_is_source_noun(before) or _is_document(before))


def _begins_clause(words: Words, at: int) -> bool:
    """Whether token *at* goes on after a noun as "waiting", "quoted", "purportedly" and "run by" do."""
    token = words.tokens[at]
    if token.capital or "-" in token.base:
        return False
    if token.base in w.PARTICIPLES:
        return at + 1 < len(words) and words.tokens[at + 1].base in w.PREPOSITIONS
    return token.base.endswith(("ing", "ed", "ly"))


def _is_document(token: Token) -> bool:
    return w.lemma(token.base) in w.DOCUMENTS


def _ends_description(token: Token) -> bool:
    return token.text in _STOPS or token.base in w.RELATIVES or token.base in ("speaking", "including")
