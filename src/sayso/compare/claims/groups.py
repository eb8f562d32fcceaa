"""Statements that assert the same: by an equal key, or by clauses that probably say the same."""

from __future__ import annotations

import collections
import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.article import Span
from sayso.attribution import Certainty, CueStance, Quantity
from sayso.compare.claims.affinity import share_a_clause, tell_of_one
from sayso.compare.claims.assertions import Assertion, Kind
from sayso.compare.claims.blame import ATTACK
from sayso.compare.claims.pairs import Clause, candidates, probability, weights_of
from sayso.compare.claims.propositions import Proposition
from sayso.compare.statements import Statement
from sayso.resolve import key_of

SAME = 0.4
"""Least mean probability with which the clauses of one claim say the same; chosen so that doubt keeps apart."""


_KNOWN_BY = 8
"""Members by which a group is known: a story with a thousand reprints must not cost a million comparisons."""
_COINCIDENCE = 4


@dataclasses.dataclass(frozen=True, slots=True)
class Group:
    """Assertions of one thing by one statement or more, of one kind."""

    kind: Kind
    key: tuple[str, ...]
    members: tuple[Assertion, ...]

    @property
    def statements(self) -> tuple[int, ...]:
        """The statements, each once, in order."""
        return tuple(sorted({member.statement for member in self.members}))


def groups_of(
    statements: Sequence[Statement], assertions: Sequence[Assertion], propositions: Sequence[Proposition]
) -> list[Group]:
    """What is asserted, with who asserts it; groups of one included, clauses alone left out.

    Who did something is only held to be a claim where a statement says nothing else or somebody denies it. Of two
    groups with the same statements the one with the plainer key stays.
    """
    grouped = [
        *_by_key(statements, (each for each in assertions if each.kind is not Kind.BLAME)),
        *_blamed(statements, assertions),
        *_clauses(statements, propositions),
    ]
    seen: set[tuple[int, ...]] = set()
    found: list[Group] = []
    for group in grouped:
        if group.kind in (Kind.ASPECT, Kind.CLAUSE) and group.statements in seen:
            continue
        seen.add(group.statements)
        found.append(group)
    return found


def _by_key(statements: Sequence[Statement], assertions: Iterable[Assertion]) -> Iterator[Group]:
    by_key: dict[tuple[Kind, tuple[str, ...]], list[Assertion]] = collections.defaultdict(list)
    for assertion in assertions:
        by_key[assertion.kind, assertion.key].append(assertion)
    for (kind, key), members in by_key.items():
        for together in _apart(statements, members):
            yield Group(kind, key, tuple(together))


def _apart(statements: Sequence[Statement], members: Sequence[Assertion]) -> list[list[Assertion]]:
    """Members that assert the same, apart where they tell of another incident, day or number of people."""
    found: list[list[Assertion]] = []
    for member in members:
        home = next((group for group in found if _belongs(statements, member, group)), None)
        if home is None:
            found.append([member])
        else:
            home.append(member)
    return found


def _belongs(statements: Sequence[Statement], member: Assertion, group: Sequence[Assertion]) -> bool:
    known = group[:_KNOWN_BY]
    if not all(_same_time(member, other) for other in known):
        return False
    if _speaks_of_the_event(member) and any(_speaks_of_the_event(other) for other in known):
        return True
    return any(_tells_of_one(statements, member, other) for other in known)


def _speaks_of_the_event(member: Assertion) -> bool:
    """Whether it says of nothing but the event who did it, or that somebody did not."""
    return member.kind is Kind.DENIAL or (member.kind is Kind.BLAME and bool(member.key[2]))


def _tells_of_one(statements: Sequence[Statement], one: Assertion, other: Assertion) -> bool:
    a, b = statements[one.statement], statements[other.statement]
    if share_a_clause(a, one.span, b, other.span):
        return True
    if one.kind is Kind.FIGURE and _may_coincide(one):
        return False
    if a.article.id == b.article.id:
        return one.kind is Kind.FIGURE and one.key[2].isdigit()
    return tell_of_one(a, one.span, b, other.span)


def _may_coincide(member: Assertion) -> bool:
    """Whether two incidents may well have the same count: a small one, or one of children or soldiers only."""
    _, whom, number = member.key
    return bool(whom) or (number.isdigit() and int(number) <= _COINCIDENCE)


def _same_time(one: Assertion, other: Assertion) -> bool:
    a, b = one.figure, other.figure
    return a is None or b is None or not differ(a.when, b.when)


def differ(a: str | None, b: str | None) -> bool:
    """Whether two dates are of different times: both known, neither the beginning of the other ("2016", "2016-07").

    Example:
        >>> differ("2016-07", "2016-07-27"), differ("2016-07-26", "2016-07-27"), differ(None, "2016")
        (False, True, False)
    """
    return a is not None and b is not None and not (a.startswith(b) or b.startswith(a))


