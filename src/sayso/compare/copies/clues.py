"""What an article says, or lets see, about whose text it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.article import Article, Span
from sayso.claim import Clue, ClueKind
from sayso.compare.copies.agencies import AGENCIES
from sayso.resolve.names import folded

WEIGHTS = {
    ClueKind.CREDIT_LINE: 4.0,
    ClueKind.SOURCE_ORGANIZATION: 4.0,
    ClueKind.DATELINE: 3.0,
    ClueKind.BYLINE: 3.0,
    ClueKind.TAG: 3.0,
    ClueKind.TOLD: 1.0,
    ClueKind.OUTLET: 1.0,
}
"""How much each kind tells. A paper that credits an agency at the end means the text; a dateline stays when a text is
rewritten; a witness who told an agency something may be all that came from it."""

_HEAD = 400
"""Characters at the beginning in which a bare name of an agency is its tag."""
_TAIL = 60
"""The same at the end."""
_BESIDE = 10
"""Longest word, with its space, that makes a name after it something else than a tag."""
_CREDITED_IN = {"dateline": ClueKind.DATELINE, "byline": ClueKind.BYLINE}

_NAMES = "|".join(re.escape(alias) for alias in sorted(AGENCIES, key=len, reverse=True))
_DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_STAFF = "correspondents?|reporters?|journalists?|photographers?|stringers?"
_TOLD = (
    re.compile(rf"\b(?:told|tells|telling|by|with)\s(?:[Tt]he\s)?({_NAMES})\b"),
    re.compile(rf"\b({_NAMES})(?:[’']s?)?\s(?:news agency\s)?(?:{_STAFF})\b"),
)
_TAG = (
    re.compile(rf"\b({_NAMES})\s(?:and\s[A-Z][\w ]{{1,30}}\s)?(?:(?:{_DAYS})[a-z]*\b|\d)"),
    # Where scraping joined headline, tag and text: "… in Corrin AFP The mayor …". After a full stop it credits a photo.
    re.compile(rf"(?<=[a-z]\s)(?<!\b[Tt]he\s)({_NAMES})\s(?=[A-Z](?!hoto))"),
)
_BESIDE_TAG = re.compile(r"\b(?:told|to|by|with|the|an?|of|from|for|and|agency|said|citing)\s\Z", re.IGNORECASE)
_AT_END = re.compile(rf"\b({_NAMES})(?:\s(?:reported|reports))?\W{{0,4}}(?:[A-Z]{{2,4}}\s?\d*)?\W{{0,4}}\Z")
_NOBODY = frozenset({("agencies",), ("wire",), ("agency",)})


def clues_of(article: Article) -> list[Clue]:
    """The clues of an article, each kind and name once, the weightiest kinds first; none where it says nothing.

    Example:
        >>> [clue] = clues_of(Article(id="1", text="The quay is closed, a docker told AFP."))
        >>> clue.kind.value, clue.name, clue.span
        ('told', 'AFP', Span(start=34, end=37))
    """
    found: dict[tuple[ClueKind, tuple[str, ...]], Clue] = {}
    taken: set[Span] = set()
    for kind, words, span in (*_said(article), *_tags(article.text), *_tellings(article.text), *_outlet(article)):
        name = agency_of(words)
        key = folded(name)
        if key in _NOBODY or span in taken:
            continue
        found.setdefault((kind, key), Clue(article.id, kind, name, span, WEIGHTS[kind]))
        if span:
            taken.add(span)
    return list(found.values())


def agency_of(name: str) -> str:
    """The name that an agency is known by, other names as they are.

    Example:
        >>> agency_of("The Associated Press"), agency_of("reuters"), agency_of("Meridian Wire")
        ('AP', 'Reuters', 'Meridian Wire')
    """
    return _KNOWN.get(folded(name), name)


_KNOWN = {folded(alias): name for alias, name in AGENCIES.items()}
_Found = Iterator[tuple[ClueKind, str, Span | None]]


def _said(article: Article) -> _Found:
    """What was read as the article's credit, in its text, its page or its row."""
    if article.credit:
        kind = _CREDITED_IN.get(article.found_in.get("credit", ""), ClueKind.CREDIT_LINE)
        yield kind, article.credit.name, article.credit.span
    if article.source_organization:
        yield ClueKind.SOURCE_ORGANIZATION, article.source_organization, None
    if article.byline and folded(article.byline) in _KNOWN:
        yield ClueKind.BYLINE, article.byline, None


def _tags(text: str) -> _Found:
    end = len(text.rstrip())
    found = [match for form in _TAG for match in form.finditer(text, 0, _HEAD)]
    found.extend(_AT_END.finditer(text, max(0, end - _TAIL), end))
    for match in found:
        if not _BESIDE_TAG.search(text, max(0, match.start() - _BESIDE), match.start()):
            yield ClueKind.TAG, match[1], Span(*match.span(1))


def _tellings(text: str) -> _Found:
    for form in _TOLD:
        for found in form.finditer(text):
            yield ClueKind.TOLD, found[1], Span(*found.span(1))


def _outlet(article: Article) -> _Found:
    """The outlet itself, if it is an agency."""
    for name in (article.outlet, article.publisher):
        if name and folded(name) in _KNOWN:
            yield ClueKind.OUTLET, name, None
