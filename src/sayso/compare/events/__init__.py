"""Which articles are about the same incident: the same time, places, actors and words."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.article import Article
from sayso.claim import Event
from sayso.compare.events.days import days_of
from sayso.compare.events.terms import Terms, Vector, terms_of

SAME = 0.16
"""Mean cosine between the articles of two groups from which both are about one event; set on ECB+ topics 1 to 22."""
JOINS = 0.10
"""The same for one or two articles left over, which join the group that they are nearest to."""
DAYS = 3
"""Most days between the coverage of an event and an article that belongs to it; without dates the words decide."""

_FEW = 2
_NEXT = 32
"""With how many of the articles that share a term, in the order of their dates, each is compared: no work grows with
the square of the articles, and articles on one event stand near each other."""
_WORDS = 8
_BLOCK = 2048
"""Articles whose pairs are counted at a time: what that takes in memory does not grow with the collection."""


@dataclasses.dataclass(frozen=True, slots=True)
class Events:
    """What a collection is about: the events, largest first, and the articles that are the only ones on theirs."""

    events: tuple[Event, ...]
    alone: tuple[str, ...]


@dataclasses.dataclass(slots=True, eq=False)
class _Group:
    """Articles by their places, the sum of their vectors and the range of their days."""

    members: list[int]
    total: Vector
    days: tuple[int, int] | None


def events(articles: Sequence[Article]) -> Events:
    """Group *articles* by event.

    Groups grow by average linkage: of the groups whose articles share terms, those with the most similar pair are tried
    first, and become one if their articles are similar on average and their dates are near. One article is of one
    event. Time grows with the number of articles, not with its square.

    Example:
        >>> texts = (
        ...     "A grain depot in Port Ada exploded, and the Hill League was blamed.",
        ...     "The Hill League denies that it had a hand in the explosion at the Port Ada depot.",
        ...     "Corrin votes on Sunday; the mayor hopes for rain.",
        ... )
        >>> found = events([Article(id=str(i), text=text) for i, text in enumerate(texts)])
        >>> [event.articles for event in found.events], found.alone
        ([('0', '1')], ('2',))
    """
    terms = terms_of(articles)
    days = days_of(articles)
    groups = [
        _Group([i], dict(vector), (day, day) if day else None)
        for i, (vector, day) in enumerate(zip(terms.vectors, days, strict=True))
    ]
    pairs = _pairs(terms.vectors, days)
    of = list(groups)
    tried: dict[tuple[int, int], int] = {}
    for i, j in pairs:
        a, b = of[i], of[j]
        names = min(a.members[0], b.members[0]), max(a.members[0], b.members[0])
        size = len(a.members) + len(b.members)
        if a is b or tried.get(names) == size:
            continue
        tried[names] = size
        if _are_near(a, b) and _similarity(a, b) >= SAME:
            _merge(a, b, of)
    _join_few(of, pairs)
    found = list({id(group): group for group in of}.values())
    together = sorted((group for group in found if len(group.members) > 1), key=lambda group: -len(group.members))
    alone = sorted(group.members[0] for group in found if len(group.members) == 1)
    return Events(
        tuple(_event(group, articles, terms.vectors, terms.shown) for group in together),
        tuple(articles[i].id for i in alone),
    )


def event_of(articles: Sequence[Article]) -> Event:
    """The event of *articles* that are on one, whoever says so.

    Example:
        >>> event_of([Article("1", "The quay is shut.", date="2026-05-12"), Article("2", "It is open.")]).first
        '2026-05-12'
    """
    terms = terms_of(articles) if len(articles) > 1 else Terms(({},) * len(articles), {})
    total: Counter[str] = Counter()
    for vector in terms.vectors:
        total.update(vector)
    return _event(_Group([*range(len(articles))], dict(total), None), articles, terms.vectors, terms.shown)


def _pairs(vectors: Sequence[Vector], days: Sequence[int | None]) -> list[tuple[int, int]]:
    """Pairs of articles that share terms, the most similar first, as far as the terms lead from one to the other."""
    order = np.array(sorted(range(len(vectors)), key=lambda i: (days[i] or 0, i)), np.int64)
    shared = _Shared.of([vectors[i] for i in order])
    parts = [shared.pairs(first, min(first + _BLOCK, len(order))) for first in range(0, len(order), _BLOCK)]
    if not parts:
        return []
    one, other, sums = (np.concatenate(part) for part in zip(*parts, strict=True))
    one, other = order[one], order[other]
    best = np.lexsort((np.maximum(one, other), np.minimum(one, other), -sums))
    return list(zip(one[best].tolist(), other[best].tolist(), strict=True))


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class _Shared:
    """All terms of all articles, equal ones side by side: whose each is and its weight; and where each article's stand.

    Shape: ``(terms of all articles,)``; ``begins``: ``(articles + 1,)``, an article's places in ``places``.
    """

    terms: NDArray[np.int64]
    owners: NDArray[np.int64]
    weights: NDArray[np.float64]
    places: NDArray[np.int64]
    begins: NDArray[np.int64]

    @classmethod
    def of(cls, vectors: Sequence[Vector]) -> _Shared:
        ids: dict[str, int] = {}
        terms = np.array([ids.setdefault(term, len(ids)) for vector in vectors for term in vector], np.int64)
        weights = np.array([weight for vector in vectors for weight in vector.values()], np.float64)
        lengths = np.array([len(vector) for vector in vectors], np.int64)
        by_term = np.argsort(terms, kind="stable")
        places = np.empty_like(by_term)
        places[by_term] = np.arange(len(by_term))
        owners = np.repeat(np.arange(len(vectors)), lengths)
        return cls(terms[by_term], owners[by_term], weights[by_term], places, np.concatenate(([0], np.cumsum(lengths))))

    def pairs(self, first: int, last: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """The articles from *first* to *last*, each with later ones that share terms, and their cosines."""
        places = self.places[self.begins[first] : self.begins[last]]
        keys, products = [], []
        for ahead in range(1, _NEXT + 1):
            at = places[places + ahead < len(self.terms)]
            at = at[self.terms[at] == self.terms[at + ahead]]
            keys.append(self.owners[at] * len(self.begins) + self.owners[at + ahead])
            products.append(self.weights[at] * self.weights[at + ahead])
        pairs, sums = _summed(np.concatenate(keys), np.concatenate(products))
        similar = sums >= JOINS
        one, other = np.divmod(pairs[similar], len(self.begins))
        return one, other, sums[similar]


def _summed(keys: NDArray[np.int64], weights: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Equal keys as one, with their weights together."""
    unique, inverse = np.unique(keys, return_inverse=True)
    sums: NDArray[np.float64] = np.bincount(inverse, weights, minlength=len(unique)).astype(np.float64)
    return unique, sums


