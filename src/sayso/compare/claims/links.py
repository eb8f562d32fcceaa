"""What one claim is to another: disputes it, updates it, supports it."""

from __future__ import annotations

import collections
import dataclasses
import functools
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.attribution import Figure
from sayso.claim import Because, Relation
from sayso.compare.claims.affinity import opening, share, share_a_clause, tell_of_one
from sayso.compare.claims.assertions import Assertion, Kind
from sayso.compare.claims.blame import ATTACK, DOWNING
from sayso.compare.claims.groups import Group, differ
from sayso.compare.statements import Statement

_RISEN = re.compile(
    r"\b(?:risen|rises|rose|rising|climbed|climbs|jumped|increased|mounts|new toll|updated)\b",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:previous|earlier|initial|initially|at first)\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:over|more than|upwards of|in excess of)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|some|nearly|almost|approximately|roughly)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:in total|altogether|overall)\b", re.IGNORECASE)
_TOLL = re.compile(r"\b(?:tolls?|put(?:s|ting)? the|higher|lower|revised|instead|risen|rose)\b", re.IGNORECASE)
_LONG = re.compile(
    r"\b(?:war|conflict|uprising|revolt|years?|since|(?:last|past|over) (?:\w+ )?(?:days|weeks?|months?|year))\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[^\W\d_]+")
