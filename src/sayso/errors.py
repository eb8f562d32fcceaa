"""What can go wrong, by what a caller does about it.

    SaysoError
    ├── Refused          one input cannot be read: report it, go on with the others
    │   └── PassedOver   a part of an archive is no article: count it by its reason
    ├── WeightsChanged   the model file is not the one that this version was tested with: install again
    ├── WorkerDied       a process of ``--jobs`` was killed: run again with fewer
    ├── NotALedger       the file is missing, something else, or of a later version: name another, or make one
    ├── LedgerExists     there is a file where a ledger should be made: add to it, or name another
    ├── LedgerBusy       somebody else is writing the ledger: wait, and do it again
    ├── LedgerUnwritable the disk is full or may not be written: mend that, and do it again
    ├── LedgerDamaged    the file is broken: take the backup
    ├── NotInLedger      the ledger has nothing of that name: look it up
    ├── Offline          a connection was asked for and ruled out: leave --offline out, or what needs the network
    ├── ExtraMissing     a package is wanted that the base does not bring: install it
    ├── Undecidable      a decision does not fit what it is about: say it otherwise
    ├── Unexportable     what should leave a ledger cannot be written there, or so: ask for it otherwise
    ├── Unproven         a proof, an opening or a checkpoint does not hold: rely on nothing that it was to show
    └── KeyUnusable      a key for signing or checking cannot be used: give another

A wrong argument is a plain ``ValueError``. Every message says what was found, what was wanted and what to do.
Arguments go to ``super().__init__`` by position, so that errors survive the way home from a worker process.
"""


class SaysoError(Exception):
    """Base of all errors that Sayso raises on purpose."""


class _Mismatch(SaysoError):
    """What the five errors share that have a name, what was found, what was wanted and a remedy of their own."""

    def __init__(self, where: str, found: str, wanted: str, remedy: str) -> None:
        super().__init__(where, found, wanted, remedy)

    def __str__(self) -> str:
        where, found, wanted, remedy = self.args
        return f"{where}: found {found}; wanted {wanted}; {remedy}"


class Refused(_Mismatch):
    """One input cannot be read.

    Args:
        where: The input's name: a path, and a line where the input has lines (``news.jsonl, line 3``).
        found: What was found there.
        wanted: What would have been read.
        remedy: What the user can do.
    """


class PassedOver(Refused):
    """A part of an archive that is no article, and that nobody named: counted by its reason, not reported one by one.

    Args:
        where: Its name: the archive and the record.
        reason: Why, in a few words that many records share (``status 404``).
    """

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(where, reason, "an article", "nothing is to be done")
        self.args = (where, reason)  # worker processes make the error again from these

    @property
    def reason(self) -> str:
        """Why it was passed over."""
        return str(self.args[1])

    def __str__(self) -> str:
        where, reason = self.args
        return f"{where}: passed over ({reason})"


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


class NotALedger(SaysoError):
    """A file that should be a ledger is none."""

    def __init__(self, path: str, found: str) -> None:
        super().__init__(path, found)

    def __str__(self) -> str:
        path, found = self.args
        return f"{path}: found {found}; wanted a ledger; name one, or make one with `sayso new`"


class LedgerExists(SaysoError):
    """There is a file where a ledger should be made."""

    def __init__(self, path: str) -> None:
        super().__init__(path)

    def __str__(self) -> str:
        (path,) = self.args
        return f"{path}: found a file of that name; wanted none; name another, or add to this one with `sayso add`"


class LedgerBusy(SaysoError):
    """Another process is writing the ledger."""

    def __init__(self, path: str, holder: str) -> None:
        super().__init__(path, holder)

    def __str__(self) -> str:
        path, holder = self.args
        return f"{path}: found that {holder} is writing it; wanted to write; wait until that is done, then do it again"


class LedgerUnwritable(SaysoError):
    """The ledger cannot be written; what it held before still stands."""

    def __init__(self, path: str, found: str) -> None:
        super().__init__(path, found)

    def __str__(self) -> str:
        path, found = self.args
        return f"{path}: found {found}; wanted to write; mend that and do it again, nothing is lost that was stored"


class LedgerDamaged(SaysoError):
    """The file is broken."""

    def __init__(self, path: str, found: str) -> None:
        super().__init__(path, found)

    def __str__(self) -> str:
        path, found = self.args
        return f"{path}: found damage ({found}); wanted a whole ledger; take the last backup, or try `sayso doctor`"


class NotInLedger(SaysoError):
    """The ledger has no article, attribution or decision of that name."""

    def __init__(self, path: str, name: str, wanted: str) -> None:
        super().__init__(path, name, wanted)

    def __str__(self) -> str:
        path, name, wanted = self.args
        return f"{path}: found nothing named {name}; wanted {wanted}; look it up with `sayso list` or `sayso search`"


class Undecidable(_Mismatch):
    """A decision that does not fit what it is about."""


class Offline(SaysoError):
    """A connection was asked for while the network is ruled out."""

    def __init__(self, what: str) -> None:
        super().__init__(what)

    def __str__(self) -> str:
        (what,) = self.args
        return (
            f"found that the network is asked for ({what}); wanted none, as --offline or SAYSO_OFFLINE says; "
            "leave that out to let it"
        )


class Unexportable(_Mismatch):
    """What should leave a ledger cannot be written where, or as, it was asked for; nothing was."""


class ExtraMissing(SaysoError):
    """Something was asked for that needs a package which the base installation does not bring."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(package, extra)

    def __str__(self) -> str:
        package, extra = self.args
        return f"found no package {package}; wanted it; install it with `pip install 'sayso[{extra}]'`"


class Unproven(_Mismatch):
    """A proof, an opening, a signature or a checkpoint does not hold, or is none.

    Args:
        what: What does not hold (``the inclusion proof``).
        found: What it says, or what it is.
        wanted: What would have held.
        remedy: What the user can do.
    """


class KeyUnusable(_Mismatch):
    """A key cannot be used for signing or checking.

    Args:
        where: The key's file, or what was given in its place.
        found: What was found there; never the key.
        wanted: What would have been a key.
        remedy: What the user can do.
    """
