"""A comparison as one HTML file: for each event its numbers, timeline, claims by outlets, disputes and figures."""

from __future__ import annotations

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TextIO

from sayso.article import Article, Span
from sayso.claim import Claim, Link, Relation
from sayso.compare import ComparedEvent, Comparison
from sayso.show import compared
from sayso.show.compared import Compared, Said, outlet_of
from sayso.show.html import page_of
from sayso.show.words import counted, joined

_MATRIX = 25
"""Claims in the table of claims by outlets: those that most articles carry."""
_AROUND = 140
"""Characters of context before and after the words of a statement."""
_ROW = 22
_WIDTH = 640
_LEFT = 60
"""Of the timeline: the height of a row, the width, the room for the labels of its rows."""


@dataclasses.dataclass(frozen=True, slots=True)
class Text:
    """Articles that are one text, by date; ``origin`` is whose it is, ``None`` where nobody says."""

    number: int
    articles: tuple[Article, ...]
    origin: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class Dot:
    """An article on the timeline."""

    article: Article
    x: int
    y: int


@dataclasses.dataclass(frozen=True, slots=True)
class Timeline:
    """Dots by day and text, and the days at both ends; ``height`` and places in pixels."""

    dots: tuple[Dot, ...]
    texts: tuple[tuple[Text, int], ...]
    first: str
    last: str
    height: int


@dataclasses.dataclass(frozen=True, slots=True)
class View:
    """An event as the page shows it; ``text_of`` has the text of each article by its id."""

    name: str
    event: ComparedEvent
    heading: str
    texts: tuple[Text, ...]
    text_of: Mapping[str, Text]
    outlets: tuple[str, ...]
    matrix: tuple[Claim, ...]
    claims: tuple[Claim, ...]
    timeline: Timeline | None
    known: Compared

    def row(self, claim: Claim) -> list[Said | None]:
        """The first statement of a claim in each of the outlets, an attributed one where there is any."""
        first: dict[str, Said] = {}
        for said in sorted(self.known.statements(claim), key=lambda each: each.attribution is None):
            first.setdefault(outlet_of(said.article), said)
        return [first.get(outlet) for outlet in self.outlets]

    def is_copy(self, article: Article) -> bool:
        """Whether another article has had the same text before."""
        return self.text_of[article.id].articles[0].id != article.id

    def folded(self, claim: Claim) -> list[tuple[Text, list[Said], list[Said]]]:
        """The statements of a claim by text: those of the first article that has them, and those of its copies."""
        by_text: defaultdict[int, list[Said]] = defaultdict(list)
        for said in self.known.statements(claim):
            by_text[self.text_of[said.article.id].number].append(said)
        found = []
        for number, group in sorted(by_text.items()):
            first = group[0].article.id
            copies = [each for each in group if each.article.id != first]
            found.append((self.texts[number - 1], [each for each in group if each.article.id == first], copies))
        return found

    def links(self, relation: str) -> list[Link]:
        """The links of one relation, disputes of the most articles first."""
        if relation == Relation.DISPUTES.value:
            return compared.disputes(self.event)
        return [link for link in self.event.links if link.relation.value == relation]

    def disputed_by(self, claim: Claim) -> list[Claim]:
        """The claims that dispute *claim* or that it disputes."""
        ends = [(link.from_, link.to) for link in compared.disputes(self.event) if claim.id in (link.from_, link.to)]
        others = {name for pair in ends for name in pair} - {claim.id}
        return [each for each in self.event.claims if each.id in others]


def write_comparison_page(comparison: Comparison, out: TextIO) -> None:
    """Write a comparison as one self-contained page, which asks no host for anything. *out* is UTF-8.

    An event has the anchor ``e1``, a claim ``e1.c1``, a statement in it that and the id of its attribution.
    """
    known = Compared(comparison)
    several = [
        view_of(f"e{number}", event, known)
        for number, event in enumerate(comparison.events, start=1)
        if len(event.event.articles) > 1
    ]
    values = {
        "comparison": comparison,
        "events": several,
        "alone": [known.articles[name] for name in comparison.alone],
        "compared": compared,
        "counted": counted,
        "excerpt": excerpt,
        "joined": joined,
        "not_read": known.not_read,
        "outlet_of": outlet_of,
    }
    for chunk in page_of("comparison.html.jinja", ["page.css", "comparison.css"], values):
        out.write(chunk)


