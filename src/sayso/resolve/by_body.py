"""Rules for sources that are a noun for a body: "the ministry", "the group", "a monitor"."""

from __future__ import annotations

from sayso.attribution import SourceKind
from sayso.resolve import gazetteer as known
from sayso.resolve import words as w
from sayso.resolve.bodies import kind_of_body
from sayso.resolve.callings import Calling
from sayso.resolve.entities import Entity
from sayso.resolve.mentions import Range, Sort
from sayso.resolve.phrases import Phrase
from sayso.resolve.reading import Reading, Who, is_definite, is_single

Kinds = frozenset[SourceKind | None]

_ARMED: Kinds = frozenset({SourceKind.ARMED_GROUP})
_MONITOR: Kinds = frozenset({SourceKind.MONITOR_OR_NGO})
_MEDIUM: Kinds = frozenset({SourceKind.MEDIA})
_PARTY: Kinds = frozenset({SourceKind.POLITICAL_GROUP})
_WORLD: Kinds = frozenset({SourceKind.INTERNATIONAL_BODY})
_UNKNOWN: Kinds = frozenset({None})
_CLASSES: dict[str, Kinds] = {
    "group": _ARMED | _MONITOR | _PARTY | _UNKNOWN,
    "organization": _ARMED | _MONITOR | _PARTY | _WORLD | _UNKNOWN,
    "body": _MONITOR | _PARTY | _WORLD,
    "bloc": _PARTY | _WORLD,
    "party": _PARTY | _UNKNOWN,
    "militia": _ARMED,
    "faction": _ARMED,
    "monitor": _MONITOR,
    "charity": _MONITOR,
    "ngo": _MONITOR,
    "watchdog": _MONITOR | _WORLD,
    "agency": _MEDIUM | _WORLD | {SourceKind.OFFICIAL},
    "channel": _MEDIUM,
    "station": _MEDIUM,
    "broadcaster": _MEDIUM,
    "network": _MEDIUM | _MONITOR | _UNKNOWN,
    "newspaper": _MEDIUM | _UNKNOWN,
    "paper": _MEDIUM | _UNKNOWN,
    "daily": _MEDIUM | _UNKNOWN,
    "magazine": _MEDIUM | _UNKNOWN,
    "outlet": _MEDIUM | _UNKNOWN,
    "company": _UNKNOWN,
    "firm": _UNKNOWN,
    "union": _UNKNOWN,
}
"""What kinds of body a noun can stand for when the body's name does not contain it."""
_SPELLED = {"organisation": "organization", "tv": "channel", "television": "channel", "newswire": "agency"}
_FAR = 4
"""Sentences after which "the group" is no longer taken for the body that spoke last."""


def by_body(reading: Reading, phrase: Phrase, _: int) -> Who | None:
    """A definite noun for a body means the body that carries it in its name, or the last one of that kind."""
    if not is_definite(reading, phrase) or not is_single(reading, phrase):
        return None
    entity = _body_called(reading, phrase.core, phrase.head)
    return Who(phrase, entity.fullest, entity) if entity else None


def by_anticipation(reading: Reading, phrase: Phrase, _: int) -> Who | None:
    """An indefinite monitor is the one that the article names: "a monitor said"."""
    noun = reading.tokens[phrase.head].base
    modifiers = {*reading.words.bases(phrase.core[0], phrase.head)} - w.DETERMINERS
    watches = noun in ("monitor", "watchdog") or ("monitoring" in modifiers and noun in ("group", "organization"))
    more = phrase.described[1] > phrase.core[1] or _telling(modifiers) - w.GROUP_MODIFIERS - known.DEMONYMS
    if not watches or more:
        return None
    monitors = reading.cast.monitors
    fits = [entity for entity in monitors if w.WATCHING & {*entity.name}] or monitors
    return Who(phrase, fits[0].fullest, fits[0]) if len(fits) == 1 else None


def body_of(reading: Reading, tokens: Range) -> Entity | None:
    """The entity of an affiliation, also of one that is only described: "the Inland-based group"."""
    return reading.cast.named_at(tokens[1] - 1) or _body_called(reading, tokens, tokens[1] - 1)


