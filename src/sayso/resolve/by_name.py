"""Rules for sources that carry a name: as their head, before the word for what it is, in apposition."""

from __future__ import annotations

from sayso.attribution import SourceKind
from sayso.resolve import words as w
from sayso.resolve.mentions import Mention, Sort
from sayso.resolve.phrases import Phrase
from sayso.resolve.reading import Reading, Who


def by_name(reading: Reading, phrase: Phrase, _: int) -> Who | None:
    """The head is a name: its entity, by the fullest name."""
    return who_is(reading, phrase, phrase.name) if phrase.name else None


def by_apposition(reading: Reading, phrase: Phrase, _: int) -> Who | None:
    """A name stands beside the head: "the head of the depot Nell X", "the mayor, Linus X,", "the agency Meridian"."""
    calling = reading.cast.calling_at.get(phrase.head)
    if calling and calling.person:
        return who_is(reading, phrase, calling.person)
    base = reading.tokens[phrase.head].base
    if base not in w.NAMED_GROUPS and base not in w.BODIES:
        return None
    at = phrase.head + 1
    while at < phrase.tokens[1] and (reading.tokens[at].text == "," or reading.tokens[at].base == "the"):
        at += 1
    mention = reading.cast.names.beginning.get(at) if at < phrase.tokens[1] else None
    return who_is(reading, phrase, mention) if mention and mention.sort is Sort.BODY else None


def by_name_of_group(reading: Reading, phrase: Phrase, _: int) -> Who | None:
    """A name stands before the word for what it is: "the Hill League group", "Meridian news agency"."""
    tokens, names, first = reading.tokens, reading.cast.names, phrase.core[0]
    if tokens[phrase.head].base not in w.NAMED_GROUPS:
        return None
    at = phrase.head
    while at > first and tokens[at - 1].base in w.GROUP_MODIFIERS | {"state"} and at not in names.ending:
        at -= 1
    mention = names.ending.get(at)
    if mention is None or mention.name[0] < first or mention.sort is Sort.PLACE:
        return None
    if mention.sort is Sort.BODY:
        # An agency of the United Nations is not the United Nations.
        world = reading.cast.of(mention).kind is SourceKind.INTERNATIONAL_BODY
        return None if world else who_is(reading, phrase, mention)
    start = mention.name[0]
    while (before := names.ending.get(start)) and before.name[0] >= first:
        start = before.name[0]
    return Who(phrase, (start, phrase.head + 1), None, phrase)


def who_is(reading: Reading, phrase: Phrase, mention: Mention) -> Who:
    """The entity of a mention, by its fullest name."""
    entity = reading.cast.of(mention)
    return Who(phrase, entity.fullest, entity)
