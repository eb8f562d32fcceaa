"""Reading a linear-chain conditional random field (Lafferty et al. 2001): the best tags, and how sure each one is."""

from __future__ import annotations

import numpy as np

from sayso.attribute.arrays import Floats, Ints


def best_tags(scores: Floats, moves: Floats) -> Ints:
    """The tag sequence with the highest total score (Viterbi 1967).

    Args:
        scores: Shape ``(sequences, tokens, tags)``.
        moves: Score of going from one tag (row) to the next (column). Shape ``(tags, tags)``.

    Returns:
        Shape ``(sequences, tokens)``.
    """
    sequences, tokens, _ = scores.shape
    best = scores[:, 0]
    origin = np.zeros(scores.shape, dtype=np.int8)
    for t in range(1, tokens):
        paths = best[:, :, None] + moves
        origin[:, t] = paths.argmax(1)
        best = paths.max(1) + scores[:, t]
    tags = np.zeros((sequences, tokens), dtype=np.int64)
    if tokens:
        tags[:, -1] = best.argmax(1)
    rows = np.arange(sequences)
    for t in range(tokens - 1, 0, -1):
        tags[:, t - 1] = origin[rows, t, tags[:, t]]
    return tags


def marginals(scores: Floats, moves: Floats) -> Floats:
    """Probability of every tag at every token (forward-backward; Rabiner 1989), scaled to one at each step.

    Args:
        scores: Shape ``(sequences, tokens, tags)``.
        moves: Shape ``(tags, tags)``.

    Returns:
        Shape ``(sequences, tokens, tags)``, the last axis sums to one.
    """
    weights = np.exp(scores - scores.max(-1, keepdims=True)).astype(np.float64)
    steps = np.exp(moves).astype(np.float64)
    forward, backward = np.empty_like(weights), np.empty_like(weights)
    forward[:, 0] = weights[:, 0]
    for t in range(1, weights.shape[1]):
        row = (forward[:, t - 1] @ steps) * weights[:, t]
        forward[:, t] = row / row.sum(1, keepdims=True)
    backward[:, -1] = 1.0
    for t in range(weights.shape[1] - 2, -1, -1):
        row = (weights[:, t + 1] * backward[:, t + 1]) @ steps.T
        backward[:, t] = row / row.sum(1, keepdims=True)
    both = forward * backward
    chances: Floats = (both / both.sum(-1, keepdims=True)).astype(np.float32)
    return chances
