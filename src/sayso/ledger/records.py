"""What a ledger gives back: values that stay when it is closed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from sayso.article import Article
from sayso.attribution import Attribution
from sayso.ledger.changes import Change
from sayso.ledger.standing import Standing


@dataclasses.dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article of a ledger, in its latest version and reading.

    ``article`` has the attributions as people left them: corrected where they agree, without those that they
    rejected, and with those that they stand by and the machine no longer finds in this text. ``standings`` are what was
    decided, by attribution. ``reading`` is the number of the reading, ``as_read`` whether people changed nothing in it.
    ``sha256`` is the digest of the original. ``version`` counts from one.
    """

    article: Article
    version: int
    sha256: str
    kept_at: str
    reader: str
    model: str
    read_at: str
    reading: int
    as_read: bool
    standings: Mapping[str, Standing]

    @property
    def id(self) -> str:
        """The article's name in the ledger."""
        return self.article.id


@dataclasses.dataclass(frozen=True, slots=True)
class KeptAttribution:
    """An attribution of a ledger, its words, and the article that it stands in.

    ``text`` is the one that its spans point into. ``standing`` is ``None`` where nobody decided anything.
    """

    article: str
    outlet: str | None
    date: str | None
    title: str | None
    attribution: Attribution
    source: str
    cue: str
    content: str
    text: str = dataclasses.field(repr=False)
    standing: Standing | None

    @property
    def id(self) -> str:
        """The attribution's name in the ledger."""
        return self.attribution.id


@dataclasses.dataclass(frozen=True, slots=True)
class Version:
    """One version of an article: the digest of its original, where it was first seen and when it was kept.

    ``changes`` are those of its attributions against the version before; none for the first.
    """

    number: int
    sha256: str
    size: int
    path: str | None
    kept_at: str
    changes: tuple[Change, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Conflict:
    """Decisions that need a person: two of them disagree, or the words that they were about are no longer there."""

    attribution: str
    article: str
    why: str
    standing: Standing
