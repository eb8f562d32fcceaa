"""A text cut into runs, each of which is covered from end to end by the same parts of the same attributions."""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise

from sayso.article import Span
from sayso.attribution import Attribution


class Role(StrEnum):
    """A part of an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """A span of one attribution, as the runs beneath it know it.

    ``attribution`` is its index. ``level`` is, for a content, the lowest number that no other content has which it
    overlaps: lines drawn under both do not touch. It is 0 for a source and a cue.
    """

    attribution: int
    role: Role
    span: Span
    level: int


@dataclasses.dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text and the marks that cover all of it: contents by level, then sources and cues."""

    span: Span
    marks: tuple[Mark, ...]


def runs(text: str, attributions: Sequence[Attribution], *, cuts: Iterable[int] = ()) -> list[Run]:
    """Cut *text* where a span begins or ends, and at *cuts*.

    Args:
        text: The article's text.
        attributions: Their spans may nest and cross; what lies outside *text* is left out.
        cuts: Further offsets at which to cut.

    Returns:
        Runs in reading order, none of them empty, which together are the whole text.

    Example:
        >>> from sayso.attribution import Quotation
        >>> said = Attribution("1", (Span(0, 3),), (Span(4, 8),), (Span(9, 11),), 0.9, False, Quotation.INDIRECT)
        >>> for run in runs("Ada said no.", [said]):
        ...     print(run.span, *[mark.role for mark in run.marks])
        Span(start=0, end=3) source
        Span(start=3, end=4)
        Span(start=4, end=8) cue
        Span(start=8, end=9)
        Span(start=9, end=11) content
        Span(start=11, end=12)
    """
    waiting = deque(sorted(_spans(attributions), key=lambda each: (each[0].start, -each[0].end)))
    edges = {edge for span, _, _ in waiting for edge in (span.start, span.end)}.union(cuts, (0, len(text)))
    open_: list[Mark] = []
    found = []
    for start, end in pairwise(sorted(edge for edge in edges if 0 <= edge <= len(text))):
        open_ = [mark for mark in open_ if mark.span.end > start]
        while waiting and waiting[0][0].start <= start:
            span, index, role = waiting.popleft()
            if span.end > start:
                open_.append(Mark(index, role, span, _free_level(open_) if role is Role.CONTENT else 0))
        found.append(Run(Span(start, end), tuple(sorted(open_, key=_depth))))
    return found


def _spans(attributions: Sequence[Attribution]) -> Iterable[tuple[Span, int, Role]]:
    for index, attribution in enumerate(attributions):
        for role, spans in (
            (Role.SOURCE, attribution.source),
            (Role.CUE, attribution.cue),
            (Role.CONTENT, attribution.content),
        ):
            yield from ((span, index, role) for span in spans)


def _free_level(marks: Sequence[Mark]) -> int:
    taken = {mark.level for mark in marks if mark.role is Role.CONTENT}
    return next(level for level in range(len(taken) + 1) if level not in taken)


def _depth(mark: Mark) -> tuple[bool, int, int]:
    return (mark.role is not Role.CONTENT, mark.level, mark.attribution)
