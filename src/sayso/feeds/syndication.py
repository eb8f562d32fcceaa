"""RSS 0.9 to 2.0 and Atom, through feedparser, which knows how each of them is written in the wild."""

from __future__ import annotations

import io
from functools import partial
from typing import Any

import feedparser
from lxml import etree

from sayso.errors import Refused
from sayso.feeds.item import Feed, Item, Rhythm
from sayso.feeds.kept import MOST, Kept
from sayso.feeds.links import LONGEST, absolute, host_of
from sayso.feeds.times import from_struct
from sayso.feeds.xml import local_name, words_of
from sayso.printable import printable

_ITEMS = ("item", "entry")
_READ = frozenset(
    {
        "title",
        "link",
        "guid",
        "id",
        "pubdate",
        "date",
        "published",
        "updated",
        "modified",
        "issued",
        "created",
        "source",
    }
)
"""Elements of an item that are looked at. The others, whole articles among them, are cut out before feedparser."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOURS = frozenset(map(str, range(25))) | {f"{hour:02}" for hour in range(25)}
_OF_RHYTHM = frozenset({"ttl", "updateperiod", "updatefrequency", "hour", "day"})
_PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}


def feed_of_syndication(root: etree._Element, url: str) -> Feed:
    """The feed under *root*, which is taken apart. Raises :class:`Refused` for XML that is no feed."""
    items = [each for each in root.iter(etree.Element) if local_name(each) in _ITEMS]
    _set_side_by_side(items)
    for item in items[:MOST]:
        _keep_what_is_read(item)
    for item in items[MOST:]:
        _take_out(item)
    rhythm = _rhythm(root)
    # As bytes in a file: feedparser takes a string for an address or a path, and would open it. The tree is whole, so
    # its parser of last resort, made of regular expressions, is never asked.
    stream = io.BytesIO(etree.tostring(root, encoding="utf-8"))
    read = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
    if not (read.version or read.entries):
        raise Refused(
            printable(url), f"a document of <{printable(local_name(root))[:40]}>", "a feed", "check its address"
        )
    kept = Kept(url, len(items))
    atom = str(read.version).startswith("atom")
    for number, entry in enumerate(read.entries, start=1):
        name = _words(entry.get("title")) or _words(entry.get("id")) or str(number)
        kept.put(_words(entry.get("link")), partial(_item, entry, url, atom=atom), name)
    return Feed(_words(read.feed.get("title")), kept.items, kept.refused, rhythm)


def _item(entry: Any, feed_url: str, link: str, *, atom: bool) -> Item:
    source = entry.get("source") or {}
    publisher_url = _address(source.get("href") or source.get("link"), feed_url)
    publisher = _words(source.get("title")) or (host_of(publisher_url) if publisher_url else None)
    # As a plain dictionary: feedparser gives the one time for the other where that is missing.
    published, updated = (from_struct(dict.get(entry, f"{name}_parsed")) for name in ("published", "updated"))
    form = "Atom" if atom else "RSS"
    said = {"publisher": publisher, "published": published, "updated": updated}
    found = {"publisher": f"{form} source", "published": f"{form} date", "updated": f"{form} date"}
    return Item(
        link, _words(entry.get("title")), **said, publisher_url=publisher_url, guid=_words(entry.get("id")),
        found_in={name: place for name, place in found.items() if said[name]},
    )  # fmt: skip


def _address(link: object, base: str) -> str | None:
    try:
        return absolute(str(link), base, "") if link else None
    except Refused:
        return None


def _set_side_by_side(items: list[etree._Element]) -> None:
    """Where an element was left open, later items stand inside earlier ones."""
    home = items[0].getparent() if items else None
    for item in items:
        if home is not None and item.getparent() is not home:
            home.append(item)


def _keep_what_is_read(item: etree._Element) -> None:
    for element in list(item):
        if not isinstance(element.tag, str) or local_name(element) not in _READ:
            _take_out(element)
        elif element.text and len(element.text) > LONGEST:
            element.text = element.text[: LONGEST + 1]  # one more than may be, so that it is refused, not mended


def _take_out(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _rhythm(root: etree._Element) -> Rhythm:
    said: dict[str, list[str]] = {}
    for element in root.iter(etree.Element):
        if local_name(element) in _OF_RHYTHM:
            said.setdefault(local_name(element), []).append((words_of(element) or "").lower())
    ttl = _number(said.get("ttl", [""])[0]) * 60
    often = max(1, _number(said.get("updatefrequency", [""])[0]))
    period = _PERIODS.get(said.get("updateperiod", [""])[0], 0) // often
    # Some count the hours from 1 to 24.
    hours = frozenset(int(hour) % 24 for hour in said.get("hour", ()) if hour in _HOURS)
    days = frozenset(_DAYS.index(day) for day in said.get("day", ()) if day in _DAYS)
    return Rhythm(ttl or period, hours, days)


def _number(written: str) -> int:
    """A whole number of up to nine digits; 0 for anything else."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 10 else 0


def _words(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
