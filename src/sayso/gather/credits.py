"""Whose text it is, as the text itself says: dateline, credit line, byline. A missing one proves nothing."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from sayso.article import Credit, Span

_HEAD_LINES = 6
_TAIL_LINES = 4

_AGENCIES = (
    "AAP|AFP|Agence France[- ]Presse|Agencies|Anadolu(?: Agency)?|ANI|ANSA|AP|(?:The )?Associated Press"
    "|Bloomberg(?: News)?|(?:The )?Canadian Press|CNN Wire|Deutsche Presse-Agentur|DPA|dpa|EFE|Fars(?: News Agency)?"
    "|IANS|Interfax|IRNA|ISNA|ITAR-TASS|Jiji Press|KUNA|Kyodo(?: News)?|Ma[’']an News Agency|Mehr News Agency|NNA"
    "|PA Media|Petra|(?:The )?Press Association|Press Trust of India|PTI|QNA|Reuters|RIA Novosti|SANA|Sputnik"
    "|Syrian Arab News Agency|Tasnim(?: News Agency)?|TASS|UPI|United Press International|WAFA|WAM|Xinhua|Yonhap"
)
_CAPITALISED = r"[A-Z][\w’'&.-]*"
# A name that says what it is. People sign letters with a dash too, so a plain name after one is no credit.
_KIND = "(?:News Agency|News Service|Newswire|Press Agency|Wire Service|Wire|Press)"
_AGENCY = rf"(?:{_AGENCIES}|(?:{_CAPITALISED}\s){{0,3}}{_KIND})"

_DASH = r"\s?(?:--|[-–—―])\s"
_DATE = r"[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,?\s\d{4})?"
_PLACE = r"[A-Z][\w’'.-]*(?:[\s/][A-Z][\w’'.-]*){0,4}"
_CITY = r"[A-Z][A-Z’'.-]+(?:[\s/][A-Z][A-Z’'.-]*){0,4}"
_WIRE_OR_DATE = rf"\((?:{_DATE}|(?P<wire>(?!\w+day\))[A-Z][\w’'&.\s/-]{{1,40}}))\)"
_DATELINE = re.compile(
    # PORT ADA (Wire) -, PORT ADA, March 3 (AFP) —, ALEPPO, Syria —: a city in capitals needs no more than a dash …
    rf"(?P<dateline>{_CITY}(?:,\s(?:{_DATE}|{_PLACE})){{0,2}}(?:\s{_WIRE_OR_DATE})?){_DASH}"
    # … any other place, or none, only counts before a name in brackets.
    rf"|(?P<other>(?:{_PLACE}(?:,\s(?:{_DATE}|{_PLACE})){{0,2}}\s)?\((?P<other_wire>{_AGENCY})\)){_DASH}"
)
_NO_CITY = re.compile(
    r"(?:BREAKING|UPDATED?|WATCH|VIDEO|PHOTOS?|LIVE|EXCLUSIVE|OPINION|ANALYSIS|CORRECTION|EDITORIAL|LETTERS?)\b"
)

_BYLINE = re.compile(
    r"(?:By|BY)\s(?P<names>[A-Z][\w’'.-]*(?:,?\s(?:and\s|of\s|in\s)?[A-Z@][\w’'.-]*){0,11})(?:\s*\|\s*.+)?"
)
_LINE_CREDITS = (
    ("byline", re.compile(rf"(?:By|BY)\s(?:.{{1,60}}[|,/(]\s?)?(?P<name>{_AGENCY})\)?")),
    ("source line", re.compile(r"(?:Source|SOURCE|Sources|Credit):\s*(?P<name>[^\s:][^:\n]{0,60}?)[.\s]*")),
    ("credit line", re.compile(rf"(?P<name>{_AGENCY})[.\s]*")),
    ("credit line", re.compile(rf"(?:--|[-–—―])\s?(?P<name>{_AGENCY})[.\s]*")),
    ("credit line", re.compile(rf"\((?P<name>{_AGENCY}|[A-Z]{{2,6}})\)[.\s]*")),
    ("credit line", re.compile(rf"[(\[]?With (?:inputs?|reporting|files) (?:from|by) (?P<name>{_AGENCY})[.)\]\s]*")),
    ("credit line", re.compile(rf"(?P<name>{_AGENCY}) contributed to this (?:report|story|article)[.\s]*")),
)
_TRAILING_CREDIT = re.compile(
    rf"(?<=[.!?”\"’'])\s?(?:\((?P<a>{_AGENCY}|[A-Z]{{2,6}})\)|(?:--|[-–—―])\s?(?P<b>{_AGENCY}))[.\s]*\Z"
)


@dataclasses.dataclass(frozen=True, slots=True)
class Credits:
    """What a text says of its own origin; ``None`` for what it does not. ``found_in`` says where each stands."""

    credit: Credit | None = None
    dateline: str | None = None
    byline: str | None = None
    found_in: dict[str, str] = dataclasses.field(default_factory=dict)


def credits_of(text: str) -> Credits:
    """Dateline, byline and credit in the first six and the last four lines of *text*.

    The credited name is always the words under its span. A name at the end goes before the one in the dateline: papers
    that edit a wire story keep its dateline and say at the end whose text it was.

    Example:
        >>> credits_of("PORT ADA (Wire) - The bridge is closed.").credit
        Credit(name='Wire', span=Span(start=10, end=14))
    """
    lines = list(_lines(text))
    head, tail = lines[:_HEAD_LINES], lines[-_TAIL_LINES:]
    dateline, dateline_credit = _dateline(text, head)
    byline = next((found["names"] for found in _whole(text, head, _BYLINE)), None)
    credit, where = _credit_line(text, [*reversed(tail), *head])
    if credit is None and dateline_credit:
        credit, where = dateline_credit, "dateline"
    values = {"credit": credit and where, "dateline": dateline and "text", "byline": byline and "byline in the text"}
    return Credits(credit, dateline, byline, {key: value for key, value in values.items() if value})


def _lines(text: str) -> Iterator[Span]:
    """The lines of *text* that are not blank, without the space around them."""
    for found in re.finditer(r"[^\s][^\r\n]*", text):
        yield Span(found.start(), found.start() + len(found[0].rstrip()))


def _whole(text: str, lines: list[Span], form: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of *form* with whole *lines*."""
    return (found for line in lines if (found := form.fullmatch(text, line.start, line.end)))


def _dateline(text: str, head: list[Span]) -> tuple[str | None, Credit | None]:
    for line in head:
        found = _DATELINE.match(text, line.start, line.end)
        if found and not _NO_CITY.match(found[0]):
            name = "wire" if found["wire"] else "other_wire"
            dateline = found["dateline"] or found["other"]
            return None if dateline.startswith("(") else dateline, _credit(found, name) if found[name] else None
    return None, None


def _credit_line(text: str, lines: list[Span]) -> tuple[Credit | None, str]:
    for line in lines:
        for where, form in _LINE_CREDITS:
            if found := form.fullmatch(text, line.start, line.end):
                return _credit(found, "name"), where
    if found := _TRAILING_CREDIT.search(text, max(0, len(text.rstrip()) - 60)):
        return _credit(found, "a" if found["a"] else "b"), "end of the text"
    return None, ""


def _credit(found: re.Match[str], name: str) -> Credit:
    return Credit(found[name], Span(*found.span(name)))
