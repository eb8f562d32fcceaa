"""What the ledger has of a page of the web: the last capture, to ask with, and whether a new one says anything else."""

from __future__ import annotations

import dataclasses
import sqlite3

from sayso.article import Article
from sayso.gather import Form
from sayso.ledger import originals
from sayso.web import Validators
from sayso.web.pages import validators_in
from sayso.web.targets import target_of

_SAID = ("text", "title", "date", "byline", "outlet", "publisher", "source_organization", "genre", "correction")


@dataclasses.dataclass(frozen=True, slots=True)
class Last:
    """The last capture of a page, and what its server said of its state then."""

    original_id: int
    validators: Validators


def last(connection: sqlite3.Connection, url: str) -> Last | None:
    """The last capture of *url*; ``None`` where the ledger has none. Raises :class:`Refused` for what is no URL."""
    row = connection.execute(
        "SELECT r.original_id FROM arrivals r JOIN originals o ON o.id = r.original_id"
        " JOIN versions v ON v.original_id = o.id WHERE r.url = ? AND r.path IS NULL AND o.form = ?"
        " ORDER BY r.id DESC LIMIT 1",
        (target_of(url).url, Form.WARC),
    ).fetchone()
    return Last(row[0], validators_in(originals.get(connection, row[0]).content)) if row else None


def shows(connection: sqlite3.Connection, article_id: int | None, before: Article, after: Article) -> bool:
    """Whether the last version of an article is a capture that differs from a new one in nothing that a reader sees.

    No two captures have the same bytes: times, advertisements and tokens differ. Where the words are the same, the
    first capture already shows them, with the earlier time, and another one is not kept.
    """
    row = connection.execute(
        "SELECT o.form FROM versions v JOIN originals o ON o.id = v.original_id WHERE v.article_id = ?"
        " ORDER BY v.number DESC LIMIT 1",
        (article_id,),
    ).fetchone()
    same = all(getattr(before, name) == getattr(after, name) for name in _SAID)
    return same and row == (Form.WARC,)
