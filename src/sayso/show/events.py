"""What happened while feeds were watched, and the feeds: one line for each, as it comes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from sayso.feeds.event import Event
from sayso.ledger.feeds import ListedFeed
from sayso.printable import printable
from sayso.show import rows
from sayso.show.words import one_line

EVENTS = tuple(field.name for field in dataclasses.fields(Event))
FEEDS = ("feed", "title", "next_at", "every", "failures", "items", "articles", "last", "reason", "ended")
FEEDS_SHOWN = ("feed", "next_at", "items", "articles", "last")


def write_events(events: Iterable[Event], form: str, out: TextIO) -> None:
    """Write each event as soon as it comes: a line for people, as JSON Lines, or as CSV with :data:`EVENTS`."""
    if form != "table":
        rows.write_rows(_flushed(map(dataclasses.asdict, events), out), EVENTS, form, out)
        return
    for event in events:
        out.write(f"{line(event)}\n")
        out.flush()


def line(event: Event) -> str:
    """One event for a person, without anything that could steer the terminal.

    Example:
        >>> from sayso.feeds.event import What
        >>> line(Event("2026-05-12T07:30:00Z", What.FEED_ENDED, "https://port-ada.example/rss", reason="gone for good"))
        '2026-05-12 07:30  feed ended  https://port-ada.example/rss  gone for good'
    """
    at = event.at[:16].replace("T", " ")
    name = event.attribution or event.article
    parts = (at, event.what.value, name, event.url or event.feed, event.change, event.reason)
    return "  ".join(printable(one_line(each)) for each in parts if each)


def feed(one: ListedFeed) -> dict[str, Any]:
    """A watched feed in the columns :data:`FEEDS`; ``every`` are seconds."""
    return {
        "feed": one.feed.url, "title": one.feed.title, "next_at": one.feed.next_at, "every": one.feed.interval,
        "failures": one.feed.failures, "items": one.items, "articles": one.articles, "last": one.last,
        "reason": one.reason, "ended": one.feed.ended,
    }  # fmt: skip


def _flushed(told: Iterable[dict[str, Any]], out: TextIO) -> Iterator[dict[str, Any]]:
    """The same rows; each is on its way before the next is waited for."""
    for row in told:
        yield row
        out.flush()
