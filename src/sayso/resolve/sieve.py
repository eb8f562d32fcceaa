"""Whom a source means: a sieve of rules, the most precise first, each for one form of reference.

After the deterministic sieve of Lee et al. (2013, "Deterministic coreference resolution based on entity-centric,
precision-ranked rules"). A rule answers or passes on; who is still unclear after the last one stays without a name:
the wrong speaker is worse than none.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.resolve.by_body import by_anticipation, by_body
from sayso.resolve.by_description import as_described, by_calling, by_introduction, by_repetition
from sayso.resolve.by_name import by_apposition, by_name, by_name_of_group
from sayso.resolve.by_pronoun import by_first_person, by_third_person
from sayso.resolve.by_relative import by_relative
from sayso.resolve.phrases import Phrase
from sayso.resolve.reading import Reading, Who
from sayso.resolve.words import PRONOUNS

Rule = Callable[[Reading, Phrase, int], Who | None]
"""From the article, one phrase of a source and the attribution's index to whom it means, or ``None``: ask the next."""

SIEVE: tuple[Rule, ...] = (
    by_relative,
    by_first_person,
    by_third_person,
    by_name,
    by_apposition,
    by_name_of_group,
    by_repetition,
    by_calling,
    by_body,
    by_anticipation,
    by_introduction,
    as_described,
)


def identify(reading: Reading) -> None:
    """Find whom each source means and note it in *reading*, statements around others first."""
    for index in reading.order():
        found = (reading.found_alike(index) or _joint(reading, index)) if reading.sources[index] else ()
        reading.record(index, found or tuple(_who(reading, phrase, index) for phrase in reading.phrases[index]))


def _joint(reading: Reading, index: int) -> tuple[Who, ...]:
    """Whom "they" means right after joint sources: all of them."""
    source = reading.sources[index]
    token = reading.tokens[source.start]
    they = len(source) == 1 and PRONOUNS.get(token.base) == "p"
    return reading.joint_before(source.start) if they and not token.quoted else ()


def _who(reading: Reading, phrase: Phrase, index: int) -> Who:
    for rule in SIEVE:
        if who := rule(reading, phrase, index):
            return who
    return Who(phrase)
