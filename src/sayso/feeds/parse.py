"""The bytes of a feed to its items; which kind of feed it is, the bytes say, not the server."""

from __future__ import annotations

import re

from sayso.errors import Refused
from sayso.feeds.item import Feed
from sayso.feeds.jsonfeed import feed_of_json
from sayso.feeds.sitemap import ROOTS, feed_of_sitemap
from sayso.feeds.syndication import feed_of_syndication
from sayso.feeds.xml import local_name, tree_of
from sayso.gather.streams import CHUNK, inflated, whole
from sayso.gather.text import decode
from sayso.printable import printable

ROOM = 50_000_000
"""Most bytes of a feed, unpacked: what sitemaps.org allows, a hundred times what newspapers' feeds have."""

_PAGE = re.compile(r"\s*<(?:!doctype\s+)?html\b", re.IGNORECASE)
_GZIP = b"\x1f\x8b"


def parse(content: bytes, url: str, *, declared: str | None = None) -> Feed:
    """What the feed at *url* says: RSS 0.9 to 2.0, Atom, JSON Feed 1.1, a news sitemap or an index of sitemaps.

    Broken XML is read as far as it can be. No entity is expanded but those of HTML, and nothing is fetched.

    Args:
        content: The bytes, also of a .gz.
        url: Where it came from; relative addresses in it start there.
        declared: The encoding that the server named.

    Raises:
        Refused: For what is no feed, or is too large.

    Example:
        >>> feed = parse(b'<rss><channel><item><link>/salt</link></item></channel></rss>', "https://port-ada.example/rss")
        >>> [item.url for item in feed.items]
        ['https://port-ada.example/salt']
    """
    where = printable(url)
    try:
        return _parsed(content, url, where, declared)
    except Refused:
        raise
    # Feeds come from anywhere and pass through parsers that are not ours: what breaks one of them must not end a watch.
    except Exception as error:
        found = f"a feed on which reading fails ({printable(repr(error))[:200]})"
        raise Refused(where, found, "a feed", "please report it with the feed") from error


def _parsed(content: bytes, url: str, where: str, declared: str | None) -> Feed:
    text = decode(_unpacked(content, where), where, declared=declared).text
    if _PAGE.match(text):
        raise Refused(where, "a web page", "a feed", "look in the page's source for the address of its feed")
    if text.lstrip()[:1] == "{":
        return feed_of_json(text, url)
    root = tree_of(text, where)
    if local_name(root) in ROOTS:
        return feed_of_sitemap(root, url)
    return feed_of_syndication(root, url)


def _unpacked(content: bytes, where: str) -> bytes:
    chunks = (content[start : start + CHUNK] for start in range(0, len(content), CHUNK))
    unpacked = whole(inflated(chunks, where, ROOM) if content.startswith(_GZIP) else chunks, ROOM)
    if unpacked is None:
        raise Refused(
            where, f"a feed of more than {ROOM:,} bytes", "a smaller one", "look for the outlet's other feeds"
        )
    return unpacked
