"""What the terminal and the page say of a comparison in the same words."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sayso.article import Article, Span
from sayso.attribute import READ_LANGUAGES
from sayso.attribution import Attribution
from sayso.claim import Basis, Because, Claim, ClueKind, CopyKind, Event, Link, Relation
from sayso.compare import ComparedEvent, Comparison
from sayso.compare.figure_sheet import Row
from sayso.show.basis import who
from sayso.show.words import counted, joined

UNREVIEWED = "machine, unreviewed"
NO_COMMON_SOURCE = "no common source found"
RELATIONS = {Relation.DISPUTES: "disputes", Relation.UPDATES: "updates", Relation.SUPPORTS: "supports"}
_AROUND = re.compile(r"[“\"]([^“”\"]+?),?[”\"]")
COPIES = {CopyKind.SAME_TEXT: "one text", CopyKind.SHARED_PASSAGES: "shared passages"}
CLUES = {
    ClueKind.CREDIT_LINE: "credit line",
    ClueKind.SOURCE_ORGANIZATION: "source organisation in the page’s data",
    ClueKind.DATELINE: "dateline",
    ClueKind.BYLINE: "byline",
    ClueKind.TAG: "agency’s tag",
    ClueKind.TOLD: "told it",
    ClueKind.OUTLET: "the outlet itself",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """A statement with its words: ``attribution`` is ``None``, and ``who`` empty, for an outlet's own voice."""

    article: Article
    attribution: Attribution | None
    spans: Sequence[Span]
    who: str

    @property
    def words(self) -> str:
        """What is said, as it stands in the text."""
        return joined(self.spans, self.article.text)


class Compared:
    """A comparison whose ids can be looked up."""

    def __init__(self, comparison: Comparison) -> None:
        self.articles: Mapping[str, Article] = {article.id: article for article in comparison.articles}
        self._said = {
            each.id: Said(article, each, each.content, who(each, article.text))
            for article in comparison.articles
            for each in article.attributions or ()
        }

    def said(self, attribution: str) -> Said:
        """The statement by the id of its attribution."""
        return self._said[attribution]

    def statements(self, claim: Claim) -> list[Said]:
        """All that assert *claim*, by date, then in the order of the articles; an outlet's own voice too."""
        own = [Said(self.articles[each.article], None, (each.span,), "") for each in claim.own_voice]
        said = [*(self.said(name) for name in claim.attributions), *own]
        return sorted(said, key=lambda each: each.article.date or "9999")

    def heading(self, event: Event) -> str:
        """The headline of the first article that has one, by date; else the weightiest words."""
        first = sorted((self.articles[name] for name in event.articles), key=lambda each: each.date or "9999")
        title = next((article.title for article in first if article.title), None)
        return title or " · ".join(event.words) or "one article"

    @property
    def not_read(self) -> int:
        """How many articles are in a language that is compared as text only."""
        return sum(article.language not in READ_LANGUAGES for article in self.articles.values())

    def outlets(self, articles: Iterable[str]) -> list[str]:
        """The outlets of *articles*, each once, by their ids."""
        return list(dict.fromkeys(outlet_of(self.articles[name]) for name in articles))

    def words(self, because: Because) -> str:
        """The words on which a link rests."""
        return because.span.of(self.articles[because.article].text)

    def sides(self, event: ComparedEvent, link: Link) -> tuple[Claim, Claim]:
        """The claims that *link* goes from and to."""
        by_id = {claim.id: claim for claim in event.claims}
        return by_id[link.from_], by_id[link.to]


def outlet_of(article: Article) -> str:
    """The outlet, else what there is to know the article by."""
    place = Path(article.path).name if article.path else article.id
    return article.outlet or article.publisher or f"{place} (outlet not stated)"


def numbers(basis: Basis) -> str:
    """The four numbers.

    Example:
        >>> numbers(Basis(("a", "b"), {"Post": ("a", "b")}, {"a": ("a", "b")}, (), ("a.1",)))
        '2 articles · 1 publisher · 1 text · 0 upstream sources'
    """
    things = (
        (basis.articles, "article"), (basis.publishers, "publisher"), (basis.texts, "text"),
        (basis.origins, "upstream source"),
    )  # fmt: skip
    return " · ".join(counted(len(rows), thing) for rows, thing in things)


def origins(claim: Claim) -> str:
    """Where a claim comes from, and what is not known of that."""
    named = [origin.name for origin in claim.basis.origins]
    if not named:
        return "source not stated"
    apart = f" ({NO_COMMON_SOURCE})" if len(named) > 1 else ""
    without = len(claim.basis.unattributed) + len(claim.own_voice)
    unknown = f"; {counted(without, 'statement')} without a source" if without else ""
    return f"{'; '.join(named)}{apart}{unknown}"


def quoted(gist: str) -> str:
    """*gist* in quotation marks, without those around it and the comma that went before "she said".

    Example:
        >>> quoted("“We saw nothing,”"), quoted("that “nobody” came.")
        ('“We saw nothing”', '“that “nobody” came.”')
    """
    bare = _AROUND.fullmatch(gist)
    return f"“{bare[1] if bare else gist}”"


def days(event: Event) -> str:
    """From when to when the articles are."""
    return " to ".join(dict.fromkeys(filter(None, (event.first, event.last)))) or "no date stated"


def bounds(row: Row) -> str:
    """A count as a range; "at least" for an open end above, "up to" for one below.

    Example:
        >>> from sayso.attribution import Quantity
        >>> bounds(Row(Quantity.KILLED, None, "mayor", None, None, 12, None, ()))
        'at least 12'
    """
    low, high = (None if end is None else f"{end:,}" for end in (row.low, row.high))
    if low == high:
        return low or "some"
    if low and high:
        return f"{low} to {high}"
    return f"at least {low}" if low else f"up to {high}"


def disputes(event: ComparedEvent) -> list[Link]:
    """The disputes, those between claims of most articles first."""
    size = {claim.id: len(claim.basis.articles) for claim in event.claims}
    found = [link for link in event.links if link.relation is Relation.DISPUTES]
    return sorted(found, key=lambda link: -(size[link.from_] + size[link.to]))


def one_texts(event: ComparedEvent) -> list[tuple[str, ...]]:
    """The articles that are one text, by their ids; texts of one article are left out."""
    return [articles for articles in event.basis.texts.values() if len(articles) > 1]


def text_origin(event: ComparedEvent, articles: Sequence[str]) -> str | None:
    """Whose text several articles are, as most of their pairs have it; ``None`` where nobody says."""
    named = [copy.origin for copy in event.copies if copy.origin and {copy.a, copy.b} <= set(articles)]
    return max(dict.fromkeys(named), key=named.count, default=None)
