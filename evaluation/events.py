"""Which articles of ECB+ are about one event: B-cubed on the topics that the thresholds were set on, and the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation import corpora
from evaluation.intervals import Interval, draws, middle, sums
from sayso.article import Article
from sayso.compare.events import events

SET_ON_TOPICS = 22

Share = tuple[float, float]
"""Precision and recall of one article's group, in ``[0, 1]``."""


def event_figures(shared: Path) -> tuple[dict[str, float], dict[str, Interval]]:
    """B-cubed F1 on both parts of ECB+ in per cent, with 95 % bootstrap intervals over topics."""
    rows = corpora.load_lines(shared / corpora.ECB)
    parts = {
        "ecb.set_on": [row for row in rows if int(row["topic"]) <= SET_ON_TOPICS],
        "ecb.others": [row for row in rows if int(row["topic"]) > SET_ON_TOPICS],
    }
    figures, intervals = {}, {}
    for name, part in parts.items():
        shares = b_cubed([row["event"] for row in part], grouping(part))
        by_topic: defaultdict[str, list[Share]] = defaultdict(list)
        for row, share in zip(part, shares, strict=True):
            by_topic[row["topic"]].append(share)
        units = [(*np.sum(of_topic, axis=0), len(of_topic)) for of_topic in by_topic.values()]
        figures[name] = round(float(f1(np.sum(units, axis=0))), 1)
        intervals[name] = middle(f1(sums(units, draws(len(units)))))
    return figures, intervals


def grouping(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """For each row the event that we put it in, by a name of ours; addresses in the texts are left out."""
    articles = [Article(row["id"], _without_address(row["text"])) for row in rows]
    of = {article: str(number) for number, event in enumerate(events(articles).events) for article in event.articles}
    return [of.get(row["id"], row["id"]) for row in rows]


def _without_address(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith("http"))


def b_cubed(gold: Sequence[str], found: Sequence[str]) -> list[Share]:
    """Precision and recall of each item (Bagga and Baldwin 1998); those of the whole are their means.

    Example:
        >>> b_cubed(["a", "a", "b", "b"], ["1", "1", "1", "2"])
        [(0.6666666666666666, 1.0), (0.6666666666666666, 1.0), (0.3333333333333333, 0.5), (1.0, 0.5)]
    """
    both, of_gold, of_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    return [
        (both[one, other] / of_found[other], both[one, other] / of_gold[one])
        for one, other in zip(gold, found, strict=True)
    ]


def f1(counts: NDArray[Any]) -> NDArray[Any]:
    """F1 in per cent, from sums of precision and recall over items, and the number of items. Shape ``(3, ...)``.

    Example:
        >>> round(float(f1(np.array([8 / 3, 3.0, 4]))), 1)
        70.6
    """
    precision, recall, number = counts
    whole: NDArray[Any] = 200 * precision * recall / (precision + recall) / number
    return whole
