"""On what evidence: the things that the text says a source has, and whether the article shows them.

Looked for in the sentence of an attribution, as far as no other attribution claims its words. A passing mention ("two
video shops were hit") is left out by asking that the thing is the source, or that somebody holds, shows or cites it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from sayso.article import Span
from sayso.attribution import Certainty, Evidence, EvidenceKind
from sayso.characterise import evidence_words as lexicon
from sayso.characterise.clause import main_clause
from sayso.characterise.parts import Found, Parts
from sayso.characterise.terms import Terms, listed

_IN_HAND_REACH = 4
_TELLING_REACH = 10
_EMBEDDED = re.compile(r"pic\.twitter\.com")
_EMBEDDED_REACH = 80
_SPEAKERS = frozenset({EvidenceKind.EYEWITNESS, EvidenceKind.OWN_REPORTER})
_PICTURES = frozenset({EvidenceKind.VIDEO, EvidenceKind.PHOTO, EvidenceKind.SATELLITE_OR_AERIAL})
_NOTHING = listed("no without any not never")
_MARKS = frozenset(",;:()")
# Words after which a verb of showing is no longer what the thing does: "video that would show".
_TURNS = listed("that which who not would could to")
_OWNERS = listed("the our its their")
_OUTLET_AFTER = listed("for with contributing")
_PERCEIVERS = listed("i we he she they")
_BEFORE_PERCEIVING = listed("had have also just")
_NOT_PERCEIVED = listed("that about from of it as")
_AT_THE_SCENE = re.compile(r"\b(?:speaking from|at the scene|on the scene)\b", re.IGNORECASE)
_NUMBERS_REACH = 40
_NUMBER = re.compile(r"\d|percent\b")


def evidence_of(parts: Parts, claims: Mapping[int, int], certainty: Certainty) -> tuple[Evidence, ...]:
    """The kinds of evidence, each once with its first span, in reading order.

    Args:
        parts: The attribution.
        claims: How many attributions of the text claim a word, this one included, by the word's number.
        certainty: Of the attribution; what a content demands, denies or asks for, nobody has.
    """
    around = _territory(parts, claims)
    held = certainty not in {Certainty.DEMANDED, Certainty.DENIED, Certainty.QUESTION}
    found: dict[EvidenceKind, Found[EvidenceKind]] = {}
    for one in (
        *_embedded(parts),
        *_named_around(parts, around),
        *(_held_in_content(parts) if held else ()),
        *_reporters(parts),
        *_perceptions(parts),
        *_at_the_scene(parts, around),
    ):
        found.setdefault(one.value, one)
    return tuple(
        Evidence(one.value, one.span, _shown(one, parts)) for one in sorted(found.values(), key=lambda one: one.span)
    )


def _territory(parts: Parts, claims: Mapping[int, int]) -> Sequence[int]:
    """The words of the attribution's sentence that are its own or nobody's, its content left out."""
    own, content = parts.own, set(parts.content)
    if not own:
        return ()

    def free(number: int) -> bool:
        return claims.get(number, 0) <= (number in own)

    first, last = min(own), max(own)
    while not parts.words.ends_sentence(first - 1) and free(first - 1):
        first -= 1
    while not parts.words.ends_sentence(last + 1) and free(last + 1):
        last += 1
    return [number for number in range(first, last + 1) if number not in content and free(number)]


def _named_around(parts: Parts, around: Sequence[int]) -> Iterator[Found[EvidenceKind]]:
    """Things that are the source, or that it shows or cites: "footage on state television showed"."""
    tells = parts.term(lexicon.TELLING) is not None
    for number, found in _things(parts, around):
        if found.value is EvidenceKind.NETWORK_OF_SOURCES:
            has = _before(parts, number, lexicon.RELYING)
        else:
            has = tells or number in parts.source or _in_hand(parts, number)
        if has or found.value is EvidenceKind.EYEWITNESS:
            yield found


def _held_in_content(parts: Parts) -> Iterator[Found[EvidenceKind]]:
    """Things that the source says somebody has, or that show what it says: "the ministry holds video of two men"."""
    for number, found in _things(parts, parts.content):
        if found.value is EvidenceKind.NETWORK_OF_SOURCES:
            has = _before(parts, number, lexicon.RELYING)
        else:
            has = _in_hand(parts, number) or _tells_soon(parts, number)
        if has and found.value is not EvidenceKind.EYEWITNESS:
            yield found


def _things(parts: Parts, numbers: Sequence[int]) -> Iterator[tuple[int, Found[EvidenceKind]]]:
    """Where a thing is named, and its kind."""
    lower, end = parts.words.lower, -1
    for number in numbers:
        found = lexicon.THINGS.at(lower, number) if number >= end else None
        if found is None:
            continue
        length, kind = found
        # A "network of" is named with whom it is made of.
        end = min(number + length + (lower[number + length - 1] == "of"), len(lower))
        before, after = lower[max(0, number - 2) : number], lower[end] if end < len(lower) else ""
        credit = kind is EvidenceKind.PHOTO and (after == ")" or _is_credit(parts, number))
        verb = length == 1 and lexicon.BEFORE_A_VERB.intersection(before[-1:]) and not _tells_soon(parts, number)
        no_thing = after in lexicon.NO_THING.get(lower[end - 1], ()) or _NOTHING.intersection(before)
        if not (credit or verb or no_thing):
            yield number, Found(kind, parts.words.span(number, end - 1))


def _is_credit(parts: Parts, number: int) -> bool:
    """Whether a photo is only credited: "(Wire photo", "AP Photo", "file photo"."""
    words = parts.words
    before = words.text[words.starts[number - 1] : words.ends[number - 1]] if number else ""
    agency = before.isupper() and len(before) > 1 and words.text[words.starts[number]].isupper()
    return agency or before == "file" or "(" in words.lower[max(0, number - 2) : number]


def _in_hand(parts: Parts, number: int) -> bool:
    """Whether somebody took the thing, holds, cites or publishes it."""
    return (
        parts.words.lower[number] in lexicon.TAKEN
        or _before(parts, number, lexicon.HOLDING)
        or _before(parts, number, lexicon.PUBLISHING)
    )


def _before(parts: Parts, number: int, terms: Terms[bool]) -> bool:
    """Whether one of *terms* stands shortly before the word, in the same clause."""
    lower = parts.words.lower
    for before in range(number - 1, max(-1, number - 1 - _IN_HAND_REACH), -1):
        if lower[before] in _MARKS or parts.words.ends_sentence(before):
            return False
        if terms.at(lower, before):
            return True
    return False


def _tells_soon(parts: Parts, number: int) -> bool:
    """Whether the thing soon does what evidence does: "satellite images taken in April show"."""
    lower = parts.words.lower
    for after in range(number + 1, min(number + 1 + _TELLING_REACH, len(lower))):
        if lower[after] in _MARKS | _TURNS or parts.words.ends_sentence(after):
            return False
        if lexicon.TELLING.at(lower, after):
            return True
    return False


def _reporters(parts: Parts) -> Iterator[Found[EvidenceKind]]:
    """A source that is an outlet's own: "an AFP correspondent", "our reporter", "a photographer for The Beacon"."""
    words = parts.words
    for number in parts.source:
        word = words.lower[number]
        if word not in lexicon.REPORTERS or "former" in words.lower[max(0, number - 3) : number]:
            continue
        before = words.text[words.starts[number - 1] : words.ends[number - 1]] if number else ""
        of_an_outlet = before.isupper() and len(before) > 1 if word in lexicon.ANYBODYS else before[:1].isupper()
        after = words.lower[number + 1] if number + 1 < len(words.lower) else ""
        if of_an_outlet or before.lower() in _OWNERS or after in _OUTLET_AFTER:
            yield Found(EvidenceKind.OWN_REPORTER, words.span(number, number))


