"""Small things that the table, the spreadsheet and the page say in the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.article import Article, Span
from sayso.show.languages import NAMES

_ARTICLE = re.compile(r"^(?:the|an?) ")
_AN = re.compile(r"(?!eu|one\b|uni|use|us\b|un\b)[aeiou]", re.IGNORECASE)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def joined(spans: Sequence[Span], text: str) -> str:
    """The words of *spans*, as they stand in *text*; ``" … "`` where words between them are left out.

    Example:
        >>> joined([Span(0, 8), Span(19, 26)], "“We go,” she said, “soon.”")
        '“We go,” … “soon.”'
    """
    return " … ".join(span.of(text) for span in spans)


def without_article(name: str) -> str:
    """*name* in small letters without an article before it, for comparison.

    Example:
        >>> without_article("The Ministry")
        'ministry'
    """
    return _ARTICLE.sub("", name.casefold())


def with_article(noun: str) -> str:
    """*noun* after the indefinite article that its first word takes.

    Example:
        >>> with_article("officer"), with_article("university")
        ('an officer', 'a university')
    """
    return f"an {noun}" if _AN.match(noun) else f"a {noun}"


def one_line(text: str) -> str:
    """*text* with each run of white space, line ends included, as one space."""
    return " ".join(text.split())


def encodable(text: str) -> str:
    """*text* with lone surrogates, which no UTF-8 file can hold, as U+FFFD."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def counted(number: int, thing: str) -> str:
    """A number and what it counts.

    Example:
        >>> counted(1, "source"), counted(1200, "word")
        ('1 source', '1,200 words')
    """
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def language_name(article: Article) -> str:
    """The article's language in English; the code itself for one without a name here."""
    code = article.language or "und"
    return NAMES.get(code, code)
