"""Exchanges as the records of a WARC file (ISO 28500, version 1.1), the wire's bytes unchanged.

Written here and not with warcio, which takes an answer's headers apart and puts them together again: other spaces,
other line ends, other bytes.
"""

from __future__ import annotations

import base64
import hashlib
import uuid

from sayso.web.exchange import Exchange


def records_of(exchange: Exchange, at: str) -> bytes:
    """The answer's record and the request's, one after the other, not packed.

    Args:
        exchange: What was sent and came.
        at: When, in UTC, as ``2026-05-12T07:30:00Z``.
    """
    response_id = _new_id()
    common = [("WARC-Target-URI", exchange.url), ("WARC-Date", at), ("WARC-IP-Address", exchange.address)]
    answer = [("WARC-Type", "response"), ("WARC-Record-ID", response_id), *common]
    request = [("WARC-Type", "request"), ("WARC-Record-ID", _new_id()), *common, ("WARC-Concurrent-To", response_id)]
    payload = [("WARC-Payload-Digest", _digest(exchange.body))]
    return _record([*answer, *payload], "response", exchange.came) + _record(request, "request", exchange.sent)


def _record(fields: list[tuple[str, str]], message: str, block: bytes) -> bytes:
    lines = [*fields, ("WARC-Block-Digest", _digest(block)), ("Content-Type", f"application/http; msgtype={message}"),
             ("Content-Length", str(len(block)))]  # fmt: skip
    head = "".join(f"{name}: {value}\r\n" for name, value in lines)
    return f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def _digest(content: bytes) -> str:
    """In Base32, as readers of WARC files know it."""
    return "sha256:" + base64.b32encode(hashlib.sha256(content).digest()).decode()


def _new_id() -> str:
    return f"<urn:uuid:{uuid.uuid4()}>"
