"""What hangs together by pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


def grouped(number: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The connected components of ``range(number)``, in the order of their first member, members ascending.

    Union-find with path halving: time grows with the number of pairs.

    Example:
        >>> grouped(5, [(0, 3), (3, 4)])
        [[0, 3, 4], [1], [2]]
    """
    parent = list(range(number))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    members: defaultdict[int, list[int]] = defaultdict(list)
    for one in range(number):
        members[root(one)].append(one)
    return list(members.values())
