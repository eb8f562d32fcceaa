"""Whose text it is that two articles share."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence

from sayso.article import Span
from sayso.claim import Clue, ClueKind, Passage
from sayso.resolve.names import Name, folded

_IN_PASSAGE = 2.0
"""Words that name an agency inside what is shared came with it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Upstream:
    """Whose text it is, ``None`` where nothing says so or two names are as likely; and all clues, for every name."""

    name: str | None
    clues: tuple[Clue, ...]


def whose_text(a: Sequence[Clue], b: Sequence[Clue], shared: Sequence[Passage]) -> Upstream:
    """Weigh the clues of two articles (:func:`sayso.compare.copies.clues.clues_of`) that share *shared*.

    Each kind of clue counts once an article. A missing credit proves nothing, so no clue is no answer.

    Example:
        >>> from sayso.article import Article
        >>> from sayso.compare.copies.clues import clues_of
        >>> wire = Article(id="1", outlet="Reuters", text="The quay is closed.")
        >>> paper = Article(id="2", outlet="Inland Post", text="The quay is closed. --Reuters")
        >>> whose_text(clues_of(wire), clues_of(paper), []).name
        'Reuters'
    """
    in_a, in_b = [passage.in_a for passage in shared], [passage.in_b for passage in shared]
    clues = (*_weighed(a, in_a), *_weighed(b, in_b))
    totals: defaultdict[Name, float] = defaultdict(float)
    for clue in clues:
        totals[folded(clue.name)] += clue.weight
    return Upstream(_leading(totals, clues), clues)


def _weighed(clues: Sequence[Clue], shared: Sequence[Span]) -> list[Clue]:
    return [_in_passage(clue) if _inside(clue.span, shared) else clue for clue in clues]


def _in_passage(clue: Clue) -> Clue:
    weight = clue.weight * _IN_PASSAGE if clue.kind is ClueKind.TOLD else clue.weight
    return dataclasses.replace(clue, weight=weight)


def _inside(span: Span | None, shared: Sequence[Span]) -> bool:
    return span is not None and any(one.start <= span.start and span.end <= one.end for one in shared)


def _leading(totals: dict[Name, float], clues: Sequence[Clue]) -> str | None:
    """The name with the greatest weight, if no other has the same."""
    most = max(totals.values(), default=0.0)
    best = [name for name, total in totals.items() if total == most]
    return next(clue.name for clue in clues if folded(clue.name) == best[0]) if len(best) == 1 else None
