"""JSON Lines: one object a line and article, for other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TextIO

from sayso.article import Article, Credit, Span
from sayso.attribution import Act, Attribution, Figure
from sayso.resolve import key_of
from sayso.show.acts import of_acts

# Lone surrogates cannot be encoded; C1 controls steer terminals; U+0085, U+2028 and U+2029 end a line for many readers.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def to_json(article: Article) -> dict[str, Any]:
    """One article as ``sayso read --format jsonl`` prints it: plain values, keys in the order of the contract.

    ``path`` and ``url`` are there where the article has them, every other key always, ``None`` where not known.
    ``attributions`` is empty for an article in a language that is not attributed.
    """
    place = {"path": article.path, "url": article.url}
    return {
        "id": article.id,
        **{key: value for key, value in place.items() if value is not None},
        "outlet": article.outlet,
        "date": article.date,
        "date_raw": article.date_raw,
        "title": article.title,
        "byline": article.byline,
        "credit": _credit(article.credit),
        "language": article.language,
        "text": article.text,
        "figures": [_figure(figure) for figure in article.figures],
        "attributions": [attribution_to_json(attribution) for attribution in article.attributions or ()],
        "title_span": _span(article.title_span),
        "dateline": article.dateline,
        "publisher": article.publisher,
        "source_organization": article.source_organization,
        "genre": article.genre and article.genre.value,
        "modified": article.modified,
        "correction": article.correction,
        "extractor": article.extractor,
        "found_in": dict(article.found_in),
    }


def write_jsonl(articles: Iterable[Article], out: TextIO, *, acts: Collection[Act] | None = None) -> None:
    r"""Write each article as one line as soon as it comes. *out* is UTF-8.

    Text stands as itself, not as ``\u`` escapes, but for characters that cannot be encoded or that would end the line.
    With *acts* only the attributions of these are written, and every article.
    """
    for article in articles:
        out.write(line_of(to_json(of_acts(article, acts))))


def line_of(value: Mapping[str, Any]) -> str:
    """*value* as one line of JSON with its line end."""
    line = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n"


def attribution_to_json(attribution: Attribution) -> dict[str, Any]:
    """One attribution as it stands in the ``attributions`` of an article."""
    return {
        "id": attribution.id,
        "source": [_span(span) for span in attribution.source],
        "cue": [_span(span) for span in attribution.cue],
        "content": [_span(span) for span in attribution.content],
        "score": None if attribution.score is None else round(attribution.score, 4),
        "in_title": attribution.in_title,
        "act": attribution.act and attribution.act.value,
        "quotation": attribution.quotation.value,
        "source_name": attribution.source_name,
        "source_key": _key(attribution.source_name),
        "source_role": attribution.source_role,
        "source_affiliation": attribution.source_affiliation,
        "source_kind": attribution.source_kind and attribution.source_kind.value,
        "named": attribution.named,
        "via": attribution.via or "",
        "via_chain": [{"name": each.name, "span": _span(each.span)} for each in attribution.via_chain],
        "addressee": attribution.addressee,
        "certainty": attribution.certainty and attribution.certainty.value,
        "cue_stance": attribution.cue_stance and attribution.cue_stance.value,
        "evidence": [
            {"kind": each.kind.value, "span": _span(each.span), "shown": each.shown} for each in attribution.evidence
        ],
        "figures": [_figure(figure) for figure in attribution.figures],
        "because": {field: _span(span) for field, span in attribution.because.items()},
    }


def _key(name: str | None) -> dict[str, Any] | None:
    """What stands for the same source in every article, and why there is such a key or none."""
    if name is None:
        return None
    key = key_of(name)
    return {"key": key.value, "why": key.reason}


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "quantity": figure.quantity.value,
        "who": figure.who,
        "who_class": figure.who_class,
        "low": figure.low,
        "high": figure.high,
        "when": figure.when,
        "where": figure.where,
        "span": _span(figure.span),
    }


def _credit(credit: Credit | None) -> dict[str, Any] | None:
    return None if credit is None else {"name": credit.name, "span": _span(credit.span)}


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
