"""Scores of tokens for cues."""

import numpy as np
import pytest

from sayso.attribute.links import DISTANCES, TAGS, WIDTH, distance_buckets, link_scores


def test_distance_has_a_sign_and_grows_coarser():
    """Nine on the cue, less before it and more after it, in steps that double."""
    assert distance_buckets(np.array([[2, 3]]), 9).tolist() == [[7, 8, 9, 9, 10, 11, 11, 12, 12]]


def test_scores_are_those_of_the_trained_network():
    """NumPy and torch add up the same link scores."""
    torch = pytest.importorskip("torch", reason="torch is for training only")
    model = pytest.importorskip("training.model", reason="the folder training/ is not on the path").Attributor()
    rng = np.random.default_rng(7)
    roles = rng.normal(size=(12, TAGS)).astype(np.float32)
    anchors, members = (rng.normal(size=(12, TAGS * WIDTH)).astype(np.float32) for _ in range(2))
    distance = rng.normal(size=(DISTANCES, TAGS)).astype(np.float32)
    cues = np.array([[2, 3], [8, 8]])
    with torch.no_grad():
        model.distance.copy_(torch.from_numpy(distance))
        arrays = [torch.from_numpy(a[None]) for a in (roles, anchors, members)]
        expected = model.links(*arrays, torch.zeros(2, dtype=torch.long), torch.from_numpy(cues)).numpy()
    assert link_scores(roles, anchors, members, cues, distance) == pytest.approx(expected, abs=1e-3)
