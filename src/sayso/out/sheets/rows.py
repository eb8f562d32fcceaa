"""The rows of the sheets, from what a ledger gives; every row has a value, or ``None``, for every column."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from sayso.article import Article, Span
from sayso.attribution import Attribution, Figure
from sayso.claim import Because, Claim, Link
from sayso.ledger import Decision, KeptArticle, KeptAttribution, KeptComparison
from sayso.ledger.review import SCALES
from sayso.ledger.selection import LogLine
from sayso.ledger.standing import Standing
from sayso.resolve import key_of
from sayso.show.words import one_line

Row = Mapping[str, Any]

_AROUND = 200
"""Characters of context on each side of an attribution."""


def permalink(kind: str, *names: str, fragment: str | None = None) -> str:
    """The address of something in Sayso's desk. Names may hold anything: they are percent-encoded.

    Example:
        >>> permalink("attribution", "06/daily plover.12", fragment="figure-1")
        '/attribution/06%2Fdaily%20plover.12#figure-1'
    """
    path = "/".join(["", kind, *(quote(name, safe="") for name in names)])
    return path if fragment is None else f"{path}#{fragment}"


def article_row(kept: KeptArticle) -> Row:
    """An article in the columns of its sheet."""
    one = kept.article
    return {
        "permalink": permalink("article", kept.id), "article": kept.id, "outlet": one.outlet, "date": one.date,
        "title": one.title, "byline": one.byline, "credit": one.credit and one.credit.name, "dateline": one.dateline,
        "publisher": one.publisher, "source_organization": one.source_organization,
        "genre": one.genre and one.genre.value, "modified": one.modified, "correction": one.correction,
        "language": one.language, "url": one.url, "path": one.path, "version": kept.version,
        "attributions": len(one.attributions or ()),
        "decided": sum(each.is_decided for each in kept.standings.values()),
        "sha256": kept.sha256, "kept_at": kept.kept_at, "reader": kept.reader, "model": kept.model,
        "read_at": kept.read_at, "extractor": one.extractor, "text": one.text,
    }  # fmt: skip


def attribution_row(kept: KeptAttribution) -> Row:
    """An attribution in the columns of its sheet; those that only a person fills are empty."""
    one, standing = kept.attribution, kept.standing
    return {
        "permalink": permalink("attribution", kept.id), "attribution": kept.id, "article": kept.article,
        "outlet": kept.outlet, "date": kept.date, "context": _context(one, kept.text), "source": kept.source or None,
        "cue": kept.cue or None, "content": kept.content or None,
        "verdict": standing and standing.verdict and standing.verdict.value,
        "note": None, "source_name": one.source_name, "source_role": one.source_role,
        "source_affiliation": one.source_affiliation, "source_kind": one.source_kind and one.source_kind.value,
        "named": one.named, "via": one.via, "addressee": one.addressee, "act": one.act and one.act.value,
        "quotation": one.quotation.value, "certainty": one.certainty and one.certainty.value,
        "cue_stance": one.cue_stance and one.cue_stance.value,
        **{scale: _agreed(standing, scale) for scale in SCALES},
        "same_as": None, "not_same_as": None, "disputes": None, "not_disputes": None, "origin": None,
        "evidence": [each.kind.value for each in one.evidence],
        "evidence_shown": [each.kind.value for each in one.evidence if each.shown], "figures": len(one.figures),
        "via_chain": [each.name for each in one.via_chain],
        "source_key": one.source_name and key_of(one.source_name).value,
        "score": None if one.score is None else round(one.score, 4), "sure": one.sure, "in_title": one.in_title,
        "corrected": sorted(standing.corrected) if standing else [],
        "in_dispute": standing is not None and standing.in_dispute,
        "notes": [str(each.value) for each in standing.notes] if standing else [],
        "source_offsets": _offsets(one.source), "cue_offsets": _offsets(one.cue),
        "content_offsets": _offsets(one.content),
    }  # fmt: skip


def figure_rows(article: Article, attribution: KeptAttribution | None) -> Iterator[Row]:
    """The figures of an attribution, or those in the outlet's own voice."""
    one = attribution.attribution if attribution else None
    text = attribution.text if attribution else article.text
    about = permalink("article", article.id) if attribution is None else permalink("attribution", attribution.id)
    for number, figure in enumerate(one.figures if one else article.figures, start=1):
        yield {
            "permalink": f"{about}#figure-{number}", "figure": f"{one.id if one else article.id}#{number}",
            "attribution": one and one.id, "article": article.id, "outlet": article.outlet, "date": article.date,
            "source_name": one and one.source_name, **_counted(figure), "words": figure.span.of(text),
            "start": figure.span.start, "end": figure.span.end,
        }  # fmt: skip


