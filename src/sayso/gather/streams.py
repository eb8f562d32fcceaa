"""Bytes in pieces, so that no file has to fit into memory and no gzip can fill it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sayso.errors import Refused

CHUNK = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS
# zlib reaches 1032:1. Text seldom passes 10:1, and rows that repeat each other 100:1.
_BOMB_RATIO = 200


def chunks_of(stream: BinaryIO) -> Iterator[bytes]:
    """What *stream* holds, in pieces of at most 64 KiB; none for an empty one."""
    while chunk := stream.read(CHUNK):
        yield chunk


def inflated(chunks: Iterable[bytes], where: str, room: int) -> Iterator[bytes]:
    """The content of a gzip file, of all its members, in pieces of at most 64 KiB.

    Args:
        chunks: The file.
        where: Its name, for the error.
        room: Bytes that it may unpack to, however small it is.

    Raises:
        Refused: Where the data stop being gzip, end before their member does, or grow like a bomb. What came before has
            been given by then.
    """
    member = zlib.decompressobj(_GZIP)
    packed = unpacked = 0
    for chunk in chunks:
        packed += len(chunk)
        rest = chunk
        while rest:
            if member.eof:
                rest = rest.lstrip(b"\0")  # gzip files on tapes and some servers are padded
                if not rest:
                    break
                member = zlib.decompressobj(_GZIP)
            piece = _inflate(member, rest, where)
            rest = member.unused_data if member.eof else member.unconsumed_tail
            unpacked += len(piece)
            if unpacked > max(room, _BOMB_RATIO * (packed - len(rest))):
                raise _bomb(where, packed - len(rest), unpacked)
            if piece:
                yield piece
    if packed and not member.eof:
        raise Refused(where, "a gzip file that is cut off", "a whole one", "copy or download it again")


def whole(chunks: Iterable[bytes], room: int) -> bytes | None:
    """All of *chunks* as one, ``None`` when that is more than *room* bytes; the rest is then left unread."""
    held = bytearray()
    for chunk in chunks:
        held += chunk
        if len(held) > room:
            return None
    return bytes(held)


def lines_of(chunks: Iterable[bytes], room: int) -> Iterator[bytes | None]:
    r"""Each line with its ``\n``, ``None`` for one of more than *room* bytes; none for no bytes.

    Carriage returns are part of their line.
    """
    held = bytearray()
    for chunk in chunks:
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            _hold(held, piece, room)
            yield None if len(held) > room else bytes(held) + b"\n"
            held.clear()
        _hold(held, rest, room)
    if held:
        yield None if len(held) > room else bytes(held)


def _hold(held: bytearray, piece: bytes, room: int) -> None:
    """Append *piece*, keeping one byte more than *room* at most: enough to know that it was too long."""
    held += piece[: room + 1 - len(held)]


def _inflate(member: zlib._Decompress, packed: bytes, where: str) -> bytes:
    try:
        return member.decompress(packed, CHUNK)
    except zlib.error:
        raise Refused(where, "data that are not gzip, or damaged", "a gzip file", "copy or download it again") from None


def _bomb(where: str, packed: int, unpacked: int) -> Refused:
    found = f"a gzip bomb ({packed:,} bytes that unpack to {unpacked:,} and more)"
    wanted = f"at most {_BOMB_RATIO} bytes from each packed one"
    return Refused(where, found, wanted, "if you trust it, unpack it first with gunzip")