def _perceptions(parts: Parts) -> Iterator[Found[EvidenceKind]]:
    """What the speaker saw or heard, as the main clause of the content: "she said she heard two blasts"."""
    sentence = parts.first_sentence
    lower = [parts.words.lower[i] for i in sentence]
    for verb in main_clause(lower).verbs:
        subject = verb - 1
        while subject > 0 and lower[subject] in _BEFORE_PERCEIVING:
            subject -= 1
        after = lower[verb + 1] if verb + 1 < len(lower) else ""
        if (
            lower[verb] in lexicon.PERCEIVED
            and subject >= 0
            and lower[subject] in _PERCEIVERS
            and after not in _NOT_PERCEIVED
        ):
            yield Found(EvidenceKind.EYEWITNESS, parts.words.span(sentence[subject], sentence[verb]))


def _at_the_scene(parts: Parts, around: Sequence[int]) -> Iterator[Found[EvidenceKind]]:
    """Somebody who lives there and speaks from there."""
    if around and any(parts.words.lower[number] in lexicon.INHABITANTS for number in parts.source):
        stretch = parts.words.span(around[0], around[-1])
        if found := _AT_THE_SCENE.search(parts.words.text, stretch.start, stretch.end):
            yield Found(EvidenceKind.EYEWITNESS, Span(*found.span()))


def _embedded(parts: Parts) -> Iterator[Found[EvidenceKind]]:
    """A picture that came with the words of a post, of which scraping leaves the address."""
    if parts.content:
        end = parts.words.ends[parts.content[-1]]
        if found := _EMBEDDED.search(parts.words.text, end, end + _EMBEDDED_REACH):
            yield Found(EvidenceKind.PHOTO, Span(*found.span()))


def _shown(one: Found[EvidenceKind], parts: Parts) -> bool | None:
    """Whether the article itself shows it.

    It does where a picture's address stands in it, where the one who saw it speaks in it, and where it gives the
    numbers of a count, with the statement or soon after. Of pictures that it describes a text cannot tell whether the
    page shows them. All else is cited only.
    """
    if _EMBEDDED.match(parts.words.text, one.span.start) or one.value in _SPEAKERS:
        return True
    if one.value is EvidenceKind.STATISTICS:
        last = max(parts.own)
        soon_after = range(last + 1, min(last + 1 + _NUMBERS_REACH, len(parts.words.lower)))
        return any(_NUMBER.match(parts.words.lower[i]) for i in (*parts.content, *soon_after))
    return None if one.value in _PICTURES and _describes(parts, one.span) else False


def _describes(parts: Parts, thing: Span) -> bool:
    """Whether pictures stand around the content, or are what the cue shows, and nobody keeps them back."""
    number = bisect_left(parts.words.starts, thing.start)
    withheld = _NOTHING.intersection(parts.words.lower[max(0, number - _IN_HAND_REACH) : number])
    shows = parts.term(lexicon.TELLING) or parts.term(lexicon.PUBLISHING)
    return not withheld and (shows is not None or number not in parts.content)
