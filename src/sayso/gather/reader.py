"""One document to one article: the expensive half of reading, for any process."""

from __future__ import annotations

from sayso.article import Article
from sayso.gather.archives.capture import article_of_capture
from sayso.gather.caps import Caps
from sayso.gather.corrections import correction_in, noted_in_text
from sayso.gather.credits import credits_of
from sayso.gather.document import Document, Kind, content_id
from sayso.gather.headline import first_line_headline
from sayso.gather.html import article_of_page
from sayso.gather.language import language_of
from sayso.gather.rows import article_of_row
from sayso.gather.text import bounded, decode


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
    if document.kind is Kind.CAPTURE:
        return article_of_capture(document, limit, caps or Caps())
    if isinstance(document.payload, bytes):
        read = article_of_page if document.kind is Kind.HTML else _article_of_text
        return read(document.payload, document.where, document.path, limit)
    return article_of_row(document.payload, document, limit)


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
