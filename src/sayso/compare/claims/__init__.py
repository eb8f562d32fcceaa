"""From articles on one event to what they claim, who says so, where it comes from, and what disputes it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.article import Span
from sayso.claim import Claim, Judgement, Link, OwnVoice
from sayso.compare.basis import Standing
from sayso.compare.claims.assertions import Kind, assertions_of
from sayso.compare.claims.groups import Group, groups_of
from sayso.compare.claims.judged import groups_judged, links_judged
from sayso.compare.claims.links import links_of
from sayso.compare.claims.propositions import propositions_of
from sayso.compare.statements import Statement
from sayso.figures.people import PEOPLE


@dataclasses.dataclass(frozen=True, slots=True)
class Claims:
    """The claims of one event, those with most articles first, and the links between them."""

    claims: tuple[Claim, ...]
    links: tuple[Link, ...]


def claims_in(standing: Standing, *, judgements: Sequence[Judgement] = ()) -> Claims:
    """What several statements of the articles on one event claim, and single claims that dispute or update another.

    Args:
        standing: What is known of the articles.
        judgements: What people decided, of which the last word on two statements holds; those on other articles are
            passed over.

    Returns:
        Claims with two statements or more, or with a link. None for no articles. A statement that asserts several
        things is in several claims.

    Example:
        >>> from sayso import read
        >>> from sayso.compare.basis import standing_of
        >>> rows = ["The blast killed 12 people, a doctor said.", "The blast killed 12 people, the mayor said."]
        >>> articles = [dataclasses.replace(a, outlet=name) for a, name in zip(read(*rows), "AB", strict=True)]
        >>> found = claims_in(standing_of(articles))
        >>> [(claim.gist, claim.origins, [*claim.basis.publishers]) for claim in found.claims]
        [('The blast killed 12 people', ('doctor', 'mayor'), ['A', 'B'])]
    """
    statements = standing.statements
    propositions = propositions_of(statements)
    groups = groups_of(statements, assertions_of(statements, propositions, standing.sides), propositions)
    groups = groups_judged(statements, groups, judgements)
    links = links_judged(statements, groups, links_of(statements, groups), judgements)
    linked = {index for link in links for index in (link.from_, link.to)}
    kept = [i for i, group in enumerate(groups) if _is_claim(statements, group) or i in linked]
    kept.sort(key=lambda index: -len({statements[s].article.id for s in groups[index].statements}))
    ids = {index: f"c{number}" for number, index in enumerate(kept, start=1)}
    return Claims(
        tuple(_claim(ids[index], statements, groups[index], standing) for index in kept),
        tuple(Link(ids[link.from_], ids[link.to], link.relation, link.score, link.because) for link in links),
    )


def _is_claim(statements: Sequence[Statement], group: Group) -> bool:
    """Whether it is worth a line of its own: two statements, one of them attributed, or a count in several articles."""
    members = [statements[index] for index in group.statements]
    attributed = any(member.attribution for member in members)
    several = len({member.article.id for member in members}) > 1
    return len(members) > 1 and (attributed or (group.kind is Kind.FIGURE and several))


def _claim(name: str, statements: Sequence[Statement], group: Group, standing: Standing) -> Claim:
    members = [statements[index] for index in group.statements]
    return Claim(
        id=name,
        gist=_gist(statements, group),
        about=_about(group),
        attributions=tuple(member.attribution.id for member in members if member.attribution),
        own_voice=tuple(OwnVoice(each.article.id, each.spans[0]) for each in members if not each.attribution),
        basis=standing.basis_of(members),
    )


def _about(group: Group) -> str | None:
    if group.kind is not Kind.FIGURE:
        return None
    quantity, whom, number = group.key
    return f"{quantity}: {number or 'some'}" + (f" ({whom})" if whom and whom != PEOPLE else "")


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
