"""What a pile of articles has in common: events, copies, claims and links, origins, figures, quotations."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.article import Article
from sayso.claim import Basis, Claim, Copy, CopyKind, Event, Judgement, JudgementKind, Link
from sayso.compare.basis import standing_of
from sayso.compare.claims import claims_in
from sayso.compare.components import grouped
from sayso.compare.copies import copies
from sayso.compare.copies.quotations import ReusedQuotation, reused_quotations
from sayso.compare.events import event_of, events
from sayso.compare.figure_sheet import Row, figure_sheet
from sayso.compare.owners import Owner

__all__ = ["ComparedEvent", "Comparison", "compare"]


@dataclasses.dataclass(frozen=True, slots=True)
class ComparedEvent:
    """What the articles on one incident have in common.

    ``basis`` is that of all their attributions. ``copies`` are pairs of them, ``quotations`` those in several of them,
    ``figures`` the sheet of what is counted.
    """

    event: Event
    basis: Basis
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    copies: tuple[Copy, ...]
    quotations: tuple[ReusedQuotation, ...]
    figures: tuple[Row, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Comparison:
    """The articles in the order given, and their events: those of most articles first, last those of a single one.

    ``across`` are copies between articles on different events. All of it is by machine; people's judgements are in it.
    """

    articles: tuple[Article, ...]
    events: tuple[ComparedEvent, ...]
    across: tuple[Copy, ...]

    @property
    def alone(self) -> tuple[str, ...]:
        """The ids of the articles that are the only ones on their event."""
        return tuple(each.event.articles[0] for each in self.events if len(each.event.articles) == 1)


def compare(
    articles: Iterable[Article],
    *,
    owners: Mapping[str, Owner] | None = None,
    judgements: Sequence[Judgement] = (),
    one_event: bool = False,
) -> Comparison:
    """Compare articles with each other, event by event. Time grows with their number, not with its square.

    Args:
        articles: Read and attributed (:func:`sayso.read`); the ids of all their attributions differ.
        owners: Who stands behind outlets, see :func:`sayso.compare.owners.read_owners`; built in if left out.
        judgements: What people decided on statements; it wins over the machine.
        one_event: Take all as articles on one event, whatever their words.

    Returns:
        No events for no articles. Claims are called ``e1.c1``, ``e1.c2`` and so on, by event.

    Example:
        >>> from sayso import read
        >>> rows = ["The blast killed 12 people, a doctor said.", "The blast killed 12 people, the mayor said."]
        >>> [found] = compare(read(*rows), one_event=True).events
        >>> [(claim.id, claim.gist, claim.origins) for claim in found.claims]
        [('e1.c1', 'The blast killed 12 people', ('doctor', 'mayor'))]
    """
    given = tuple(articles)
    copied = copies(given)
    found = [event_of(given)] if one_event and given else _events(given, copied, judgements)
    event_of_article = {name: number for number, event in enumerate(found) for name in event.articles}
    inside: defaultdict[int, list[Copy]] = defaultdict(list)
    across: list[Copy] = []
    for copy in copied:
        number = event_of_article[copy.a]
        (inside[number] if number == event_of_article[copy.b] else across).append(copy)
    by_id = {article.id: article for article in given}
    compared = [
        _compared(f"e{number + 1}", event, [by_id[name] for name in event.articles], inside[number], owners, judgements)
        for number, event in enumerate(found)
    ]
    return Comparison(given, tuple(compared), tuple(across))


def _events(articles: Sequence[Article], copied: Iterable[Copy], judgements: Iterable[Judgement]) -> list[Event]:
    """The events, largest first. One text is on one event, and so are two statements that a person linked."""
    found = events(articles)
    by_id = {article.id: article for article in articles}
    apart = [*found.events, *(event_of([by_id[name]]) for name in found.alone)]
    of = {name: number for number, event in enumerate(apart) for name in event.articles}
    pairs = [(of[copy.a], of[copy.b]) for copy in copied if copy.kind is CopyKind.SAME_TEXT]
    said = {each.id: of[article.id] for article in articles for each in article.attributions or ()}
    pairs += [
        (said[each.attribution], said[each.other])
        for each in judgements
        if each.kind in (JudgementKind.SAME, JudgementKind.DISPUTES) and each.attribution in said and each.other in said
    ]
    places = {article.id: at for at, article in enumerate(articles)}
    joined = []
    for group in grouped(len(apart), pairs):
        names = sorted((name for number in group for name in apart[number].articles), key=places.__getitem__)
        joined.append(event_of([by_id[name] for name in names]) if len(group) > 1 else apart[group[0]])
    return sorted(joined, key=lambda event: -len(event.articles))


def _compared(  # noqa: PLR0913, PLR0917 - what the parts of a comparison are made from
    name: str,
    event: Event,
    articles: Sequence[Article],
    copied: Sequence[Copy],
    owners: Mapping[str, Owner] | None,
    judgements: Sequence[Judgement],
) -> ComparedEvent:
    standing = standing_of(articles, copied, owners=owners, judgements=judgements)
    claims = claims_in(standing, judgements=judgements)
    return ComparedEvent(
        event=event,
        basis=standing.basis_of(standing.statements),
        claims=tuple(dataclasses.replace(claim, id=f"{name}.{claim.id}") for claim in claims.claims),
        links=tuple(
            dataclasses.replace(link, from_=f"{name}.{link.from_}", to=f"{name}.{link.to}") for link in claims.links
        ),
        copies=tuple(copied),
        quotations=tuple(reused_quotations(articles)),
        figures=tuple(figure_sheet(standing)),
    )
