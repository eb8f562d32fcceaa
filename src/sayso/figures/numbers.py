"""Numbers as news writes them: digits, words and both, bounds, ranges, and vague ones ("dozens").

What surely is no count ("in 2016", "12 percent") is left out; what is left need not be a count of anything.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from sayso.figures.uncounted import is_no_count
from sayso.figures.words import Word, low

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9}
_SUFFIXES = {None: 1, "k": 1_000, "m": 10**6, "mn": 10**6, "bn": 10**9}
_DOZEN = 12
# The least that a vague plural stands for: two of each.
_VAGUE = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2 * 10**6}
_VAGUE_SCALES = {"thousands": 1_000, "millions": 10**6, "billions": 10**9}
_SEVERAL = {"several", "few", "many"}
_FRACTIONS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}
_OPENING = {*_VAGUE, *_SEVERAL, *_FRACTIONS, *_SCALES, "a", "an", "dozen", "half-dozen"}
_LARGEST = 10**12
_MOST_GROUPS = 4

_AT_LEAST, _AT_MOST, _NO_BOUND = "at least", "at most", ""
_BEFORE = {
    tuple(phrase.split()): bound
    for bound, phrases in (
        (
            _AT_LEAST,
            "at least|no fewer than|no less than|not less than|not fewer than|more than|greater than|higher than|over"
            "|upwards of|in excess of|above|exceeding|exceeded|exceeds|exceed|surpassed|surpassing|topped|tops|passed"
            "|a minimum of",
        ),
        (
            _AT_MOST,
            "up to|as many as|as high as|as much as|nearly|almost|close to|fewer than|less than|lower than|under|below"
            "|at most|no more than|not more than|a maximum of|approaching|nearing",
        ),
        (
            _NO_BOUND,
            "about|around|some|roughly|approximately|estimated|an estimated|circa|~|another|a further|further"
            "|an additional|additional|other|a total of|just|only|exactly|even|well|all|the|these|those|his|her|its"
            "|their|our|my|between|a confirmed|a reported",
        ),
    )
    for phrase in phrases.split("|")
}
_LONGEST_BEFORE = max(map(len, _BEFORE))
_AFTER = {("or", "more"): _AT_LEAST, ("or", "so"): _NO_BOUND, ("or", "fewer"): _AT_MOST, ("or", "less"): _AT_MOST}

_DIGITS = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?P<part>\.\d{1,6})?(?P<suffix>k|mn?|bn)?", re.ASCII)
_JOINED_RANGE = re.compile(r"(\d{1,3},\d{3}|\d{1,9})[-–](\d{1,3},\d{3}|\d{1,9})", re.ASCII)
_PLUS = re.compile(r"(\d{1,9})[-–](plus|odd)", re.ASCII)
_GROUP = re.compile(r"\d{3}", re.ASCII)


@dataclasses.dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence.

    ``low`` and ``high`` bound it; ``None`` is an open end; one of them is known. ``first`` and ``last`` are the
    half-open range of the sentence's words that express it, "at least" included; ``core`` is the first word of the
    number proper.
    """

    low: int | None
    high: int | None
    first: int
    core: int
    last: int

    @property
    def size(self) -> int:
        """Its lower bound, else its upper one."""
        return self.low if self.low is not None else self.high or 0


@dataclasses.dataclass(frozen=True, slots=True)
class _Core:
    """A number without the words that bound it, up to word *last*; no upper end for what is "dozens" or "a dozen"."""

    low: int
    high: int | None
    last: int


def numbers_in(words: Sequence[Word]) -> list[Number]:
    """The numbers of a sentence in reading order, without those that are no counts.

    Example:
        >>> from sayso.figures.words import sentences
        >>> words = sentences("At least 22 died, dozens fled and up to 1.2 million were hungry.")[0]
        >>> [(number.low, number.high) for number in numbers_in(words)]
        [(22, None), (24, None), (None, 1200000)]
    """
    return list(_numbers(words))


