"""How a statement stands after what people decided; where they disagree both stand, and the machine's word is kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from sayso.attribution import Attribution
from sayso.gather.printed import Printed
from sayso.ledger.decisions import Decision, Kind
from sayso.ledger.judgements import JUDGING
from sayso.show.jsonl import attribution_to_json

_POINTING = frozenset({"source", "cue", "content", "via_chain", "evidence", "figures"})
"""Fields whose values hold offsets."""


class Verdict(StrEnum):
    """What people say to a statement as a whole."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DISPUTED = "disputed"


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """What people decided on one statement, as it stands.

    ``verdict`` is ``None`` where nobody accepted or rejected it. ``corrected`` holds the fields on whose value
    all agree who corrected them, ``disputed`` those on which they do not, with the value of each person. ``grades``
    are each person's. ``judgements`` are what they say of it beside other statements, and of its origin. ``decisions``
    are all of them, those taken back too, oldest first.
    """

    verdict: Verdict | None
    corrected: Mapping[str, Any]
    disputed: Mapping[str, Mapping[str, Any]]
    grades: Mapping[str, Mapping[str, Any]]
    notes: tuple[Decision, ...]
    judgements: tuple[Decision, ...]
    decisions: tuple[Decision, ...]

    def applying_to(self, text: str) -> dict[str, Any]:
        """The corrections that hold in the text of this digest; those that point into another one are left out."""
        return {field: value for field, value in self.corrected.items() if field not in self.points_elsewhere(text)}

    def points_elsewhere(self, text: str) -> frozenset[str]:
        """The corrected fields whose offsets were given for another text than this one."""
        corrections = (each for each in self.decisions if each.kind is Kind.CORRECT and not each.undone)
        return frozenset(each.field for each in corrections if each.field in _POINTING and each.text != text)

    @property
    def in_dispute(self) -> bool:
        """Whether two people decided differently."""
        return self.verdict is Verdict.DISPUTED or bool(self.disputed)

    @property
    def kept_by_people(self) -> bool:
        """Whether somebody stands by the statement, so that it stays when the machine no longer finds it."""
        said = self.corrected or self.disputed or self.judgements
        return self.verdict in (Verdict.ACCEPTED, Verdict.DISPUTED) or bool(said)

    @property
    def is_decided(self) -> bool:
        """Whether any decision is in force."""
        return self.kept_by_people or bool(self.verdict or self.grades or self.notes)


def standing(decisions: Sequence[Decision]) -> Standing:
    """The decisions on one statement taken together. A person's later word replaces their earlier one.

    Args:
        decisions: Those on one statement, oldest first; none give a standing in which nothing was decided.
    """
    in_force = [each for each in decisions if not each.undone and each.kind is not Kind.UNDO]
    verdicts = {each.who: each.kind for each in in_force if each.kind in (Kind.ACCEPT, Kind.REJECT)}
    values: dict[str, dict[str, Any]] = {}
    grades: dict[str, dict[str, Any]] = {}
    for each in in_force:
        if each.field is not None:
            target = values.setdefault(each.field, {}) if each.kind is Kind.CORRECT else grades.setdefault(each.who, {})
            target[each.who if each.kind is Kind.CORRECT else each.field] = each.value
    agreed = {field: next(iter(said.values())) for field, said in values.items() if _one_value(said)}
    return Standing(
        verdict=_verdict(set(verdicts.values())),
        corrected=agreed,
        disputed={field: said for field, said in values.items() if field not in agreed},
        grades=grades,
        notes=tuple(each for each in in_force if each.kind is Kind.NOTE),
        judgements=tuple(each for each in in_force if each.kind in JUDGING),
        decisions=tuple(decisions),
    )


def corrected(attribution: Attribution, fields: Mapping[str, Any], text: str) -> Attribution:
    """The attribution with *fields* as people put them; values are as in the contract's JSON.

    Raises:
        Refused: A value that does not fit its field, or a span outside *text*.
    """
    if not fields:
        return attribution
    [changed] = Printed(text, attribution.id).attributions(
        [{**attribution_to_json(attribution), **fields}], None, attribution.id
    ) or (attribution,)
    return dataclasses.replace(attribution, **{field: getattr(changed, field) for field in fields})


def _verdict(said: set[Kind]) -> Verdict | None:
    if not said:
        return None
    if len(said) == 2:
        return Verdict.DISPUTED
    return Verdict.ACCEPTED if Kind.ACCEPT in said else Verdict.REJECTED


def _one_value(said: Mapping[str, Any]) -> bool:
    first, *others = said.values()
    return all(other == first for other in others)
