"""Who and what an article names: persons, bodies and places, each with all its names, and the fullest of them."""

from __future__ import annotations

import collections
import dataclasses
from collections.abc import Mapping, Sequence

from sayso.attribution import SourceKind
from sayso.resolve import gazetteer as known
from sayso.resolve import words as w
from sayso.resolve.bodies import kind_of_body
from sayso.resolve.callings import Calling
from sayso.resolve.mentions import Mention, Range, Sort
from sayso.resolve.names import Name, acronyms_of, folded, is_part_of, is_short_for
from sayso.resolve.tokens import Words

_MOST = 50
"""Most names that one name is compared with: text is untrusted."""


@dataclasses.dataclass(slots=True, eq=False)
class Entity:
    """A person, a body or a place of one article.

    ``mentions`` are in reading order; ``fullest`` is where its fullest name stands. ``gender`` is ``m``, ``f`` or
    ``None`` where nothing tells; ``kind`` is that of a body.
    """

    sort: Sort
    name: Name
    fullest: Range
    mentions: list[Mention] = dataclasses.field(default_factory=list)
    callings: list[Calling] = dataclasses.field(default_factory=list)
    gender: str | None = None
    kind: SourceKind | None = None


def entities_of(words: Words, mentions: Sequence[Mention]) -> list[Entity]:
    """The entity of each mention, in the order of *mentions*.

    A name of several words joins the only longer name that it can be short for. One of a single word is looked at
    mention by mention: it may mean the mayor here and her brother there.
    """
    names = [folded(words.span(*mention.name).of(words.text)) for mention in mentions]
    named: dict[Name, list[Mention]] = collections.defaultdict(list)
    for name, mention in zip(names, mentions, strict=True):
        named[name].append(mention)
    longer = _Longer(words, named)
    full = _full_names(named, longer)
    singles = _Singles(words, named, longer, full)
    found: list[Entity] = []
    for name, mention in zip(names, mentions, strict=True):
        entity = full[name] if len(name) > 1 else singles.entity_of(mention, name)
        entity.mentions.append(mention)
        if entity.sort is Sort.UNKNOWN:
            entity.sort = mention.sort
        found.append(entity)
    return found


def describe(words: Words, entity: Entity, callings: Sequence[Calling]) -> None:
    """Add to an entity what is told of it: its callings, and from them and its names its gender or kind."""
    entity.callings += callings
    if callings and entity.sort is Sort.UNKNOWN:
        entity.sort = Sort.PERSON
    if entity.sort is Sort.BODY:
        names = (entity.fullest, *(mention.name for mention in entity.mentions[:_MOST]))
        entity.kind = next((kind for name in names if (kind := kind_of_body(words.bases(*name)))), None)
    elif entity.sort is not Sort.PLACE:
        entity.gender = _gender(words, entity)


def _gender(words: Words, entity: Entity) -> str | None:
    told = {gender_of_word(base) for c in entity.callings for base in words.bases(*(c.role or (0, 0)))} - {None}
    if told:
        return told.pop() if len(told) == 1 else None
    if len(entity.name) < 2 and words.tokens[entity.fullest[0]].base in known.MALE_NAMES:
        # A man's given name alone may be a family name.
        return None
    return _gender_of_name(words, entity)


def _gender_of_name(words: Words, entity: Entity) -> str | None:
    first = words.tokens[entity.fullest[0]].base
    male, female = first in known.MALE_NAMES, first in known.FEMALE_NAMES
    return None if male == female else "m" if male else "f"


def gender_of_word(base: str) -> str | None:
    """``m`` or ``f`` for a title or calling that tells, else ``None``."""
    if base in w.WOMEN or base in w.FEMALE_TITLES:
        return "f"
    return "m" if base in w.MEN or base in w.MALE_TITLES else None


def _full_names(named: Mapping[Name, list[Mention]], longer: _Longer) -> dict[Name, Entity]:
    """The entity of every name of several words."""
    found: dict[Name, Entity] = {}
    # Longest first, so that a name finds its only full form already there.
    for name in sorted((name for name in named if len(name) > 1), key=len, reverse=True):
        fulls = {id(entity): entity for full in longer.of(name) if (entity := found.get(full))}
        if len(fulls) == 1:
            [entity] = fulls.values()
            _prefer_usual(entity, name, named)
        else:
            entity = Entity(_sort_of(named[name]), name, named[name][0].name)
        found[name] = entity
    return found


def _prefer_usual(entity: Entity, name: Name, named: Mapping[Name, list[Mention]]) -> None:
    """Take *name* as the fullest where the longer one only has stray words at its end: "Ada Byrne Hits Back"."""
    more = len(entity.name) - len(name)
    extended = entity.name[: len(name)] == name and entity.sort is Sort.PERSON
    extended = extended and entity.name[len(name)] not in known.PARTICLES
    if extended and len(named[name]) + (more > 1) > len(named[entity.name]):
        entity.name, entity.fullest = name, named[name][0].name


