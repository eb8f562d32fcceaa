"""One capture, the WARC records of one fetch, as an article."""

from __future__ import annotations

import dataclasses
import re
from urllib.parse import urlsplit

from sayso.article import Article
from sayso.errors import PassedOver, Refused
from sayso.gather.address import addressed
from sayso.gather.archives.http import Response, body_of, response_of
from sayso.gather.archives.packed import Plain
from sayso.gather.archives.records import Head, Records
from sayso.gather.caps import Caps
from sayso.gather.document import Document
from sayso.gather.html import article_of_page
from sayso.gather.unpacking import decoded

HTML = ("text/html", "application/xhtml+xml")
_BROWSERS = ("http", "https")
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z")


@dataclasses.dataclass(frozen=True, slots=True)
class Page:
    """What a capture holds.

    Args:
        body: The page's bytes, without chunks and content codings.
        url: Where it was fetched from, ``None`` where the record does not say.
        captured_at: When, in UTC.
        charset: The encoding that the server named.
        cut: Why it is not whole, ``None`` for a whole one.
    """

    body: bytes
    url: str | None
    captured_at: str | None
    charset: str | None
    cut: str | None


def url_of(head: Head) -> str | None:
    """The address that a record is about. Some crawlers put it in brackets, as the first version of WARC said."""
    return head.fields.get("warc-target-uri", "").strip("<>") or None


def date_of(head: Head) -> str | None:
    """When the record was made, as ``2026-05-12T07:30:00Z``."""
    said = head.fields.get("warc-date", "")
    return said if _DATE.fullmatch(said) else None


def why_no_page(head: Head, block: bytes) -> str | None:
    """Why a response is no web page, in a few words that many share; ``None`` for a page.

    Args:
        head: The record's header.
        block: The beginning of its block.
    """
    if head.fields["warc-type"] == "resource":
        return None if head.fields.get("content-type", "").partition(";")[0].strip() in HTML else "not HTML"
    scheme = urlsplit(url_of(head) or "").scheme.lower() if _is_url(url_of(head)) else ""
    if scheme not in _BROWSERS or not block.startswith(b"HTTP/"):
        return "not a web page"
    response = response_of(block)
    if response.status != 200:
        return f"status {response.status}"
    unnamed = not response.media_type and block[response.start :].lstrip()[:1] == b"<"
    return None if response.media_type in HTML or unnamed else "not HTML"


def page_of(records: bytes, where: str, caps: Caps) -> Page:
    """The page that a capture ends with: that of its last response, at the address of a revisit where one follows.

    Raises:
        Refused: There is none, it is cut off, or it grows past the caps.
    """
    found: tuple[Head, bytes] | None = None
    said: Head | None = None
    reader = Records(Plain([records]), where, caps)
    for head in reader.heads():
        if isinstance(head, Refused):
            raise head
        if head.fields.get("warc-type") in ("response", "resource"):
            found, said = (head, reader.block(where)), head
        elif head.fields.get("warc-type") == "revisit":
            said = head
    if found is None or said is None:
        raise Refused(where, "no response", "the record of one", "verify the ledger")
    head, block = found[0], found[1][: found[0].length]
    is_response = head.fields["warc-type"] == "response"
    response = response_of(block) if is_response else Response(200, _own_type(head), 0)
    body, long_enough = body_of(response, block)
    body, whole = decoded(body, response.fields.get("content-encoding", ""), where, caps)
    cut = head.fields.get("warc-truncated") or (None if long_enough and whole else "shorter than the server said")
    return Page(body, url_of(said), date_of(said), response.charset, cut)


def article_of_capture(document: Document, limit: int, caps: Caps) -> Article:
    """The article of the page that was captured.

    A page that is cut off is read, and ``found_in`` says that it is.

    Raises:
        PassedOver: The page came along in an archive and is no article.
        Refused: It cannot be read.
    """
    assert isinstance(document.payload, bytes)  # noqa: S101 - only a row's is not
    page = page_of(document.payload, document.where, caps)
    if not page.body.strip():
        raise PassedOver(document.where, "an empty page")
    article = article_of_page(page.body, document.where, document.path, limit, charset=page.charset)
    if page.cut:
        said = f"{article.found_in['text']}, of a page that is cut off ({page.cut})"
        article = dataclasses.replace(article, found_in={**article.found_in, "text": said})
    return addressed(article, page.url, "WARC-Target-URI")


def _own_type(head: Head) -> dict[str, str]:
    return {"content-type": head.fields.get("content-type", "")}


def _is_url(url: str | None) -> bool:
    try:
        return bool(url and urlsplit(url).scheme)
    except ValueError:  # brackets that are no IPv6 address
        return False
