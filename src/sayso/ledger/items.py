"""Articles that feeds named: each address once, when it is looked at, and what each look found."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from enum import StrEnum

from sayso.feeds.item import Item
from sayso.feeds.links import host_of, key_of
from sayso.ledger.feeds import REMOVED

FORGOTTEN = "forgotten"
"""Why an item is no longer looked at whose article was forgotten: else the feed that names it would bring it back."""
DONE = "all looks done"
"""Why an item is no longer looked at that never changed in a week, or not after that."""


class Looked(StrEnum):
    """What a look at an item found."""

    NEW = "new"
    NEW_VERSION = "new version"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    GIVEN_UP = "given up"
    GONE = "gone"


@dataclasses.dataclass(frozen=True, slots=True)
class WatchedItem:
    """An article that a feed named, as it is watched.

    Args:
        id: Its key.
        url: Where it is.
        feed: The address of the feed that named it first.
        seen_at: When that was.
        failures: How often in a row a look failed.
        etag: What to ask with, so that the server can say that nothing changed.
        last_modified: The same.
        article: Its name in the ledger; ``None`` before it was got.
        next_at: When it is due.
        last: What the last look found; ``None`` before the first.
    """

    id: int
    url: str
    feed: str
    seen_at: str
    failures: int
    etag: str | None
    last_modified: str | None
    article: str | None
    next_at: str
    last: Looked | None


_FIELDS = tuple(field.name for field in dataclasses.fields(WatchedItem))[:-1]


def put(connection: sqlite3.Connection, feed_id: int, item: Item, now: str) -> bool:
    """Write down that the feed names *item*, and what it says of it now; whether no feed named it before."""
    key = key_of(item.url)
    new = connection.execute(
        "INSERT INTO items (key, url, host, seen_at, failures, next_at) VALUES (?, ?, ?, ?, 0, ?)"
        " ON CONFLICT DO NOTHING",
        (key, item.url, host_of(item.url), now, now),
    ).rowcount == 1  # fmt: skip
    (item_id, ended) = connection.execute("SELECT id, ended FROM items WHERE key = ?", (key,)).fetchone()
    if ended == FORGOTTEN:
        return False
    if ended == REMOVED:
        connection.execute("UPDATE items SET next_at = ?, ended = NULL WHERE id = ?", (now, item_id))
    said = (item.guid, item.title, item.published, item.updated, item.publisher, item.publisher_url)
    connection.execute(
        "INSERT INTO feed_items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (feed_id, item_id) DO UPDATE SET"
        " (guid, title, published, updated, publisher, publisher_url, found_in) = (excluded.guid, excluded.title,"
        " excluded.published, excluded.updated, excluded.publisher, excluded.publisher_url, excluded.found_in)"
        " WHERE (guid, title, published, updated, publisher, publisher_url) IS NOT (excluded.guid, excluded.title,"
        " excluded.published, excluded.updated, excluded.publisher, excluded.publisher_url)",
        (feed_id, item_id, now, *said, json.dumps(dict(item.found_in))),
    )
    return new


def due(connection: sqlite3.Connection, now: str) -> WatchedItem | None:
    """The item that has been due for longest."""
    row = connection.execute(
        "SELECT i.id, i.url, (SELECT f.url FROM feed_items s JOIN feeds f ON f.id = s.feed_id WHERE s.item_id = i.id"
        " ORDER BY s.seen_at, f.id), i.seen_at, i.failures, i.etag, i.last_modified, a.name, i.next_at,"
        " (SELECT outcome FROM looks WHERE item_id = i.id ORDER BY id DESC)"
        " FROM items i LEFT JOIN articles a ON a.id = i.article_id"
        " WHERE i.next_at <= ? ORDER BY i.next_at, i.id LIMIT 1",
        (now,),
    ).fetchone()
    if row is None:
        return None
    return WatchedItem(**dict(zip(_FIELDS, row[:-1], strict=True)), last=Looked(row[-1]) if row[-1] else None)


def put_look(  # noqa: PLR0913 - a row
    connection: sqlite3.Connection, item: WatchedItem, looked: Looked, now: str, *, next_at: str | None,
    status: int | None = None, reason: str | None = None,
) -> None:  # fmt: skip
    """Write down what a look found, and keep when the item is looked at next; ``None`` where never again."""
    connection.execute(
        "INSERT INTO looks (item_id, looked_at, outcome, status, reason) VALUES (?, ?, ?, ?, ?)",
        (item.id, now, looked, status, reason),
    )
    connection.execute(
        "UPDATE items SET failures = ?, etag = ?, last_modified = ?, next_at = ?, ended = ?,"
        " article_id = (SELECT id FROM articles WHERE name = ?) WHERE id = ?",
        (item.failures, item.etag, item.last_modified, next_at,
         None if next_at else reason or DONE, item.article, item.id),
    )  # fmt: skip


def put_redirect(connection: sqlite3.Connection, item_id: int, url: str) -> None:
    """Keep that the item's address led to *url*."""
    connection.execute("UPDATE items SET led_to = ? WHERE id = ?", (key_of(url), item_id))


def publisher_at(connection: sqlite3.Connection, url: str) -> tuple[str, str] | None:
    """Whose article the feeds say that at *url* is, and which element said so; ``None`` where none does."""
    row = connection.execute(
        "SELECT s.publisher, s.found_in FROM items i JOIN feed_items s ON s.item_id = i.id"
        " WHERE (i.key = ?1 OR i.led_to = ?1) AND s.publisher IS NOT NULL ORDER BY s.seen_at, s.feed_id",
        (key_of(url),),
    ).fetchone()
    return (row[0], json.loads(row[1])["publisher"]) if row else None


def forget(connection: sqlite3.Connection, article_id: int) -> None:
    """Take out the words of what led to an article; what is left tells only that its address is not to be fetched."""
    keys = [key for (key,) in connection.execute("SELECT id FROM items WHERE article_id = ?", (article_id,))]
    for key in keys:
        connection.execute("DELETE FROM feed_items WHERE item_id = ?", (key,))
        connection.execute("DELETE FROM looks WHERE item_id = ?", (key,))
        connection.execute(
            "UPDATE items SET url = NULL, host = NULL, led_to = NULL, etag = NULL, last_modified = NULL,"
            " article_id = NULL, next_at = NULL, ended = ? WHERE id = ?",
            (FORGOTTEN, key),
        )
