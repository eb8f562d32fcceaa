"""Whether a page of an archive is an article, or a page that leads to articles: home, section, search, tag."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HOME = re.compile(r"/?(?:(?:index|home|default)(?:\.\w{2,5})?)?/?", re.IGNORECASE)
_LISTS = {
    "archive", "archives", "author", "authors", "categories", "category", "label", "labels", "latest", "newest", "page",
    "search", "section", "sections", "sitemap", "tag", "tags", "topic", "topics",
}  # fmt: skip
_SEARCHES = {"s", "q", "query", "search"}
# A slug of several words, or a number that no page of a list has: what the addresses of articles end in.
_ARTICLE = re.compile(r"[^\W_]+(?:[-_+][^\W_]+){3,}|.*\d{5,}.*")
_SAYS_ARTICLE = re.compile(
    rb"""property\s{0,4}=\s{0,4}["']?og:type["']?\s{1,9}content\s{0,4}=\s{0,4}["']?article"""
    rb"""|content\s{0,4}=\s{0,4}["']?article["']?\s{1,9}property\s{0,4}=\s{0,4}["']?og:type"""
    rb"""|"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:\w{0,40}NewsArticle|Article|BlogPosting|Report)\"""",
    re.IGNORECASE,
)
_SAYS_LIST = re.compile(
    rb""""@type"\s{0,9}:\s{0,9}\[?\s{0,9}"(?:CollectionPage|SearchResultsPage|ItemList|ProfilePage)\"""", re.IGNORECASE
)
# Headlines and teasers are shorter. Of 181 pages with articles, six have fewer such paragraphs, and one of those does
# not say that it is an article.
_RUNNING_TEXT = 15
_PARAGRAPHS = 2


def why_a_list(url: str | None) -> str | None:
    """Why a page at *url* can only lead to articles, in words that many share; ``None`` where its address says nothing.

    Example:
        >>> why_a_list("https://inlandpost.example/tag/harbour"), why_a_list("https://inlandpost.example/depot")
        ('list of articles', None)
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    if not parts.scheme:
        return None
    steps = [step.lower() for step in parts.path.split("/") if step]
    asked = {name.partition("=")[0] for name in parts.query.split("&")}
    if asked & _SEARCHES and not _ends_as_article(steps):
        return "search page"
    if _HOME.fullmatch(parts.path) and not parts.query:
        return "home page"
    named = _LISTS & set(steps[:-1] or steps)
    return "list of articles" if named and not _ends_as_article(steps[1:]) else None


def why_no_article(page: bytes, text: str) -> str | None:
    """Why a page is no article; ``None`` for one.

    One that says of itself that it is an article is one; any other must have two paragraphs of running text. Of the 181
    pages of the article-extraction benchmark, all of them articles, one is taken for none.

    Args:
        page: Its bytes.
        text: What was extracted from it.
    """
    if _SAYS_ARTICLE.search(page) and not _SAYS_LIST.search(page):
        return None
    running = sum(len(line.split()) >= _RUNNING_TEXT for line in text.split("\n"))
    return None if running >= _PARAGRAPHS else "little running text"


def _ends_as_article(steps: list[str]) -> bool:
    return bool(steps) and _ARTICLE.fullmatch(steps[-1]) is not None
