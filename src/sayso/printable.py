"""Untrusted words in messages and on terminals."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    r"""*text* on one line, with every character that draws nothing of its own shown as an escape.

    Controls could steer the terminal, line breaks split a message in two, bidi controls turn it round, and zero-width
    characters make two names look like one. Spaces and letters of every script stay as they are.

    Example:
        >>> print(printable("news\x1b[2J\u202etxt.exe"))
        news\x1b[2J\u202etxt.exe
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or unicodedata.category(c) == "Zs" else _escape(c) for c in text)


def _escape(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
