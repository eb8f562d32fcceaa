"""One request and one answer, byte for byte, with a machine whose address was checked.

On ``http.client`` alone, not on a library above it: what is kept and what is bounded are the bytes of the wire, which
lie below everything that such a library adds.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import http.client
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from typing import cast

import certifi

from sayso.errors import Refused
from sayso.printable import printable
from sayso.web.addresses import Address
from sayso.web.limits import Limits
from sayso.web.targets import Target, shown
from sayso.web.wire import TooMuch, Wire

_PIECE = 1 << 16
# How long a server that said that it will close is watched for bytes behind the length that it gave.
_LINGERS = 1.0
_MOST_ADDRESSES = 4
LookUp = Callable[[str, int], Sequence[Address]]
"""The addresses that a name stands for."""


@dataclasses.dataclass(frozen=True, slots=True)
class Exchange:
    """What was sent and what came back.

    Args:
        url: Where to, in its plain form.
        address: The machine that answered.
        sent: The request.
        came: The answer as it came: status line, headers, body in its codings and chunks.
        status: Its number.
        headers: Names and values in their order, lines joined.
        body: The body without chunks, still in its content coding.
    """

    url: str
    address: str
    sent: bytes
    came: bytes
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The first value of a header, whatever its letters' case."""
        return next((value for key, value in self.headers if key.lower() == name), None)


def request_of(target: Target, fields: Sequence[tuple[str, str]], *, body: bytes | None = None) -> bytes:
    r"""The bytes of a request: GET, or POST with a *body*.

    Example:
        >>> from sayso.web.targets import target_of
        >>> request_of(target_of("https://inlandpost.example/1"), [("Accept", "*/*")])
        b'GET /1 HTTP/1.1\r\nHost: inlandpost.example\r\nAccept: */*\r\nConnection: close\r\n\r\n'
    """
    method = "GET" if body is None else "POST"
    length = [] if body is None else [("Content-Length", str(len(body)))]
    lines = [("Host", target.authority), *fields, *length, ("Connection", "close")]
    head = "".join(f"{name}: {value}\r\n" for name, value in lines)
    return f"{method} {target.path} HTTP/1.1\r\n{head}\r\n".encode("latin-1") + (body or b"")


def exchange(target: Target, addresses: Sequence[Address], request: bytes, limits: Limits) -> Exchange:
    """Send *request* to the first of *addresses* that takes a connection; nothing is looked up.

    Raises:
        Refused: No connection, a certificate that does not hold, an answer that is none, is not whole, or costs more
            than *limits* allow.
    """
    with _said(shown(target.url), limits), _connected(target, addresses, limits) as (connection, address):
        connection.sendall(request)
        wire = Wire(connection, limits)
        response = http.client.HTTPResponse(cast("socket.socket", wire), method=request[:4].decode().strip())
        response.begin()
        headers = tuple((name, " ".join(value.split())) for name, value in response.headers.items())
        if (response.headers.get("transfer-encoding") or "chunked").lower() != "chunked":
            raise http.client.HTTPException("an unknown transfer coding")
        wire.allow(limits.body)
        body = _body(response, wire, limits)
        return Exchange(target.url, str(address), request, bytes(wire.taken), response.status, headers, body)


def _body(response: http.client.HTTPResponse, wire: Wire, limits: Limits) -> bytes:
    told, closes = response.length, response.will_close
    if told is not None and told > limits.body:
        raise TooMuch(limits.body)
    held = bytearray()
    while piece := response.read(_PIECE):
        held += piece
        if len(held) > limits.body:
            raise TooMuch(limits.body)
    if told is not None and len(held) < told:
        raise http.client.IncompleteRead(b"", told - len(held))
    if told is not None and closes and response.status == http.HTTPStatus.OK and wire.more(_LINGERS):
        raise http.client.HTTPException(f"a body longer than the {told:,} bytes that it said")
    return bytes(held)


@contextlib.contextmanager
def _connected(target: Target, addresses: Sequence[Address], limits: Limits) -> Iterator[tuple[socket.socket, Address]]:
    last: OSError = OSError("no address")
    for address in addresses[:_MOST_ADDRESSES]:
        try:
            plain = socket.create_connection((str(address), target.port), timeout=limits.connect)
        except OSError as error:
            last = error
            continue
        with plain:
            if target.scheme == "http":
                yield plain, address
                return
            with _tls().wrap_socket(plain, server_hostname=target.host) as secure:
                yield secure, address
                return
    raise last


@functools.cache
def _tls() -> ssl.SSLContext:
    """The system's certificates, and Mozilla's for systems that bring none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context


@contextlib.contextmanager
def _said(where: str, limits: Limits) -> Iterator[None]:
    """Whatever goes wrong on the way, as a refusal: the one place where errors of the network become ours."""
    again = "try again later, or save the page from a browser"
    whole = "a whole answer"
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        found = f"a certificate that does not hold ({printable(error.verify_message)})"
        raise Refused(where, found, "one for this host", "see in a browser whose it is") from None
    except TimeoutError:
        found = f"no whole answer within {limits.total:g} seconds, or none for {limits.read:g}"
        raise Refused(where, found, whole, again) from None
    except OSError as error:
        found = f"no connection ({printable(error.strerror or str(error) or type(error).__name__)[:100]})"
        raise Refused(where, found, "an answer", "check the address, or try again later") from None
    except TooMuch as error:
        found = f"an answer that goes on after {error.args[0]:,} bytes"
        raise Refused(where, found, "a smaller one", "save the page from a browser") from None
    except http.client.IncompleteRead as error:
        missing = f"{error.expected:,} bytes" if error.expected else "its end"
        raise Refused(where, f"an answer that breaks off, {missing} missing", whole, again) from None
    except (http.client.HTTPException, ValueError) as error:
        found = f"an answer that is not HTTP ({printable(str(error))[:100] or type(error).__name__})"
        raise Refused(where, found, "HTTP/1.1", again) from None
