"""What several articles have in common: copies of one text, claims that several attributions make, links between claims."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from enum import StrEnum

from sayso.article import Span


class CopyKind(StrEnum):
    """How two articles share words. Pairs without any, ``independent_text``, are not listed."""

    SAME_TEXT = "same_text"
    SHARED_PASSAGES = "shared_passages"


class Relation(StrEnum):
    """What one claim is to another."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    UPDATES = "updates"


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two articles: where they stand in each."""

    in_a: Span
    in_b: Span


@dataclasses.dataclass(frozen=True, slots=True)
class Copy:
    """Two articles, by their ids, that share words; ``origin`` is whose text it is, ``None`` where nobody says."""

    a: str
    b: str
    kind: CopyKind
    origin: str | None
    shared: Sequence[Passage]


@dataclasses.dataclass(frozen=True, slots=True)
class OwnVoice:
    """A sentence in an outlet's own voice, by the article's id."""

    article: str
    span: Span


@dataclasses.dataclass(frozen=True, slots=True)
class Claim:
    """One proposition that attributions and own-voice sentences assert.

    ``gist`` is a real sentence of one of them. ``attributions``, ``articles`` are ids. ``origins`` are names of upstream
    sources that are left after collapsing copies, publishers and shared sources; "not stated" and "outlet's own
    reporting: NAME" are names. ``texts`` has one id for each independently worded text, ``publishers`` are names.
    """

    id: str
    gist: str
    attributions: Sequence[str]
    own_voice: Sequence[OwnVoice]
    origins: Sequence[str]
    articles: Sequence[str]
    publishers: Sequence[str]
    texts: Sequence[str]


@dataclasses.dataclass(frozen=True, slots=True)
class Because:
    """Words of an article on which a link rests."""

    article: str
    span: Span


@dataclasses.dataclass(frozen=True, slots=True)
class Link:
    """From one claim, by its id, to another, with a probability in ``[0, 1]`` and the words that it rests on."""

    from_: str
    to: str
    relation: Relation
    score: float
    because: Sequence[Because]


@dataclasses.dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison of articles found; all of it is by machine, unreviewed."""

    claims: Sequence[Claim]
    links: Sequence[Link]
    copies: Sequence[Copy]
