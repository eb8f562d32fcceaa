"""Rules for pronouns: who in the statement around, the sentence or the sentences before can be meant."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from sayso.resolve import words as w
from sayso.resolve.by_name import who_is
from sayso.resolve.mentions import Sort
from sayso.resolve.phrases import Phrase
from sayso.resolve.reading import Reading, Who, gender_of, head_of, is_person, is_plural

_FAR = 3
"""Sentences outside quotation marks back to which a pronoun is followed."""
_WIDEST = 60
"""Most words of a sentence that are looked at."""


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody before a pronoun whom it can stand for, where, and whether as a speaker."""

    start: int
    who: Who
    speaks: bool


def by_first_person(reading: Reading, phrase: Phrase, index: int) -> Who | None:
    """Whoever is quoted says "I"."""
    if not phrase.is_one_word or reading.tokens[phrase.head].base not in w.FIRST_PERSON:
        return None
    speaker = reading.speaker(reading.outer[index])
    return Who(phrase, speaker.name, speaker.entity, speaker.described) if speaker else None


def by_third_person(reading: Reading, phrase: Phrase, index: int) -> Who | None:
    """The speaker around, or the nearest who fits, says "he", "she", "they" or "it"."""
    token = reading.tokens[phrase.head]
    form = w.PRONOUNS.get(token.base)
    if not phrase.is_one_word or form is None:
        return None
    who = None
    if reading.outer[index] is not None:
        who = _speaker_around(reading, phrase, form, index)
    elif not token.quoted:
        candidates = (c for c in _candidates(reading, phrase) if not reading.says(index, c.start))
        if form == "n" and _is_shown(reading, index):
            candidates = (c for c in candidates if c.who.entity is None or c.who.entity.sort is Sort.UNKNOWN)
        who = _nearest(reading, phrase, form, reading.begins_in(index), candidates)
    return Who(phrase, who.name, who.entity, who.described) if who else None


def nearest_for(reading: Reading, at: int) -> Who | None:
    """Whom the pronoun at token *at*, which is no source, stands for."""
    token = reading.tokens[at]
    phrase = Phrase((at, at + 1), (at, at + 1), (at, at + 1), at)
    return _nearest(reading, phrase, w.PRONOUNS[token.base], token.sentence, _candidates(reading, phrase))


def _is_shown(reading: Reading, index: int) -> bool:
    """Whether a cue is what pictures and texts do, not people and bodies."""
    return any(reading.tokens[at].base in ("shows", "showed", "show", "reads", "read") for at in reading.cue(index))


def _speaker_around(reading: Reading, phrase: Phrase, form: str, index: int) -> Who | None:
    """Who says that "he" says, unless somebody else who fits is named in between."""
    outer = reading.outer[index]
    speaker = reading.speaker(outer)
    if outer is None or speaker is None or reading.tokens[phrase.head].quoted or not _fits(reading, speaker, form):
        return None
    start = reading.sources[outer].stop
    between = (who_is(reading, phrase, m) for m in reading.mentions_before(phrase.head) if m.name[0] >= start)
    rivals = {id(who.entity) for who in between if _fits(reading, who, form)} - {id(speaker.entity)}
    return None if rivals else speaker


def _fits(reading: Reading, who: Who, form: str) -> bool:
    """Whether a pronoun of that form can stand for *who*: man, woman, thing or several."""
    if form in ("m", "f"):
        return is_person(reading, who) and not is_plural(reading, who) and gender_of(reading, who) in (None, form)
    if form == "n":
        base = head_of(reading, who)
        thing = w.lemma(base) == base and base not in w.PEOPLE
        return who.entity.sort is not Sort.PERSON if who.entity else thing
    if who.entity:
        return who.entity.sort is Sort.BODY
    return is_plural(reading, who) or not is_person(reading, who)


def _candidates(reading: Reading, phrase: Phrase) -> Iterator[Candidate]:
    """Sources and names before the pronoun, outside quotations."""
    at = phrase.tokens[0]
    for start, who in reading.earlier(at):
        if not reading.tokens[start].quoted:
            yield Candidate(start, who, True)
    for mention in reading.mentions_before(at):
        start, end = mention.name
        entity = reading.cast.of(mention)
        unlikely = entity.sort in (Sort.UNKNOWN, Sort.PLACE) and id(entity) not in reading.speakers
        credited = start > 0 and reading.tokens[start - 1].text in ("/", "(")
        if not unlikely and not credited and not reading.tokens[start].quoted:
            yield Candidate(start, who_is(reading, phrase, mention), reading.tokens[end].base in w.SPEECH)


def _nearest(reading: Reading, phrase: Phrase, form: str, here: int, candidates: Iterator[Candidate]) -> Who | None:
    """Who of the nearest sentence with somebody who fits is meant, as far as it tells.

    *here* is the sentence with which the statement of the pronoun begins.
    """
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        sentence = reading.tokens[candidate.start].sentence
        near = reading.words.between(sentence, max(here, sentence)) <= _FAR
        # Names of bodies are in every sentence; "they" are only those that speak.
        if near and (candidate.speaks or form != "p") and _fits(reading, candidate.who, form):
            by_sentence.setdefault(sentence, []).append(candidate)
    if not by_sentence:
        return None
    sentence = max(by_sentence)
    if form == "p" and sentence < reading.tokens[phrase.head].sentence and _plural_before(reading, phrase.head):
        return None
    return _of_sentence(reading, sorted(by_sentence[sentence], key=lambda candidate: candidate.start))


def _plural_before(reading: Reading, at: int) -> bool:
    """Whether other people or bodies stand before "they" in its sentence."""
    nouns = w.PEOPLE | w.BODIES | {"country", "nation", "government"}
    for token in reading.tokens[max(0, at - _WIDEST) : at]:
        noun = w.lemma(token.base)
        plural = noun != token.base and noun in nouns and not token.capital
        if plural and not token.quoted and token.sentence == reading.tokens[at].sentence:
            return True
    return False


def _of_sentence(reading: Reading, candidates: list[Candidate]) -> Who | None:
    """The last speaker of a sentence; without one its only candidate, the one that it begins with, or the only one
    who is known to be a man or a woman. ``None`` where that does not tell.
    """
    speakers = [candidate.who for candidate in candidates if candidate.speaks]
    if speakers:
        return speakers[-1]
    bodies = [c for c in candidates if c.who.entity and c.who.entity.sort is Sort.BODY]
    candidates = bodies or candidates
    different = {id(candidate.who.entity): candidate.who for candidate in candidates}
    if len(different) == 1 or _begins_sentence(reading, candidates[0].start):
        return candidates[0].who
    known = [who for who in different.values() if who.entity and who.entity.gender]
    return known[0] if len(known) == 1 else None


def _begins_sentence(reading: Reading, start: int) -> bool:
    """Whether a name is what its sentence begins with, and does not own what follows."""
    mention = reading.cast.names.beginning.get(start)
    if mention is None or reading.tokens[mention.name[1] - 1].owns:
        return False
    first = mention.role[0] if mention.role else start
    before = reading.tokens[first - 1] if first else None
    if before and before.base in w.DETERMINERS and before.sentence == reading.tokens[first].sentence:
        first -= 1
    return reading.tokens[first].first
