"""A comparison as JSON, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from sayso.article import Article, Span
from sayso.claim import Basis, Because, Claim, Clue, Copy, Link
from sayso.compare import ComparedEvent, Comparison
from sayso.compare.copies.quotations import ReusedQuotation, Version
from sayso.compare.figure_sheet import Row
from sayso.show.jsonl import attribution_to_json, line_of, to_json


def write_comparison_json(comparison: Comparison, out: TextIO) -> None:
    """Write a comparison as one JSON object on one line. *out* is UTF-8."""
    out.write(line_of(comparison_to_json(comparison)))


def comparison_to_json(comparison: Comparison) -> dict[str, Any]:
    """Plain values, keys in the order of the contract, those of Sayso's own after them.

    Lists of ids lead from every number to the rows behind it: ``basis`` of a claim or event has articles by publisher
    and by text, attributions by origin, and those without one.
    """
    events = [(f"e{number}", event) for number, event in enumerate(comparison.events, start=1)]
    return {
        "articles": [_without_text(article) for article in comparison.articles],
        "attributions": [
            {**attribution_to_json(each), "article": article.id}
            for article in comparison.articles
            for each in article.attributions or ()
        ],
        "claims": [_claim(claim, name) for name, event in events for claim in event.claims],
        "links": [_link(link) for _, event in events for link in event.links],
        "copies": [_copy(copy) for copy in (*(c for _, event in events for c in event.copies), *comparison.across)],
        "events": [_event(name, event) for name, event in events],
        "alone": list(comparison.alone),
        "reviewed": False,
    }


def _without_text(article: Article) -> dict[str, Any]:
    return {key: value for key, value in to_json(article).items() if key not in ("text", "attributions")}


def _event(name: str, compared: ComparedEvent) -> dict[str, Any]:
    event = compared.event
    return {
        "id": name,
        "articles": list(event.articles),
        "first": event.first,
        "last": event.last,
        "words": list(event.words),
        "basis": _basis(compared.basis),
        "figures": [_row(row) for row in compared.figures],
        "quotations": [_quotation(each) for each in compared.quotations],
    }


def _claim(claim: Claim, event: str) -> dict[str, Any]:
    return {
        "id": claim.id,
        "gist": claim.gist,
        "attributions": list(claim.attributions),
        "own_voice": [{"article": each.article, "span": _span(each.span)} for each in claim.own_voice],
        "origins": list(claim.origins),
        "articles": list(claim.basis.articles),
        "publishers": list(claim.basis.publishers),
        "texts": list(claim.basis.texts),
        "about": claim.about,
        "event": event,
        "basis": _basis(claim.basis),
    }


def _basis(basis: Basis) -> dict[str, Any]:
    return {
        "numbers": {
            "articles": len(basis.articles),
            "publishers": len(basis.publishers),
            "texts": len(basis.texts),
            "origins": len(basis.origins),
            "unattributed": len(basis.unattributed),
        },
        "publishers": [{"name": name, "articles": list(articles)} for name, articles in basis.publishers.items()],
        "texts": [{"first": first, "articles": list(articles)} for first, articles in basis.texts.items()],
        "origins": [{"name": each.name, "attributions": list(each.attributions)} for each in basis.origins],
        "unattributed": list(basis.unattributed),
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "from": link.from_,
        "to": link.to,
        "relation": link.relation.value,
        "score": round(link.score, 4),
        "because": _because(link.because),
    }


def _because(because: Iterable[Because]) -> list[dict[str, Any]]:
    return [{"article": each.article, "span": _span(each.span)} for each in because]


def _copy(copy: Copy) -> dict[str, Any]:
    return {
        "a": copy.a,
        "b": copy.b,
        "kind": copy.kind.value,
        "origin": copy.origin,
        "shared": [{"a": _span(each.in_a), "b": _span(each.in_b), "quoted": each.quoted} for each in copy.shared],
        "clues": [_clue(clue) for clue in copy.clues],
    }


def _clue(clue: Clue) -> dict[str, Any]:
    return {
        "article": clue.article,
        "kind": clue.kind.value,
        "name": clue.name,
        "span": None if clue.span is None else _span(clue.span),
        "weight": clue.weight,
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "quantity": row.quantity.value,
        "whom": row.whom,
        "source": row.source,
        "when": row.when,
        "said": row.said,
        "low": row.low,
        "high": row.high,
        "entries": [{"article": each.article, "span": _span(each.span), "via": each.via} for each in row.entries],
    }


def _quotation(quotation: ReusedQuotation) -> dict[str, Any]:
    return {"source": quotation.source, "versions": [_version(each) for each in quotation.versions]}


def _version(version: Version) -> dict[str, Any]:
    return {
        "article": version.article,
        "attribution": version.attribution,
        "quoted": _spans(version.quoted),
        "change": version.change.value,
        "removed": _spans(version.removed),
        "added": _spans(version.added),
    }


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [_span(span) for span in spans]


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
