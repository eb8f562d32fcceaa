"""What a page says about itself: JSON-LD, meta elements, microdata, and what stands printed around the headline."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

import htmldate
from lxml.html import HtmlElement

from sayso.article import Genre
from sayso.gather.dates import iso_date
from sayso.gather.genre import genre_called, genre_of_address, genre_of_title, genre_of_types
from sayso.gather.stated import Said, Stated
from sayso.gather.title import outlet_in_title, same_headline, without_ends

# Where each is looked for, in order: JSON-LD, then microdata, then meta elements by name or property. What follows the
# first word is the key; the whole is what ``found_in`` says.
_TITLE = (
    "JSON-LD headline", "itemprop headline", "og:title", "meta parsely-title", "meta sailthru.title",
    "meta citation_title", "meta dc.title", "meta dcterms.title", "meta twitter:title",
)  # fmt: skip
_OUTLET = ("og:site_name", "JSON-LD publisher", "itemprop publisher", "meta dc.publisher", "meta application-name")
_DATE = (
    "JSON-LD datePublished", "itemprop datePublished", "article:published_time", "og:article:published_time",
    "article:published", "article.published", "meta parsely-pub-date", "meta sailthru.date",
    "meta citation_publication_date", "meta citation_date", "meta dc.date.issued", "meta dcterms.issued",
    "meta dc.date", "meta dcterms.date", "meta dcterms.created", "meta pubdate", "meta pub_date", "meta publish-date",
    "meta published_at", "meta pdate", "meta date", "JSON-LD dateCreated", "time element",
)  # fmt: skip
_MODIFIED = (
    "JSON-LD dateModified", "itemprop dateModified", "article:modified_time", "article:modified", "article.updated",
    "og:updated_time", "meta dcterms.modified", "meta updated-date",
)  # fmt: skip
_BYLINE = (
    "JSON-LD author", "itemprop author", "meta author", "meta byl", "meta parsely-author", "meta sailthru.author",
    "meta citation_author", "meta dc.creator", "meta dcterms.creator", "article:author",
)  # fmt: skip
_PUBLISHER = ("JSON-LD publisher", "itemprop publisher", "meta dc.publisher", "meta citation_publisher")
_SOURCE_ORGANIZATION = ("JSON-LD sourceOrganization", "JSON-LD provider", "JSON-LD copyrightHolder")

_BY = re.compile(r"\Aby:?\s+(?=\w)", re.IGNORECASE)
_ADDRESS = re.compile(r"\A(?:https?:)?//|\A@|\A\d+\Z", re.IGNORECASE)
_USER_NAME = re.compile(r"[a-z0-9._-]+")


@dataclasses.dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own words about itself; ``None`` for what it does not say. ``found_in`` names the place of each.

    ``language`` is the ISO 639-1 code that the page declares.
    """

    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    date_raw: str | None = None
    modified: str | None = None
    byline: str | None = None
    publisher: str | None = None
    source_organization: str | None = None
    genre: Genre | None = None
    correction: str | None = None
    url: str | None = None
    language: str | None = None
    found_in: Mapping[str, str] = dataclasses.field(default_factory=dict)


def metadata_of(page: HtmlElement) -> Metadata:
    """What *page* says about itself; where several places say it, the first of them that makes sense.

    Nothing in it is trusted to have the right form: what has not is passed over.
    """
    places = Stated(page)
    address = places.address()
    outlet = places.first(_OUTLET) or _outlet_in_title(places) or _host(address)
    publisher = places.first(_PUBLISHER)
    given = places.first(_TITLE) or _first_headline(places) or places.title_element()
    title = _as_printed(given, places.headlines, outlet) if given else None
    date = _dated(places.all(_DATE)) or _printed_date(page) or places.first(_DATE)
    said: dict[str, Said | None] = {
        "title": title,
        "outlet": outlet,
        "date": date,
        "modified": _dated(places.all(_MODIFIED)),
        "byline": _byline(places, [each.words for each in (outlet, publisher) if each]),
        "publisher": publisher,
        "source_organization": places.first(_SOURCE_ORGANIZATION) or places.based_on(),
        "correction": places.correction(),
        "url": address,
        "language": places.language(),
    }
    words = {name: each.words for name, each in said.items() if each}
    found_in = {name: each.place for name, each in said.items() if each}
    genre, place_of_genre = _genre(places, address, given)
    if place_of_genre:
        found_in["genre"] = place_of_genre
    raw, changed = words.pop("date", None), words.pop("modified", "")
    dates = {"date": iso_date(raw or ""), "date_raw": raw, "modified": iso_date(changed)}
    return Metadata(**words, **dates, genre=genre, found_in=found_in)


def _dated(said: Iterable[Said]) -> Said | None:
    """The first that is a date; sites that have none write ``0001-01-01`` or zeros."""
    return next((each for each in said if iso_date(each.words)), None)


def _printed_date(page: HtmlElement) -> Said | None:
    """What htmldate makes of a page that states no date in a place meant for it. It takes its time."""
    found = htmldate.find_date(page, extensive_search=True, original_date=True)
    return Said("htmldate", found) if found else None


def _byline(places: Stated, outlets: list[str]) -> Said | None:
    """Who wrote it. The name of a user or of the outlet itself only counts where nobody else is named."""
    last: Said | None = None
    ours = {name.casefold() for name in outlets}
    for said in places.all(_BYLINE):
        name = _BY.sub("", said.words, count=1)
        if _ADDRESS.match(name):
            continue
        if name.casefold() not in ours and not _USER_NAME.fullmatch(name):
            return Said(said.place, name)
        last = last or Said(said.place, name)
    printed = places.byline()
    return Said("byline", printed) if printed else last


def _first_headline(places: Stated) -> Said | None:
    return Said("h1", places.headlines[0]) if places.headlines else None


def _as_printed(given: Said, headlines: list[str], outlet: Said | None) -> Said:
    """The title as the headline has it, where that is longer or does without what is no part of it."""
    bare = without_ends(given.words, [outlet.words] if outlet else [])
    for headline in headlines:
        if headline not in (given.words, bare) and same_headline(given.words, headline):
            return Said("h1", headline)
    return Said(given.place, bare)


def _outlet_in_title(places: Stated) -> Said | None:
    title = places.title_element()
    named = outlet_in_title(title.words, places.headlines) if title else None
    return Said("title element", named) if named else None


def _host(address: Said | None) -> Said | None:
    try:
        host = urlsplit(address.words).hostname if address else None
    except ValueError:
        return None
    return Said(address.place, host.removeprefix("www.")) if address and host else None


def _genre(places: Stated, address: Said | None, title: Said | None) -> tuple[Genre | None, str | None]:
    """What kind of piece it is, and where that stands; what says more goes before what says "news" of everything."""
    named = genre_of_types(places.types())
    if named and named[1] is not Genre.NEWS:
        return named[1], f"type {named[0]}"
    if title and (genre := genre_of_title(title.words)):
        return genre, title.place
    sections = [(genre, said.place) for said in places.sections() if (genre := genre_called(said.words))]
    if telling := next((each for each in sections if each[0] is not Genre.NEWS), None):
        return telling
    if address and (genre := genre_of_address(address.words)):
        return genre, address.place
    if named:
        return named[1], f"type {named[0]}"
    return sections[0] if sections else (None, None)
