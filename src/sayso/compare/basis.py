"""On what statements of several articles rest: articles, publishers, texts, upstream sources, and what is unknown."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.article import Article
from sayso.claim import Basis, Copy, CopyKind, Judgement, JudgementKind
from sayso.compare.components import grouped
from sayso.compare.origins import origins_of
from sayso.compare.owners import Owner, built_in_owners, outlet_key
from sayso.compare.sides import Sides, sides_in
from sayso.compare.statements import Statement, statements_of


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the articles of one event before anything in them is compared.

    ``statements`` are what they say. ``texts`` has for each article the id of the first one with the same text,
    ``named`` for attributions the upstream source that a person named.
    """

    statements: tuple[Statement, ...]
    sides: Sides
    owners: Mapping[str, Owner]
    texts: Mapping[str, str]
    named: Mapping[str, str]

    def basis_of(self, members: Sequence[Statement]) -> Basis:
        """The basis of what *members* say; nothing behind no members."""
        publishers: defaultdict[str, list[str]] = defaultdict(list)
        texts: defaultdict[str, list[str]] = defaultdict(list)
        articles = {member.article.id: member.article for member in members}
        for name, article in articles.items():
            publishers[_publisher(article, self.owners)].append(name)
            texts[self.texts[name]].append(name)
        origins = origins_of(members, self.sides, self.owners, self.named)
        led = {name for origin in origins for name in origin.attributions}
        attributed = [member.attribution.id for member in members if member.attribution]
        return Basis(
            articles=tuple(articles),
            publishers={name: tuple(ids) for name, ids in publishers.items()},
            texts={name: tuple(ids) for name, ids in texts.items()},
            origins=origins,
            unattributed=tuple(name for name in attributed if name not in led),
        )


def standing_of(
    articles: Sequence[Article],
    copies: Iterable[Copy] = (),
    *,
    owners: Mapping[str, Owner] | None = None,
    judgements: Iterable[Judgement] = (),
) -> Standing:
    """What is known of the articles of one event.

    Args:
        articles: Read and attributed, on one event; the ids of all their attributions differ.
        copies: Which of them are one text.
        owners: Who stands behind outlets, see :func:`sayso.compare.owners.read_owners`; built in if left out.
        judgements: What people decided; those on the origin of a statement count here.
    """
    named = {each.attribution: each.other for each in judgements if each.kind is JudgementKind.ORIGIN}
    known = built_in_owners() if owners is None else owners
    return Standing(tuple(statements_of(articles)), sides_in(articles), known, _text_of(articles, copies), named)


def _publisher(article: Article, owners: Mapping[str, Owner]) -> str:
    name = article.outlet or article.publisher or article.id
    owner = owners.get(outlet_key(name))
    return owner.family if owner else name


def _text_of(articles: Sequence[Article], copies: Iterable[Copy]) -> dict[str, str]:
    """The id of the first article with the same text, by article."""
    places = {article.id: at for at, article in enumerate(articles)}
    pairs = (
        (places[copy.a], places[copy.b])
        for copy in copies
        if copy.kind is CopyKind.SAME_TEXT and copy.a in places and copy.b in places
    )
    groups = grouped(len(articles), pairs)
    return {articles[one].id: articles[group[0]].id for group in groups for one in group}
