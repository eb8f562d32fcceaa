"""When: the date that a sentence gives, as precise as it is, reckoned from the article's own.

Nothing is guessed. A span of time ("since 2011", "in the past two weeks", "on Tuesday and Wednesday") has no date, and
without the article's date neither have "Friday" and "3 October".
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable, Sequence

from sayso.figures.grammar import PREPOSITIONS
from sayso.figures.people import is_people
from sayso.figures.words import Word, listed, low
from sayso.gather.dates import MONTHS, iso_date

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Scraped text has lost its apostrophes: "Saturdays attack".
_GENITIVES = ("", "s", "'s", "’s")
_WEEKDAYS = {day + ending: number for number, day in enumerate(_DAYS) for ending in _GENITIVES}
_SHORT_WEEKDAYS = {day[:3] for day in _DAYS}
_NEAR = {day + ending: delta for day, delta in (("today", 0), ("yesterday", -1)) for ending in _GENITIVES}
_NEAR |= {"tonight": 0}
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_DAY_AND_YEAR = re.compile(r"(\d\d)((?:19|20)\d\d)", re.ASCII)  # "Feb 092015": a comma was lost
_NUMERIC = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}", re.ASCII)
_PERIODS = {"hours", "days", "weeks", "months", "years", "week", "day", "decade", "hour"}
_AHEAD = 31

_BEFORE_MONTH = {"in", "of", "last", "early", "late", "mid", "during", "since", "until"}
# Before the date of something else: right before it, up to eight words before it, anywhere in the clause before it.
_BESIDE = {"by", "from", "between", "to", "through"}
_CLOSE = {"before", "after", "following", "ahead", "began", "begun", "started", "erupted", "broke", "launched", "end"}
_CLOSE |= {"through", "over"}
_CLOSE_WITHIN = 8
_APART = {"after", "before", "since"}
_OTHER_EVENTS = listed(
    "poll polls election elections vote referendum agreement deal truce ceasefire deadline anniversary summit talks"
    " conference meeting resolution"
)
_FAR = {"since", "until", "till"}
_TIMES_OF_DAY = {"dawn", "midnight", "noon", "midday", "dusk", "sunrise", "sunset", "nightfall"}
_PUBLISHED = {"published", "posted", "updated", "publication"}
_SAYING = listed(
    "said says told reported announced added stated wrote tweeted warned published posted updated publication"
    " statement interview"
)
_SAID_WITHIN = 4
_OPENS_WITH = 6
_OPENS_WITHIN = 40
_OPENING = 4


@dataclasses.dataclass(frozen=True, slots=True)
class When:
    """A date in a sentence: ISO, or ``None`` where it is that of something else; the half-open range of its words."""

    date: str | None
    first: int
    last: int


_Read = tuple[str | None, int] | None


def day_of(sentences: Sequence[Sequence[Word]], published: str | None) -> datetime.date | None:
    """The day from which a text reckons: the one that it opens with, else the article's.

    Scraped texts open with the day on which they came out ("Wed 13 May 2026", "Published May 13 2026"), and the tables
    that they stand in often give another.

    Args:
        sentences: Those of the text.
        published: The article's date in ISO form; one less precise than a day is no day.
    """
    opening = [word for sentence in sentences[:_OPENING] for word in sentence][:_OPENS_WITHIN]
    for index in range(len(opening)):
        read = _month_and_day(opening, index, None) or _numeric(opening, index, None)
        if read and read[0] and read[0].count("-") == 2 and _opens(opening, index):
            return datetime.date.fromisoformat(read[0])
    iso = iso_date(published or "")
    return datetime.date.fromisoformat(iso) if iso and iso.count("-") == 2 else None


def _opens(words: Sequence[Word], index: int) -> bool:
    """Whether the full date at *index* is the text's own."""
    if any(word.low in _PUBLISHED for word in words[max(0, index - 3) : index]):
        return True
    # "On 12 May 2011 the river rose" opens a text about that day.
    alone = low(words, index - 1) not in PREPOSITIONS
    return alone and (index < _OPENS_WITH or _is_weekday(words, index))


def _is_weekday(words: Sequence[Word], index: int) -> bool:
    return low(words, index) in _WEEKDAYS or low(words, index) in _SHORT_WEEKDAYS


