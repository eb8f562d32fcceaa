"""One article as it lies in its file: what the cheap half of reading hands to the expensive one."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """What a document's payload is."""

    TEXT = "text"
    HTML = "html"
    ROW = "row"
    CAPTURE = "capture"
    EMAIL = "email"
    PDF = "pdf"
    DOCX = "docx"
    NINJS = "ninjs"
    NEWSML = "newsml"


@dataclasses.dataclass(frozen=True, slots=True)
class Record:
    """A row as it stands in its table, and what it takes to read it again without the table.

    Args:
        content: The record's bytes, line end included, as they stand in the table; of a table that is packed, as they
            stand in what it unpacks to.
        header: The bytes of a .csv's header line; none for a .jsonl.
        encoding: How both were decoded, in the words of ``found_in``.
        line: The line on which it begins, from one.
        columns: The columns that the user named.
    """

    content: bytes
    header: bytes
    encoding: str
    line: int
    columns: Mapping[str, str]


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """One unread article. It can be pickled.

    Args:
        where: Its name in messages, on one line: a path, and a line where the file has lines.
        kind: What the payload is.
        payload: The bytes of a text, page, letter or document; of a capture its WARC records; of a row its values under
            our names for the columns.
        path: The file it stands in, ``None`` for standard input and for what was fetched.
        found_in: For a row, the column of each value, and ``encoding``.
        record: For a row of a table, the row itself.
        url: Where it was fetched from, as whoever fetched it wrote down.
        fetched_at: When, in UTC, as ``2026-05-12T07:30:00Z``.
        own_id: Its name in a file that holds several.
        header: What stands before it in such a file, and is needed to read it.
        chosen: Whether somebody named it. What came along in an archive need not be an article.
    """

    where: str
    kind: Kind
    payload: bytes | Mapping[str, object]
    path: str | None = None
    found_in: Mapping[str, str] = dataclasses.field(default_factory=dict)
    record: Record | None = None
    url: str | None = None
    fetched_at: str | None = None
    own_id: str | None = None
    header: bytes = b""
    chosen: bool = True


def content_id(content: bytes) -> str:
    """Identifier of an article that brings none: twelve hex digits, always the same for the same bytes.

    Example:
        >>> content_id(b"The bridge is closed.")
        'e4a1e29755ae'
    """
    return hashlib.sha256(content).hexdigest()[:12]
