"""A reliability diagram."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluation.calibration import Bin
from evaluation.svg import drawing, escaped, line

_WIDTH, _HEIGHT = 560, 736
_LEFT, _TOP, _SIDE = 76, 64, 456
_BARS_TOP, _BARS = 584, 88
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def reliability_diagram(bins: Sequence[Bin], title: str) -> str:
    """Observed precision over mean score, with 95 % intervals, and below it how many attributions each bin has.

    Args:
        bins: Ten bins; an empty one has no point and no bar.
        title: Plain text, above the diagram and as its accessible name.
    """
    full = [bin_ for bin_ in bins if bin_.count]
    parts = [
        f'<text class="heading" x="{_LEFT}" y="30">{escaped(title)}</text>',
        f'<text class="small" x="{_LEFT}" y="50">Dashed: as right as scored. Lines: 95 % intervals (Wilson).</text>',
        *_frame(),
        *(mark for bin_ in full for mark in _point(bin_)),
        *_bars(full),
    ]
    return drawing(title, _in_words(full), (_WIDTH, _HEIGHT), parts)


def _in_words(bins: Sequence[Bin]) -> str:
    """What a reader who does not see the points must know."""
    sentences = ["A scatter of bins beside the diagonal; a point on it keeps its word."]
    for bin_ in bins:
        low, high = bin_.interval or (0.0, 1.0)
        sentences.append(
            f"Score {bin_.low:.1f} to {bin_.high:.1f}, mean {bin_.score:.2f}: {100 * (bin_.precision or 0):.0f} % of "
            f"{bin_.count} attributions are right ({100 * low:.0f} to {100 * high:.0f} %)."
        )
    return " ".join(sentences)


def _x(score: float) -> float:
    return round(_LEFT + _SIDE * score, 1)


def _y(share: float) -> float:
    return round(_TOP + _SIDE * (1 - share), 1)


def _frame() -> Iterator[str]:
    for tick in _TICKS:
        yield line("grid", _x(tick), _y(0), _x(tick), _y(1))
        yield line("grid", _x(0), _y(tick), _x(1), _y(tick))
        yield f'<text class="small" x="{_x(tick)}" y="{_y(0) + 18}" text-anchor="middle">{tick:.1f}</text>'
        yield f'<text class="small" x="{_x(0) - 8}" y="{_y(tick) + 4}" text-anchor="end">{tick:.1f}</text>'
    yield line("ideal", _x(0), _y(0), _x(1), _y(1))
    yield f'<rect class="axis" x="{_x(0)}" y="{_y(1)}" width="{_SIDE}" height="{_SIDE}"/>'
    yield f'<text x="{_x(0.5)}" y="{_y(0) + 40}" text-anchor="middle">score</text>'
    yield f'<text transform="translate(24 {_y(0.5)}) rotate(-90)" text-anchor="middle">share that is right</text>'
    yield line("axis", _x(0), _BARS_TOP + _BARS, _x(1), _BARS_TOP + _BARS)
    middle = _BARS_TOP + _BARS / 2
    yield f'<text transform="translate(24 {middle}) rotate(-90)" text-anchor="middle">attributions</text>'
    yield f'<text x="{_x(0.5)}" y="{_BARS_TOP + _BARS + 40}" text-anchor="middle">score, in ten bins</text>'
    for tick in _TICKS:
        yield f'<text class="small" x="{_x(tick)}" y="{_BARS_TOP + _BARS + 18}" text-anchor="middle">{tick:.1f}</text>'


def _point(bin_: Bin) -> Iterator[str]:
    if bin_.score is None or bin_.precision is None or bin_.interval is None:
        return
    x, (low, high) = _x(bin_.score), bin_.interval
    yield line("interval", x, _y(low), x, _y(high))
    for end in (low, high):
        yield line("interval", x - 5, _y(end), x + 5, _y(end))
    yield f'<circle class="point" cx="{x}" cy="{_y(bin_.precision)}" r="4.5"/>'


def _bars(bins: Sequence[Bin]) -> Iterator[str]:
    most = max((bin_.count for bin_ in bins), default=1)
    for bin_ in bins:
        height = round(_BARS * bin_.count / most, 1)
        x, width = _x(bin_.low) + 2, round(_SIDE * (bin_.high - bin_.low) - 4, 1)
        yield f'<rect class="bar" x="{x}" y="{_BARS_TOP + _BARS - height}" width="{width}" height="{height}"/>'
        middle, above = _x((bin_.low + bin_.high) / 2), round(_BARS_TOP + _BARS - height - 5, 1)
        yield f'<text class="small" x="{middle}" y="{above}" text-anchor="middle">{bin_.count}</text>'
