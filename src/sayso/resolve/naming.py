"""Whether a source counts as named: a named person or body, or a role or body that there is one of."""

from __future__ import annotations

from sayso.attribution import SourceKind
from sayso.resolve import words as w
from sayso.resolve.bodies import kind_of_body
from sayso.resolve.by_body import body_of
from sayso.resolve.mentions import Sort
from sayso.resolve.phrases import Phrase
from sayso.resolve.reading import Reading, Who


def is_named(reading: Reading, who: Who) -> bool | None:
    """Whether a source is named; ``None`` where it is unclear who it is."""
    if reading.tokens[who.phrase.head].base in w.VAGUE:
        return False
    if who.name is None:
        return None
    if who.entity:
        return True
    phrase = who.described or who.phrase
    noun = w.lemma(reading.tokens[phrase.head].base)
    if noun in w.PEOPLE:
        return is_one_of_a_kind(reading, phrase) or speaks_for_body(reading, phrase)
    if noun in w.DOCUMENTS:
        return reading.cast.names_in(phrase.core)
    return _is_one_body(reading, phrase)


def is_one_of_a_kind(reading: Reading, phrase: Phrase) -> bool:
    """Whether a description can fit one person only: "the mayor", "Corrin's governor", "the UN envoy"."""
    noun = reading.tokens[phrase.head].base
    if reading.tokens[phrase.tokens[0]].base in w.INDEFINITE:
        return False
    if noun in ("envoy", "ambassador"):
        own = reading.cast.calling_at.get(phrase.head)
        return own is not None and own.affiliation is not None
    return noun in w.ONE_HOLDER or (noun == "minister" and phrase.head - phrase.core[0] > 1)


def speaks_for_body(reading: Reading, phrase: Phrase) -> bool:
    """Whether it is the unnamed voice of a named body: its spokesman, the outlet's own reporter."""
    noun = reading.tokens[phrase.head].base
    own = reading.cast.calling_at.get(phrase.head)
    body = body_of(reading, own.affiliation) if own and own.affiliation else None
    if body is None or body.sort is not Sort.BODY:
        return False
    own_reporter = noun in w.JOURNALISTS and reading.tokens[phrase.tokens[0]].base not in w.INDEFINITE
    return noun in w.SPEAKERS or own_reporter


def _is_one_body(reading: Reading, phrase: Phrase) -> bool:
    """Whether a description is of one body that everybody knows: "the army", "state media", "the Byrne campaign"."""
    base = reading.tokens[phrase.head].base
    if base == "media":
        return "state" in reading.words.bases(*phrase.core)
    if base == "opposition" or reading.tokens[phrase.tokens[0]].base in w.INDEFINITE:
        return False
    if w.lemma(base) != base:
        return False
    if reading.cast.names_in(phrase.core):
        return True
    if base in ("troops", "forces"):
        return kind_of_body(reading.words.bases(*phrase.core)) is SourceKind.OFFICIAL
    return base in w.BODIES
