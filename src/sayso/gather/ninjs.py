"""ninjs, the IPTC's news items in JSON: versions 1, 2 and 3, whose names differ in case and in what is a list."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sayso.article import Article
from sayso.errors import PassedOver, Refused
from sayso.gather.caps import Caps
from sayso.gather.document import Document
from sayso.gather.markup import paragraphs_of_html
from sayso.gather.printed import words
from sayso.gather.text import decode
from sayso.gather.told import Told, article_told

_WANTED = "one ninjs item with a text"
_BODIES = ("bodyxhtml", "bodyhtml", "bodytext")
_MARKED_UP = ("html", "xhtml", "nitf", "xml")


def article_of_ninjs(document: Document, limit: int, caps: Caps) -> Article:
    """The article of one item. Its HTML is taken before its plain text, which often has no paragraphs.

    Raises:
        PassedOver: It came along in a folder and is no item.
        Refused: It is no item, or has no text.
    """
    item = _item(document)
    text, text_from = _text(item, document.where, caps)
    if not text:
        raise Refused(document.where, "a ninjs item without a text", _WANTED, "leave pictures and films out")
    said = {
        "title": _first(item, "headline", "headlines", "title"),
        "byline": _first(item, "byline", "by", "bylines"),
        "dateline": _first(item, "dateline"),
        "date_raw": _first(item, "contentcreated", "firstcreated", "versioncreated"),
        "modified": _first(item, "versioncreated"),
        "outlet": _first(item, "provider", "source", "copyrightholder"),
        "publisher": _first(item, "publisher"),
        "source_organization": _first(item, "copyrightholder"),
        "credit": _first(item, "creditline", "infosources"),
        "url": _address(item),
    }
    language = _first(item, "language")
    told = Told({name: each for name, each in said.items() if each}, text_from, language, _named(item, "uri", "guid"))
    return article_told(text, told, document, limit)


def _item(document: Document) -> Mapping[str, Any]:
    """The item's values, under their names in small letters. Raises :class:`Refused` for what is none."""
    assert isinstance(document.payload, bytes)  # noqa: S101 - only a row's is not
    try:
        found = json.loads(decode(document.payload, document.where).text)
    except (ValueError, RecursionError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else "broken JSON"
        raise Refused(document.where, f"{reason}", _WANTED, "a .jsonl has one object a line") from None
    item = {key.casefold().replace("_", ""): value for key, value in found.items()} if isinstance(found, dict) else {}
    if not (item.keys() & {"bodies", *_BODIES} or ("uri" in item and item.keys() & {"headline", "headlines"})):
        if not document.chosen:
            raise PassedOver(document.where, "JSON that is no article")
        raise Refused(document.where, "JSON that is no ninjs item", _WANTED, "name a table of articles .jsonl")
    return item


def _text(item: Mapping[str, Any], where: str, caps: Caps) -> tuple[str, str]:
    """The text and its place; empty for none."""
    bodies = [(f"ninjs {key}", key, item.get(key)) for key in _BODIES]
    listed = item.get("bodies")
    for each in listed if isinstance(listed, list) else []:
        if isinstance(each, Mapping):
            named = {str(key).casefold(): value for key, value in each.items()}
            kind = f"{named.get('contenttype') or ''} {named.get('role') or ''}".casefold()
            bodies.append((f"ninjs bodies ({words(named.get('role')) or 'no role'})"[:60], kind, named.get("value")))
    marked = [each for each in bodies if any(kind in each[1] for kind in _MARKED_UP)]
    for place, kind, value in [*marked, *(each for each in bodies if each not in marked)]:
        if not isinstance(value, str) or not value.strip():
            continue
        text = paragraphs_of_html(value, where, caps) if any(each in kind for each in _MARKED_UP) else value.strip()
        if text:
            return text, place
    return "", ""


def _first(item: Mapping[str, Any], *keys: str) -> tuple[str, str] | None:
    """The first of *keys* that says anything, and what."""
    for key in keys:
        if said := _words(item.get(key)):
            return f"ninjs {key}", said
    return None


def _named(item: Mapping[str, Any], *keys: str) -> str | None:
    found = _first(item, *keys)
    return found[1] if found else None


def _address(item: Mapping[str, Any]) -> tuple[str, str] | None:
    found = _first(item, "uri", "webcopy", "slugurl")
    return found if found and found[1].startswith(("https://", "http://")) else None


def _words(value: object) -> str | None:
    """A value as words: itself, what it is called, or the main one of a list."""
    if isinstance(value, Mapping):
        return next((said for key in ("value", "name", "literal", "title") if (said := words(value.get(key)))), None)
    if isinstance(value, list):
        main = [each for each in value if isinstance(each, Mapping) and each.get("role") == "main"]
        return next((said for each in [*main, *value] if (said := _words(each) if each is not value else None)), None)
    return words(value)
