"""Dates as newspapers write them, to ISO 8601, no more precise than they are."""

from __future__ import annotations

import datetime
import re

_FIRST_NEWSPAPER = 1605
_SPELLED = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTHS = {name: number for number, names in enumerate(_SPELLED, start=1) for name in names}
"""Month by its names in small letters, short and long: 1 is January."""
_NAME = rf"(?P<month>{'|'.join(MONTHS)})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:(?:[\s,|·–-]|at)+\d{1,2}[:.]\d\d.*)?"

_ISO = re.compile(r"(?P<date>\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T\d\d.*|\s+\d{1,2}:\d\d.*)?", re.ASCII | re.DOTALL)
_WORDS = tuple(
    re.compile(_WEEKDAY + form + _TIME, re.ASCII | re.IGNORECASE | re.DOTALL)
    for form in (
        rf"{_DAY}[\s-]+{_NAME},?[\s-]+{_YEAR}",
        rf"{_NAME}\s+{_DAY},?\s+{_YEAR}",
        rf"{_NAME},?\s+{_YEAR}",
        rf"{_YEAR}[\s/]+{_NAME}[\s/]+{_DAY}",
    )
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)", re.ASCII)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})" + _TIME, re.ASCII | re.DOTALL)
_NUMBERS = re.compile(r"(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<year>\d{4}|\d\d)" + _TIME, re.ASCII | re.DOTALL)


_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2}|[a-z]{3})/(?P<day>\d{1,2})/", re.ASCII | re.IGNORECASE
)


def iso_date(raw: str) -> str | None:
    """*raw* as ``2026-03-07``, ``2026-03`` or ``2026``, as precise as it is; ``None`` where it could mean two days.

    ``7/5/16`` is the seventh of May to one half of the world and the fifth of July to the other; with a number over
    twelve it is clear. The day is the one that is written, whatever its time zone. Years of two digits are those from
    1970 to 2069.

    Example:
        >>> iso_date("19 Apr 2017"), iso_date("4/19/17"), iso_date("7/5/16")
        ('2017-04-19', '2017-04-19', None)
    """
    raw = raw.strip()
    if found := _ISO.fullmatch(raw):
        return found["date"] if _exists(*(int(part) for part in found["date"].split("-"))) else None
    for form in _WORDS:
        if found := form.fullmatch(raw):
            parts = found.groupdict()
            return _iso(parts["year"], MONTHS[parts["month"].lower()], parts.get("day"))
    if found := _COMPACT.fullmatch(raw) or _YEAR_FIRST.fullmatch(raw):
        return _iso(found["year"], int(found["month"]), found["day"])
    if found := _NUMBERS.fullmatch(raw):
        return _from_numbers(int(found["a"]), int(found["b"]), found["year"])
    return None


def date_in_address(url: str) -> str | None:
    """The day that the folders of an address name, as on many news sites; ``None`` where they name none.

    Example:
        >>> date_in_address("https://inlandpost.example/news/2026/may/12/bridge")
        '2026-05-12'
    """
    found = _IN_ADDRESS.search(url)
    if found is None:
        return None
    month = MONTHS.get(found["month"].lower()) or (int(found["month"]) if found["month"].isdigit() else 0)
    return _iso(found["year"], month, found["day"])


def _from_numbers(a: int, b: int, year: str) -> str | None:
    if len(year) == 2:
        year = f"{'20' if int(year) < 70 else '19'}{year}"
    if a > 12 or a == b:
        return _iso(year, b, str(a))
    return _iso(year, a, str(b)) if b > 12 else None


def _iso(year: str, month: int, day: str | None) -> str | None:
    if day is None:
        return f"{year}-{month:02}" if _exists(int(year), month) else None
    return f"{year}-{month:02}-{int(day):02}" if _exists(int(year), month, int(day)) else None


def _exists(year: int, month: int = 1, day: int = 1) -> bool:
    if year < _FIRST_NEWSPAPER:  # 0001-01-01 is how some sites write that they have no date
        return False
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True
