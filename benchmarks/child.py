"""One command in a process of its own, on one core, and what it took."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")
# Linux counts ru_maxrss in KiB, macOS in bytes.
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
SAYSO = (sys.executable, "-m", "sayso")


@dataclasses.dataclass(frozen=True, slots=True)
class Run:
    """What a process took: seconds of CPU, bytes of memory at its peak; and its exit status.

    Seconds of the clock are left out: they measure what else the machine does, by a factor of seven in one try.
    """

    cpu: float
    peak: int
    status: int


def use_one_core() -> None:
    """Keep this process and its children on one core with one thread each, where the system can do so."""
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def run(command: Sequence[str], out: Path) -> Run:
    """Run *command*, its standard output into the file *out*, its standard error into *out* with ``.err`` behind.

    The peak is the process's own, unless this process is larger: Linux hands the peak on to children.
    """
    with out.open("wb") as stdout, errors_of(out).open("wb") as stderr:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss * _MAXRSS_UNIT, process.returncode)


def errors_of(out: Path) -> Path:
    """Where :func:`run` puts the standard error of a command."""
    return out.with_name(out.name + ".err")


def checked(command: Sequence[str], out: Path) -> Run:
    """As :func:`run`, of a command that has to succeed.

    Raises:
        RuntimeError: It did not.
    """
    result = run(command, out)
    if result.status:
        raise RuntimeError(f"{' '.join(command)} ended with {result.status}: {errors_of(out).read_text()[-2000:]}")
    return result
