"""Whether two statements tell of one incident: they share words beside the figures, or their articles open alike.

Articles on one event tell of others too: yesterday's raid, the other town. A number that both give is one count only
if it is of one incident.
"""

from __future__ import annotations

import functools
import re

from sayso.article import Article, Span
from sayso.compare.statements import Statement
from sayso.compare.terms import terms_of
from sayso.figures.words import listed

_OPENING = 350
"""Characters in which an article says what it is about."""
_AROUND = 400
"""Characters of a long statement, on either side, that belong to a clause."""
_ALIKE = 0.2
"""Least share of the terms of the shorter opening that the other has."""
_CLAUSES_ALIKE = 0.35
"""Least share of the terms of the shorter clause."""
_FEWEST = 3
_GENERAL = listed(
    "kill wound people person civilian child woman man dozen least number report include includ day say monday tuesday"
    " wednesday thursday friday saturday sunday publish update tag date syria attack killed two three four five six"
    " seven eight nine ten eleven twelve fifteen twenty thirty forty fifty"
)
"""Terms that any two reports of attacks share."""
_WEEKDAYS = listed("^mnd ^tsd ^wdnsd ^thrsd ^frd ^strd ^snd ^sn ^mn")


def tell_of_one(one: Statement, at: Span, other: Statement, other_at: Span) -> bool:
    """Whether *one*, at the words *at*, and *other* tell of one incident.

    Example:
        >>> a = Statement(Article("1", "The ferry sank off Port Ada, six drowned."), None, (Span(0, 41),), ())
        >>> b = Statement(Article("2", "Six drowned as a ferry went down off Port Ada."), None, (Span(0, 46),), ())
        >>> c = Statement(Article("3", "A mine in Corrin collapsed and six died."), None, (Span(0, 40),), ())
        >>> tell_of_one(a, Span(29, 40), b, Span(0, 11)), tell_of_one(a, Span(29, 40), c, Span(31, 39))
        (True, False)
    """
    if share_a_clause(one, at, other, other_at):
        return True
    same = one.article.id == other.article.id
    return not same and share(opening(one.article), opening(other.article)) >= _ALIKE


def share_a_clause(one: Statement, at: Span, other: Statement, other_at: Span) -> bool:
    """Whether the clauses around the words *at* share enough beside the figures to tell of one incident."""
    return share(clause_terms(one, at), clause_terms(other, other_at)) >= _CLAUSES_ALIKE


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the smaller set the other has; 0 where that has fewer than three."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller >= _FEWEST else 0.0


def clause_terms(statement: Statement, at: Span) -> frozenset[str]:
    """The terms of the part of *statement* in which the words *at* stand."""
    span = next((span for span in statement.spans if span.start <= at.start < span.end), at)
    return _terms(statement.article.text[max(span.start, at.start - _AROUND) : min(span.end, at.end + _AROUND)])


def opening(article: Article) -> frozenset[str]:
    """The terms with which an article begins."""
    return _terms(article.text[:_OPENING])


@functools.lru_cache(maxsize=16384)
def _terms(text: str) -> frozenset[str]:
    found = {term for term, _ in terms_of(text, Span(0, len(text)))} - _GENERAL - _WEEKDAYS
    return frozenset(term for term in found if not re.fullmatch(r"\^?\d+", term))
