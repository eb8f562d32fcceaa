"""When feeds are asked and articles looked at again."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.feeds import Rhythm
from sayso.feeds.schedule import (
    LONGEST,
    SHORTEST,
    back_off,
    interval_after,
    next_ask,
    next_look,
    retry_after,
)

NOW = datetime.datetime(2026, 5, 12, 7, 30, tzinfo=datetime.UTC)  # a Tuesday


def after(**parts):
    """So much later than NOW."""
    return NOW + datetime.timedelta(**parts)


def test_interval_follows_how_often_a_feed_changes():
    """A feed that always has news is soon asked every five minutes, one that never has once a day."""
    busy = quiet = 1_800
    for _ in range(20):
        busy, quiet = interval_after(busy, changed=True), interval_after(quiet, changed=False)
    assert (busy, quiet) == (SHORTEST, LONGEST)


@pytest.mark.parametrize(
    ("rhythm", "headers", "wanted"),
    [
        (Rhythm(), {}, after(minutes=10)),
        (Rhythm(ttl=3_600), {}, after(hours=1)),
        (Rhythm(), {"cache-control": "public, Max-Age=1200"}, after(minutes=20)),
        (Rhythm(), {"cache-control": "s-maxage=1200"}, after(minutes=10)),
        (Rhythm(ttl=10**12), {"cache-control": "max-age=999999999"}, after(days=1)),
        (Rhythm(skip_hours=frozenset({7, 8})), {}, after(minutes=90)),
        (Rhythm(skip_days=frozenset({1})), {}, after(hours=16, minutes=30)),
        (Rhythm(skip_days=frozenset({1}), skip_hours=frozenset({0, 1})), {}, after(hours=18, minutes=30)),
        (Rhythm(skip_hours=frozenset(range(24))), {}, after(minutes=10)),
    ],
)
def test_next_ask(rhythm, headers, wanted):
    """What a feed and its server want is heeded, up to a day; a feed that wants never to be asked is not."""
    assert next_ask(NOW, 600, rhythm, headers) == wanted


def test_user_may_ask_less_often():
    """What the user wants at least holds beyond everything else."""
    assert next_ask(NOW, 600, Rhythm(), {}, shortest=200_000) == after(seconds=200_000)


def test_back_off_doubles_up_to_a_day():
    """Each failure doubles the wait, spread by the name of the feed."""
    waits = [back_off(failures, "https://inlandpost.example/rss") for failures in range(1, 40)]
    assert all(450 * 2**n <= wait <= 600 * 2**n for n, wait in enumerate(waits[:7]))
    assert all(LONGEST * 3 // 4 <= wait <= LONGEST for wait in waits[9:])
    assert len({back_off(1, f"https://{n}.example/rss") for n in range(20)}) > 10


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("120", 120), ("99999999999", 604_800), ("Tue, 12 May 2026 08:30:00 +0000", 3_600), ("yesterday", 0), ("-5", 0),
     ("Tue, 12 May 1926 08:30:00 GMT", 0), ("Tue, 12 May 9999 08:30:00 -2359", 604_800), ("", 0)],
)  # fmt: skip
def test_retry_after(said, seconds):
    """Seconds or a date, at most a week; what cannot be understood is nothing."""
    assert retry_after({"retry-after": said}, NOW) == seconds


@given(st.text(max_size=40))
def test_any_retry_after_is_a_wait(said):
    """Whatever a server says, there is a wait of up to a week."""
    assert 0 <= retry_after({"retry-after": said}, NOW) <= 604_800


def test_looks():
    """An hour, six, a day and a week after it was listed; missed ones are not made up for; then no more."""
    assert [next_look(NOW, each) for each in (NOW, after(hours=1), after(hours=30), after(days=7))] == [
        after(hours=1),
        after(hours=6),
        after(days=7),
        None,
    ]
