"""What of a ledger goes out in a standard's form, and how much of it there must be."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping

from sayso.claim import Claim, Link
from sayso.errors import NotInLedger
from sayso.ledger import KeptArticle, KeptComparison, Ledger, Verdict, selection
from sayso.ledger.decisions import Decision
from sayso.ledger.makings import Making, makings
from sayso.ledger.selection import Selection


@dataclasses.dataclass(frozen=True, slots=True)
class Chosen:
    """What goes out.

    ``ledger`` is its uid. ``articles`` gives, each time it is called, the articles one by one, with those of their
    attributions that go out: as people left them, without those that they rejected. ``makings`` gives the readings in
    the same way. ``decided`` has the article of each decision, by its number. ``comparison`` is the last one,
    ``claims`` the ids of those of its that go.
    """

    ledger: str
    exported_at: str
    articles: Callable[[], Iterator[KeptArticle]]
    makings: Callable[[], Iterator[Making]]
    decisions: tuple[Decision, ...]
    decided: Mapping[int, str]
    comparison: KeptComparison | None
    claims: frozenset[str]

    def compared(self) -> Iterator[tuple[str, Claim]]:
        """The claims that go, each with the name of its event."""
        for number, event in enumerate(self.comparison.comparison.events if self.comparison else (), start=1):
            yield from ((f"e{number}", claim) for claim in event.claims if claim.id in self.claims)

    def links(self) -> Iterator[Link]:
        """The links between two claims that go."""
        for event in self.comparison.comparison.events if self.comparison else ():
            yield from (link for link in event.links if {link.from_, link.to} <= self.claims)


@dataclasses.dataclass(frozen=True, slots=True)
class Expected:
    """How much must go out, counted by SQLite, and how many statements people rejected, which do not."""

    articles: int
    attributions: int
    readings: int
    decisions: int
    claims: int
    rejected: int

    def of(self, kinds: Mapping[str, int]) -> dict[str, int]:
        """The numbers for the kinds of thing that a form has."""
        return {kind: getattr(self, kind) for kind in kinds if kind in _COUNTED}


_COUNTED = frozenset(field.name for field in dataclasses.fields(Expected))


def choose(ledger: Ledger, picked: Selection, now: str) -> tuple[Chosen, Expected]:
    """What goes out with a selection, in a ledger that stays as it is meanwhile."""
    try:
        comparison = ledger.comparison()
    except NotInLedger:
        comparison = None
    connection = ledger.connection
    (uid,) = connection.execute("SELECT uid FROM ledger").fetchone()
    decided = selection.decided(connection, picked)
    chosen = Chosen(
        ledger=uid,
        exported_at=now,
        articles=lambda: (_with_picked(ledger.article(name), picked) for name in picked.articles),
        makings=lambda: makings(connection, picked.articles),
        decisions=tuple(each for each in ledger.decisions() if each.id in decided),
        decided=decided,
        comparison=comparison,
        claims=selection.claims(connection, comparison.number, picked) if comparison else frozenset(),
    )
    return chosen, _expected(ledger, picked, chosen, frozenset(decided.values()))


def _with_picked(kept: KeptArticle, picked: Selection) -> KeptArticle:
    if picked.own_voice or kept.article.attributions is None:
        return kept
    names = frozenset(picked.statements[kept.id])
    left = tuple(each for each in kept.article.attributions if each.id in names)
    return dataclasses.replace(kept, article=dataclasses.replace(kept.article, attributions=left))


def _expected(ledger: Ledger, picked: Selection, chosen: Chosen, decided: frozenset[str]) -> Expected:
    names = picked.names()
    # Few: only where somebody decided something are there others than SQLite counts.
    touched = [ledger.article(name) for name in sorted(decided & picked.statements.keys())]
    rejected = {
        name
        for kept in touched
        for name, standing in kept.standings.items()
        if standing.verdict is Verdict.REJECTED and name in names
    }
    left = {each.id for kept in touched for each in kept.article.attributions or ()}
    besides = left - names if picked.own_voice else frozenset[str]()
    (readings,) = ledger.connection.execute("SELECT count(*) FROM readings").fetchone()
    if not picked.everything:
        readings = sum(len(ledger.connection.execute(_READINGS, (name,)).fetchall()) for name in picked.articles)
    return Expected(
        articles=len(picked.articles),
        attributions=len(names) - len(rejected) + len(besides),
        readings=readings,
        decisions=len(chosen.decisions),
        claims=len(chosen.claims),
        rejected=len(rejected),
    )


_READINGS = (
    "SELECT r.id FROM readings r JOIN versions v ON v.id = r.version_id JOIN articles a ON a.id = v.article_id"
    " WHERE a.name = ?"
)
