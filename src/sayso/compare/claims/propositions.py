"""What is compared: what is said in attributions and in an outlet's own sentences, clause by clause, as terms."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from sayso.article import Article, Span
from sayso.attribution import Attribution, Figure
from sayso.compare.claims.terms import terms_of
from sayso.figures.words import sentences

_CUT = re.compile(
    r"(?<=[^\s.][.!?;:])[”\"’']?\s+|\n+"
    # Bounded: a page may have a hundred thousand spaces in a row.
    r"|,?\s{1,4}and\s{1,4}(?=that\s)|,?\s{1,4}(?=(?:while|but|because|although|whereas)\s)|,\s{1,4}(?=and\s)"
)
_FEWEST = 3
"""Terms that a clause of its own has; a shorter one goes with the clause before it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Statement:
    """Words of an article that assert something: an attribution's content, or a sentence in the outlet's own voice.

    ``attribution`` is ``None`` for the outlet's own voice. ``figures`` are those that stand in ``spans``.
    """

    article: Article
    attribution: Attribution | None
    spans: tuple[Span, ...]
    figures: tuple[Figure, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Proposition:
    """One clause of a statement: which statement, by its place in the list; its words and their terms in order."""

    statement: int
    span: Span
    terms: tuple[str, ...]


def statements_of(articles: Sequence[Article]) -> list[Statement]:
    """What the articles assert, article by article: first the attributions, then the outlet's own sentences.

    Headlines are left out: they shorten what the text says, and drop who says it.

    Example:
        >>> [own] = statements_of([Article("1", "The harbour office burnt down.")])
        >>> own.attribution, own.spans
        (None, (Span(start=0, end=30),))
    """
    return [statement for article in articles for statement in (*_attributed(article), *_own(article))]


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
            if figures or _size(article.text, span) >= _FEWEST:
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


def propositions_of(statements: Sequence[Statement]) -> list[Proposition]:
    """The clauses of all statements that say anything, in order."""
    return [
        Proposition(index, span, tuple(term for term, _ in terms_of(statement.article.text, span)))
        for index, statement in enumerate(statements)
        for span in _clauses(statement)
    ]


def _clauses(statement: Statement) -> Iterator[Span]:
    text = statement.article.text
    for content in statement.spans:
        start = content.start
        pending: list[Span] = []
        for cut in _CUT.finditer(text, content.start, content.end):
            pending.append(Span(start, cut.start()))
            start = cut.end()
        pending.append(Span(start, content.end))
        yield from _joined(text, pending)


def _joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, each with those after it that are too short to stand alone."""
    held: Span | None = None
    for span in spans:
        if held is None:
            held = span
        elif _size(text, span) < _FEWEST or _size(text, held) < _FEWEST:
            held = Span(held.start, span.end)
        else:
            yield held
            held = span
    if held is not None and _size(text, held):
        yield held


def _size(text: str, span: Span) -> int:
    return sum(1 for _ in terms_of(text, span))
