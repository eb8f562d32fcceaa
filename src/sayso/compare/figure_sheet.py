"""The figures of one event as a sheet: for each thing that is counted, the lowest and highest by source and time."""

from __future__ import annotations

import collections
import dataclasses
from collections.abc import Sequence

from sayso.article import Article, Span
from sayso.attribution import Attribution, Figure, Quantity
from sayso.claim import NOT_STATED
from sayso.compare.basis import Standing
from sayso.compare.origins import upstream_of
from sayso.compare.statements import Statement
from sayso.figures.people import PEOPLE


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """A figure where it stands: the article's id, the words, and through whom the source spoke, ``None`` for nobody."""

    article: str
    span: Span
    via: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """What one source counts on one day.

    ``whom`` is the class of people, ``None`` for all; ``source`` a name, "not stated" for an outlet's own voice.
    ``when`` is the date of the event where the text gives one, ``said`` the article's. ``low`` is the lowest number
    that is said, ``high`` the highest; an open end, "at least", is ``None``. ``entries`` are the figures behind it.
    """

    quantity: Quantity
    whom: str | None
    source: str
    when: str | None
    said: str | None
    low: int | None
    high: int | None
    entries: tuple[Entry, ...]


def figure_sheet(standing: Standing) -> list[Row]:
    """What is counted in the articles on one event, by whom and when; vehicles, raids and the like are left out.

    Args:
        standing: What is known of the articles.

    Returns:
        Rows by quantity, whom, day of the article, source; none for no figures.

    Example:
        >>> from sayso import read
        >>> from sayso.compare.basis import standing_of
        >>> [article] = read("At least 12 people were killed, the mayor said.")
        >>> [(row.quantity.value, row.source, row.low, row.high) for row in figure_sheet(standing_of([article]))]
        [('killed', 'the mayor', 12, None)]
    """
    found: dict[tuple[object, ...], list[_Counted]] = collections.defaultdict(list)
    for statement in standing.statements:
        key, name = _source(statement, standing)
        for figure in statement.figures:
            if figure.quantity is not Quantity.OTHER:
                counted = _Counted(statement.article, statement.attribution, figure, name)
                found[figure.quantity, counted.whom, key, figure.when, statement.article.date].append(counted)
    return sorted((_row(each) for each in found.values()), key=_order)


@dataclasses.dataclass(frozen=True, slots=True)
class _Counted:
    article: Article
    attribution: Attribution | None
    figure: Figure
    source: str

    @property
    def whom(self) -> str | None:
        return None if self.figure.who_class == PEOPLE else self.figure.who_class

    @property
    def entry(self) -> Entry:
        return Entry(self.article.id, self.figure.span, self.attribution.via if self.attribution else None)


def _source(statement: Statement, standing: Standing) -> tuple[object, str]:
    """By what a source is known in all articles, and its name here."""
    attribution = statement.attribution
    named = upstream_of(attribution, statement.article, standing.sides, standing.owners) if attribution else []
    return tuple(each.key for each in named), " and ".join(each.name for each in named) or NOT_STATED


def _row(counted: Sequence[_Counted]) -> Row:
    first = counted[0]
    lows = [each.figure.low for each in counted]
    highs = [each.figure.high for each in counted]
    said = [number for number in (*lows, *highs) if number is not None]
    return Row(
        quantity=first.figure.quantity,
        whom=first.whom,
        source=max((each.source for each in counted), key=len),
        when=first.figure.when,
        said=first.article.date,
        low=None if None in lows else min(said, default=None),
        high=None if None in highs else max(said, default=None),
        entries=tuple(each.entry for each in counted),
    )


def _order(row: Row) -> tuple[int, str, str, str]:
    return list(Quantity).index(row.quantity), row.whom or "", row.said or "", row.source
