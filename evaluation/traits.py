"""What the kinds of mistakes ask of a mistake: everything by rule, from gold, prediction and text alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from evaluation.cues import Cue, cue_class
from evaluation.matching import Reading, Words, overlap
from evaluation.mistakes import Mistake

_SENTENCE_END = re.compile(r"[.?!\n]")
_ASIDE = re.compile(r"[,;:()–—]|--")
_JOINING = frozenset(("and", "or", "but", "nor", "yet"))
_RELATIVE = frozenset(("who", "whom", "whose", "which", "that", "where", "when"))
_PRONOUNS = frozenset(
    ("i", "you", "he", "she", "it", "we", "they", "his", "her", "its", "their", "this", "these", "those", *_RELATIVE)
)

# What the kinds of mistakes ask, first about an attribution that one side lacks.


def in_headline(mistake: Mistake) -> bool:
    """Whether the content begins before the text's first blank line."""
    return _start(mistake) < mistake.article.text.find("\n\n")


def in_short_line(mistake: Mistake) -> bool:
    """Whether the content begins in a line of at most twelve words: a caption, a link, a heading, a list."""
    text, start = mistake.article.text, _start(mistake)
    return len(text[text.rfind("\n", 0, start) + 1 : (text + "\n").find("\n", start)].split()) <= 12


def _start(mistake: Mistake) -> int:
    return mistake.article.words[min(mistake.readings[0].content)][0]


def inside_other(mistake: Mistake) -> bool:
    """Whether half of the content or more lies in one content of the other side."""
    content = mistake.readings[0].content
    others = mistake.article.gold if mistake.gold is None else mistake.article.found
    return any(2 * len(content & other.content) >= len(content) for other in others)


def cue_of(mistake: Mistake) -> Cue:
    """The class of the cue."""
    cue = mistake.readings[0].cue
    before = min(cue, default=0) - 1
    return cue_class([_word(mistake, i) for i in sorted(cue)], _word(mistake, before) if before >= 0 else "")


def _word(mistake: Mistake, index: int) -> str:
    start, end = mistake.article.words[index]
    return mistake.article.text[start:end].lower()


# And about one that both sides have, the sources first.


def exchanged(mistake: Mistake) -> bool:
    """Whether one side has as its source what the other has as its cue, and the reverse."""
    gold, found = both(mistake)
    return bool(gold.source & found.cue and gold.cue & found.source)


def other_cue(mistake: Mistake) -> bool:
    """Whether the cues have nothing in common: the same words, reported by somebody else."""
    gold, found = both(mistake)
    return not overlap(gold.marks, found.marks)


def source_of_neighbour(mistake: Mistake) -> bool:
    """Whether the source found is, in the same place, one that readers gave to another statement."""
    gold, found = both(mistake)
    return any(found.source & other.source for other in mistake.article.gold if other != gold)


def pronoun_or_name(mistake: Mistake) -> bool:
    """Whether one of the sources is a pronoun and the other is not."""
    gold, found = ({_word(mistake, i) for i in reading.source} <= _PRONOUNS for reading in both(mistake))
    return gold != found


class Edge(Enum):
    """Where the shorter of two contents stops and the longer goes on."""

    SENTENCE = "at the end of a sentence or paragraph"
    JOINED = "before a word that joins"
    ASIDE = "before an aside or a relative clause"
    PHRASE = "inside a sentence"
    ELSEWHERE = "in another place"


def edge(mistake: Mistake) -> Edge:
    """Where the longest stretch of words that only the longer content has joins the other content."""
    gold, found = (reading.content for reading in both(mistake))
    inner, outer = (gold, found) if too_long(mistake) else (found, gold)
    stretch = max(_stretches(outer - inner), key=len)
    after, before = stretch[0] - 1 in inner, stretch[-1] + 1 in inner
    last = stretch[0] - 1 if after else stretch[-1]
    if not inner & outer or not (after or before):
        return Edge.ELSEWHERE
    words, text = mistake.article.words, mistake.article.text
    gap, first = text[words[last][1] : words[last + 1][0]], _word(mistake, last + 1)
    if _SENTENCE_END.search(gap):
        return Edge.SENTENCE
    if not after:
        return Edge.ELSEWHERE
    if first in _JOINING:
        return Edge.JOINED
    return Edge.ASIDE if _ASIDE.search(gap) or first in _RELATIVE else Edge.PHRASE


def too_long(mistake: Mistake) -> bool:
    """Whether the content found has more words too many than too few."""
    gold, found = both(mistake)
    return len(found.content - gold.content) > len(gold.content - found.content)


def both(mistake: Mistake) -> tuple[Reading, Reading]:
    """What readers marked and what was found of one statement.

    Raises:
        ValueError: One side lacks it.
    """
    if mistake.gold is None or mistake.found is None:
        raise ValueError("one side lacks this attribution; there is nothing to compare")
    return mistake.gold, mistake.found


def _stretches(words: Words) -> Iterator[list[int]]:
    """Runs of neighbouring indices."""
    stretch: list[int] = []
    for word in sorted(words):
        if stretch and word != stretch[-1] + 1:
            yield stretch
            stretch = []
        stretch.append(word)
    yield stretch
