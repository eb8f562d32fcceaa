"""Asking one feed: what is new in it, or why it did not answer, and when it is asked again."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterator
from email.message import Message
from http import HTTPStatus

from sayso.errors import Refused
from sayso.feeds.event import Event, What
from sayso.feeds.item import Feed
from sayso.feeds.parse import parse
from sayso.feeds.schedule import back_off, interval_after, next_ask, retry_after
from sayso.feeds.times import utc
from sayso.ledger import Ledger, feeds, items
from sayso.ledger.feeds import Asked, WatchedFeed
from sayso.web import Capture, Validators

Fetch = Callable[..., Capture]
"""See :meth:`sayso.web.Fetcher.fetch`."""
Clock = Callable[[], datetime.datetime]
BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
"""Answers whose ``Retry-After`` is for all of the host."""


def ask(ledger: Ledger, fetch: Fetch, feed: WatchedFeed, clock: Clock, shortest: int) -> Iterator[Event]:
    """Ask *feed*, write down what came of it, and say what happened."""
    try:
        capture = fetch(feed.url, known=Validators(feed.etag, feed.last_modified))
        found = None if capture.status == HTTPStatus.NOT_MODIFIED else _feed_in(capture)
    except _Failed as failed:
        return _put_failure(ledger, feed, clock(), failed)
    except Refused as refused:
        return _put_failure(ledger, feed, clock(), _Failed(str(refused)))
    return iter(_put(ledger, feed, capture, found, clock(), shortest))


class _Failed(Exception):
    """A feed did not answer as a feed does: why, with which status, and headers of what did."""

    def __init__(self, reason: str, capture: Capture | None = None) -> None:
        super().__init__(reason, capture)
        self.reason, self.capture = reason, capture


def _feed_in(capture: Capture) -> Feed:
    if capture.status != HTTPStatus.OK:
        raise _Failed(f"status {capture.status}", capture)
    try:
        return parse(capture.body, capture.url, declared=charset_of(capture))
    except Refused as refused:
        raise _Failed(str(refused), capture) from None


def charset_of(capture: Capture) -> str | None:
    """The encoding that the server named."""
    message = Message()
    message["content-type"] = capture.header("content-type") or ""
    found = message.get_param("charset")
    return found if isinstance(found, str) and found.isascii() else None


def headers_of(capture: Capture) -> dict[str, str]:
    """The headers by their names in small letters, of several of one name the first."""
    return {name.lower(): value for name, value in reversed(capture.headers)}


def _put(  # noqa: PLR0913, PLR0917 - what came, and when
    ledger: Ledger, feed: WatchedFeed, capture: Capture, found: Feed | None, now: datetime.datetime, shortest: int
) -> list[Event]:
    at, events = utc(now), []
    if feed.failures:
        events.append(Event(at, What.FEED_BACK, feed.url))
    with ledger.writing():
        new = 0
        if found is not None:
            new = sum([items.put(ledger.connection, feed.id, item, at) for item in found.items])
            events += _put_refusals(ledger, feed, found, at)
        interval = interval_after(feed.interval, changed=new > 0)
        rhythm = found.rhythm if found else feed.rhythm
        after = next_ask(now, interval, rhythm, headers_of(capture), shortest=shortest)
        seen = capture.validators if found is not None else Validators(feed.etag, feed.last_modified)
        feeds.put_state(ledger.connection, dataclasses.replace(
            feed, title=(found and found.title) or feed.title, rhythm=rhythm, interval=interval, failures=0,
            etag=seen.etag, last_modified=seen.last_modified, next_at=utc(after),
        ))  # fmt: skip
        asked = Asked.UNCHANGED if found is None else Asked.READ
        listed = None if found is None else len(found.items)
        feeds.put_fetch(ledger.connection, feed.id, asked, at, status=capture.status, items=listed, new=new)
        if found is not None and found.children:
            feeds.put_children(ledger.connection, feed.id, found.children, at)
        events += _put_move(ledger, feed, capture, at)
    return events


def _put_refusals(ledger: Ledger, feed: WatchedFeed, found: Feed, at: str) -> Iterator[Event]:
    """An event for each refusal that was not there the last time; none of sitemaps that nobody named."""
    for refused in found.refused:
        where, reason, *_ = refused.args
        if feeds.put_refusal(ledger.connection, feed.id, where, reason, at) and feed.parent is None:
            yield Event(at, What.REFUSED, feed.url, reason=str(refused))


def _put_move(ledger: Ledger, feed: WatchedFeed, capture: Capture, at: str) -> Iterator[Event]:
    if capture.moved_to is None or capture.moved_to == feed.url:
        return
    reason = f"to {capture.moved_to}, for good"
    if feeds.move(ledger.connection, feed.id, capture.moved_to):
        yield Event(at, What.FEED_MOVED, feed.url, reason=reason)
    else:
        yield Event(at, What.FEED_ENDED, feed.url, reason=f"moved {reason}, which is watched too")


def _put_failure(ledger: Ledger, feed: WatchedFeed, now: datetime.datetime, failed: _Failed) -> Iterator[Event]:
    at, capture, failures = utc(now), failed.capture, feed.failures + 1
    status = capture.status if capture else None
    ended = status == HTTPStatus.GONE
    with ledger.writing():
        wait = max(back_off(failures, feed.url), retry_after(headers_of(capture), now) if capture else 0)
        until = utc(now + datetime.timedelta(seconds=wait))
        feeds.put_state(ledger.connection, dataclasses.replace(feed, failures=failures, next_at=until))
        outcome = Asked.ENDED if ended else Asked.FAILED
        feeds.put_fetch(ledger.connection, feed.id, outcome, at, status=status, reason=failed.reason)
        if ended:
            feeds.end(ledger.connection, feed.id, "the server says that it is gone for good (status 410)")
        if capture:
            leave_alone(ledger, feed.url, capture, now)
    if ended:
        yield Event(at, What.FEED_ENDED, feed.url, reason="gone for good (status 410); it is not asked again")
    else:
        yield Event(at, What.FEED_FAILED, feed.url, reason=f"{failed.reason}; asked again after {until}")


def leave_alone(ledger: Ledger, url: str, capture: Capture, now: datetime.datetime) -> None:
    """Ask nothing of the host of *url* for as long as it says that it is busy."""
    wait = retry_after(headers_of(capture), now) if capture.status in BUSY else 0
    if wait:
        feeds.leave_alone(ledger.connection, url, utc(now + datetime.timedelta(seconds=wait)))
