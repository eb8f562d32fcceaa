"""Servers on this machine, well-behaved and hostile, and fetchers that may ask them."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from ipaddress import ip_address

import pytest

from sayso.web import Fetcher, Limits

LOOPBACK = ip_address("127.0.0.1")
PAGE = b"""<html><head><title>Empty depot in Corrin</title>
<meta property="og:site_name" content="The Inland Post"></head>
<body><article><h1>Empty depot in Corrin</h1>
<p>The depot had been empty for weeks, the ministry said on Tuesday. Nobody was hurt when its roof fell in at noon.</p>
<p>The building beside the salt quay was put up forty years ago and stood open to the rain since the last winter.</p>
<p>Two engines from Port Ada came over the bridge in the afternoon, and the road was closed until the evening.</p>
</article></body></html>"""


def answer(body=PAGE, *fields, status="200 OK", media_type="text/html; charset=utf-8"):
    """The bytes of a well-formed answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media_type}", f"Content-Length: {len(body)}", *fields]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode() + body


class Server:
    """Answers each path with what ``pages`` has for it: bytes, or a function of the request that gives bytes in pieces.

    ``asked`` are the requests that came, as text.
    """

    def __init__(self, pages):
        self.pages = {"/robots.txt": answer(b"", status="404 Not Found"), **pages}
        self.asked, self.bodies = [], []
        self._ending = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def url(self, path="/", host="inlandpost.example"):
        """A URL that leads here."""
        return f"http://{host}:{self.port}{path}"

    def paths(self):
        """The paths that were asked for, in their order."""
        return [request.split(" ")[1] for request in self.asked]

    def fields(self, number=-1):
        """The headers of a request."""
        return dict(line.split(": ", 1) for line in self.asked[number].split("\r\n")[1:] if line)

    def close(self):
        """End all connections."""
        self._ending.set()
        self._listening.close()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        with contextlib.suppress(OSError), connection:
            request = b""
            while b"\r\n\r\n" not in request:
                request += connection.recv(65536)
            head, _, body = request.partition(b"\r\n\r\n")
            while len(body) < int(dict(re.findall(rb"(Content-Length): (\d+)", head)).get(b"Content-Length", 0)):
                body += connection.recv(65536)
            self.asked.append((head + b"\r\n\r\n").decode("latin-1"))
            self.bodies.append(body)
            page = self.pages.get(self.asked[-1].split(" ")[1], answer(b"gone", status="404 Not Found"))
            for piece in page(self.asked[-1]) if callable(page) else [page]:
                if self._ending.is_set():
                    return
                connection.sendall(piece)


@pytest.fixture
def serve():
    """Starts servers; they end with the test."""
    with contextlib.ExitStack() as stack:

        def start(pages):
            return stack.enter_context(contextlib.closing(Server(pages)))

        yield start


class Time:
    """A clock that only waiting moves."""

    def __init__(self):
        self.now = 1_778_571_000.0  # 2026-05-12 07:30
        self.waited = []

    def __call__(self):
        """The time."""
        return self.now

    def sleep(self, seconds):
        """Wait."""
        self.waited.append(seconds)
        self.now += seconds


def fetcher(**options):
    """A fetcher for which every name is this machine, which it may ask, and which never really waits."""
    time = options.pop("time", None) or Time()
    limits = options.pop("limits", None) or Limits(read=2, total=4)
    return Fetcher(
        limits=limits,
        clock=time,
        sleep=time.sleep,
        **{"allow": lambda _: True, "look_up": lambda _host, _port: [LOOPBACK]} | options,
    )