_MOST_APART = 12
"""How many times larger one count of a thing may be than another; beyond that they count different things."""
_ROUND = 10
_FEW = 5
_AROUND = 80
_ALIKE = 0.15
_KNOWN_BY = 8
"""Members of a group that are looked at: enough to know it by, however many reprints there are."""


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A link between two groups, by their place in the list, why, and the words that it rests on."""

    from_: int
    to: int
    relation: Relation
    score: float
    because: tuple[Because, ...]


SCORES: Mapping[str, float] = {
    "denial": 0.71,
    "other blamed": 0.71,
    "count": 0.48,
    "accident": 0.60,
    "update": 0.64,
    "sum": 0.79,
    "rounded": 0.50,
}
"""How often a link by each rule was right when read by eye, with one of two added (Laplace 1814); a half where too few
were read. docs/design.md has the counts.
"""


def links_of(statements: Sequence[Statement], groups: Sequence[Group]) -> list[Found]:
    """The links between *groups*, disputes first; each pair of groups has one at most."""
    found: dict[frozenset[int], Found] = {}
    for link in (*_by_denial(statements, groups), *_by_blame(statements, groups), *_by_count(statements, groups)):
        if not _overlap(groups[link.from_], groups[link.to], link.relation):
            found.setdefault(frozenset((link.from_, link.to)), link)
    return list(found.values())


def _overlap(one: Group, other: Group, relation: Relation) -> bool:
    """Whether a claim would dispute itself: one statement is in both."""
    return relation is Relation.DISPUTES and bool(set(one.statements) & set(other.statements))


def _link(  # noqa: PLR0913 - what a link is made of
    statements: Sequence[Statement],
    groups: Sequence[Group],
    pair: tuple[int, int],
    relation: Relation,
    rule: str,
    *,
    shown: tuple[Assertion, Assertion] | None = None,
) -> Found:
    members = shown or tuple(groups[index].members[0] for index in pair)
    because = tuple(Because(statements[member.statement].article.id, member.span) for member in members)
    return Found(pair[0], pair[1], relation, SCORES[rule], because)


def _by_denial(statements: Sequence[Statement], groups: Sequence[Group]) -> Iterator[Found]:
    """A denial disputes that the party did it; one that names nobody disputes the blame that most share."""
    blames = [(i, group) for i, group in enumerate(groups) if group.kind is Kind.BLAME]
    for index, group in enumerate(groups):
        if group.kind is not Kind.DENIAL:
            continue
        of, by = group.key
        accused = [i for i, blame in blames if blame.key[0] == of]
        if not of and (others := [(i, blame) for i, blame in blames if blame.key[0] not in (by, "rebels")]):
            accused = [max(others, key=lambda each: len(each[1].statements))[0]]
        for blame in accused:
            if _of_one_event(statements, group, groups[blame]):
                yield _link(statements, groups, (index, blame), Relation.DISPUTES, "denial")


def _by_blame(statements: Sequence[Statement], groups: Sequence[Group]) -> Iterator[Found]:
    """Rebels and a state are blamed for one attack; or an aircraft was shot down, or failed.

    Two states may well have attacked together.
    """
    blames = [(i, group) for i, group in enumerate(groups) if group.kind is Kind.BLAME]
    denied = {group.key[0] for group in groups if group.kind is Kind.DENIAL}
    attacks = [(i, group) for i, group in blames if group.key[1] == ATTACK]
    for (i, one), (j, other) in itertools.combinations(attacks, 2):
        parties = {one.key[0], other.key[0]}
        at_issue = bool(parties & denied) and _in_one_article(statements, one, other)
        if len(parties) == 2 and "rebels" in parties and (at_issue or _in_one_clause(statements, one, other)):
            yield _link(statements, groups, (i, j), Relation.DISPUTES, "other blamed")
    faults = [i for i, group in enumerate(groups) if group.kind is Kind.ASPECT and group.key == ("technical fault",)]
    for i, blame in blames:
        if blame.key[1] == DOWNING:
            for fault in faults:
                yield _link(statements, groups, (i, fault), Relation.DISPUTES, "accident")


def _in_one_article(statements: Sequence[Statement], a: Group, b: Group) -> bool:
    articles = [{statements[index].article.id for index in group.statements} for group in (a, b)]
    return bool(articles[0] & articles[1])


def _in_one_clause(statements: Sequence[Statement], a: Group, b: Group) -> bool:
    """Whether two members say so of one incident in so many words."""
    return any(
        share_a_clause(statements[x.statement], x.span, statements[y.statement], y.span)
        for x, y in itertools.product(a.members[:_KNOWN_BY], b.members[:_KNOWN_BY])
    )


def _of_one_event(statements: Sequence[Statement], a: Group, b: Group) -> bool:
    """Whether a text has both, or two that open alike have one each."""
    return any(
        one.article.id == other.article.id or share(opening(one.article), opening(other.article)) >= _ALIKE
        for one, other in itertools.product(
            (statements[index] for index in a.statements[:_KNOWN_BY]),
            (statements[index] for index in b.statements[:_KNOWN_BY]),
        )
    )


def _by_count(statements: Sequence[Statement], groups: Sequence[Group]) -> Iterator[Found]:
    """Counts of one thing, from the lowest up, each with the next."""
    by_thing: dict[tuple[object, ...], list[int]] = collections.defaultdict(list)
    for index, group in enumerate(groups):
        if group.kind is Kind.FIGURE and group.key[2].isdigit():
            by_thing[group.key[0], group.key[1], _is_long(statements, group)].append(index)
    for same in by_thing.values():
        rising = sorted(same, key=lambda index: int(groups[index].key[2]))
        sums = _sums(statements, groups, rising)
        for low, high in itertools.pairwise(rising):
            if link := _count_link(statements, groups, low, high, sums):
                yield link
        for part, whole in sorted(sums):
            if _in_one_clause(statements, groups[part], groups[whole]):
                yield _link(statements, groups, (part, whole), Relation.SUPPORTS, "sum")


def _count_link(
    statements: Sequence[Statement], groups: Sequence[Group], low: int, high: int, sums: set[tuple[int, int]]
) -> Found | None:
    a, b = groups[low], groups[high]
    smaller, larger = int(a.key[2]), int(b.key[2])
    if smaller == larger or larger > _MOST_APART * max(1, smaller) or (low, high) in sums:
        return None
    shown = None if _told_together(statements, a, b) else _comparable(statements, a, b)
    if shown is None:
        return None
    link = functools.partial(_link, statements, groups)
    if _is_rounded(statements, a, b):
        return link((low, high), Relation.SUPPORTS, "rounded", shown=shown)
    if _says(_RISEN, statements, b) or _says(_WAS, statements, a) or _sources(statements, a) & _sources(statements, b):
        return link((high, low), Relation.UPDATES, "update", shown=shown[::-1])
    return link((high, low), Relation.DISPUTES, "count", shown=shown[::-1])


def _is_rounded(statements: Sequence[Statement], a: Group, b: Group) -> bool:
    """Whether one count may be the other, rounded: "more than 30" beside 32, "about 40" beside 41."""
    smaller, larger = int(a.key[2]), int(b.key[2])
    near = larger - smaller <= larger / _ROUND
    over = smaller % _ROUND == 0 and (near or larger - smaller < _ROUND) and _all_say(_OVER, statements, a)
    about = (smaller % _ROUND == 0 and _all_say(_ABOUT, statements, a)) or (
        larger % _ROUND == 0 and _all_say(_ABOUT, statements, b)
    )
    return over or (about and near)


def _all_say(words: re.Pattern[str], statements: Sequence[Statement], group: Group) -> bool:
    return all(words.search(m.span.of(statements[m.statement].article.text)) for m in group.members)


def _comparable(statements: Sequence[Statement], a: Group, b: Group) -> tuple[Assertion, Assertion] | None:
    """Two members that count one thing, at one time, in one incident; ``None`` where there are none."""
    pairs = itertools.product(a.members[:_KNOWN_BY], b.members[:_KNOWN_BY])
    return next(
        ((x, y) for x, y in pairs if _may_be_one(x.figure, y.figure) and _of_one_incident(statements, x, y)), None
    )


def _told_together(statements: Sequence[Statement], a: Group, b: Group) -> bool:
    """Whether one text gives both counts, and neither as a toll: then they count different things."""
    return any(
        statements[x.statement].article.id == statements[y.statement].article.id
        and not (_gives_toll(statements[x.statement], x) or _gives_toll(statements[y.statement], y))
        for x, y in itertools.product(a.members[:_KNOWN_BY], b.members[:_KNOWN_BY])
    )


def _of_one_incident(statements: Sequence[Statement], x: Assertion, y: Assertion) -> bool:
    one, other = statements[x.statement], statements[y.statement]
    if _adds(one, x) or _adds(other, y):
        return False
    if one.article.id == other.article.id:
        # One text tells of many incidents; it says so where it gives two counts of one.
        return _gives_toll(one, x) or _gives_toll(other, y)
    few = min(int(x.key[2]), int(y.key[2])) < _FEW
    if few or x.key[1]:
        # Small counts, and those of children or soldiers only, are many in a report of a war.
        return share_a_clause(one, x.span, other, y.span)
    return tell_of_one(one, x.span, other, y.span)


def _adds(statement: Statement, member: Assertion) -> bool:
    """Whether a count is part of another, or its sum: "another 12", "two more", "two of them", "in total 20"."""
    words = member.span.of(statement.article.text).lower().split()
    before = statement.article.text[max(0, member.span.start - 20) : member.span.start].lower().split()[-2:]
    others = member.key[0] != "wounded" and {"other", "others"} & {*words}
    after = statement.article.text[member.span.end : member.span.end + 12].lower().split()
    part = (
        before == ["of", "the"] or ("of" in words and bool({"the", "them", "those"} & {*words})) or after[:1] == ["of"]
    )
    return bool({"another", "additional"} & {*words, *before} or others or _more(words) or part)


def _more(words: Sequence[str]) -> bool:
    """Whether the words are "two more people", but not "more than two"."""
    return any(word == "more" and after != "than" for word, after in itertools.pairwise([*words, ""]))


def _gives_toll(statement: Statement, member: Assertion) -> bool:
    text = statement.article.text
    return bool(_TOLL.search(text, max(0, member.span.start - 50), min(len(text), member.span.end + 10)))


def _may_be_one(a: Figure | None, b: Figure | None) -> bool:
    """Whether two counts may be of one time and place."""
    return a is None or b is None or not (differ(a.when, b.when) or _apart(a.where, b.where))


def _apart(one: str | None, other: str | None) -> bool:
    """Whether two places are named and neither is part of the other."""
    a, b = (_PLACE.findall((place or "").lower()) for place in (one, other))
    return bool(a and b) and not (set(a) <= set(b) or set(b) <= set(a))


def _says(words: re.Pattern[str], statements: Sequence[Statement], group: Group) -> bool:
    """Whether a member says so in its count or just before it."""
    return any(
        words.search(statements[m.statement].article.text, max(0, m.span.start - 40), m.span.end) for m in group.members
    )


def _sources(statements: Sequence[Statement], group: Group) -> set[str]:
    attributed = (statements[index].attribution for index in group.statements)
    return {each.source_name.lower() for each in attributed if each and each.source_name}


def _is_long(statements: Sequence[Statement], group: Group) -> bool:
    """Whether a count is of a war or of weeks, not of one event."""
    first = group.members[0]
    text = statements[first.statement].article.text
    return bool(_LONG.search(text, max(0, first.span.start - _AROUND), min(len(text), first.span.end + _AROUND)))


def _sums(statements: Sequence[Statement], groups: Sequence[Group], rising: Sequence[int]) -> set[tuple[int, int]]:
    """Which counts are parts of which: two that one article gives and that make up a third."""

    def articles(index: int) -> set[str]:
        return {statements[each].article.id for each in groups[index].statements}

    numbers = {int(groups[index].key[2]): index for index in rising}
    found: set[tuple[int, int]] = set()
    for one, other in itertools.combinations(sorted(numbers), 2):
        whole = numbers.get(one + other)
        if one > 2 and whole is not None and articles(numbers[one]) & articles(numbers[other]):
            found |= {(numbers[one], whole), (numbers[other], whole)}
    return found
