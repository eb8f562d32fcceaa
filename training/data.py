"""Articles as windows of word pieces with labels of the cues and, for each cue, of its source and content."""

from __future__ import annotations

import dataclasses
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.corpora import load_lines
from sayso.article import Span
from sayso.attribute.arrays import Floats, Ints
from sayso.attribute.encoder import BEGIN, END
from sayso.attribute.links import BEGIN_CONTENT, BEGIN_SOURCE, CONTENT, OUTSIDE, SOURCE, TAGS
from sayso.attribute.tokens import Tokens, tokens_of
from sayso.attribute.windows import MARGIN, SIZE, windows_of
from sayso.gather.headline import headline_span

TRAIN = "data/polnear/train.jsonl"
HELD_OUT = 21
"""Every 21st article of train, 40 of 840, in file order: it calibrates ``score`` and sets the thresholds."""
ROLES = ("source", "cue", "content")
BEGIN_CUE, CUE = 1, 2


@dataclasses.dataclass(frozen=True, slots=True)
class Example:
    """One article and one annotator's attributions: spans by role, in code points of ``text``."""

    text: str
    title: Span | None
    attributions: list[dict[str, list[list[int]]]]


@dataclasses.dataclass(frozen=True, slots=True)
class Labels:
    """What somebody, sure or unsure, holds of the tags of some sequences.

    Args:
        chances: Probability of each tag. Shape ``(sequences, tokens, tags)``.
        steps: How often each tag (row) is expected to be followed by each (column). Shape ``(sequences, tags, tags)``.
    """

    chances: Floats
    steps: Floats

    def mixed(self, other: Labels, share: float) -> Labels:
        """These labels, with *share* of the weight given to another's."""
        chances = (1 - share) * self.chances + share * other.chances
        return Labels(chances, (1 - share) * self.steps + share * other.steps)

    def __getitem__(self, sequences: slice) -> Labels:
        """The labels of some of the sequences."""
        return Labels(self.chances[sequences], self.steps[sequences])

    @staticmethod
    def joined(parts: Sequence[Labels]) -> Labels:
        """The labels of the sequences of all *parts*, at least one, of the same length."""
        return Labels(np.concatenate([p.chances for p in parts]), np.concatenate([p.steps for p in parts]))


def certain(tags: Ints, count: int) -> Labels:
    """Labels without doubt.

    Args:
        tags: Shape ``(sequences, tokens)``.
        count: Number of different tags.
    """
    chances = np.eye(count, dtype=np.float32)[tags]
    steps: Floats = np.einsum("stg,sth->sgh", chances[:, :-1], chances[:, 1:])
    return Labels(chances, steps)


@dataclasses.dataclass(frozen=True, slots=True)
class Window:
    """A training window.

    Args:
        ids: Shape ``(tokens,)``, [CLS] and [SEP] included.
        features: Shape ``(tokens,)``.
        cue: Labels of one sequence: outside, begins, inside a cue.
        cues: First and last token (inclusive) of each cue. Shape ``(cues, 2)``.
        links: Labels of a sequence for each cue: its source and content, see OUTSIDE etc.
        weights: Probability that each cue is one. Shape ``(cues,)``.
        roles: Chances of being in any cue's source or content, whoever the speaker is. Shape ``(tokens, TAGS)``.
    """

    ids: Ints
    features: Ints
    cue: Labels
    cues: Ints
    links: Labels
    weights: Floats
    roles: Floats


def learned_from(shared: Path) -> list[dict[str, Any]]:
    """The rows of PolNeAR's train part less those held out."""
    return [row for i, row in enumerate(load_lines(shared / TRAIN)) if i % HELD_OUT]


def held_out(shared: Path) -> list[dict[str, Any]]:
    """The rows of PolNeAR's train part that are never learned from."""
    return load_lines(shared / TRAIN)[::HELD_OUT]


def example_of(row: dict[str, Any], rng: random.Random) -> Example:
    """The row with the attributions of one of its annotators: readers differ, and the model should know."""
    others = [other for other in row["other_annotators"] if other]
    attributions = rng.choice([row["attributions"], *others])
    return Example(row["text"], headline_span(row["text"], row["title"]), attributions)


