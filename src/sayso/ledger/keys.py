"""The ledger's signing key: it lies outside the ledger, which is given away, and readable for its owner alone."""

from __future__ import annotations

import os
from pathlib import Path

from sayso.errors import KeyUnusable
from sayso.ledger.checkpoint import SignerKey, new_signer, signer_of_pem, signer_pem
from sayso.printable import printable


def load_or_make(path: Path, origin: str) -> SignerKey:
    """The key in the file, made there for the log *origin* where there is no file yet.

    Raises:
        KeyUnusable: The file holds something else, or cannot be read or made.
    """
    where = printable(str(path))
    try:
        if path.exists():
            return signer_of_pem(path.read_bytes(), origin, where)
        return _made(path, origin)
    except OSError as error:
        found = f"that it cannot be opened ({error.strerror or type(error).__name__})"
        raise KeyUnusable(where, found, "a file for the ledger's key", "name another with --key") from error


def _made(path: Path, origin: str) -> SignerKey:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    signer = new_signer(origin)
    # Made unreadable for others from the beginning, and never written over.
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(signer_pem(signer))
    return signer
