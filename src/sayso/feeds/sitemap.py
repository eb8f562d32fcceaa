"""News sitemaps, and indexes of sitemaps (sitemaps.org; the news elements are Google's, and all outlets use them)."""

from __future__ import annotations

from functools import partial

from lxml import etree

from sayso.errors import Refused
from sayso.feeds.item import Feed, Item
from sayso.feeds.kept import Kept
from sayso.feeds.links import absolute
from sayso.feeds.times import from_iso
from sayso.feeds.xml import local_name, words_of
from sayso.printable import printable
from sayso.show.words import counted

ROOTS = ("urlset", "sitemapindex")
MOST = 50_000
"""What sitemaps.org allows; of news entries Google takes a thousand."""
_MOST_CHILDREN = 100
"""Sitemaps of one index that are watched, the newest: older ones list what is old."""


def feed_of_sitemap(root: etree._Element, url: str) -> Feed:
    """The news in a sitemap, or the sitemaps in an index.

    A page without a news element is not taken for news: sitemaps list everything, from ten years ago to the imprint. A
    sitemap without any is one refusal.
    """
    if local_name(root) == "sitemapindex":
        return _index(root, url)
    entries = [each for each in root.iter(etree.Element) if local_name(each) == "url"]
    news = [each for each in entries if _child(each, "news") is not None]
    if entries and not news:
        found, wanted = f"a sitemap of {counted(len(entries), 'page')} without a news entry", "a news sitemap"
        return Feed(refused=(Refused(printable(url), found, wanted, "look for another in the outlet's robots.txt"),))
    kept = Kept(url, len(news), most=MOST)
    for number, entry in enumerate(news[:MOST], start=1):
        kept.put(words_of(_child(entry, "loc")), partial(_item, entry), str(number))
    return Feed(items=kept.items, refused=kept.refused)


def _item(entry: etree._Element, url: str) -> Item:
    news = _child(entry, "news")  # pictures and films of the entry have titles and dates too
    said = {
        "title": words_of(_child(news, "title")),
        "publisher": words_of(_child(_child(news, "publication"), "name")),
        "published": from_iso(words_of(_child(news, "publication_date"))),
        "updated": from_iso(words_of(_child(entry, "lastmod"))),
    }
    places = {"publisher": "news:publication", "published": "news:publication_date", "updated": "sitemap lastmod"}
    return Item(url, **said, found_in={name: place for name, place in places.items() if said[name]})


def _index(root: etree._Element, url: str) -> Feed:
    children: dict[str, str | None] = {}
    refused: list[Refused] = []
    entries = (each for each in root.iter(etree.Element) if local_name(each) == "sitemap")
    for number, entry in enumerate(entries, start=1):
        try:
            child = absolute(words_of(_child(entry, "loc")) or "", url, f"{printable(url)}, sitemap {number}")
        except Refused as error:
            refused.append(error)
        else:
            if child != url:
                children.setdefault(child, from_iso(words_of(_child(entry, "lastmod"))))
    newest = sorted(children.items(), key=lambda each: each[1] or "", reverse=True)
    return Feed(refused=tuple(refused), children=tuple(newest[:_MOST_CHILDREN]))


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    children = element.iterchildren(etree.Element) if element is not None else ()
    return next((each for each in children if local_name(each) == name), None)
