"""An article as a page sets it: headline and paragraphs, where each statement begins and ends, its note beside it."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.article import Article, Span
from sayso.attribution import Attribution
from sayso.show.marks import Mark, Run, runs


@dataclasses.dataclass(frozen=True, slots=True)
class Statement:
    """An attribution and its number in the article, from 1, in the order in which the statements begin.

    ``place`` goes from the first character of its content to the last; of its cue, else its source, if it has none.
    """

    number: int
    attribution: Attribution
    place: Span


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """A run's words, the marks over them, outermost first, and the statements that begin before or end after them."""

    text: str
    marks: tuple[Mark, ...]
    begins: Sequence[Statement]
    ends: Sequence[Statement]


@dataclasses.dataclass(frozen=True, slots=True)
class Block:
    """The headline or a paragraph."""

    is_title: bool
    pieces: Sequence[Piece]

    @property
    def notes(self) -> list[Statement]:
        """The statements that begin here."""
        return [statement for piece in self.pieces for statement in piece.begins]


def lay_out(article: Article) -> list[Block]:
    """Cut an article into its headline, where ``title_span`` says that the text holds it, and a paragraph a line.

    Lines without words are left out. All the others are there, each character of them, in the order of the text, the
    line end included.
    """
    attributions = article.attributions or ()
    begins, ends = _by_place(_statements(attributions, article.text))
    spans = list(_blocks(article))
    cuts = {edge for span, _ in spans for edge in (span.start, span.end)}.union(begins, ends)
    cut = runs(article.text, attributions, cuts=cuts)
    starts = [run.span.start for run in cut]

    def piece(run: Run) -> Piece:
        return Piece(run.span.of(article.text), run.marks, begins.get(run.span.start, ()), ends.get(run.span.end, ()))

    return [
        Block(is_title, [piece(run) for run in cut[bisect_left(starts, span.start) : bisect_left(starts, span.end)]])
        for span, is_title in spans
    ]


def _statements(attributions: Sequence[Attribution], text: str) -> list[Statement]:
    places = [(_place(attribution, text), attribution) for attribution in attributions]
    placed = [(place, attribution) for place, attribution in places if place is not None]
    placed.sort(key=lambda each: (each[0].start, -each[0].end))
    return [Statement(number, attribution, place) for number, (place, attribution) in enumerate(placed, start=1)]


def _by_place(
    statements: Sequence[Statement],
) -> tuple[Mapping[int, list[Statement]], Mapping[int, list[Statement]]]:
    begins: dict[int, list[Statement]] = defaultdict(list)
    ends: dict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        begins[statement.place.start].append(statement)
        ends[statement.place.end].insert(0, statement)  # the one that began last, the inner one, ends first
    return begins, ends


def _place(attribution: Attribution, text: str) -> Span | None:
    for spans in (attribution.content, attribution.cue, attribution.source):
        trimmed = [_trimmed(span, text) for span in spans if span.of(text).strip()]
        if trimmed:
            return Span(trimmed[0].start, trimmed[-1].end)
    return None


def _trimmed(span: Span, text: str) -> Span:
    """*span* without white space at its ends: a number set before a line end would stand in the paragraph above."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _blocks(article: Article) -> Iterator[tuple[Span, bool]]:
    """The spans of headline and paragraphs, and whether it is the headline."""
    text = article.text
    title = _title(article)
    if title is None:
        yield from ((line, False) for line in _lines(text, 0, len(text)))
        return
    yield from ((line, False) for line in _lines(text, 0, title.start))
    yield title, True
    yield from ((line, False) for line in _lines(text, title.end, len(text)))


def _title(article: Article) -> Span | None:
    """Where the headline stands in the text, with the rest of its line where that is only punctuation."""
    title = article.title_span
    if title is None or not title.of(article.text).strip():
        return None
    line = next(iter(article.text[title.end :].splitlines(keepends=True)), "")
    rest = 0 if any(character.isalnum() for character in line) else len(line)
    return Span(title.start, title.end + rest)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line)
