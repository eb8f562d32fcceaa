"""The same quoted words of the same source in several articles: whole, cut or altered, and what the cut removed."""

from __future__ import annotations

import dataclasses
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import numpy as np

from sayso.article import Article, Span
from sayso.attribution import Attribution, Quotation
from sayso.compare.components import grouped
from sayso.compare.copies.passages import Run, shared_runs
from sayso.compare.copies.shingles import shingles
from sayso.compare.words import Hashes, Mask, Numbers, Worded, worded
from sayso.resolve.identity import key_of
from sayso.resolve.names import folded, is_short_for

LEAST = 4
"""Fewest words in a row that two versions of a quotation share."""
SHARED = 0.6
"""Share of the shorter version's words that stand in the longer."""
UNNAMED = 8
"""Fewest shared words where the names alone do not tell that one speaks: "the military", "Byrne", nobody."""
_PIECE = 2
"""Fewest words in a row that an altered version has kept."""
_NEXT = 8
"""How many of the quotations with the same words each is compared with: what all repeat hangs together anyway."""


class Change(StrEnum):
    """What an article did to a quotation, beside the fullest version."""

    WHOLE = "whole"
    CUT = "cut"
    ALTERED = "altered"


@dataclasses.dataclass(frozen=True, slots=True)
class Version:
    """A quotation as one article has it.

    ``quoted`` are its words in that article. ``removed`` are words of the fullest version, as spans of *its* article,
    that are missing here; ``added`` are words here that the fullest version lacks.
    """

    article: str
    attribution: str
    quoted: tuple[Span, ...]
    change: Change
    removed: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class ReusedQuotation:
    """One quotation in several articles, the fullest version first; ``source`` is ``None`` where none says whose."""

    source: str | None
    versions: tuple[Version, ...]


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class _Quote:
    """The quoted words of an attribution, and their places among the words of its article."""

    article: Article
    attribution: Attribution
    text: Worded
    places: Numbers

    @property
    def words(self) -> Hashes:
        return self.text.words[self.places]


def reused_quotations(articles: Sequence[Article]) -> list[ReusedQuotation]:
    """The quotations that stand in several of *articles*, in the order of their first appearance.

    Of articles without attributions nothing is known. Of versions of one length the first article's is the fullest.
    """
    quotes = [quote for article in articles for quote in _quotes(article)]
    same = ((i, j) for i, j in _alike(quotes) if _are_one(quotes[i], quotes[j]))
    found = []
    for group in grouped(len(quotes), same):
        members = [quotes[i] for i in group]
        if len({quote.article.id for quote in members}) > 1:
            found.append(_reused(members))
    return found


def _quotes(article: Article) -> Iterator[_Quote]:
    quoting = [each for each in article.attributions or () if each.quotation is not Quotation.INDIRECT]
    if not quoting:
        return
    text = worded(article.text)
    for attribution in quoting:
        # Where scraping ate the marks, an attribution may still know its content for a quotation.
        direct = attribution.quotation is Quotation.DIRECT
        places = _within(text, attribution.content)
        places = places[text.quoted[places] | direct]
        if len(places) >= LEAST:
            yield _Quote(article, attribution, text, places)


def _within(text: Worded, spans: Sequence[Span]) -> Numbers:
    """The places of the words inside *spans*, ascending."""
    firsts = (int(np.searchsorted(text.starts, span.start)) for span in spans)
    lasts = (int(np.searchsorted(text.ends, span.end, "right")) for span in spans)
    return np.array([place for first, last in zip(firsts, lasts, strict=True) for place in range(first, last)], np.intp)


def _alike(quotes: Sequence[_Quote]) -> set[tuple[int, int]]:
    """Pairs of quotations of different articles that share a few words in a row."""
    having: defaultdict[int, list[int]] = defaultdict(list)
    for index, quote in enumerate(quotes):
        for shingle in np.unique(shingles(quote.words, LEAST)):
            having[int(shingle)].append(index)
    return {
        (one, other)
        for indices in having.values()
        for at, one in enumerate(indices)
        for other in indices[at + 1 : at + 1 + _NEXT]
        if quotes[one].article.id != quotes[other].article.id
    }


def _are_one(a: _Quote, b: _Quote) -> bool:
    shared = sum(run.length for run in shared_runs(a.words, b.words, LEAST))
    if shared < SHARED * min(len(a.places), len(b.places)):
        return False
    return _same_name(a.attribution.source_name, b.attribution.source_name) or (
        shared >= UNNAMED and _may_be_one(a.attribution.source_name, b.attribution.source_name)
    )


def _same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are surely one person's or body's."""
    mine, theirs = key_of(one or "").value, key_of(other or "").value
    return mine is not None and mine == theirs


def _may_be_one(one: str | None, other: str | None) -> bool:
    """Whether nothing says that two sources differ: one is unknown, or short for the other."""
    if one is None or other is None:
        return True
    mine, theirs = folded(one), folded(other)
    return mine == theirs or is_short_for(mine, theirs) or is_short_for(theirs, mine)


def _reused(quotes: Sequence[_Quote]) -> ReusedQuotation:
    fullest = max(quotes, key=lambda quote: len(quote.places))
    others = [_version(fullest, quote) for quote in quotes if quote is not fullest]
    first = Version(fullest.article.id, fullest.attribution.id, _spans(fullest, _all(fullest)), Change.WHOLE)
    named = [quote.attribution.source_name for quote in (fullest, *quotes) if quote.attribution.source_name]
    return ReusedQuotation(max(named, key=len, default=None), (first, *others))


def _version(fullest: _Quote, quote: _Quote) -> Version:
    """What *quote* did to the fullest version."""
    runs = shared_runs(fullest.words, quote.words, _PIECE)
    removed = _spans(fullest, _left(len(fullest.places), [(run.in_a, run.length) for run in runs]))
    added = _spans(quote, _left(len(quote.places), [(run.in_b, run.length) for run in runs]))
    change = Change.CUT if removed else Change.WHOLE
    if added or _is_reordered(runs):
        change = Change.ALTERED
    return Version(quote.article.id, quote.attribution.id, _spans(quote, _all(quote)), change, removed, added)


def _is_reordered(runs: Sequence[Run]) -> bool:
    return any(before.in_b > run.in_b for before, run in itertools.pairwise(runs))


def _all(quote: _Quote) -> Mask:
    return np.ones(len(quote.places), bool)


def _left(words: int, taken: Iterable[tuple[int, int]]) -> Mask:
    """The words that belong to no run."""
    left = np.ones(words, bool)
    for first, length in taken:
        left[first : first + length] = False
    return left


def _spans(quote: _Quote, chosen: Mask) -> tuple[Span, ...]:
    """The chosen words as spans of the article, one for each stretch without a gap."""
    places = quote.places[chosen]
    if len(places) == 0:
        return ()
    stretches = np.split(places, np.flatnonzero(np.diff(places) != 1) + 1)
    return tuple(quote.text.span(int(stretch[0]), len(stretch)) for stretch in stretches)
