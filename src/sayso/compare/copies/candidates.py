"""Which pairs of texts are worth comparing word for word: those with two rare runs of words in the same order."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.compare.copies.shingles import mixed, shingles, winnowed
from sayso.compare.words import Hashes, Worded

SIZE = 4
WINDOW = 3
"""Texts that share a run of ``SIZE + 2 * WINDOW - 1`` words, nine, share two fingerprints at the same distance."""

_ALL_UP_TO = 48
"""Most texts of which all pairs are candidates: a thousand comparisons cost less than a mistake."""
_RARE = 20
"""A fingerprint is rare that stands in no more texts than this with it; a more frequent one is a stock phrase or much
copied, and leads from each text only to the next few, so that no work grows with the square of the texts."""
_NEXT = 4
_ENOUGH = 4
"""Two rare fingerprints of weight two, or four frequent ones of weight one."""


def candidates(texts: Sequence[Worded]) -> list[tuple[int, int]]:
    """Pairs of places in *texts*, the smaller first, ascending.

    MinHash of whole texts cannot see one paragraph in a long text; the smallest hash of every few neighbours can
    (winnowing). Two fingerprints in common count if they stand at the same distance in both texts, as in a copied run.
    Of a text that more than twenty others copy, each copy is a pair with the four after it at least, so that they all
    hang together.
    """
    if len(texts) <= _ALL_UP_TO:
        return list(itertools.combinations(range(len(texts)), 2))
    prints = _fingerprints(texts)
    by_distance = [_neighbours(prints, ahead) for ahead in range(1, _RARE + 1)]
    found = _summed([np.concatenate(parts) for parts in zip(*by_distance, strict=True)])
    return [divmod(int(pair), _PAIR) for pair in np.unique(found[1][found[2] >= _ENOUGH])]


_PAIR = 1 << 32
_Weighed = Sequence[NDArray[Any]]
"""Keys of a pair of texts and a distance, the pair as one number, the weight. Shape of each: ``(n,)``."""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class _Prints:
    """Fingerprints, equal ones side by side: whose each is, where it stands, how many are equal to it."""

    hashes: Hashes
    owners: NDArray[np.int32]
    places: NDArray[np.int32]
    equal: NDArray[np.int32]


def _fingerprints(texts: Sequence[Worded]) -> _Prints:
    """The fingerprints of all texts; equal ones in the order of the texts."""
    hashes, places = [], []
    for text in texts:
        found = shingles(text.words, SIZE)
        at = winnowed(found, WINDOW)
        hashes.append(found[at])
        places.append(at.astype(np.int32))
    owners = np.repeat(np.arange(len(texts), dtype=np.int32), [len(at) for at in places])
    prints = np.concatenate(hashes)
    order = np.argsort(prints, kind="stable")
    prints = prints[order]
    starts = np.flatnonzero(np.concatenate(([True], prints[1:] != prints[:-1])))
    sizes = np.diff(np.concatenate((starts, [len(prints)]))).astype(np.int32)
    return _Prints(prints, owners[order], np.concatenate(places)[order], np.repeat(sizes, sizes))


def _neighbours(prints: _Prints, ahead: int) -> _Weighed:
    """Every fingerprint with the equal one that is *ahead* of it, if there is one, as pairs of texts."""
    usable = prints.hashes[ahead:] == prints.hashes[:-ahead]
    usable &= prints.owners[ahead:] != prints.owners[:-ahead]
    if ahead > _NEXT:
        usable &= prints.equal[ahead:] <= _RARE + 1
    second = np.flatnonzero(usable) + ahead
    first = second - ahead
    pairs = prints.owners[first].astype(np.uint64) * np.uint64(_PAIR) + prints.owners[second].astype(np.uint64)
    distances = (prints.places[second] - prints.places[first]).astype(np.int64).view(np.uint64)
    weights = np.where(prints.equal[second] <= _RARE + 1, 2, 1)
    return _summed((mixed(mixed(pairs) + distances), pairs, weights))


def _summed(weighed: _Weighed) -> _Weighed:
    """Equal keys as one, with their weights together."""
    keys, pairs, weights = weighed
    if len(keys) == 0:
        return weighed
    order = np.argsort(keys)
    keys = keys[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    return keys[starts], pairs[order[starts]], np.add.reduceat(weights[order], starts)
