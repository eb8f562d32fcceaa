"""What is compared: what is said in attributions and in an outlet's own sentences, clause by clause, as terms."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from sayso.article import Span
from sayso.compare.statements import Statement, has_terms
from sayso.compare.terms import terms_of

_CUT = re.compile(
    r"(?<=[^\s.][.!?;:])[”\"’']?\s+|\n+"
    # Bounded: a page may have a hundred thousand spaces in a row.
    r"|,?\s{1,4}and\s{1,4}(?=that\s)|,?\s{1,4}(?=(?:while|but|because|although|whereas)\s)|,\s{1,4}(?=and\s)"
)


@dataclasses.dataclass(frozen=True, slots=True)
class Proposition:
    """One clause of a statement: which statement, by its place in the list; its words and their terms in order."""

    statement: int
    span: Span
    terms: tuple[str, ...]


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
    """The spans, each with those after it that are too short to be a clause of their own."""
    held: Span | None = None
    for span in spans:
        if held is None:
            held = span
        elif not (has_terms(text, span) and has_terms(text, held)):
            held = Span(held.start, span.end)
        else:
            yield held
            held = span
    if held is not None and has_terms(text, held, 1):
        yield held
