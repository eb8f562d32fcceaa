"""The byline that a page prints, without what stands beside the names."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from sayso.gather.elements import beginning

# Classes are words of the page's designer: byline, author-name, c-byline__author … What lists all authors, tells about
# one, or belongs to readers' comments is something else.
_OTHER = re.compile(
    r"comment|avatar|social|bio\b|about|archive|more|related|recirc|promo|teaser|card|sidebar|widget|footer|nav|list"
    r"|follow|email|image|photo|caption|title|description|role|date|time",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:(?:written|posted|published)\s)?(?:by|von|par|por|di|de)\b:?\s*", re.IGNORECASE)
_ENDS = re.compile(
    r"\s*(?:[|•·@(\[]|\s[-–—]\s|\d|\b(?:published|updated|posted|modified|follow|view|share|email|contact"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may\s\d|june|july|august|(?:sept|nov|dec)ember"
    r"|october|min\sread)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_NAMES = re.compile(r"[^\W\d_][\w.’'-]*(?:,?\s[\w.’'&-]+){0,14}")
_SMALL = frozenset(
    ("and", "und", "et", "y", "e", "i", "og", "of", "for", "in", "the", "de", "del", "della", "der", "di", "da", "dos",
     "du", "la", "le", "van", "von", "den", "ter", "bin", "al", "el")
)  # fmt: skip
_MOST = 60
_LONGEST = 200
_CLASSED = " or ".join(f"contains(@class, '{name}')" for name in ("byline", "author", "Byline", "Author"))


def printed_byline(page: HtmlElement) -> str | None:
    """The names in the first element of *page* that is marked as a byline; ``None`` where none is.

    Example:
        >>> from lxml.html import fromstring
        >>> printed_byline(fromstring("<p class=byline>By Ada Quill and Bo Dahl | 12 May 2026</p>"))
        'Ada Quill and Bo Dahl'
    """
    marked = page.xpath(f"//*[@rel='author' or {_CLASSED}]")[:_MOST]
    found = (names for element in marked if (names := _names(element)))
    return next(found, None)


def _names(element: HtmlElement) -> str | None:
    """The names in *element*, ``None`` where it holds something else."""
    if element.tag in ("script", "style", "body", "article", "main") or _OTHER.search(element.get("class") or ""):
        return None
    words = " ".join(beginning(element, _LONGEST, between=" ").split())
    if len(words) > _LONGEST:
        return None
    bare = _ENDS.sub("", _BY.sub("", words, count=1), count=1).strip(" ,;:")
    return bare if _NAMES.fullmatch(bare) and _is_capitalised(bare) else None


def _is_capitalised(names: str) -> bool:
    """Whether no word of *names* is in small letters but those that stand in names or between them."""
    words = names.replace(",", " ").split()
    return not all(word.islower() for word in words) and all(word in _SMALL or not word.islower() for word in words)
