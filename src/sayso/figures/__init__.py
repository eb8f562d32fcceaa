"""Figures: how many killed, wounded, missing, displaced; who, when and where, and on whose say-so.

    words → numbers → phrases → quantities → who, when, where → whose

Each module is one step, a function of a sentence; :func:`count` joins them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from sayso.article import Article, Span
from sayso.attribution import Figure, Quantity
from sayso.figures import dates, places
from sayso.figures.gazetteer import OwnTowns, read_own_towns
from sayso.figures.quantities import Count, counts_in
from sayso.figures.triggers import reports_displacement
from sayso.figures.who import who, who_class
from sayso.figures.whose import OUTLET, owners
from sayso.figures.words import Word, sentences

__all__ = ["OwnTowns", "count", "read_own_towns"]

_NO_TOWNS: OwnTowns = MappingProxyType({})


def count(article: Article, *, own_towns: OwnTowns = _NO_TOWNS) -> Article:
    """The article with its figures: each with the attribution that reports it, the rest in the outlet's own voice.

    Figures that the article carried are replaced. Headlines are passed over: they shorten what the text says, and drop
    who says it. An article that was not attributed stays as it is, since nobody can tell whose its figures are.

    Args:
        article: Read and attributed.
        own_towns: Towns that the built-in list lacks, see :func:`read_own_towns`.

    Example:
        >>> article = Article(id="1", text="The blast killed at least six people.", attributions=())
        >>> [(f.quantity.value, f.low, f.high, f.who) for f in count(article).figures]
        [('killed', 6, None, 'people')]
    """
    if article.attributions is None:
        return article
    found: dict[int | None, list[Figure]] = {}
    for owner, figure in _figures(article, own_towns):
        found.setdefault(owner, []).append(figure)
    return dataclasses.replace(
        article,
        figures=tuple(found.get(OUTLET, ())),
        attributions=tuple(
            dataclasses.replace(each, figures=tuple(found.get(index, ())))
            for index, each in enumerate(article.attributions)
        ),
    )


def _figures(article: Article, own_towns: OwnTowns) -> Iterator[tuple[int | None, Figure]]:
    """The figures in reading order, each with the index of its attribution."""
    text = article.text
    read = sentences(text)
    whose = owners(len(text), article.attributions or ())
    displacement = reports_displacement(text)
    known = places.known_to(read, own_towns)
    home = places.dateline_town(article.dateline, known)
    today = dates.day_of(read, article.date)
    for words in read:
        counts = [each for each in counts_in(words, displacement=displacement) if not _in_title(article, words, each)]
        if not counts:
            continue
        # A date or place tells of a figure only if the same source says both.
        when = [(whose[words[each.first].span.start], each) for each in dates.dates_in(words, today)]
        where = [(whose[each.span.start], each) for each in places.places_in(words, text, known)]
        where = [(by, each) for by, each in where if not _in_dateline(article, each.span)]
        for one in counts:
            owner = whose[_core(words, one).start]
            place = places.nearest([each for by, each in where if by == owner], *one.range())
            figure = Figure(
                quantity=one.quantity,
                span=_inside(article, owner, one.span(words), _core(words, one)),
                low=one.counted.number.low,
                high=one.counted.number.high,
                who=who(words, one.counted, text),
                who_class=who_class(words, one.counted, one.quantity),
                when=dates.nearest(words, [each for by, each in when if by == owner], *one.range()),
                where=place if where or one.quantity is Quantity.OTHER else home,
            )
            yield owner, figure


def _inside(article: Article, owner: int | None, span: Span, core: Span) -> Span:
    """*span* without what lies outside the content that holds its number *core*."""
    if owner is None or article.attributions is None:
        return span
    contents = (each for each in article.attributions[owner].content if each.start <= core.start < each.end)
    return next(Span(max(span.start, each.start), min(span.end, each.end)) for each in contents)


def _core(words: Sequence[Word], one: Count) -> Span:
    return words[one.counted.number.core].span


def _in_dateline(article: Article, span: Span) -> bool:
    start = article.text.find(article.dateline) if article.dateline else -1
    return start >= 0 and start <= span.start and span.end <= start + len(article.dateline or "")


def _in_title(article: Article, words: Sequence[Word], one: Count) -> bool:
    title, core = article.title_span, _core(words, one)
    return title is not None and title.start <= core.start and core.end <= title.end
