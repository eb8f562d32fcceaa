"""Which party to a conflict a phrase names: a state, whatever its leader is called, rebels, or an armed group.

"Terrorists" and "militants" whom nobody names are rebels: one side's word for the other.
"""

from __future__ import annotations

import collections
import dataclasses
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

from sayso.article import Article, Span
from sayso.attribution import SourceKind
from sayso.compare.terms import skeleton
from sayso.figures.countries import ADJECTIVES, COUNTRIES
from sayso.figures.words import listed
from sayso.resolve.gazetteer import ARMED_OPENERS, KNOWN

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_STATE = listed("regime government army military president administration authorities presidency")
_REBELS = listed("rebel rebels insurgent insurgents opposition")
_MILITANTS = listed("terrorist terrorists militant militants jihadist jihadists")
_CAPITALS = {
    "moscow": "RU", "kremlin": "RU", "washington": "US", "pentagon": "US", "us": "US", "u.s": "US", "usa": "US",
    "damascus": "SY", "ankara": "TR", "tehran": "IR", "riyadh": "SA", "london": "GB", "paris": "FR", "berlin": "DE",
    "beijing": "CN", "kyiv": "UA", "kiev": "UA", "baghdad": "IQ", "cairo": "EG", "israel": "IL", "uk": "GB",
}  # fmt: skip
"""Capitals and short names that stand for a state that speaks or acts."""
_ACTS = listed("forces regime government army administration troops jets warplanes aircraft soldiers")
"""What after a name makes it the name of a state or its leader."""
_BEFORE_PLACES = listed("in of across from inside near into to northern eastern southern western central")
"""What makes a country's name the place where something happens."""
_SAME_GROUP = {
    "isil": "isis", "daesh": "isis", "daish": "isis", "i.s": "isis", "is": "isis", "al-qaida": "qaeda",
    "al-qaeda": "qaeda", "hizbullah": "hezbollah", "hizballah": "hezbollah", "al-nusra": "nusra",
}  # fmt: skip
HOME = "home"
"""The state that reports of one event mean when they say "the regime"."""


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """A party and the words that name it."""

    key: str
    span: Span


@dataclasses.dataclass(frozen=True, slots=True)
class Sides:
    """What the articles of one event call the parties.

    ``home`` is the country code of the state whose regime, government or army they mean without saying which, ``None``
    where no country is named. ``leaders`` are the names of persons for whom a state's forces are called, by state.
    """

    home: str | None
    leaders: Mapping[str, str]

    def of(self, text: str, span: Span) -> list[Side]:
        """The parties that the words of *span* name, in order.

        Example:
            >>> text = "Rebels blamed government forces."
            >>> [side.key for side in Sides("SY", {}).of(text, Span(0, len(text)))]
            ['rebels', 'SY']
        """
        words = [(m[0], Span(m.start(), m.end())) for m in _WORD.finditer(text, span.start, span.end)]
        texts = [word for word, _ in words]
        found: list[Side] = []
        at = 0
        while at < len(words):
            key, length = self._at(texts, at)
            if key:
                side = Side(key, Span(words[at][1].start, words[at + length - 1][1].end))
                if found and found[-1].key == key and at and found[-1].span.end == words[at - 1][1].end:
                    side = Side(key, Span(found.pop().span.start, side.span.end))
                found.append(side)
            at += length
        return found

    def _at(self, words: list[str], at: int) -> tuple[str | None, int]:
        """The party that begins at word *at*, if one does, and how many words name it."""
        return _armed_group(words, at) or _rebels(words, at) or self._state(words, at)

    def _state(self, words: list[str], at: int) -> tuple[str | None, int]:
        low, following = _bare(words[at]), _after(words, at)
        place = (
            low in COUNTRIES and following not in _STATE | _ACTS and at > 0 and words[at - 1].lower() in _BEFORE_PLACES
        )
        if (code := _country(low)) and words[at][0].isupper() and not place:
            return code, 1 + (following in _STATE or following in _ACTS)
        if low in _STATE:
            return self.home or HOME, 1 + (following in _ACTS)
        if low in self.leaders and words[at][0].isupper():
            return self.leaders[low], 1 + (following in _ACTS)
        return None, 1


