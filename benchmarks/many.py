"""Seconds and memory of comparing few and many articles: no step may grow with the square of their number."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.child import checked
from benchmarks.made import articles
from sayso.article import Article
from sayso.compare.copies import copies
from sayso.compare.events import events

NUMBERS = (1_000, 10_000, 100_000)
STEPS: tuple[Callable[[Sequence[Article]], object], ...] = (copies, events)


def measure(folder: Path, numbers: Sequence[int] = NUMBERS) -> str:
    """A table with a line for each number of articles, each in a process of its own.

    Args:
        folder: Where files may be put.
        numbers: How many articles, ascending.
    """
    lines = [f"{'articles':>8}" + "".join(f"{step.__name__:>10} s {'ms each':>8}" for step in STEPS) + "   peak GB"]
    for number in numbers:
        out = folder / f"{number}.json"
        peak = checked([sys.executable, "-m", "benchmarks.many", str(number)], out).peak
        seconds = json.loads(out.read_text())
        columns = (f"{seconds[step.__name__]:12.1f} {1000 * seconds[step.__name__] / number:8.2f}" for step in STEPS)
        lines.append(f"{number:8,}" + "".join(columns) + f"{peak / 1e9:10.2f}")
    return "\n".join(lines)


def _compare(number: int) -> dict[str, float]:
    """CPU seconds of each step over so many made articles."""
    made = list(articles(number))
    seconds = {}
    for step in STEPS:
        started = time.process_time()
        step(made)
        seconds[step.__name__] = time.process_time() - started
    return seconds


if __name__ == "__main__":
    print(json.dumps(_compare(int(sys.argv[1]))))
