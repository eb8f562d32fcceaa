"""Whether ``score`` keeps its word: how often attributions of a score are right, and what a threshold on it buys."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Sequence

from evaluation.matching import Matched
from sayso.attribution import SURE

Outcome = tuple[float, bool]
"""The score of an attribution, and whether it is right."""

BINS = 10
THRESHOLDS = tuple(sorted({0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, SURE}))


@dataclasses.dataclass(frozen=True, slots=True)
class Bin:
    """Attributions whose scores lie in ``[low, high)``; the last has its upper end too.

    ``score`` is their mean, ``precision`` the share of them that is right, ``interval`` where that share lies at 95 %;
    all in ``[0, 1]``, and ``None`` in a bin that is empty.
    """

    low: float
    high: float
    count: int
    score: float | None
    precision: float | None
    interval: tuple[float, float] | None


@dataclasses.dataclass(frozen=True, slots=True)
class Threshold:
    """What is left at or above a score: its precision and the share of gold that it covers, in per cent; how many."""

    lowest: float
    precision: float
    coverage: float
    count: int


def outcomes(articles: Iterable[Matched]) -> list[Outcome]:
    """Each predicted attribution that has a score."""
    return [
        (found.score, i in article.right)
        for article in articles
        for i, found in enumerate(article.found)
        if found.score is not None
    ]


def bins(scored: Sequence[Outcome]) -> list[Bin]:
    """The reliability table (Murphy and Winkler 1977): ten bins of equal width, the ones of the scorer's ece.

    Example:
        >>> bins([(0.92, True), (0.94, False)])[-1].precision
        0.5
    """
    filled: list[list[Outcome]] = [[] for _ in range(BINS)]
    for score, right in scored:
        filled[min(BINS - 1, int(BINS * score))].append((score, right))
    return [_bin(i / BINS, (i + 1) / BINS, members) for i, members in enumerate(filled)]


def _bin(low: float, high: float, members: Sequence[Outcome]) -> Bin:
    count, right = len(members), sum(is_right for _, is_right in members)
    if not count:
        return Bin(low, high, 0, None, None, None)
    mean = sum(score for score, _ in members) / count
    return Bin(low, high, count, round(mean, 4), round(right / count, 4), wilson(right, count))


def wilson(hits: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927).

    It takes the cases for independent. Attributions of one article are not quite that, so it is a little too narrow.

    Args:
        hits: How many of *count* are right.
        count: At least one.

    Example:
        >>> wilson(9, 10)
        (0.5958, 0.9821)
    """
    z = 1.959964
    share, spread = hits / count, z * z / count
    middle = share + spread / 2
    half = z * math.sqrt(share * (1 - share) / count + spread / (4 * count))
    return round(max(0.0, middle - half) / (1 + spread), 4), round((middle + half) / (1 + spread), 4)


def thresholds(articles: Sequence[Matched]) -> list[Threshold]:
    """Precision and coverage at each of :data:`THRESHOLDS`, the one that ships among them."""
    scored, gold = outcomes(articles), sum(len(article.gold) for article in articles)
    table = []
    for lowest in THRESHOLDS:
        kept = [right for score, right in scored if score >= lowest]
        precision, coverage = (round(100 * sum(kept) / max(1, total), 1) for total in (len(kept), gold))
        table.append(Threshold(lowest, precision, coverage, len(kept)))
    return table
