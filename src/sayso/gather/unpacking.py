"""gzip, deflate, brotli and zstd, unpacked piece by piece, so that no bomb can fill the memory."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from typing import Protocol

import brotli

from sayso.errors import Refused
from sayso.gather.caps import Caps

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PIECE = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS
# What a stream may ask for as its memory: 128 MiB, the most that zstd itself takes without being told to.
_WINDOW_LOG = 27
DAMAGED = (zlib.error, brotli.error, zstd.ZstdError, EOFError)
"""What unpacking raises where the bytes are not what they should be."""


class Member(Protocol):
    """One packed stream, unpacked in steps."""

    @property
    def eof(self) -> bool:
        """Whether its end was reached."""

    def step(self, packed: bytes) -> tuple[bytes, bytes]:
        """About 64 KiB of content at most, and what is left of *packed*, which the next step wants.

        No content and nothing left means that more is wanted; after the end what is left belongs to something else.
        """


class Zlib:
    """A gzip member, or a deflate stream with its zlib header or without."""

    def __init__(self, window: int = _GZIP) -> None:
        self._stream = zlib.decompressobj(window)

    @property
    def eof(self) -> bool:
        """Whether its end was reached."""
        return self._stream.eof

    def step(self, packed: bytes) -> tuple[bytes, bytes]:
        """See :class:`Member`."""
        piece = self._stream.decompress(packed, PIECE)
        return piece, self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail


class Zstd:
    """A zstd frame; *dictionary* is the one that a .warc.zst brings for all its frames."""

    def __init__(self, dictionary: bytes | None = None) -> None:
        options = {int(zstd.DecompressionParameter.window_log_max): _WINDOW_LOG}
        known = zstd.ZstdDict(dictionary) if dictionary else None
        self._stream = zstd.ZstdDecompressor(zstd_dict=known, options=options)

    @property
    def eof(self) -> bool:
        """Whether its end was reached."""
        return self._stream.eof

    def step(self, packed: bytes) -> tuple[bytes, bytes]:
        """See :class:`Member`."""
        takes = self._stream.needs_input
        piece = self._stream.decompress(packed if takes else b"", PIECE)
        if self._stream.eof:
            return piece, self._stream.unused_data + (b"" if takes else packed)
        return piece, b"" if takes else packed


class Brotli:
    """A brotli stream, which has no mark of its own at its beginning."""

    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    @property
    def eof(self) -> bool:
        """Whether its end was reached."""
        return bool(self._stream.is_finished())

    def step(self, packed: bytes) -> tuple[bytes, bytes]:
        """See :class:`Member`."""
        takes = self._stream.can_accept_more_data()
        piece = self._stream.process(packed if takes else b"", output_buffer_limit=PIECE)
        return piece, b"" if takes else packed


_CODINGS: dict[str, Callable[[bytes], Member]] = {
    "gzip": lambda _: Zlib(),
    "x-gzip": lambda _: Zlib(),
    "deflate": lambda body: Zlib(zlib.MAX_WBITS if _has_zlib_header(body) else -zlib.MAX_WBITS),
    "br": lambda _: Brotli(),
    "zstd": lambda _: Zstd(),
}
_NONE = {"", "identity", "none", "utf-8"}  # the last two stand there by mistake, and browsers pass over them


def decoded(body: bytes, codings: str, where: str, caps: Caps) -> tuple[bytes, bool]:
    """*body* without its content codings, and whether it was whole.

    A body that is cut off gives what came. One that names a coding and is not in it is given as it is, since crawlers
    unpack bodies and leave the header.

    Args:
        body: What came over the wire.
        codings: The header ``Content-Encoding``, several with commas; empty for none.
        where: The body's name, for the error.
        caps: Bounds on size, ratio and number of codings.

    Raises:
        Refused: For an unknown coding, too many, damaged data, and a body that grows past the caps.

    Example:
        >>> decoded(zlib.compress(b"The bridge is closed."), "deflate", "the page", Caps())
        (b'The bridge is closed.', True)
    """
    named = [name for name in (each.strip().lower() for each in codings.split(",")) if name not in _NONE]
    if len(named) > caps.layers:
        found = f"{len(named)} content codings around one another"
        raise Refused(where, found, f"at most {caps.layers}", "save the page from a browser")
    whole = True
    for name in reversed(named):
        if name not in _CODINGS:
            raise Refused(
                where, f"the content coding {ascii(name)[:40]}", "gzip, deflate, br or zstd", "fetch it again"
            )
        body, complete = _unpacked(body, name, where, caps)
        whole &= complete
    return body, whole


def _unpacked(body: bytes, name: str, where: str, caps: Caps) -> tuple[bytes, bool]:
    held, rest, member = bytearray(), body, _CODINGS[name](body)
    try:
        while True:
            piece, rest = member.step(rest)
            held += piece
            if len(held) > caps.page:
                raise bomb(where, name, len(body), len(held), caps)
            if member.eof and rest.startswith(b"\x1f\x8b"):
                member = Zlib()  # several members are one body
            elif member.eof or not (piece or rest):
                return bytes(held), member.eof
    except DAMAGED:
        if not held and not body.startswith((b"\x1f\x8b", b"\x28\xb5\x2f\xfd")):
            return body, True
        raise Refused(where, f"a body whose {name} is damaged", "a whole one", "fetch it again") from None


def bomb(where: str, name: str, packed: int, unpacked: int, caps: Caps) -> Refused:
    """What to answer to packed data that grow past what is held."""
    if unpacked <= caps.ratio * packed:
        return too_large(where, caps)
    found = f"a {name} bomb ({packed:,} bytes that unpack to {unpacked:,} and more)"
    return Refused(where, found, f"at most {caps.page:,} bytes", "if you trust it, raise --cap page=BYTES")


def too_large(where: str, caps: Caps) -> Refused:
    """What to answer to one page of more bytes than are held."""
    found = f"a page of more than {caps.page:,} bytes"
    return Refused(where, found, "a smaller one", "raise --cap page=BYTES to read it")


def _has_zlib_header(body: bytes) -> bool:
    """Whether it begins as RFC 1950 says; servers often send the bare stream of RFC 1951."""
    return len(body) > 1 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0
