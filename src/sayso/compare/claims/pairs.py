"""How probable it is that two clauses say the same, by the words that they share.

A logistic regression on seven numbers that a reader can follow. Rare words weigh more (inverse document frequency,
Spärck Jones 1972, over the clauses compared), and the numbers are those of work on text reuse: overlap of the shorter
and of both (containment and Dice), the longest run of words in common (Clough et al., "METER: MEasuring TExt Reuse",
2002). The weights were fitted to pairs of clauses of annotated stories.
"""

from __future__ import annotations

import collections
import dataclasses
import math
from collections.abc import Iterator, Mapping, Sequence

_WEIGHTS = (-1.861, -1.221, 2.23, 1.18, -0.167, 0.755, 0.024, -3.88)
_FEWEST = 100
_LEAST_SHARED = 4.0
_LEAST_CONTAINED = 0.3
"""Weight in common, and share of the shorter clause, below which no pair reaches a probability of 0.4."""
_COMMON = 200
"""Clauses that may share a term for it to propose pairs: what is in more of them tells nothing."""


@dataclasses.dataclass(frozen=True, slots=True)
class Clause:
    """A clause as it is compared: terms in order, casualties as (quantity, number), who says it, in which articles."""

    terms: tuple[str, ...]
    figures: frozenset[tuple[str, int]]
    sources: frozenset[str]
    articles: frozenset[str]
    denied: bool = False


def weights_of(clauses: Sequence[Clause]) -> Mapping[str, float]:
    """How much each term tells: the logarithm of one plus the clauses over those that have it.

    Two short articles have too few clauses to tell a rare word by; they count as a hundred.

    Example:
        >>> clauses = [Clause(terms, frozenset(), frozenset(), frozenset()) for terms in [("a", "b"), ("a",)]]
        >>> {term: round(weight, 2) for term, weight in weights_of(clauses).items()}
        {'a': 3.93, 'b': 4.62}
    """
    counts = collections.Counter(term for clause in clauses for term in dict.fromkeys(clause.terms))
    size = max(len(clauses), _FEWEST)
    return {term: math.log(1 + size / count) for term, count in counts.items()}


def candidates(clauses: Sequence[Clause], weight: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """The pairs of clauses that share enough weight in terms which few have, each once.

    They come from an index of terms, not from comparing all: the time grows with the number of clauses, not its square.
    """
    having: dict[str, list[int]] = collections.defaultdict(list)
    for index, clause in enumerate(clauses):
        for term in dict.fromkeys(clause.terms):
            having[term].append(index)
    whole = [sum(weight[term] for term in set(clause.terms)) for clause in clauses]
    for second, clause in enumerate(clauses):
        shared: dict[int, float] = collections.defaultdict(float)
        for term in dict.fromkeys(clause.terms):
            for first in having[term] if len(having[term]) <= _COMMON else ():
                if first == second:
                    break  # ascending: the rest come later
                shared[first] += weight[term]
        yield from (
            (first, second)
            for first in sorted(shared)
            if shared[first] >= max(_LEAST_SHARED, _LEAST_CONTAINED * min(whole[first], whole[second]))
        )


def features(a: Clause, b: Clause, weight: Mapping[str, float]) -> tuple[float, ...]:
    """Seven numbers for a pair; all 0 for clauses without a term in common."""
    mine, theirs = set(a.terms), set(b.terms)
    shared = sum(weight[term] for term in mine & theirs)
    if not shared:
        return (0.0,) * 7
    of_a, of_b = sum(weight[term] for term in mine), sum(weight[term] for term in theirs)
    dice, contained = 2 * shared / (of_a + of_b), shared / min(of_a, of_b)
    return (
        dice,
        contained,
        dice * math.log1p(shared),
        contained * math.log1p(shared),
        math.log1p(longest_run(a.terms, b.terms)),
        float(bool(a.sources & b.sources)),
        float(a.articles == b.articles),
    )


def probability(a: Clause, b: Clause, weight: Mapping[str, float]) -> float:
    """How probable it is that two clauses say the same, in ``[0, 1]``.

    0 where they give different counts of one thing, or only one of them is denied, however alike they are.
    """
    counted = {quantity for quantity, _ in a.figures} & {quantity for quantity, _ in b.figures}
    values = features(a, b, weight)
    if not values[0] or a.denied is not b.denied or (counted and not a.figures & b.figures):
        return 0.0
    return 1 / (1 + math.exp(-sum(map(float.__mul__, _WEIGHTS, (*values, 1.0)))))


def longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """Terms of the longest run that both have.

    Example:
        >>> longest_run("the quay was closed".split(), "he said the quay was shut".split())
        3
    """
    places: dict[str, list[int]] = collections.defaultdict(list)
    for at, term in enumerate(b):
        places[term].append(at)
    best = 0
    ending: dict[int, int] = {}
    for term in a:
        ending = {at: ending.get(at - 1, 0) + 1 for at in places.get(term, ())}
        best = max(best, *ending.values()) if ending else best
    return best
