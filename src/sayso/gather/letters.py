"""E-mail, as a newsletter comes: one letter, its sender the outlet (RFC 5322 and MIME, by the standard library)."""

from __future__ import annotations

import email
import email.policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from sayso.article import Article
from sayso.errors import Refused
from sayso.gather.caps import Caps
from sayso.gather.document import Document
from sayso.gather.markup import paragraphs_of_html
from sayso.gather.text import decode
from sayso.gather.told import Told, article_told
from sayso.gather.wrapped import unwrapped

_BODIES = ("html", "plain")
_MOST_PARTS = 1_000


def article_of_letter(document: Document, limit: int, caps: Caps) -> Article:
    """The article of one letter: the words of its HTML part, which knows paragraphs, else of its plain one.

    Raises:
        Refused: It is no letter, has no text, or more parts than anybody sends.
    """
    assert isinstance(document.payload, bytes)  # noqa: S101 - only a row's is not
    letter = email.message_from_bytes(document.payload, policy=email.policy.default)
    assert isinstance(letter, EmailMessage)  # noqa: S101 - the default policy makes these
    if not any(letter.get(name) for name in ("from", "date", "subject")):
        found = "no sender, date or subject"
        raise Refused(document.where, found, "an e-mail", "save it from the mail program as .eml")
    if sum(1 for _, _ in zip(letter.walk(), range(_MOST_PARTS + 1), strict=False)) > _MOST_PARTS:
        raise Refused(document.where, f"more than {_MOST_PARTS:,} parts", "a newsletter", "save its text as .txt")
    text, text_from = _text(letter, document.where, caps)
    said = {
        "outlet": ("sender", _sender(letter)),
        "title": ("subject", _header(letter, "subject")),
        "date_raw": ("Date", _date(letter)),
        "url": ("Archived-At", _header(letter, "archived-at").strip("<> ")),
    }
    return article_told(text, Told({name: each for name, each in said.items() if each[1]}, text_from), document, limit)


def _text(letter: EmailMessage, where: str, caps: Caps) -> tuple[str, str]:
    for kind in _BODIES:
        part = letter.get_body((kind,))
        if part is None or part.get_content_maintype() != "text":
            continue
        words = _content(part, where)
        text = paragraphs_of_html(words, where, caps) if kind == "html" else unwrapped(words.splitlines())
        if text:
            return text, f"{'HTML' if kind == 'html' else 'plain'} part"
    raise Refused(where, "a letter without a text", "a newsletter", "save its text as .txt")


def _content(part: MIMEPart, where: str) -> str:
    payload = part.get_payload(decode=True)
    return decode(payload if isinstance(payload, bytes) else b"", where, declared=part.get_content_charset()).text


def _sender(letter: EmailMessage) -> str:
    """The sender's name, else the address."""
    try:
        addresses = letter["from"].addresses if letter["from"] else ()
    except (AttributeError, MessageError, ValueError):
        return ""
    return next((each.display_name or each.addr_spec for each in addresses), "")


def _date(letter: EmailMessage) -> str:
    """The date as ISO 8601 where it is one, else as it stands."""
    said = _header(letter, "date")
    try:
        return parsedate_to_datetime(said).isoformat()
    except (ValueError, TypeError, OverflowError):
        return said


def _header(letter: EmailMessage, name: str) -> str:
    try:
        return str(letter.get(name) or "")
    except (MessageError, ValueError, IndexError, AttributeError):  # headers that the parser itself trips over
        return ""