def _numbers(words: Sequence[Word]) -> Iterator[Number]:
    index, free = 0, 0
    while index < len(words):
        core = _range(words, index) if _may_begin(words[index].low) else None
        if core is None:
            index += 1
            continue
        if not is_no_count(words, index, core.last, core.low):
            yield _bounded(words, free, index, core)
        index = free = core.last


def _may_begin(word: str) -> bool:
    return word[0].isdigit() or word in _OPENING or word.partition("-")[0] in _SMALL


def _range(words: Sequence[Word], index: int) -> _Core | None:
    """The number or the range that begins at *index*."""
    if joined := _JOINED_RANGE.fullmatch(words[index].low):
        return _ordered(int(joined[1].replace(",", "")), int(joined[2].replace(",", "")), index + 1)
    first = _core(words, index)
    if first is None or first.high is None:
        return first
    link, before = low(words, first.last), low(words, index - 1)
    # "rose from 20 to 30" tells two counts, an earlier and a later one.
    if (link in {"to", "-", "–", "or"} and before != "from") or (link == "and" and before == "between"):
        second = _core(words, first.last + 1)
        if second and second.high is not None:
            scale = _SCALES.get(words[second.last - 1].low, 1)
            start = first.low * scale if first.low < second.low // scale else first.low  # 2 to 3 million
            return _ordered(start, second.low, second.last) or first
    return first


def _ordered(start: int, end: int, last: int) -> _Core | None:
    return _Core(start, end, last) if 0 < start < end else None


def _core(words: Sequence[Word], index: int) -> _Core | None:
    if index >= len(words):
        return None
    for form in (_vague, _fraction, _digits, _spelled):
        if found := form(words, index):
            return found if 0 < found.low <= _LARGEST else None
    return None


def _vague(words: Sequence[Word], index: int) -> _Core | None:
    """Dozens, hundreds of thousands, several hundred, a few dozen, many thousands, a couple of."""
    index += low(words, index) == "a" and low(words, index + 1) in {"few", "couple"}
    if low(words, index) == "couple":
        return _Core(2, 2, index + 1) if low(words, index + 1) == "of" else None
    several = low(words, index) in _SEVERAL
    index += several
    word = low(words, index)
    if several and (word in _SCALES or word == "dozen"):
        return _Core(2 * _SCALES.get(word, _DOZEN), None, index + 1)
    if word not in _VAGUE:
        return None
    scale = _VAGUE_SCALES.get(low(words, index + 2)) if low(words, index + 1) == "of" else None
    return _Core(_VAGUE[word] * scale, None, index + 3) if scale else _Core(_VAGUE[word], None, index + 1)


