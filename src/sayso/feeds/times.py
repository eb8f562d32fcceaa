"""Times as feeds write them, in UTC and one form."""

from __future__ import annotations

import datetime
import time


def utc(when: datetime.datetime) -> str:
    """As ``2026-05-12T07:30:00Z``.

    Example:
        >>> utc(datetime.datetime(2026, 5, 12, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2))))
        '2026-05-12T07:30:00Z'
    """
    return when.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def utc_of(seconds: float) -> str:
    """Seconds since 1970 in the form of :func:`utc`."""
    return utc(datetime.datetime.fromtimestamp(seconds, tz=datetime.UTC))


def parsed(written: str) -> datetime.datetime:
    """What :func:`utc` wrote."""
    return datetime.datetime.strptime(written, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.UTC)


def from_iso(raw: object) -> str | None:
    """A W3C or RFC 3339 time in the form of :func:`utc`, without a zone taken as UTC; ``None`` for anything else."""
    if not isinstance(raw, str):
        return None
    try:
        when = datetime.datetime.fromisoformat(raw.strip())
        return utc(when if when.tzinfo else when.replace(tzinfo=datetime.UTC))
    except (ValueError, OverflowError):
        return None


def from_struct(when: time.struct_time | None) -> str | None:
    """What feedparser made of a time, in the form of :func:`utc`; ``None`` where that is no day."""
    try:
        return utc(datetime.datetime(*when[:6], tzinfo=datetime.UTC)) if when else None
    except (ValueError, OverflowError):
        return None
