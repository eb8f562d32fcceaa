"""Viterbi and forward-backward against counting every path."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribute.crf import best_tags, marginals


def paths(scores, moves):
    """Total score of every tag sequence of one short text."""
    tokens, tags = scores.shape
    return {
        path: sum(scores[t, tag] for t, tag in enumerate(path)) + sum(moves[a, b] for a, b in itertools.pairwise(path))
        for path in itertools.product(range(tags), repeat=tokens)
    }


@given(st.integers(0, 10_000))
def test_same_as_counting_every_path(seed):
    """The best path and the probability of each tag are those of all paths weighed by their exponent."""
    rng = np.random.default_rng(seed)
    scores, moves = rng.normal(size=(1, 4, 3)).astype(np.float32), rng.normal(size=(3, 3)).astype(np.float32)
    every = paths(scores[0], moves)
    total = sum(np.exp(list(every.values())))
    expected = np.zeros((4, 3))
    for path, score in every.items():
        expected[range(4), path] += np.exp(score) / total
    assert best_tags(scores, moves)[0].tolist() == list(max(every, key=every.get))
    assert marginals(scores, moves)[0] == pytest.approx(expected, abs=1e-4)


def test_forbidden_moves_are_never_made():
    """A tag that only a forbidden move reaches is not chosen, however high its score, and has no probability."""
    scores = np.array([[[0, 0, 0], [0, 0, 9]]], dtype=np.float32)
    moves = np.array([[0, 0, -1e4], [0, 0, -1e4], [0, 0, 0]], dtype=np.float32)
    scores[0, 0, 2] = -1e4
    assert best_tags(scores, moves)[0, 1] != 2
    assert marginals(scores, moves)[0, 1, 2] == pytest.approx(0, abs=1e-6)
