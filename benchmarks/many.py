"""Seconds and memory of comparing few and many articles: no step may grow with the square of their number."""

from __future__ import annotations

import dataclasses
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.child import checked
from benchmarks.made import articles
from benchmarks.scaling import scaling_plot
from sayso.article import Article
from sayso.compare import compare
from sayso.compare.copies import copies
from sayso.compare.events import events

NUMBERS = (1_000, 10_000, 100_000)
PLOT = Path(__file__).parents[1] / "docs" / "compare-scaling.svg"
TITLE = "sayso compare over made articles, one core"
STEPS: tuple[Callable[[Sequence[Article]], object], ...] = (copies, events, compare)
"""The first two are parts of the last."""
REST = "claims and the rest"


@dataclasses.dataclass(frozen=True, slots=True)
class Lap:
    """CPU seconds by part, and bytes of memory at the peak, of comparing so many articles."""

    number: int
    seconds: Mapping[str, float]
    peak: int


def measure(folder: Path, numbers: Sequence[int] = NUMBERS) -> str:
    """Compare, draw ``docs/compare-scaling.svg``, and give a table with a line for each number of articles.

    Args:
        folder: Where files may be put.
        numbers: How many articles, ascending.
    """
    laps = [_lap(number, folder / f"{number}.json") for number in numbers]
    PLOT.write_text(scaling_plot(numbers, _panels(laps), TITLE), encoding="utf-8")
    return _table(laps)


def _lap(number: int, out: Path) -> Lap:
    """So many articles, in a process of their own."""
    peak = checked([sys.executable, "-m", "benchmarks.many", str(number)], out).peak
    took = json.loads(out.read_text(encoding="utf-8"))
    rest = took["compare"] - took["copies"] - took["events"]
    return Lap(number, {"copies": took["copies"], "events": took["events"], REST: rest, "all": took["compare"]}, peak)


def _table(laps: Sequence[Lap]) -> str:
    parts = list(laps[0].seconds)
    heading = ["articles", *(cell for part in parts for cell in (f"`{part}`, CPU s", "ms each")), "peak"]
    lines = [
        [
            f"{lap.number:,}",
            *(f"{cell:.1f}" for part in parts for cell in (lap.seconds[part], 1000 * lap.seconds[part] / lap.number)),
            f"{lap.peak / 1e9:.1f} GB",
        ]
        for lap in laps
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in (heading, ["---"] * len(heading), *lines))


def _panels(laps: Sequence[Lap]) -> dict[str, dict[str, list[float]]]:
    parts = laps[0].seconds
    return {
        "CPU milliseconds an article": {
            part: [1000 * lap.seconds[part] / lap.number for lap in laps] for part in parts
        },
        "kilobytes an article, at the peak of the process": {"all": [lap.peak / 1000 / lap.number for lap in laps]},
    }


def _seconds(number: int) -> dict[str, float]:
    """CPU seconds of each step over so many made articles."""
    made = list(articles(number))
    seconds = {}
    for step in STEPS:
        started = time.process_time()
        step(made)
        seconds[step.__name__] = time.process_time() - started
    return seconds


if __name__ == "__main__":
    print(json.dumps(_seconds(int(sys.argv[1]))))
