"""WARC records one after the other, byte for byte, as ISO 28500 lays them out.

Ours and not fastwarc's, because an original is the record's own bytes, and because what is broken in one record must
not cost the next: see docs/design.md.
"""

from __future__ import annotations

import collections
import dataclasses
import re
from collections.abc import Iterator, Mapping

from sayso.errors import Refused
from sayso.gather.archives.packed import RECORD, Packed, Plain
from sayso.gather.caps import Caps
from sayso.gather.unpacking import PIECE, bomb

_HEADER_ROOM = PIECE
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_NEXT = re.compile(rb"(?<=\n)WARC/[01]\.\d+\r?\n")
_VERSION = re.compile(rb"WARC/[01]\.\d+\s*")
_LONGEST_VERSION = 12
_CUT = "the whole record"
_COPY = "copy or download the file again"


@dataclasses.dataclass(frozen=True, slots=True)
class Head:
    """A record's header.

    Args:
        number: Which record of the file it is, from one.
        fields: Its fields, names in small letters; of several of one name the first.
        raw: Its bytes, with the blank line at the end.
        length: Bytes of the block that follows.
    """

    number: int
    fields: Mapping[str, str]
    raw: bytes
    length: int


class Records:
    """The records of one file. Each block can be looked into, taken, or left; leaving it costs no memory.

    Args:
        source: The file's content.
        where: Its name in messages.
        caps: Bounds; see :class:`Caps`.
    """

    def __init__(self, source: Plain | Packed, where: str, caps: Caps) -> None:
        self._source = source
        self._where = where
        self._caps = caps
        self._held = bytearray()
        self._at = 0  # where in the content the first held byte stands
        self._left = 0
        self._number = 0
        self._borders: collections.deque[int] = collections.deque()
        self._fault: Refused | None = None
        self._lost = False
        self._to_skip = caps.skipped

    def heads(self) -> Iterator[Head | Refused]:
        """The header of each record, or what is wrong where one should be; ask for its block before the next."""
        while not self._lost or self._resume():
            try:
                head = self._next()
            except Refused as refused:
                yield refused
                continue
            if head is None:
                return
            yield head

    def name(self, url: str | None = None) -> str:
        """The current record in messages; *url* is printable."""
        return f"{self._where}, record {self._number}" + (f", {url[:200]}" if url else "")

    def peek(self) -> bytes:
        """The first 64 KiB of the block, or all where it is shorter; they stay there."""
        self._fill(min(self._left, PIECE))
        return bytes(self._held[: min(self._left, PIECE)])

    def block(self, name: str) -> bytes:
        """The whole block, and the line ends behind it.

        Raises:
            Refused: It is too large to be held, a bomb, or cut off.
        """
        if self._left > self._caps.page + _HEADER_ROOM:
            began, length = self._source.packed, self._left
            self._skip(name)
            raise bomb(name, "packed", max(1, self._source.packed - began), length, self._caps)
        self._check_end(name)
        behind = bytes(self._held[self._left : self._left + 4])
        whole = self._left + len(behind) - len(behind.lstrip(b"\r\n"))
        block = bytes(self._held[:whole])
        self._drop(whole)
        self._left = 0
        return block

    def _check_end(self, name: str) -> None:
        """Hold the whole block. Raises :class:`Refused`, and leaves it, where it does not end where it should."""
        size = self._left
        self._fill(size + 4 + len(RECORD))
        while self._borders and self._borders[0] < self._at:
            self._borders.popleft()
        behind = bytes(self._held[size : size + 4 + len(RECORD)])
        ends = len(self._held) >= size and (
            behind.startswith(b"\r\n\r\n") or RECORD.startswith(behind.lstrip(b"\r\n")[: len(RECORD)])
        )
        border = self._borders[0] - self._at if self._borders else size
        if ends and border >= size:
            return
        # A packed member that ended too early, or a record inside the block: that is the next one.
        found = None if border < size else _NEXT.search(self._held, 0, size + 2 * _LONGEST_VERSION)
        held = min(found.start() if found else border, size, len(self._held))
        self._drop(held)
        self._left = 0
        if held < size and self._fault:
            self._lost = True
            raise Refused(name, *self._fault.args[1:])
        if held < size:
            raise Refused(name, f"a record that is cut off after {held:,} of {size:,} bytes", _CUT, _COPY)
        self._lost = True
        raise Refused(name, "something else behind the block", "the next record", _COPY)

    def _next(self) -> Head | None:
        if self._left:
            self._skip(self.name())
        self._drop_line_ends()
        if not self._held:
            if self._fault:
                raise self._lose(self._fault)
            return None
        self._number += 1
        self._fill(_LONGEST_VERSION)
        if not _VERSION.match(self._held):
            found = f"something else ({ascii(bytes(self._held[:20]))[2:-1]})"
            raise self._lose(Refused(self.name(), found, "a WARC record", "check that this is the right file"))
        end = self._header_end()
        raw = bytes(self._held[:end])
        fields = _fields(raw)
        length = fields.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 19):
            found = "a record that does not say its length"
            raise self._lose(Refused(self.name(), found, "Content-Length", _COPY))
        self._drop(end)
        self._left = int(length)
        return Head(self._number, fields, raw, self._left)

    def _header_end(self) -> int:
        size = 1024
        while True:
            more = self._fill(size)
            found = _BLANK_LINE.search(self._held, 0, _HEADER_ROOM)
            if found:
                return found.end()
            if not more or size >= _HEADER_ROOM:
                raise self._lose(Refused(self.name(), "a header without an end", "a WARC record", _COPY))
            size *= 4

    def _lose(self, refused: Refused) -> Refused:
        """The refusal, once it is noted that the next record has to be looked for."""
        self._lost = True
        return refused

    def _fill(self, size: int) -> bool:
        """Hold at least *size* bytes; whether there were as many."""
        while len(self._held) < size:
            if self._fault:
                return False
            before = self._source.member
            try:
                piece = self._source.read()
            except Refused as refused:
                self._fault = refused  # what came before it still counts
                return False
            if not piece:
                return False
            if self._source.member != before and piece.startswith(RECORD):
                self._borders.append(self._at + len(self._held))
            self._held += piece
        return True

    def _drop(self, size: int) -> None:
        del self._held[:size]
        self._at += size

    def _skip(self, name: str) -> None:
        """Leave what is left of the block."""
        if self._left <= self._caps.page:
            self._check_end(name)
            self._drop(self._left)
            self._left = 0
            return
        began, size = self._source.packed, self._left
        while self._left > 0:
            step = min(self._left, len(self._held))
            self._drop(step)
            self._left -= step
            skipped, packed = size - self._left, self._source.packed - began
            if self._left and not self._fill(1):
                self._left = 0
                found = f"a record that is cut off after {skipped:,} of {size:,} bytes"
                raise self._lose(Refused(name, found, _CUT, _COPY))
            if skipped > max(self._caps.page, self._caps.ratio * packed):
                self._to_skip -= step
                if self._to_skip < 0:
                    self._left, self._fault = 0, bomb(name, "packed", max(1, packed), skipped, self._caps)
                    raise self._lose(self._fault)

    def _drop_line_ends(self) -> None:
        while self._fill(1):
            ends = len(self._held) - len(self._held.lstrip(b"\r\n"))
            self._drop(ends)
            if self._held:
                return

    def _resume(self) -> bool:
        """Go on with the next record behind what was broken; whether there is one."""
        self._left, self._lost = 0, False
        while not (start := self._next_start()):
            self._drop(max(0, len(self._held) - _LONGEST_VERSION))
            if self._fault:
                self._drop(len(self._held))
                self._fault = None
                return self._source.abandon()
            if not self._fill(len(self._held) + 1) and not self._fault:
                return False
        self._drop(start)
        return True

    def _next_start(self) -> int:
        """Where in what is held a record begins, behind its first byte; 0 for nowhere."""
        found = _NEXT.search(self._held, 1)
        starts = [border - self._at for border in self._borders if border > self._at]
        return min([*starts, *([found.start()] if found else [])], default=0)


def _fields(raw: bytes) -> dict[str, str]:
    """The fields of a header; lines that begin with space go on with the one before."""
    fields: dict[str, str] = {}
    last = ""
    for line in raw.decode("utf-8", "replace").splitlines()[1:]:
        if line.startswith((" ", "\t")) and last:
            fields[last] = f"{fields[last]} {line.strip()}"
            continue
        name, colon, value = line.partition(":")
        last = name.strip().lower() if colon else ""
        if last:
            fields.setdefault(last, value.strip())
    return fields
