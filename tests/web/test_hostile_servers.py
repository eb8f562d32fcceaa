"""Whatever a server does, it costs little, and gives one refusal that says what it did."""

import gzip
import itertools
import time
import zlib

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import Refused
from sayso.printable import printable
from sayso.web import Limits
from tests.web.conftest import PAGE, answer, fetcher

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
SMALL = Limits(read=0.3, total=0.6, body=100_000, headers=10_000)


def dripping(before):
    """A byte every twentieth of a second, without end: no single wait is long."""

    def drip(_request):
        yield before
        for _ in itertools.repeat(None):
            time.sleep(0.05)
            yield b"a"

    return drip


def endless(before, piece):
    """The same piece for ever."""
    return lambda _request: itertools.chain([before], itertools.repeat(piece))


def stalled(before):
    """Nothing more, and no end."""

    def stall(_request):
        yield before
        time.sleep(3)
        yield b""

    return stall


def bomb(layers):
    """Fifty million zeros, packed once or again and again."""
    body = b"\0" * 50_000_000
    for _ in range(layers):
        body = gzip.compress(body, mtime=0)
    return body


SERVERS = [
    ("drips its status line", dripping(b""), "within 0.6 seconds"),
    ("drips its headers", dripping(HEAD + b"X-Slow: "), "within 0.6 seconds"),
    ("drips its body", dripping(HEAD + b"\r\n"), "within 0.6 seconds"),
    ("drips its chunks", dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n"), "within 0.6 seconds"),
    ("drips behind 100 Continue", dripping(b"HTTP/1.1 100 Continue\r\nX: "), "within 0.6 seconds"),
    ("says nothing", stalled(b""), "none for 0.3"),
    ("stops in its body", stalled(HEAD + b"Content-Length: 9\r\n\r\nab"), "none for 0.3"),
    ("hangs up", b"", "Remote end closed connection"),
    ("never ends", endless(HEAD + b"\r\n", b"a" * 10_000), "goes on after 10"),
    ("never ends its chunks", endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"), "goes on after 10"),
    ("never ends a chunk's size", endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0" * 999), "not HTTP"),
    ("never ends its headers", endless(HEAD, b"X-More: a\r\n"), "not HTTP (got more than 100 headers)"),
    ("never ends one header", endless(HEAD + b"X-Long: ", b"a" * 999), "goes on after 10,000 bytes"),
    ("never ends its status line", endless(b"HTTP/1.1 200 ", b"a" * 999), "goes on after 10,000 bytes"),
    ("says 100 Continue for ever", endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "goes on after 10,000 bytes"),
    ("lies: longer", HEAD + b"Content-Length: 90000\r\n\r\n" + PAGE, "an answer that breaks off"),
    ("lies: much longer", HEAD + b"Content-Length: 999999999999\r\n\r\n" + PAGE, "goes on after 100,000 bytes"),
    ("lies: shorter", HEAD + b"Content-Length: 99\r\nConnection: close\r\n\r\n" + PAGE, "longer than the 99 bytes"),
    ("cuts a chunk", HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\nab", "an answer that breaks off"),
    ("has a negative chunk", HEAD + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nab\r\n", "not HTTP"),
    ("has a chunk of no size", HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n", "breaks off"),
    ("has an unknown transfer coding", HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n", "unknown transfer coding"),
    ("has an unknown content coding", answer(PAGE, "Content-Encoding: \x1b[2J"), "the content coding"),
    ("has a garbage status line", b"\x16\x03\x01\x1b[2J\r\n\r\n", "not HTTP"),
    ("has a status that is none", b"HTTP/1.1 abc OK\r\n\r\n", "not HTTP"),
    ("speaks another protocol", b"SSH-2.0-OpenSSH_9.2\r\n", "not HTTP"),
    ("speaks a later HTTP", b"HTTP/7.0 200 OK\r\n\r\n", "not HTTP"),
    ("sends 50 MB", HEAD + b"\r\n" + b"<p>" * 17_000_000, "goes on after 10"),
    ("cuts its gzip", answer(gzip.compress(PAGE)[:-20], "Content-Encoding: gzip"), "a packed answer that breaks off"),
    ("redirects to itself", answer(b"", "Location: /", status="302 Found"), "redirects in a circle"),
]  # fmt: skip

BOMBS = [
    ("sends a gzip bomb", answer(bomb(1), "Content-Encoding: gzip"), "a gzip bomb"),
    ("sends a nested gzip bomb", answer(bomb(2), "Content-Encoding: gzip, gzip"), "a gzip bomb"),
    ("nests too deep", answer(bomb(4), "Content-Encoding: gzip, gzip, gzip, gzip"), "4 content codings"),
    ("sends a deflate bomb", answer(zlib.compress(b"\0" * 50_000_000), "Content-Encoding: deflate"), "a deflate bomb"),
    ("sends a brotli bomb", answer(brotli.compress(b"\0" * 50_000_000), "Content-Encoding: br"), "a br bomb"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "said"), [pytest.param(page, said, id=name) for name, page, said in SERVERS])
def test_hostile_server_is_refused(serve, page, said):
    """Each is refused within a second or so, with the reason, on one line that can be printed."""
    server = serve({"/": page})
    began = time.monotonic()
    with fetcher(limits=SMALL) as one, pytest.raises(Refused) as refused:
        one.fetch(server.url())
    assert said in str(refused.value)
    assert str(refused.value).isprintable()
    assert time.monotonic() - began < 2.5


@pytest.mark.parametrize(("page", "said"), [pytest.param(page, said, id=name) for name, page, said in BOMBS])
def test_bomb_is_refused(serve, page, said):
    """Packed data that grow without measure are refused before they fill the memory."""
    server = serve({"/": page})
    with fetcher() as one, pytest.raises(Refused) as refused:
        one.fetch(server.url())
    assert said in str(refused.value)


def test_redirects_without_end(serve):
    """Ever new redirects are followed ten times."""
    server = serve({})
    server.pages = {"/robots.txt": answer(b"")} | {
        f"/{n}": answer(b"", f"Location: /{n + 1}", status="301 Moved") for n in range(20)
    }
    with fetcher() as one, pytest.raises(Refused, match="found more than 10 redirects"):
        one.fetch(server.url("/0"))
    assert server.paths()[-1] == "/10"


def test_small_bomb_is_one_too(serve):
    """Packed data that grow a thousandfold are refused below the cap on bytes as well."""
    server = serve({"/": answer(gzip.compress(b"\0" * 5_000_000), "Content-Encoding: gzip")})
    with fetcher() as one, pytest.raises(Refused, match="a bomb"):
        one.fetch(server.url())


@pytest.mark.parametrize("coding", ["identity", "GZIP", "x-gzip"])
def test_harmless_oddities_are_read(serve, coding):
    """What servers do wrong without harm is no reason to refuse them."""
    body = PAGE if coding == "identity" else gzip.compress(PAGE)
    server = serve({"/": answer(body, f"Content-Encoding: {coding}")})
    with fetcher() as one:
        assert one.fetch(server.url()).body == PAGE


FRAGMENTS = st.sampled_from([
    b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\n", b"HTTP/1.1 304 X\r\n", b"HTTP/1.1 100 On\r\n", b"HTTP/1.0 200",
    b"\r\n", b"\r\n\r\n", b"\n", b"\r", b" ", b"\0", b": ", b"X" * 70_000, b"<p>",
    b"Location: ", b"Location: http://[::1\r\n", b"Location: //\xff\r\n", b"Transfer-Encoding: chunked\r\n",
    b"Content-Length: 5\r\n", b"Content-Length: -1\r\n", b"Content-Length: 1_0\r\n",
    b"Content-Encoding: gzip\r\n", b"Content-Encoding: br, zstd\r\n", b"Content-Encoding: \xe9\r\n",
    b"5\r\nabcde\r\n", b"0\r\n\r\n", b"-1\r\n", b"+5\r\n", b"0x5\r\n", gzip.compress(b"abc"), b"\x1f\x8b",
])  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FRAGMENTS | st.binary(max_size=20), max_size=12).map(b"".join))
def test_any_bytes_are_an_answer_or_refused(serve, came):
    """Whatever bytes a server sends, there is an answer, or a refusal on one line that steers no terminal."""
    server = serve({"/": came})
    with fetcher(limits=SMALL, robots=False) as one:
        try:
            told = str(one.fetch(server.url()).status)
        except Refused as refused:
            told = str(refused)
    server.close()
    assert printable(told) == told


def test_nobody_listens():
    """A server that is not there is said."""
    with fetcher() as one, pytest.raises(Refused, match=r"found that robots.txt .* cannot be had \(no connection"):
        one.fetch("http://inlandpost.example:1999/")
