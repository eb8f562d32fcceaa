"""Rules for people that are described: "the governor", "the source", "one resident"."""

from __future__ import annotations

from itertools import islice

from sayso.resolve import gazetteer as known
from sayso.resolve import words as w
from sayso.resolve.by_body import body_of, can_be_called, can_mean
from sayso.resolve.callings import Calling
from sayso.resolve.cast import calling_word
from sayso.resolve.entities import Entity
from sayso.resolve.mentions import Mention, Sort
from sayso.resolve.phrases import Phrase
from sayso.resolve.reading import Reading, Who, is_definite, is_single

_FAR = 4
"""Sentences after which nobody is expected to remember who was described."""
_LESSER = frozenset({"vice", "deputy", "assistant", "associate", "under"})
"""Modifiers that make another office of an office: "the president" is not the vice president."""


def by_calling(reading: Reading, phrase: Phrase, _: int) -> Who | None:
    """A definite calling means the person with that calling: "the governor", "the observatory's head".

    "His lawyer" may be anybody's, and is left alone.
    """
    if not is_definite(reading, phrase) or not is_single(reading, phrase):
        return None
    own = reading.cast.calling_at.get(phrase.head)
    if own is None or reading.tokens[phrase.tokens[0]].base in w.POSSESSIVES - {"its"}:
        return None
    fits = [
        entity
        for entity in reading.cast.called(calling_word(reading.words, own))
        if any(_same_calling(reading, phrase, own, calling) for calling in entity.callings)
    ]
    entity = reading.nearest(fits, phrase.head)
    return Who(phrase, entity.fullest, entity) if entity else None


def _same_calling(reading: Reading, phrase: Phrase, own: Calling, other: Calling) -> bool:
    """Whether one calling can repeat another: the same noun, the same body, no modifier that the other lacks."""
    a, b = calling_word(reading.words, own), calling_word(reading.words, other)
    if other.role is None or (a != b and not any(a in group and b in group for group in w.SAME_CALLING)):
        return False
    mine, theirs = _modifiers(reading, own), _modifiers(reading, other)
    if theirs & _LESSER - mine:
        return False
    if own.affiliation and own.affiliation[1] <= phrase.tokens[1]:
        body = body_of(reading, other.affiliation) if other.affiliation else None
        if body is not None:
            return can_mean(reading, own.affiliation, body)
        mine |= {*reading.words.bases(*own.affiliation)}
    elif other.head != own.head:
        mine |= _complement(reading, phrase)
    return mine - (known.DEMONYMS - known.PARTIES) - w.DETERMINERS <= {*reading.words.bases(*other.phrase)}


def _modifiers(reading: Reading, calling: Calling) -> set[str]:
    """The words before the noun of a calling, but for names: "Byrne's envoy" may be called "her envoy" as well."""
    first = calling.role[0] if calling.role else calling.head
    named = {at: reading.cast.named_at(at) for at in range(first, calling.head)}
    return {
        reading.tokens[at].base
        for at, entity in named.items()
        if entity is None or entity.sort not in (Sort.PERSON, Sort.UNKNOWN)
    }


def _complement(reading: Reading, phrase: Phrase) -> set[str]:
    """The words after the head that say of what: "economy" of "the minister of the economy"."""
    rest = reading.words.bases(phrase.core[1], phrase.described[1])
    return {*rest} - w.PREPOSITIONS - w.DETERMINERS if rest[:1] in (["of"], ["for"]) else set()


def by_repetition(reading: Reading, phrase: Phrase, _: int) -> Who | None:
    """A definite description repeats an earlier one: "the source" after "a source in Corrin"."""
    if not is_definite(reading, phrase):
        return None
    mine = _described_by(reading, phrase)
    own = reading.cast.calling_at.get(phrase.head)
    for _start, who in reading.earlier(phrase.tokens[0]):
        if who.described and _head(reading, who.described) == _head(reading, phrase):
            if mine <= _described_by(reading, who.described):
                return Who(phrase, who.name, who.entity, who.described)
        elif who.entity:
            called = own and any(_same_calling(reading, phrase, own, calling) for calling in who.entity.callings)
            if called or (not mine and can_be_called(_head(reading, phrase), who.entity)):
                return Who(phrase, who.entity.fullest, who.entity)
    return _described_in_text(reading, phrase, mine)


