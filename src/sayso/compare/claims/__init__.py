"""From articles on one event to what they claim, who says so, where it comes from, and what disputes it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from sayso.article import Article, Span
from sayso.claim import Claim, Copy, CopyKind, Link, OwnVoice
from sayso.compare.claims.assertions import Kind, assertions_of
from sayso.compare.claims.groups import Group, groups_of
from sayso.compare.claims.links import Found, links_of
from sayso.compare.claims.propositions import Statement, propositions_of, statements_of
from sayso.compare.claims.sides import Sides, sides_in
from sayso.compare.origins import origins_of
from sayso.compare.owners import Owner, built_in_owners, outlet_key


@dataclasses.dataclass(frozen=True, slots=True)
class Claims:
    """The claims of one event, those with most articles first, and the links between them."""

    claims: tuple[Claim, ...]
    links: tuple[Link, ...]


def claims_in(
    articles: Sequence[Article], copies: Iterable[Copy] = (), *, owners: Mapping[str, Owner] | None = None
) -> Claims:
    """What several statements of the articles claim, and single claims that dispute or update another.

    Args:
        articles: Read and attributed, on one event; the ids of all their attributions differ.
        copies: Which of them are one text.
        owners: Who stands behind outlets, see :func:`sayso.compare.owners.read_owners`; built in if left out.

    Returns:
        Claims with two statements or more, or with a link. None for no articles. A statement that asserts several
        things is in several claims.

    Example:
        >>> from sayso import read
        >>> rows = ["The blast killed 12 people, a doctor said.", "The blast killed 12 people, the mayor said."]
        >>> articles = [dataclasses.replace(a, outlet=name) for a, name in zip(read(*rows), "AB", strict=True)]
        >>> [(claim.gist, claim.origins, claim.publishers) for claim in claims_in(articles).claims]
        [('The blast killed 12 people', ('doctor', 'mayor'), ('A', 'B'))]
    """
    statements = statements_of(articles)
    propositions = propositions_of(statements)
    sides = sides_in(articles)
    groups = groups_of(statements, assertions_of(statements, propositions, sides), propositions)
    links = links_of(statements, groups)
    linked = {index for link in links for index in (link.from_, link.to)}
    kept = [i for i, group in enumerate(groups) if _is_claim(statements, group) or i in linked]
    kept.sort(key=lambda index: -len({statements[s].article.id for s in groups[index].statements}))
    ids = {index: f"c{number}" for number, index in enumerate(kept, start=1)}
    known = built_in_owners() if owners is None else owners
    make = _Maker(statements, sides, known, _text_of(articles, copies))
    return Claims(
        tuple(make.claim(ids[index], groups[index]) for index in kept),
        tuple(_link(link, ids) for link in links),
    )


def _is_claim(statements: Sequence[Statement], group: Group) -> bool:
    """Whether it is worth a line of its own: two statements, one of them attributed, or a count in several articles."""
    members = [statements[index] for index in group.statements]
    attributed = any(member.attribution for member in members)
    several = len({member.article.id for member in members}) > 1
    return len(members) > 1 and (attributed or (group.kind is Kind.FIGURE and several))


def _link(found: Found, ids: Mapping[int, str]) -> Link:
    return Link(ids[found.from_], ids[found.to], found.relation, found.score, found.because)


@dataclasses.dataclass(frozen=True, slots=True)
class _Maker:
    statements: Sequence[Statement]
    sides: Sides
    owners: Mapping[str, Owner]
    texts: Mapping[str, str]

    def claim(self, name: str, group: Group) -> Claim:
        members = [self.statements[index] for index in group.statements]
        articles = tuple(dict.fromkeys(member.article.id for member in members))
        return Claim(
            id=name,
            gist=_gist(self.statements, group),
            attributions=tuple(member.attribution.id for member in members if member.attribution),
            own_voice=tuple(
                OwnVoice(member.article.id, member.spans[0]) for member in members if not member.attribution
            ),
            origins=tuple(origins_of(members, self.sides, self.owners)),
            articles=articles,
            publishers=tuple(dict.fromkeys(_publisher(member.article, self.owners) for member in members)),
            texts=tuple(dict.fromkeys(self.texts[article] for article in articles)),
        )


def _gist(statements: Sequence[Statement], group: Group) -> str:
    """The shortest words of a member that say it whole; attributed ones first."""

    def words(index: int) -> str:
        statement = statements[index]
        if statement.attribution and group.kind in (Kind.BLAME, Kind.DENIAL):
            # What is denied, or whom somebody accuses, is no sentence without who does so.
            parts = (*statement.attribution.source, *statement.attribution.cue, *statement.attribution.content)
            whole = Span(min(part.start for part in parts), max(part.end for part in parts))
            return " ".join(whole.of(statement.article.text).split())
        starts = [member.span.start for member in group.members if member.statement == index]
        span = next((s for s in statement.spans if s.start <= starts[0] < s.end), statement.spans[0])
        return " ".join(span.of(statement.article.text).split())

    attributed = [index for index in group.statements if statements[index].attribution]
    full = [text for index in attributed or group.statements if len((text := words(index)).split()) > 3]
    return min(full, key=len, default=words(group.statements[0]))


def _publisher(article: Article, owners: Mapping[str, Owner]) -> str:
    name = article.outlet or article.publisher or article.id
    owner = owners.get(outlet_key(name))
    return owner.family if owner else name


def _text_of(articles: Sequence[Article], copies: Iterable[Copy]) -> dict[str, str]:
    """The id of the first article with the same text, by article."""
    home = {article.id: article.id for article in articles}

    def first(name: str) -> str:
        while home[name] != name:
            name = home[name]
        return name

    order = {article.id: at for at, article in enumerate(articles)}
    for copy in copies:
        if copy.kind is CopyKind.SAME_TEXT and copy.a in home and copy.b in home:
            a, b = sorted((first(copy.a), first(copy.b)), key=order.__getitem__)
            home[b] = a
    return {name: first(name) for name in home}
