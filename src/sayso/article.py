"""An article as Sayso read it, and the spans that point into its text."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.attribution import Attribution, Figure


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of Unicode code points in :attr:`Article.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers in *text*.

        Example:
            >>> Span(0, 9).of("Ada Byrne said no.")
            'Ada Byrne'
        """
        return text[self.start : self.end]


@dataclasses.dataclass(frozen=True, slots=True)
class Credit:
    """The wire or outlet that an article credits for its text, and where it says so.

    ``span`` is ``None`` where the credit stands outside the text (in the page's metadata, in a column of a table).
    """

    name: str
    span: Span | None = None


class Genre(StrEnum):
    """What kind of piece an article says it is (after schema.org's kinds of ``NewsArticle``).

    ``analysis`` is also what explains and gives background, ``opinion`` also editorials, columns and letters.
    """

    NEWS = "news"
    OPINION = "opinion"
    ANALYSIS = "analysis"
    REVIEW = "review"
    SATIRE = "satire"
    SPONSORED = "sponsored"
    PRESS_RELEASE = "press_release"


@dataclasses.dataclass(frozen=True, slots=True)
class Article:
    """One text from one outlet. ``text`` never changes after reading; every offset points into it.

    What is not known is ``None``.

    ``date`` is an ISO date, as precise as the source gave it (``2026-03-07``, ``2026-03``, ``2026``); ``date_raw`` is
    what stood there; ``modified`` is the ISO date on which the outlet says that it last changed the article.
    ``genre`` is what the outlet calls it, never a judgement of ours. ``correction`` is the outlet's own note of what it
    corrected, word for word. ``title_span`` is where ``text`` holds the headline, ``None`` where it does not.
    ``language`` is an ISO 639-1 code, ``und`` where the text is too short to tell. ``found_in`` says where each field
    came from: ``{"date": "JSON-LD datePublished", "text": "trafilatura 2.3.1"}``. ``attributions`` is ``None`` before
    the article was attributed, and stays so for a language that is not read. ``figures`` are those in the outlet's own
    voice.
    """

    id: str
    text: str
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    date: str | None = None
    date_raw: str | None = None
    title: str | None = None
    title_span: Span | None = None
    byline: str | None = None
    credit: Credit | None = None
    dateline: str | None = None
    publisher: str | None = None
    source_organization: str | None = None
    genre: Genre | None = None
    modified: str | None = None
    correction: str | None = None
    language: str | None = None
    extractor: str | None = None
    found_in: Mapping[str, str] = dataclasses.field(default_factory=dict)
    attributions: tuple[Attribution, ...] | None = None
    figures: tuple[Figure, ...] = ()
