"""An article's original as it can be kept: its bytes, and what it takes to read it again from them alone."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from enum import StrEnum

from sayso.errors import Refused
from sayso.gather.document import Document, Kind
from sayso.gather.source import Source
from sayso.gather.streams import lines_of
from sayso.gather.tables import csv_rows, json_rows
from sayso.gather.text import LineDecoder

_UTF8 = "utf-8"
_DETECTED = ", detected"


class Form(StrEnum):
    """What the bytes of an original are."""

    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"
    CSV = "csv"
    WARC = "warc"
    EMAIL = "email"
    PDF = "pdf"
    DOCX = "docx"
    NINJS = "ninjs"
    NEWSML = "newsml"


_FORMS = {
    Kind.TEXT: Form.TEXT,
    Kind.HTML: Form.HTML,
    Kind.CAPTURE: Form.WARC,
    Kind.EMAIL: Form.EMAIL,
    Kind.PDF: Form.PDF,
    Kind.DOCX: Form.DOCX,
    Kind.NINJS: Form.NINJS,
    Kind.NEWSML: Form.NEWSML,
}
_KINDS = {form: kind for kind, form in _FORMS.items()}


@dataclasses.dataclass(frozen=True, slots=True)
class Original:
    """The bytes of one article exactly as they came; of a row those of its record, of a capture its WARC records.

    ``header`` is what stood before it in its file and is needed to read it. ``encoding`` is a row's, see
    :class:`sayso.gather.document.Record`; ``columns`` are those that the user named for its table.
    """

    content: bytes
    form: Form
    header: bytes = b""
    encoding: str | None = None
    columns: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """Digest of the content in 64 hex digits."""
        return hashlib.sha256(self.content).hexdigest()


def original_of(document: Document) -> Original:
    """The original of a document that :func:`sayso.gather.documents` gave.

    Raises:
        ValueError: For a row that stands in no table.
    """
    if isinstance(document.payload, bytes):
        return Original(document.payload, _FORMS[document.kind], document.header)
    record = document.record
    if record is None:
        raise ValueError(f"{document.where} is a row of no table, and so has no bytes to keep")
    form = Form.CSV if record.header else Form.JSONL
    return Original(record.content, form, record.header, record.encoding, record.columns)


def document_again(original: Original, where: str, path: str | None, *, limit: int) -> Document:
    """The document that :func:`original_of` took apart; only lines are counted anew.

    Args:
        original: What was kept.
        where: Its name in messages.
        path: The file in which it stood.
        limit: Most characters of an article.

    Raises:
        Refused: Where the bytes are no longer a row, that is, where they were changed.
    """
    if original.form in _KINDS:
        return Document(where, _KINDS[original.form], original.content, path, header=original.header)
    source = Source(where, path, original.columns, limit)
    split = csv_rows if original.form is Form.CSV else json_rows
    utf8, other = _encodings(original.encoding or _UTF8)
    lines = _lines(original.header, utf8) + _lines(original.content, utf8)
    read = next(split(lines, LineDecoder(b"", utf8, other=other), source), None)
    if isinstance(read, Document):
        return dataclasses.replace(read, where=where)
    raise read or Refused(where, "no row", "the row that was kept", "verify the ledger")


def _encodings(named: str) -> tuple[str, str | None]:
    """What the table calls UTF-8, and its other encoding."""
    return (_UTF8, named.removesuffix(_DETECTED)) if named.endswith(_DETECTED) else (named, None)


def _lines(content: bytes, utf8: str) -> list[bytes | None]:
    name = utf8.partition(",")[0]
    text = content.decode(name).encode() if name.startswith(("utf-16", "utf-32")) else content
    return list(lines_of([text], len(text)))
