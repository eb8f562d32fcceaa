"""The encoding of a page: what the server and the page declare, which is often wrong."""

from __future__ import annotations

import re

from resiliparse.parse.encoding import map_encoding_to_html5

from sayso.gather.text import Decoded, decode, is_utf8

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_META_WITHIN = 4096
_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_STRAY = re.compile(r"[\udc80-\udcff]+")
_CUT = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]+")


def decode_page(payload: bytes, where: str, charset: str | None = None) -> Decoded:
    """The text of a page, and how its bytes were read.

    In this order, as in browsers but for what is plainly one thing or the other: the byte-order mark; UTF-16 that has
    none; UTF-8; UTF-8 into which bytes of Windows-1252 were pasted; what the server said; what the page says; what
    :func:`sayso.gather.text.decode` finds.

    Args:
        payload: The page.
        where: Its name, for the error.
        charset: The encoding in the server's ``Content-Type``.

    Raises:
        Refused: For data that are not text, or in no encoding that could be told.
    """
    declared = next((known for each in (charset, _in_meta(payload)) if (known := _known(each))), None)
    if found := _utf_16(payload):
        return found
    if declared in (None, "utf-8") and (found := _mixed(payload)):
        return found
    return decode(payload, where, declared=declared)


def _in_meta(payload: bytes) -> str | None:
    found = _META.search(payload[:_META_WITHIN])
    return found[1].decode() if found else None


def _known(name: str | None) -> str | None:
    """The name by which browsers know the encoding that *name* is a label of, ``None`` for no label of any."""
    return map_encoding_to_html5(name, fallback_utf8=False) if name else None


def _utf_16(payload: bytes) -> Decoded | None:
    """UTF-16 without a mark, told by its first tag."""
    name = next((name for begins, name in _UNMARKED if payload.startswith(begins)), None)
    if name is None:
        return None
    try:
        return Decoded(payload[: len(payload) & ~1].decode(name), f"{name}, detected")
    except UnicodeDecodeError:
        return None


def _mixed(payload: bytes) -> Decoded | None:
    """UTF-8 with single bytes of Windows-1252 in it, fewer than there are whole characters outside ASCII."""
    if is_utf8(payload):
        return None
    text = payload.decode("utf-8", "surrogateescape")
    strays = sum(len(run) for run in _STRAY.findall(text))
    if strays > sum(not character.isascii() for character in text) - strays:
        return None
    return Decoded(_STRAY.sub(_mended, text), f"utf-8 with {strays} bytes of windows-1252")


def _mended(run: re.Match[str]) -> str:
    """The characters that a run of bytes stands for in Windows-1252; U+FFFD for one of UTF-8 that was cut off."""
    if _CUT.fullmatch(run[0]):
        return "\ufffd"
    return bytes(ord(stray) & 0xFF for stray in run[0]).decode("cp1252", "replace")