def noun_before(reading: Reading, calling: Calling) -> Range | None:
    """The noun for a body right before a calling, with its modifiers: "observatory" of "observatory head"."""
    first, head = calling.role or (calling.head, calling.head), calling.head
    before = reading.tokens[head - 1].base if head > first[0] else ""
    return (first[0], head) if w.lemma(before) in w.BODIES - w.ROLE_MODIFIERS else None


def body_told(reading: Reading, calling: Calling) -> Entity | None:
    """The entity of the body that a calling tells, behind it or before it."""
    tokens = calling.affiliation or noun_before(reading, calling)
    return body_of(reading, tokens) if tokens else None


def can_mean(reading: Reading, tokens: Range, entity: Entity) -> bool:
    """Whether an affiliation names or describes *entity*."""
    if named := reading.cast.named_at(tokens[1] - 1):
        return named is entity
    noun = w.lemma(reading.tokens[tokens[1] - 1].base)
    return noun in entity.name or entity.kind in _CLASSES.get(noun, ())


def can_be_called(noun: str, entity: Entity) -> bool:
    """Whether a body is of the kind that *noun* alone stands for: "group", "newspaper"."""
    return entity.sort is Sort.BODY and entity.kind in _CLASSES.get(_SPELLED.get(noun, noun), ())


def _body_called(reading: Reading, core: Range, head: int) -> Entity | None:
    """The body that the noun at *head* with its modifiers means."""
    noun = reading.tokens[head].base
    if not reading.words.has_apostrophes and noun not in w.BODIES:
        noun = w.lemma(noun)
    if noun not in w.BODIES and noun not in _CLASSES:
        return None
    modifiers = {*reading.words.bases(core[0], head)} - w.DETERMINERS - w.POSSESSIVES
    telling = _telling(modifiers)
    same = [e for e in reading.cast.bodies.get(noun, ()) if _is_built_on(reading, e, noun) and telling <= {*e.name}]
    if same:
        return reading.nearest(same, head)
    wanted = _CLASSES.get(_SPELLED.get(noun, noun))
    if noun in ("group", "organization", "militia", "faction"):
        telling -= known.DEMONYMS
    if wanted is None or telling - w.GROUP_MODIFIERS:
        return None
    return _last_of_kind(reading, head, wanted, modifiers)


def _telling(modifiers: set[str]) -> set[str]:
    """The modifiers that tell one body from another; "Inland-based" may be added to any."""
    return {modifier for modifier in modifiers if "-" not in modifier}


def _is_built_on(reading: Reading, entity: Entity, noun: str) -> bool:
    """Whether "the army" can mean a body with that word in its name: one of the same kind."""
    if noun == "coalition":
        # Beside an "Inland-led coalition" the bare word is not the party of that name.
        return not reading.words.has_allies
    return len(entity.name) > 1 and kind_of_body([noun]) in (None, entity.kind)


def _last_of_kind(reading: Reading, at: int, wanted: Kinds, modifiers: set[str]) -> Entity | None:
    if any(modifier.endswith("-based") for modifier in modifiers):
        wanted -= _ARMED
    if modifiers & w.LOADED:
        # Of two armed groups near by the text does not tell which is "the terrorist group": only the one that spoke.
        return _last_that_spoke(reading, at, wanted & _ARMED)
    return _last_that_spoke(reading, at, wanted) or _only_one_near(reading, at, wanted)


def _last_that_spoke(reading: Reading, at: int, wanted: Kinds) -> Entity | None:
    """The body of a wanted kind that spoke last, not too far before token *at*."""
    for start, who in reading.earlier(at):
        if reading.tokens[at].sentence - reading.tokens[start].sentence > _FAR:
            break
        if who.entity and who.entity.sort is Sort.BODY and who.entity.kind in wanted:
            return who.entity
    return None


def _only_one_near(reading: Reading, at: int, wanted: Kinds) -> Entity | None:
    """The only body of a wanted kind that is named in this sentence and the one before."""
    here = reading.tokens[at].sentence
    near = [m for m in reading.mentions_before(at) if here - reading.tokens[m.name[0]].sentence < 2]
    fits = {id(e): e for e in map(reading.cast.of, near) if e.sort is Sort.BODY and e.kind in wanted}
    return next(iter(fits.values())) if len(fits) == 1 else None
