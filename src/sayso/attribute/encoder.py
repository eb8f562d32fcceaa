"""The network, run by onnxruntime on one core, from weights that lie in the package."""

from __future__ import annotations

import functools
import hashlib
import io
from collections.abc import Iterator
from importlib.resources import files

import numpy as np
import onnxruntime

from sayso.attribute.arrays import Ints
from sayso.attribute.decode import Decoder, Scores
from sayso.attribute.pins import SHA256
from sayso.attribute.tokens import Tokens
from sayso.errors import WeightsChanged

BEGIN, END = 101, 102


def weights(name: str) -> bytes:
    """A file of the model, once its digest is found to be the pinned one.

    Raises:
        WeightsChanged: The file is not the one that this version was tested with.
    """
    path = files("sayso.attribute") / "model" / name
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if digest != SHA256[name]:
        raise WeightsChanged(str(path), digest, SHA256[name])
    return content


@functools.cache
def decoder() -> Decoder:
    """The learned numbers of the decoder."""
    with np.load(io.BytesIO(weights("decoder.npz")), allow_pickle=False) as stored:
        return Decoder(
            stored["cue_moves"], stored["link_moves"], stored["distance"],
            stored["calibration"], float(stored["threshold"]),
        )  # fmt: skip


@functools.cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    # One thread: speed comes from --jobs, and the sum of a dot product must not depend on how many cores there are.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # The arena keeps the largest batch's memory for good, and articles differ in length.
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(weights("encoder.onnx"), options, providers=["CPUExecutionProvider"])


def scores_of(tokens: Tokens, windows: list[slice]) -> Iterator[Scores]:
    """What the network says of each window, in order.

    One window a run: a batch gains nothing on one core, and since int8 activations are scaled by the largest in the
    run, a window's result would depend on its neighbours.

    Args:
        tokens: The article's word pieces.
        windows: As :func:`sayso.attribute.windows.windows_of` gives them.
    """
    for window in windows:
        inputs = {"ids": _framed(tokens.ids[window], BEGIN, END), "features": _framed(tokens.features[window], 0, 0)}
        yield Scores(*(output[0] for output in _session().run(None, inputs)))


def _framed(values: Ints, begin: int, end: int) -> Ints:
    """A batch of one row, *begin* before and *end* behind the values. Shape ``(1, tokens + 2)``."""
    return np.concatenate([[begin], values, [end]])[None]
