"""A ledger as a WACZ: what was captured, to be replayed, and the ledger itself beside it."""

from __future__ import annotations

import dataclasses
import gzip
import hashlib
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from sayso.gather import Form, Original
from sayso.gather.archives.http import response_of
from sayso.gather.archives.packed import Plain
from sayso.gather.archives.records import Head, Records
from sayso.gather.caps import Caps
from sayso.ledger import originals

WACZ_VERSION = "1.1.1"
_ARCHIVE = "archive/data.warc.gz"
_INDEX = "indexes/index.cdx.gz"
_PAGES = "pages/pages.jsonl"
_LEDGER = "ledger/ledger.sayso"
_PACKAGE = "datapackage.json"
_DIGEST = "datapackage-digest.json"
_MIME = {
    Form.TEXT: "text/plain",
    Form.HTML: "text/html",
    Form.JSONL: "application/json",
    Form.CSV: "text/csv",
    Form.EMAIL: "message/rfc822",
    Form.PDF: "application/pdf",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.NINJS: "application/json",
    Form.NEWSML: "application/xml",
}
_INDEXED = ("response", "resource", "revisit")
_BOUNDLESS = Caps(page=1 << 62)
_PIECE = 1 << 20


@dataclasses.dataclass(frozen=True, slots=True)
class Exported:
    """How much was written."""

    captures: int
    others: int


@dataclasses.dataclass(frozen=True, slots=True)
class _About:
    """What the index says of a record; ``digest`` is that of its payload."""

    url: str
    date: str
    mime: str
    status: int
    digest: str


