"""Dates are reckoned from the article's day, no more precise than the text."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.figures.dates import dates_in, day_of, nearest
from sayso.figures.words import sentences

THURSDAY = datetime.date(2026, 5, 14)


def found(text, today=THURSDAY):
    """The date of every mention in *text*."""
    return [when.date for words in sentences(text) for when in dates_in(words, today)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on Tuesday", "2026-05-12"),
        ("on Thursday", "2026-05-14"),
        ("last Thursday", "2026-05-07"),
        ("next Friday", "2026-05-15"),
        ("Tuesday's blast", "2026-05-12"),
        ("Tuesdays blast", "2026-05-12"),
        ("yesterday", "2026-05-13"),
        ("this morning", "2026-05-14"),
        ("three days ago", "2026-05-11"),
        ("on 3 October 2019", "2019-10-03"),
        ("on October 3, 2019", "2019-10-03"),
        ("on Oct. 3", "2025-10-03"),
        ("on the 3rd of May", "2026-05-03"),
        ("on Monday, May 18", "2026-05-18"),
        ("on 03-10-2019", None),
        ("on 23-10-2019", "2019-10-23"),
        ("in October 2019", "2019-10"),
        ("in March", "2026-03"),
        ("in early October", "2025-10"),
        ("last month", "2026-04"),
        ("last year", "2025"),
        ("in 2016", "2016"),
        ("the 2016 attack", "2016"),
    ],
)
def test_dates(text, date):
    """Weekdays and days are the last ones, months and years stay months and years; 03-10 could be two days."""
    assert found(text) == ([date] if date else [])


@pytest.mark.parametrize(
    "text",
    [
        "since 2011",
        "since the war began in March 2011",
        "until Friday",
        "in the past two weeks",
        "over the last 24 hours",
        "a day after the vote of May 3",
        "the war that broke out in 2011",
        "before a May 3 election",
    ],
)
def test_spans_of_time_and_other_events_have_no_date(text):
    """What only begins or ends there, or happened before or after, is known to be another time."""
    assert set(found(text)) == {None}


def test_two_days_are_no_day():
    """A list of days is no date."""
    assert found("on Tuesday and Wednesday") == [None, None]
    assert found("in late April and early May") == [None, None]


@pytest.mark.parametrize("text", ["the mayor said on Tuesday", "she told Meridian Wire on Tuesday"])
def test_the_day_of_saying_is_left_out(text):
    """When somebody spoke is not when it happened."""
    assert found(text) == []


def test_without_the_articles_day():
    """A weekday or a day without its year needs one; a full date does not."""
    assert found("on Tuesday, on May 3, on May 3, 2019", None) == [None, None, "2019-05-03"]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Two died on Friday.", "2026-05-14", THURSDAY),
        ("Two died on Friday.", "2026-05", None),
        ("Two died on Friday.", None, None),
        ("Thu 14 May 2026 Two died on Friday.", "2026-05-01", THURSDAY),
        ("Published May 14 2026 Two died on Friday.", None, THURSDAY),
        ("On May 14, 2011 two died.", "2026-05-14", THURSDAY),
    ],
)
def test_the_day_from_which_a_text_reckons(text, published, day):
    """The day that a scraped text opens with, else the article's; the first event told is not it."""
    assert day_of(sentences(text), published) == day


def test_the_nearest_date_is_meant():
    """Of two dates the nearer one; none where it is that of something else."""
    (words,) = sentences("On Tuesday two died and on Wednesday three were wounded in the war that began in 2011.")
    dates = dates_in(words, THURSDAY)
    assert nearest(words, dates, 2, 4) == "2026-05-12"
    assert nearest(words, dates, 7, 10) == "2026-05-13"
    assert nearest(words, dates, 14, 15) is None
    assert nearest(words, [], 2, 4) is None


PIECES = "on in last May March 3 31 2016 Friday yesterday ago two days since and , the"


@given(st.lists(st.sampled_from(PIECES.split())), st.dates(datetime.date(1700, 1, 1)))
def test_dates_are_iso(text, today):
    """Whatever the text and the day, a date is a valid one, as precise as its form."""
    for date in found(" ".join(text), today):
        assert date is None or datetime.date.fromisoformat((date + "-01-01")[: len("2026-05-14")])
