"""Digests of the model files, written by training/export.py."""

SHA256 = {
    "decoder.npz": "9750f0e8e107e8662f67daaea4760981288788d53c35b788b5954a4b299d702f",
    "encoder.onnx": "9e50cb86e39be0b95cf9bc1925b30f957f9b0705013c6dd51128c382d8276170",
}
