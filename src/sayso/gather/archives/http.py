"""The response that a server gave, as it stands in a record: status line, headers, body."""

from __future__ import annotations

import dataclasses
import re
from email.message import Message

_HEAD = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_SIZE = re.compile(rb"\s*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")


@dataclasses.dataclass(frozen=True, slots=True)
class Response:
    """One response. ``status`` is 0 where no status line stands; ``fields`` have names in small letters.

    ``body`` is what came, still in its codings; ``start`` is where in the block it begins.
    """

    status: int
    fields: dict[str, str]
    start: int

    @property
    def media_type(self) -> str:
        """``text/html``, in small letters; empty where none is named."""
        return self.fields.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server named."""
        message = Message()
        message["content-type"] = self.fields.get("content-type", "")
        found = message.get_param("charset")
        return found if isinstance(found, str) and found.isascii() else None


def response_of(block: bytes) -> Response:
    r"""The head of the response with which *block* begins; of several headers of one name the first, codings joined.

    Example:
        >>> response_of(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>No.").status
        200
    """
    end = _HEAD.search(block)
    head = block[: end.start()] if end else block
    status = _STATUS.match(head)
    fields: dict[str, str] = {}
    for line in head.decode("latin-1").split("\n")[1:]:
        name, colon, value = line.partition(":")
        key = name.strip().lower()
        if colon and key in fields and key.endswith("-encoding"):
            fields[key] += f", {value.strip()}"
        elif colon:
            fields.setdefault(key, value.strip())
    return Response(int(status[1]) if status else 0, fields, end.end() if end else len(block))


def body_of(response: Response, block: bytes) -> tuple[bytes, bool]:
    """The body without its chunks, and whether it is as long as the server said.

    Crawlers that join the chunks leave the header as it was, so a body that does not begin with a chunk has none.
    """
    body = block[response.start :]
    if "chunked" in response.fields.get("transfer-encoding", "").lower() and _SIZE.match(body):
        return _joined(body)
    length = response.fields.get("content-length", "")
    return body, not (length.isascii() and length.isdigit() and len(length) < 19 and int(length) > len(body))


def _joined(body: bytes) -> tuple[bytes, bool]:
    pieces: list[bytes] = []
    at = 0
    while found := _SIZE.match(body, at):
        size, start = int(found[1], 16), found.end()
        if size == 0:
            return b"".join(pieces), True
        pieces.append(body[start : start + size])
        at = start + size
        if at > len(body):
            break
    return b"".join(pieces), False
