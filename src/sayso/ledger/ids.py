"""Names for things in a ledger that say nothing about them, and so give nothing away once they are forgotten."""

from __future__ import annotations

import hashlib
import secrets


def new_uid() -> str:
    """Sixteen random hex digits. A name made from content would let anybody guess what was forgotten."""
    return secrets.token_hex(8)


def text_digest(words: str) -> str:
    """SHA-256 of a text in UTF-8, 64 hex digits: two extractors that find the same words give the same text."""
    return hashlib.sha256(words.encode()).hexdigest()
