"""What several articles have in common: copies of one text, claims that several statements make, links between them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from enum import StrEnum

from sayso.article import Span

NOT_STATED = "not stated"
"""The origin of a claim for which nobody is named."""


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
class Event:
    """Articles on one incident, by their ids in the order given.

    ``first`` and ``last`` are the dates of the first and the last of them, ``None`` where none has a full date.
    ``words`` are the terms on which that rests, the weightiest first, as they stand in an article; none for a
    single article.
    """

    articles: tuple[str, ...]
    first: str | None
    last: str | None
    words: tuple[str, ...]


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
class Origin:
    """An upstream source: its name, and the ids of the attributions that lead to it, passed on or not."""

    name: str
    attributions: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Basis:
    """On what a claim or an event rests: four numbers and the unknown, each as the rows behind it.

    ``articles`` are ids. ``publishers`` has the ids of the articles by the name of each publisher, ``texts`` by the id
    of the first article with that text. ``origins`` are what is left after collapsing copies, publishers and shared
    sources: sources without a common source that was found, which is not the same as independent ones.
    ``unattributed`` are the ids of attributions that name and describe nobody.
    """

    articles: tuple[str, ...]
    publishers: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, tuple[str, ...]]
    origins: tuple[Origin, ...]
    unattributed: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Claim:
    """One proposition that attributions, by their ids, and own-voice sentences assert.

    ``gist`` is a real sentence of one of them. ``about`` says what it counts ("killed: 9"), ``None`` where that is
    nothing.
    """

    id: str
    gist: str
    about: str | None
    attributions: tuple[str, ...]
    own_voice: tuple[OwnVoice, ...]
    basis: Basis

    @property
    def origins(self) -> tuple[str, ...]:
        """Names of the origins; :data:`NOT_STATED` alone where there is none. "outlet's own reporting: X" is a name."""
        return tuple(origin.name for origin in self.basis.origins) or (NOT_STATED,)


@dataclasses.dataclass(frozen=True, slots=True)
class Because:
    """Words of an article on which a link rests."""

    article: str
    span: Span


@dataclasses.dataclass(frozen=True, slots=True)
class Link:
    """From one claim, by its id, to another, with a probability in ``[0, 1]`` and the words that it rests on.

    Of a link that a person made the probability is 1.
    """

    from_: str
    to: str
    relation: Relation
    score: float
    because: tuple[Because, ...]


class JudgementKind(StrEnum):
    """What a person decided on the statement that the machine compared."""

    SAME = "same"
    NOT_SAME = "not_same"
    DISPUTES = "disputes"
    NOT_DISPUTES = "not_disputes"
    ORIGIN = "origin"


@dataclasses.dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on a statement, by the id of its attribution, which wins over the machine.

    ``other`` is the id of the attribution that it says the same as, or disputes; for ``origin`` the name of the
    upstream source.
    """

    kind: JudgementKind
    attribution: str
    other: str
