"""The weights in the package."""

import pytest

from sayso.attribute import encoder
from sayso.errors import WeightsChanged


def test_weights_are_those_that_were_tested(monkeypatch):
    """A model file with another digest than the pinned one is not loaded, and the error says what to do."""
    monkeypatch.setitem(encoder.SHA256, "decoder.npz", "0" * 64)
    with pytest.raises(
        WeightsChanged, match=r"decoder\.npz: found sha256 .*; wanted 000000000000…; install sayso again"
    ):
        encoder.weights("decoder.npz")


def test_weights_stay_under_the_promised_size():
    """All shipped weights together stay under 60 MB."""
    assert sum(len(encoder.weights(name)) for name in encoder.SHA256) < 60_000_000
