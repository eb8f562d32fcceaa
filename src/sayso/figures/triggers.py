"""The words that make a number a casualty figure, and on which side of them the number stands; a list of our own.

The senses follow the event types Life.Die, Life.Injure and Movement.Transport of ACE 2005 (Linguistic Data Consortium,
"ACE English Annotation Guidelines for Events", version 5.4.3).
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Sequence

from sayso.attribution import Quantity
from sayso.figures.words import Word


class Side(enum.Flag):
    """Where the count of a trigger stands.

    ``OBJECT``: after it ("killed 12", "deaths of 12"). ``PARTICIPLE``: before it, with or without a form of "be" ("12
    were killed", "12 dead"). ``SUBJECT``: before it, as who does it ("12 died"). ``HEAD``: it is the counted noun ("12
    deaths"). ``TOTAL``: it announces a number that stands further on ("the death toll rose to 12").
    """

    OBJECT = enum.auto()
    PARTICIPLE = enum.auto()
    SUBJECT = enum.auto()
    HEAD = enum.auto()
    TOTAL = enum.auto()


@dataclasses.dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger in a sentence: its words, half-open, and what it makes of a number.

    ``ordinary``: a word that says so only of people ("eliminated"), or only of a crowd in a report of people who flee
    ("3,000 left").
    """

    quantity: Quantity
    sides: Side
    first: int
    last: int
    ordinary: bool = False


_BOTH = Side.OBJECT | Side.PARTICIPLE
_KILLED = {
    _BOTH: "killed|murdered|massacred|slaughtered|executed|beheaded|assassinated|martyred|lynched|hanged|shot dead"
    "|gunned down|shot and killed|shot to death|stabbed to death|beaten to death|burned to death|burnt to death"
    "|tortured to death|starved to death|crushed to death|stoned to death|hacked to death|trampled to death"
    "|frozen to death|burned alive|burnt alive",
    Side.OBJECT: "kill|kills|killing|murdering|massacring|slaughtering|execute|executes|executing|beheading|martyring"
    "|killing of|killings of|death of|deaths of|murder of|murders of|execution of|executions of|assassination of"
    "|martyrdom of|massacre of|bodies of|body of|corpses of|remains of|claimed the lives of|claiming the lives of"
    "|claims the lives of|claim the lives of|took the lives of|taking the lives of|taken the lives of"
    "|cost the lives of|costing the lives of|ended the lives of|claimed the life of|claiming the life of",
    Side.SUBJECT: "died|die|dies|dying|perished|perish|drowned|succumbed|suffocated to death|bled to death"
    "|lost their lives|lose their lives|losing their lives|lost his life|lost her life|fell martyrs|fell as martyrs",
    Side.PARTICIPLE: "slain|dead|put to death|found dead",
    Side.HEAD: "deaths|fatalities|bodies|corpses|martyrs|dead|murders|killings",
    Side.TOTAL: "death toll|death tolls|toll|tolls|death count|body count|number of dead|number of the dead"
    "|number of deaths"
    "|number of killed|number of those killed|number of people killed|number of civilians killed|number of martyrs"
    "|number of fatalities|number of victims",
}
_ELIMINATED = {_BOTH: "eliminated|liquidated", Side.OBJECT: "eliminate|eliminates|eliminating|liquidating"}
_WOUNDED = {
    _BOTH: "wounded|injured|maimed",
    Side.OBJECT: "wound|wounds|wounding|injure|injures|injuring|maiming|wounding of|injury of|injuries of|injuries to",
    Side.PARTICIPLE: "hurt|hospitalised|hospitalized|with injuries",
    Side.SUBJECT: "suffered injuries|suffered wounds|suffered burns|suffered suffocation|sustained injuries"
    "|sustained wounds|sustained burns",
    Side.HEAD: "wounded|injured|injuries",
    Side.TOTAL: "number of wounded|number of the wounded|number of those wounded|number of injured"
    "|number of the injured|number of those injured|number of injuries|injury toll",
}
_MISSING = {
    Side.PARTICIPLE: "missing|unaccounted for|forcibly disappeared",
    Side.SUBJECT: "disappeared|vanished|went missing|gone missing",
    Side.HEAD: "missing|disappearances",
    Side.TOTAL: "number of missing|number of the missing|number of those missing|number of people missing",
}
_DISPLACED = {
    _BOTH: "displaced|evacuated|uprooted|expelled|forced out|driven out",
    Side.OBJECT: "displace|displaces|displacing|evacuate|evacuates|evacuating|uprooting|expelling|evacuation of"
    "|displacement of|expulsion of",
    Side.PARTICIPLE: "homeless|from their homes|out of their homes|forced to flee|forced to leave",
    Side.SUBJECT: "fled|flee|flees|fleeing|left their homes|leave their homes|leaving their homes|lost their homes"
    "|abandoned their homes|sought refuge|seek refuge|seeking refuge|taken refuge|took refuge",
    Side.HEAD: "refugees|evacuees|displaced|idps",
    Side.TOTAL: "number of displaced|number of the displaced|number of those displaced|number of refugees",
}
# Ordinary words for going away, which mean displacement only in a report of one.
_LEAVING = {
    _BOTH: "transferred|transported|moved|bussed|resettled|relocated",
    Side.OBJECT: "carrying|carried|transporting|transferring|transfer of|departure of|exodus of",
    Side.SUBJECT: "left|leave|leaving|departed",
}
_REPORTS_DISPLACEMENT = ("evacu", "displac", "fled", "fleeing", "refuge")

_Phrases = dict[tuple[str, ...], tuple[Quantity, Side]]


def _phrases(quantity: Quantity, sides: dict[Side, str]) -> _Phrases:
    found: _Phrases = {}
    for side, listed in sides.items():
        for phrase in listed.split("|"):
            key = tuple(phrase.split())
            found[key] = (quantity, found[key][1] | side if key in found else side)
    return found


_ALWAYS = (
    _phrases(Quantity.KILLED, _KILLED)
    | _phrases(Quantity.WOUNDED, _WOUNDED)
    | _phrases(Quantity.MISSING, _MISSING)
    | _phrases(Quantity.DISPLACED, _DISPLACED)
    | _phrases(Quantity.KILLED, _ELIMINATED)
)
_IN_DISPLACEMENT = _ALWAYS | _phrases(Quantity.DISPLACED, _LEAVING)
_ORDINARY = _phrases(Quantity.DISPLACED, _LEAVING) | _phrases(Quantity.KILLED, _ELIMINATED)


def _longest(phrases: _Phrases) -> dict[str, int]:
    """How many words the longest phrase has that begins with each first word."""
    found: dict[str, int] = {}
    for phrase in phrases:
        found[phrase[0]] = max(len(phrase), found.get(phrase[0], 0))
    return found


_LENGTHS = _longest(_IN_DISPLACEMENT)
_JOINING = {"and", "or", "/", ","}


def reports_displacement(text: str) -> bool:
    """Whether *text* speaks of people who flee or are moved, so that "3,000 people left" is a figure of displaced."""
    lowered = text.lower()
    return any(stem in lowered for stem in _REPORTS_DISPLACEMENT)


def triggers_in(words: Sequence[Word], *, displacement: bool) -> list[Trigger]:
    """The triggers of a sentence in reading order, those that share one count ("killed or wounded") joined.

    Args:
        words: The sentence.
        displacement: Whether the article reports a displacement, see :func:`reports_displacement`.
    """
    phrases = _IN_DISPLACEMENT if displacement else _ALWAYS
    found: list[Trigger] = []
    index = 0
    while index < len(words):
        trigger = _trigger(words, index, phrases)
        if trigger is None:
            index += 1
            continue
        if found and (joined := _joined(words, found[-1], trigger)):
            found[-1] = joined
        else:
            found.append(trigger)
        index = trigger.last
    return found


def _trigger(words: Sequence[Word], index: int, phrases: _Phrases) -> Trigger | None:
    for length in range(_LENGTHS.get(words[index].low, 0), 0, -1):
        phrase = tuple(word.low for word in words[index : index + length])
        if phrase in phrases:
            return Trigger(*phrases[phrase], index, index + len(phrase), ordinary=phrase in _ORDINARY)
    return None


def _joined(words: Sequence[Word], first: Trigger, second: Trigger) -> Trigger | None:
    """Both as one where one count covers both: its number cannot be split between them."""
    between = [word.low for word in words[first.last : second.first]]
    if first.quantity == second.quantity or len(between) != 1 or between[0] not in _JOINING:
        return None
    sides = first.sides & second.sides
    return Trigger(Quantity.OTHER, sides, first.first, second.last) if sides else None
