"""What happened while feeds were watched."""

from __future__ import annotations

import dataclasses
from enum import StrEnum


class What(StrEnum):
    """What an event is."""

    NEW_ARTICLE = "new article"
    NEW_VERSION = "new version"
    GONE = "article gone"
    REFUSED = "refused"
    GIVEN_UP = "given up"
    FEED_FAILED = "feed failed"
    FEED_BACK = "feed answers again"
    FEED_MOVED = "feed moved"
    FEED_ENDED = "feed ended"


@dataclasses.dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. What does not belong to it is ``None``.

    Args:
        at: When, in UTC, as ``2026-05-12T07:30:00Z``.
        what: Which kind of thing.
        feed: The address of the feed.
        url: Of the article.
        article: Its name in the ledger.
        version: Its number.
        attribution: The name of the attribution that changed.
        change: What became of it; a new version has an event for each change.
        reason: Why something failed or was refused.
    """

    at: str
    what: What
    feed: str
    url: str | None = None
    article: str | None = None
    version: int | None = None
    attribution: str | None = None
    change: str | None = None
    reason: str | None = None