def view_of(name: str, event: ComparedEvent, known: Compared) -> View:
    """An event as a page shows it, with the claims of several articles and those that are linked."""
    texts = _texts(event, known)
    carried = [claim for claim in event.claims if len(claim.basis.articles) > 1]
    linked = {end for link in event.links for end in (link.from_, link.to)}
    shown = [claim for claim in event.claims if len(claim.basis.articles) > 1 or claim.id in linked]
    return View(
        name=name,
        event=event,
        heading=known.heading(event.event),
        texts=texts,
        text_of={article.id: text for text in texts for article in text.articles},
        outlets=tuple(dict.fromkeys(outlet_of(each) for text in texts for each in text.articles)),
        matrix=tuple(carried[:_MATRIX]),
        claims=tuple(shown),
        timeline=_timeline(texts),
        known=known,
    )


def _texts(event: ComparedEvent, known: Compared) -> tuple[Text, ...]:
    """The texts of an event, the first to appear first."""
    groups = []
    listed = {name for articles in event.basis.texts.values() for name in articles}
    single = [(name,) for name in event.event.articles if name not in listed]
    for names in (*event.basis.texts.values(), *single):
        articles = sorted((known.articles[name] for name in names), key=_date)
        groups.append((articles, compared.text_origin(event, names)))
    groups.sort(key=lambda group: _date(group[0][0]))
    return tuple(Text(number, tuple(articles), origin) for number, (articles, origin) in enumerate(groups, start=1))


def _date(article: Article) -> str:
    return article.date or "9999"


def _timeline(texts: Sequence[Text]) -> Timeline | None:
    """Where each dated article stands; ``None`` unless there are two days."""
    days = [day for text in texts for article in text.articles if (day := _day(article))]
    if len(set(days)) < 2:
        return None
    first, last = min(days), max(days)
    rows = [text for text in texts if any(_day(article) for article in text.articles)]
    return Timeline(
        dots=tuple(_dots(rows, first, last)),
        texts=tuple((text, _ROW * row + _ROW) for row, text in enumerate(rows)),
        first=first.isoformat(),
        last=last.isoformat(),
        height=_ROW * (len(rows) + 2),
    )


def _dots(rows: Sequence[Text], first: datetime.date, last: datetime.date) -> Iterator[Dot]:
    for row, text in enumerate(rows):
        beside: dict[datetime.date, int] = {}
        for article in text.articles:
            if day := _day(article):
                # Articles of one day stand beside each other, each to be seen.
                x = _LEFT + (_WIDTH - 2 * _LEFT) * (day - first).days // (last - first).days
                yield Dot(article, x + 7 * beside.setdefault(day, 0), _ROW * row + _ROW)
                beside[day] += 1


def _day(article: Article) -> datetime.date | None:
    whole = article.date and len(article.date) == len("2026-05-12")
    return datetime.date.fromisoformat(article.date) if article.date and whole else None


def excerpt(article: Article, spans: Sequence[Span]) -> list[tuple[str, bool]]:
    """The words of *spans* among the words around them, in order; true for those that are meant.

    Example:
        >>> excerpt(Article("1", "The quay is shut, she said."), [Span(0, 16)])
        [('The quay is shut', True), (', she said.', False)]
    """
    text = article.text
    start, end = _from(text, spans[0].start), _to(text, spans[-1].end)
    parts = [("… ", False)] if text[:start].strip() else []
    at = start
    for span in spans:
        parts += [(text[at : span.start], False), (span.of(text), True)]
        at = span.end
    parts += [(text[at:end], False), (" …" if text[end:].strip() else "", False)]
    return [(words, meant) for words, meant in parts if words]


def _from(text: str, start: int) -> int:
    """Where context before *start* begins: at its paragraph, or at a word some way back."""
    earliest = max(text.rfind("\n", 0, start) + 1, start - _AROUND, 0)
    if earliest == start - _AROUND:
        space = text.find(" ", earliest, start)
        earliest = space + 1 if space >= 0 else start
    return earliest


def _to(text: str, end: int) -> int:
    line_end = text.find("\n", end)
    latest = min(len(text) if line_end < 0 else line_end, end + _AROUND)
    if latest == end + _AROUND:
        space = text.rfind(" ", end, latest)
        latest = space if space >= 0 else end
    return latest
