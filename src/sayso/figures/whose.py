"""Whose words a stretch of text is: the innermost attribution that reports it, or the outlet itself."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution import Attribution

OUTLET = None
"""The owner of what no attribution reports."""


def owners(length: int, attributions: Sequence[Attribution]) -> list[int | None]:
    """For each character of a text of *length*, the index of the attribution that reports it, or :data:`OUTLET`.

    Where contents lie in each other the innermost reports it, the one with the shortest content.

    Example:
        >>> from sayso.article import Span
        >>> from sayso.attribution import Quotation
        >>> said = Attribution("1", (), (), (Span(1, 3),), None, False, Quotation.INDIRECT)
        >>> owners(4, [said])
        [None, 0, 0, None]
    """
    found: list[int | None] = [OUTLET] * length
    sizes = [sum(span.end - span.start for span in each.content) for each in attributions]
    for index in sorted(range(len(attributions)), key=lambda each: -sizes[each]):
        for span in attributions[index].content:
            start, end = max(0, span.start), min(length, span.end)
            found[start:end] = [index] * max(0, end - start)
    return found
