"""What an outlet prints again and again: its menus, its own praise, its background sentences."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from sayso.article import Article
from sayso.compare.copies.shingles import shingles
from sayso.compare.words import Hashes, Mask, Worded
from sayso.resolve.names import folded

SIZE = 5
OFTEN = 4
"""On so many days has an outlet printed words that are its stock; a running story repeats them on two or three."""


def with_stock(texts: Sequence[Worded], articles: Sequence[Article]) -> list[Worded]:
    """*texts* with the words marked that stand in articles of the same outlet on four days or more.

    Articles without a date count as one day each, those without an outlet have no stock.
    """
    of_outlet: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, article in enumerate(articles):
        if article.outlet:
            of_outlet[folded(article.outlet)].append(index)
    marked = list(texts)
    for indices in of_outlet.values():
        if len(indices) >= OFTEN:
            runs = [shingles(texts[i].words, SIZE) for i in indices]
            often = _often(runs, [articles[i].date or articles[i].id for i in indices])
            for i, hashes in zip(indices, runs, strict=True):
                marked[i] = dataclasses.replace(texts[i], stock=_covered(_are_in(often, hashes), len(texts[i].words)))
    return marked


def _often(runs: Sequence[Hashes], days: Sequence[str]) -> Hashes:
    """The shingles that stand in texts of enough days."""
    by_day: defaultdict[str, list[Hashes]] = defaultdict(list)
    for hashes, day in zip(runs, days, strict=True):
        by_day[day].append(hashes)
    found, times = np.unique(
        np.concatenate([np.unique(np.concatenate(day)) for day in by_day.values()]), return_counts=True
    )
    return found[times >= OFTEN]


def _are_in(ascending: Hashes, hashes: Hashes) -> Mask:
    """Which of *hashes* are in the other; unlike ``np.isin`` this does not sort the large one for each small one."""
    if len(ascending) == 0:
        return np.zeros(len(hashes), bool)
    at = np.searchsorted(ascending, hashes)
    found: Mask = ascending[np.minimum(at, len(ascending) - 1)] == hashes
    return found


def _covered(starts: Mask, words: int) -> Mask:
    """The words of the shingles that start where *starts* says."""
    covered = np.zeros(words, bool)
    for offset in range(SIZE):
        covered[offset : offset + len(starts)] |= starts
    return covered