def _sort_of(mentions: Sequence[Mention]) -> Sort:
    sorts = {mention.sort for mention in mentions}
    return next((sort for sort in (Sort.BODY, Sort.PERSON, Sort.PLACE) if sort in sorts), Sort.UNKNOWN)


class _Longer:
    """Finds the longer names that a name can be short for, by the words that both begin or end with."""

    def __init__(self, words: Words, named: Mapping[Name, list[Mention]]) -> None:
        self._words, self._named = words, named
        self._sorts = {name: _sort_of(mentions) for name, mentions in named.items()}
        self._with: dict[str, list[Name]] = collections.defaultdict(list)
        for name, sort in self._sorts.items():
            for word in {*name} if sort is Sort.BODY else {name[0], name[-1]}:
                self._with[word].append(name)

    def of(self, name: Name) -> list[Name]:
        """Longer names, the longest first."""
        near = {full for word in {name[0], name[-1]} for full in self._with.get(word, ())[:_MOST]}
        return sorted((full for full in near if self._fits(name, full)), key=lambda full: (-len(full), full))

    def _fits(self, name: Name, full: Name) -> bool:
        sort, other = self._sorts[name], self._sorts[full]
        if Sort.PLACE in (sort, other) or (sort is Sort.BODY) != (other is Sort.BODY):
            return False
        if other is Sort.BODY:
            return is_part_of(name, full, self._head(full))
        first, last = self._named[full][0].name
        return last - first > 1 and is_short_for(name, full)

    def _head(self, full: Name) -> str:
        """The word that a body's name is built on: "ministry" of "Ministry of Works"."""
        first, last = self._named[full][0].name
        bases = self._words.bases(first, last)
        end = next((at for at, base in enumerate(bases) if at and base in ("of", "for")), len(bases))
        return folded(bases[end - 1])[-1]


class _Singles:
    """Decides, mention by mention, whom a name of one word means."""

    def __init__(
        self, words: Words, named: Mapping[Name, list[Mention]], longer: _Longer, full: Mapping[Name, Entity]
    ) -> None:
        self._words, self._named, self._longer, self._full = words, named, longer, full
        self._alone: dict[Name, Entity] = {}
        self._habit: dict[tuple[Name, str | None], Entity] = {}
        self._acronyms: dict[str, Entity] = {}
        for entity in full.values():
            for letters in acronyms_of(words.span(*entity.fullest).of(words.text)):
                self._acronyms.setdefault(letters, entity)

    def entity_of(self, mention: Mention, name: Name) -> Entity:
        """The only entity that fits; of several the one introduced so far, or the one that the name meant before."""
        gender = _gender_of_title(self._words, mention)
        fits = [e for e in self._candidates(mention, name) if not gender or _can_be(self._words, e, gender)]
        just = [e for e in fits if self._is_just_named(e, mention)] if len(fits) > 1 else []
        fits = just or fits
        if len(fits) > 1:
            introduced = [e for e in fits if e.fullest[0] < mention.name[0]]
            habit = self._habit.get((name, gender)) or self._habit.get((name, None))
            fits = introduced if len(introduced) == 1 else [e for e in fits if e is habit]
        if fits:
            if not just or (name, gender) not in self._habit:
                self._habit[name, gender] = fits[0]
            return fits[0]
        if name not in self._alone:
            mentions = self._named[name]
            self._alone[name] = Entity(_sort_of(mentions), name, mentions[0].name)
        return self._alone[name]

    def _is_just_named(self, entity: Entity, mention: Mention) -> bool:
        """Whether the full name stands in this sentence or the one before."""
        tokens, at = self._words.tokens, mention.name[0]
        before = entity.mentions[-1].name if entity.mentions else entity.fullest
        near = 0 <= tokens[at].sentence - tokens[before[0]].sentence < 2
        return before[0] < at and before[1] - before[0] > 1 and near

    def _candidates(self, mention: Mention, name: Name) -> list[Entity]:
        fulls = {id(entity): entity for full in self._longer.of(name) if (entity := self._full.get(full))}
        if fulls:
            return list(fulls.values())
        letters = self._words.span(*mention.name).of(self._words.text).replace(".", "")
        spelled_out = self._acronyms.get(letters) if letters.isupper() and 1 < len(letters) < 9 else None
        return [spelled_out] if spelled_out else []


def _gender_of_title(words: Words, mention: Mention) -> str | None:
    found = (gender_of_word(base) for base in words.bases(*(mention.role or (0, 0))))
    return next((gender for gender in found if gender), None)


def _can_be(words: Words, entity: Entity, gender: str) -> bool:
    return _gender_of_name(words, entity) in (gender, None)
