"""What kind of source somebody is, and the words that tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.attribution import SourceKind
from sayso.resolve import gazetteer as known
from sayso.resolve import words as w
from sayso.resolve.bodies import kind_of_body
from sayso.resolve.by_body import body_told
from sayso.resolve.callings import Calling
from sayso.resolve.entities import Entity
from sayso.resolve.mentions import Range, Sort
from sayso.resolve.naming import is_one_of_a_kind, speaks_for_body
from sayso.resolve.phrases import Phrase
from sayso.resolve.reading import Reading, Who

_CALLINGS: tuple[tuple[frozenset[str], SourceKind], ...] = (
    (w.OFFICES, SourceKind.OFFICIAL),
    (w.FIGHTERS, SourceKind.ARMED_GROUP),
    (w.MEDICS, SourceKind.MEDICAL),
    (w.PARTISANS, SourceKind.POLITICAL_GROUP),
    (w.EXPERTS, SourceKind.EXPERT),
    (w.WITNESSES, SourceKind.WITNESS_OR_RESIDENT),
    (w.JOURNALISTS, SourceKind.MEDIA),
    (w.MONITORS, SourceKind.MONITOR_OR_NGO),
)
_OF_THEIR_BODY = w.CHIEFS | w.SPEAKERS | w.RANKS | {"source", "figure"}
"""Callings that are of the kind of their body."""
_OUTRANKS = frozenset({SourceKind.INTERNATIONAL_BODY, SourceKind.ARMED_GROUP, SourceKind.MONITOR_OR_NGO})
"""Kinds of bodies whose officials and envoys are not a state's."""
_STATE_DOMAINS = frozenset({"foreign", "home", "state", "defence", "defense", "interior", "treasury", "health"})
_OF_COMMUNICATION = frozenset({"press", "media", "communication", "news"})
"""Before a calling these say what somebody does for a body: a press secretary is no medium."""
_WHERE = frozenset({"in", "at", "near", "from"})


def kind_of(reading: Reading, who: Who) -> tuple[SourceKind, Range] | None:
    """The kind of one source, and the words that tell; ``None`` where it is unclear who speaks."""
    if reading.tokens[who.phrase.head].base in w.VAGUE:
        return SourceKind.UNNAMED_OTHER, who.phrase.core
    if who.name is None:
        return None
    if who.entity:
        return _of_entity(reading, who.entity)
    return _of_description(reading, who.described or who.phrase)


def _of_entity(reading: Reading, entity: Entity) -> tuple[SourceKind, Range]:
    if entity.sort is Sort.PLACE:
        # "Corrin denied it": its government.
        return SourceKind.OFFICIAL, entity.fullest
    if entity.sort is Sort.BODY:
        return entity.kind or SourceKind.UNNAMED_OTHER, entity.fullest
    # "Dr." may be a doctor of anything: every other calling tells more.
    for calling in sorted(entity.callings, key=lambda c: reading.tokens[c.head].base == "dr"):
        if kind := _of_calling(reading, calling):
            return kind, calling.role or calling.affiliation or entity.fullest
    return kind_of_body(reading.words.bases(*entity.fullest)) or SourceKind.UNNAMED_OTHER, entity.fullest


def _of_calling(reading: Reading, calling: Calling) -> SourceKind | None:
    """What a calling makes of a person; where it takes its colour from a body, what the body is."""
    body = _of_body(reading, calling)
    if calling.role is None:
        return body
    base = reading.tokens[calling.head].base
    noun = w.lemma(w.TITLES.get(base) or base)
    side = body or _side(reading.words.bases(calling.role[0], calling.head))
    if noun in w.OFFICES and noun != "ambassador" and side in _OUTRANKS:
        return side
    if noun == "president" and _heads_a_body(reading, calling):
        return body
    if noun in _OF_THEIR_BODY:
        return side or (SourceKind.OFFICIAL if _is_of_state(reading, calling, noun) else None)
    return _by_noun(noun)


def _by_noun(noun: str) -> SourceKind | None:
    return next((kind for members, kind in _CALLINGS if noun in members), None)


def _of_body(reading: Reading, calling: Calling) -> SourceKind | None:
    """The kind of the body that a calling names or describes."""
    body = body_told(reading, calling)
    if body and body.sort is Sort.BODY:
        return body.kind
    if calling.affiliation is None:
        return None
    first, last = calling.affiliation
    mention = reading.cast.names.covering.get(last - 1)
    # "the rebel group Mirna" is what the words before the name say.
    told = kind_of_body(reading.words.bases(first, mention.name[0])) if mention and mention.name[0] > first else None
    return told or kind_of_body(reading.words.bases(first, last))


