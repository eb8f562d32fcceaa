"""Feeds that are watched: when each is due, and what came of asking it."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from sayso.feeds.item import Rhythm
from sayso.feeds.links import host_of
from sayso.feeds.schedule import FIRST

REMOVED = "removed"
"""Why a feed that somebody removed is no longer asked."""
UNLISTED = "no longer in its index"
"""Why a sitemap is no longer asked that its index left out."""

_COLUMNS = "id, url, title, parent_id, rhythm, interval, failures, etag, last_modified, next_at, ended"


class Asked(StrEnum):
    """What came of asking a feed."""

    READ = "read"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    ENDED = "ended"


@dataclasses.dataclass(frozen=True, slots=True)
class WatchedFeed:
    """A feed as it is watched.

    Args:
        id: Its key.
        url: Where it is asked.
        title: As it calls itself; ``None`` before it was read.
        parent: The key of the sitemap index that names it.
        rhythm: When it wants to be asked.
        interval: Seconds between two requests, as it changes.
        failures: How often in a row asking it failed.
        etag: What to ask with, so that the server can say that nothing changed.
        last_modified: The same.
        next_at: When it is due; ``None`` where it is no longer asked.
        ended: Why it is no longer asked.
    """

    id: int
    url: str
    title: str | None
    parent: int | None
    rhythm: Rhythm
    interval: int
    failures: int
    etag: str | None
    last_modified: str | None
    next_at: str | None
    ended: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class ListedFeed:
    """A feed that is watched, and what it has given.

    ``items`` are the articles that it named, ``articles`` those of them that are in the ledger; ``last`` is what came
    of asking it last, ``reason`` why that failed.
    """

    feed: WatchedFeed
    items: int
    articles: int
    last: Asked | None
    reason: str | None


def put(connection: sqlite3.Connection, url: str, now: str, *, parent: int | None = None) -> bool:
    """Watch the feed at *url* from now on; whether it was not watched before."""
    row = connection.execute("SELECT id, ended FROM feeds WHERE url = ?", (url,)).fetchone()
    if row is None:
        connection.execute(
            "INSERT INTO feeds (url, host, parent_id, added_at, rhythm, interval, failures, next_at)"
            " VALUES (?, ?, ?, ?, '{}', ?, 0, ?)",
            (url, host_of(url), parent, now, FIRST, now),
        )
        return True
    if row[1] is None:
        return False
    connection.execute(
        "UPDATE feeds SET next_at = ?, ended = NULL, failures = 0, etag = NULL, last_modified = NULL WHERE id = ?",
        (now, row[0]),
    )
    return True


def remove(connection: sqlite3.Connection, url: str) -> bool:
    """Ask the feed at *url*, and the sitemaps that it names, no more; whether it was watched.

    What was read stays, and articles that no other feed names are not looked at again.
    """
    row = connection.execute("SELECT id FROM feeds WHERE url = ? AND ended IS NULL", (url,)).fetchone()
    if row is None:
        return False
    end(connection, row[0], REMOVED)
    for (child,) in connection.execute("SELECT id FROM feeds WHERE parent_id = ? AND ended IS NULL", row).fetchall():
        end(connection, child, REMOVED)
    connection.execute(
        "UPDATE items SET next_at = NULL, ended = ? WHERE next_at IS NOT NULL AND NOT EXISTS (SELECT 1"
        " FROM feed_items s JOIN feeds f ON f.id = s.feed_id WHERE s.item_id = items.id AND f.ended IS NOT ?)",
        (REMOVED, REMOVED),
    )
    return True


def end(connection: sqlite3.Connection, feed_id: int, why: str) -> None:
    """Ask the feed no more."""
    connection.execute("UPDATE feeds SET next_at = NULL, ended = ? WHERE id = ?", (why, feed_id))


def get(connection: sqlite3.Connection, feed_id: int) -> WatchedFeed:
    """The feed of that key."""
    return _feed(connection.execute(f"SELECT {_COLUMNS} FROM feeds WHERE id = ?", (feed_id,)).fetchone())


def everyone(connection: sqlite3.Connection) -> list[WatchedFeed]:
    """All feeds but those that were removed, in the order in which they came."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM feeds WHERE ended IS NOT ? ORDER BY id", (REMOVED,))
    return [_feed(row) for row in rows]


def listed(connection: sqlite3.Connection) -> list[ListedFeed]:
    """The feeds of :func:`everyone`, with what each has given."""
    found = []
    for feed in everyone(connection):
        items, articles = connection.execute(
            "SELECT count(*), count(i.article_id) FROM feed_items s JOIN items i ON i.id = s.item_id"
            " WHERE s.feed_id = ?",
            (feed.id,),
        ).fetchone()
        last = connection.execute(
            "SELECT outcome, reason FROM feed_fetches WHERE feed_id = ? ORDER BY id DESC LIMIT 1", (feed.id,)
        ).fetchone()
        outcome, reason = last or (None, None)
        found.append(ListedFeed(feed, items, articles, Asked(outcome) if outcome else None, reason))
    return found


