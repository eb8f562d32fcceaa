"""The words of a text as numbers, so that texts can be compared in NumPy, and where each of them stands."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import re
import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.article import Span
from sayso.attribute.quotes import quoted_spans

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.intp]
Mask = NDArray[np.bool_]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_INSIDE = str.maketrans("", "", "'’.,")
_SPELLINGS = (("our", "or"), ("ise", "ize"), ("isi", "izi"), ("isa", "iza"), ("tre", "ter"))
_SPELT_TWO_WAYS = 6
"""Fewest letters of a word in which these endings may be British: "four" is not "for"."""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Worded:
    """The words of a text in reading order.

    ``words`` are hashes of the folded words, ``starts`` and ``ends`` their code points in the text. ``quoted`` says
    whether each stands in quotation marks, ``names`` whether it begins with a capital, ``stock`` whether its outlet
    prints it again and again (:mod:`sayso.compare.copies.stock`). Shape of all: ``(words,)``.
    """

    words: Hashes
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    quoted: Mask
    names: Mask
    stock: Mask

    def span(self, first: int, length: int) -> Span:
        """Where *length* words, from the *first* on, stand in the text."""
        return Span(int(self.starts[first]), int(self.ends[first + length - 1]))


def worded(text: str) -> Worded:
    """The words of *text*.

    Capitals, accents, apostrophes, the dots of "U.S." and the commas of "280,000" do not count: scraped texts have lost
    some of them. A text without words gives empty arrays.
    """
    found = [(*match.span(), match[0]) for match in _WORD.finditer(text)]
    hashes = np.fromiter((_hash(word) for _, _, word in found), np.uint64, len(found))
    starts = np.fromiter((start for start, _, _ in found), np.int32, len(found))
    ends = np.fromiter((end for _, end, _ in found), np.int32, len(found))
    capitals = np.fromiter((word[0].isupper() for _, _, word in found), bool, len(found))
    return Worded(hashes, starts, ends, _inside(starts, ends, quoted_spans(text)), capitals, np.zeros(len(found), bool))


def _inside(starts: NDArray[np.int32], ends: NDArray[np.int32], spans: Sequence[Span]) -> Mask:
    """Which words lie inside one of *spans*, which do not overlap."""
    firsts = np.searchsorted(starts, np.array([span.start for span in spans], np.int32))
    lasts = np.searchsorted(ends, np.array([span.end for span in spans], np.int32), "right")
    steps = np.bincount(firsts, minlength=len(starts) + 1) - np.bincount(
        np.maximum(firsts, lasts), minlength=len(starts) + 1
    )
    inside: Mask = np.cumsum(steps)[: len(starts)] > 0
    return inside


def folded(word: str) -> str:
    """A word for comparison: no capitals, accents, apostrophes, dots and commas, and no difference of British spelling.

    A reprint brings words into the spelling of its house. What becomes of a word is a key and nothing to show.

    Example:
        >>> folded("U.S."), folded("Syria’s"), folded("280,000"), folded("Orrín")
        ('us', 'syrias', '280000', 'orrin')
        >>> folded("neighbourhood") == folded("neighborhood")
        True
    """
    plain = word.lower().translate(_INSIDE)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if len(plain) >= _SPELT_TWO_WAYS:
        for british, american in _SPELLINGS:
            plain = plain.replace(british, american)
    return plain


@functools.lru_cache(maxsize=1 << 18)
def _hash(word: str) -> int:
    """64 bits, the same in every process: Python's own hash of a string differs from run to run."""
    return int.from_bytes(hashlib.blake2b(folded(word).encode(), digest_size=8).digest())
