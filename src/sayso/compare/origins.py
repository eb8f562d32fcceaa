"""Where a claim comes from: its upstream sources, each once, however many outlets pass it on.

What is one source: the same name in any spelling; a spokesman and the body that he speaks for; a state's spokesmen and
its agencies; a source and who passed it on, where both are cited for one claim. What is left apart has no common source
that these texts show, which is not the same as independence.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.article import Article, Span
from sayso.attribution import Attribution, SourceKind
from sayso.claim import Origin
from sayso.compare.owners import Owner, outlet_key
from sayso.compare.sides import Sides
from sayso.compare.source_keys import Key, SourceKeys, same_source
from sayso.compare.statements import Statement
from sayso.figures.words import listed
from sayso.resolve import key_of
from sayso.resolve.names import folded
from sayso.resolve.outlets import is_own

OWN_REPORTING = "outlet's own reporting: "

_KINDS_OF_STATES = frozenset({SourceKind.OFFICIAL, SourceKind.UNNAMED_OFFICIAL})
_SPEAKERS = listed(
    "spokesman spokeswoman spokesperson head chief director leader chairman chairwoman founder representative"
)
"""Roles of one who says what his body says."""
_STAFF = listed("reporter reporters correspondent correspondents journalist photographer crew")
_MEDIA = listed("tv television media agency radio channel broadcaster newspaper")
_JOINT = re.compile(r"\s{0,4};\s{0,4}|\s{1,4}and\s{1,4}(?:the\s{1,4})?")
_AND_INSIDE = re.compile(r"\b(?:for|of|in)\b")
_WORD = re.compile(r"[^\W_]+")


@dataclasses.dataclass(frozen=True, slots=True)
class Upstream:
    """One source of a statement: its name, what it is known by, who passed it on, the id of the attribution."""

    name: str
    key: Key
    via: tuple[Key, ...]
    attribution: str


def origins_of(
    members: Iterable[Statement], sides: Sides, owners: Mapping[str, Owner], named: Mapping[str, str]
) -> tuple[Origin, ...]:
    """The distinct upstream sources of what *members* say, in the order in which they are met.

    A source with several names keeps all of them, with slashes between. Who is not named adds nothing. Of attributions
    in *named*, by their ids, a person said who the upstream source is.
    """
    found = [
        upstream
        for member in members
        if member.attribution
        for upstream in upstream_of(_as_named(member.attribution, named), member.article, sides, owners)
    ]
    first = list({upstream.key: upstream for upstream in reversed(found)}.values())[::-1]
    passed_on = _passed_on(first, found)
    groups: list[list[Key]] = []
    homes = SourceKeys()
    for upstream in sorted(first, key=lambda each: -len(each.key)):
        if upstream.key not in passed_on:
            number = min(homes.numbers(upstream.key), default=len(groups))
            if number == len(groups):
                groups.append([])
            groups[number].append(upstream.key)
            homes.add(upstream.key, number)
    order = {upstream.key: at for at, upstream in enumerate(first)}
    groups.sort(key=lambda group: min(order[key] for key in group))
    return tuple(_origins(groups, found, passed_on))


def _origins(
    groups: Sequence[Sequence[Key]], found: Sequence[Upstream], passed_on: Mapping[Key, Key]
) -> Iterator[Origin]:
    """An origin for each group of keys; what another source only passed on leads to it, but does not name it."""
    places: defaultdict[Key, list[int]] = defaultdict(list)
    for place, upstream in enumerate(found):
        places[upstream.key].append(place)
    passing: defaultdict[Key, list[Key]] = defaultdict(list)
    for key, source in passed_on.items():
        passing[source].append(key)
    for group in groups:
        own = sorted(place for key in group for place in places[key])
        through = (place for key in group for other in passing[key] for place in places[other])
        led = dict.fromkeys(found[place].attribution for place in sorted({*own, *through}))
        yield Origin(_name(found[place] for place in own), tuple(led))


def _passed_on(first: Sequence[Upstream], found: Sequence[Upstream]) -> dict[Key, Key]:
    """Of the sources that only passed on what another of *found* said, which that is; the earliest of several."""
    told = list({(upstream.key, upstream.via): upstream for upstream in reversed(found) if upstream.via}.values())
    through = SourceKeys()
    for number, other in enumerate(told):
        for key in other.via:
            through.add(key, number)
    passed = {}
    for upstream in first:
        sources = (told[number].key for number in through.numbers(upstream.key))
        if source := next((key for key in sources if not same_source(upstream.key, key)), None):
            passed[upstream.key] = source
    return passed


def _as_named(attribution: Attribution, named: Mapping[str, str]) -> Attribution:
    name = named.get(attribution.id)
    if name is None:
        return attribution
    return dataclasses.replace(
        attribution, source_name=name, source_role=None, source_affiliation=None, source_kind=None, via_chain=()
    )


def upstream_of(
    attribution: Attribution, article: Article, sides: Sides, owners: Mapping[str, Owner]
) -> list[Upstream]:
    """The sources of one attribution, joint ones apart; none where nobody is named or described."""
    name = attribution.source_name
    if name is None:
        return []
    via = tuple(_key(each.name, None, sides, owners) for each in attribution.via_chain)
    return [Upstream(*_named(part, attribution, article, sides, owners), via, attribution.id) for part in _parts(name)]


def _named(
    name: str, attribution: Attribution, article: Article, sides: Sides, owners: Mapping[str, Owner]
) -> tuple[str, Key]:
    kind = attribution.source_kind
    words = {word.lower() for word in _WORD.findall(name)}
    if kind is SourceKind.MEDIA and (
        is_own(article, name) or (_is_staff(attribution, words) and _works_for(article, attribution))
    ):
        outlet = article.outlet or attribution.source_affiliation or name
        return OWN_REPORTING + outlet, ("own", outlet_key(outlet))
    role = {word.lower() for word in _WORD.findall(attribution.source_role or "")}
    body = attribution.source_affiliation
    if body and (role & _SPEAKERS or (_is_staff(attribution, words) and kind is SourceKind.MEDIA)):
        return body, _key(body, kind, sides, owners)
    return name, _key(name, kind, sides, owners)


def _is_staff(attribution: Attribution, words: set[str]) -> bool:
    return bool((words | {word.lower() for word in _WORD.findall(attribution.source_role or "")}) & _STAFF)


def _works_for(article: Article, attribution: Attribution) -> bool:
    return attribution.source_affiliation is None or is_own(article, attribution.source_affiliation)


def _key(name: str, kind: SourceKind | None, sides: Sides, owners: Mapping[str, Owner]) -> Key:
    """What stands for a source: the state or armed party that it speaks for, else the words of its name."""
    if owner := owners.get(outlet_key(name)):
        return ("*", owner.state or owner.family)
    words = {word.lower() for word in _WORD.findall(name)}
    named = sides.of(name, Span(0, len(name)))
    if words & _MEDIA and words & {"state", "official", "government", "regime"}:
        return ("*", named[0].key if named else sides.home or "state")
    if named and kind in _KINDS_OF_STATES and len(named[0].key) == 2:
        return ("*", named[0].key)
    if named and kind is SourceKind.ARMED_GROUP and named[0].key != "rebels":
        return ("*", named[0].key)
    value = key_of(name).value
    return tuple(value.split()) if value else folded(name)


def _parts(name: str) -> Iterator[str]:
    """Joint sources apart: "the monitor and residents", but not "Office for Roads and Bridges"."""
    start = 0
    for joint in _JOINT.finditer(name):
        left, right = name[start : joint.start()], name[joint.end() :]
        if ";" not in joint[0] and _AND_INSIDE.search(left) and right[:1].isupper():
            continue
        if _WORD.search(left):
            yield left
            start = joint.end()
    yield name[start:]


def _name(group: Iterable[Upstream]) -> str:
    names = list(dict.fromkeys(_bare(upstream.name) for upstream in group))
    fullest: list[str] = []
    for name in sorted(names, key=lambda each: -len(each)):
        if not any(set(folded(name)) <= set(folded(other)) for other in fullest):
            fullest.append(name)
    return " / ".join(sorted(fullest, key=names.index)[:3])


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", name, flags=re.IGNORECASE)
