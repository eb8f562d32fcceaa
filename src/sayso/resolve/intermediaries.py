"""Through whom a statement came, and to whom it was made.

Each form of words ("told Meridian Wire", "quoted a source as saying", "told the council") is one small function; what
one of them finds counts only where it is an outlet or a speaker.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from sayso.article import Article
from sayso.attribution import Intermediary, SourceKind
from sayso.resolve import words as w
from sayso.resolve.by_pronoun import nearest_for
from sayso.resolve.mentions import Range, Sort
from sayso.resolve.outlets import is_own, is_pronoun, object_at, outlet_in
from sayso.resolve.phrases import Phrase
from sayso.resolve.reading import Reading, Who, head_of

_REACH = 30
"""Words on either side of a cue in which its sentence is searched."""
_TO_CITE = 12
"""Most words between an outlet and the verb by which it cites."""


@dataclasses.dataclass(frozen=True, slots=True)
class Heard:
    """What lies between a source and the reader.

    ``chain`` runs from the source outwards; ``addressee`` is to whom it was said, where that is no outlet.
    """

    chain: tuple[Intermediary, ...] = ()
    addressee: Range | None = None


def heard_through(reading: Reading, article: Article) -> list[Heard]:
    """Intermediaries and addressee of every attribution, in their order."""
    found: dict[int, Heard] = {}
    first_of: dict[Phrase, int] = {}
    for index in reading.order():
        found[index] = _heard(reading, article, index, found, first_of)
        for phrase in reading.phrases[index]:
            first_of.setdefault(phrase, index)
    return [found[index] for index in range(len(reading.attributions))]


def _heard(
    reading: Reading, article: Article, index: int, before: dict[int, Heard], first_of: dict[Phrase, int]
) -> Heard:
    told = _told(reading, index)
    outlet = outlet_in(reading, told) if told else None
    for form in (_on_occasion, _cited_by, _told_to, _according_to):
        outlet = outlet or form(reading, index)
    chain = [*_intermediary(reading, article, index, outlet)]
    if not chain:
        chain += _as_before(reading, index, before, first_of)
    chain += _around(reading, article, index, before)
    return Heard(tuple(chain), _addressee(reading, article, told))


def _addressee(reading: Reading, article: Article, told: Range | None) -> Range | None:
    """To whom it was said, unless that is an outlet or only a pronoun."""
    if told is None or is_pronoun(reading, told) or outlet_in(reading, told):
        return None
    return None if is_own(article, reading.cast.text(told)) else told


def _intermediary(reading: Reading, article: Article, index: int, tokens: Range | None) -> Iterator[Intermediary]:
    """The intermediary that *tokens* name, unless it is the source or the outlet itself."""
    if tokens is None or _is_source(reading, index, tokens):
        return
    mention = reading.cast.names.covering.get(tokens[1] - 1)
    entity = reading.cast.of(mention) if mention else None
    if entity and any(who.entity is entity for who in reading.found[index]):
        return
    name = reading.cast.text(entity.fullest if entity and mention and mention.name == tokens else tokens)
    if not is_own(article, name):
        yield Intermediary(name, reading.words.span(*tokens))


def _is_source(reading: Reading, index: int, tokens: Range) -> bool:
    """Whether these words are the source itself."""
    source = [at for at in reading.sources[index] if reading.tokens[at].base not in w.DETERMINERS]
    return bool(source) and all(at in range(*tokens) for at in source)


def _told(reading: Reading, index: int) -> Range | None:
    """Whom the cue "told …" tells."""
    tokens = reading.tokens
    for at in reading.cue(index):
        if tokens[at].base in w.TOLD and not (at and tokens[at - 1].base in w.DETERMINERS):
            found = object_at(reading, at + 1)
            tale = found and w.TALES.intersection(map(w.lemma, reading.words.bases(*found)))
            return None if tale else found
    return None


def _sentence(reading: Reading, index: int) -> Iterator[int]:
    """The tokens of the cue's sentence near the cue, without those in quotation marks and those that are said."""
    cue = reading.cue(index)
    if cue:
        said = {at for span in reading.attributions[index].content for at in reading.words.within(span)}
        for at in range(max(0, cue[0] - _REACH), min(len(reading.tokens) - 1, cue[-1] + _REACH)):
            token = reading.tokens[at]
            if token.sentence == reading.tokens[cue[0]].sentence and not token.quoted and at not in said:
                yield at


def _on_occasion(reading: Reading, index: int) -> Range | None:
    """An outlet after "in an interview with", "in a statement carried by"."""
    for at in _sentence(reading, index):
        if reading.tokens[at].base in w.OCCASIONS:
            link = at + 1 + (reading.tokens[at + 1].base in w.MADE_PUBLIC)
            if link < len(reading.tokens) and reading.tokens[link].base in ("with", "to", "on", "by"):
                found = object_at(reading, link + 1)
                if outlet := found and outlet_in(reading, found):
                    return outlet
    return None


