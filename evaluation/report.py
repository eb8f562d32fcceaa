"""The figures as tables that a person reads, beside people, peers and what was published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from evaluation.floors import Floors
from evaluation.measures import Figures, Measured
from sayso.attribution import SURE

Value = float | tuple[float, float] | None
Column = tuple[str, Mapping[str, Value]]

HUMAN: Mapping[str, float] = {
    "polnear.attribution": 75.4, "polnear.attribution.direct": 97.3, "polnear.attribution.mixed": 89.5,
    "polnear.attribution.indirect": 67.6,
    "polnear.token.source": 81.2, "polnear.token.cue": 69.4, "polnear.token.content": 91.3,
    "cofenet.source": 78.0, "cofenet.cue": 70.6, "cofenet.content": 71.3,
}  # fmt: skip
"""One annotator of PolNeAR against another, 20 articles."""

MODELS_AGREE: Mapping[str, float] = {"stories.attribution": 95.9}
"""One language model that annotated the stories against another, six stories."""

PUBLISHED: Mapping[str, Mapping[str, float]] = {
    "CofeNet": {"cofenet.source": 83.2, "cofenet.cue": 75.3, "cofenet.content": 72.9},
    "CRF": {"cofenet.source": 50.6, "cofenet.cue": 53.4, "cofenet.content": 28.6},
    "CoreNLP": {"cofenet.source": 13.9, "cofenet.content": 17.5},
    "rules": {"cofenet.source": 10.7, "cofenet.cue": 22.8, "cofenet.content": 5.6},
}
"""Wang et al., COLING 2022, on the test part of PolNeAR."""

_ROLES = ("source", "cue", "content")
_TYPES = [(f"  {kind}", f"attribution.{kind}") for kind in ("direct", "mixed", "indirect")]
_WHOLE = [
    ("whole attribution F1", "attribution"),
    *_TYPES,
    ("  precision", "attribution.precision"),
    ("  recall", "attribution.recall"),
]
_SPANS = [(f"{unit} F1 {role}", f"{unit}.{role}") for unit in ("token", "exact") for role in _ROLES]
_SURE = [
    (f"sure (score >= {SURE}): precision", "sure.precision"),
    ("sure: share of gold covered", "sure.coverage"),
    ("calibration, 100 (1 - ece)", "calibration"),
    ("ece", "ece"),
]


def report(measured: Measured, floors: Floors) -> str:
    """All numbers of a run as text."""
    sayso: Column = ("sayso", measured.figures)
    floor: Column = ("floor", floors.figures)
    ours: list[Column] = [sayso, ("95 %", measured.intervals), floor]
    human: Column = ("human", HUMAN)
    sizes = measured.sizes
    parts = [
        f"PolNeAR dev: {sizes['polnear']}; human: one annotator against another",
        table(
            _rows("polnear", [*_WHOLE, ("content F1", "content"), *_SPANS, *_SURE]),
            [*ours, human, *measured.peers.items()],
        ),
        "PolNeAR in CofeNet's unit, exact chunks F1: dev part; what was published is of the test part",
        table(_rows("cofenet", [(role, role) for role in _ROLES]), [sayso, floor, human, *PUBLISHED.items()]),
        f"Dev stories (no commas, no apostrophes), headlines left out: {sizes['stories']}; intervals over stories;\n"
        "their annotators were language models, so their agreement is an upper line",
        table(_rows("stories", [*_WHOLE, *_SURE]), [*ours, ("agreement", MODELS_AGREE)]),
        f"GUM, clauses (see evaluation.measures.gum_triple): {sizes['gum']}",
        table(_rows("gum", _gum(measured.figures)), ours),
    ]
    return "\n\n".join(parts)


def _gum(figures: Figures) -> list[tuple[str, str]]:
    genres = [name.removeprefix("gum.") for name in figures if name.startswith("gum.genre.")]
    whole = [("content F1", "content"), ("content F1, source or cue in its clause", "attribution")]
    return [*whole, *((f"  content F1, {genre.removeprefix('genre.')}", genre) for genre in genres)]


def _rows(corpus: str, rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(label, f"{corpus}.{name}") for label, name in rows]


def table(rows: Sequence[tuple[str, str]], columns: Sequence[Column]) -> str:
    """Aligned plain text.

    Args:
        rows: What stands on the left, and the name of the figure that it shows.
        columns: Heading, and figures by name; one that is not there is shown as a dash.
    """
    cells = [["", *(heading for heading, _ in columns)]]
    cells += [[label, *(_cell(name, values.get(name)) for _, values in columns)] for label, name in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = []
    for label, *values in cells:
        padded = (value.rjust(width) for value, width in zip(values, widths[1:], strict=True))
        lines.append("  ".join([label.ljust(widths[0]), *padded]).rstrip())
    return "\n".join(lines)


def _cell(name: str, value: Value) -> str:
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return "–".join(f"{end:.1f}" for end in value)
    return f"{value:.4f}" if name.endswith("ece") else f"{value:.1f}"
