"""Web pages: the article in them, and nothing fetched."""

from __future__ import annotations

import functools
import importlib.metadata
import logging
import re

import trafilatura
from lxml.html import HtmlElement
from resiliparse.extract.html2text import extract_plain_text

from sayso.article import Article
from sayso.errors import Refused
from sayso.gather.corrections import correction_in, noted_in_text
from sayso.gather.credits import credits_of
from sayso.gather.document import content_id
from sayso.gather.headline import headline_span
from sayso.gather.language import UNKNOWN, language_of
from sayso.gather.metadata import Metadata, metadata_of
from sayso.gather.nesting import nesting
from sayso.gather.page_encoding import decode_page
from sayso.gather.text import bounded

NO_ARTICLE = "a page without an article"
"""What is found where a page has no text that could be one."""

# libxml2 drops all that is nested deeper, without a word; resiliparse goes deeper, in quadratic time.
_TREE_DEPTH = 250
_DEEPEST = 1_000
# Thirty times those of the largest of 181 pages. Extraction takes some 50 µs for each, and 1 KB.
_MOST_TAGS = 100_000

# Precision mode is trafilatura's best but loses an article now and then, and of articles that a site cuts into pieces
# both its modes keep the first; resiliparse then has them whole. What is taken instead must have found twice as much.
# Decided on 102 of 181 pages (evaluation/pages.py); F1 on those and on the other 79: precision mode alone 0.956, 0.978;
# or balanced mode 0.965, 0.978; or resiliparse 0.971, 0.978; without what opens on hover 0.972, 0.978.
_MUCH_LESS = 0.5
# Boxes that open over a word: they would stand in the middle of its sentence.
_ON_HOVER = (
    "//p//*[contains(@class, 'rollover') and contains(@class, 'block') or contains(@class, 'tooltip-content')"
    " or contains(@class, 'tooltiptext') or contains(@class, 'hovercard') or contains(@class, 'popover')]"
)

_FURNITURE = re.compile(
    r"""\W*(?:
    (?:tags?|topics?|comments?|advertisements?|share|print|subscribe)(?:\ (?:article|this|now))?
    | (?:tags|filed\ under|related\ (?:stories|articles|topics|links|news|roundup))\b.*
    | related:\ .*
    | (?:read|see|watch)\ (?:more|also|next)\b.*
    | (?:like\ this\ story\?|have\ a\ tip\?).*
    | follow\ .*\bon\ (?:twitter|facebook|instagram|x)\b.*
    | (?:subscribe\ to|sign\ up)\b.*
    | get\ .*\b(?:newsletters?|inbox|letterbox)\b.*
    | (?:write\ to|e-?mail|contact|reach|send\ .{1,30}\ to)\ .{1,80}@.*
    | (?:this\ copy\ is\ for\ your\ personal|to\ order\ presentation-ready|order\ reprints|an\ error\ has\ occurred).*
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_FURNITURE_LENGTH = 250
# What these libraries log of a page they cannot read would land on stderr beside our own line about it.
for _library in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_SPACES = re.compile(r"[^\S\n]+")


def article_of_page(
    payload: bytes, where: str, path: str | None, limit: int, *, charset: str | None = None
) -> Article:  # fmt: skip
    """The article of one page. ``text`` has its paragraphs apart by blank lines, without comments and page furniture.

    Args:
        payload: The page.
        where: Its name in messages.
        path: The file it stands in.
        limit: Most characters of a text.
        charset: The encoding that the server named, which goes before what the page says.

    Raises:
        Refused: For a page with more tags, or nested deeper, than is safe, and for one that holds no article.
    """
    decoded = decode_page(payload, where, charset)
    depth = nesting(decoded.text, enough=_DEEPEST)
    if depth >= _DEEPEST:
        raise _too_much(where, f"elements nested {_DEEPEST:,} deep or deeper")
    if decoded.text.count("<") > _MOST_TAGS:
        raise _too_much(where, f"more than {_MOST_TAGS:,} tags")
    page = trafilatura.load_html(decoded.text)
    metadata = Metadata() if page is None else metadata_of(page)
    text, extractor = _main_text(decoded.text, page if depth < _TREE_DEPTH else None)
    if not text:
        raise Refused(where, NO_ARTICLE, "paragraphs of text", "save the article itself, or its text as .txt")
    text = bounded(text, where, limit)
    says, correction = credits_of(text), correction_in(text)
    language, language_from = language_of(text), "py3langid"
    if language == UNKNOWN and metadata.language:
        language, language_from = metadata.language, metadata.found_in["language"]
    return Article(
        id=content_id(payload),
        text=text,
        path=path,
        url=metadata.url,
        outlet=metadata.outlet,
        date=metadata.date,
        date_raw=metadata.date_raw,
        title=metadata.title,
        title_span=headline_span(text, metadata.title),
        byline=metadata.byline or says.byline,
        credit=says.credit,
        dateline=says.dateline,
        publisher=metadata.publisher,
        source_organization=metadata.source_organization,
        genre=metadata.genre,
        modified=metadata.modified,
        correction=correction or metadata.correction,
        language=language,
        extractor=extractor,
        found_in={
            "encoding": decoded.encoding,
            "text": extractor,
            **says.found_in,
            **metadata.found_in,
            **noted_in_text(correction),
            "language": language_from,
        },
    )


def _too_much(where: str, found: str) -> Refused:
    return Refused(where, found, "a page as people read it", "save its text as .txt")


def _main_text(source: str, page: HtmlElement | None) -> tuple[str, str]:
    """The article's text, empty for none, and the extractor that found it with its version.

    Args:
        source: The page.
        page: The same as a tree; ``None`` where the tree has lost some of it.
    """
    whole = _paragraphs(extract_plain_text(source, main_content=True, alt_texts=False, comments=False))
    text = _by_trafilatura(page, len(whole)) if page is not None else ""
    if text and len(text) >= _MUCH_LESS * len(whole):
        return text, _version("trafilatura")
    return whole, _version("resiliparse")


def _by_trafilatura(page: HtmlElement, expected: int) -> str:
    """The article's text, which should have about *expected* characters; empty for none. Changes *page*."""
    for box in page.xpath(_ON_HOVER):
        box.drop_tree()
    text = _extracted(page, precise=True)
    if len(text) >= _MUCH_LESS * expected:
        return text
    more = _extracted(page, precise=False)
    return text if len(text) >= _MUCH_LESS * len(more) else more


def _extracted(page: HtmlElement, *, precise: bool) -> str:
    found = trafilatura.extract(page, favor_precision=precise, include_comments=False)
    return _paragraphs(found or "")


def _paragraphs(lines: str) -> str:
    """*lines* that are not page furniture as paragraphs with blank lines between, runs of spaces as one."""
    plain = (_SPACES.sub(" ", line).strip() for line in lines.split("\n"))
    return "\n\n".join(line for line in plain if line and not is_furniture(line))


def is_furniture(line: str) -> bool:
    """Whether *line* is no part of an article: a label, a call to subscribe, a link to something else."""
    return len(line) <= _FURNITURE_LENGTH and _FURNITURE.fullmatch(line) is not None


@functools.cache
def _version(extractor: str) -> str:
    return f"{extractor} {importlib.metadata.version(extractor)}"
