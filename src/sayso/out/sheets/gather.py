"""From a ledger to the rows of all sheets, and how many there must be."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from sayso.errors import NotInLedger
from sayso.ledger import KeptArticle, KeptAttribution, KeptComparison, Ledger, log, selection
from sayso.ledger.kept import attributions
from sayso.ledger.selection import Selection
from sayso.out.sheets import codebook
from sayso.out.sheets.columns import Sheet
from sayso.out.sheets.rows import (
    Row,
    article_row,
    attribution_row,
    claim_row,
    figure_rows,
    link_row,
    log_row,
    review_row,
)


@dataclasses.dataclass(frozen=True, slots=True)
class Gathered:
    """What of a ledger goes out. ``comparison`` is the last one, ``claims`` the ids of those of its that go."""

    ledger: Ledger
    selection: Selection
    decided: Mapping[int, str]
    comparison: KeptComparison | None
    claims: frozenset[str]


def gather(ledger: Ledger, chosen: Selection) -> Gathered:
    """What goes out with a selection."""
    try:
        comparison = ledger.comparison()
    except NotInLedger:
        comparison = None
    claims = selection.claims(ledger.connection, comparison.number, chosen) if comparison else frozenset()
    return Gathered(ledger, chosen, selection.decided(ledger.connection, chosen), comparison, claims)


def expected(gathered: Gathered) -> dict[str, int]:
    """How many rows each sheet must have, counted by SQLite where :func:`rows` goes through the values."""
    ledger, chosen = gathered.ledger, gathered.selection
    names = chosen.names()
    # Few: what people changed is not in the rows that SQLite counts.
    decided = [ledger.article(name) for name in dict.fromkeys(gathered.decided.values()) if name in chosen.statements]
    left = [each for one in decided for each in attributions(one)]
    recounted = [each for each in left if each.id in names and each.standing and "figures" in each.standing.corrected]
    besides = [each for each in left if each.id not in names] if chosen.own_voice else []
    counted = selection.figures(ledger.connection, chosen, without={each.id for each in recounted})
    number = gathered.comparison.number if gathered.comparison else 0
    return {
        codebook.ARTICLES.name: len(chosen.articles),
        codebook.ATTRIBUTIONS.name: len(names) + len(besides),
        codebook.CLAIMS.name: len(gathered.claims),
        codebook.LINKS.name: selection.links(ledger.connection, number, gathered.claims),
        codebook.FIGURES.name: counted + sum(len(each.attribution.figures) for each in (*recounted, *besides)),
        codebook.REVIEWS.name: len(gathered.decided),
        codebook.LOG.name: log.frontier(ledger.connection).size,
    }


def rows(gathered: Gathered) -> Iterator[tuple[Sheet, Row]]:
    """All rows, each with its sheet: those of an article together, so that none need be held."""
    ledger, chosen = gathered.ledger, gathered.selection
    for name in chosen.articles:
        kept = ledger.article(name)
        yield codebook.ARTICLES, article_row(kept)
        yield from ((codebook.FIGURES, row) for row in _own_figures(kept, chosen))
        for each in _attributions(ledger, kept, chosen):
            yield codebook.ATTRIBUTIONS, attribution_row(each)
            yield from ((codebook.FIGURES, row) for row in figure_rows(kept.article, each))
    if gathered.comparison:
        yield from _compared(gathered.comparison, gathered.claims)
    words = selection.corrected_words(ledger.connection)
    for decision in ledger.decisions():
        if decision.id in gathered.decided:
            yield codebook.REVIEWS, review_row(decision, gathered.decided[decision.id], words.get(decision.id))
    yield from ((codebook.LOG, log_row(line)) for line in selection.log_lines(ledger.connection))


def _own_figures(kept: KeptArticle, chosen: Selection) -> Iterator[Row]:
    return figure_rows(kept.article, None) if chosen.own_voice else iter(())


def _attributions(ledger: Ledger, kept: KeptArticle, chosen: Selection) -> Iterator[KeptAttribution]:
    """The attributions of an article as people left them; those too that they rejected, as they were last found."""
    names = chosen.statements[kept.id]
    left = {each.id: each for each in attributions(kept) if chosen.own_voice or each.id in names}
    yield from left.values()
    yield from (ledger.attribution(name) for name in names if name not in left)


def _compared(kept: KeptComparison, claims: frozenset[str]) -> Iterator[tuple[Sheet, Row]]:
    events = kept.comparison.events
    gists = {claim.id: claim.gist for event in events for claim in event.claims}
    texts = {article.id: article.text for article in kept.comparison.articles}
    place = 0
    for number, event in enumerate(events, start=1):
        for claim in event.claims:
            if claim.id in claims:
                yield codebook.CLAIMS, claim_row(kept, f"e{number}", claim)
        for link in event.links:
            place += 1
            if not claims.isdisjoint((link.from_, link.to)):
                yield codebook.LINKS, link_row(kept.number, place, link, gists, texts)
