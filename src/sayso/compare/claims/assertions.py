"""What each statement asserts, taken apart: figures, whom it blames, what it denies, what it tells of an attack.

Statements that assert the same are one claim; one that asserts several things is in several.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from sayso.article import Article, Span
from sayso.attribution import Certainty, Figure, Quantity
from sayso.compare.claims.aspect_words import ASPECTS
from sayso.compare.claims.blame import blames_of, denial_of
from sayso.compare.claims.propositions import Proposition
from sayso.compare.sides import Sides
from sayso.compare.statements import Statement
from sayso.compare.terms import terms_of

_TOLL = re.compile(r"(?:the\s)?(?:death\s)?toll", re.IGNORECASE)
_VAGUE = re.compile(r"\b(dozens?|scores|tens|hundreds|thousands|several)\b", re.IGNORECASE)
_ALL = frozenset({None, "people", "civilians"})
"""Classes of people that reports use for all who were hit, one for the other."""


class Kind(StrEnum):
    """What kind of thing is asserted."""

    FIGURE = "figure"
    BLAME = "blame"
    DENIAL = "denial"
    ASPECT = "aspect"
    CLAUSE = "clause"


@dataclasses.dataclass(frozen=True, slots=True)
class Assertion:
    """One thing that a statement (by its place in the list) asserts; equal keys of one kind assert the same.

    ``span`` is the words that it rests on, ``figure`` the count of a figure.
    """

    kind: Kind
    key: tuple[str, ...]
    statement: int
    span: Span
    figure: Figure | None = None


def assertions_of(
    statements: Sequence[Statement], propositions: Sequence[Proposition], sides: Sides
) -> list[Assertion]:
    """All that the statements assert but for their clauses as such, in order."""
    found: list[Assertion] = []
    for index, statement in enumerate(statements):
        found += _figures(index, statement)
        for blame in blames_of(statement, sides):
            found.append(Assertion(Kind.BLAME, (blame.side, blame.act, "plain" * blame.plain), index, blame.span))
        if denial := denial_of(statement, sides):
            key = (denial.of or "", "" if denial.of else denial.by or "")
            found.append(Assertion(Kind.DENIAL, key, index, denial.span))
    for proposition in propositions:
        found += _aspects(proposition, statements[proposition.statement])
    # What a statement says twice it asserts once.
    return list({(each.kind, each.key, each.statement): each for each in reversed(found)}.values())[::-1]


def figure_key(figure: Figure, text: str) -> tuple[str, ...]:
    """What a figure must share with another to be the same count: what, of whom, how many.

    Example:
        >>> text = "at least 12 children"
        >>> figure_key(Figure(Quantity.KILLED, Span(0, 20), 12, None, who_class="children"), text)
        ('killed', 'children', '12')
    """
    whom = "" if figure.who_class in _ALL else figure.who_class or ""
    if vague := _VAGUE.search(figure.span.of(text)):
        return figure.quantity.value, whom, vague[1].lower()
    return figure.quantity.value, whom, str(figure.high if figure.low is None else figure.low)


def _figures(index: int, statement: Statement) -> Iterator[Assertion]:
    article = statement.article
    for figure in statement.figures:
        if figure.quantity is not Quantity.OTHER:
            yield Assertion(Kind.FIGURE, figure_key(figure, article.text), index, figure.span, figure)
    # "confirmed the death toll": the one that the article has just given.
    for span in statement.spans if statement.attribution else ():
        if _TOLL.fullmatch(span.of(article.text).strip()) and (toll := _toll_before(article, span.start)):
            yield Assertion(Kind.FIGURE, figure_key(toll, article.text), index, span, toll)


def _toll_before(article: Article, end: int) -> Figure | None:
    figures = [*article.figures, *(f for each in article.attributions or () for f in each.figures)]
    tolls = [f for f in figures if f.quantity is Quantity.KILLED and f.who_class in _ALL and f.span.end <= end]
    return max(tolls, key=lambda figure: figure.span.start, default=None)


def _aspects(proposition: Proposition, statement: Statement) -> Iterator[Assertion]:
    if statement.attribution and statement.attribution.certainty in (Certainty.DENIED, Certainty.QUESTION):
        return
    terms = set(proposition.terms)
    for name, needed in ASPECTS.items():
        if all(terms & each for each in needed):
            wanted = frozenset[str]().union(*needed)
            spans = [span for term, span in terms_of(statement.article.text, proposition.span) if term in wanted]
            yield Assertion(
                Kind.ASPECT, (name,), proposition.statement, Span(spans[0].start, max(s.end for s in spans))
            )