def _armed_group(words: list[str], at: int) -> tuple[str, int] | None:
    low, following = _bare(words[at]), _after(words, at)
    if (low, following) == ("islamic", "state"):
        return "isis", 2
    if low in ARMED_OPENERS and following:
        return skeleton(following), 2
    if KNOWN.get(low) is SourceKind.ARMED_GROUP and (low != "is" or words[at] == "IS"):
        return _SAME_GROUP.get(low, low), 1 + (following in _MILITANTS)
    return None


def _rebels(words: list[str], at: int) -> tuple[str, int] | None:
    low, following = _bare(words[at]), _after(words, at)
    if low == "free" and "army" in [_bare(word) for word in words[at + 1 : at + 3]]:
        return "rebels", 2 + (following != "army")
    if low in _REBELS | _MILITANTS:
        return "rebels", 1
    return ("rebels", 2) if following in _REBELS and low in ADJECTIVES else None


def _after(words: list[str], at: int) -> str:
    return _bare(words[at + 1]) if at + 1 < len(words) else ""


def sides_in(articles: Iterable[Article]) -> Sides:
    """Learn from the texts of one event which state is meant by "the regime", and whose names stand for it.

    Example:
        >>> text = "Syrian President Osk Bale denied it. Bales forces had left."
        >>> sides_in([Article("1", text)])
        Sides(home='SY', leaders={'bale': 'SY', 'osk': 'SY'})
    """
    texts = [article.text for article in articles]
    ruling: collections.Counter[str] = collections.Counter()
    leaders: dict[str, collections.Counter[str]] = {}
    for text in texts:
        words = [_bare(match[0]) for match in _WORD.finditer(text)]
        # One mention of a state's government tells more than many of its places.
        for word, after in itertools.pairwise([*words, ""]):
            if code := _country(word):
                ruling[code] += 5 if after in _STATE else 1
    home = ruling.most_common(1)[0][0] if ruling else None
    for text in texts:
        for name, code in _leaders(text, home or HOME):
            leaders.setdefault(name, collections.Counter())[code] += 1
    return Sides(home, {name: codes.most_common(1)[0][0] for name, codes in leaders.items()})


_NAME = r"[A-Z][\w’'-]{1,40}"
_TITLED = re.compile(rf"\b(?P<state>[A-Z][\w.]{{1,40}})\s[Pp]resident\s(?P<first>{_NAME}\s)?(?P<name>{_NAME})")
_LED = re.compile(rf"\b(?P<name>{_NAME})\s(?:regime|government|forces|administration)\b")


def _leaders(text: str, home: str) -> Iterator[tuple[str, str]]:
    for match in _TITLED.finditer(text):
        if code := _country(_bare(match["state"])):
            names = (match["name"], match["first"] or "")
            yield from ((name, code) for each in names if (name := _bare(each.strip())))
    for match in _LED.finditer(text):
        name = _bare(match["name"])
        known = _country(name) or _is_known(name) or name in ADJECTIVES or name in ARMED_OPENERS or name in _NO_NAMES
        # What is also written small is no name: "Several government offices".
        if not known and not re.search(rf"\b{re.escape(name)}\b", text):
            yield name, home


_NO_NAMES = listed(
    "the several many some most other all both two kurdish islamist sunni shia shiite democratic arab free security"
    " local coalition and"
)
"""What stands before "forces" and is no name."""


def _country(low: str) -> str | None:
    return _CAPITALS.get(low) or COUNTRIES.get(low) or ADJECTIVES.get(low)


@functools.lru_cache(maxsize=1 << 16)
def _bare(word: str) -> str:
    """*word* in small letters without "'s" and "al-"; scraped text lost the apostrophe: "Assads"."""
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'").removeprefix("al-")
    if low.endswith("-led"):
        low = low.removesuffix("-led")
    if low.endswith("s") and word[0].isupper() and not _is_known(low) and len(low) > 4:
        low = low[:-1]
    return low


def _is_known(low: str) -> bool:
    return low in _CAPITALS or low in COUNTRIES or low in KNOWN or low in _REBELS or low in _STATE or low in _MILITANTS
