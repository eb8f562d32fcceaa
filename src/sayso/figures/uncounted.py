"""Numbers that are no counts, as the words beside them show: years, days, times, ages, shares, money, labels."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.figures.people import is_people
from sayso.figures.words import Word, listed, low
from sayso.gather.dates import MONTHS

_YEARS = range(1900, 2100)
_BEFORE_A_YEAR = listed(
    "in since of by until till from during year through before after and early late mid spring summer autumn fall"
    " winter"
)
_BEFORE_A_YEARS_EVENT = {"the", "this", "its", "his", "their", "a", "s"}
_LAST_DAY = 31
# Scraped text has lost its commas: "In April 12 people died".
_AFTER_NO_DAY = {"people", "persons", "civilians", "others", "more"}
_BOUNDS_AN_AGE = {"under", "over", "above", "below"}
_PARENTS = {"mother", "father", "mum", "mom", "dad", "parent", "grandmother", "grandfather"}
_CLOCK = {"am", "pm", "a.m.", "p.m.", "gmt", "o'clock", "o’clock", "oclock", "hrs"}
_SHARES = listed("% percent per pc percentage third thirds quarters fifth fifths tenth tenths fold times")
_MONEY = {"$", "£", "€", "¥"}
_LABELS = listed(
    "aged age no number resolution article chapter phase room route highway flight channel page section paragraph"
    " clause grade version boeing apartment episode #"
)
_BEFORE_NO_ONE = listed("no any every each this that which only the another some")
_AFTER_NO_ONE = listed("day another time way thing side point")


def is_no_count(words: Sequence[Word], first: int, last: int, value: int) -> bool:
    """Whether the number *value*, which the words from *first* to *last* express, counts nothing.

    Example:
        >>> from sayso.figures.words import sentences
        >>> words = sentences("In 2016 the club, founded on May 12, had 300 members.")[0]
        >>> [is_no_count(words, i, i + 1, int(word.low)) for i, word in enumerate(words) if word.low.isdecimal()]
        [True, True, False]
    """
    before, after = low(words, first - 1), low(words, last)
    if before == "." and low(words, first - 2) in _LABELS:
        before = low(words, first - 2)
    plain = last == first + 1 and words[first].low.isdecimal()
    return (
        after in _CLOCK
        or after in _SHARES
        or before in _MONEY
        or before in _LABELS
        or (before == "of" and low(words, first - 2) in _PARENTS)
        or (plain and value in _YEARS and _is_year(words, first, last))
        or (plain and value <= _LAST_DAY and _is_day(words, first, last))
        or _is_age(words, first, last)
        or _is_share(words, first)
        or (value == 1 and (before in _BEFORE_NO_ONE or after in _AFTER_NO_ONE))
    )


def _is_year(words: Sequence[Word], first: int, last: int) -> bool:
    before = low(words, first - 1)
    if before in _BEFORE_A_YEAR or before in MONTHS or before[:1].isdigit():
        return True
    if before in _BEFORE_A_YEARS_EVENT:  # the 2016 attacks
        return not is_people(low(words, last))
    return not before and last < len(words) and words[last].capital


def _is_day(words: Sequence[Word], first: int, last: int) -> bool:
    before = first - 1 - (low(words, first - 1) == ".")  # Sept. 12
    if _is_month(words, last):
        return True
    return _is_month(words, before) and low(words, last) not in _AFTER_NO_DAY


def _is_month(words: Sequence[Word], index: int) -> bool:
    return 0 <= index < len(words) and words[index].capital and words[index].low in MONTHS


def _is_age(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether it bounds an age, as in "children under five", or tells one: "Ada Byrne, 34, was killed"."""
    before = low(words, first - 1)
    if before in _BOUNDS_AN_AGE and is_people(low(words, first - 2)):
        return True
    return before == "," and low(words, last) in {",", "."} and first > 1 and words[first - 2].capital


def _is_share(words: Sequence[Word], first: int) -> bool:
    """Whether it is the whole of a share: "four in 10 voters", "4 out of 10"."""
    out = low(words, first - 2) == "out"
    part = low(words, first - 3 if out else first - 2)
    return low(words, first - 1) == ("of" if out else "in") and (part.isdecimal() or part in _DIGITS)


_DIGITS = listed("one two three four five six seven eight nine")
