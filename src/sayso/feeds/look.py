"""Looking at one article: whether it is there, whether it changed, and when it is looked at again."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from http import HTTPStatus

from sayso.errors import Refused
from sayso.feeds.ask import Clock, Fetch, headers_of, leave_alone
from sayso.feeds.event import Event, What
from sayso.feeds.links import key_of
from sayso.feeds.schedule import MOST_FAILURES, back_off, next_look, retry_after
from sayso.feeds.times import parsed, utc
from sayso.ledger import Added, Ledger, Outcome, items
from sayso.ledger.items import Looked, WatchedItem
from sayso.web import Capture, Validators
from sayso.web.pages import document_of

_AWAY = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_LOOKED = {Outcome.NEW: Looked.NEW, Outcome.NEW_VERSION: Looked.NEW_VERSION}


def look(ledger: Ledger, fetch: Fetch, item: WatchedItem, clock: Clock) -> Iterator[Event]:
    """Fetch the article that *item* names, keep it where it is new or changed, and say what happened."""
    known = Validators(item.etag, item.last_modified) if item.article else None
    try:
        capture = fetch(item.url, known=known)
    except Refused as refused:
        return _put_failure(ledger, item, clock(), str(refused), None)
    if capture.status == HTTPStatus.OK:
        return iter(_put(ledger, item, capture, clock()))
    if capture.status == HTTPStatus.NOT_MODIFIED:
        return iter(_put_unchanged(ledger, item, clock()))
    if capture.status in _AWAY and item.article:
        return iter(_put_away(ledger, item, capture, clock()))
    return _put_failure(ledger, item, clock(), f"status {capture.status}", capture)


def _put(ledger: Ledger, item: WatchedItem, capture: Capture, now: datetime.datetime) -> list[Event]:
    at, refusals = utc(now), list[Refused]()

    def together(added: Added) -> None:
        seen = capture.validators
        after = dataclasses.replace(
            item, failures=0, etag=seen.etag, last_modified=seen.last_modified, article=added.article
        )
        outcome = _LOOKED.get(added.outcome, Looked.UNCHANGED)
        items.put_look(ledger.connection, after, outcome, at, next_at=_next(item, now), status=capture.status)

    try:
        documents = [document_of(capture)]
    except Refused as refused:
        return _put_unread(ledger, item, capture, now, str(refused))
    if key_of(capture.url) != key_of(item.url):
        with ledger.writing():
            items.put_redirect(ledger.connection, item.id, capture.url)
    done = list(ledger.add_documents(documents, refused=refusals.append, together=together))
    if done:
        return list(_told(item, done[0], at))
    return _put_unread(ledger, item, capture, now, str(refusals[0]))


def _told(item: WatchedItem, added: Added, at: str) -> Iterator[Event]:
    if added.outcome is Outcome.NEW:
        yield Event(at, What.NEW_ARTICLE, item.feed, item.url, added.article, added.version)
    elif added.outcome is Outcome.NEW_VERSION:
        for change in added.changes:
            yield Event(
                at, What.NEW_VERSION, item.feed, item.url, added.article, added.version, change.attribution, str(change)
            )
        if not added.changes:
            yield Event(at, What.NEW_VERSION, item.feed, item.url, added.article, added.version)


def _put_unread(ledger: Ledger, item: WatchedItem, capture: Capture, now: datetime.datetime, why: str) -> list[Event]:
    """A page came without an article in it. It is looked at again when any article is: it may have one by then."""
    at, after = utc(now), dataclasses.replace(item, failures=0)
    with ledger.writing():
        items.put_look(
            ledger.connection, after, Looked.FAILED, at, next_at=_next(item, now), status=capture.status, reason=why
        )
    return [] if item.last is Looked.FAILED else [Event(at, What.REFUSED, item.feed, item.url, reason=why)]


def _put_unchanged(ledger: Ledger, item: WatchedItem, now: datetime.datetime) -> list[Event]:
    after = dataclasses.replace(item, failures=0)
    with ledger.writing():
        items.put_look(
            ledger.connection, after, Looked.UNCHANGED, utc(now), next_at=_next(item, now),
            status=int(HTTPStatus.NOT_MODIFIED),
        )  # fmt: skip
    return []


def _put_away(ledger: Ledger, item: WatchedItem, capture: Capture, now: datetime.datetime) -> list[Event]:
    """An article that is in the ledger is no longer where it was. It is looked at again: some come back."""
    at, reason = utc(now), f"status {capture.status}"
    after = dataclasses.replace(item, failures=0, etag=None, last_modified=None)
    with ledger.writing():
        items.put_look(
            ledger.connection, after, Looked.GONE, at, next_at=_next(item, now), status=capture.status, reason=reason
        )
    known = item.last is Looked.GONE
    return [] if known else [Event(at, What.GONE, item.feed, item.url, item.article, reason=reason)]


def _put_failure(
    ledger: Ledger, item: WatchedItem, now: datetime.datetime, reason: str, capture: Capture | None
) -> Iterator[Event]:
    """Nothing came. It is tried again soon, and given up only after days, and never if it is in the ledger."""
    failures, at = item.failures + 1, utc(now)
    given_up = failures >= MOST_FAILURES and item.article is None
    wait = max(back_off(failures, item.url), retry_after(headers_of(capture), now) if capture else 0)
    next_at: str | None = utc(now + datetime.timedelta(seconds=wait))
    if failures >= MOST_FAILURES:
        next_at, failures = (None if given_up else _next(item, now)), 0
    after = dataclasses.replace(item, failures=failures)
    outcome = Looked.GIVEN_UP if given_up else Looked.FAILED
    with ledger.writing():
        status = capture.status if capture else None
        items.put_look(ledger.connection, after, outcome, at, next_at=next_at, status=status, reason=reason)
        if capture:
            leave_alone(ledger, item.url, capture, now)
    if given_up:
        yield Event(at, What.GIVEN_UP, item.feed, item.url, reason=f"{reason}, {MOST_FAILURES} times in a row")


def _next(item: WatchedItem, now: datetime.datetime) -> str | None:
    after = next_look(parsed(item.seen_at), now)
    return utc(after) if after else None
