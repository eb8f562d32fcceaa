"""What people decided on statements, over what the machine found."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from sayso.article import Span
from sayso.claim import Because, Judgement, JudgementKind, Relation
from sayso.compare.claims.assertions import Assertion, Kind
from sayso.compare.claims.groups import Group
from sayso.compare.claims.links import Found
from sayso.compare.statements import Statement

_CERTAIN = 1.0


def groups_judged(
    statements: Sequence[Statement], groups: Sequence[Group], judgements: Iterable[Judgement]
) -> list[Group]:
    """The groups after people's words, one after the other.

    ``same`` makes one of the two claims that most share; ``not_same`` takes the statement, not the other, out of each
    claim that holds both.
    """
    judged = list(groups)
    places = _places(statements)
    for one, other, kind in _known(judgements, places):
        if kind is JudgementKind.SAME and not any(_holds(group, one, other) for group in judged):
            joined = [_home(statements, judged, each) for each in (other, one)]
            judged = [group for group in judged if all(group is not each for each in joined)]
            judged.append(dataclasses.replace(joined[0], members=(*joined[0].members, *joined[1].members)))
        elif kind is JudgementKind.NOT_SAME:
            judged = [_without(group, one) if _holds(group, one, other) else group for group in judged]
        elif kind is JudgementKind.DISPUTES:
            judged += [home for each in (one, other) if (home := _home(statements, judged, each)) not in judged]
    return judged


def links_judged(
    statements: Sequence[Statement], groups: Sequence[Group], links: Iterable[Found], judgements: Iterable[Judgement]
) -> list[Found]:
    """The links after people's words: one that a person made rests on the whole of both statements."""
    judged = list(links)
    for one, other, kind in _known(judgements, _places(statements)):
        if kind is JudgementKind.DISPUTES:
            pair = tuple(groups.index(_home(statements, groups, each)) for each in (one, other))
            judged = [link for link in judged if {link.from_, link.to} != set(pair)]
            because = tuple(Because(statements[each].article.id, span) for each in (one, other) for span in
                            statements[each].spans[:1])  # fmt: skip
            judged.append(Found(pair[0], pair[1], Relation.DISPUTES, _CERTAIN, because))
        elif kind is JudgementKind.NOT_DISPUTES:
            judged = [link for link in judged if not _is_between(link, groups, one, other)]
    return judged


def _places(statements: Sequence[Statement]) -> dict[str, int]:
    return {each.attribution.id: index for index, each in enumerate(statements) if each.attribution}


def _known(judgements: Iterable[Judgement], places: Mapping[str, int]) -> Iterable[tuple[int, int, JudgementKind]]:
    """The judgements on two statements that are both there, each pair's last."""
    last: dict[tuple[frozenset[str], bool], Judgement] = {}
    for each in judgements:
        if each.kind is not JudgementKind.ORIGIN and each.attribution in places and each.other in places:
            pair = frozenset((each.attribution, each.other))
            about_disputes = each.kind in (JudgementKind.DISPUTES, JudgementKind.NOT_DISPUTES)
            last.pop((pair, about_disputes), None)
            last[pair, about_disputes] = each
    return [(places[each.attribution], places[each.other], each.kind) for each in last.values()]


def _holds(group: Group, one: int, other: int) -> bool:
    return {one, other} <= set(group.statements)


def _home(statements: Sequence[Statement], groups: Sequence[Group], statement: int) -> Group:
    """The group that a statement shares with most others; one of its own where it is in none."""
    having = [group for group in groups if statement in group.statements]
    whole = statements[statement].spans
    alone = Assertion(Kind.CLAUSE, (), statement, Span(whole[0].start, whole[-1].end))
    return max(having, key=lambda group: len(group.statements), default=Group(Kind.CLAUSE, (), (alone,)))


def _without(group: Group, statement: int) -> Group:
    return dataclasses.replace(group, members=tuple(each for each in group.members if each.statement != statement))


def _is_between(link: Found, groups: Sequence[Group], one: int, other: int) -> bool:
    if link.relation is not Relation.DISPUTES:
        return False
    ends = set(groups[link.from_].statements), set(groups[link.to].statements)
    return any(one in a and other in b for a, b in (ends, ends[::-1]))
