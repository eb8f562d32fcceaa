"""CPU seconds of each stage of reading, on one core, as shares of finding the attributions."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.spread import median
from evaluation import corpora
from sayso.article import Article
from sayso.attribute import attribute
from sayso.characterise import characterise
from sayso.figures import count
from sayso.gather import article_of, documents
from sayso.gather.document import Document
from sayso.pipeline import LIMIT
from sayso.resolve import resolve

STAGES: tuple[Callable[[Article], Article], ...] = (attribute, resolve, characterise, count)
REPEATS = 5


def measure(articles: Sequence[dict[str, Any]], folder: Path) -> str:
    """A table of the stages, and of all after the first together.

    Args:
        articles: Rows with ``id`` and ``text``.
        folder: Where files may be put.
    """
    corpora.write_input(articles, folder / "all.jsonl")
    unread = [
        article_of(document, limit=LIMIT)
        for document in documents([str(folder / "all.jsonl")], columns={}, limit=LIMIT)
        if isinstance(document, Document)
    ]
    _seconds(unread[:1])  # loads the model and the lists
    turns = [_seconds(unread) for _ in range(REPEATS)]
    first, *others = (stage.__name__ for stage in STAGES)
    shares = {name: [turn[name] / turn[first] for turn in turns] for name in others}
    shares["all three"] = [sum(turn[name] for name in others) / turn[first] for turn in turns]
    lines = [f"{name:14}{median(values, '.1%')} of {first}" for name, values in shares.items()]
    return "\n".join([f"{len(unread)} articles, {REPEATS} times, CPU seconds: median (lowest to highest)", *lines])


def _seconds(articles: Sequence[Article]) -> dict[str, float]:
    """CPU seconds by stage, each over all articles."""
    seconds: dict[str, float] = {}
    for stage in STAGES:
        started = time.process_time()
        articles = [stage(article) for article in articles]
        seconds[stage.__name__] = time.process_time() - started
    return seconds
