"""Where: the settlement that a sentence names, or what it names that is wider; never anything finer.

A name counts as a settlement if it is known, stands where a place stands ("in", "on the town of", "Port Ada city") and
means one town: the only one of that name in the countries that the article names, or else one ten times as large as
the next. What could be two is none.
"""

from __future__ import annotations

import dataclasses
import enum
import re
from collections.abc import Iterable, Sequence

from sayso.article import Span
from sayso.figures.countries import ADJECTIVES, COUNTRIES
from sayso.figures.gazetteer import OwnTowns, Town, name_key, towns
from sayso.figures.grammar import CLOSED
from sayso.figures.words import Word, listed, low
from sayso.gather.dates import MONTHS

_LONGEST_NAME = 4
_LONGEST_COUNTRY = 3
_LOOKED_BACK = 9
_FAR_LARGER = 10
_FARTHEST = 25
_KNOWN_ANYWHERE = 100_000

_INSIDE = {"in", "at", "on", "inside", "within", "across", "throughout"}
_COMPASS = listed("east west north south northeast northwest southeast southwest centre center")
_HAS_INSIDE = listed(
    "city town village capital part parts district districts neighbourhood neighbourhoods neighborhood neighborhoods"
    " quarter quarters suburb area areas heart streets stronghold bastion port"
)
"""What is "of" a place and in it: "the city of", "a district of"."""
_HAPPENS_INSIDE = listed("shelling bombing bombardment siege battle storming")
_REGIONS = {"province", "governorate", "region", "county", "prefecture", "oblast"}
_NO_TOWN = listed(
    "district neighbourhood neighborhood quarter street road square roundabout hospital camp bridge mosque area"
    " shrine school checkpoint market airport base highway prison crossing junction university stadium park building"
    " club front countryside suburb suburbs outskirts surroundings provinces governorates districts neighbourhoods"
)
"""What follows a name that is no town's, or not only a town's: "Corrin road", "Corrin countryside"."""
_QUALIFIES = _COMPASS | {"eastern", "western", "northern", "southern", "central", "old", "new", "rural", "greater"}
_AROUND = {"rural", "greater"}
_OUTSKIRTS = {"countryside", "suburb", "suburbs", "outskirts", "surroundings"}
_ARABIC = re.compile(r"(?:[Aa][lrsdtnz]|[Ee][lsz]|[Aa]sh)[-’'][A-Z]")
_GENITIVE = re.compile(r"['’]?s$")


