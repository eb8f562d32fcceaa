"""The words of a text in lower case, each with its place, and the marks that end a clause or a sentence."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.article import Span

_WORD = re.compile(
    # A stop after an abbreviation ends no sentence.
    r"(?:[^\W\d_]\.){2,}|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Sgt|Capt|Cmdr|Sen|Rep|Gov|St|vs)\."
    # An apostrophe, hyphen, stop or comma inside a word or number belongs to it: didn't, state-run, 3,000.
    r"|\w+(?:[-.,'’]\w+)*"
    r"|[.,;:?!…—–()\n]"
)
SENTENCE_ENDS = frozenset(".?!…\n")


@dataclasses.dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of ``text``, in reading order.

    ``lower[i]`` is the word from ``starts[i]`` to ``ends[i]``, in lower case and with straight apostrophes.
    """

    text: str
    lower: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def inside(self, spans: Sequence[Span]) -> list[int]:
        """The numbers of the words that begin in one of *spans*, which are in reading order."""
        return [
            i for span in spans for i in range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))
        ]

    def span(self, first: int, last: int) -> Span:
        """From the start of one word to the end of another, by their numbers."""
        return Span(self.starts[first], self.ends[last])

    def ends_sentence(self, number: int) -> bool:
        """Whether a sentence ends at this word, or the text does."""
        return number >= len(self.lower) or number < 0 or self.lower[number] in SENTENCE_ENDS


def words_of(text: str) -> Words:
    """Split a text into words and marks.

    Example:
        >>> words_of("Two won’t go, she said.").lower
        ['two', "won't", 'go', ',', 'she', 'said', '.']
    """
    found = list(_WORD.finditer(text))
    lower = [match[0].lower().replace("’", "'") for match in found]
    return Words(text, lower, [match.start() for match in found], [match.end() for match in found])
