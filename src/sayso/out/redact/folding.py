"""Text for comparison, each letter of which knows where it came from."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Sequence

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
"""Letters that no decomposition takes apart, and that a name is written with or without."""


@dataclasses.dataclass(frozen=True, slots=True)
class Folded:
    """``text`` in small letters, without accents and what draws nothing; ``at`` has the place of each letter before."""

    text: str
    at: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]``, which is not empty, stood, with the accents on its last letter."""
        return self.at[start], max(self.at[end - 1] + 1, self.at[end])


def fold(text: str) -> Folded:
    """*text* for comparison of names, whatever capitals, accents, soft hyphens and joiners it has.

    Example:
        >>> fold("Ær\u00adø  Téveley").text
        'aero  teveley'
    """
    letters: list[str] = []
    at: list[int] = []
    for place, character in enumerate(text):
        for plain in unicodedata.normalize("NFKD", character):
            if unicodedata.combining(plain) or unicodedata.category(plain) == "Cf":
                continue
            small = plain.casefold().translate(_LETTERS)
            letters.append(small)
            at.extend([place] * len(small))
    at.append(len(text))
    return Folded("".join(letters), at)