def dates_in(words: Sequence[Word], today: datetime.date | None) -> list[When]:
    """The dates of a sentence in reading order; those on which something was said or published are left out.

    Args:
        words: The sentence.
        today: The day from which it reckons, see :func:`day_of`; without it weekdays and "3 October" have no date.

    Example:
        >>> from sayso.figures.words import sentences
        >>> sentence = sentences("Two died on Friday, and one in March.")[0]
        >>> [when.date for when in dates_in(sentence, datetime.date(2026, 5, 14))]
        ['2026-05-08', '2026-03']
    """
    found: list[When] = []
    index = 0
    while index < len(words):
        read = _read(words, index, today)
        if read is None:
            index += 1
            continue
        date, last = read
        if not _is_said(words, index) and not (today and date == today.isoformat() and _is_full(words, last)):
            joined = found and _is_joined(words, found[-1].last, index)
            if joined:
                found[-1] = dataclasses.replace(found[-1], date=None)
            other = joined or _is_other_time(words, index) or low(words, last) in _OTHER_EVENTS
            found.append(When(None if other else date, index, last))
        index = last
    return found


def nearest(words: Sequence[Word], dates: Sequence[When], first: int, last: int) -> str | None:
    """The date of what the words from *first* to *last* tell; ``None`` where the nearest is none, or there is none."""
    if not dates:
        return None
    when = min(dates, key=lambda each: max(each.first - last, first - each.last, 0))
    apart = any(word.low in _APART for word in words[when.last : first])  # on Friday, a day after 12 people
    return None if apart else when.date


def _is_joined(words: Sequence[Word], last: int, first: int) -> bool:
    """Whether the dates that end and begin there are two of one list: "late May and early June"."""
    between = [word.low for word in words[last:first] if word.low not in {"early", "late", "mid", "in", "on"}]
    return between in (["and"], ["or"], ["to"])


def _read(words: Sequence[Word], index: int, today: datetime.date | None) -> _Read:
    for form in _FORMS:
        if found := form(words, index, today):
            return found
    return None


def _numeric(words: Sequence[Word], index: int, _: datetime.date | None) -> _Read:
    """27-07-2016 · 2016-07-27."""
    date = iso_date(words[index].low) if _NUMERIC.fullmatch(words[index].low) else None
    return (date, index + 1) if date else None


def _month_and_day(words: Sequence[Word], index: int, today: datetime.date | None) -> _Read:
    """Friday, 8 May 2026 · May 8 · 8th of May · May 2026 · last May."""
    start = index
    if _is_weekday(words, start):
        start += 1
        start += low(words, start) in {",", "."}
    day, month, last = _day_first(words, start) or _month_first(words, start) or (None, 0, start)
    if not month:
        return None
    if day is None and (run := _DAY_AND_YEAR.fullmatch(low(words, last))):
        return _iso(int(run[2]), month, int(run[1])), last + 1
    last += low(words, last) == "," and _YEAR.fullmatch(low(words, last + 1)) is not None
    if _YEAR.fullmatch(low(words, last)):
        return _iso(int(words[last].low), month, day), last + 1
    if day is None and (start > index or low(words, index - 1) not in _BEFORE_MONTH):
        return None
    return _most_recent(today, month, day), last


def _day_first(words: Sequence[Word], index: int) -> tuple[int | None, int, int] | None:
    day = _DAY.fullmatch(low(words, index))
    month = index + 1 + (low(words, index + 1) == "of")
    return (int(day[1]), MONTHS[words[month].low], month + 1) if day and _is_month(words, month) else None


def _month_first(words: Sequence[Word], index: int) -> tuple[int | None, int, int] | None:
    if not _is_month(words, index):
        return None
    last = index + 1 + (low(words, index + 1) == "." and len(words[index].low) < 5)
    day = _DAY.fullmatch(low(words, last))
    return (int(day[1]) if day else None, MONTHS[words[index].low], last + bool(day))


def _is_month(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].capital and words[index].low in MONTHS


def _iso(year: int, month: int, day: int | None) -> str | None:
    return iso_date(f"{year}-{month:02}" + (f"-{day:02}" if day else ""))