def vary(example: Example, rng: random.Random) -> Example:
    """One time in four, the text as careless scrapers leave it: commas, apostrophes, paragraphs, mostly marks gone."""
    edits: list[tuple[int, int, str]] = []
    if rng.random() < 0.25:
        strip = r"[,'’]|\n+" + (r"|[“”\"]|''" if rng.random() < 0.7 else "")
        edits = [(m.start(), m.end(), " " if m.group()[0] == "\n" else "") for m in re.finditer(strip, example.text)]
    title = example.title if rng.random() < 0.7 else None
    return apply(dataclasses.replace(example, title=title), edits)


def apply(example: Example, edits: list[tuple[int, int, str]]) -> Example:
    """The example with each stretch ``(start, end, replacement)`` of its text replaced and its spans moved along."""
    pieces, position = [], 0
    moved = np.zeros(len(example.text) + 1, dtype=np.int64)
    for start, end, new in edits:
        pieces += [example.text[position:start], new]
        moved[start + 1 : end] -= np.arange(1, end - start)
        moved[end:] += len(new) - (end - start)
        position = end
    text = "".join([*pieces, example.text[position:]])

    def move(start: int, end: int) -> list[int]:
        return [int(start + moved[start]), int(end + moved[end])]

    attributions = [{r: [move(*s) for s in a.get(r) or []] for r in ROLES} for a in example.attributions]
    title = Span(*move(example.title.start, example.title.end)) if example.title else None
    return Example(text, title, attributions)


def windows(example: Example, rng: random.Random) -> list[Window]:
    """Cut an example as the product does, but from a random token on, so that each epoch has other seams."""
    tokens = tokens_of(example.text, example.title)
    first = rng.randrange(MARGIN) if len(tokens.ids) > SIZE else 0
    slices = [slice(first + w.start, first + w.stop) for w in windows_of(len(tokens.ids) - first)]
    if first:
        slices.append(slice(0, first + MARGIN))
    return [_window(tokens, piece, example) for piece in slices]


def _window(tokens: Tokens, piece: slice, example: Example) -> Window:
    offsets = tokens.offsets[piece]
    length = len(offsets) + 2
    cue_tags = np.zeros(length, dtype=np.int64)
    cues, links = [], []
    for attribution in example.attributions:
        cue = _covered(attribution["cue"], offsets)
        if not cue:
            continue
        cue_tags[cue[0][0] : cue[0][1] + 1] = CUE
        cue_tags[cue[0][0]] = BEGIN_CUE
        link = np.zeros(length, dtype=np.int64)
        for role, tag in (("content", BEGIN_CONTENT), ("source", BEGIN_SOURCE)):
            for a, b in _covered(attribution[role], offsets):
                link[a : b + 1] = tag + 1
                link[a] = tag
        link[cue[0][0] : cue[0][1] + 1] = OUTSIDE
        _begin_again(link)
        cues.append(cue[0])
        links.append(link)
    link_tags = np.array(links, dtype=np.int64).reshape(-1, length)
    return Window(
        ids=np.concatenate([[BEGIN], tokens.ids[piece], [END]]),
        features=np.concatenate([[0], tokens.features[piece], [0]]),
        cue=certain(cue_tags[None], 3),
        cues=np.array(cues, dtype=np.int64).reshape(-1, 2),
        links=certain(link_tags, TAGS),
        weights=np.ones(len(cues), dtype=np.float32),
        roles=np.eye(TAGS, dtype=np.float32)[link_tags.max(0, initial=OUTSIDE)],
    )


def _begin_again(tags: Ints) -> None:
    """Let a span begin where the piece that it began with went to another role, at a boundary inside a piece."""
    before = np.concatenate([[OUTSIDE], tags[:-1]])
    for inside in (SOURCE, CONTENT):
        tags[(tags == inside) & (before != inside) & (before != inside - 1)] = inside - 1


def _covered(spans: list[list[int]], offsets: Ints) -> list[tuple[int, int]]:
    """First and last token, inclusive, of each span that the window holds, counted with [CLS] at 0."""
    out = []
    for start, end in spans:
        inside = np.flatnonzero((offsets[:, 0] < end) & (offsets[:, 1] > start))
        if len(inside):
            out.append((int(inside[0]) + 1, int(inside[-1]) + 1))
    return out
