"""The runs of words that two texts share."""

from __future__ import annotations

import heapq
from typing import NamedTuple

import numpy as np

from sayso.compare.copies.shingles import shingles
from sayso.compare.words import Hashes, Mask, Numbers

_REPEATED = 4
"""A run that stands more often than this in one text ("ha ha ha …") is no sign of copying, and costs a square."""


class Run(NamedTuple):
    """*length* words that stand in one text from ``in_a`` on, and in another from ``in_b`` on."""

    length: int
    in_a: int
    in_b: int


def shared_runs(a: Hashes, b: Hashes, least: int) -> list[Run]:
    """The longest runs of at least *least* words that two texts share, in the order of the first text.

    No word belongs to two runs: the longest run is taken first, and what it leaves of the others counts if it is still
    long enough (greedy string tiling; Wise 1993). Time is that of sorting the words of both texts.

    Example:
        >>> from sayso.compare.words import worded
        >>> shared_runs(worded("The quay was empty.").words, worded("He said the quay was empty").words, 3)
        [Run(length=4, in_a=0, in_b=2)]
    """
    free_a, free_b = np.ones(len(a), bool), np.ones(len(b), bool)
    waiting = [(-run.length, run) for run in _maximal(*_equal(shingles(a, least), shingles(b, least)), least)]
    heapq.heapify(waiting)
    taken: list[Run] = []
    while waiting:
        length, run = heapq.heappop(waiting)
        free = _free(run, free_a, free_b)
        if free.all():
            taken.append(run)
            free_a[run.in_a : run.in_a - length] = False
            free_b[run.in_b : run.in_b - length] = False
            continue
        for left in _stretches(free, least):
            heapq.heappush(waiting, (-left.length, Run(left.length, run.in_a + left.in_a, run.in_b + left.in_a)))
    return sorted(taken, key=lambda run: run.in_a)


def _free(run: Run, free_a: Mask, free_b: Mask) -> Mask:
    """Which words of a run belong to no other in either text."""
    free: Mask = free_a[run.in_a : run.in_a + run.length] & free_b[run.in_b : run.in_b + run.length]
    return free


def _stretches(free: Mask, least: int) -> list[Run]:
    """The stretches of at least *least* free words."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], free, [False]))))
    return [Run(int(end - start), int(start), 0) for start, end in edges.reshape(-1, 2) if end - start >= least]


def _equal(a: Hashes, b: Hashes) -> tuple[Numbers, Numbers]:
    """The places of equal shingles, in the first and in the second text."""
    order = np.argsort(b, kind="stable")
    first = np.searchsorted(b, a, "left", order)
    times = np.searchsorted(b, a, "right", order) - first
    times[times > _REPEATED] = 0
    found = np.flatnonzero(times)
    if len(found):
        _, inverse, own = np.unique(a[found], return_inverse=True, return_counts=True)
        found = found[own[inverse] <= _REPEATED]
    times = times[found]
    within = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    return np.repeat(found, times), order[np.repeat(first[found], times) + within]


def _maximal(in_a: Numbers, in_b: Numbers, size: int) -> list[Run]:
    """Equal shingles that follow each other in both texts, as one run each."""
    if len(in_a) == 0:
        return []
    order = np.lexsort((in_a, in_b - in_a))
    in_a, in_b = in_a[order], in_b[order]
    breaks = np.flatnonzero((np.diff(in_a) != 1) | (np.diff(in_b) != 1)) + 1
    starts = np.concatenate(([0], breaks))
    lengths = np.diff(np.concatenate((starts, [len(in_a)]))) + size - 1
    return [Run(int(n), int(in_a[at]), int(in_b[at])) for n, at in zip(lengths, starts, strict=True)]
