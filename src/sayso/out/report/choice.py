"""What a report is about: events, claims and articles that somebody named."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from sayso.claim import Claim
from sayso.compare import ComparedEvent, Comparison


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """Names of events (``e1``), claims (``e1.c2``) and articles, as they were given."""

    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()

    @property
    def compared(self) -> tuple[str, ...]:
        """Those that a comparison has given their names."""
        return (*self.events, *self.claims)


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """An event of a comparison, and those of its claims that a report shows.

    ``whole`` where the event itself was asked for. ``name`` is what the comparison calls it.
    """

    name: str
    event: ComparedEvent
    claims: tuple[Claim, ...]
    whole: bool


def comparison_number(asked: Asked) -> int | None:
    """The comparison that names like ``3.e1.c2`` are of; ``None`` where none of them has a number.

    Raises:
        ValueError: They are of several comparisons.

    Example:
        >>> comparison_number(Asked(claims=("3.e1.c2",))), comparison_number(Asked(events=("e1",)))
        (3, None)
    """
    numbers = {int(first) for name in asked.compared if (first := name.partition(".")[0]).isdecimal()}
    if len(numbers) > 1:
        raise ValueError(f"found names of comparisons {', '.join(map(str, sorted(numbers)))}; wanted those of one")
    return next(iter(numbers), None)


def parts_of(comparison: Comparison, asked: Asked, missing: Callable[[str], Exception]) -> list[Part]:
    """The events that were asked for, in the order of the comparison, each with its claims.

    Of a whole event these are the claims of several articles and those that a link leads to or from; a claim that was
    asked for by name is shown whatever it is.

    Args:
        comparison: The comparison.
        asked: What was asked for.
        missing: Makes the error for a name that the comparison does not have.
    """
    events = {f"e{number}": event for number, event in enumerate(comparison.events, start=1)}
    wanted_events = [_bare(name, events, missing) for name in asked.events]
    claims = {claim.id: claim for event in events.values() for claim in event.claims}
    wanted_claims = [_bare(name, claims, missing) for name in asked.claims]
    found = []
    for name, event in events.items():
        whole = name in wanted_events
        shown = tuple(each for each in event.claims if each.id in wanted_claims or (whole and is_shared(event, each)))
        if whole or shown:
            found.append(Part(name, event, shown, whole))
    return found


def is_shared(event: ComparedEvent, claim: Claim) -> bool:
    """Whether several articles make a claim, or another is linked to it."""
    return len(claim.basis.articles) > 1 or any(claim.id in (link.from_, link.to) for link in event.links)


def cited_in(part: Part) -> list[str]:
    """The articles whose words a part shows, in the order of its event: all of a whole event."""
    if part.whole:
        return list(part.event.event.articles)
    named = {name for claim in part.claims for name in claim.basis.articles}
    named |= {each.article for claim in part.claims for each in claim.own_voice}
    ids = {claim.id for claim in part.claims}
    for link in part.event.links:
        if link.from_ in ids or link.to in ids:
            named |= {because.article for because in link.because}
    return [name for name in part.event.event.articles if name in named]


def _bare(name: str, known: dict[str, object] | dict[str, ComparedEvent] | dict[str, Claim],
          missing: Callable[[str], Exception]) -> str:  # fmt: skip
    first, _, rest = name.partition(".")
    bare = rest if first.isdecimal() else name
    if bare not in known:
        raise missing(name)
    return bare


def several(parts: Sequence[Part]) -> list[str]:
    """The articles of all parts, each once."""
    return list(dict.fromkeys(name for part in parts for name in cited_in(part)))
