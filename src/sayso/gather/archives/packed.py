"""The bytes of a WARC file, whatever it is packed with, and where to go on when some of them are damaged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from sayso.errors import Refused
from sayso.gather.unpacking import DAMAGED, Member, Zlib, Zstd

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_SKIPPABLE = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18")
_DICTIONARY = b"\x5d\x2a\x4d\x18"
_MOST_DICTIONARY = 1 << 24
_MOST_USED = 1 << 22
RECORD = b"WARC/"


class Plain:
    """A file that is not packed."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self.packed = 0
        """Bytes of the file that were used so far."""
        self.member = 0
        """The number of the packed member that the last piece came from."""

    def read(self) -> bytes:
        """The next piece; none at the end."""
        piece = next(self._chunks, b"")
        self.packed += len(piece)
        return piece

    def abandon(self) -> bool:
        """Whether there is another member to go on with: never."""
        return False


class Packed:
    """A file of members one behind the other: one for each record, as it should be, or one for all."""

    def __init__(self, chunks: Iterator[bytes], where: str, begin: Callable[[], Member], magic: bytes) -> None:
        self._chunks = chunks
        self._where = where
        self._begin = begin
        self._magic = magic
        self._raw = b""
        self._used = bytearray()  # what the member took: where it was cut off it swallows those behind it
        self._current: Member | None = None
        self.packed = 0
        self.member = 0

    def read(self) -> bytes:
        """The next piece, of about 64 KiB at most; none at the end.

        Raises:
            Refused: The bytes are damaged, or end before their member does. :meth:`abandon` goes on behind that.
        """
        while True:
            if self._current is None and not self._open():
                return b""
            piece = self._step()
            if piece:
                return piece
            if self._current is not None and not self._raw and not self._more():
                self._current = None
                raise Refused(self._where, "a file that is cut off", "a whole one", "copy or download it again")

    def abandon(self) -> bool:
        """Leave the member, and go on with the next one in which a record begins; whether there is any."""
        self._current = None
        self._raw, self._used = bytes(self._used) + self._raw, bytearray()
        if self._raw.startswith(self._magic):
            self._raw = self._raw[1:]
        while True:
            at = self._raw.find(self._magic)
            if at >= 0:
                self._raw = self._raw[at:]
                if self._holds_record():
                    self._current, self.member = self._begin(), self.member + 1
                    return True
                self._raw = self._raw[1:]
            else:
                self._raw = self._raw[-len(self._magic) + 1 :]
                if not self._more():
                    self._raw = b""
                    return False

    def _step(self) -> bytes:
        assert self._current is not None  # noqa: S101 - read() has opened one
        try:
            piece, left = self._current.step(self._raw)
        except DAMAGED:
            self._current = None
            raise Refused(self._where, "packed data that are damaged", "a whole file", "copy it again") from None
        used = len(self._raw) - len(left)
        self.packed += used
        self._used += self._raw[:used]
        self._raw = left
        if self._current.eof:
            self._current = None
            self._used.clear()
        else:
            del self._used[:-_MOST_USED]
        return piece

    def _open(self) -> bool:
        """Begin the next member; whether there is one."""
        while len(self._raw) < len(self._magic) + 4 and self._more():
            pass
        self._raw = self._raw.lstrip(b"\0") if self._magic == _GZIP else self._raw
        while self._magic == _ZSTD and _SKIPPABLE.match(self._raw):
            self._take(int.from_bytes(self._raw[4:8], "little") + 8)
        if not self._raw:
            return False
        self._current, self.member = self._begin(), self.member + 1
        return True

    def _take(self, size: int) -> None:
        while len(self._raw) < size:
            size -= len(self._raw)
            self._raw = b""
            if not self._more():
                return
        self._raw = self._raw[size:]
        while len(self._raw) < len(self._magic) + 4 and self._more():
            pass

    def _holds_record(self) -> bool:
        """Whether what can be unpacked at once begins a record; chance puts the mark of a member anywhere."""
        while len(self._raw) < 1024 and self._more():
            pass
        try:
            piece, _ = self._begin().step(self._raw[:4096])
        except DAMAGED:
            return False
        return piece.lstrip(b"\r\n").startswith(RECORD)

    def _more(self) -> bool:
        chunk = next(self._chunks, b"")
        self._raw += chunk
        return bool(chunk)


def unpacked(chunks: Iterator[bytes], head: bytes, where: str) -> Plain | Packed:
    """The content of a file of which *head* are the first bytes, and *chunks* all of it."""
    if head.startswith(_GZIP):
        return Packed(chunks, where, Zlib, _GZIP)
    if head.startswith(_ZSTD) or _SKIPPABLE.match(head):
        dictionary = _dictionary(head, where)
        return Packed(chunks, where, lambda: Zstd(dictionary), _ZSTD)
    return Plain(chunks)


def _dictionary(head: bytes, where: str) -> bytes | None:
    """The dictionary that a .warc.zst may bring in its first frame, packed itself or not."""
    if not head.startswith(_DICTIONARY):
        return None
    size = int.from_bytes(head[4:8], "little")
    if size > len(head) - 8:
        raise Refused(where, f"a zstd dictionary of {size:,} bytes", f"at most {len(head) - 8:,}", "unpack it first")
    content = head[8 : size + 8]
    if not content.startswith(_ZSTD):
        return content
    held, member = bytearray(), Zstd()
    try:
        while not member.eof and len(held) <= _MOST_DICTIONARY:
            piece, content = member.step(content)
            if not piece and not content:
                break
            held += piece
    except DAMAGED:
        raise Refused(where, "a zstd dictionary that is damaged", "a whole one", "copy the file again") from None
    return bytes(held)
