"""What can go wrong, by what a caller does about it.

    SaysoError
    ├── Refused          one input cannot be read: report it, go on with the others
    ├── WeightsChanged   the model file is not the one that this version was tested with: install again
    └── WorkerDied       a process of ``--jobs`` was killed: run again with fewer

A wrong argument is a plain ``ValueError``. Every message says what was found, what was wanted and what to do.
Arguments go to ``super().__init__`` by position, so that errors survive the way home from a worker process.
"""


class SaysoError(Exception):
    """Base of all errors that Sayso raises on purpose."""


class Refused(SaysoError):
    """One input cannot be read.

    Args:
        where: The input's name: a path, and a line where the input has lines (``news.jsonl, line 3``).
        found: What was found there.
        wanted: What would have been read.
        remedy: What the user can do.
    """

    def __init__(self, where: str, found: str, wanted: str, remedy: str) -> None:
        super().__init__(where, found, wanted, remedy)

    def __str__(self) -> str:
        where, found, wanted, remedy = self.args
        return f"{where}: found {found}; wanted {wanted}; {remedy}"


class WeightsChanged(SaysoError):
    """A file of the model does not have the digest that this version pins."""

    def __init__(self, path: str, found: str, wanted: str) -> None:
        super().__init__(path, found, wanted)

    def __str__(self) -> str:
        path, found, wanted = self.args
        return f"{path}: found sha256 {found[:12]}…; wanted {wanted[:12]}…; install sayso again"


class WorkerDied(SaysoError):
    """A process that read articles was killed from outside."""

    def __init__(self, jobs: int) -> None:
        super().__init__(jobs)

    def __str__(self) -> str:
        (jobs,) = self.args
        return (
            f"found that one of {jobs} reading processes was killed, most likely for want of memory; "
            "run again with fewer --jobs"
        )