def _fraction(words: Sequence[Word], index: int) -> _Core | None:
    """Half a million, a quarter of a million, a quarter million, half a dozen."""
    index += low(words, index) in {"a", "an", "one"}
    if low(words, index) == "half-dozen":
        return _Core(_DOZEN // 2, None, index + 1)
    part = _FRACTIONS.get(low(words, index))
    if part is None:
        return None
    index += 1
    index += low(words, index) == "of"
    index += low(words, index) == "a"
    word = low(words, index)
    if word == "dozen":
        return _Core(int(part * _DOZEN), None, index + 1)
    value = int(part * _SCALES.get(word, 0))
    return _Core(value, value, index + 1) if value else None


def _digits(words: Sequence[Word], index: int) -> _Core | None:
    """1,200 · 1 200 · 1200 · 1.2 million · 5 thousand · 2.5m · 30-plus · 30+."""
    if plus := _PLUS.fullmatch(words[index].low):
        value = int(plus[1])
        return _Core(value, None if plus[2] == "plus" else value, index + 1)
    found = _DIGITS.fullmatch(words[index].low)
    if found is None or found["whole"].startswith("0"):
        return None
    digits, last = found["whole"].replace(",", ""), index + 1
    while len(found["whole"]) <= 3 and last < index + _MOST_GROUPS and _continues_group(words, last):
        digits, last = digits + words[last].low, last + 1
    number = Fraction(digits + (found["part"] or "")) * _SUFFIXES[found["suffix"]]
    while low(words, last) in _SCALES and number < _LARGEST:
        number, last = number * _SCALES[words[last].low], last + 1
    if low(words, last) == "dozen":
        number, last = number * _DOZEN, last + 1
    if number.denominator != 1:
        return None
    value = int(number)
    return _Core(value, None, last + 1) if low(words, last) == "+" else _Core(value, value, last)


def _continues_group(words: Sequence[Word], index: int) -> bool:
    """Whether word *index* is three digits that a single space cuts off from those before it: 1 200 000."""
    return (
        index < len(words)
        and _GROUP.fullmatch(words[index].low) is not None
        and words[index].span.start - words[index - 1].span.end == 1
    )


def _spelled(words: Sequence[Word], index: int) -> _Core | None:
    """Twenty-two, one hundred and five, two hundred thousand, a million, two dozen."""
    total, current, last, scale = 0, 0, index, _LARGEST
    if low(words, index) in {"a", "an"}:
        if low(words, index + 1) not in {*_SCALES, "dozen"}:
            return None
        current, last = 1, index + 1
    while last < len(words):
        word = words[last].low
        if word == "dozen" and not total:
            return _Core(_DOZEN * max(current, 1), None, last + 1)
        if word == "hundred" and current < 100 and (current or last == index):
            current = 100 * max(current, 1)
        elif word in _SCALES and 100 < _SCALES[word] < scale and (current or last == index):
            scale = _SCALES[word]
            total, current = total + max(current, 1) * scale, 0
        elif (value := _added(word, current)) is not None:
            current += value
        elif not (word == "and" and _goes_on(words, last)):
            break
        last += 1
    return _Core(total + current, total + current, last) if last > index else None


def _added(word: str, current: int) -> int | None:
    """What *word* adds to the hundreds and tens before it, where it can follow them: "two" after "twenty"."""
    tens, hyphen, unit = word.partition("-")
    value = _SMALL.get(tens)
    if hyphen and value is not None:
        value = value + _SMALL[unit] if value >= 20 and 0 < _SMALL.get(unit, 0) < 10 else None
    if value is None or (value == 0 and current):
        return None
    fits = current % 100 == 0 or (current % 10 == 0 and current % 100 >= 20 and value < 10)
    return value if fits else None


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether the "and" at *index* is inside a number: "one hundred and five"."""
    return low(words, index - 1) in _SCALES and low(words, index + 1).partition("-")[0] in _SMALL


def _bounded(words: Sequence[Word], free: int, index: int, core: _Core) -> Number:
    """The number with the words before and after it that bound it, back to word *free* at most."""
    first, last, bound = index, core.last, _NO_BOUND
    while found := _before(words, free, first):
        first, bound = found[0], bound or found[1]
    after = low(words, last), low(words, last + 1)
    if after in _AFTER:
        last, bound = last + 2, bound or _AFTER[after]
    dozen = low(words, core.last - 1) in {"dozen", "half-dozen"} and low(words, index) not in _SEVERAL
    if bound == _AT_MOST and (core.low == core.high or dozen):
        return Number(None, core.low, first, index, last)
    if bound == _AT_LEAST and core.low == core.high:
        return Number(core.low, None, first, index, last)
    return Number(core.low, core.high, first, index, last)


def _before(words: Sequence[Word], free: int, first: int) -> tuple[int, str] | None:
    """Where the longest phrase begins that ends before word *first* and bounds a number, and the bound."""
    for length in range(min(_LONGEST_BEFORE, first - free), 0, -1):
        bound = _BEFORE.get(tuple(word.low for word in words[first - length : first]))
        if bound is not None:
            return first - length, bound
    return None
