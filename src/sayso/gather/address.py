"""Whose address an article has: a page can say that it is anybody's, whoever fetched it knows where it was."""

from __future__ import annotations

import dataclasses
from urllib.parse import urlsplit

from sayso.article import Article


def host_of(url: str) -> str | None:
    """The host in small letters without ``www.``; ``None`` where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:  # brackets that are no IPv6 address
        return None


def addressed(article: Article, fetched: str | None, place: str) -> Article:
    """*article* at the address that its page names where that is of the host it was fetched from, else at that one.

    Args:
        article: As its page speaks of itself.
        fetched: Where it was fetched from; ``None`` where nobody says.
        place: What says so.
    """
    if fetched is None or (article.url and host_of(article.url) == host_of(fetched)):
        return article
    return dataclasses.replace(article, url=fetched, found_in={**article.found_in, "url": place})
