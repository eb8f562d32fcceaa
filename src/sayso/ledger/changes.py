"""What became of an article's attributions from one version to the next: "claimed became said"."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from enum import StrEnum

from sayso.article import Article
from sayso.attribution import Attribution
from sayso.show.words import joined, one_line

_WORD = re.compile(r"\w+")
_LEAST_SHARED = 0.5
"""Share of words that two contents have in common, below which they are two statements."""
_FIELDS = ("source_name", "source_kind", "via", "certainty", "cue_stance", "act", "quotation")


class Kind(StrEnum):
    """What happened to an attribution."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """One change of one attribution.

    ``attribution`` is its name, of a removed one the old name. ``field`` is a field of
    :class:`sayso.attribution.Attribution`; of an added or removed one it is ``attribution``, and the words are those of
    the whole. ``before`` and ``after`` are ``None`` where there was nothing.
    """

    kind: Kind
    attribution: str
    field: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        if self.kind is not Kind.CHANGED:
            return f"attribution {self.kind}: {self.before or self.after}"
        return f"{self.field}: {_quoted(self.before)} became {_quoted(self.after)}"


def changes(old: Article, new: Article) -> list[Change]:
    """The changes from *old* to *new*, those of the new article in its order, then what was removed.

    Two attributions are versions of one where they have the same name, or else where their contents share the most
    words, and at least half of them.
    """
    was, now = old.attributions or (), new.attributions or ()
    partners = _partners(was, now, old.text, new.text)
    found: list[Change] = []
    for each in now:
        before = partners.get(each.id)
        if before is None:
            found.append(Change(Kind.ADDED, each.id, "attribution", None, _whole(each, new.text)))
        else:
            found += _changed(before, each, old.text, new.text)
    kept = {each.id for each in partners.values()}
    gone = (each for each in was if each.id not in kept)
    return [*found, *(Change(Kind.REMOVED, each.id, "attribution", _whole(each, old.text), None) for each in gone)]


def _partners(
    was: Sequence[Attribution], now: Sequence[Attribution], old_text: str, new_text: str
) -> dict[str, Attribution]:
    """The earlier form of each attribution that has one, by the name of the later."""
    by_name = {each.id: each for each in was}
    found = {each.id: by_name[each.id] for each in now if each.id in by_name}
    left = [each for each in was if each.id not in found]
    likeness = [
        (_shared(one, other, old_text, new_text), one, other) for one in left for other in now if other.id not in found
    ]
    taken: set[str] = set()
    for share, one, other in sorted(likeness, key=lambda each: -each[0]):
        if share >= _LEAST_SHARED and one.id not in taken and other.id not in found:
            found[other.id] = one
            taken.add(one.id)
    return found


def _shared(one: Attribution, other: Attribution, old_text: str, new_text: str) -> float:
    a, b = (
        set(_WORD.findall(joined(each.content, text).casefold())) for each, text in ((one, old_text), (other, new_text))
    )
    return len(a & b) / len(a | b) if a | b else 0.0


def _changed(before: Attribution, after: Attribution, old_text: str, new_text: str) -> list[Change]:
    pairs = [
        (role, one_line(joined(getattr(before, role), old_text)), one_line(joined(getattr(after, role), new_text)))
        for role in ("source", "cue", "content")
    ]
    pairs += [(field, getattr(before, field), getattr(after, field)) for field in _FIELDS]
    return [
        Change(Kind.CHANGED, after.id, field, one or None, other or None)
        for field, one, other in pairs
        if (one or None) != (other or None)
    ]


def _whole(attribution: Attribution, text: str) -> str:
    parts = (joined(part, text) for part in (attribution.source, attribution.cue, attribution.content))
    return one_line(" | ".join(part or "—" for part in parts))


def _quoted(words: str | None) -> str:
    return f"“{words}”" if words else "nothing"
