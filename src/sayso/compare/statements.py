"""What articles assert: what is said in attributions, and what an outlet says in its own sentences."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Sequence

from sayso.article import Article, Span
from sayso.attribute import READ_LANGUAGES
from sayso.attribution import Attribution, Figure
from sayso.compare.terms import terms_of
from sayso.figures.words import sentences

FEWEST = 3
"""Terms of words that assert something by themselves."""


@dataclasses.dataclass(frozen=True, slots=True)
class Statement:
    """Words of an article that assert something: an attribution's content, or a sentence in the outlet's own voice.

    ``attribution`` is ``None`` for the outlet's own voice. ``figures`` are those that stand in ``spans``.
    """

    article: Article
    attribution: Attribution | None
    spans: tuple[Span, ...]
    figures: tuple[Figure, ...]


def statements_of(articles: Sequence[Article]) -> list[Statement]:
    """What the articles assert, article by article: first the attributions, then the outlet's own sentences.

    Headlines are left out: they shorten what the text says, and drop who says it. So is what is not English.

    Example:
        >>> [own] = statements_of([Article("1", "The harbour office burnt down.")])
        >>> own.attribution, own.spans
        (None, (Span(start=0, end=30),))
    """
    return [statement for article in articles for statement in _of(article)]


def _of(article: Article) -> Iterator[Statement]:
    if article.language in READ_LANGUAGES:
        yield from _attributed(article)
        yield from _own(article)


def _attributed(article: Article) -> Iterator[Statement]:
    for attribution in article.attributions or ():
        if attribution.content and not attribution.in_title:
            yield Statement(article, attribution, attribution.content, attribution.figures)


def _own(article: Article) -> Iterator[Statement]:
    """What is left of each sentence without attributed words, where that says anything."""
    taken = sorted(span for each in article.attributions or () for span in (*each.source, *each.cue, *each.content))
    title_end = article.title_span.end if article.title_span else 0
    at = 0
    for words in sentences(article.text):
        sentence = Span(max(words[0].span.start, title_end), words[-1].span.end)
        while at < len(taken) and taken[at].end <= sentence.start:
            at += 1
        for span in _left(sentence, taken[at:]):
            figures = tuple(f for f in article.figures if span.start <= f.span.start < span.end)
            if figures or has_terms(article.text, span):
                yield Statement(article, None, (span,), figures)


def _left(sentence: Span, taken: Sequence[Span]) -> Iterator[Span]:
    start = sentence.start
    for span in taken:
        if span.start >= sentence.end:
            break
        if start < span.start:
            yield Span(start, span.start)
        start = max(start, span.end)
    if start < sentence.end:
        yield Span(start, sentence.end)


def has_terms(text: str, span: Span, least: int = FEWEST) -> bool:
    """Whether *span* has at least so many terms; those after them are not looked at."""
    return next(itertools.islice(terms_of(text, span), least - 1, None), None) is not None
