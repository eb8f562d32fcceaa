"""From what the scorer pairs to mistakes, each an error of one side or one of both sides about the same statement."""

from __future__ import annotations

import dataclasses
from itertools import product

from evaluation.matching import Matched, Reading, overlap


@dataclasses.dataclass(frozen=True, slots=True)
class Mistake:
    """What readers and product do not agree on.

    ``gold`` is ``None`` where the product invented, ``found`` where it missed; with both it is about one statement that
    was found with a wrong source or another content, which the scorer counts twice, as a miss and as an invention.
    """

    article: Matched
    gold: Reading | None
    found: Reading | None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The one or two attributions that count as errors."""
        return tuple(reading for reading in (self.gold, self.found) if reading is not None)

    @property
    def sides(self) -> tuple[str, ...]:
        """``missed``, ``invented`` or both: how the scorer counts them."""
        return (*(["missed"] if self.gold else []), *(["invented"] if self.found else []))


def mistakes_in(article: Matched) -> list[Mistake]:
    """Every error of an article, each in exactly one mistake.

    Contents that the scorer paired, but with different sources, are one mistake; so are a gold and a predicted
    attribution that it did not pair if their cues overlap, one to one, the most similar contents first.
    """
    wrong_source = [
        Mistake(article, article.gold[i], article.found[j]) for i, j, sources in article.pairs if not sources
    ]
    gold = _left(article.gold, {i for i, _, _ in article.pairs})
    found = _left(article.found, {j for _, j, _ in article.pairs})
    same_cue = []
    for g, f in sorted(product(gold, found), key=lambda pair: -alike(*pair)):
        if g in gold and f in found and overlap(g.marks, f.marks):
            same_cue.append(Mistake(article, g, f))
            gold.remove(g)
            found.remove(f)
    missed = [Mistake(article, g, None) for g in gold]
    return [*wrong_source, *same_cue, *missed, *(Mistake(article, None, f) for f in found)]


def _left(readings: tuple[Reading, ...], used: set[int]) -> list[Reading]:
    return [reading for i, reading in enumerate(readings) if i not in used]


def alike(one: Reading, other: Reading) -> float:
    """Jaccard similarity of two contents, as the scorer reckons it."""
    return len(one.content & other.content) / len(one.content | other.content)
