"""An attribution relation (PDTB, PARC 3.0, PolNeAR): whose words, by which cue, saying what."""

from __future__ import annotations

import dataclasses
from enum import StrEnum

from sayso.article import Span


class Quotation(StrEnum):
    """How the content is quoted: its words inside quotation marks, outside, or some of each."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the source does (PDTB, Prasad et al. 2007): says, thinks, knows, or wants and plans."""

    ASSERTION = "assertion"
    BELIEF = "belief"
    FACT = "fact"
    EVENTUALITY = "eventuality"


@dataclasses.dataclass(frozen=True, slots=True)
class Attribution:
    """One attributed statement.

    ``source``, ``cue`` and ``content`` are spans in reading order, not overlapping; a part that the text does not
    express is empty. ``score`` is the probability, in ``[0, 1]``, that a human reader marked the same content with the
    same source; ``None`` where a person made the attribution. ``in_title``: it lies in the headline.
    ``act`` is what the source does, ``None`` where nobody said.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float | None
    in_title: bool
    quotation: Quotation
    act: Act | None = None

    @property
    def sure(self) -> bool:
        """Whether a reader may take it as found; anything less is shown as possible.

        What a person marked is sure.
        """
        return self.score is None or self.score >= SURE


SURE = 0.91
"""Lowest score of an attribution that is shown as sure; evaluation/ measures how often those are right."""
