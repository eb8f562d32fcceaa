"""CPU seconds of comparing a real collection beside those of reading it."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.real import FAKES, FAKES_COLUMNS
from benchmarks.spread import median
from sayso.article import Article
from sayso.compare import compare
from sayso.compare.copies import copies
from sayso.compare.events import events
from sayso.errors import Refused
from sayso.pipeline import stream

REPEATS = 3
STEPS: tuple[Callable[[Sequence[Article]], object], ...] = (copies, events)
_Result = TypeVar("_Result")


def measure(shared: Path) -> str:
    """Read FA-KES once, compare its articles some times, and give the figures as a few lines.

    Args:
        shared: The folder of shared data.
    """
    columns = dict(pair.split("=", 1) for pair in FAKES_COLUMNS.split(","))
    reading, read = _timed(lambda: list(stream([str(shared / FAKES)], refused=_stop, columns=columns)))
    turns = [_timed(lambda: compare(read)) for _ in range(REPEATS)]
    seconds, found = [took for took, _ in turns], turns[0][1]
    several = [event for event in found.events if len(event.event.articles) > 1]
    parts = {step.__name__: [_timed(functools.partial(step, read))[0] for _ in range(REPEATS)] for step in STEPS}
    return "\n".join(
        [
            f"{len(read):,} articles on {len(found.events):,} events, {len(several):,} of them with several articles; "
            f"{sum(len(event.claims) for event in found.events):,} claims",
            f"reading    {reading:.1f} CPU seconds",
            f"comparing  {median(seconds, '.1f')}, {REPEATS} times: median (lowest to highest)",
            *(f"  {name:9}{median(took, '.1f')}" for name, took in parts.items()),
            f"comparing to reading: {median((took / reading for took in seconds), '.3f')}",
        ]
    )


def _stop(refused: Refused) -> None:
    raise refused


def _timed(work: Callable[[], _Result]) -> tuple[float, _Result]:
    started = time.process_time()
    result = work()
    return time.process_time() - started, result
