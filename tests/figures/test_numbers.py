"""Numbers are read in every form that news writes them, with what bounds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.figures.numbers import numbers_in
from sayso.figures.words import sentences

SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
UNITS = [*SMALL.split(), "seventeen", "eighteen", "nineteen"]
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def spelled(number: int, *, joint: str = "-", link: str = " and ") -> str:
    """*number*, from 1 to 999,999,999,999, in words: "two hundred and five thousand three hundred and twenty-two"."""
    parts = []
    for value, name in SCALES:
        if number >= value:
            parts.append(f"{_below_thousand(number // value, joint, link)} {name}")
            number %= value
    if number:
        parts.append(_below_thousand(number, joint, link))
    return " ".join(parts)


def _below_thousand(number: int, joint: str, link: str) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{UNITS[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        words.append(TENS[rest // 10] + (joint + UNITS[rest % 10] if rest % 10 else ""))
    elif rest:
        words.append(UNITS[rest])
    return link.join(words)


def bounds(text):
    """The bounds of every number in *text*."""
    return [(number.low, number.high) for words in sentences(text) for number in numbers_in(words)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12 people", 12, 12),
        ("twelve people", 12, 12),
        ("1,200 people", 1200, 1200),
        ("1 200 people", 1200, 1200),
        ("1200 people", 1200, 1200),
        ("1 200 000 people", 1_200_000, 1_200_000),
        ("some 1.2 million people", 1_200_000, 1_200_000),
        ("5 thousand people", 5000, 5000),
        ("2.5m people", 2_500_000, 2_500_000),
        ("one hundred and five people", 105, 105),
        ("two hundred thousand people", 200_000, 200_000),
        ("twenty two people", 22, 22),
        ("a hundred people", 100, 100),
        ("half a million people", 500_000, 500_000),
        ("a quarter of a million people", 250_000, 250_000),
        ("a couple of people", 2, 2),
        ("the 40 people", 40, 40),
        ("another 7 people", 7, 7),
    ],
)
def test_exact_numbers(text, low, high):
    """Digits, words, both, thousands grouped by comma, space or not at all."""
    assert bounds(text) == [(low, high)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 22 people", 22, None),
        ("no fewer than 22 people", 22, None),
        ("more than 22 people", 22, None),
        ("over 22 people", 22, None),
        ("22 or more people", 22, None),
        ("22-plus people", 22, None),
        ("70+ wounded", 70, None),
        ("at least another 22 people", 22, None),
        ("up to 40 people", None, 40),
        ("as many as 40 people", None, 40),
        ("nearly 40 people", None, 40),
        ("almost 40 people", None, 40),
        ("fewer than 40 people", None, 40),
        ("about 30 people", 30, 30),
        ("an estimated 30 people", 30, 30),
        ("30 or so people", 30, 30),
        ("20 to 30 people", 20, 30),
        ("20-30 people", 20, 30),
        ("between 5 and 7 people", 5, 7),
        ("five or six people", 5, 6),
        ("two to three million people", 2_000_000, 3_000_000),
    ],
)
def test_bounds(text, low, high):
    """A lower bound leaves the upper end open and the other way round; "about" bounds neither."""
    assert bounds(text) == [(low, high)]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("a dozen people", 12),
        ("two dozen people", 24),
        ("half a dozen people", 6),
        ("dozens of people", 24),
        ("several dozen people", 24),
        ("scores of people", 40),
        ("tens of people", 20),
        ("hundreds of people", 200),
        ("several hundred people", 200),
        ("thousands of people", 2000),
        ("tens of thousands of people", 20_000),
        ("hundreds of thousands of people", 200_000),
        ("millions of people", 2_000_000),
    ],
)
def test_vague_numbers_have_a_least_value_and_no_end(text, low):
    """Two of each, and open above: "dozens" are 24 or more."""
    assert bounds(text) == [(low, None)]


@pytest.mark.parametrize(
    "text",
    [
        "in 2016 people fled",
        "since 2016",
        "the 2016 attack",
        "on May 12",
        "on 12 May",
        "at 10 pm",
        "at 10:30",
        "aged 12",
        "children under 5",
        "Ada Byrne, 34, left",
        "12 percent",
        "$12",
        "Resolution 2254",
        "No. 7",
        "a mother of three",
        "a 12-year-old",
        "the 24th",
        "no one",
        "one day",
        "13-05-2026",
    ],
)
def test_what_is_no_count_is_left_out(text):
    """Years, days, times, ages, shares, money, labels and ordinals count nothing."""
    assert bounds(text) == []


def test_the_whole_of_a_share_is_no_count():
    """Of "four in 10" only the four are left, which count nobody in particular."""
    assert bounds("Four in 10 voters agree.") == [(4, 4)]


def test_counts_before_and_after_are_two_numbers():
    """A count that rose from one number to another is no range."""
    assert bounds("The toll rose from 14 to 17.") == [(14, 14), (17, 17)]


@given(st.integers(1, 10**9), st.sampled_from(["-", " "]), st.sampled_from([" and ", " "]))
def test_spelled_numbers_come_back(number, joint, link):
    """Every integer up to a billion, with and without hyphens and "and", reads back as itself."""
    assert bounds(f"They counted {spelled(number, joint=joint, link=link)} people.") == [(number, number)]


@given(st.integers(1, 10**9), st.sampled_from([",", " ", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}", ""]))
def test_digits_come_back(number, separator):
    """Every integer in digits, however its thousands are grouped, reads back as itself."""
    written = f"{number:,}".replace(",", separator)
    assert bounds(f"They counted {written} people.") == [(number, number)]


@given(st.integers(1, 999), st.sampled_from([("thousand", 10**3), ("million", 10**6), ("billion", 10**9)]))
def test_mixed_numbers_come_back(number, scale):
    """Digits before a scale in words."""
    assert bounds(f"They counted {number} {scale[0]} people.") == [(number * scale[1],) * 2]


PIECES = (
    "12 2016 1,200 20-30 1.5 a an the of and or to few several half quarter dozen dozens tens hundred thousand millions"
    " twenty-two five at least up nearly more than killed people + - . ,"
)


@given(st.lists(st.sampled_from(PIECES.split()), max_size=30))
def test_bounds_are_in_order(text):
    """Whatever stands together, the lower bound is never above the upper one, and one of them is known."""
    for low, high in bounds(" ".join(text)):
        assert (low or high) is not None
        assert low is None or high is None or 0 < low <= high