def _told_to(reading: Reading, index: int) -> Range | None:
    """An outlet in "confirmed the toll to a Meridian correspondent"."""
    cue = reading.cue(index)
    for at in _sentence(reading, index):
        after_according = at > 0 and reading.tokens[at - 1].base == "according"
        another = {"and", ","}.intersection(reading.words.bases(cue[-1] + 1, at))
        if reading.tokens[at].base == "to" and at not in cue and not after_according and not another:
            found = object_at(reading, at + 1)
            entity = reading.cast.named_at(found[1] - 1) if found else None
            medium = entity is not None and entity.kind is SourceKind.MEDIA
            last = reading.tokens[found[1] - 1].base if found else ""
            if found and (last in w.JOURNALISTS or (medium and last != "tv")):
                return outlet_in(reading, found)
    return None


def _according_to(reading: Reading, index: int) -> Range | None:
    """An outlet in "the minister had warned of it, according to Meridian Wire"."""
    cue = reading.cue(index)
    for at in _sentence(reading, index):
        if reading.tokens[at].base == "according" and at not in cue and at > cue[0]:
            found = object_at(reading, at + 2)
            return outlet_in(reading, found) if found else None
    return None


def _cited_by(reading: Reading, index: int) -> Range | None:
    """Who cites in "quoted a source as saying", "reported, citing a source", "was quoted by Meridian Wire"."""
    source = reading.sources[index]
    for at in [*reading.cue(index), *range(max(0, source.start - 2), source.start)]:
        if reading.tokens[at].base in w.CITES:
            passive = at > 0 and reading.tokens[at - 1].base in w.PASSIVE
            if source and source.start < at and not passive:
                # The source itself cites somebody.
                continue
            if found := _agent(reading, at) if passive else _subject(reading, at):
                return found
    return None


def _agent(reading: Reading, at: int) -> Range | None:
    """The outlet after "by" or "on", beside "was quoted as saying"."""
    for link in range(at + 1, min(at + 5, len(reading.tokens) - 1)):
        if reading.tokens[link].base in ("by", "on", "in"):
            found = object_at(reading, link + 1)
            return outlet_in(reading, found) if found else None
    return None


def _subject(reading: Reading, at: int) -> Range | None:
    """The body or the speaker named before a verb, in its sentence."""
    tokens = reading.tokens
    if at and tokens[at - 1].base in w.PRONOUNS:
        who = nearest_for(reading, at - 1)
        return who.name if who else None
    for mention in reading.mentions_before(at):
        end = mention.name[1]
        if tokens[mention.name[0]].sentence != tokens[at].sentence or at - end > _TO_CITE:
            return None
        entity = reading.cast.of(mention)
        if entity.sort is Sort.BODY or (entity.sort is not Sort.PLACE and id(entity) in reading.speakers):
            return mention.name
        if mention.sort is Sort.UNKNOWN and tokens[end].base in w.STAFF:
            return mention.name[0], end + 1
    return None


def _as_before(
    reading: Reading, index: int, before: dict[int, Heard], first_of: dict[Phrase, int]
) -> tuple[Intermediary, ...]:
    """What "the source" says after "quoted a source as saying" still comes through the same."""
    who = reading.speaker(index)
    if who is None or who.entity or who.described is None or who.described == who.phrase:
        return ()
    if w.lemma(reading.tokens[who.phrase.head].base) not in w.PEOPLE or who.described not in first_of:
        return ()
    return before[first_of[who.described]].chain


def _around(reading: Reading, article: Article, index: int, before: dict[int, Heard]) -> Iterator[Intermediary]:
    """The speaker of the statement around, or of the words before: "an activist said rebels blamed …"."""
    outer = reading.outer[index]
    if outer is None:
        yield from _intermediary(reading, article, index, _said_before(reading, index))
        return
    if any(w.lemma(reading.tokens[at].base) in w.DENIES for at in reading.cue(outer)):
        # Who denies a claim does not pass it on.
        return
    who = reading.speaker(outer)
    if who and who.name and _can_pass_on(reading, who) and who.name not in {one.name for one in reading.found[index]}:
        name = reading.cast.text(who.name)
        if not is_own(article, name):
            yield Intermediary(name, reading.words.span(*who.name))
    if outer in before:
        yield from before[outer].chain


def _can_pass_on(reading: Reading, who: Who) -> bool:
    """Whether a source can say what others say: people, bodies and texts can, pictures and events cannot."""
    noun = w.lemma(head_of(reading, who))
    return who.entity is not None or noun in w.PEOPLE or noun in w.BODIES or noun in w.DOCUMENTS - w.PICTURES


def _said_before(reading: Reading, index: int) -> Range | None:
    """Who "said" right before a source that begins another statement."""
    tokens, source, cue = reading.tokens, reading.sources[index], reading.cue(index)
    at = source.start - 1
    at -= at > 0 and tokens[at].base == "that"
    if not source or at < 1 or at in cue or (cue and cue[0] < source.start):
        return None
    if tokens[at].base not in ("said", "says") or tokens[at].sentence != tokens[source.start].sentence:
        return None
    if mention := reading.cast.names.ending.get(at):
        return mention.name
    calling = reading.cast.calling_at.get(at - 1)
    if calling is None or calling.phrase[1] != at:
        return None
    return calling.person.name if calling.person else calling.phrase