def _side(modifiers: Sequence[str]) -> SourceKind | None:
    """On whose side the words before a calling put somebody: "rebel", "security", "opposition"."""
    if any(pair in known.KNOWN_PAIRS for pair in pairwise(modifiers)):
        return kind_of_body(modifiers)
    bases = [w.lemma(base) for base in modifiers]
    for base in bases:
        if base in w.ARMED_MODIFIERS or known.KNOWN.get(base) is SourceKind.ARMED_GROUP:
            return SourceKind.ARMED_GROUP
        if base in w.MEDICAL_MODIFIERS:
            return SourceKind.MEDICAL
    if w.OFFICIAL_MODIFIERS.intersection(bases):
        return SourceKind.OFFICIAL
    if "opposition" in bases:
        return SourceKind.POLITICAL_GROUP
    return kind_of_body([base for base in bases if base not in _OF_COMMUNICATION])


def _is_of_state(reading: Reading, calling: Calling, noun: str) -> bool:
    """Whether a rank, a "Representative" before a name or a "Foreign Secretary" is a state's: no body is told."""
    if noun in w.RANKS or (noun == "representative" and reading.tokens[calling.head].capital):
        return True
    bases = {*reading.words.bases(*(calling.role or (0, 0)))}
    return noun == "secretary" and (bool(bases & _STATE_DOMAINS) or bases == {"secretary"})


def _heads_a_body(reading: Reading, calling: Calling) -> bool:
    """Whether a president is that of a body, not of a country."""
    if calling.affiliation is None:
        return False
    entity = reading.cast.named_at(calling.affiliation[1] - 1)
    return entity is None or entity.sort is not Sort.PLACE


def _of_description(reading: Reading, phrase: Phrase) -> tuple[SourceKind, Range]:
    """The kind of somebody whom the article does not name."""
    base = reading.tokens[phrase.head].base
    noun = w.lemma(base)
    if noun in w.DOCUMENTS and noun not in w.BODIES:
        return _of_document(reading, phrase), phrase.core
    if noun in w.PEOPLE and noun not in w.MONITOR_BODIES:
        return _of_people(reading, phrase, noun), phrase.described
    if noun in ("country", "nation", "power", "state"):
        return SourceKind.OFFICIAL, phrase.core
    told = kind_of_body(reading.words.bases(*phrase.core)) or kind_of_body(reading.words.bases(*phrase.described))
    return (None if noun in ("opposition", "public") else told) or SourceKind.UNNAMED_OTHER, phrase.core


def _of_document(reading: Reading, phrase: Phrase) -> SourceKind:
    """The kind of a text or a picture; "media reports" are the media, bare "reports" are anybody's."""
    head, first = phrase.head, phrase.core[0]
    if w.lemma(reading.tokens[head].base) != "report" or phrase.described[1] > phrase.core[1]:
        return SourceKind.DOCUMENT
    if reading.tokens[head - 1].base == "media" and head > first:
        return SourceKind.MEDIA
    bare = head - first < 2 and (reading.tokens[head].base == "reports" or reading.tokens[first].base == "one")
    return SourceKind.UNNAMED_OTHER if bare else SourceKind.DOCUMENT


def _of_people(reading: Reading, phrase: Phrase, noun: str) -> SourceKind:
    """Unnamed people: by calling, by the words before it, by the body after it, by where they are."""
    own = reading.cast.calling_at.get(phrase.head)
    body = _of_body(reading, own) if own else None
    modifiers = [b for b in reading.words.bases(phrase.core[0], phrase.head) if b not in w.DETERMINERS]
    side = body or _side(modifiers)
    kind = _by_noun(noun)
    if noun in _OF_THEIR_BODY or noun == "people":
        from_outlet = noun == "source" and side is SourceKind.MEDIA
        kind = kind if from_outlet else side or kind or (SourceKind.OFFICIAL if noun in w.RANKS else None)
    elif noun in w.OFFICES and side in _OUTRANKS:
        kind = side
    elif noun == "activist":
        kind = None
    if kind is None and _are_there(reading, phrase, noun):
        return SourceKind.WITNESS_OR_RESIDENT
    named = is_one_of_a_kind(reading, phrase) or speaks_for_body(reading, phrase)
    if kind is SourceKind.OFFICIAL and not named:
        return SourceKind.UNNAMED_OFFICIAL
    return kind or SourceKind.UNNAMED_OTHER


def _are_there(reading: Reading, phrase: Phrase, noun: str) -> bool:
    """Whether people are described by where they are: "people waiting at Harbour Hospital", "activists in the town"."""
    rest = (phrase.core[1], phrase.described[1])
    bases = {*reading.words.bases(*rest)}
    placed = reading.cast.names_in(rest) or bases & known.PLACE_NOUNS
    return noun in ("people", "person", "family", "activist") and bool(placed) and bool(bases & _WHERE)
