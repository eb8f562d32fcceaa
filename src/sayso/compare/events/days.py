"""On which day each article of a collection appeared, as far as its date, its column of dates or its own head says."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Sequence

from sayso.article import Article
from sayso.gather.dates import iso_date

_HEAD = 260
"""Characters in which an article dates itself: a later date is more often that of something it tells of."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATED = re.compile(rf"\b(?:\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}} ?,? ?\d{{4}})\b", re.IGNORECASE)
_TWO_WAYS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_WHOLE = len("2026-05-12")


def days_of(articles: Sequence[Article]) -> list[int | None]:
    """The day of each article, as a number; ``None`` where nothing tells.

    Of an article whose date may be read in two ways ("7/2/16"), its head decides, else the order that the dates of the
    others have.

    Example:
        >>> rows = [("a", None, "7/2/26"), ("b", "2026-07-30", "7/30/26"), ("c", "2026-07-31", "7/31/26")]
        >>> days = days_of([Article(name, "It rained.", date=date, date_raw=raw) for name, date, raw in rows])
        >>> datetime.date.fromordinal(days[0])
        datetime.date(2026, 7, 2)
    """
    month_first = _month_first(articles)
    return [_dated(article.date) or _of_head(article.text) or _of_column(article, month_first) for article in articles]


def _dated(date: str | None) -> int | None:
    """A full ISO date as a number of days; a month or a year is none."""
    return datetime.date.fromisoformat(date).toordinal() if date and len(date) == _WHOLE else None


def _of_head(text: str) -> int | None:
    found = _DATED.search(text, 0, _HEAD)
    return _dated(iso_date(found[0])) if found else None


def _month_first(articles: Sequence[Article]) -> bool | None:
    """Whether dates of the collection give the month first; ``None`` where none or both ways are seen."""
    seen: Counter[bool] = Counter()
    for article in articles:
        found = _TWO_WAYS.match(article.date_raw or "")
        if found and article.date and len(article.date) == _WHOLE and found[1] != found[2]:
            month = datetime.date.fromisoformat(article.date).month
            seen[int(found[1]) == month] += 1
    return next(iter(seen)) if len(seen) == 1 else None


def _of_column(article: Article, month_first: bool | None) -> int | None:
    found = _TWO_WAYS.match(article.date_raw or "")
    if found is None or month_first is None:
        return None
    month, day = (int(found[1]), int(found[2])) if month_first else (int(found[2]), int(found[1]))
    year = int(found[3]) if len(found[3]) > 2 else 2000 + int(found[3])
    try:
        return datetime.date(year, month, day).toordinal()
    except ValueError:
        return None
