"""One document to one article: the expensive half of reading, for any process."""

from __future__ import annotations

from collections.abc import Callable

from sayso.article import Article
from sayso.gather.address import addressed
from sayso.gather.archives.capture import article_of_capture
from sayso.gather.caps import Caps
from sayso.gather.corrections import correction_in, noted_in_text
from sayso.gather.credits import credits_of
from sayso.gather.document import Document, Kind, content_id
from sayso.gather.headline import first_line_headline
from sayso.gather.html import article_of_page
from sayso.gather.language import language_of
from sayso.gather.letters import article_of_letter
from sayso.gather.newsml import article_of_newsml
from sayso.gather.ninjs import article_of_ninjs
from sayso.gather.office import article_of_docx, article_of_pdf
from sayso.gather.rows import article_of_row
from sayso.gather.text import bounded, decode

_READERS: dict[Kind, Callable[[Document, int, Caps], Article]] = {
    Kind.CAPTURE: article_of_capture,
    Kind.EMAIL: article_of_letter,
    Kind.PDF: article_of_pdf,
    Kind.DOCX: article_of_docx,
    Kind.NINJS: article_of_ninjs,
    Kind.NEWSML: article_of_newsml,
}


def article_of(document: Document, *, limit: int, caps: Caps | None = None) -> Article:
    """The article that *document* holds, not attributed yet unless it is a row that brings its attributions.

    A pure function of its arguments: it opens no file and asks no network.

    Args:
        document: One of those that :func:`documents` gives.
        limit: Most characters of a text.
        caps: Bounds on what reading it may cost.

    Raises:
        PassedOver: For a part of an archive that is no article.
        Refused: For data that are not text, a page without an article, a row without text, and a text that is blank or
            too long.
    """
    if not isinstance(document.payload, bytes):
        return article_of_row(document.payload, document, limit)
    if document.kind is Kind.TEXT:
        return _article_of_text(document.payload, document.where, document.path, limit)
    if document.kind is Kind.HTML:
        article = article_of_page(document.payload, document.where, document.path, limit)
        return addressed(article, document.url, document.found_in.get("url", "where it was fetched"))
    return _READERS[document.kind](document, limit, caps or Caps())


def _article_of_text(payload: bytes, where: str, path: str | None, limit: int) -> Article:
    decoded = decode(payload, where)
    text = bounded(decoded.text, where, limit)
    headline = first_line_headline(text)
    found, correction = credits_of(text), correction_in(text)
    first_line = {"title": "first line"} if headline else {}
    return Article(
        id=content_id(payload),
        text=text,
        path=path,
        title=headline.of(text) if headline else None,
        title_span=headline,
        byline=found.byline,
        credit=found.credit,
        dateline=found.dateline,
        correction=correction,
        language=language_of(text),
        found_in={
            "encoding": decoded.encoding,
            "language": "py3langid",
            **first_line,
            **found.found_in,
            **noted_in_text(correction),
        },
    )
