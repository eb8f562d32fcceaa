"""Whom an outlet quotes: in "Meridian Wire quoted a guard as saying" the guard is the source, the outlet passes it on.

Readers of PolNeAR mark the outlet there, so the network finds the outlet.
"""

from __future__ import annotations

import dataclasses

from sayso.article import Span
from sayso.attribution import Attribution
from sayso.resolve import words as w
from sayso.resolve.mentions import Range
from sayso.resolve.outlets import is_pronoun, object_at, outlet_in
from sayso.resolve.reading import Reading

_LONGEST = 14
"""Most words of whom an outlet quotes."""


def with_quoted_speakers(reading: Reading) -> tuple[Attribution, ...]:
    """The attributions, the source of each being whom it quotes if it quotes somebody."""
    return tuple(
        dataclasses.replace(attribution, source=(quoted,)) if (quoted := _quoted(reading, index)) else attribution
        for index, attribution in enumerate(reading.attributions)
    )


def _quoted(reading: Reading, index: int) -> Span | None:
    source, cue = reading.sources[index], reading.cue(index)
    if not source or not cue or source.stop > cue[0] or reading.attributions[index].source_kind:
        return None
    after = cue[-1] + 1
    for at in (*cue, after, after + 1):
        if at + 1 < len(reading.tokens) and _cites(reading, at):
            found = _before_as_saying(reading, at + 1) or _cited_by_outlet(reading, source, at + 1)
            return reading.words.span(*found) if found and not is_pronoun(reading, found) else None
    return None


def _cites(reading: Reading, at: int) -> bool:
    """Whether a token is a form of "quote" or "cite" that is no passive."""
    return reading.tokens[at].base in w.CITES and reading.tokens[at - 1].base not in w.PASSIVE


def _before_as_saying(reading: Reading, first: int) -> Range | None:
    """Who stands between "quoted" and "as saying", whoever quotes."""
    tokens = reading.tokens
    for at in range(first + 1, min(len(tokens) - 1, first + _LONGEST)):
        if tokens[at].sentence != tokens[first].sentence:
            return None
        if tokens[at].base == "as" and tokens[at + 1].base.endswith("ing"):
            return first, at
    return None


def _cited_by_outlet(reading: Reading, source: range, first: int) -> Range | None:
    """The people whom an outlet cites; a monitor that cites doctors speaks for itself."""
    found = object_at(reading, first)
    people = found and any(w.lemma(base) in w.PEOPLE for base in reading.words.bases(*found))
    return found if people and outlet_in(reading, (source.start, source.stop)) else None
