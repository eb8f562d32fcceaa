"""Time and memory an article over how many there are, both axes logarithmic: what grows in proportion is level."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence

from evaluation.svg import drawing, escaped, line

Series = Mapping[str, Sequence[float]]
"""A value for each number of articles, by what it is of."""

_WIDTH = 640
_LEFT, _SIDE = 76, 400
_TOP, _PANEL, _BETWEEN = 84, 260, 92
_LABEL = 16
"""Least distance of two labels."""


def scaling_plot(numbers: Sequence[int], panels: Mapping[str, Series], title: str) -> str:
    """One panel above the other, in each a line for each series, its name at the end.

    A dashed line shows what would grow with the square of the articles: it starts where the highest series does.

    Args:
        numbers: How many articles, ascending, at least two.
        panels: What is measured, in words with the unit, and its series.
        title: Plain text, above the plot and as its accessible name.
    """
    parts = [
        f'<text class="heading" x="{_LEFT}" y="30">{escaped(title)}</text>',
        f'<text class="small" x="{_LEFT}" y="50">Level: grows with the articles. '
        "Dashed: would grow with their square.</text>",
    ]
    for place, (label, series) in enumerate(panels.items()):
        parts += _panel(numbers, series, label, _TOP + place * (_PANEL + _BETWEEN))
    height = _TOP + len(panels) * (_PANEL + _BETWEEN)
    return drawing(title, _in_words(numbers, panels), (_WIDTH, height), parts)


def _in_words(numbers: Sequence[int], panels: Mapping[str, Series]) -> str:
    return " ".join(
        f"{label}, {name}: {', '.join(f'{value:.3g} at {n:,}' for n, value in zip(numbers, values, strict=True))}."
        for label, series in panels.items()
        for name, values in series.items()
    )


def _panel(numbers: Sequence[int], series: Series, label: str, top: float) -> Iterator[str]:
    every = [value for values in series.values() for value in values]
    low, high = math.floor(math.log10(min(every))), math.ceil(math.log10(max(every)) + 0.1)
    first, last = math.log10(numbers[0]), math.log10(numbers[-1])

    def x(number: float) -> float:
        return round(_LEFT + _SIDE * (math.log10(number) - first) / (last - first), 1)

    def y(value: float) -> float:
        return round(top + _PANEL * (high - math.log10(value)) / (high - low), 1)

    yield f'<text x="{_LEFT}" y="{top - 10}">{escaped(label)}</text>'
    for number in numbers:
        yield line("grid", x(number), top, x(number), top + _PANEL)
        yield f'<text class="small" x="{x(number)}" y="{top + _PANEL + 18}" text-anchor="middle">{number:,}</text>'
    yield f'<text x="{_LEFT + _SIDE / 2}" y="{top + _PANEL + 40}" text-anchor="middle">articles</text>'
    for power in range(low, high + 1):
        tick = 10.0**power
        yield line("grid", _LEFT, y(tick), _LEFT + _SIDE, y(tick))
        yield f'<text class="small" x="{_LEFT - 8}" y="{y(tick) + 4}" text-anchor="end">{tick:,g}</text>'
    yield f'<rect class="axis" x="{_LEFT}" y="{top}" width="{_SIDE}" height="{_PANEL}"/>'
    start = max(values[0] for values in series.values())
    end = min(numbers[-1], numbers[0] * 10**high / start)
    yield line("ideal", x(numbers[0]), y(start), x(end), y(start * end / numbers[0]))
    for values in series.values():
        points = [(x(number), y(value)) for number, value in zip(numbers, values, strict=True)]
        for one, other in itertools.pairwise(points):
            yield line("interval", *one, *other)
        yield from (f'<circle class="point" cx="{at}" cy="{height}" r="4.5"/>' for at, height in points)
    for name, height in _spread({name: y(values[-1]) for name, values in series.items()}).items():
        yield f'<text class="small" x="{_LEFT + _SIDE + 12}" y="{height + 4}">{escaped(name)}</text>'


def _spread(heights: Mapping[str, float]) -> dict[str, float]:
    """Heights of labels, from above, moved down where one would cover another."""
    spread: dict[str, float] = {}
    free = -math.inf
    for name, height in sorted(heights.items(), key=lambda item: item[1]):
        spread[name] = round(max(height, free), 1)
        free = spread[name] + _LABEL
    return spread
