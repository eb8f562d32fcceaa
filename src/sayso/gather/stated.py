"""The places of a page where it speaks about itself, each read once."""

from __future__ import annotations

import dataclasses
import functools
import html
import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from sayso.gather.byline import printed_byline
from sayso.gather.corrections import is_correction
from sayso.gather.elements import beginning
from sayso.gather.linked_data import LinkedData

_SECTION = (
    "JSON-LD articleSection", "JSON-LD genre", "itemprop articleSection", "article:section", "article.section",
    "meta parsely-section", "meta section", "meta prism.section", "meta prism.genre",
)  # fmt: skip
_LANGUAGE = ("JSON-LD inLanguage", "itemprop inLanguage", "meta content-language", "meta language", "og:locale")
# The properties of JSON-LD that hold words; all others hold what has a name.
_WORDS = {"headline", "datePublished", "dateModified", "dateCreated", "articleSection", "genre", "inLanguage"}
_PROPERTIES = {
    "headline", "publisher", "author", "datePublished", "dateModified", "articleSection", "inLanguage",
}  # fmt: skip
_ARTICLE_ITEM = re.compile(r"(?:Article|Posting|Report)\b")
_BETWEEN_SECTIONS = re.compile(r"[,;/|]|\s-\s")
_CODE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE | re.DOTALL)
_LONGEST = 2_000
_MOST_HEADLINES = 20
_MOST_ITEMS = 2_000
_MOST_ABOVE = 60


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """Where something stands, and the words."""

    place: str
    words: str


class Stated:
    """The places of a page where it speaks about itself, each read once."""

    def __init__(self, page: HtmlElement) -> None:
        self._page = page
        self._linked = LinkedData(str(block) for block in page.xpath("//script[@type='application/ld+json']/text()"))
        self._metas: dict[str, str] = {}
        for meta in page.iter("meta"):
            name = meta.get("property") or meta.get("name") or meta.get("http-equiv")
            if name and (content := _plain(meta.get("content"))):
                self._metas.setdefault(name.strip().lower(), content)

    def first(self, places: Iterable[str]) -> Said | None:
        """The first of *places* that says anything."""
        return next(self.all(places), None)

    def all(self, places: Iterable[str]) -> Iterator[Said]:
        """What each of *places* says, where it says anything."""
        for place in places:
            if words := _plain(self._look(place)):
                yield Said(place, words)

    def sections(self) -> Iterator[Said]:
        """The sections under which the article is filed, one by one."""
        for place in _SECTION:
            kind, _, key = place.rpartition(" ")
            listed = self._linked.all_words(key) if kind == "JSON-LD" else [self._look(place) or ""]
            for words in listed:
                yield from (Said(place, part) for part in _BETWEEN_SECTIONS.split(words))

    def types(self) -> list[str]:
        """The types that the article has in JSON-LD, else in microdata."""
        item = self._page.xpath("//*[@itemscope]/@itemtype")
        return self._linked.types() or [str(kind) for kind in item if _ARTICLE_ITEM.search(kind)][:1]

    def based_on(self) -> Said | None:
        """Whose work the article says that it is based on."""
        name = self._linked.name_within("isBasedOn", "publisher", "sourceOrganization", "provider", "author")
        return Said("JSON-LD isBasedOn", name) if name else None

    def correction(self) -> Said | None:
        """The correction that JSON-LD states, else what stands in an element made for it."""
        if stated := self._linked.text("correction"):
            return Said("JSON-LD correction", stated[:_LONGEST])
        marked = self._page.xpath("//*[contains(@class, 'orrection') or contains(@id, 'orrection')]")
        notes = (_plain(beginning(element, _LONGEST)) for element in marked[:_MOST_HEADLINES])
        found = next((note for note in notes if is_correction(note)), None)
        return Said("element of class correction", found) if found else None

    def address(self) -> Said | None:
        """The page's own address."""
        canonical = self._page.xpath("//link[@rel='canonical']/@href")
        found = Said("canonical link", _plain(canonical[0])) if canonical else None
        return found if found and found.words else self.first(["og:url"])

    def language(self) -> Said | None:
        """The language that the page declares, as an ISO 639-1 code."""
        root = self._page.xpath("/html/@lang")
        declared = [Said("html lang", str(root[0]))] if root else []
        for said in (*declared, *self.all(_LANGUAGE)):
            if code := _CODE.fullmatch(said.words.strip()):
                return Said(said.place, code[1].lower())
        return None

    def title_element(self) -> Said | None:
        """The page's title, as it stands in the window's bar."""
        found = self._page.xpath("//head/title") or self._page.xpath("//title[not(ancestor::svg)]")
        words = _plain(beginning(found[0], _LONGEST)) if found else ""
        return Said("title element", words) if words else None

    @functools.cached_property
    def headlines(self) -> list[str]:
        """The words of the first h1 elements."""
        elements = self._page.xpath("//h1")[:_MOST_HEADLINES]
        return [words for element in elements if (words := _plain(beginning(element, _LONGEST)))]

    def byline(self) -> str | None:
        """The names that are printed as a byline."""
        return printed_byline(self._page)

    def _look(self, place: str) -> str | None:
        kind, _, key = place.rpartition(" ")
        if kind == "JSON-LD":
            return self._linked.words(key) if key in _WORDS else self._linked.name(key)
        if place == "time element":
            return self._time()
        return self._items.get(key) if kind == "itemprop" else self._metas.get(key)

    def _time(self) -> str | None:
        """The first time that is marked as such, in the article where there is one."""
        found = self._page.xpath("//article//time/@datetime") or self._page.xpath("//time/@datetime")
        return str(found[0]) if found else None

    @functools.cached_property
    def _items(self) -> dict[str, str]:
        """The first value of each property of an article in microdata (schema.org)."""
        found: dict[str, str] = {}
        for element in self._page.xpath("//*[@itemprop]")[:_MOST_ITEMS]:
            names = [name for name in element.get("itemprop").split() if name in _PROPERTIES and name not in found]
            if names and _in_article(element):
                found |= dict.fromkeys(names, _value(element))
        return {name: value for name, value in found.items() if value}


def _in_article(element: HtmlElement) -> bool:
    """Whether *element* is a property of an article, and not of a comment on it, or of another thing in it."""
    above = element.iterancestors()
    for _, ancestor in zip(range(_MOST_ABOVE), above, strict=False):
        if ancestor.get("itemscope") is not None:
            return _ARTICLE_ITEM.search(ancestor.get("itemtype") or "") is not None
    return False


def _value(element: HtmlElement) -> str:
    """What a property in microdata says, which may be the name of a thing."""
    said = element.get("content") or element.get("datetime")
    if said is None and element.get("itemscope") is not None:
        named = element.xpath(".//*[@itemprop='name']")
        said = (named[0].get("content") or beginning(named[0], _LONGEST)) if named else None
    return _plain(said if said is not None else beginning(element, _LONGEST))


def _plain(words: str | None) -> str:
    """*words* with entities and space made plain, at most 2,000 characters of them."""
    return " ".join(html.unescape((words or "")[:_LONGEST]).split())
