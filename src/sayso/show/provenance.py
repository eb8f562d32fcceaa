"""Where each thing that is known about an article was found."""

from __future__ import annotations

from typing import NamedTuple

from sayso.article import Article
from sayso.show.words import language_name

_STATED = {
    "title": "Title",
    "outlet": "Outlet",
    "date": "Date",
    "byline": "Byline",
    "credit": "Credit",
    "dateline": "Dateline",
    "publisher": "Publisher",
    "source_organization": "Source organisation",
    "genre": "Kind of piece",
    "modified": "Last changed",
    "correction": "Correction",
    "url": "Address",
    "language": "Language",
}


class Known(NamedTuple):
    """A field of an article: what it is called, what it holds, and where that was found, as far as anybody noted."""

    label: str
    value: str
    found_in: str | None = None


def provenance(article: Article) -> list[Known]:
    """All that is known about *article* but its text; ``not stated`` for what an article could state.

    A date that the reader had to interpret is followed by the words that stood there.
    """
    values = {name: getattr(article, name) for name in _STATED}
    values["credit"] = article.credit and article.credit.name
    values["genre"] = article.genre and article.genre.value.replace("_", " ")
    values["language"] = language_name(article)
    if article.date_raw not in (None, article.date):
        values["date"] = f"{article.date or 'not understood'} (“{article.date_raw}”)"
    rows = [Known(_STATED[name], value or "not stated", article.found_in.get(name)) for name, value in values.items()]
    if article.path:
        rows.append(Known("File", article.path))
    rows.append(Known("Text", "as read", article.found_in.get("text") or article.extractor))
    rows.append(Known("Identifier", article.id))
    return rows