@dataclasses.dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the index: a record, and where in the archive it stands."""

    about: _About
    offset: int
    length: int


def write_wacz(connection: sqlite3.Connection, out: BinaryIO, *, title: str, now: str) -> Exported:
    """Write the WACZ of a ledger.

    A capture's records go into the archive byte for byte. Any other original becomes a ``resource`` record, at the
    address where it was published or fetched, else at one that names its digest.

    Args:
        connection: The ledger, which is read as it is at one moment.
        out: A binary file to write, seekable.
        title: The collection's name.
        now: The time, for the package.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "ledger.sayso"
        _copy(connection, copy)
        archive = Path(folder) / "data.warc.gz"
        with sqlite3.connect(copy) as kept, archive.open("wb") as written:
            entries, pages, exported = _write_archive(kept, written, now)
        kept.close()
        index = gzip.compress("".join(sorted(map(_cdxj, entries))).encode(), mtime=0)
        listed = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in [_PAGES_HEADER, *pages]).encode()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
            resources = [
                _put(package, _ARCHIVE, archive), _put(package, _INDEX, index),
                _put(package, _PAGES, listed), _put(package, _LEDGER, copy),
            ]  # fmt: skip
            described = json.dumps(_described(resources, title, now), indent=2, ensure_ascii=False).encode()
            _put(package, _PACKAGE, described)
            digest = {"path": _PACKAGE, "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
            _put(package, _DIGEST, json.dumps(digest, indent=2).encode())
    return exported


_PAGES_HEADER = {"format": "json-pages-1.0", "id": "pages", "title": "All pages"}


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    """The ledger at one moment, whoever writes meanwhile, in one file with nothing beside it."""
    other = sqlite3.connect(path)
    try:
        connection.backup(other)
        other.execute("PRAGMA journal_mode = DELETE")
    finally:
        other.close()


def _described(resources: list[dict[str, object]], title: str, now: str) -> dict[str, object]:
    return {
        "profile": "data-package",
        "wacz_version": WACZ_VERSION,
        "title": title,
        "created": now,
        "software": f"sayso {version('sayso')}",
        "resources": resources,
    }


def _put(package: zipfile.ZipFile, path: str, content: bytes | Path) -> dict[str, object]:
    """Write one file into the package; what the package says of it."""
    digest, size = hashlib.sha256(), 0
    with package.open(path, "w", force_zip64=True) as member:
        for piece in [content] if isinstance(content, bytes) else _pieces(content):
            member.write(piece)
            digest.update(piece)
            size += len(piece)
    return {"name": path.rpartition("/")[2], "path": path, "hash": f"sha256:{digest.hexdigest()}", "bytes": size}


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            yield piece


def _write_archive(
    kept: sqlite3.Connection, written: BinaryIO, now: str
) -> tuple[list[_Entry], list[dict[str, object]], Exported]:
    entries: list[_Entry] = []
    pages: list[dict[str, object]] = []
    captures = others = 0
    written.write(gzip.compress(_warcinfo(now), mtime=0))
    rows = kept.execute(
        "SELECT o.id, o.kept_at, r.url, r.title FROM originals o JOIN versions v ON v.original_id = o.id"
        " JOIN readings r ON r.id = (SELECT max(id) FROM readings WHERE version_id = v.id) ORDER BY o.id"
    ).fetchall()
    for original_id, kept_at, url, title in rows:
        original = originals.get(kept, original_id)
        if original.form is Form.WARC:
            found = list(_write_capture(original.content, written))
            captures += 1
        else:
            came = next((each for each in originals.arrivals(kept, original_id) if each.url), originals.Arrival(None))
            address = _line(came.url or url or f"urn:sha256:{original.sha256}")
            found = [_write_resource(original, address, came.fetched_at or kept_at, written)]
            others += 1
        entries += found
        if found:
            page = found[-1].about
            said = {"id": f"original-{original_id}", "url": page.url, "ts": page.date, "title": title}
            pages.append({key: value for key, value in said.items() if value})
    return entries, pages, Exported(captures, others)


def _write_capture(content: bytes, written: BinaryIO) -> Iterator[_Entry]:
    """Each record of a capture, packed on its own; index lines for its responses."""
    reader = Records(Plain([content]), "the capture", _BOUNDLESS)
    for head in reader.heads():
        if not isinstance(head, Head):
            raise head
        block = reader.block("the capture")
        about = _about(head, block[: head.length])
        entry = _write(head.raw + block, about, written)
        if head.fields.get("warc-type") in _INDEXED and about.url:
            yield entry


def _about(head: Head, block: bytes) -> _About:
    response = response_of(block) if block.startswith(b"HTTP/") else None
    mime = response.media_type if response else head.fields.get("content-type", "")
    revisit = head.fields.get("warc-type") == "revisit"
    return _About(
        url=head.fields.get("warc-target-uri", "").strip("<>"),
        date=head.fields.get("warc-date", ""),
        mime="warc/revisit" if revisit else mime or "unk",
        status=response.status if response else 200,
        digest=_digest(block[response.start if response else 0 :]),
    )


def _write_resource(original: Original, url: str, date: str, written: BinaryIO) -> _Entry:
    content, mime = original.header + original.content, _MIME[original.form]
    return _write(_resource(url, date, mime, content), _About(url, date, mime, 200, _digest(content)), written)


def _write(record: bytes, about: _About, written: BinaryIO) -> _Entry:
    offset, packed = written.tell(), gzip.compress(record, mtime=0)
    written.write(packed)
    return _Entry(about, offset, len(packed))


def _digest(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _line(words: str) -> str:
    """*words* on one line: a line end in an address that somebody made up would begin another field."""
    return " ".join(words.split())


def _resource(url: str, date: str, mime: str, content: bytes) -> bytes:
    digest = hashlib.sha256(content).hexdigest()
    return _record(
        {
            "WARC-Type": "resource", "WARC-Record-ID": f"<urn:sha256:{digest}>", "WARC-Target-URI": url,
            "WARC-Date": date, "WARC-Block-Digest": f"sha256:{digest}", "Content-Type": mime,
        },
        content,
    )  # fmt: skip


def _warcinfo(now: str) -> bytes:
    about = f"software: sayso {version('sayso')}\r\nformat: WARC File Format 1.1\r\n".encode()
    return _record(
        {
            "WARC-Type": "warcinfo", "WARC-Record-ID": f"<urn:sha256:{hashlib.sha256(about).hexdigest()}>",
            "WARC-Date": now, "WARC-Filename": "data.warc.gz", "Content-Type": "application/warc-fields",
        },
        about,
    )  # fmt: skip


def _record(fields: dict[str, str], content: bytes) -> bytes:
    lines = "".join(f"{name}: {_line(value)}\r\n" for name, value in fields.items())
    return f"WARC/1.1\r\n{lines}Content-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"


def _cdxj(entry: _Entry) -> str:
    about = entry.about
    stamp = "".join(c for c in about.date if c.isdigit())[:14].ljust(14, "0")
    said = {
        "url": about.url, "mime": about.mime, "status": str(about.status), "digest": about.digest,
        "length": str(entry.length), "offset": str(entry.offset), "filename": "data.warc.gz",
    }  # fmt: skip
    return f"{surt(about.url)} {stamp} {json.dumps(said)}\n"


def surt(url: str) -> str:
    """The key under which an index lists *url*: its host turned round, so that neighbours stand together.

    Example:
        >>> surt("https://www.InlandPost.example:443/Depot?b=2&a=1")
        'example,inlandpost)/depot?a=1&b=2'
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return "".join(url.split())
    if parts.scheme not in ("http", "https") or not host:
        return "".join(url.split())
    turned = ",".join(reversed(host.removeprefix("www.").split(".")))
    named = f":{port}" if port not in (None, 80, 443) else ""
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return "".join(f"{turned}{named}){parts.path or '/'}{'?' + query if query else ''}".lower().split())
