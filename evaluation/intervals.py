"""95 % percentile bootstrap intervals (Efron 1979), from counts that add up over articles.

2,000 resamples of counts cost less than scoring once; resampling articles instead of attributions keeps together what
resembles each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

import numpy as np

from evaluation.corpora import Attributions, Row
from evaluation.matching import TYPES, Matched, Triple
from sayso.attribution import SURE

Interval = tuple[float, float]

RESAMPLES = 2000
ROLES = ("source", "cue", "content")
F1_FIGURES = ("attribution", *(f"token.{role}" for role in ROLES), *(f"exact.{role}" for role in ROLES), "content")


def intervals_of(corpus: str, units: Sequence[Sequence[Triple]], scorer: ModuleType) -> dict[str, Interval]:
    """Intervals of the main figures.

    Args:
        corpus: Goes before each name.
        units: What is drawn with replacement: articles, or stories where articles of one story resemble each other.
        scorer: A module of its own: its last step turns counts into percentages, and is replaced to keep the counts.
    """
    vars(scorer)["prf"] = lambda hit, predicted, gold: (hit, predicted, gold)
    counts = [scorer.score(unit, SURE) for unit in units]
    drawn = draws(len(units))
    intervals = {}
    for name in F1_FIGURES:
        hit, predicted, gold = sums([c[name] for c in counts], drawn)
        intervals[f"{corpus}.{name}"] = middle(200 * hit / np.maximum(1, predicted + gold))
    nothing = (0, 0, 0)
    hit, predicted, _ = sums([c.get("sure", nothing) for c in counts], drawn)
    gold = sums([c["attribution"] for c in counts], drawn)[2]
    intervals[f"{corpus}.sure.precision"] = middle(100 * hit / np.maximum(1, predicted))
    intervals[f"{corpus}.sure.coverage"] = middle(100 * hit / np.maximum(1, gold))
    return intervals


def type_intervals(corpus: str, units: Sequence[Sequence[Matched]]) -> dict[str, Interval]:
    """Intervals of whole attributions by type of quotation; *units* as in :func:`intervals_of`, already matched."""
    drawn = draws(len(units))
    intervals = {}
    for kind in TYPES:
        found, predicted, covered, gold = sums([_of_type(unit, kind) for unit in units], drawn)
        precision, recall = found / np.maximum(1, predicted), covered / np.maximum(1, gold)
        f1 = 200 * precision * recall / np.maximum(1e-9, precision + recall)
        intervals[f"{corpus}.attribution.{kind}"] = middle(f1)
    return intervals


def _of_type(articles: Sequence[Matched], kind: str) -> tuple[int, int, int, int]:
    """Right and all predicted attributions of a type, covered and all gold ones: two sums, as the types may differ."""
    counts: Counter[str] = Counter()
    for article in articles:
        for i, found in enumerate(article.found):
            counts.update({"found": i in article.right, "predicted": 1} if found.type == kind else {})
        for i, gold in enumerate(article.gold):
            counts.update({"covered": i in article.covered, "gold": 1} if gold.type == kind else {})
    return counts["found"], counts["predicted"], counts["covered"], counts["gold"]


def cofenet_intervals(
    rows: Sequence[Row], predicted: Mapping[str, Attributions], scorer: ModuleType
) -> dict[str, Interval]:
    """Intervals of the figures in CofeNet's unit, over articles.

    Args:
        rows: Paragraphs; the id of each is that of its article with its annotator's after it.
        predicted: By the paragraph's place in *rows*.
        scorer: The scorer of CofeNet's unit.
    """
    counts: dict[str, Counter[tuple[str, str]]] = {}
    for i, row in enumerate(rows):
        gold = scorer.gold_chunks(row["labels"])
        ours = scorer.predicted_chunks(predicted.get(str(i), []), scorer.text_of(row["tokens"])[1])
        article = counts.setdefault(row["id"].rpartition("_")[0], Counter())
        for name, chunks in (("hit", gold & ours), ("predicted", ours), ("gold", gold)):
            article.update((name, role) for role, _, _ in chunks)
    drawn = draws(len(counts))
    intervals = {}
    for role in ROLES:
        units = [(c["hit", role], c["predicted", role], c["gold", role]) for c in counts.values()]
        hit, predicted_, gold_ = sums(units, drawn)
        intervals[f"cofenet.{role}"] = middle(200 * hit / np.maximum(1, predicted_ + gold_))
    return intervals


def draws(units: int) -> np.ndarray[Any, Any]:
    """Which of so many units each resample draws, the same at every call. Shape ``(resamples, units)``."""
    return np.random.default_rng(0).integers(units, size=(RESAMPLES, units))


def sums(counts: Sequence[tuple[float, ...]], drawn: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Each count of units, summed over each resample. Shape ``(counts, resamples)``."""
    summed: np.ndarray[Any, Any] = np.array(counts)[drawn].sum(axis=1).T
    return summed


def middle(values: Sequence[float] | np.ndarray[Any, Any]) -> Interval:
    """Where the middle 95 % of *values* lie, to a tenth."""
    low, high = np.percentile(values, [2.5, 97.5])
    return round(float(low), 1), round(float(high), 1)
