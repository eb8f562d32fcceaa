"""The main clause of a content, without a parser.

Every clause has one finite verb, and every subordinate clause a word that opens it. Reading from left to right, a
finite verb therefore belongs to the opener that still waits for one, and to the main clause where none waits. That is
enough to tell "the raids, which may go on, killed nine" from "the raids, which killed nine, may go on", works where
scraping ate the commas, and costs a look-up per word.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.characterise.terms import listed
from sayso.characterise.words import SENTENCE_ENDS

IS_ATTACHED = listed("it's that's there's he's she's what's who's here's this's")
"""Words with an "is" or "has" of their own."""
_FUTURE = listed("will would shall won't wouldn't wont wouldnt")
_MODALS = _FUTURE | listed(
    "may might could can should must ought can't cannot couldn't shouldn't mustn't mightn't shouldnt"
)
BE = listed("is are was were am isn't aren't wasn't weren't isnt arent wasnt werent")
"""Finite forms of "be"."""
_AUXILIARIES = (
    _MODALS
    | BE
    | IS_ATTACHED
    | listed("has have had hasn't haven't hadn't do does did don't doesn't didn't dont doesnt didnt")
)
_PAST = listed(
    "said told went came took gave found left held led began became fell rose lost won sent spent met made saw heard"
    " felt kept knew thought brought fought sought stood spoke broke drove fled shot struck wrote wore paid built"
    " blew put set hit cut got ran threw meant taught caught bought hid chose grew"
)
_NO_PAST_AFTER = BE | listed("be been being has have had the a an this these those his her its their our my your")

_RELATIVES = listed("which who whom whose where")
# A clause after one of these tells the time or the condition, and English keeps "will" out of it.
_TEMPORAL = listed("if unless when whenever once while after before since until till as than")
_CONDITIONS = listed("if unless")
_RARE_IN_CONDITIONS = listed("may might must should")
# Of those, these also stand before a noun alone ("after the attack"), which has no verb.
_PREPOSITIONS = listed("after before since until till as than")
# These also open a whole content, whose main clause is then theirs: "that they may", "how they would".
_CONTENTS = listed("that whether what how why")
_OPENERS = _RELATIVES | _TEMPORAL | _CONTENTS | listed("because although though whereas")
# After one of these "that" points ("in that town") or goes on with the main clause ("and that").
_NO_OPENER_AFTER = listed("in of on at by to for from with into about under over near against and but or nor")
_COORDINATORS = listed("and but or nor")
_QUANTITIES = listed("many much few little well high low such soon long far")
_NUMBERS = listed("one two three four five six seven eight nine ten half a dozen dozens hundred hundreds thousands")
_PAUSES = frozenset({",", ":", "—", "–", "(", ")"})
_NO_VERBS = (
    _PAUSES
    | _AUXILIARIES
    | listed("the a an this these those his her its their our my your no any some all each every")
    | listed("he she it they we i you there")
)


@dataclasses.dataclass(frozen=True, slots=True)
class MainClause:
    """Places in a list of words: those of the main clause in reading order, and which of them are finite verbs."""

    words: Sequence[int]
    verbs: Sequence[int]


def main_clause(words: Sequence[str]) -> MainClause:
    """The first main clause of *words*, which are in lower case, with marks; subordinate clauses are left out.

    Example:
        >>> words = "the raids which may go on killed nine and more may follow".split()
        >>> [words[i] for i in main_clause(words).words]
        ['the', 'raids', 'killed', 'nine']
    """
    scan = _Scan()
    for i, word in enumerate(words):
        if (word in SENTENCE_ENDS or word == ";") and scan.words:
            break
        if word in _COORDINATORS and scan.verbs and not scan.waiting:
            break
        scan.read(words, i)
    return MainClause(scan.words, scan.verbs)


@dataclasses.dataclass(slots=True)
class _Scan:
    """Where the reading stands: the openers that wait for a verb, and whether the last verb was the main clause's."""

    words: list[int] = dataclasses.field(default_factory=list)
    verbs: list[int] = dataclasses.field(default_factory=list)
    waiting: list[str] = dataclasses.field(default_factory=list)
    subordinate: bool = False

    def read(self, words: Sequence[str], i: int) -> None:
        word = words[i]
        if word in _PAUSES:
            # What told the time or the condition is over, though its verb was not seen: "if they win, they may stay".
            self.waiting = [opener for opener in self.waiting if opener not in _TEMPORAL]
        elif _opens(words, i):
            if _is_verb_of_relative(words, i + 1):
                self.subordinate = True
            else:
                self.waiting.append(word)
        elif is_finite(words, i):
            self._verb(word, i)
        elif not self.waiting and not self.subordinate:
            self.words.append(i)

    def _verb(self, word: str, i: int) -> None:
        while self.waiting and not _takes(self.waiting[-1], word):
            self.waiting.pop()
        self.subordinate = bool(self.waiting)
        if self.waiting:
            self.waiting.pop()
        else:
            self.words.append(i)
            self.verbs.append(i)


def _takes(opener: str, verb: str) -> bool:
    """Whether a clause that *opener* opens can have *verb*."""
    if verb in _FUTURE:
        return opener not in _TEMPORAL
    return not (verb in _MODALS and opener in _PREPOSITIONS) and not (
        verb in _RARE_IN_CONDITIONS and opener in _CONDITIONS
    )


def _opens(words: Sequence[str], i: int) -> bool:
    """Whether a subordinate clause opens at *i*."""
    word, before = words[i], words[i - 1] if i else ""
    if word not in _OPENERS:
        return False
    after = words[i + 1] if i + 1 < len(words) else ""
    if word == "than":
        return not (after[:1].isdigit() or after in _NUMBERS)
    if word == "as":
        return before not in _QUANTITIES and after not in _QUANTITIES
    if word in _CONTENTS:
        return i > 0 and (word != "that" or before not in _NO_OPENER_AFTER)
    return True


def _is_verb_of_relative(words: Sequence[str], i: int) -> bool:
    """Whether *i* follows "who" or "which" and must be its verb, though its form does not tell: "those who say"."""
    if i >= len(words) or words[i - 1] not in {"who", "which"}:
        return False
    return not (words[i] in _NO_VERBS or words[i].endswith("ly") or is_finite(words, i))


def is_finite(words: Sequence[str], i: int) -> bool:
    """Whether the word at *i* is a finite verb by its form; a present tense without an auxiliary is not seen."""
    word = words[i]
    if word in _AUXILIARIES or word.endswith(("'ll", "'re", "'ve", "'m")):
        return True
    past = word in _PAST or (word.endswith("ed") and len(word) > 4 and "-" not in word)
    # Not a participle ("was killed") or an adjective ("the wounded").
    return past and not (i and words[i - 1] in _NO_PAST_AFTER)
