"""Hashes of runs of words (shingles; Broder 1997), and the few of them by which texts find each other (winnowing)."""

from __future__ import annotations

import numpy as np

from sayso.compare.words import Hashes, Numbers

_ODD = np.random.default_rng(0).integers(1 << 62, size=64, dtype=np.uint64) * np.uint64(2) + np.uint64(1)


def shingles(words: Hashes, size: int) -> Hashes:
    """The hash of each run of *size* words; none in a text that has fewer. Shape ``(words - size + 1,)``.

    Runs with the same words have the same hash; of different ones two in 10^19 do.
    """
    count = max(0, len(words) - size + 1)
    sums = np.zeros(count, np.uint64)
    for offset, factor in zip(range(size), _ODD, strict=False):
        sums += words[offset : offset + count] * factor
    return mixed(sums)


def mixed(numbers: Hashes) -> Hashes:
    """*numbers*, each spread over all 64 bits (the finaliser of SplitMix64), so that the smallest are a fair sample."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def winnowed(hashes: Hashes, window: int) -> Numbers:
    """The places of the hashes that are the smallest of *window* neighbours, ascending.

    Two texts that share a run of ``window + size - 1`` words, *size* being that of the shingles, share at least one of
    them (Schleimer, Wilkerson and Aiken 2003, "Winnowing"). A text with fewer hashes than a window keeps its smallest.

    Example:
        >>> winnowed(np.array([5, 3, 8, 9, 7], np.uint64), 3)
        array([1, 4])
    """
    if len(hashes) == 0:
        return np.empty(0, np.intp)
    windows = np.lib.stride_tricks.sliding_window_view(hashes, min(window, len(hashes)))
    return np.unique(windows.argmin(axis=1) + np.arange(len(windows)))
