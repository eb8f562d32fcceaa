"""What kind of body a name is of, by its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from sayso.attribution import SourceKind
from sayso.resolve import gazetteer as known
from sayso.resolve import words as w

_BY_HEAD: tuple[tuple[frozenset[str], SourceKind], ...] = (
    (w.MONITOR_BODIES, SourceKind.MONITOR_OR_NGO),
    (w.MEDICAL_BODIES, SourceKind.MEDICAL),
    (w.ARMED_BODIES, SourceKind.ARMED_GROUP),
    (w.MEDIA_BODIES, SourceKind.MEDIA),
    (w.STATE_BODIES, SourceKind.OFFICIAL),
    (w.POLITICAL_BODIES, SourceKind.POLITICAL_GROUP),
    (w.EXPERT_BODIES, SourceKind.EXPERT),
    (w.INTERNATIONAL_BODIES, SourceKind.INTERNATIONAL_BODY),
)


def kind_of_body(bases: Sequence[str]) -> SourceKind | None:
    """The kind of a body by the words of its name, lower case, in order; ``None`` where none of them tells.

    Example:
        >>> kind_of_body(["harbour", "workers", "party"]), kind_of_body(["ministry", "of", "health"])
        (<SourceKind.POLITICAL_GROUP: 'political_group'>, <SourceKind.OFFICIAL: 'official'>)
    """
    if not bases:
        return None
    for pair in pairwise(bases):
        if pair in known.KNOWN_PAIRS:
            return known.KNOWN_PAIRS[pair]
    core = bases[: next((at for at, base in enumerate(bases) if at and base in ("of", "for")), len(bases))]
    for rule in _SPECIAL:
        if kind := rule(bases, core, w.lemma(core[-1])):
            return kind
    return _by_head(core) or (SourceKind.MONITOR_OR_NGO if {"human", "rights"} <= {*bases} else None)


def _by_head(core: Sequence[str]) -> SourceKind | None:
    """The kind that the last telling word says."""
    for base in reversed(core):
        for heads, kind in _BY_HEAD:
            if base in heads or w.lemma(base) in heads:
                return kind
        if base in known.KNOWN:
            return known.KNOWN[base]
    return None


# Names of which the head alone would mislead. Each rule takes all words, those before "of", and the head.


def _armed_or_world(bases: Sequence[str], core: Sequence[str], head: str) -> SourceKind | None:
    led = head in ("command", "council", "leadership")
    if led and any(known.KNOWN.get(base) is SourceKind.ARMED_GROUP for base in core):
        return SourceKind.ARMED_GROUP
    if core[0] in known.ARMED_OPENERS or (head == "army" and ("free" in core or "of" in bases)):
        return SourceKind.ARMED_GROUP
    world = len(core) > 1 and core[0] in ("international", "world") and head not in w.MEDIA_BODIES
    return SourceKind.INTERNATIONAL_BODY if world or "u.n" in bases else None


def _forces(bases: Sequence[str], core: Sequence[str], head: str) -> SourceKind | None:
    """Forces of a people or a service are a state's, other ones are not; a wing is of what its body is."""
    if head in w.PARTS_OF_BODIES and (name := next((base for base in core if base in known.KNOWN), None)):
        return known.KNOWN[name]
    if head not in ("forces", "unit", "brigade"):
        return None
    if len(core) == 1 and len(bases) > 2:
        # "Units of the Inland army"
        return kind_of_body(bases[2 + (bases[2] == "the") :])
    peoples = {*core[:-1]} <= (known.DEMONYMS | known.PLACES) - known.STATELESS - known.PARTIES
    return SourceKind.OFFICIAL if w.STATE_FORCES & {*core} or (peoples and core[:-1]) else SourceKind.ARMED_GROUP


def _coalition(_: Sequence[str], core: Sequence[str], head: str) -> SourceKind | None:
    """A coalition without a name is one of states at war; those of parties say so."""
    parties = w.PARTISAN | {"political", "party", "parties"}
    led = any(base.endswith("-led") for base in core)
    others = {*core[:-1]} - {"the", "international", "military", "global"}
    return SourceKind.OFFICIAL if head == "coalition" and (led or not others) and not parties & {*core} else None


def _council(bases: Sequence[str], core: Sequence[str], head: str) -> SourceKind | None:
    if head not in ("committee", "commission", "council") or len(core) < 2:
        return None
    if {"senate", "house", "congressional", "parliamentary"} & {*bases} or (
        head == "council" and w.GOVERNING & {*core}
    ):
        return SourceKind.OFFICIAL
    return SourceKind.POLITICAL_GROUP if w.PARTISAN & {*core} else SourceKind.MONITOR_OR_NGO


def _centre(_: Sequence[str], core: Sequence[str], head: str) -> SourceKind | None:
    if head not in ("center", "centre", "network") or "media" in core:
        return None
    return SourceKind.OFFICIAL if w.COMMANDING & {*core} else SourceKind.MONITOR_OR_NGO


def _group(_: Sequence[str], core: Sequence[str], head: str) -> SourceKind | None:
    """A word that can be any body is what its modifiers say: "a rights group", "rebel factions", "news agency"."""
    if head == "agency" and w.OF_NEWS & {*core}:
        return SourceKind.MEDIA
    if head not in w.LOOSE_BODIES:
        return None
    return next((kind for modifiers, kind in _BY_MODIFIER if modifiers & {*core}), None)


_BY_MODIFIER: tuple[tuple[frozenset[str], SourceKind], ...] = (
    (frozenset({"rights", "aid", "relief", "humanitarian", "monitoring", "charity"}), SourceKind.MONITOR_OR_NGO),
    (frozenset({"activist"}), SourceKind.MONITOR_OR_NGO),
    (w.ARMED_MODIFIERS | {"armed", "terrorist", "extremist"}, SourceKind.ARMED_GROUP),
    (frozenset({"media", "news"}), SourceKind.MEDIA),
    (frozenset({"opposition", "political"}), SourceKind.POLITICAL_GROUP),
)
_Rule = Callable[[Sequence[str], Sequence[str], str], SourceKind | None]
_SPECIAL: tuple[_Rule, ...] = (_armed_or_world, _forces, _coalition, _group, _council, _centre)
