"""What a page says about itself: JSON-LD, meta elements, and what trafilatura finds where both are silent."""

from __future__ import annotations

import dataclasses
import html
import itertools
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

import trafilatura
from lxml.html import HtmlElement

from sayso.gather.dates import iso_date

_MOST_NODES = 10_000
_ARTICLE_TYPES = ("Article", "Posting", "Report")
_GUESSABLE = {"title", "outlet", "date_raw", "byline"}
_BY = re.compile(r"\Aby\s+(?=\w)", re.IGNORECASE)
_PROVIDERS = ("sourceOrganization", "provider", "copyrightHolder")


@dataclasses.dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own words about itself; ``None`` for what it does not say. ``found_in`` names the place of each."""

    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    date_raw: str | None = None
    byline: str | None = None
    publisher: str | None = None
    source_organization: str | None = None
    url: str | None = None
    found_in: Mapping[str, str] = dataclasses.field(default_factory=dict)


def metadata_of(page: HtmlElement) -> Metadata:
    """What *page* says about itself; where several places say it, the first of them in the order below.

    Nothing in it is trusted to have the right form: what has not is passed over.
    """
    linked = _LinkedData(page)
    publisher = ("JSON-LD publisher", linked.name("publisher"))
    said = {
        "title": _first(("JSON-LD headline", linked.words("headline")), ("og:title", _meta(page, "og:title"))),
        "outlet": _first(("og:site_name", _meta(page, "og:site_name")), publisher),
        "date_raw": _first(
            ("JSON-LD datePublished", linked.words("datePublished")),
            ("article:published_time", _meta(page, "article:published_time")),
            ("time element", _time(page)),
        ),
        "byline": _first(("JSON-LD author", linked.name("author")), ("meta author", _meta(page, "author"))),
        "publisher": _first(publisher),
        "source_organization": _first(*((f"JSON-LD {key}", linked.name(key)) for key in _PROVIDERS)),
        "url": _first(("canonical link", _canonical(page)), ("og:url", _meta(page, "og:url"))),
    }
    found = {name: place for name, place in said.items() if place}
    if not found.keys() >= _GUESSABLE:
        found = _guessed(page) | found
    return _metadata(found)


def _guessed(page: HtmlElement) -> dict[str, tuple[str, str]]:
    """What trafilatura reads out of the rest of the page. It takes as long as all the rest of this module."""
    document = trafilatura.extract_metadata(page)
    guesses = {
        "title": _first(("trafilatura", document.title)),
        "outlet": _first(("trafilatura", document.sitename)),
        "date_raw": _first(("htmldate", document.date)),
        "byline": _first(("trafilatura", document.author)),
    }
    return {name: guess for name, guess in guesses.items() if guess}


def _metadata(found: Mapping[str, tuple[str, str]]) -> Metadata:
    values = {name: value for name, (_, value) in found.items()}
    if "byline" in values:
        values["byline"] = _BY.sub("", values["byline"], count=1)
    places = {"date" if name == "date_raw" else name: place for name, (place, _) in found.items()}
    return Metadata(**values, date=iso_date(values.get("date_raw", "")), found_in=places)


def _first(*options: tuple[str, str | None]) -> tuple[str, str] | None:
    """The first place with a value that is not empty, and the value, its entities and space made plain."""
    for place, value in options:
        if plain := " ".join(html.unescape(value or "").split()):
            return place, plain
    return None


def _meta(page: HtmlElement, name: str) -> str | None:
    found = page.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return str(found[0]) if found else None


def _time(page: HtmlElement) -> str | None:
    found = page.xpath("//article//time/@datetime") or page.xpath("//time/@datetime")
    return str(found[0]) if found else None


def _canonical(page: HtmlElement) -> str | None:
    found = page.xpath("//link[@rel='canonical']/@href")
    return str(found[0]) if found else None


class _LinkedData:
    """The JSON-LD of a page: what its articles say, before what anything else in it says."""

    def __init__(self, page: HtmlElement) -> None:
        blocks = page.xpath("//script[@type='application/ld+json']/text()")
        nodes = list(itertools.islice(_nodes([_parsed(str(block)) for block in blocks]), _MOST_NODES))
        self._named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
        self._articles = [node for node in nodes if _is_article(node)]

    def words(self, key: str) -> str | None:
        """The first text that an article gives for *key*."""
        values = (value for article in self._articles for value in _listed(article.get(key)))
        return next((value for value in values if isinstance(value, str) and value.strip()), None)

    def name(self, key: str) -> str | None:
        """The names that an article gives for *key*, as words, as objects or by reference."""
        for article in self._articles:
            names = [name for value in _listed(article.get(key)) if (name := self._name(value))]
            if names:
                return ", ".join(dict.fromkeys(names))
        return None

    def _name(self, value: object) -> str | None:
        if isinstance(value, Mapping):
            named = value if "name" in value else self._named.get(str(value.get("@id")), value)
            value = next(iter(_listed(named.get("name"))), None)
        return value.strip() or None if isinstance(value, str) else None


def _parsed(block: str) -> object:
    """A block of JSON-LD, ``None`` where it is broken."""
    try:
        return json.loads(block, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(roots: list[object]) -> Iterator[Mapping[str, Any]]:
    """All objects in *roots*, at any depth, outer ones first."""
    pending = deque(roots)
    while pending:
        value = pending.popleft()
        if isinstance(value, dict):
            yield value
            pending.extend(value.values())
        elif isinstance(value, list):
            pending.extend(value)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _is_article(node: Mapping[str, Any]) -> bool:
    return any(isinstance(kind, str) and kind.endswith(_ARTICLE_TYPES) for kind in _listed(node.get("@type")))
