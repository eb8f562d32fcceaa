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
from sayso.gather.text import bounded, decode

# libxml2 drops all that is nested deeper, without a word; resiliparse goes deeper, in quadratic time.
_TREE_DEPTH = 250
_DEEPEST = 1_000

# Precision mode is trafilatura's best but loses an article now and then. Main-text F1 on 181 pages, without comments:
# precision 0.964, balanced 0.960, recall 0.959; precision, or balanced where that finds twice as much, 0.967.
_MUCH_LESS = 0.5
_NEARLY_NOTHING = 0.05

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_CHARSET_WITHIN = 4096
_FURNITURE = re.compile(
    r"""\W*(?:
    (?:tags?|topics?|comments?|advertisements?|share|print|subscribe)(?:\ (?:article|this|now))?
    | (?:tags|filed\ under|related\ (?:stories|articles|topics|links|news|roundup))\b.*
    | (?:read|see|watch)\ (?:more|also|next)\b.*
    | (?:like\ this\ story\?|have\ a\ tip\?).*
    | (?:tell\ us\ what\ you\ think|also\ on|more\ on\ this|click\ here|follow\ us)\b.*
    | follow\ .*\bon\ (?:twitter|facebook|instagram|x)\b.*
    | (?:subscribe\ to|sign\ up)\b.*
    | get\ .*\b(?:newsletters?|inbox|letterbox)\b.*
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
        Refused: For a page that is nested too deep to be safe, or that holds no article.
    """
    declared = _CHARSET.search(payload[:_CHARSET_WITHIN])
    decoded = decode(payload, where, declared=charset or (declared[1].decode() if declared else None))
    depth = nesting(decoded.text, enough=_DEEPEST)
    if depth >= _DEEPEST:
        raise _too_deep(where)
    page = trafilatura.load_html(decoded.text)
    metadata = Metadata() if page is None else metadata_of(page)
    text, extractor = _main_text(decoded.text, page if depth < _TREE_DEPTH else None)
    if not text:
        raise Refused(
            where, "a page without an article", "paragraphs of text", "save the article itself, or its text as .txt"
        )
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


def _too_deep(where: str) -> Refused:
    found = f"elements nested {_DEEPEST:,} deep or deeper"
    return Refused(where, found, "a page as people read it", "save its text as .txt")


def _main_text(source: str, page: HtmlElement | None) -> tuple[str, str]:
    """The article's text, empty for none, and the extractor that found it with its version.

    Args:
        source: The page.
        page: The same as a tree; ``None`` where the tree has lost some of it.
    """
    fallback = _paragraphs(extract_plain_text(source, main_content=True, alt_texts=False))
    text = _by_trafilatura(page, len(fallback)) if page is not None else ""
    if len(text) <= _NEARLY_NOTHING * len(fallback):
        return fallback, _version("resiliparse")
    return text, _version("trafilatura")


def _by_trafilatura(page: HtmlElement, expected: int) -> str:
    """The article's text, which should have about *expected* characters; empty for none."""
    text = _extracted(page, precise=True)
    if len(text) >= _MUCH_LESS * expected:
        return text
    more = _extracted(page, precise=False)
    return text if len(text) >= _MUCH_LESS * len(more) else more


def _extracted(page: HtmlElement, *, precise: bool) -> str:
    return _paragraphs(trafilatura.extract(page, favor_precision=precise, include_comments=False) or "")


def _paragraphs(lines: str) -> str:
    """*lines* that are not page furniture as paragraphs with blank lines between, runs of spaces as one."""
    plain = (_SPACES.sub(" ", line).strip() for line in lines.split("\n"))
    return "\n\n".join(line for line in plain if line and not _is_furniture(line))


def _is_furniture(line: str) -> bool:
    return len(line) <= _FURNITURE_LENGTH and _FURNITURE.fullmatch(line) is not None


@functools.cache
def _version(extractor: str) -> str:
    return f"{extractor} {importlib.metadata.version(extractor)}"
