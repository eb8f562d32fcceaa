"""An attribution relation (PDTB, PARC 3.0, PolNeAR): whose words, by which cue, saying what; and what is known of it.

The vocabularies are closed: a value is one of those listed, or ``None`` where nothing can be told.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
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


class SourceKind(StrEnum):
    """What kind of source speaks."""

    OFFICIAL = "official"
    ARMED_GROUP = "armed_group"
    POLITICAL_GROUP = "political_group"
    INTERNATIONAL_BODY = "international_body"
    MONITOR_OR_NGO = "monitor_or_ngo"
    MEDICAL = "medical"
    WITNESS_OR_RESIDENT = "witness_or_resident"
    MEDIA = "media"
    EXPERT = "expert"
    UNNAMED_OFFICIAL = "unnamed_official"
    UNNAMED_OTHER = "unnamed_other"
    DOCUMENT = "document"


class Certainty(StrEnum):
    """How the text puts the content, whatever the cue implies."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    PREDICTED = "predicted"
    DEMANDED = "demanded"
    DENIED = "denied"
    QUESTION = "question"


class CueStance(StrEnum):
    """What the writer's cue implies of the content, whatever the source asserts."""

    NEUTRAL = "neutral"
    ENDORSING = "endorsing"
    DISTANCING = "distancing"
    DENYING = "denying"


class EvidenceKind(StrEnum):
    """What the text says that the source has."""

    VIDEO = "video"
    PHOTO = "photo"
    SATELLITE_OR_AERIAL = "satellite_or_aerial"
    EYEWITNESS = "eyewitness"
    DOCUMENT = "document"
    STATISTICS = "statistics"
    MEDICAL_EXAM = "medical_exam"
    INTELLIGENCE = "intelligence"
    PHYSICAL_REMAINS = "physical_remains"
    OWN_REPORTER = "own_reporter"
    NETWORK_OF_SOURCES = "network_of_sources"


class Quantity(StrEnum):
    """What a figure counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    DISPLACED = "displaced"
    OTHER = "other"


@dataclasses.dataclass(frozen=True, slots=True)
class Intermediary:
    """Through whom a statement came to the outlet, and the words that say so."""

    name: str
    span: Span


@dataclasses.dataclass(frozen=True, slots=True)
class Evidence:
    """What a source is said to have.

    ``shown`` is true where the article shows it, false where it cites it only, ``None`` where that cannot be told.
    """

    kind: EvidenceKind
    span: Span
    shown: bool | None


@dataclasses.dataclass(frozen=True, slots=True)
class Figure:
    """A count of people or things.

    ``low`` and ``high`` bound it, ``low <= high``; ``None`` is an open end: "at least 22" is 22 and ``None``. ``who``
    is the text's own words for whom or what is counted ("children"), ``who_class`` their class. ``when`` is an ISO
    date as precise as the text allows (``2016-07-27``, ``2016-07``, ``2016``), ``where`` a settlement or wider.
    """

    quantity: Quantity
    span: Span
    low: int | None
    high: int | None
    who: str | None = None
    who_class: str | None = None
    when: str | None = None
    where: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Attribution:
    """One attributed statement.

    ``source``, ``cue`` and ``content`` are spans in reading order, not overlapping; a part that the text does not
    express is empty. ``score`` is the probability, in ``[0, 1]``, that a human reader marked the same content with the
    same source; ``None`` where a person made the attribution. ``in_title``: it lies in the headline.
    ``act`` is what the source does, ``None`` where nobody said.

    The fields below ``quotation`` are filled by ``sayso.resolve`` (who), ``sayso.characterise`` (how sure, on what) and
    ``sayso.figures``. ``source_name`` is the fullest name that the article gives, ``None`` where nobody is named or
    described or it is unclear who. ``named``: a person or organisation that the article names, or a role that only one
    can hold. ``via`` is the outermost intermediary, ``via_chain`` all of them, innermost first. ``because`` names, by
    field, the words on which a value rests.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float | None
    in_title: bool
    quotation: Quotation
    act: Act | None = None
    source_name: str | None = None
    source_role: str | None = None
    source_affiliation: str | None = None
    source_kind: SourceKind | None = None
    named: bool | None = None
    via: str | None = None
    via_chain: tuple[Intermediary, ...] = ()
    addressee: str | None = None
    certainty: Certainty | None = None
    cue_stance: CueStance | None = None
    evidence: tuple[Evidence, ...] = ()
    figures: tuple[Figure, ...] = ()
    because: Mapping[str, Span] = dataclasses.field(default_factory=dict)

    @property
    def sure(self) -> bool:
        """Whether a reader may take it as found; anything less is shown as possible.

        What a person marked is sure.
        """
        return self.score is None or self.score >= SURE


SURE = 0.91
"""Lowest score of an attribution that is shown as sure; evaluation/ measures how often those are right."""
