"""A row of a table, or a line that Sayso printed, as an article."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from sayso.article import Article
from sayso.attribute import READ_LANGUAGES
from sayso.errors import Refused
from sayso.gather.corrections import correction_in, noted_in_text
from sayso.gather.credits import credits_of
from sayso.gather.dates import iso_date
from sayso.gather.document import Document, content_id
from sayso.gather.genre import genre_called
from sayso.gather.headline import headline_span
from sayso.gather.language import language_of
from sayso.gather.printed import Printed, kind_of, words
from sayso.gather.text import bounded

COLUMNS = (
    "id",
    "text",
    "outlet",
    "date",
    "date_raw",
    "title",
    "byline",
    "credit",
    "dateline",
    "publisher",
    "source_organization",
    "genre",
    "modified",
    "correction",
    "language",
    "url",
    "path",
    "extractor",
)
"""Columns that hold words, of any table."""

OWN_COLUMNS = (*COLUMNS, "title_span", "found_in", "attributions", "figures")
"""Columns of a .jsonl, which may be what Sayso printed."""

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)


def article_of_row(row: Mapping[str, object], document: Document, limit: int) -> Article:
    """The article that the row *document* holds; its ``text`` is kept unchanged.

    What the row does not say is looked for in the text. What Sayso itself printed is taken as it stands.

    Raises:
        Refused: For a row without text, with a text over *limit* characters, or with spans that do not fit it.
    """
    where = document.where
    text = _text(row, where, limit)
    said = {name: words(row.get(name)) for name in COLUMNS}
    title = said["title"]
    printed = Printed(text, where)
    title_span = printed.span(row["title_span"]) if row.get("title_span") else headline_span(text, title)
    found, correction = credits_of(text), correction_in(text)
    language, language_from = _language(said["language"], text)
    identity = said["id"] or _digest(said, text)
    attributions = printed.attributions(row.get("attributions"), title_span, identity)
    if not attributions and language not in READ_LANGUAGES:
        attributions = None  # an empty list is also what Sayso prints for a language that it does not read
    return Article(
        id=identity,
        text=text,
        path=said["path"] or document.path,
        url=said["url"],
        outlet=said["outlet"],
        date=iso_date(said["date"] or said["date_raw"] or ""),
        date_raw=said["date_raw"] or said["date"],
        title=title,
        title_span=title_span,
        byline=said["byline"] or found.byline,
        credit=printed.credit(row.get("credit")) or found.credit,
        dateline=said["dateline"] or found.dateline,
        publisher=said["publisher"],
        source_organization=said["source_organization"],
        genre=genre_called(said["genre"] or ""),
        modified=iso_date(said["modified"] or ""),
        correction=said["correction"] or correction,
        language=language,
        extractor=said["extractor"],
        found_in=printed.labels(row.get("found_in"))
        or {**found.found_in, **noted_in_text(correction), "language": language_from, **document.found_in},
        attributions=attributions,
        figures=printed.figures(row),
    )


def _text(row: Mapping[str, object], where: str, limit: int) -> str:
    text = row.get("text")
    if not isinstance(text, str):
        found = "no text" if text is None else f"a text that is {kind_of(text)}"
        raise Refused(where, found, "a text in each row", "fill it, or name its column with --columns text=NAME")
    if not text.strip():
        raise Refused(where, "an empty text", "a text in each row", "fill it, or leave the row out")
    return bounded(text, where, limit)


def _digest(said: Mapping[str, str | None], text: str) -> str:
    """Twelve hex digits from what the row says, the same whether it stands in a .csv or a .jsonl."""
    row = {**{name: value for name, value in said.items() if value}, "text": text}
    return content_id(json.dumps(row, sort_keys=True).encode())


def _language(said: str | None, text: str) -> tuple[str, str]:
    code = _LANGUAGE.fullmatch(said or "")
    return (code[1].lower(), "column language") if code else (language_of(text), "py3langid")
