"""How a figure that was measured several times is written."""

from __future__ import annotations

import statistics
from collections.abc import Iterable


def median(values: Iterable[float], form: str) -> str:
    """The median, and the lowest and highest in brackets, each in the format *form*.

    Example:
        >>> median([2.0, 1.0, 4.0], ".1f")
        '2.0 (1.0 to 4.0)'
    """
    low, *_, high = ordered = sorted(values)
    return f"{statistics.median(ordered):{form}} ({low:{form}} to {high:{form}})"
