"""Where an article appears: what tells a changed page from another article."""

from __future__ import annotations

import collections
import dataclasses
import sqlite3

from sayso.article import Article
from sayso.gather import Document
from sayso.gather.printed import words


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A file, or a row of a table by the row's own id.

    Args:
        path: The file; ``None`` for standard input.
        own_id: The row's or the item's id, ``None`` for a file and for a row without one.
        nth: Which of the rows of this id in this table it is, from one.
        row: Whether it is a row.
    """

    path: str | None
    own_id: str | None
    nth: int
    row: bool


class Places:
    """Gives each document of one run its place."""

    def __init__(self) -> None:
        self._seen: collections.Counter[tuple[str | None, str]] = collections.Counter()

    def of(self, document: Document) -> Place:
        """The place of the next document; rows of one id are counted, so each document is asked for once."""
        if isinstance(document.payload, bytes):
            return Place(document.path, document.own_id, 1, row=False)
        path, own_id = words(document.payload.get("path")) or document.path, words(document.payload.get("id"))
        if own_id is None:
            return Place(path, None, 1, row=True)
        self._seen[path, own_id] += 1
        return Place(path, own_id, self._seen[path, own_id], row=True)


def article_at(connection: sqlite3.Connection, place: Place, article: Article) -> int | None:
    """The article whose new version this is: the one at the same URL of the same outlet, else at the same path.

    Two rows of other ids are other articles whatever their URL, and two URLs are other articles whatever their path:
    files are written over, and tables repeat the address of a front page.
    """
    if article.url:
        row = connection.execute(
            "SELECT id FROM articles WHERE url = ? AND (outlet IS NULL OR outlet = coalesce(?, outlet))"
            " AND (own_id IS NULL OR own_id = coalesce(?, own_id)) AND nth = ? ORDER BY id",
            (article.url, article.outlet, place.own_id, place.nth),
        ).fetchone()
        if row:
            return int(row[0])
    if place.path is None or (place.row and place.own_id is None):
        return None
    row = connection.execute(
        "SELECT id FROM articles WHERE path = ? AND own_id IS ? AND nth = ?"
        " AND coalesce(url, ?, '') = coalesce(?, url, '') ORDER BY id",
        (place.path, place.own_id, place.nth, article.url, article.url),
    ).fetchone()
    return int(row[0]) if row else None


def put_article(connection: sqlite3.Connection, place: Place, article: Article) -> int:
    """The key of a new article. Its name is its own id, with ``~2`` and so on where that is taken."""
    number, name = 1, article.id
    while connection.execute("SELECT 1 FROM articles WHERE name = ?", (name,)).fetchone():
        number += 1
        name = f"{article.id}~{number}"
    done = connection.execute(
        "INSERT INTO articles (name, outlet, url, path, own_id, nth) VALUES (?, ?, ?, ?, ?, ?)",
        (name, article.outlet, article.url, place.path, place.own_id, place.nth),
    )
    return int(done.lastrowid or 0)


def put_version(connection: sqlite3.Connection, article_id: int, original_id: int) -> tuple[int, int]:
    """The number and the key of the article's next version."""
    (number,) = connection.execute(
        "SELECT coalesce(max(number), 0) + 1 FROM versions WHERE article_id = ?", (article_id,)
    ).fetchone()
    done = connection.execute(
        "INSERT INTO versions (article_id, number, original_id) VALUES (?, ?, ?)", (article_id, number, original_id)
    )
    return number, int(done.lastrowid or 0)
