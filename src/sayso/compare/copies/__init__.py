"""Which articles are one text, and which share passages."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Sequence

import numpy as np

from sayso.article import Article
from sayso.claim import Copy, CopyKind, Passage
from sayso.compare.copies.candidates import candidates
from sayso.compare.copies.clues import clues_of
from sayso.compare.copies.passages import Run, shared_runs
from sayso.compare.copies.stock import with_stock
from sayso.compare.copies.upstream import whose_text
from sayso.compare.words import Mask, Worded, worded
from sayso.resolve.names import folded

LEAST = 5
"""Fewest words of a run that counts: shorter ones are names and set phrases."""
SAME_TEXT = 0.4
"""Share of the shorter text's own words that must stand in the other for both to be one text."""
SAME_TEXT_IN_ONE_OUTLET = 0.6
"""An outlet reuses its own paragraphs in the next story on the same matter, which is another text."""
LONG = 10
"""So many words in a row, names and quotations left out, are copied; two writers hardly find the same ten."""
LONG_IN_ONE_OUTLET = 20
"""An outlet has its own formulas and background sentences, which it did not copy from anybody."""
SHARED = 0.25
"""Share of the shorter text in shorter runs that is copied as well."""
_EDITED = 1
"""Most words between two runs, in each text, that are one passage in which an editor changed something."""
_FEW = 20
"""A text with fewer unquoted words than this is a quotation and little else."""


@dataclasses.dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share, in runs of five words or more.

    ``contained`` is the share of the shorter text's unquoted words that the runs cover, ``shared`` that of all its
    words, both in ``[0, 1]``. ``longest`` is the most words, names and quotations left out, in runs that follow each
    other in both texts but for one word that an editor changed. What an outlet prints again and again is left out of
    all three.
    """

    runs: tuple[Run, ...]
    contained: float
    shared: float
    longest: int


def copies(articles: Sequence[Article]) -> list[Copy]:
    """The pairs of articles that are one text or share passages, in the order of the articles.

    Quotations count apart: two independently worded reports may share one spokesman's words. The thresholds were set
    on annotated stories; time grows with the number of articles, not with its square.

    Example:
        >>> wire = "The quay of Port Ada was closed on Tuesday after dust was found in a grain depot."
        >>> texts = (wire, f"{wire} Boats turned back.", "Nothing arrives in Port Ada any more, dockers say.")
        >>> [(c.a, c.b, c.kind.value) for c in copies([Article(id=str(i), text=text) for i, text in enumerate(texts)])]
        [('0', '1', 'same_text')]
    """
    clues = functools.cache(lambda i: clues_of(articles[i]))
    texts = with_stock([worded(article.text) for article in articles], articles)
    found = []
    for i, j in candidates(texts):
        overlap = overlap_of(texts[i], texts[j])
        kind = kind_of(overlap, one_outlet=_are_of_one_outlet(articles[i], articles[j]))
        if kind:
            shared = tuple(_passage(texts[i], texts[j], run) for run in overlap.runs)
            upstream = whose_text(clues(i), clues(j), shared)
            found.append(Copy(articles[i].id, articles[j].id, kind, upstream.name, shared, upstream.clues))
    return found


def overlap_of(a: Worded, b: Worded) -> Overlap:
    """What two texts share.

    A text that is little else than quotation is compared with its quotations, and one that is little else than what
    its outlet prints again and again with that.
    """
    runs = tuple(shared_runs(a.words, b.words, LEAST))
    use_a, use_b = _usable(a, b)
    own_a, own_b = use_a & ~a.quoted, use_b & ~b.quoted
    shared = _share(runs, use_a, use_b)
    contained = _share(runs, own_a, own_b) if _fewest(own_a, own_b) >= _FEW else shared
    plain = [int(np.count_nonzero(_both(own_a, own_b, run) & ~_both(a.names, b.names, run))) for run in runs]
    return Overlap(runs, contained, shared, _longest(runs, plain))


def _usable(a: Worded, b: Worded) -> tuple[Mask, Mask]:
    """Which words of each text count: not the stock, unless there is hardly anything else."""
    if _fewest(~a.stock, ~b.stock) < _FEW:
        return np.ones_like(a.stock), np.ones_like(b.stock)
    return ~a.stock, ~b.stock


def kind_of(overlap: Overlap, *, one_outlet: bool) -> CopyKind | None:
    """What two articles are to each other, ``None`` where their texts are worded independently.

    Args:
        overlap: What they share.
        one_outlet: Whether both are of one outlet.
    """
    if overlap.contained >= (SAME_TEXT_IN_ONE_OUTLET if one_outlet else SAME_TEXT):
        return CopyKind.SAME_TEXT
    if one_outlet:
        shares = overlap.longest >= LONG_IN_ONE_OUTLET
    else:
        shares = overlap.longest >= LONG or (overlap.longest >= LEAST and overlap.shared >= SHARED)
    return CopyKind.SHARED_PASSAGES if shares else None


def _are_of_one_outlet(a: Article, b: Article) -> bool:
    return bool(a.outlet and b.outlet) and folded(a.outlet or "") == folded(b.outlet or "")


def _longest(runs: Sequence[Run], plain: Sequence[int]) -> int:
    longest = chained = 0
    for index, run in enumerate(runs):
        chained = plain[index] + (chained if index and _is_next(runs[index - 1], run) else 0)
        longest = max(longest, chained)
    return longest


def _is_next(before: Run, run: Run) -> bool:
    """Whether only a few words stand between two runs in either text."""
    between = run.in_a - before.in_a - before.length, run.in_b - before.in_b - before.length
    return all(0 <= words <= _EDITED for words in between)


def _share(runs: Sequence[Run], a: Mask, b: Mask) -> float:
    """The share of the shorter text's marked words that runs cover, marked in both."""
    return sum(int(np.count_nonzero(_both(a, b, run))) for run in runs) / max(1, _fewest(a, b))


def _fewest(a: Mask, b: Mask) -> int:
    return int(min(np.count_nonzero(a), np.count_nonzero(b)))


def _both(a: Mask, b: Mask, run: Run) -> Mask:
    """Which words of a run are marked in both texts."""
    both: Mask = a[run.in_a : run.in_a + run.length] & b[run.in_b : run.in_b + run.length]
    return both


def _passage(a: Worded, b: Worded, run: Run) -> Passage:
    # Scraping may have eaten the marks in one text.
    unquoted = int(np.count_nonzero(_both(~a.quoted, ~b.quoted, run)))
    return Passage(a.span(run.in_a, run.length), b.span(run.in_b, run.length), 2 * unquoted < run.length)
