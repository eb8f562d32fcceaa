"""What a word in a name can be, as one letter, so that a form of name is a short regular expression.

==  =======================================  ==  =========================================
T   title                                    P   place
R   calling                                  L   kind of place: "city"
M   modifier of a calling                    N   people: "Kurdish"
B   head of a body: "ministry"               G   given name
S   head of a medium: "channel"              W   day or month
K   body known by name                       n   number
Q   body known by two words                  C   place known by two words
A   word that begins an armed group's name   o   "of", "for", "and"
D   domain of a body: "health"               t   "the"
X   any other word in capitals               p   any other small word
==  =======================================  ==  =========================================
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.resolve import gazetteer as known
from sayso.resolve import words as w
from sayso.resolve.tokens import Token

_SMALL = {"of": "o", "for": "o", "and": "o", "&": "o", "the": "t"}
_GIVEN_NAMES = known.MALE_NAMES | known.FEMALE_NAMES
_RARELY_CALLINGS = frozenset({"patient", "guest", "star", "guard", "local", "justice"})
"""Callings that in capitals are mostly something else."""
_ALSO_NAMES = frozenset({"king", "prince", "judge", "cardinal", "marshal"})
"""Callings that are family names as well: read as such only where nothing else fits."""
_OF_BODY = frozenset({"XB", "DB", "XS", "DS"})
_SENSES: dict[str, str] = {}
# The first of these that knows a word decides.
for _letter, _members in (
    ("T", w.TITLES.keys() - {"st", "del"}),
    ("W", w.TIMES - {"may", "jan", "sun", "mar"}),
    ("N", known.DEMONYMS),
    ("K", known.KNOWN.keys() - {"eta", "ira"}),
    ("A", known.ARMED_OPENERS),
    ("P", known.PLACES),
    ("L", known.PLACE_NOUNS),
    ("R", w.PEOPLE - _RARELY_CALLINGS - _ALSO_NAMES),
    ("S", w.MEDIA_BODIES),
    ("B", w.BODIES),
    ("G", _GIVEN_NAMES),
    ("M", w.ROLE_MODIFIERS - w.DOMAINS),
    ("D", w.DOMAINS),
    ("R", _ALSO_NAMES),
):
    for _word in _members:
        _SENSES.setdefault(_word, _letter)


def sense_of(token: Token) -> str:
    """What one word can be."""
    if token.text.isdigit():
        return "n"
    if not token.capital:
        return _SMALL.get(token.base, "p")
    return _SENSES.get(token.base) or _sense_of_plural(w.lemma(token.base))


def _sense_of_plural(singular: str) -> str:
    if singular in known.DEMONYMS:
        return "N"
    if singular in w.PEOPLE:
        return "R"
    if singular in w.MEDIA_BODIES:
        return "S"
    return "B" if singular in w.BODIES or singular in w.PARTS_OF_BODIES else "X"


def _is_plural(token: Token) -> bool:
    """Whether a calling is in the plural."""
    return w.lemma(token.base) != token.base and token.base not in w.TITLES


def letters_of(tokens: Sequence[Token]) -> str:
    """What the words of one run of capitals can be, each in the light of the next."""
    senses = [sense_of(token) for token in tokens]
    _see_callings(senses, tokens)
    _see_people_of_bodies(senses, tokens)
    _see_pairs(senses, tokens)
    return "".join(senses)


def _see_callings(senses: list[str], tokens: Sequence[Token]) -> None:
    for at in range(len(tokens) - 2, -1, -1):
        # "Press Secretary", "House Speaker": what stands before a calling modifies it.
        if senses[at + 1] in "RM" and senses[at] in "BSDN" and tokens[at].base in w.ROLE_MODIFIERS:
            senses[at] = "M"
    for at in range(1, len(tokens)):
        if tokens[at - 1].base in w.COURTESY and senses[at] in "RBSMDPN":
            # "Mr. King" is no king.
            senses[at] = "X"
        if [token.base for token in tokens[max(0, at - 2) : at + 1]] == ["secretary", "of", "state"]:
            senses[at] = "D"


def _see_people_of_bodies(senses: list[str], tokens: Sequence[Token]) -> None:
    """Callings in the plural inside the name of a body: "Center for Veterans Studies", "Quay Workers Association"."""
    for at in range(1, len(tokens) - 1):
        if senses[at] == "R" and _is_plural(tokens[at]) and tokens[at + 1].capital:
            following = "".join(senses[at + 1 : at + 3])
            senses[at] = "X" if senses[at - 1] == "o" or following[:1] in "BS" or following in _OF_BODY else "R"


def _see_pairs(senses: list[str], tokens: Sequence[Token]) -> None:
    for at, pair in enumerate(pairwise(token.base for token in tokens)):
        if pair in known.PLACE_PAIRS:
            senses[at] = senses[at + 1] = "C"
        if pair in known.KNOWN_PAIRS:
            senses[at] = senses[at + 1] = "Q"
            if tokens[at].base == "without" and at:
                senses[at - 1] = "Q"
