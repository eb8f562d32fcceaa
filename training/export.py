"""Turn a checkpoint into what the package ships: ``python -m training.export --checkpoint FILE --shared ../shared``.

Writes encoder.onnx, decoder.npz and the pinned digests. Calibration and threshold are fitted on the slice of train that
was held out (``training.data.HELD_OUT``), never on dev.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from evaluation.corpora import scorer
from sayso.attribute import encoder
from training.calibrate import fit
from training.data import held_out
from training.model import Attributor, forbid

INPUTS, OUTPUTS = ["ids", "features"], ["cues", "roles", "anchors", "members"]
LENIENCE = 0.5
"""Added to the score of beginning a cue: a doubtful cue becomes a candidate, and its calibrated score judges it."""
HEADS = {"cue", "roles", "anchor", "member"}
PACKAGE = Path(__file__).parents[1] / "src" / "sayso" / "attribute"


class Exported(torch.nn.Module):
    """The network without a mask: the product never pads."""

    def __init__(self, model: Attributor) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, features: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """See :meth:`training.model.Attributor.forward`."""
        return self.model(ids, features, None)


def export_encoder(model: Attributor, out: Path) -> None:
    """Write the network as ONNX, matrices and embeddings of the encoder in int8, the heads in float32.

    The heads are two per cent of the arithmetic.
    """
    example = torch.full((2, 16), 101)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            Exported(model).eval(), (example, torch.zeros_like(example)), str(plain), dynamo=False, opset_version=17,
            input_names=INPUTS, output_names=OUTPUTS,
            dynamic_axes={name: {0: "batch", 1: "tokens"} for name in (*INPUTS, *OUTPUTS)},
        )  # fmt: skip
        heads = [node.name for node in onnx.load(plain).graph.node if HEADS & set(node.name.split("/"))]
        quantize_dynamic(
            plain, out, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=heads,
            extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip


def main() -> None:
    """Export, fit, pin."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/polnear and score/")
    options = parser.parse_args()
    model = Attributor.stored(options.checkpoint)
    folder = PACKAGE / "model"
    export_encoder(model, folder / "encoder.onnx")
    moves = moves_of(model)
    pin("encoder.onnx")
    fitted, report = fit(held_out(options.shared), moves, scorer(options.shared, "attributions"))
    np.savez(folder / "decoder.npz", **moves, **fitted)
    pin("decoder.npz")
    print(json.dumps(report, indent=1))


def moves_of(model: Attributor) -> dict[str, np.ndarray]:
    """The learned numbers of the decoder, lenient towards cues."""
    cue_moves = forbid(model.cue_moves).detach().numpy().copy()
    cue_moves[:, 1] += LENIENCE
    link_moves = forbid(model.link_moves).detach().numpy()
    return {"cue_moves": cue_moves, "link_moves": link_moves, "distance": model.distance.detach().numpy()}


def pin(name: str) -> None:
    """Write the digest of a model file into the package."""
    encoder.SHA256[name] = hashlib.sha256((PACKAGE / "model" / name).read_bytes()).hexdigest()
    lines = "".join(f'    "{n}": "{d}",\n' for n, d in sorted(encoder.SHA256.items()))
    (PACKAGE / "pins.py").write_text(
        f'"""Digests of the model files, written by training/export.py."""\n\nSHA256 = {{\n{lines}}}\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
