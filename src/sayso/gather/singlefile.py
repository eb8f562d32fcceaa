"""Pages that the browser extension SingleFile saved: their first comment says from where, and when."""

from __future__ import annotations

import datetime
import re

_WITHIN = 4096
_COMMENT = re.compile(
    rb"<!--\s{0,20}(?:Page saved with|Archive processed by) SingleFile\s{0,20}\n"
    rb"\s{0,20}url:[ \t]{0,4}(?P<url>\S{1,2000})"
    rb"(?:[ \t]{0,20}\r?\n\s{0,20}saved date:[ \t]{0,4}(?P<date>[^\n]{1,80}))?"
)
_DATE = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})", re.ASCII)


def saved_from(page: bytes) -> tuple[str, str | None] | None:
    r"""The address from which *page* was saved and the time, in UTC; ``None`` for a page that does not say.

    Example:
        >>> saved_from(b"<html><!--\n Page saved with SingleFile \n url: https://inlandpost.example/depot \n"
        ...            b" saved date: Tue May 12 2026 09:30:00 GMT+0200 (Meridian Time)\n-->")
        ('https://inlandpost.example/depot', '2026-05-12T07:30:00Z')
    """
    found = _COMMENT.search(page[:_WITHIN])
    if not found or not found["url"].startswith((b"https://", b"http://")):
        return None
    said = (found["date"] or b"").decode("utf-8", "replace")
    return found["url"].decode("utf-8", "replace"), _utc(said)


def _utc(said: str) -> str | None:
    """A date as JavaScript writes it."""
    found = _DATE.match(said)
    try:
        when = datetime.datetime.strptime(" ".join(found.groups()), "%b %d %Y %H:%M:%S %z") if found else None
    except ValueError:
        return None
    return when.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else None
