"""Rough classes of cues, by the words in them: enough to sort mistakes for a reader.

The words are those by which the product tells the act of an attribution (:mod:`sayso.characterise.cues`).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from sayso.attribution import Act
from sayso.characterise.cues import NOUNS, SENSES
from sayso.characterise.inflection import plural


class Cue(StrEnum):
    """What kind of word a cue is made of."""

    NONE = "none"
    NEGATED = "negated"
    NOUN = "noun"
    SPEECH = "speech"
    MIND = "mind"
    WILL = "will"
    OTHER = "other"


_OF_ACT = {Act.ASSERTION: Cue.SPEECH, Act.BELIEF: Cue.MIND, Act.FACT: Cue.MIND, Act.EVENTUALITY: Cue.WILL}
_NOUNS = frozenset(" ".join(line for lines in NOUNS.values() for line in lines).split())
_NOUN_FORMS = _NOUNS | {plural(noun) for noun in _NOUNS}
# Without “that”, which stands before verbs (“rules that promise”) more often than before nouns.
_DETERMINERS = frozenset(
    ("a", "an", "the", "this", "his", "her", "its", "their", "my", "our", "your", "s", "some", "any", "no")
)
_NEGATIONS = frozenset(("not", "t", "never", "nor", "neither", "without", "hardly", "cannot"))
_BEFORE_OBJECT = frozenset(("of", "for", "about", "over", "against", "to", "on", "in", "with", "from"))


def cue_class(cue: Sequence[str], before: str) -> Cue:
    """The class of a cue.

    Args:
        cue: Its words in lower case; none for a colon, a dash, or no cue at all.
        before: The word before it, which tells a noun from a verb (“her | claim”).

    Example:
        >>> cue_class(["has", "claimed"], "she"), cue_class(["claims", "of"], "their")
        (<Cue.SPEECH: 'speech'>, <Cue.NOUN: 'noun'>)
    """
    if not cue:
        return Cue.NONE
    if _NEGATIONS & set(cue):
        return Cue.NEGATED
    if _is_noun(cue, before):
        return Cue.NOUN
    senses = sorted((SENSES[word] for word in cue if word in SENSES), key=lambda sense: sense.weak)
    return _OF_ACT[senses[0].act] if senses else Cue.OTHER


def _is_noun(cue: Sequence[str], before: str) -> bool:
    """A noun that speaks of words or thoughts, as head of the cue: “a report”, “hopes of”, “infamous comment about”."""
    head = cue[-2] if len(cue) > 1 and cue[-1] in _BEFORE_OBJECT else cue[-1]
    if head in _NOUN_FORMS:
        return True
    return head in SENSES and (cue[-1] == "of" or bool(_DETERMINERS & {before, *cue}))
