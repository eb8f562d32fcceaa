"""Revisit records: captures that say "the same as before", and the page that they speak of."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from sayso.errors import PassedOver, Refused
from sayso.gather.archives.capture import date_of, url_of, why_no_page
from sayso.gather.archives.records import Head, Records
from sayso.gather.document import Document, Kind
from sayso.gather.source import Source
from sayso.printable import printable

_MOST = 100_000
_MOST_BYTES = 16_384
_PAGES = ("response", "resource")


@dataclasses.dataclass(frozen=True, slots=True)
class _Revisit:
    name: str
    head: Head
    record: bytes


class Revisits:
    """The revisits of one file, until the pages that they speak of are found on a second way through it."""

    def __init__(self) -> None:
        self._open: dict[int, _Revisit] = {}
        self._wanted: dict[tuple[str, ...], list[int]] = {}

    def __bool__(self) -> bool:
        return bool(self._open)

    def note(self, head: Head, records: Records) -> Iterator[Refused]:
        """Remember one; a refusal for one that is broken, or that is one too many to be remembered."""
        name = records.name(printable(url_of(head) or ""))
        if len(self._open) >= _MOST or head.length > _MOST_BYTES:
            yield PassedOver(name, f"a revisit after the first {_MOST:,}, or of more than {_MOST_BYTES:,} bytes")
            return
        try:
            self._open[head.number] = _Revisit(name, head, head.raw + records.block(name))
        except Refused as refused:
            yield refused
            return
        for key in _spoken_of(head):
            self._wanted.setdefault(key, []).append(head.number)

    def resolved(self, records: Records, source: Source) -> Iterator[Document | Refused]:
        """A document for each whose page is there; the reason for each other one."""
        for head in records.heads():
            if isinstance(head, Refused) or head.fields.get("warc-type") not in _PAGES:
                continue  # what is broken was said the first time
            numbers = {number for key in _names(head) for number in self._wanted.get(key, ())}
            found = [self._open.pop(number) for number in sorted(numbers) if number in self._open]
            if not found:
                continue
            reason = why_no_page(head, records.peek())
            try:
                record = b"" if reason else head.raw + records.block(found[0].name)
            except Refused:
                reason = "a revisit of a page that is broken"
            for revisit in found:
                yield PassedOver(revisit.name, reason) if reason else _document(revisit, head, record, source)
        for revisit in self._open.values():
            yield PassedOver(revisit.name, "a revisit of a page that is not in this file")


def _document(revisit: _Revisit, page: Head, record: bytes, source: Source) -> Document:
    """The page at the revisit's address and time. At the page's own address it is the same original once more."""
    url = url_of(revisit.head)
    payload = record if url == url_of(page) else record + revisit.record
    return Document(
        revisit.name, Kind.CAPTURE, payload, source.path, url=url, fetched_at=date_of(revisit.head), chosen=False
    )


def _spoken_of(head: Head) -> Iterator[tuple[str, ...]]:
    """What a revisit says that its page is called, the surest name first."""
    fields = head.fields
    if "warc-refers-to" in fields:
        yield "id", fields["warc-refers-to"]
    if "warc-refers-to-target-uri" in fields and "warc-refers-to-date" in fields:
        yield "capture", fields["warc-refers-to-target-uri"].strip("<>"), fields["warc-refers-to-date"]
    if "warc-payload-digest" in fields:
        yield "digest", fields["warc-payload-digest"]


def _names(head: Head) -> Iterator[tuple[str, ...]]:
    """What a page can be called by a revisit of it."""
    fields = head.fields
    yield "id", fields.get("warc-record-id", "")
    yield "capture", url_of(head) or "", fields.get("warc-date", "")
    yield "digest", fields.get("warc-payload-digest", "")
