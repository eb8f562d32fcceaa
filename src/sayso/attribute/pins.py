"""Digests of the model files, written by training/export.py."""

SHA256 = {
    "decoder.npz": "a47e790ff6a11f36be25778c2c2d370abd349c6c3683ae340912bf7068cf084d",
    "encoder.onnx": "616d33a43224b911ad589f028c531c053577495984550ff4e9bc56fa2f5b9667",
}
