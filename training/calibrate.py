"""Fit what the network does not learn: how evidence becomes a probability, what to keep."""

from __future__ import annotations

import dataclasses
from types import ModuleType
from typing import Any

import numpy as np

from sayso.attribute.decode import Candidate, Decoder, Found, candidates_of, found_of, kept
from sayso.attribute.encoder import scores_of
from sayso.attribute.signs import NO_SIGNS
from sayso.attribute.tokens import Tokens, tokens_of
from sayso.attribute.windows import windows_of
from sayso.gather.headline import headline_span

TOLERANCE = 0.5
"""Points of F1 that say nothing on 40 articles."""
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


def fit(
    rows: list[dict[str, Any]], moves: dict[str, np.ndarray], scorer: ModuleType
) -> tuple[dict[str, Any], list[dict[str, float]]]:
    """Calibration, and the lowest threshold with about the best attribution F1 on *rows*; and the figures of every try.

    Around its best F1 is flat, and what is doubtful is shown as possible: better shown than lost.
    """
    read = []
    for row in rows:
        tokens = tokens_of(row["text"], headline_span(row["text"], row["title"]))
        windows = windows_of(len(tokens.ids))
        read.append((row, tokens, windows, list(scores_of(tokens, windows))))
    decoder = Decoder(**moves, calibration=np.append(NO_SIGNS, 0), threshold=0.0)
    made = [[c for c in candidates_of(t, w, s, decoder) if c.content] for _, t, w, s in read]
    right = [m for (row, t, *_), cs in zip(read, made, strict=True) for m in matches(row, cs, t, scorer)]
    calibration = logistic(np.array([c.signs for candidates in made for c in candidates]), np.array(right))
    tries = []
    for threshold in THRESHOLDS:
        decoder = dataclasses.replace(decoder, calibration=calibration, threshold=threshold)
        figures = scorer.score(
            (row["text"], row["attributions"], [as_row(found_of(c, p, t)) for p, c in kept(candidates, decoder)])
            for (row, t, *_), candidates in zip(read, made, strict=True)
        )
        tries.append({"threshold": threshold, "f1": figures["attribution"]["f1"], "ece": figures["ece"]})
    enough = max(one["f1"] for one in tries) - TOLERANCE
    threshold = min(one["threshold"] for one in tries if one["f1"] >= enough)
    return {"calibration": calibration, "threshold": threshold}, tries


def as_row(found: Found) -> dict[str, Any]:
    """The attribution in the scorer's form."""
    return {
        "source": [[s.start, s.end] for s in found.source],
        "cue": [[s.start, s.end] for s in found.cue],
        "content": [[s.start, s.end] for s in found.content],
        "score": found.score,
    }


def matches(row: dict[str, Any], candidates: list[Candidate], tokens: Tokens, scorer: ModuleType) -> list[bool]:
    """Whether each candidate matches a human attribution, source included, as the scorer says."""
    predicted = [as_row(found_of(c, 0.0, tokens)) for c in candidates]
    gold = [a for a in scorer.Document(row["text"], row["attributions"]).attributions if a["content"]]
    right = {j for _, j, sources in scorer.match(gold, scorer.Document(row["text"], predicted).attributions) if sources}
    return [j in right for j in range(len(candidates))]


def logistic(x: np.ndarray, y: np.ndarray, *, penalty: float = 1.0, rounds: int = 50) -> np.ndarray:
    """Weights of a logistic regression and, last, its constant, by Newton's method. Shape ``(features + 1,)``.

    The penalty is on the squared weights of features brought to unit variance.
    """
    mean, spread = x.mean(0), x.std(0) + 1e-6
    x = np.column_stack([(x - mean) / spread, np.ones(len(x))]).astype(np.float64)
    w = np.zeros(x.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty * np.eye(len(w))
        w -= np.linalg.solve(hessian, gradient)
    weights = w[:-1] / spread
    return np.append(weights, w[-1] - weights @ mean).astype(np.float32)
