"""When a feed is asked next, and when an article is looked at again: arithmetic on times, nothing else."""

from __future__ import annotations

import datetime
import email.utils
import hashlib
import re
from collections.abc import Mapping

from sayso.feeds.item import Rhythm

SHORTEST = 300
"""Seconds between two requests to one feed, at least."""
LONGEST = 86_400
"""The same at most, whatever the feed or its server says; only ``Retry-After`` may ask for more."""
FIRST = 1_800
"""The same before it is known how often a feed changes."""
LOOKS = (3_600, 21_600, 86_400, 604_800)
"""Seconds after an article was first listed at which it is looked at again: most corrections come in the first day."""
MOST_FAILURES = 12
"""Tries after which an article that was never got is given up: five days, longer than most hosts are down."""

_LONGEST_WAIT = 7 * 86_400
_FIRST_BACK_OFF = 600
_AN_HOUR = datetime.timedelta(hours=1)
_HOURS_OF_A_WEEK = 168
_MAX_AGE = re.compile(r"(?:\A|[,\s])max-age\s*=\s*\"?(\d{1,9})")


def interval_after(interval: int, *, changed: bool) -> int:
    """Seconds until a feed is asked again: half as long where it had something new, half as long again where not.

    Example:
        >>> interval_after(1_800, changed=True), interval_after(1_800, changed=False)
        (900, 2700)
    """
    return min(LONGEST, max(SHORTEST, interval // 2 if changed else interval * 3 // 2))


def next_ask(
    now: datetime.datetime, interval: int, rhythm: Rhythm, headers: Mapping[str, str], *, shortest: int = SHORTEST
) -> datetime.datetime:
    """When a feed that answered is asked again: not before *interval*, its ttl and ``max-age``, nor in hours it skips.

    Args:
        now: In UTC.
        interval: Seconds, see :func:`interval_after`.
        rhythm: What the feed wants.
        headers: Of the answer, by names in small letters.
        shortest: Seconds that the user wants between two requests, at least.
    """
    found = _MAX_AGE.search(headers.get("cache-control", "").lower())
    wanted = max(interval, rhythm.ttl, int(found[1]) if found else 0)
    return _outside_of_skipped(now + datetime.timedelta(seconds=max(shortest, min(LONGEST, wanted))), rhythm)


def back_off(failures: int, name: str) -> int:
    """Seconds to wait after so many failures in a row: twice as long each time, up to a day.

    They are spread by up to a quarter, by *name*: a server that comes back must not be asked by all at once.

    Example:
        >>> [450 <= back_off(1, name) <= 600 for name in ("a", "b")]
        [True, True]
    """
    full: int = min(LONGEST, _FIRST_BACK_OFF * 2 ** min(failures - 1, 10))
    digest = hashlib.sha256(f"{name} {failures}".encode("utf-8", "surrogatepass")).digest()
    return full - full * digest[0] // 1020


def retry_after(headers: Mapping[str, str], now: datetime.datetime) -> int:
    """Seconds that a server asks to be left alone, up to a week; 0 where it does not say.

    Example:
        >>> now = datetime.datetime(2026, 5, 12, 7, 30, tzinfo=datetime.UTC)
        >>> retry_after({"retry-after": "120"}, now), retry_after({"retry-after": "Tue, 12 May 2026 07:31:00 GMT"}, now)
        (120, 60)
    """
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdecimal():
        return min(_LONGEST_WAIT, int(said[:9]))
    try:
        until = email.utils.parsedate_to_datetime(said)
        seconds = (until if until.tzinfo else until.replace(tzinfo=datetime.UTC)) - now
    except (ValueError, TypeError, OverflowError, IndexError):
        return 0
    return max(0, min(_LONGEST_WAIT, round(seconds.total_seconds())))


def next_look(seen: datetime.datetime, now: datetime.datetime) -> datetime.datetime | None:
    """When an article first listed at *seen* is looked at again after *now*; ``None`` after the last look.

    Looks that were missed, because nothing ran, are not made up for: the next one sees what they would have seen.
    """
    times = (seen + datetime.timedelta(seconds=each) for each in LOOKS)
    return next((each for each in times if each > now), None)


def _outside_of_skipped(when: datetime.datetime, rhythm: Rhythm) -> datetime.datetime:
    """*when*, or the beginning of the first hour after it in which the feed wants to be asked."""
    later = when
    for _ in range(_HOURS_OF_A_WEEK):
        if later.hour not in rhythm.skip_hours and later.weekday() not in rhythm.skip_days:
            return later
        later = later.replace(minute=0, second=0, microsecond=0) + _AN_HOUR
    return when  # one that skips every hour has made a mistake