def _most_recent(today: datetime.date | None, month: int, day: int | None) -> str | None:
    """The last such day or month; one up to a month ahead is taken as announced."""
    if today is None:
        return None
    latest = _shifted(today, _AHEAD if day else 0) or today.isoformat()
    dates = (_iso(year, month, day) for year in (today.year + 1, today.year, today.year - 1))
    return next((date for date in dates if date and date <= latest), None)


def _weekday(words: Sequence[Word], index: int, today: datetime.date | None) -> _Read:
    """Friday · last Friday · next Friday."""
    which = low(words, index) if low(words, index) in {"last", "next", "this", "coming"} else ""
    at = index + bool(which)
    number = _WEEKDAYS.get(low(words, at))
    if number is None or not words[at].capital:
        return None
    if today is None or which == "this":
        return None, at + 1
    back = (today.weekday() - number) % 7
    if which in {"next", "coming"}:
        back -= 7
    elif which == "last" and back == 0:
        back = 7
    return _shifted(today, -back), at + 1


def _shifted(today: datetime.date, days: int) -> str | None:
    try:
        return (today + datetime.timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _relative(words: Sequence[Word], index: int, today: datetime.date | None) -> _Read:
    """Today · this morning · yesterday · two days ago · last month · this year · in the past two weeks."""
    word, after = low(words, index), low(words, index + 1)
    if word in _NEAR:
        return (_shifted(today, _NEAR[word]) if today else None), index + 1
    if word == "this" and after in {"morning", "afternoon", "evening"}:
        return (today.isoformat() if today else None), index + 2
    if word in {"last", "this"} and after in {"month", "year"}:
        return _month_or_year(today, after, back=word == "last"), index + 2
    if word in _NUMBERS and after in {"day", "days"} and low(words, index + 2) == "ago":
        return (_shifted(today, -_NUMBERS[word]) if today else None), index + 3
    if word in {"last", "past", "recent", "previous", "this"}:
        for end in range(index + 1, min(index + 4, len(words))):
            if words[end].low in _PERIODS:
                return None, end + 1
    return None


def _month_or_year(today: datetime.date | None, unit: str, *, back: bool) -> str | None:
    if today is None:
        return None
    if unit == "year":
        return iso_date(f"{today.year - back:04}")
    month = today.month - back
    return _iso(today.year, month, None) if month else _iso(today.year - 1, 12, None)


def _year(words: Sequence[Word], index: int, _: datetime.date | None) -> _Read:
    """In 2016 · the 2016 attack."""
    if not _YEAR.fullmatch(low(words, index)):
        return None
    before = low(words, index - 1)
    stands = before in {"in", "of", "during", "the", "since", "early", "late"}
    stands = stands or (before in {"and", "or", "to"} and _YEAR.fullmatch(low(words, index - 2)) is not None)
    return (words[index].low, index + 1) if stands else None


_FORMS: tuple[Callable[[Sequence[Word], int, datetime.date | None], _Read], ...] = (
    _numeric,
    _month_and_day,
    _weekday,
    _relative,
    _year,
)


def _is_other_time(words: Sequence[Word], index: int) -> bool:
    """Whether it is the date of something else than is told: of what came before or after it, of a beginning."""
    if low(words, index - 1) in _BESIDE:
        return True
    for at in range(index - 1, max(-1, index - 16), -1):
        word = words[at].low
        if word in {",", ";", "."}:
            return False
        if word in _FAR:
            return True
        if word in _CLOSE and index - at <= _CLOSE_WITHIN and not _names_time_of_day(low(words, at + 1)):
            return True
    return False


def _names_time_of_day(word: str) -> bool:
    return word in _TIMES_OF_DAY or word[:1].isdigit()


def _is_said(words: Sequence[Word], index: int) -> bool:
    """Whether it says when something was said or published: "told Meridian Wire on Friday"."""
    for word in reversed(words[max(0, index - _SAID_WITHIN) : index]):
        if word.low in _SAYING:
            return True
        if word.low == "that" or word.low[0].isdigit() or is_people(word.low):
            return False  # what was said: "said 12 people died on Friday"
    return False


def _is_full(words: Sequence[Word], last: int) -> bool:
    """Whether the date that ends before word *last* has a year, which nobody gives the day of writing in a sentence."""
    return words[last - 1].low[-4:].isdecimal()
