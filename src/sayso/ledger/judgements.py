"""What people decided on two statements, or on where one comes from, as a comparison takes it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from sayso.claim import Judgement, JudgementKind
from sayso.ledger.decisions import Decision, Kind

JUDGING = frozenset(Kind(kind.value) for kind in JudgementKind)
"""Kinds of decisions that are judgements."""

_OPPOSED = (
    frozenset({Kind.SAME, Kind.NOT_SAME}),
    frozenset({Kind.DISPUTES, Kind.NOT_DISPUTES}),
    frozenset({Kind.SAME, Kind.DISPUTES}),  # nothing disputes what it says itself
)


def judgements(decisions: Iterable[Decision]) -> list[Judgement]:
    """What holds of all that people said: on each two statements the last word in time, whoever said it.

    Args:
        decisions: Of all kinds, in any order; what was taken back and what is no judgement is passed over.
    """
    return [
        Judgement(JudgementKind(each.kind.value), each.attribution, each.other or str(each.value))
        for each in lasting(decisions)
    ]


def lasting(decisions: Iterable[Decision]) -> list[Decision]:
    """The judgements of which no later one says the opposite, oldest first."""
    found: dict[frozenset[str], list[Decision]] = {}
    for each in sorted(filter(_is_in_force, decisions), key=_when):
        about = _about(each)
        said = [one for one in found.get(about, ()) if one.kind is not each.kind and not _are_opposed(one, each)]
        found[about] = [*said, each]
    return sorted(itertools.chain.from_iterable(found.values()), key=_when)


def disagreements(decisions: Iterable[Decision]) -> list[tuple[Decision, ...]]:
    """Where two people's last words on the same statements are opposed: the last words of all, person by person."""
    said: dict[frozenset[str], dict[str, list[Decision]]] = {}
    for each in filter(_is_in_force, decisions):
        said.setdefault(_about(each), {}).setdefault(each.who, []).append(each)
    last = [tuple(one for words in people.values() for one in lasting(words)) for people in said.values()]
    return [each for each in last if any(_are_opposed(*two) for two in itertools.combinations(each, 2))]


def _is_in_force(decision: Decision) -> bool:
    return decision.kind in JUDGING and not decision.undone


def _about(decision: Decision) -> frozenset[str]:
    """The two statements, whichever was named first, or the one whose origin was named."""
    return frozenset(filter(None, (decision.attribution, decision.other)))


def _when(decision: Decision) -> tuple[str, int]:
    return decision.decided_at, decision.id  # numbers alone are those of a merge, which may come after later words


def _are_opposed(one: Decision, other: Decision) -> bool:
    """Whether two judgements on the same statements cannot both hold."""
    if one.kind is other.kind is Kind.ORIGIN:
        return bool(one.value != other.value)
    return frozenset({one.kind, other.kind}) in _OPPOSED
