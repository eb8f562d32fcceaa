"""E-mail, as a newsletter comes: one letter, its sender the outlet (RFC 5322 and MIME, by the standard library)."""

from __future__ import annotations

import email
import email.policy
import itertools
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from sayso.article import Article
from sayso.errors import Refused
from sayso.gather.caps import Caps
from sayso.gather.document import Document
from sayso.gather.markup import paragraphs_of_html
from sayso.gather.text import decode
from sayso.gather.told import Told, article_told
from sayso.gather.wrapped import unwrapped

_MOST_PARTS = 1_000


def article_of_letter(document: Document, limit: int, caps: Caps) -> Article:
    """The article of one letter: the words of its HTML part, which knows paragraphs, else of its plain one.

    Raises:
        Refused: It is no letter, has no text, or more parts than anybody sends.
    """
    assert isinstance(document.payload, bytes)  # noqa: S101 - only a row's is not
    # The older policy: the newer one parses headers by the letter of the law, and trips over what is not.
    letter = email.message_from_bytes(document.payload, policy=email.policy.compat32)
    if not any(letter.get(name) for name in ("from", "date", "subject")):
        found = "no sender, date or subject"
        raise Refused(document.where, found, "an e-mail", "save it from the mail program as .eml")
    text, text_from = _text(letter, document.where, caps)
    said = {
        "outlet": ("sender", _sender(letter)),
        "title": ("subject", _header(letter, "subject")),
        "date_raw": ("Date", _date(letter)),
        "url": ("Archived-At", _header(letter, "archived-at").strip("<> ")),
    }
    return article_told(text, Told({name: each for name, each in said.items() if each[1]}, text_from), document, limit)


def _text(letter: Message, where: str, caps: Caps) -> tuple[str, str]:
    parts = list(itertools.islice(letter.walk(), _MOST_PARTS + 1))
    if len(parts) > _MOST_PARTS:
        raise Refused(where, f"more than {_MOST_PARTS:,} parts", "a newsletter", "save its text as .txt")
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    for part in (each for each in shown if each.get_content_type() == "text/html"):
        if text := paragraphs_of_html(_content(part, where), where, caps):
            return text, "HTML part"
    for part in (each for each in shown if each.get_content_type() == "text/plain"):
        if text := unwrapped(_content(part, where).splitlines()):
            return text, "plain part"
    raise Refused(where, "a letter without a text", "a newsletter", "save its text as .txt")


def _content(part: Message, where: str) -> str:
    payload = part.get_payload(decode=True)
    return decode(payload if isinstance(payload, bytes) else b"", where, declared=part.get_content_charset()).text


def _sender(letter: Message) -> str:
    """The sender's name, else the address."""
    name, address = parseaddr(_raw(letter, "from"))
    return _plain(name) or address


def _date(letter: Message) -> str:
    """The date as ISO 8601 where it is one, else as it stands."""
    said = _header(letter, "date")
    try:
        return parsedate_to_datetime(said).isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return said


def _header(letter: Message, name: str) -> str:
    return _plain(_raw(letter, name))


def _raw(letter: Message, name: str) -> str:
    """A header as it stands; bytes that are not ASCII are UTF-8 (RFC 6532)."""
    found = next((str(value) for key, value in letter.raw_items() if key.lower() == name), "")
    return found.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _plain(words: str) -> str:
    """A header's words, decoded where they are encoded as they should be (RFC 2047)."""
    try:
        return str(make_header(decode_header(words)))
    except (MessageError, ValueError, LookupError):
        return words
