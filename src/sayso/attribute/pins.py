"""Digests of the model files, written by training/export.py."""

SHA256 = {
    "decoder.npz": "f3777d1d337242e60bd65d113f6e26dddde3211d52fca5310bc6c8acd1fda3fe",
    "encoder.onnx": "616d33a43224b911ad589f028c531c053577495984550ff4e9bc56fa2f5b9667",
}
