"""The tables of ``training/MODEL_CARD.md``, from one run, so that no figure there is typed by hand."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from evaluation.examples import EXAMPLES, Example, Said
from evaluation.measures import Measured
from evaluation.report import ROLES, SPANS, SURE_ROWS, WHOLE, cell, mistake_cells, mistakes_heading, threshold_cells

_CORPORA = ("polnear", "stories")


def card(measured: Measured) -> str:
    """Figures with intervals, thresholds, and the most frequent kinds of mistakes with an invented example each."""
    figures = measured.figures
    parts = [
        f"PolNeAR dev: {measured.sizes['polnear']}. Dev stories: {measured.sizes['stories']}.",
        markdown(_figure_cells(measured)),
        f"GUM, contents whoever said them: {figures['gum.content']:.1f} (news {figures['gum.genre.news']:.1f}).",
        "What a lowest score leaves, in per cent: precision, and the share of gold that it covers; * ships as sure.",
        markdown(threshold_cells(measured.thresholds)),
        mistakes_heading(measured.mistakes).replace("\n", " ") + ".",
        markdown(_with_examples(mistake_cells(measured.mistakes), measured.still_made)),
        "Every example was invented. Each attribution is given as source · cue · content, – for what is not expressed. "
        "†: the model of this run makes a mistake of this kind in this text; without it, only version 0.1 did.",
    ]
    return "\n\n".join(parts)


def _figure_cells(measured: Measured) -> list[list[str]]:
    rows = [(label, [f"{corpus}.{name}" for corpus in _CORPORA]) for label, name in [*WHOLE, *SPANS, *SURE_ROWS]]
    rows += [(f"exact chunks in CofeNet's unit, {role}", [f"cofenet.{role}"]) for role in ROLES]
    lines = []
    for label, names in rows:
        values = [cell(name, of.get(name)) for name in names for of in (measured.figures, measured.intervals)]
        lines.append([label.strip(), *values, *["–"] * (2 * len(_CORPORA) - len(values))])
    return [["figure", "PolNeAR dev", "95 % over articles", "dev stories", "95 % over stories"], *lines]


def _with_examples(cells: Sequence[Sequence[str]], still_made: Container[str]) -> list[list[str]]:
    heading, *lines = cells
    examples = [_in_words(EXAMPLES[kind], "†" if kind in still_made else "") for kind, *_ in lines]
    return [[*heading, "example"], *([*line, example] for line, example in zip(lines, examples, strict=True))]


def _in_words(example: Example, mark: str) -> str:
    """The text, and on both sides the attributions that the other does not have."""
    gold = [said for said in example.gold if said not in example.found]
    found = [said for said in example.found if said not in example.gold]
    text = example.text.replace("\n\n", " / ")
    return f"{text} <br> readers: {_listed(gold)} <br> model{mark}: {_listed(found)}"


def _listed(attributions: Iterable[Said]) -> str:
    return "; ".join(f"*{said.source or '–'} · {said.cue} · {said.content}*" for said in attributions) or "nothing"


def markdown(cells: Sequence[Sequence[str]]) -> str:
    """Lines of cells as a table in Markdown, the first line as its heading."""
    heading, *lines = cells
    return "\n".join(f"| {' | '.join(line)} |" for line in [heading, ["---"] * len(heading), *lines])