def _blamed(statements: Sequence[Statement], assertions: Sequence[Assertion]) -> Iterator[Group]:
    # What an outlet tells of a war in passing is no accusation.
    blames = [
        each
        for each in assertions
        if each.kind is Kind.BLAME and (each.key[2] or statements[each.statement].attribution)
    ]
    at_issue = {each.key[0] for each in blames if each.key[2]}
    at_issue |= {each.key[0] for each in assertions if each.kind is Kind.DENIAL}
    plain = [each for each in blames if each.key[2]][:_KNOWN_BY]
    by_key: dict[tuple[str, ...], list[Assertion]] = collections.defaultdict(list)
    for each in blames:
        side, act, _ = each.key
        if side in at_issue or act != ATTACK or any(_blames_another(statements, each, other) for other in plain):
            by_key[side, act].append(each)
    for key, members in by_key.items():
        # Those that only blame come first: they are what the others are held against.
        for together in _apart(statements, sorted(members, key=lambda member: not member.key[2])):
            yield Group(Kind.BLAME, key, tuple(together))


def _blames_another(statements: Sequence[Statement], one: Assertion, other: Assertion) -> bool:
    a, b = statements[one.statement], statements[other.statement]
    return one.key[0] != other.key[0] and share_a_clause(a, one.span, b, other.span)


def _clauses(statements: Sequence[Statement], propositions: Sequence[Proposition]) -> Iterator[Group]:
    # Reprints have the same clauses: each distinct one is compared once, however many articles carry it.
    same: dict[tuple[bool, tuple[str, ...]], list[Proposition]] = collections.defaultdict(list)
    for proposition in propositions:
        same[_is_denied(statements[proposition.statement]), proposition.terms].append(proposition)
    owners = list(same.values())
    clauses = [clause_of(statements, each) for each in owners]
    weight = weights_of(clauses)
    scores = {pair: probability(clauses[pair[0]], clauses[pair[1]], weight) for pair in candidates(clauses, weight)}
    for cluster in average_linkage(len(clauses), scores, SAME):
        members = [
            Assertion(Kind.CLAUSE, (), proposition.statement, proposition.span)
            for index in cluster
            for proposition in owners[index]
        ]
        group = Group(Kind.CLAUSE, (), tuple(sorted(members, key=lambda member: member.statement)))
        if len(group.statements) > 1:
            yield group


def clause_of(statements: Sequence[Statement], owners: Sequence[Proposition]) -> Clause:
    """The clause that *owners*, propositions of the same terms, share."""
    figures, sources, articles = set(), set(), set()
    for proposition in owners:
        statement = statements[proposition.statement]
        for figure in statement.figures:
            if figure.quantity is not Quantity.OTHER and _inside(figure.span, proposition.span):
                number = figure.high if figure.low is None else figure.low
                figures.add((figure.quantity.value, number or 0))
        if statement.attribution and (name := statement.attribution.source_name):
            sources.add(key_of(name).value or name.lower())
        articles.add(statement.article.id)
    denied = _is_denied(statements[owners[0].statement])
    return Clause(owners[0].terms, frozenset(figures), frozenset(sources), frozenset(articles), denied)


def _is_denied(statement: Statement) -> bool:
    attribution = statement.attribution
    return attribution is not None and (
        attribution.certainty is Certainty.DENIED or attribution.cue_stance is CueStance.DENYING
    )


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end


def average_linkage(size: int, scores: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Clusters of ``range(size)`` whose pairs have a mean score of at least *least*, the surest joined first.

    Pairs without a score count as 0 (Sokal and Michener 1958). Ascending; clusters of one included.

    Example:
        >>> average_linkage(3, {(0, 1): 0.9, (1, 2): 0.5}, 0.4)
        [[0, 1], [2]]
    """
    cluster = {index: [index] for index in range(size)}
    home = list(range(size))
    # For each cluster the sum of the scores to each other one: kept, not added up for every pair that is tried.
    total: list[dict[int, float]] = [{} for _ in range(size)]
    for (first, second), score in scores.items():
        total[first][second] = total[second][first] = score
    for first, second in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        a, b = home[first], home[second]
        if scores[first, second] < least or a == b:
            continue
        if total[a][b] / (len(cluster[a]) * len(cluster[b])) >= least:
            for index in cluster[b]:
                home[index] = a
            cluster[a] = sorted(cluster[a] + cluster.pop(b))
            _add_up(total, a, b)
    return sorted(cluster.values())


def _add_up(total: list[dict[int, float]], a: int, b: int) -> None:
    """Put the sums of cluster *b*, which became part of *a*, to those of *a*."""
    for other, score in total[b].items():
        del total[other][b]
        if other != a:
            total[a][other] = total[other][a] = total[a].get(other, 0.0) + score
    total[b] = {}
