"""The dev stories through the whole product, and what their scorer says of each field and of what articles share."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from evaluation import corpora
from evaluation.corpora import Row
from evaluation.intervals import Interval, middle
from sayso.compare import compare
from sayso.show.comparison_json import comparison_to_json

Measures = dict[str, tuple[str, str]]
"""Names of figures, each with the scorer's own name and which of its measures is meant."""

FIELDS: Measures = {
    name: (name, measure)
    for name, measure in {
        "source_name": "accuracy",
        "source_name.resolved": "accuracy",
        "source_kind": "accuracy",
        "named": "accuracy",
        "via": "f1",
        "quotation": "accuracy",
        "certainty": "macro_f1",
        "cue_stance": "macro_f1",
        "evidence": "f1",
        "figures": "f1",
    }.items()
}
"""What is known of attributions, with the measures that issue 4 asks for."""

COMPARED: Measures = {
    "copies": ("copies", "macro_f1"),
    "claims": ("claims", "f1"),
    "disputes": ("disputes", "f1"),
    "updates": ("updates", "f1"),
    "origins": ("origins", "f1"),
    "collapsed_right": ("origin_count", "collapsed_right"),
}
"""What articles have in common, with the measures that issue 6 asks for."""

RESAMPLES = 500


def read_stories(shared: Path, *, given: bool) -> list[Any]:
    """What ``sayso compare`` finds in each dev story, as the scorer's ``Story`` objects.

    Their ``rows`` are triples; predictions in headlines and articles off topic are left out.

    Args:
        shared: The folder of shared data.
        given: Whether the product is given the attributions that people made, with all but their figures, or finds its
            own.
    """
    scorer = corpora.scorer(shared, "stories")
    seen = corpora.SEEN_WHEN_GIVEN if given else corpora.SEEN_BY_PRODUCT
    stories = []
    for path in corpora.story_files(shared):
        gold = json.loads(path.read_text(encoding="utf-8"))
        found = compare(corpora.articles_by_product(_rows(gold), seen))
        stories.append(scorer.Story(gold, comparison_to_json(found)))
    return stories


def _rows(gold: Row) -> list[dict[str, Any]]:
    """The articles of a story, each with its attributions; figures stand beside them and are left there."""
    return [
        {**article, "attributions": [each for each in gold["attributions"] if each["article"] == article["id"]]}
        for article in gold["articles"]
    ]


def story_figures(
    shared: Path, corpus: str, measures: Measures, stories: Sequence[Any]
) -> tuple[dict[str, float], dict[str, Interval]]:
    """Fields over attributions that match the gold's, claims and the like over all, in per cent; with their intervals.

    The intervals are as those of ``evaluation.intervals``, over stories.

    Args:
        shared: The folder of shared data.
        corpus: Goes before each name.
        measures: Which figures.
        stories: See :func:`read_stories`.
    """
    scorer = corpora.scorer(shared, "stories")
    figures = _figures(corpus, measures, stories, scorer)
    vars(scorer)["score"] = lambda _: {}  # spans are not asked for, and not scored again for each resample
    drawn = np.random.default_rng(0).integers(len(stories), size=(RESAMPLES, len(stories)))
    resampled = [_figures(corpus, measures, [stories[i] for i in draw], scorer) for draw in drawn]
    return figures, {name: middle([one[name] for one in resampled]) for name in figures}


def _figures(corpus: str, measures: Measures, stories: Sequence[Any], scorer: ModuleType) -> dict[str, float]:
    scored = scorer.evaluate(stories)
    return {f"{corpus}.{name}": scored[entry][measure] for name, (entry, measure) in measures.items()}
