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


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """One unread article. It can be pickled.

    Args:
        where: Its name in messages, on one line: a path, and a line where the file has lines.
        kind: What the payload is.
        payload: The bytes of a text or page; of a row its values under our names for the columns.
        path: The file it stands in, ``None`` for standard input.
        found_in: For a row, the column of each value, and ``encoding``.
    """

    where: str
    kind: Kind
    payload: bytes | Mapping[str, object]
    path: str | None = None
    found_in: Mapping[str, str] = dataclasses.field(default_factory=dict)


def content_id(content: bytes) -> str:
    """Identifier of an article that brings none: twelve hex digits, always the same for the same bytes.

    Example:
        >>> content_id(b"The bridge is closed.")
        'e4a1e29755ae'
    """
    return hashlib.sha256(content).hexdigest()[:12]
