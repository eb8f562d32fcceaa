"""WARC files, one document for each page in them; what is no page is counted, what is broken is named."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator

from sayso.errors import PassedOver, Refused
from sayso.gather.archives.capture import date_of, url_of, why_no_page
from sayso.gather.archives.packed import unpacked
from sayso.gather.archives.records import Head, Records
from sayso.gather.archives.revisits import Revisits
from sayso.gather.document import Document, Kind
from sayso.gather.source import Source
from sayso.printable import printable

_MAGIC = 8
_PAGES = ("response", "resource")


def documents_in(opened: Callable[[], Iterable[bytes]], source: Source) -> Iterator[Document | Refused]:
    """A document for each page of a WARC file, in the file's order; a refusal in the place of what is broken.

    What is in the file for another reason than being a page (pictures, redirects, errors) is :class:`PassedOver`. A
    revisit, which only says "the same as before", gives the page of this file that it speaks of, at its own address and
    time; these come last, from a second way through the file.

    Args:
        opened: Gives the file from its beginning: as it is, packed record by record with gzip or zstd, as a whole, or
            not. It may be empty the second time.
        source: The file.
    """
    revisits = Revisits()
    try:
        records = _records(opened(), source)
        for found in records.heads():
            if isinstance(found, Refused):
                yield found
            elif found.fields.get("warc-type") == "revisit":
                yield from revisits.note(found, records)
            elif found.fields.get("warc-type") in _PAGES:
                try:
                    yield _document(found, records, source)
                except Refused as refused:
                    yield refused
        if revisits:
            yield from revisits.resolved(_records(opened(), source), source)
    except Refused as refused:
        yield refused


def _records(chunks: Iterable[bytes], source: Source) -> Records:
    chunks = iter(chunks)
    head = _first(chunks)
    return Records(unpacked(itertools.chain([head], chunks), head, source.where), source.where, source.caps)


def _document(head: Head, records: Records, source: Source) -> Document:
    url = url_of(head)
    name = records.name(printable(url or ""))
    reason = why_no_page(head, records.peek())
    if reason:
        raise PassedOver(name, reason)
    return Document(
        name,
        Kind.CAPTURE,
        head.raw + records.block(name),
        source.path,
        url=url,
        fetched_at=date_of(head),
        chosen=False,
    )


def _first(chunks: Iterator[bytes]) -> bytes:
    """The first bytes, enough for a dictionary where there is one."""
    head = b""
    while len(head) < _MAGIC and (more := next(chunks, b"")):
        head += more
    while head.startswith(b"\x5d\x2a\x4d\x18") and len(head) < 8 + min(int.from_bytes(head[4:8], "little"), 1 << 24):
        more = next(chunks, b"")
        if not more:
            break
        head += more
    return head
