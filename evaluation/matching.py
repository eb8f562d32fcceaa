"""What the scorer pairs, kept where the scorer only sums: for calibration, intervals and the sorting of mistakes."""

from __future__ import annotations

import dataclasses
from types import ModuleType
from typing import Any

from evaluation.corpora import Attributions

Triple = tuple[str, Attributions, Attributions]
"""A text, its gold attributions, its predicted ones."""
Words = frozenset[int]
"""Indices of words of a text, as the scorer counts them."""
TYPES = ("direct", "mixed", "indirect")


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """One attribution as the scorer sees it.

    Args:
        source, cue, content: The words of each role.
        marks: Where the cue stands in the text; a colon or a dash covers no word.
        type: ``direct``, ``mixed`` or ``indirect``, by how much of the content is quoted.
        score: As predicted; ``None`` in gold and where a system gives none.
    """

    source: Words
    cue: Words
    content: Words
    marks: tuple[tuple[int, int], ...]
    type: str
    score: float | None


@dataclasses.dataclass(frozen=True, slots=True)
class Matched:
    """One article: its words as half-open ranges of *text*, both sides, and the pairs of the scorer.

    ``pairs`` are indices into ``gold`` and ``found`` of contents that overlap enough, one to one, and whether the
    sources agree too. Readings without content are left out, as the scorer does.
    """

    text: str
    words: tuple[tuple[int, int], ...]
    gold: tuple[Reading, ...]
    found: tuple[Reading, ...]
    pairs: tuple[tuple[int, int, bool], ...]

    @property
    def right(self) -> frozenset[int]:
        """Indices into ``found`` of the attributions that count as right."""
        return frozenset(found for _, found, sources in self.pairs if sources)

    @property
    def covered(self) -> frozenset[int]:
        """Indices into ``gold`` of the attributions that count as found."""
        return frozenset(gold for gold, _, sources in self.pairs if sources)


def matched(triple: Triple, scorer: ModuleType) -> Matched:
    """Pair both sides of an article by the scorer's own code."""
    text, gold_rows, found_rows = triple
    gold, gold_parts = _readings(text, gold_rows, scorer)
    found, found_parts = _readings(text, found_rows, scorer)
    pairs = tuple(scorer.match(gold_parts, found_parts))
    return Matched(text, tuple(scorer.words(text)), gold, found, pairs)


def overlap(one: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...]) -> bool:
    """Whether two lists of half-open ranges have a character in common."""
    return any(start < other_end and other_start < end for start, end in one for other_start, other_end in other)


def _readings(text: str, rows: Attributions, scorer: ModuleType) -> tuple[tuple[Reading, ...], list[dict[str, Any]]]:
    """Readings, and the scorer's form of the same, both without those that have no content."""
    parts = scorer.Document(text, rows).attributions
    kept = [(row, part) for row, part in zip(rows, parts, strict=True) if part["content"]]
    readings = tuple(
        Reading(
            part["source"],
            part["cue"],
            part["content"],
            tuple((start, end) for start, end in row.get("cue") or ()),
            part["type"],
            part["score"],
        )
        for row, part in kept
    )
    return readings, [part for _, part in kept]