class Scope(enum.Enum):
    """How wide a place is."""

    TOWN = enum.auto()
    REGION = enum.auto()
    COUNTRY = enum.auto()


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A place in a sentence, as the half-open range of its words.

    ``name`` is ``None`` where the text does not say that something is in it ("near Port Ada") or not in it alone ("in
    Port Ada and Corrin"), and where it could be two towns.
    """

    name: str | None
    scope: Scope
    first: int
    last: int
    span: Span


@dataclasses.dataclass(frozen=True, slots=True)
class Known:
    """What helps to tell towns of one name apart: the countries that the article names, by code, and a user's own."""

    countries: frozenset[str]
    own: OwnTowns

    def has_near(self, candidates: Sequence[Town]) -> bool:
        """Whether one of them is in a country that the article names."""
        return any(town.country in self.countries for town in candidates)

    def is_one(self, candidates: Sequence[Town]) -> bool:
        """Whether a name that these towns bear means one of them."""
        near = [town for town in candidates if town.country in self.countries]
        ranked = sorted((town.population for town in near or candidates), reverse=True)
        if not ranked or (not near and ranked[0] < _KNOWN_ANYWHERE):
            return False
        return len(ranked) == 1 or ranked[0] >= _FAR_LARGER * ranked[1]


def known_to(sentences: Iterable[Sequence[Word]], own: OwnTowns) -> Known:
    """What an article of these sentences tells of its towns: the countries and the peoples that it names."""
    found = set()
    for words in sentences:
        for index, word in enumerate(words):
            for length in range(1, _LONGEST_COUNTRY + 1) if word.capital else ():
                if code := _country(words, index, length) or ADJECTIVES.get(_joined(words, index, length)):
                    found.add(code)
    return Known(frozenset(found), own)


def _joined(words: Sequence[Word], first: int, length: int) -> str:
    return " ".join(word.low for word in words[first : first + length])


def _country(words: Sequence[Word], first: int, length: int) -> str | None:
    name = _joined(words, first, length)
    # Scraped text has lost its apostrophes: "Selvanys second city".
    return COUNTRIES.get(name) or (COUNTRIES.get(_GENITIVE.sub("", name)) if name.endswith("s") else None)


def places_in(words: Sequence[Word], text: str, known: Known) -> list[Place]:
    """The places of a sentence of *text* in reading order."""
    found: list[Place] = []
    index = 0
    while index < len(words):
        place = _place(words, index, text, known) if _may_name(words[index]) else None
        if place is None:
            index += 1
            continue
        if found and _are_listed(words, found[-1], place):
            found[-1] = dataclasses.replace(found[-1], name=None)
            place = dataclasses.replace(place, name=None)
        found.append(place)
        index = place.last
    return found


def _may_name(word: Word) -> bool:
    return (word.capital or _ARABIC.match(word.text) is not None) and word.low not in MONTHS


def _are_listed(words: Sequence[Word], before: Place, place: Place) -> bool:
    """Whether two stand in one list: "in Port Ada and Corrin", and without its comma "in Port Ada Corrin"."""
    between = [word.low for word in words[before.last : place.first]]
    return before.scope is place.scope and between in (["and"], ["or"], [","], [",", "and"], [])


def _place(words: Sequence[Word], first: int, text: str, known: Known) -> Place | None:
    """The longest name of a place that begins with word *first*."""
    for last in range(min(first + _LONGEST_NAME, len(words)), first, -1):
        if not _may_name(words[last - 1]) or not _is_run(words, first, last):
            continue
        span = Span(words[first].span.start, words[last - 1].span.end)
        if last - first <= _LONGEST_COUNTRY and _country(words, first, last - first):
            return _country_place(words, Place(span.of(text), Scope.COUNTRY, first, last, span))
        name, candidates = _bearers(span.of(text), known)
        if candidates:
            span = Span(span.start, span.start + len(name))
            place = _town_place(words, Place(name, Scope.TOWN, first, last, span))
            one = place.scope is Scope.REGION or known.is_one(candidates)
            return place if one else dataclasses.replace(place, name=None)
    return None


def _is_run(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether nothing but one space stands between the words."""
    return all(words[i].span.end + 1 == words[i + 1].span.start for i in range(first, last - 1))


def _bearers(name: str, known: Known) -> tuple[str, tuple[Town, ...]]:
    """The name without a genitive, and the towns that bear it."""
    bare = name[:-2] if name.endswith(("'s", "’s")) else name
    candidates = towns(name_key(bare), known.own)
    # Scraped text has lost its apostrophes: "Corrins centre".
    if bare.endswith("s") and not known.has_near(candidates):
        shorter = towns(name_key(bare[:-1]), known.own)
        if shorter and (not candidates or known.has_near(shorter)):
            return bare[:-1], shorter
    return bare, candidates


def _country_place(words: Sequence[Word], place: Place) -> Place | None:
    """*place*, unless it is a genitive that qualifies what follows."""
    last = words[place.last - 1].low
    if last not in COUNTRIES and _GENITIVE.sub("", last) in COUNTRIES:
        return None
    return place if _stands_inside(words, place.first) else dataclasses.replace(place, name=None)


def _town_place(words: Sequence[Word], place: Place) -> Place:
    """*place* as what stands beside it makes it: a region that has a town's name, or no place to be in."""
    before, after = low(words, place.first - 1), low(words, place.last)
    of = low(words, place.first - 2) if before == "of" else ""
    inside = _stands_inside(words, place.first)
    if after in _REGIONS or of in _REGIONS:
        name = f"{place.name} {after if after in _REGIONS else of}"
        return dataclasses.replace(place, name=name if inside else None, scope=Scope.REGION)
    outer = after in _NO_TOWN or before in _AROUND or low(words, place.last + 1) in _OUTSKIRTS
    if not inside or outer or _goes_on(words, place):
        return dataclasses.replace(place, name=None)
    return place


def _goes_on(words: Sequence[Word], place: Place) -> bool:
    """Whether another word with a capital belongs to the name: "Fort Lindarn", of which only "Fort" is known."""
    last = place.last
    if last >= len(words) or not _may_name(words[last]) or place.span.end != words[last - 1].span.end:
        return False
    word = words[last].low
    other = word.removesuffix("s").endswith("day") or word in ADJECTIVES or _country(words, last, 1)
    return _is_run(words, last - 1, last + 1) and not other


def _stands_inside(words: Sequence[Word], first: int) -> bool:
    """Whether what comes before word *first* says that something is in it: "in the besieged northern city of"."""
    index = first - 1
    while index >= max(0, first - _LOOKED_BACK):
        word, before = words[index].low, low(words, index - 1)
        if word in _INSIDE or (word == "of" and before in _HAPPENS_INSIDE):
            return True
        within = word == "of" and (before in _HAS_INSIDE or before in _REGIONS or _is_part(words, index - 1))
        if within or (word == "and" and index > 0 and _may_name(words[index - 1])):
            index -= 2
        elif word in {"the", "a", "an", "its", "his", "their"} or _qualifies(words[index]):
            index -= 1
        else:
            return False
    return False


def _is_part(words: Sequence[Word], index: int) -> bool:
    """Whether word *index* is a part, "the east of", and no direction, "20 miles east of"."""
    return low(words, index) in _COMPASS and low(words, index - 1) == "the"


def _qualifies(word: Word) -> bool:
    """Whether a word before a place's name says which: "rebel-held", "Selvany's", "northern"."""
    if not _may_name(word):
        return word.low not in CLOSED and word.low[0].isalpha()
    names = {word.low, _GENITIVE.sub("", word.low)}
    return word.low in _QUALIFIES or not names.isdisjoint(ADJECTIVES) or not names.isdisjoint(COUNTRIES)


def nearest(places: Sequence[Place], first: int, last: int) -> str | None:
    """Where something is that the words from *first* to *last* tell: the nearest town, else region, else country.

    ``None`` where none is named that it is known to be in, or only one more than 25 words away.
    """

    def distance(place: Place) -> int:
        return max(place.first - last, first - place.last, 0)

    for scope in Scope:
        named = [each for each in places if each.scope is scope and each.name and distance(each) <= _FARTHEST]
        if named:
            return min(named, key=distance).name
    return None


def dateline_town(dateline: str | None, known: Known) -> str | None:
    """The town of a dateline: "PORT ADA, Selvany (AFP)" gives "Port Ada", if such a town is known."""
    name = re.split(r"[,(/]", dateline or "", maxsplit=1)[0].strip()
    name = name.title() if name.isupper() else name
    return name if known.is_one(towns(name_key(name), known.own)) else None
