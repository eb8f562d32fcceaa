"""Whom a statement holds responsible, and what it denies."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from sayso.article import Span
from sayso.attribution import Certainty, CueStance, SourceKind
from sayso.compare.claims import aspect_words as a
from sayso.compare.sides import Side, Sides
from sayso.compare.statements import Statement
from sayso.figures.countries import COUNTRIES
from sayso.figures.words import listed

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_NEAR = 5
"""Words between a party and its verb."""
_REACH = 120
"""Characters in which they are looked for."""
ATTACK, KILLING, DOWNING = "attack", "killing", "downing"


@dataclasses.dataclass(frozen=True, slots=True)
class Blame:
    """Who is held responsible, for what kind of act, and the words that say so; ``plain``: it is all that is said."""

    side: str
    act: str
    span: Span
    plain: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Denial:
    """Who says no, of which party (``None``: of nobody in particular), and the words that say so."""

    by: str | None
    of: str | None
    span: Span


def blames_of(statement: Statement, sides: Sides) -> list[Blame]:
    """Whom the statement holds responsible; nobody where it denies, demands or asks.

    "claimed responsibility" holds the source itself responsible.
    """
    attribution, text = statement.attribution, statement.article.text
    certainty = attribution.certainty if attribution else None
    if denial_of(statement, sides) or certainty in (Certainty.DEMANDED, Certainty.QUESTION):
        return []
    cue = {word.lower() for span in (attribution.cue if attribution else ()) for word in _WORD.findall(span.of(text))}
    found: list[Blame] = []
    for span in statement.spans:
        named = sides.of(text, span)
        if _blames(cue, span.of(text)) and (accused := _after_on(text, span, named) or (named[0] if named else None)):
            found.append(Blame(accused.key, ATTACK, Span(accused.span.start, span.end), plain=True))
            continue
        found += _in_clause(text, span, named)
        if not found and (own := _own(statement, span, cue, sides)):
            found.append(own)
    return found


def _blames(cue: set[str], content: str) -> bool:
    """Whether the cue blames for an attack: not "pointed out", not "accused Meridian of doing too little"."""
    words = [word.lower() for word in _WORD.findall(content)]
    act = {*words} & (a.OF_ATTACK | a.USES | a.KILLS)
    return bool(cue & a.BLAMES or {"pointed", "fingers"} <= cue or {"pointed", "finger"} <= cue) and (
        bool(act) or len(words) <= _NEAR
    )


def denial_of(statement: Statement, sides: Sides) -> Denial | None:
    """What the statement denies, by its cue, or by calling the claim of another untrue.

    ``None`` in the outlet's own voice.
    """
    attribution, text = statement.attribution, statement.article.text
    if attribution is None:
        return None
    by = _speaker(statement, sides)
    denies = attribution.cue_stance is CueStance.DENYING or attribution.certainty is Certainty.DENIED
    for span in attribution.content:
        if denies and _is_of_an_act(span.of(text)):
            named = sides.of(text, span)
            accused = next((side.key for side in named if _is_held_responsible(text, span, side)), None)
            return Denial(by, accused or by, span)
        if discredits := next(
            (m for m in _WORD.finditer(text, span.start, span.end) if m[0].lower() in a.DISCREDITS), None
        ):
            return Denial(by, None, Span(discredits.start(), discredits.end()))
    return None


def _is_of_an_act(content: str) -> bool:
    """Whether a denial is of an attack or of being blamed for one: not "denied that the talks had failed"."""
    words = {word.lower() for word in _WORD.findall(content)}
    acts = a.RESPONSIBLE | a.USES | a.KILLS | a.OF_ATTACK | a.ACCUSATIONS | a.WEAPONS
    return bool(words & acts)


def _speaker(statement: Statement, sides: Sides) -> str | None:
    text, attribution = statement.article.text, statement.attribution
    if attribution is None:
        return None
    for span in attribution.source:
        if named := sides.of(text, span):
            return named[0].key
    for name in (attribution.source_affiliation, attribution.source_name):
        if name and (named := sides.of(name, Span(0, len(name)))):
            return named[0].key
    return None


def _own(statement: Statement, span: Span, cue: set[str], sides: Sides) -> Blame | None:
    """The source itself, where it claims an attack: "claimed responsibility", "it carried out the attack"."""
    speaker, attribution = _speaker(statement, sides), statement.attribution
    if speaker is None or attribution is None:
        return None
    words = [word.lower() for word in _WORD.findall(span.of(statement.article.text))]
    claims = bool({"claimed", "claiming", "claim", "claims"} & cue)
    takes = "responsibility" in words or (len(words) <= 4 and bool({*words} & a.OF_ATTACK))
    armed = attribution.source_kind is SourceKind.ARMED_GROUP
    itself = (
        armed
        and words[:1] in (["it"], ["they"], ["we"])
        and bool({*words[1:4]} & (a.USES | {"behind", "shot", "killed"}))
    )
    if (claims and takes) or itself:
        act = DOWNING if {*words[1:4]} & a.SHOOTS_DOWN else KILLING if {*words[1:4]} & a.KILLS else ATTACK
        return Blame(speaker, act, span, plain=True)
    return None


def _after_on(text: str, span: Span, named: Sequence[Side]) -> Side | None:
    """Whom "blamed the attack on rebels" blames."""
    return next((side for side in named if "on" in _before(text, span, side)[-3:]), None)


def _is_held_responsible(text: str, span: Span, side: Side) -> bool:
    return bool({*_after(text, span, side)} & (a.RESPONSIBLE | a.USES | a.KILLS))


def _before(text: str, span: Span, side: Side) -> list[str]:
    """The last words of *span* before a party."""
    words = _WORD.findall(text[max(span.start, side.span.start - _REACH) : side.span.start])
    return [word.lower() for word in words][-_NEAR:]


def _after(text: str, span: Span, side: Side) -> list[str]:
    """The first words of *span* after a party."""
    words = _WORD.findall(text[side.span.end : min(span.end, side.span.end + _REACH)])
    return [word.lower() for word in words][:_NEAR]


def _in_clause(text: str, span: Span, named: Sequence[Side]) -> list[Blame]:
    if not named or _PAST.search(text, span.start, span.end):
        return []
    of_many = bool(_MANY.search(text, span.start, span.end))
    found: list[Blame] = []
    for side in named:
        before, after = _before(text, span, side), _after(text, span, side)
        if {*after[:3]} & a.WEAPONS and not {*after[:3]} & a.USES and side.span.of(text).lower() not in COUNTRIES:
            # Whose stockpile it came from is the point of such a statement, whoever else acts in it.
            return [Blame(side.key, ATTACK, side.span, plain=True)]
        if {*before} & _HEARSAY or "or" in before[-2:] or _EITHER.match(text, side.span.end):
            continue
        act, plain = _act(before, after)
        if act:
            found.append(Blame(side.key, ATTACK if act == KILLING and of_many else act, side.span, plain))
    return found


def _act(before: Sequence[str], after: Sequence[str]) -> tuple[str | None, bool]:
    """What a party does between these words, and whether they say no more than that it is responsible."""
    if {*after} & a.RESPONSIBLE or ({*before} & a.RESPONSIBLE and "by" not in before):
        return ATTACK, True
    # "by rebels", "by the so-called rebels", "by a guard of the rebels"
    by = "by" in (before if {"of", "from"} & {*before[-2:]} else before[-3:])
    verbs = before[: -1 - before[::-1].index("by")] if by else _active(after[:4])
    # The verb nearest to the party counts: "the downed pilot was killed by rebels".
    for verb in reversed(verbs) if by else verbs:
        for words, act in ((a.SHOOTS_DOWN, DOWNING), (a.KILLS, KILLING), (a.USES, ATTACK)):
            if verb in words:
                return act, False
    return None, False


def _active(words: Sequence[str]) -> Sequence[str]:
    """The words up to a form of "be", after which the party is not the one that acts."""
    return words[: next((at for at, word in enumerate(words) if word in _BE), len(words))]


_HEARSAY = listed("reports report allegations claims accusations whether if")
"""Words after which somebody else's claim is told, or none."""
_PAST = re.compile(
    r"\b(?:1[89]\d\d|occasions|in the past|last (?:year|month|week)|in 20\d\d|repeatedly|previously|many times)\b",
    re.IGNORECASE,
)
"""What tells of other events."""
_EITHER = re.compile(r"\s+or\s|\band former\b", re.IGNORECASE)
_BE = listed("was were been being are is be not never")
_MANY = re.compile(r"\b(?:people|civilians|children|women|residents|dozens|hundreds|scores|\d{2,})\b")