def due(connection: sqlite3.Connection, now: str) -> WatchedFeed | None:
    """The feed that has been due for longest."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM feeds WHERE next_at <= ? ORDER BY next_at, id LIMIT 1", (now,)
    ).fetchone()
    return _feed(row) if row else None


def put_fetch(  # noqa: PLR0913 - a row
    connection: sqlite3.Connection, feed_id: int, asked: Asked, now: str, *, status: int | None = None,
    items: int | None = None, new: int | None = None, reason: str | None = None,
) -> None:  # fmt: skip
    """Write down what came of asking a feed."""
    connection.execute(
        "INSERT INTO feed_fetches (feed_id, fetched_at, outcome, status, items, new, reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (feed_id, now, asked, status, items, new, reason),
    )


def put_state(connection: sqlite3.Connection, feed: WatchedFeed) -> None:
    """Keep when the feed is due next, and what that rests on."""
    rhythm = json.dumps(
        {"ttl": feed.rhythm.ttl, "hours": sorted(feed.rhythm.skip_hours), "days": sorted(feed.rhythm.skip_days)}
    )
    connection.execute(
        "UPDATE feeds SET title = ?, rhythm = ?, interval = ?, failures = ?, etag = ?, last_modified = ?, next_at = ?"
        " WHERE id = ?",
        (feed.title, rhythm, feed.interval, feed.failures, feed.etag, feed.last_modified, feed.next_at, feed.id),
    )


def move(connection: sqlite3.Connection, feed_id: int, url: str) -> bool:
    """Ask the feed at another address from now on; whether it was not watched there already, which ends it here."""
    if connection.execute("SELECT 1 FROM feeds WHERE url = ?", (url,)).fetchone():
        end(connection, feed_id, f"moved to {url}, which is watched too")
        return False
    connection.execute("UPDATE feeds SET url = ?, host = ? WHERE id = ?", (url, host_of(url), feed_id))
    return True


def put_children(
    connection: sqlite3.Connection, feed_id: int, children: Iterable[tuple[str, str | None]], now: str
) -> None:
    """Watch the sitemaps that an index names, one that changed at once, and those no more that it left out."""
    known = dict(connection.execute("SELECT url, ended FROM feeds WHERE parent_id = ?", (feed_id,)).fetchall())
    for url, changed_at in children:
        ended = known.pop(url, None)
        if ended is None or ended == UNLISTED:
            put(connection, url, now, parent=feed_id)
        connection.execute(
            "UPDATE feeds SET changed_at = ?, next_at = CASE WHEN changed_at < ? THEN min(next_at, ?) ELSE next_at END"
            " WHERE url = ? AND parent_id = ?",
            (changed_at, changed_at, now, url, feed_id),
        )
    for url, ended in known.items():
        if ended is None:
            connection.execute("UPDATE feeds SET next_at = NULL, ended = ? WHERE url = ?", (UNLISTED, url))


def put_refusal(connection: sqlite3.Connection, feed_id: int, item: str, reason: str, now: str) -> bool:
    """Write down that an item of the feed cannot be used; whether that was not known."""
    done = connection.execute(
        "INSERT INTO feed_refusals VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", (feed_id, item, reason, now)
    )
    return done.rowcount == 1


def leave_alone(connection: sqlite3.Connection, url: str, until: str) -> None:
    """Ask nothing of the host of *url* before *until*."""
    host = host_of(url)
    for table in ("feeds", "items"):
        connection.execute(f"UPDATE {table} SET next_at = ? WHERE host = ? AND next_at < ?", (until, host, until))


def next_time(connection: sqlite3.Connection) -> str | None:
    """When the next feed or article is due; ``None`` where nothing is watched."""
    (found,) = connection.execute(
        "SELECT min(at) FROM (SELECT min(next_at) AS at FROM feeds UNION ALL SELECT min(next_at) FROM items)"
    ).fetchone()
    return str(found) if found else None


def _feed(row: tuple[Any, ...]) -> WatchedFeed:
    key, url, title, parent, rhythm, interval, failures, etag, last_modified, next_at, ended = row
    said = json.loads(rhythm)
    wants = Rhythm(said.get("ttl", 0), frozenset(said.get("hours", ())), frozenset(said.get("days", ())))
    return WatchedFeed(
        key, url, title, parent, wants, interval, failures, etag, last_modified, next_at, ended
    )  # fmt: skip
