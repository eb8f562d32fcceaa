"""Watching feeds: each is asked when it is due, and each article that they name is fetched once, then looked at again.

All state is in the ledger, and what came of a request is written in one transaction: the items of a feed with when it
is due next, an article with the look that found it. Killed at any moment, the same call goes on where it stood; only
the request that was under way is made again.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterator
from typing import Protocol

from sayso.feeds.ask import ask
from sayso.feeds.event import Event
from sayso.feeds.look import look
from sayso.feeds.schedule import SHORTEST
from sayso.feeds.times import parsed, utc
from sayso.ledger import Ledger, feeds, items
from sayso.web import Capture, Validators

_LONGEST_SLEEP = 60.0
"""Seconds after which it is looked again whether something is due: feeds may be added from elsewhere, clocks set."""


class Fetches(Protocol):
    """What fetches: :class:`sayso.web.Fetcher`, or a double."""

    def fetch(self, url: str, *, known: Validators | None = None) -> Capture:
        """See :meth:`sayso.web.Fetcher.fetch`."""


def watch(  # noqa: PLR0913 - keywords that a caller leaves out
    ledger: Ledger,
    fetcher: Fetches,
    *,
    once: bool = False,
    shortest: int = SHORTEST,
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Event]:
    """Ask the ledger's feeds and look at their articles, each when it is due, and say what happened.

    Args:
        ledger: Open for writing.
        fetcher: Makes the requests.
        once: Do what is due, and end; else go on for ever.
        shortest: Seconds between two requests to one feed, at least.
        clock: Seconds since 1970.
        sleep: Waits so many seconds.

    Yields:
        What happened, as it happens; nothing for what did not change.

    Raises:
        LedgerBusy: Somebody else is writing, and was for half a minute.
        LedgerUnwritable: The disk is full, or may not be written.
    """

    def now() -> datetime.datetime:
        return datetime.datetime.fromtimestamp(int(clock()), tz=datetime.UTC)

    started = now()
    while True:
        feed = feeds.due(ledger.connection, utc(started if once else now()))
        item = items.due(ledger.connection, utc(now()))
        if feed and (item is None or str(feed.next_at) <= item.next_at):
            yield from ask(ledger, fetcher.fetch, feed, now, shortest)
        elif item:
            yield from look(ledger, fetcher.fetch, item, now)
        elif once:
            return
        else:
            sleep(_until(feeds.next_time(ledger.connection), now()))


def _until(next_time: str | None, now: datetime.datetime) -> float:
    wait = (parsed(next_time) - now).total_seconds() if next_time else _LONGEST_SLEEP
    return max(1.0, min(_LONGEST_SLEEP, wait))
