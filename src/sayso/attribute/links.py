"""From the encoder's projections to tag scores of every token for every cue.

The sums of ``training/model.py`` in NumPy: a biaffine score (Dozat and Manning 2017), each token's own role score and
a bias by distance. A test holds the two to each other.
"""

from __future__ import annotations

import numpy as np

from sayso.attribute.arrays import Floats, Ints

TAGS = 5
OUTSIDE, BEGIN_SOURCE, SOURCE, BEGIN_CONTENT, CONTENT = range(TAGS)
"""Tags of a token for a cue: in neither part, begins a source, goes on with it, begins a content, goes on with it."""
WIDTH = 64
DISTANCES = 19
FORBIDDEN = np.float32(-1e4)


def distance_buckets(cues: Ints, tokens: int) -> Ints:
    """A bucket in ``[0, 19)`` for the signed distance of every token from every cue, wider farther out.

    Args:
        cues: First and last token (inclusive) of each cue. Shape ``(cues, 2)``.
        tokens: Length of the window.

    Returns:
        9 on the cue, lower before it, higher after it. Shape ``(cues, tokens)``.
    """
    at = np.arange(tokens)
    before = np.maximum(cues[:, :1] - at, 0)
    after = np.maximum(at - cues[:, 1:], 0)
    steps = np.minimum(np.ceil(np.log2(1 + before + after)), 9).astype(np.int64)
    buckets: Ints = 9 + np.where(before > 0, -steps, steps)
    return buckets


def link_scores(roles: Floats, anchors: Floats, members: Floats, cues: Ints, distance: Floats) -> Floats:
    """Score of every tag at every token of one window, for every cue.

    Args:
        roles: Shape ``(tokens, TAGS)``.
        anchors: Shape ``(tokens, TAGS * WIDTH)``.
        members: Shape ``(tokens, TAGS * WIDTH)``.
        cues: First and last token (inclusive) of each cue. Shape ``(cues, 2)``.
        distance: Shape ``(DISTANCES, TAGS)``.

    Returns:
        Shape ``(cues, tokens, TAGS)``; a cue's own tokens can only be outside.
    """
    tokens = len(roles)
    queries = np.stack([anchors[a : b + 1].mean(0) for a, b in cues.tolist()]).reshape(-1, TAGS, WIDTH)
    keys = members.reshape(tokens, TAGS, WIDTH)
    scores: Floats = np.einsum("cgw,tgw->ctg", queries, keys, optimize=True) * np.float32(WIDTH**-0.5) + roles
    scores += distance[distance_buckets(cues, tokens)]
    at = np.arange(tokens)
    inside = (at >= cues[:, :1]) & (at <= cues[:, 1:])
    scores[inside, 1:] = FORBIDDEN
    return scores
