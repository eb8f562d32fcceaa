"""From a capture to a page that can be read, or why it is none."""

from __future__ import annotations

from http import HTTPStatus

from sayso.errors import Refused
from sayso.gather.archives.capture import HTML
from sayso.gather.archives.http import response_of
from sayso.gather.archives.packed import Plain
from sayso.gather.archives.records import Head, Records
from sayso.gather.caps import Caps
from sayso.gather.document import Document, Kind
from sayso.printable import printable
from sayso.web.fetch import Capture, Validators
from sayso.web.targets import shown

_BROWSER = "save the page from a browser and add the file"
_REMEDIES: dict[int, str] = {
    HTTPStatus.NOT_FOUND: "check the address",
    HTTPStatus.GONE: "look for it in a web archive",
    HTTPStatus.TOO_MANY_REQUESTS: "try again later",
    HTTPStatus.SERVICE_UNAVAILABLE: "try again later",
}
_SIGNS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "sound or video"),
    (b"ID3", "sound"),
    (b"OggS", "sound or video"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
_WITHIN = 1024
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def document_of(capture: Capture) -> Document:
    """The page that was captured, unread.

    Raises:
        Refused: The answer is no page: another status than 200, another type than HTML, or a type that is a lie.
    """
    where = shown(capture.url)
    if capture.status != HTTPStatus.OK:
        later = capture.header("retry-after")
        found = f"status {capture.status}" + (f", to come back after {printable(later)[:40]}" if later else "")
        raise Refused(where, found, "a page (status 200)", _REMEDIES.get(capture.status, _BROWSER))
    said = (capture.header("content-type") or "").partition(";")[0].strip().lower()
    if said and said not in HTML:
        raise Refused(where, f"the type {printable(said)[:60]}", "an HTML page", "if it is an article, save it as .txt")
    if not capture.body.strip():
        raise Refused(where, "an empty page", "an article", _BROWSER)
    if sign := _sign(capture.body):
        found = f"{sign}, which it calls {said}" if said else sign
        raise Refused(where, found, "an HTML page", "if it is an article, save it as .txt")
    return Document(where, Kind.CAPTURE, capture.records, url=capture.url, fetched_at=capture.fetched_at)


def validators_in(records: bytes) -> Validators:
    """What the last answer in a capture's records said of its state; nothing where it said nothing or is broken."""
    found = Validators()
    reader = Records(Plain([records]), "the capture", Caps())
    for head in reader.heads():
        if isinstance(head, Head) and head.fields.get("warc-type") == "response":
            fields = response_of(reader.peek()).fields
            found = Validators(fields.get("etag"), fields.get("last-modified"))
    return found


def _sign(body: bytes) -> str | None:
    """What the first bytes show a body to be that is no text."""
    head = body[:_WITHIN]
    for sign, name in _SIGNS:
        if head.startswith(sign):
            return name
    return "data that are not text" if b"\0" in head and not head.startswith(_MARKS) else None
