"""What somebody is, and of which body: the calling that tells most, without the words for the body."""

from __future__ import annotations

from sayso.attribution import SourceKind
from sayso.resolve import words as w
from sayso.resolve.by_body import body_told, noun_before
from sayso.resolve.by_pronoun import nearest_for
from sayso.resolve.callings import Calling
from sayso.resolve.entities import Entity
from sayso.resolve.mentions import Range, Sort
from sayso.resolve.reading import Reading, Who

_NEAR = 2
"""Sentences back in which "a spokesman said" still speaks for the body that was named there."""


def calling_of(reading: Reading, who: Who) -> Calling | None:
    """The calling of a source that tells most: one with a body before one without, titles last."""
    if who.entity is None:
        return _of_description(reading, who)

    def least_told(calling: Calling) -> tuple[bool, bool, bool, int]:
        title = reading.tokens[calling.head].base in w.TITLES
        return calling.role is None, calling.affiliation is None, title, calling.head

    callings = [c for c in who.entity.callings if w.TITLES.get(reading.tokens[c.head].base, "") is not None]
    return min(callings, key=least_told, default=None)


def _of_description(reading: Reading, who: Who) -> Calling | None:
    """The calling of somebody unnamed, where it says more than that it is a person or a source."""
    phrase = who.described or who.phrase
    noun = reading.tokens[phrase.head].base
    calling = reading.cast.calling_at.get(phrase.head)
    if who.name is None or calling is None or noun not in w.PEOPLE:
        return None
    return calling if calling.affiliation or noun not in w.ANYONE else None


def role_of(reading: Reading, calling: Calling) -> Range | None:
    """The words for what somebody is, the body's name left out: "head" of "Observatory head"."""
    if calling.role is None or _says_nothing(reading, calling):
        return None
    if calling.affiliation is None:
        return (calling.head, calling.role[1]) if body_told(reading, calling) else calling.role
    (first, last), (start, end) = calling.role, calling.affiliation
    if start <= first < end < last:
        return end, last
    return (first, calling.head + 1) if first < start < last else calling.role


def _says_nothing(reading: Reading, calling: Calling) -> bool:
    """Whether it is only "a source" or "people"."""
    bare = calling.role == (calling.head, calling.head + 1)
    return bare and w.lemma(reading.tokens[calling.head].base) in ("source", "person", "people")


def body_behind(reading: Reading, calling: Calling) -> Range | None:
    """Where the fullest name of the body stands that somebody belongs to, or else the words for it."""
    body = body_told(reading, calling)
    if calling.affiliation:
        return body.fullest if body else calling.affiliation
    if body is None and noun_before(reading, calling) is None:
        body = _meant(reading, calling)
    return body.fullest if body and body.sort is Sort.BODY else None


def _meant(reading: Reading, calling: Calling) -> Entity | None:
    """The body of "its leader", and of a spokesman who is called no more than that: the one that spoke last."""
    start = calling.phrase[0]
    if reading.tokens[start].base in ("its", "their"):
        who = nearest_for(reading, start)
        # An outlet has no spokesman in a text that quotes it.
        return who.entity if who and who.entity and who.entity.kind is not SourceKind.MEDIA else None
    bare = calling.role == (calling.head, calling.head + 1)
    if not bare or reading.tokens[calling.head].base not in w.SPEAKERS:
        return None
    here = reading.tokens[calling.head].sentence
    near = (who.entity for at, who in reading.earlier(calling.head) if here - reading.tokens[at].sentence <= _NEAR)
    return next((entity for entity in near if entity and entity.sort is Sort.BODY), None)
