"""Names put right that a sentence's first word or a lost comma made too long."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.resolve.mentions import Mention, Sort
from sayso.resolve.names import Name, folded
from sayso.resolve.senses import sense_of
from sayso.resolve.tokens import Token, Words


def without_strays(words: Words, mentions: Sequence[Mention]) -> list[Mention]:
    """The names as other places of the text have them.

    A word before a known name goes ("Defiant Ada Byrne"); two last names of two people come apart ("Blaming Byrne
    Selwick says").
    """
    names = [folded(words.span(*mention.name).of(words.text)) for mention in mentions]
    known = frozenset(names)
    surnames = {name[-1]: name for m, name in zip(mentions, names, strict=True) if _has_surname(m, name)}
    return [part for mention in mentions for part in _apart(words, _trimmed(words, mention, known), surnames)]


def _has_surname(mention: Mention, name: Name) -> bool:
    return mention.sort is not Sort.BODY and len(name) > 1


def _trimmed(words: Words, mention: Mention, known: frozenset[Name]) -> Mention:
    first, last = mention.name
    if last - first < 3 or sense_of(words.tokens[first]) == "G" or not _is_given_name(words.tokens[first + 1]):
        return mention
    rest = folded(words.span(first + 1, last).of(words.text))
    return dataclasses.replace(mention, name=(first + 1, last)) if len(rest) > 1 and rest in known else mention


def _is_given_name(token: Token) -> bool:
    """Whether a full name can begin here; "Abdel" and the like are half of one."""
    return sense_of(token) == "G" and token.base not in ("abdel", "abdul", "abu", "ben")


def _apart(words: Words, mention: Mention, surnames: dict[str, Name]) -> list[Mention]:
    first, last = mention.name
    two = tuple(words.bases(first, last))
    if len(two) != 2 or mention.role or mention.sort is Sort.BODY or sense_of(words.tokens[first]) == "G":
        return [mention]
    if all(word in surnames and surnames[word] != two for word in two):
        return [dataclasses.replace(mention, name=(at, at + 1)) for at in range(first, last)]
    return [mention]
