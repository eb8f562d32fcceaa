"""The tables of what is watched: feeds, the articles that they name, and what came of asking for each.

They are tables of work and no evidence: a row says when a thing is due, so rows change, and the log does not speak of
them. ``feed_fetches`` and ``looks`` are only ever added to.
"""

from __future__ import annotations

import sqlite3

from sayso.ledger.sql import execute_all, immutable_trigger

_FEEDS = """
CREATE TABLE feeds (
  id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, host TEXT NOT NULL, parent_id INTEGER REFERENCES feeds,
  title TEXT, added_at TEXT NOT NULL, changed_at TEXT, rhythm TEXT NOT NULL, interval INTEGER NOT NULL,
  failures INTEGER NOT NULL, etag TEXT, last_modified TEXT, next_at TEXT, ended TEXT,
  CHECK ((next_at IS NULL) = (ended IS NOT NULL))
) STRICT;
CREATE INDEX feeds_next ON feeds (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX feeds_parent ON feeds (parent_id) WHERE parent_id IS NOT NULL;
CREATE TABLE feed_fetches (
  id INTEGER PRIMARY KEY, feed_id INTEGER NOT NULL REFERENCES feeds, fetched_at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('read', 'unchanged', 'failed', 'ended')), status INTEGER, items INTEGER,
  new INTEGER, reason TEXT
) STRICT;
CREATE INDEX feed_fetches_feed ON feed_fetches (feed_id);
CREATE TABLE feed_refusals (
  feed_id INTEGER NOT NULL REFERENCES feeds, item TEXT NOT NULL, reason TEXT NOT NULL, seen_at TEXT NOT NULL,
  PRIMARY KEY (feed_id, item, reason)
) STRICT, WITHOUT ROWID;
CREATE TABLE items (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, led_to TEXT, url TEXT, host TEXT, seen_at TEXT NOT NULL,
  failures INTEGER NOT NULL, etag TEXT, last_modified TEXT, next_at TEXT, ended TEXT,
  article_id INTEGER REFERENCES articles ON DELETE SET NULL,
  CHECK ((next_at IS NULL) = (ended IS NOT NULL))
) STRICT;
CREATE INDEX items_next ON items (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX items_led_to ON items (led_to) WHERE led_to IS NOT NULL;
CREATE INDEX items_article ON items (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX items_host ON items (host) WHERE next_at IS NOT NULL;
CREATE TABLE feed_items (
  feed_id INTEGER NOT NULL REFERENCES feeds, item_id INTEGER NOT NULL REFERENCES items, seen_at TEXT NOT NULL,
  guid TEXT, title TEXT, published TEXT, updated TEXT, publisher TEXT, publisher_url TEXT, found_in TEXT NOT NULL,
  PRIMARY KEY (feed_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_items_item ON feed_items (item_id);
CREATE TABLE looks (
  id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES items, looked_at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('new', 'new version', 'unchanged', 'failed', 'given up', 'gone')),
  status INTEGER, reason TEXT
) STRICT;
CREATE INDEX looks_item ON looks (item_id);
"""


def create_feeds(connection: sqlite3.Connection, _now: str) -> None:
    """What is watched, and what came of it."""
    execute_all(connection, _FEEDS)
    for table in ("feed_fetches", "looks"):
        connection.execute(immutable_trigger(table))
