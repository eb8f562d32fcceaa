"""The words of a text, sentence by sentence: what all rules of this package read."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from sayso.article import Span


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as one string, the way that a long one is read best."""
    return frozenset(words.split())


_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|[ap]\.m\."
    r"|\d+(?:[.,:/]\d+)*\w*(?:[-–]\w+)*"  # 1,200 · 1.2 · 10:30 · 24th · 20–30 · 12-year-old
    r"|[^\W\d_]\w*(?:[-'’]\w+)*"
    r"|\n"
    r"|[^\w\s]"
)
_LONGEST = 250
"""Words of a sentence: no writer's is as long, and what looks at pairs of words must not meet a whole book."""
_END = {".", "!", "?"}
_MOST_CLOSING = 3
_CLOSING = {"”", '"', "’", "'", ")", "»"}
# A full stop after these ends no sentence, whatever follows.
_ABBREVIATED = listed(
    "mr mrs ms dr st gen lt col maj capt sgt brig rev prof sen rep gov jan feb mar apr jun jul aug sept sep oct nov"
    " dec mon tue wed thu fri sat sun no vs"
)


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a mark: as the text has it, in small letters, and where it stands."""

    text: str
    low: str
    span: Span

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def sentences(text: str) -> list[list[Word]]:
    """The sentences of *text* that have words, in reading order; a line break ends one, as it ends a paragraph.

    Example:
        >>> [[word.text for word in sentence] for sentence in sentences("Gen. Hask left. Two fled.")]
        [['Gen', '.', 'Hask', 'left', '.'], ['Two', 'fled', '.']]
    """
    words = [Word(m[0], m[0].lower(), Span(m.start(), m.end())) for m in _WORD.finditer(text)]
    found: list[list[Word]] = [[]]
    for index, word in enumerate(words):
        if word.text == "\n":
            found.append([])
            continue
        found[-1].append(word)
        if _ends_sentence(words, index) or len(found[-1]) == _LONGEST:
            found.append([])
    return [sentence for sentence in found if sentence]


def low(words: Sequence[Word], index: int) -> str:
    """Word *index* in small letters; nothing where the sentence has none there."""
    return words[index].low if 0 <= index < len(words) else ""


def _ends_sentence(words: list[Word], index: int) -> bool:
    """Whether a sentence ends with word *index*: a full stop, and the marks that close with it, before a new start."""
    start = index
    while start > index - _MOST_CLOSING and start > 0 and words[start].text in _CLOSING:
        start -= 1
    if words[start].text not in _END or start == 0:
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or after.text in _CLOSING or after.text in _END or after.text[0].islower():
        return False
    before = words[start - 1]
    return words[start].text != "." or not (
        before.low in _ABBREVIATED or (len(before.text) == 1 and before.capital and before.text != "I")
    )
