"""From the encoder's scores for one article to attributions: find cues, tie each to its parts, weigh the result."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from sayso.article import Span
from sayso.attribute.arrays import Floats, Ints
from sayso.attribute.crf import best_tags, marginals
from sayso.attribute.links import BEGIN_CONTENT, BEGIN_SOURCE, link_scores
from sayso.attribute.signs import NO_SIGNS, Parts, score_of, signs_of
from sayso.attribute.tokens import Tokens
from sayso.attribute.windows import owners


@dataclasses.dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of one window, [CLS] and [SEP] included.

    Args:
        cues: Shape ``(tokens, 3)``: outside, begins, inside a cue.
        roles: Shape ``(tokens, TAGS)``.
        anchors: Shape ``(tokens, TAGS * WIDTH)``.
        members: Shape ``(tokens, TAGS * WIDTH)``.
    """

    cues: Floats
    roles: Floats
    anchors: Floats
    members: Floats


@dataclasses.dataclass(frozen=True, slots=True)
class Decoder:
    """The small learned numbers that turn scores into attributions.

    Args:
        cue_moves: Transition scores of cue tags. Shape ``(3, 3)``.
        link_moves: Transition scores of link tags. Shape ``(TAGS, TAGS)``.
        distance: Tag scores by distance from the cue. Shape ``(DISTANCES, TAGS)``.
        calibration: Weights of the signs (:mod:`sayso.attribute.signs`) and, last, a constant. Shape ``(21,)``.
        threshold: Lowest score of an attribution that is kept.
    """

    cue_moves: Floats
    link_moves: Floats
    distance: Floats
    calibration: Floats
    threshold: float


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """One attribution in code points, with the probability that a human reader marked the same."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate(Parts):
    """One cue with its best source and content, and what speaks for them. Shape of signs ``(20,)``."""

    signs: Floats


def found_in(tokens: Tokens, windows: list[slice], scores: Iterable[Scores], decoder: Decoder) -> list[Found]:
    """The attributions of one article, in the order of their cues.

    Args:
        tokens: The article's word pieces.
        windows: Where each window lies in them.
        scores: One item per window; taken one at a time, since those of a long article together fill gigabytes.
        decoder: See :class:`Decoder`.
    """
    return [found_of(c, score, tokens) for score, c in kept(candidates_of(tokens, windows, scores, decoder), decoder)]


def found_of(candidate: Candidate, score: float, tokens: Tokens) -> Found:
    """The candidate in code points of the text that *tokens* come from."""

    def spans(ranges: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(Span(int(tokens.offsets[a, 0]), int(tokens.offsets[b, 1])) for a, b in ranges)

    return Found(spans(candidate.source), spans([candidate.cue]), spans(candidate.content), score)


def candidates_of(
    tokens: Tokens, windows: list[slice], scores: Iterable[Scores], decoder: Decoder
) -> Iterator[Candidate]:
    """Every likely cue with its best source and content, possibly empty, in the order of the cues."""
    for window, owner, seen in zip(windows, owners(windows), scores, strict=True):
        part = tokens[window]
        shift = window.start - 1  # tokens of a window count from [CLS]
        cues = [(a, b) for a, b in _cues(seen.cues, part, decoder) if a + shift in owner]
        if cues:
            yield from (_moved(candidate, shift) for candidate in _tied(seen, cues, part, decoder))


def _cues(scores: Floats, part: Tokens, decoder: Decoder) -> list[tuple[int, int]]:
    """First and last token of every likely cue of a window."""
    [tags] = _whole_words(best_tags(scores[None], decoder.cue_moves), part)
    return _runs(tags, 1, part)


def _tied(seen: Scores, cues: Sequence[tuple[int, int]], part: Tokens, decoder: Decoder) -> Iterator[Candidate]:
    """The cues of a window, each with its source and content, as tokens of the window."""
    [cue_chances] = marginals(seen.cues[None], decoder.cue_moves)
    scores = link_scores(seen.roles, seen.anchors, seen.members, np.array(cues), decoder.distance)
    all_tags = _whole_words(best_tags(scores, decoder.link_moves), part)
    for cue, tags, chances in zip(cues, all_tags, marginals(scores, decoder.link_moves), strict=True):
        first, last = cue
        tags[first : last + 1] = 0
        for start, end in _runs(tags, BEGIN_CONTENT, part):
            if _strays((start, end), cue, part):
                tags[start : end + 1] = 0
        source, content = _nearest(_runs(tags, BEGIN_SOURCE, part), cue), _runs(tags, BEGIN_CONTENT, part)
        signs = signs_of(Parts(source, cue, content), part, cue_chances, chances) if content else NO_SIGNS
        yield Candidate(source, cue, content, signs)


def _strays(content: tuple[int, int], cue: tuple[int, int], part: Tokens) -> bool:
    """Whether a content stands in a line above its cue, unquoted: 4 of 23,288 in PolNeAR do, and each is doubtful."""
    (start, end), before = content, part.begins_line[content[1] : cue[0]]
    return bool(end < cue[0] and before.any() and not part.quoted[start - 1 : end].any())


def _nearest(runs: Sequence[tuple[int, int]], cue: tuple[int, int]) -> Sequence[tuple[int, int]]:
    """The run beside the cue: a statement has one speaker, though several runs may look like it."""
    return sorted(runs, key=lambda run: max(cue[0] - run[1], run[0] - cue[1]))[:1]


def _moved(candidate: Candidate, shift: int) -> Candidate:
    def move(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(a + shift, b + shift) for a, b in ranges]

    [cue] = move([candidate.cue])
    return dataclasses.replace(candidate, source=move(candidate.source), cue=cue, content=move(candidate.content))


def _whole_words(tags: Ints, part: Tokens) -> Ints:
    """Give every piece inside a word the tag of the word's first piece. Shape of tags ``(sequences, tokens)``."""
    tags = tags.copy()
    for t in np.flatnonzero(part.continues) + 1:
        before = tags[:, t - 1]
        tags[:, t] = before + before % 2  # what follows a begin tag (odd) is inside (even)
    tags[:, [0, -1]] = 0
    return tags


def _runs(tags: Ints, begin: int, part: Tokens) -> list[tuple[int, int]]:
    """First and last token, inclusive, of every span that begins with tag *begin* and goes on with the next one.

    A line break ends a span: readers marked 61,000 spans in PolNeAR, and one of them crosses a line.
    """
    runs: list[tuple[int, int]] = []
    for t in np.flatnonzero((tags == begin) | (tags == begin + 1)).tolist():
        goes_on = tags[t] == begin + 1 and not part.begins_line[t - 1]
        if goes_on and runs and runs[-1][1] == t - 1:
            runs[-1] = (runs[-1][0], t)
        else:
            runs.append((t, t))
    return runs


def kept(candidates: Iterable[Candidate], decoder: Decoder) -> list[tuple[float, Candidate]]:
    """Candidates with a content and enough score, in the order given.

    Of those that claim the same content only the one with the highest score stays: readers give a statement to one cue.
    """
    weighed = [(score_of(c.signs, decoder.calibration), c) for c in candidates if c.content]
    taken: set[int] = set()
    chosen = []
    for score, candidate in sorted(weighed, key=lambda pair: (-pair[0], pair[1].cue)):
        content = {t for a, b in candidate.content for t in range(a, b + 1)}
        if score >= decoder.threshold and 2 * len(content & taken) <= len(content):
            taken |= content
            chosen.append((score, candidate))
    return sorted(chosen, key=lambda pair: pair[1].cue)
