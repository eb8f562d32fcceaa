"""Rough classes of cues, by the words in them: enough to sort mistakes for a reader, not for the product.

Three classes of verbs follow the types of attribution in the Penn Discourse Treebank (Prasad et al. 2007, "Attribution
and its annotation in the Penn Discourse TreeBank"): assertion is speech, belief and fact are mind, eventuality is will.
The words were written down for this project, from everyday English and with an eye on the errors of version 0.1; no
list was copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class Cue(StrEnum):
    """What kind of word a cue is made of."""

    NONE = "none"
    NEGATED = "negated"
    NOUN = "noun"
    SPEECH = "speech"
    MIND = "mind"
    WILL = "will"
    OTHER = "other"


_SPEECH = """
accuse acknowledge add admit advise agree announce answer apologise apologize appeal argue ask assert assure attack
blame blast boast brag call caution challenge chant charge cite claim comment complain concede conclude condemn
confess confirm congratulate contend criticise criticize declare decry defend demand denounce deny deride describe
detail disclose discuss dismiss dispute document echo emphasise emphasize endorse estimate explain express forecast
grill highlight hint imply indicate inform insist joke label lament list maintain mention mock note object observe
phone point post praise predict present promise propose protest question quip quote rail rate read reassert rebuke
recall recite recommend recount refer reiterate remark repeat reply report reveal say scold shout show sing slam speak
speculate state stress suggest summarise summarize swear talk tell testify text thank threaten tout tweet understate
unveil urge vow warn welcome whisper wonder write yell
"""
_MIND = """
accept admire appear appreciate assume believe care consider decide despise disagree discover doubt dread dream enjoy
expect favor favour fear feel figure find forget hate imagine judge know learn like look love mean mind oppose prefer
presume realise realize recognise recognize regard regret reject remember resent respect see seem sense support
suppose suspect think trust understand view watch worry
"""
_WILL = """
aim attempt bet bid commit decline endeavor endeavour fight hope intend mull need offer order plan pledge prepare push
refuse resist resolve seek strive struggle threaten try vie volunteer want wish
"""
_NOUNS = """
accord account accusation acknowledgement acknowledgment advice agreement allegation analysis answer argument
assertion assessment assumption attack belief bid call claim comment commitment complaint concern conclusion
confidence consensus critic criticism data debate decision declaration defender demand denial disagreement discussion
doubt effort emphasis endorsement estimate expectation explanation expression faith fear finding forecast goal hope
idea impression intention interest interview lawsuit letter message news notion obsession offer opinion opposition
order outcry outlook plan plea pledge poll position praise prediction promise proposal protest question reaction
recommendation record report request rhetoric rule rumour sense sign speculation speech statement strategy study
suggestion support supporter suspicion talk testimony theory thought threat understanding version view vision vow
warning wish
"""
_IRREGULAR = {
    "say": "said", "tell": "told", "speak": "spoke spoken", "write": "wrote written", "sing": "sang sung",
    "swear": "swore sworn", "think": "thought", "know": "knew known", "feel": "felt", "find": "found",
    "forget": "forgot forgotten", "see": "saw seen", "understand": "understood", "mean": "meant", "seek": "sought",
    "fight": "fought", "show": "shown", "deny": "", "read": "", "bet": "", "bid": "", "strive": "strove striven",
}  # fmt: skip
# Without “that”, which stands before verbs (“rules that promise”) more often than before nouns.
_DETERMINERS = frozenset(
    ("a", "an", "the", "this", "his", "her", "its", "their", "my", "our", "your", "s", "some", "any", "no")
)
_NEGATIONS = frozenset(("not", "t", "never", "nor", "neither", "without", "hardly", "cannot"))
_BEFORE_OBJECT = frozenset(("of", "for", "about", "over", "against", "to", "on", "in", "with", "from"))


def _forms(verbs: str) -> frozenset[str]:
    """All inflected forms; some that English does not have do no harm."""
    forms: set[str] = set()
    for verb in verbs.split():
        forms |= {verb, verb + "s", verb + "es", verb + "d", verb + "ed", verb + "ing", verb + verb[-1] + "ed"}
        forms |= {verb + verb[-1] + "ing", verb[:-1] + "ing" if verb.endswith("e") else verb}
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied"} if verb.endswith("y") else set()
        forms |= set(_IRREGULAR.get(verb, "").split())
    return frozenset(forms)


_CLASSES = ((Cue.SPEECH, _forms(_SPEECH)), (Cue.MIND, _forms(_MIND)), (Cue.WILL, _forms(_WILL)))
_NOUN_FORMS = frozenset(form for noun in _NOUNS.split() for form in (noun, noun + "s", noun[:-1] + "ies"))


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
    return next((kind for kind, forms in _CLASSES if forms & set(cue)), Cue.OTHER)


def _is_noun(cue: Sequence[str], before: str) -> bool:
    """A noun that speaks of words or thoughts, as head of the cue: “a report”, “hopes of”, “infamous comment about”."""
    head = cue[-2] if len(cue) > 1 and cue[-1] in _BEFORE_OBJECT else cue[-1]
    if head not in _NOUN_FORMS:
        return False
    verb = any(head in forms for _, forms in _CLASSES)
    return not verb or cue[-1] == "of" or bool(_DETERMINERS & {before, *cue})
