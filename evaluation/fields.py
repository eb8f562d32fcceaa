"""What is known of attributions, on the dev stories: who, how sure, on what evidence, how many."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any

import numpy as np

from evaluation.intervals import Interval

FIELDS = {
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
}
"""Each field with the scorer's measure that issue 4 asks for."""

RESAMPLES = 500


def field_figures(stories: Sequence[Any], scorer: ModuleType) -> dict[str, float]:
    """Each field over attributions that match the gold's, in per cent; figures over all of both.

    Args:
        stories: The scorer's ``Story`` objects.
        scorer: The module ``stories``.
    """
    scored = scorer.evaluate(stories)
    return {f"stories.{field}": scored[field][measure] for field, measure in FIELDS.items()}


def field_intervals(stories: Sequence[Any], scorer: ModuleType) -> dict[str, Interval]:
    """95 % percentile bootstrap intervals over stories, as ``evaluation.intervals``.

    Args:
        stories: See :func:`field_figures`.
        scorer: A module of its own: it is kept from scoring spans again for each resample.
    """
    vars(scorer)["score"] = lambda _: {}
    drawn = np.random.default_rng(0).integers(len(stories), size=(RESAMPLES, len(stories)))
    resampled = [field_figures([stories[i] for i in draw], scorer) for draw in drawn]
    ends = {name: np.percentile([one[name] for one in resampled], [2.5, 97.5]) for name in resampled[0]}
    return {name: (round(float(low), 1), round(float(high), 1)) for name, (low, high) in ends.items()}
