"""What a feed says: its items, and when it wants to be asked again."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from sayso.errors import Refused


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """One article that a feed names. What the feed does not say is ``None``.

    Args:
        url: Where the article is, absolute, ``http`` or ``https``.
        title: Its headline.
        published: When, in UTC, as ``2026-05-12T07:30:00Z``.
        updated: When it was last changed, in the same form.
        publisher: Whose article it is where the feed says so: of a syndicated item its first publisher.
        publisher_url: That publisher's address.
        guid: The feed's own name for the item. Feeds repeat and change them, so they are kept, not relied on.
        found_in: Which element said each field: ``{"publisher": "RSS source"}``.
    """

    url: str
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    publisher_url: str | None = None
    guid: str | None = None
    found_in: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True, slots=True)
class Rhythm:
    """When a feed wants not to be asked: for *ttl* seconds, in these hours (0 to 23) and on these days (0: Monday)."""

    ttl: int = 0
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()


@dataclasses.dataclass(frozen=True, slots=True)
class Feed:
    """One feed as it was at one moment.

    ``items`` are in the feed's order, each address once. ``refused`` has what could not be used, and why. ``children``
    are the sitemaps that a sitemap index names, newest first, each with when it last changed where that is said.
    """

    title: str | None = None
    items: tuple[Item, ...] = ()
    refused: tuple[Refused, ...] = ()
    rhythm: Rhythm = Rhythm()
    children: tuple[tuple[str, str | None], ...] = ()