def _head(reading: Reading, phrase: Phrase) -> str:
    return reading.tokens[phrase.head].base


def _described_by(reading: Reading, phrase: Phrase) -> set[str]:
    """The words of a description but its noun."""
    words = (reading.tokens[at].base for at in range(*phrase.described) if at != phrase.head)
    return {*words} - w.DETERMINERS


def _described_in_text(reading: Reading, phrase: Phrase, mine: set[str]) -> Who | None:
    """The nearest "a source at the harbour office" that is no source itself: whom somebody quoted."""
    tokens, first = reading.tokens, phrase.tokens[0]
    for calling in reading.cast.callings_before(first):
        start, end = calling.phrase
        if tokens[first].sentence - tokens[start].sentence > _FAR:
            return None
        same = tokens[calling.head].base == _head(reading, phrase) and tokens[start].base in w.INDEFINITE
        if same and calling.person is None and mine <= {*reading.words.bases(start, end)}:
            described = Phrase((start, end), (start, calling.head + 1), (start, end), calling.head)
            return Who(phrase, (start, end), None, described)
    return None


def by_introduction(reading: Reading, phrase: Phrase, _: int) -> Who | None:
    """Somebody is described first and named soon after: "one resident said … Nell Corvane said"."""
    noun = _head(reading, phrase)
    if reading.tokens[phrase.tokens[0]].base not in ("a", "an", "one", "another") or noun not in w.PEOPLE:
        return None
    entity = _named_with_the_same_words(reading, phrase)
    if entity is None and noun in w.WITNESSES:
        entity = _named_next(reading, phrase)
    return Who(phrase, entity.fullest, entity) if entity else None


def _named_with_the_same_words(reading: Reading, phrase: Phrase) -> Entity | None:
    """The only person who is named later with this calling: "a harbour official", "harbour official Nell Corvane"."""
    own = reading.cast.calling_at.get(phrase.head)
    if own is None or not _modifiers(reading, own):
        return None
    callings = reading.cast.by_role.get(reading.cast.role_words(own), ())
    fits = {id(e): e for c in callings if c.person and c.head > phrase.head for e in [reading.cast.of(c.person)]}
    entity = next(iter(fits.values())) if len(fits) == 1 else None
    return entity if entity and entity.mentions[0].name[0] > phrase.head else None


def _named_next(reading: Reading, phrase: Phrase) -> Entity | None:
    """The person whom one of the next two statements names without a word of introduction."""
    for index in islice(reading.later(phrase.tokens[0]), 2):
        source = reading.sources[index]
        if reading.tokens[source.start].sentence - reading.tokens[phrase.head].sentence > _FAR:
            return None
        mention = reading.cast.names.beginning.get(source.start)
        if mention and _needs_introduction(reading, mention, source):
            entity = reading.cast.of(mention)
            if own := reading.cast.calling_at.get(phrase.head):
                entity.callings.append(own)
            return entity
    return None


def _needs_introduction(reading: Reading, mention: Mention, source: range) -> bool:
    """Whether a source is nothing but a name (and an age) that was not there before and that nothing explains."""
    entity = reading.cast.of(mention)
    alone = mention.name[1] >= source.stop - 1 and mention.may_be_person
    return alone and entity.mentions[0] is mention and not entity.callings


def as_described(reading: Reading, phrase: Phrase, _: int) -> Who | None:
    """Nobody that the article names: the description itself, where there is one."""
    base = _head(reading, phrase)
    if base in w.PRONOUNS or base in w.FIRST_PERSON or base in w.SECOND_PERSON or base in w.RELATIVES:
        return None
    return Who(phrase, phrase.described, None, phrase)
