"""What several articles have in common: copies of one text, claims that several statements make, links between them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from enum import StrEnum

from sayso.article import Span


class CopyKind(StrEnum):
    """How two articles share words. Pairs without any, ``independent_text``, are not listed."""

    SAME_TEXT = "same_text"
    SHARED_PASSAGES = "shared_passages"


class ClueKind(StrEnum):
    """Where an article says, or lets see, whose text it is."""

    CREDIT_LINE = "credit_line"
    SOURCE_ORGANIZATION = "source_organization"
    DATELINE = "dateline"
    BYLINE = "byline"
    TAG = "tag"
    TOLD = "told"
    OUTLET = "outlet"


class Relation(StrEnum):
    """What one claim is to another."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    UPDATES = "updates"


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two articles: where they stand in each; ``quoted`` where most of them are somebody's words."""

    in_a: Span
    in_b: Span
    quoted: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Clue:
    """Words of an article that name an agency or outlet whose text it may be.

    ``span`` is ``None`` where they stand outside the text. ``weight`` is how much they tell beside other clues.
    """

    article: str
    kind: ClueKind
    name: str
    span: Span | None
    weight: float


@dataclasses.dataclass(frozen=True, slots=True)
class Copy:
    """Two articles, by their ids, that share words.

    ``origin`` is whose text it is, ``None`` where nobody says or the ``clues`` contradict each other.
    """

    a: str
    b: str
    kind: CopyKind
    origin: str | None
    shared: Sequence[Passage]
    clues: Sequence[Clue] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class OwnVoice:
    """A sentence in an outlet's own voice, by the article's id."""

    article: str
    span: Span


@dataclasses.dataclass(frozen=True, slots=True)
class Claim:
    """One proposition that attributions and own-voice sentences assert.

    ``gist`` is a real sentence of one of them. ``attributions``, ``articles`` are ids. ``origins`` are names of
    upstream sources that are left after collapsing copies, publishers and shared sources; "not stated" and "outlet's
    own reporting: NAME" are names. ``texts`` has one id for each independently worded text, ``publishers`` are names.
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
