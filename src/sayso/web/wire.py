"""Bytes of a server, as they come: recorded, counted and timed, whatever reads them."""

from __future__ import annotations

import io
import socket
import time
from typing import TYPE_CHECKING, cast

from sayso.web.limits import Limits

if TYPE_CHECKING:
    from typing_extensions import Buffer  # in collections.abc from Python 3.12 on


class TooMuch(Exception):
    """A server sent more than it may; how much that is is the argument."""


class Wire:
    """The reading end of a connection, in the form that :class:`http.client.HTTPResponse` wants of a socket.

    Every byte that is read is in ``taken``, so that an answer can be kept exactly as it came.

    Args:
        connection: An open connection.
        limits: Bounds; those on time count from now.
    """

    def __init__(self, connection: socket.socket, limits: Limits) -> None:
        self.taken = bytearray()
        self._room = limits.headers
        self._raw = _Timed(connection, limits.read, time.monotonic() + limits.total)
        self._buffered = io.BufferedReader(self._raw)

    def makefile(self, _mode: str) -> Wire:
        """Give this itself."""
        return self

    def allow(self, more: int) -> None:
        """Let *more* bytes come than what came so far."""
        self._room = len(self.taken) + more

    def readline(self, limit: int = -1) -> bytes:
        """A line with its end, cut off after *limit* bytes."""
        within = self._room + 1 - len(self.taken)
        return self._took(self._buffered.readline(within if limit < 0 else min(limit, within)))

    def read(self, size: int) -> bytes:
        """*size* bytes, fewer only at the end."""
        return self._took(self._buffered.read(min(size, self._room + 1 - len(self.taken))))

    def more(self, seconds: float) -> bytes:
        """A little of what comes within *seconds* behind an answer; nothing where the server ends or waits."""
        self._raw.hurry(seconds)
        try:
            return self._buffered.read(1)
        except OSError:
            return b""

    def flush(self) -> None:
        """Nothing is to be done; a file has it."""

    def close(self) -> None:
        """Nothing is to be done: who opened the connection closes it."""

    def _took(self, piece: bytes) -> bytes:
        self.taken += piece
        if len(self.taken) > self._room:
            raise TooMuch(self._room)
        return piece


class _Timed(io.RawIOBase):
    """A connection that waits for no byte longer than it may, and for all of them no longer than the deadline."""

    def __init__(self, connection: socket.socket, patience: float, deadline: float) -> None:
        self._connection = connection
        self._patience = patience
        self._deadline = deadline

    def hurry(self, seconds: float) -> None:
        self._deadline = min(self._deadline, time.monotonic() + seconds)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("in all")
        self._connection.settimeout(min(self._patience, left))
        return self._connection.recv_into(cast("memoryview", buffer))
