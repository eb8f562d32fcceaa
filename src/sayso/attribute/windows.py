"""Overlapping windows over a long article, and which of them speaks for which token."""

from __future__ import annotations

import itertools

SIZE = 254
"""Word pieces a window holds: what the encoder was trained on, less [CLS] and [SEP]."""
MARGIN = 40
"""Word pieces of context that every token away from the text's ends has on both sides."""


def windows_of(length: int, size: int = SIZE, margin: int = MARGIN) -> list[slice]:
    """Windows of equal length that cover *length* tokens, neighbours sharing at least twice *margin*.

    One window where the text fits; none for an empty text. Equal lengths give every seam about the same context.

    Example:
        >>> windows_of(10, size=6, margin=1)
        [slice(0, 6, None), slice(4, 10, None)]
    """
    if length <= size:
        return [slice(0, length)] if length else []
    step = size - 2 * margin
    count = -(-(length - 2 * margin) // step)
    width = min(size, -(-(length + (count - 1) * 2 * margin) // count))
    return [slice(start, start + width) for start in (i * (length - width) // (count - 1) for i in range(count))]


def owners(windows: list[slice]) -> list[range]:
    """The tokens that each window speaks for: those that it sees with more context than its neighbours do.

    Every token has exactly one owner; the seam lies in the middle of each overlap.

    Example:
        >>> owners([slice(0, 6), slice(4, 10)])
        [range(0, 5), range(5, 10)]
    """
    if not windows:
        return []
    seams = [(a.stop + b.start) // 2 for a, b in itertools.pairwise(windows)]
    edges = [windows[0].start, *seams, windows[-1].stop]
    return [range(a, b) for a, b in itertools.pairwise(edges)]
