"""The kinds of mistakes, in the order in which they are asked: a mistake is of the first kind that fits it.

They were chosen after reading some two hundred errors of version 0.1 on the dev part of PolNeAR. ``examples`` has a
text for each.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable

from evaluation import traits
from evaluation.cues import Cue
from evaluation.matching import TYPES, Matched
from evaluation.mistakes import Mistake, alike, mistakes_in
from evaluation.traits import Edge

Fits = Callable[[Mistake], bool]


@dataclasses.dataclass(frozen=True, slots=True)
class Kind:
    """One kind of mistake: its name, and whether a mistake fits it that fits no earlier one."""

    name: str
    fits: Fits


@dataclasses.dataclass(frozen=True, slots=True)
class Counted:
    """How often a kind occurs: errors as the scorer counts them, in all, by side and by type of quotation.

    A statement found with a wrong source or content counts on both sides.
    """

    name: str
    errors: int
    missed: int
    invented: int
    types: dict[str, int]


def kind_of(mistake: Mistake) -> Kind:
    """The first kind that fits; there always is one, since the last of each group fits all that is left of it."""
    return next(kind for kind in KINDS if kind.fits(mistake))


def count(articles: Iterable[Matched]) -> list[Counted]:
    """All kinds that occur, the most frequent first."""
    seen: Counter[tuple[str, str]] = Counter()
    for mistake in (mistake for article in articles for mistake in mistakes_in(article)):
        name = kind_of(mistake).name
        seen.update((name, reading.type) for reading in mistake.readings)
        seen.update((name, side) for side in mistake.sides)
    counted = [
        Counted(
            name=kind.name,
            errors=seen[kind.name, "missed"] + seen[kind.name, "invented"],
            missed=seen[kind.name, "missed"],
            invented=seen[kind.name, "invented"],
            types={quotation: seen[kind.name, quotation] for quotation in TYPES},
        )
        for kind in KINDS
    ]
    return sorted((kind for kind in counted if kind.errors), key=lambda kind: -kind.errors)


def _wrong_source(trait: Fits) -> Fits:
    """The content was found, its source was not; and *trait*."""
    return lambda m: m.gold is not None and m.found is not None and alike(m.gold, m.found) >= 0.5 and trait(m)


def _wrong_content(*edges: Edge, too_long: bool | None = None) -> Fits:
    """The cue was found, its content was not, and the two contents part at one of *edges*."""
    return lambda m: (
        m.gold is not None
        and m.found is not None
        and alike(m.gold, m.found) < 0.5
        and traits.edge(m) in edges
        and too_long in {None, traits.too_long(m)}
    )


def _missed(trait: Fits) -> Fits:
    return lambda m: m.found is None and trait(m)


def _invented(trait: Fits) -> Fits:
    return lambda m: m.gold is None and trait(m)


def _cue(*classes: Cue) -> Fits:
    return lambda m: traits.cue_of(m) in classes


def _no_source(mistake: Mistake) -> bool:
    return not mistake.readings[0].source


def _quoted(mistake: Mistake) -> bool:
    return mistake.readings[0].type != "indirect"


def _any(_: Mistake) -> bool:
    return True


KINDS: tuple[Kind, ...] = (
    Kind("source: exchanged with the cue", _wrong_source(traits.exchanged)),
    Kind("source: the words were read under another cue", _wrong_source(traits.other_cue)),
    Kind("source: left out", _wrong_source(lambda m: not traits.both(m)[1].source)),
    Kind("source: given where readers marked none", _wrong_source(lambda m: not traits.both(m)[0].source)),
    Kind("source: that of a neighbouring statement", _wrong_source(traits.source_of_neighbour)),
    Kind("source: a pronoun for a name, or a name for a pronoun", _wrong_source(traits.pronoun_or_name)),
    Kind("source: other words", _wrong_source(_any)),
    Kind("content too short: the next sentence belongs to it", _wrong_content(Edge.SENTENCE, too_long=False)),
    Kind("content too short: stops before “and”", _wrong_content(Edge.JOINED, too_long=False)),
    Kind("content too short: leaves out an aside or a relative clause", _wrong_content(Edge.ASIDE, too_long=False)),
    Kind(
        "content too short: leaves out a place, a time or another phrase", _wrong_content(Edge.PHRASE, too_long=False)
    ),
    Kind(
        "content too long: runs on into the next statement", _wrong_content(Edge.SENTENCE, Edge.JOINED, too_long=True)
    ),
    Kind("content too long: takes in an aside or a relative clause", _wrong_content(Edge.ASIDE, too_long=True)),
    Kind("content too long: takes in where, when or why it was said", _wrong_content(Edge.PHRASE, too_long=True)),
    Kind("content: begins elsewhere, or lies on the other side of the cue", _wrong_content(*Edge)),
    Kind("missed: in a headline", _missed(traits.in_headline)),
    Kind("missed: a dash, a colon or a speaker's label for a cue", _missed(_cue(Cue.NONE))),
    Kind("missed: in a caption, a link or another short line", _missed(traits.in_short_line)),
    Kind("missed: lies inside a longer content that was found", _missed(traits.inside_other)),
    Kind("missed: the cue is negated", _missed(_cue(Cue.NEGATED))),
    Kind("missed: a quotation, the cue a verb or a noun", _missed(_quoted)),
    Kind("missed: the cue is a noun", _missed(_cue(Cue.NOUN))),
    Kind("missed: no source expressed", _missed(_no_source)),
    Kind("missed: a verb of speech or showing", _missed(_cue(Cue.SPEECH))),
    Kind("missed: a belief, a perception, a wish or a plan", _missed(_cue(Cue.MIND, Cue.WILL))),
    Kind("missed: an act that readers took for an attribution", _missed(_any)),
    Kind("invented: in a headline", _invented(traits.in_headline)),
    Kind("invented: in a caption, a link or another short line", _invented(traits.in_short_line)),
    Kind("invented: lies inside a statement that readers marked as one", _invented(traits.inside_other)),
    Kind("invented: the cue is negated", _invented(_cue(Cue.NEGATED))),
    Kind("invented: the cue is a noun", _invented(_cue(Cue.NOUN))),
    Kind("invented: no source expressed", _invented(_no_source)),
    Kind("invented: a verb of speech or showing", _invented(_cue(Cue.SPEECH))),
    Kind("invented: a belief, a perception, a wish or a plan", _invented(_cue(Cue.MIND, Cue.WILL))),
    Kind("invented: an act taken for an attribution", _invented(_any)),
)
"""Wrong sources, wrong contents, what one side lacks; in each, what form tells before what words tell."""
