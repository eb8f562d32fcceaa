"""What the writer's cue implies: nothing, that the content is so, that it may not be, that the source denies it."""

from __future__ import annotations

from sayso.attribution import CueStance
from sayso.characterise.clause import is_finite, main_clause
from sayso.characterise.inflection import verb_forms
from sayso.characterise.parts import Found, Parts
from sayso.characterise.stance_words import CUES, NAMING, SO_CALLED

_CLAIM = verb_forms("claim")
# Who finds out whether something is so leaves it open.
_OPEN = frozenset({"whether", "if"})
_WHAT_REACH = 8
_AFTER_A_NOUN = (["by"], ["of"], ["on"], ["about"])


def stance_of(parts: Parts) -> Found[CueStance] | None:
    """The stance of a cue and the words that carry it; ``None`` where it is neutral."""
    if distant := _what_they_call(parts) or _so_called(parts):
        return distant
    hit = parts.term(CUES)
    if hit is None:
        return None
    number, found = hit
    if found.value is CueStance.NEUTRAL or parts.negated(number):
        return None
    if found.value is CueStance.ENDORSING and parts.first_word in _OPEN:
        return None
    if parts.words.lower[number] in _CLAIM and not _claims_a_proposition(parts, number):
        return None
    return found


def _claims_a_proposition(parts: Parts, number: int) -> bool:
    """Who claims an attack says that it was theirs; who claims that something happened is not taken at their word."""
    lower = [parts.words.lower[i] for i in parts.content]
    if parts.words.lower[number] == "claims" and parts.words.lower[number + 1 : number + 2] in _AFTER_A_NOUN:
        return True
    return "to" in lower[:1] or bool(main_clause(lower).verbs)


def _what_they_call(parts: Parts) -> Found[CueStance] | None:
    """The writer keeps away from a name with "what the ministry called"."""
    if not parts.cue or parts.words.lower[parts.cue[0]] not in NAMING:
        return None
    first = min(parts.source[0], parts.cue[0]) if parts.source else parts.cue[0]
    lower = parts.words.lower
    for before in range(first - 1, max(-1, first - _WHAT_REACH), -1):
        if lower[before] == "what":
            return Found(CueStance.DISTANCING, parts.words.span(before, parts.cue[0]))
        if is_finite(lower, before) or parts.words.ends_sentence(before):
            return None
    return None


def _so_called(parts: Parts) -> Found[CueStance] | None:
    """The writer keeps away from the source itself: "the so-called Harbour Committee said"."""
    for number in parts.source[:2]:
        if parts.words.lower[number] in SO_CALLED:
            return Found(CueStance.DISTANCING, parts.words.span(number, number))
    return None