def claim_row(kept: KeptComparison, event: str, claim: Claim) -> Row:
    """A claim in the columns of its sheet."""
    number, basis = str(kept.number), claim.basis
    return {
        "permalink": permalink("claim", number, claim.id), "claim": f"{number}.{claim.id}",
        "event": f"{number}.{event}", "event_permalink": permalink("event", number, event), "gist": claim.gist,
        "about": claim.about, "articles": len(basis.articles), "publishers": len(basis.publishers),
        "texts": len(basis.texts), "origins": len(basis.origins), "unattributed": len(basis.unattributed),
        "origin_names": list(claim.origins), "publisher_names": list(basis.publishers),
        "article_names": list(basis.articles), "attribution_names": list(claim.attributions),
        "own_voice": len(claim.own_voice), "compared_at": kept.compared_at,
    }  # fmt: skip


def link_row(
    number: int, place: int, link: Link, gists: Mapping[str, str], texts: Mapping[str, str]
) -> Row:  # fmt: skip
    """A link in the columns of its sheet: the *place*-th of comparison *number*.

    *gists* are those of the claims, *texts* those of the articles, by id.
    """
    fragment = f"{link.relation.value}-{quote(link.to, safe='')}"
    return {
        "permalink": permalink("claim", str(number), link.from_, fragment=fragment), "link": f"{number}.l{place}",
        "from": f"{number}.{link.from_}", "relation": link.relation.value, "to": f"{number}.{link.to}",
        "from_gist": gists[link.from_], "to_gist": gists[link.to], "score": round(link.score, 4),
        "because": [_words(each, texts) for each in link.because],
    }  # fmt: skip


def review_row(decision: Decision, article: str, words: str | None) -> Row:
    """A decision in the columns of its sheet."""
    value = decision.value
    return {
        "permalink": permalink("attribution", decision.attribution, fragment=f"decision-{decision.id}"),
        "decision": decision.id, "uid": decision.uid, "attribution": decision.attribution, "article": article,
        "kind": decision.kind.value, "field": decision.field,
        "value": value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False),
        "words": words, "other": decision.other, "undoes": decision.undoes, "undone": decision.undone,
        "who": decision.who, "decided_at": decision.decided_at,
    }  # fmt: skip


def log_row(line: LogLine) -> Row:
    """An entry of the log in the columns of its sheet."""
    return {
        "permalink": f"/log#entry-{line.position}", "position": line.position, "kind": line.kind, "at": line.at,
        "leaf": line.leaf, "hash": line.hash,
    }  # fmt: skip


def _context(attribution: Attribution, text: str) -> str:
    """What stands around an attribution, whole words, on one line."""
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    start = max(0, min((span.start for span in spans), default=0) - _AROUND)
    end = max((span.end for span in spans), default=0) + _AROUND
    before = "" if start == 0 else "… "
    after = "" if end >= len(text) else " …"
    return f"{before}{one_line(text[start:end])}{after}"


def _agreed(standing: Standing | None, scale: str) -> str | None:
    """The grade on which all agree who gave one."""
    given = {str(grades[scale]) for grades in standing.grades.values() if scale in grades} if standing else set()
    return given.pop() if len(given) == 1 else None


def _counted(figure: Figure) -> dict[str, Any]:
    return {
        "quantity": figure.quantity.value, "low": figure.low, "high": figure.high, "who": figure.who,
        "who_class": figure.who_class, "when": figure.when, "where": figure.where,
    }  # fmt: skip


def _offsets(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _words(because: Because, texts: Mapping[str, str]) -> str:
    return because.span.of(texts[because.article])