def _similarity(a: _Group, b: _Group) -> float:
    """The mean cosine between the articles of two groups: the vectors have length one, so their sums give it."""
    small, large = sorted((a.total, b.total), key=len)
    return sum(weight * large.get(term, 0.0) for term, weight in small.items()) / (len(a.members) * len(b.members))


def _are_near(a: _Group, b: _Group) -> bool:
    if a.days is None or b.days is None:
        return True
    return max(a.days[0], b.days[0]) - min(a.days[1], b.days[1]) <= DAYS


def _merge(a: _Group, b: _Group, of: list[_Group]) -> None:
    """Make two groups one, in the larger of them."""
    large, small = (a, b) if len(a.members) >= len(b.members) else (b, a)
    for term, weight in small.total.items():
        large.total[term] = large.total.get(term, 0.0) + weight
    large.members.extend(small.members)
    if large.days and small.days:
        large.days = min(large.days[0], small.days[0]), max(large.days[1], small.days[1])
    large.days = large.days or small.days
    for member in small.members:
        of[member] = large


def _join_few(of: list[_Group], pairs: Iterable[tuple[int, int]]) -> None:
    """Let groups of one or two join the larger group that they are most similar to."""
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        beside[i].append(j)
        beside[j].append(i)
    large = {id(group) for group in of if len(group.members) > _FEW}
    for few in [group for group in dict.fromkeys(of) if id(group) not in large]:
        near = dict.fromkeys(of[j] for i in few.members for j in beside[i] if id(of[j]) in large)
        best = max(
            ((_similarity(few, group), -group.members[0], group) for group in near if _are_near(few, group)),
            key=lambda option: option[:2],
            default=None,
        )
        if best and best[0] >= JOINS:
            _merge(best[2], few, of)


def _event(group: _Group, articles: Sequence[Article], vectors: Sequence[Vector], shown: Mapping[str, str]) -> Event:
    members = sorted(group.members)
    having = Counter(term for i in members for term in vectors[i])
    common = [term for term, number in having.items() if number > 1]
    common.sort(key=lambda term: (-group.total[term], term))
    dates = sorted(date for i in members if (date := articles[i].date) and len(date) == len("2026-05-12"))
    words = tuple(shown[term] for term in common[:_WORDS])
    ids = tuple(articles[i].id for i in members)
    return Event(ids, dates[0] if dates else None, dates[-1] if dates else None, words)
