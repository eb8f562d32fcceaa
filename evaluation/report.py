"""The figures as tables that a person reads, beside people, peers and what was published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from evaluation.calibration import Bin, Threshold
from evaluation.events import SET_ON_TOPICS
from evaluation.floors import Floors
from evaluation.kinds import Counted
from evaluation.matching import TYPES
from evaluation.measures import Figures, Measured
from evaluation.stories import FIELDS
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

MODELS_AGREE: Mapping[str, float] = {
    "stories.attribution": 95.9,
    "stories.source_name": 98.4, "stories.source_name.resolved": 98.5, "stories.source_kind": 98.0,
    "stories.named": 99.0, "stories.via": 85.2, "stories.quotation": 99.5, "stories.certainty": 98.3,
    "stories.cue_stance": 97.7, "stories.evidence": 100.0, "stories.figures": 88.3,
}  # fmt: skip
"""One language model that annotated the stories against another, six stories."""

PUBLISHED: Mapping[str, Mapping[str, float]] = {
    "CofeNet": {"cofenet.source": 83.2, "cofenet.cue": 75.3, "cofenet.content": 72.9},
    "CRF": {"cofenet.source": 50.6, "cofenet.cue": 53.4, "cofenet.content": 28.6},
    "CoreNLP": {"cofenet.source": 13.9, "cofenet.content": 17.5},
    "rules": {"cofenet.source": 10.7, "cofenet.cue": 22.8, "cofenet.content": 5.6},
}
"""Wang et al., COLING 2022, on the test part of PolNeAR."""

REACH: Mapping[str, float] = {
    "polnear.attribution": 76.0, "polnear.attribution.direct": 94.0, "polnear.attribution.mixed": 86.0,
    "polnear.attribution.indirect": 70.0,
    "polnear.token.source": 86.0, "polnear.token.cue": 75.0, "polnear.token.content": 91.0,
    "polnear.sure.precision": 95.0, "polnear.sure.coverage": 35.0, "polnear.ece": 0.03,
    "cofenet.source": 78.0, "cofenet.cue": 71.0, "cofenet.content": 67.0,
    "stories.attribution": 76.0,
    "stories.source_name": 88.0, "stories.source_name.resolved": 75.0, "stories.source_kind": 82.0,
    "stories.named": 92.0, "stories.via": 65.0, "stories.quotation": 93.0, "stories.certainty": 60.0,
    "stories.cue_stance": 55.0, "stories.evidence": 55.0, "stories.figures": 80.0,
    "stories.copies": 90.0, "stories.claims": 45.0, "stories.disputes": 30.0, "stories.origins": 45.0,
    "stories.collapsed_right": 40.0,
    "given.claims": 60.0, "given.disputes": 40.0, "given.origins": 55.0, "given.collapsed_right": 50.0,
    "ecb.others": 92.0,
}  # fmt: skip
"""What issues 3, 4 and 6 want at least; of an ece, at most."""

AIM: Mapping[str, float] = {
    "polnear.attribution": 80.0, "polnear.attribution.direct": 97.0, "polnear.attribution.mixed": 92.0,
    "polnear.attribution.indirect": 75.0,
    "polnear.token.source": 89.0, "polnear.token.cue": 80.0, "polnear.token.content": 93.0,
    "polnear.sure.precision": 97.0, "polnear.sure.coverage": 55.0, "polnear.ece": 0.015,
    "cofenet.source": 83.2, "cofenet.cue": 75.3, "cofenet.content": 72.9,
    "stories.attribution": 82.0,
}  # fmt: skip
"""What issue 3 would call very good."""

_NAMES = {"polnear": "PolNeAR dev", "stories": "dev stories"}

SHOWN = 20
"""How many kinds of mistakes a reader is shown."""

ROLES = ("source", "cue", "content")
_TYPES = [(f"  {kind}", f"attribution.{kind}") for kind in TYPES]
WHOLE = [
    ("whole attribution F1", "attribution"),
    *_TYPES,
    ("  precision", "attribution.precision"),
    ("  recall", "attribution.recall"),
]
SPANS = [
    ("content F1", "content"),
    *((f"{unit} F1 {role}", f"{unit}.{role}") for unit in ("token", "exact") for role in ROLES),
]
SURE_ROWS = [
    (f"sure (score >= {SURE}): precision", "sure.precision"),
    ("sure: share of gold covered", "sure.coverage"),
    ("calibration, 100 (1 - ece)", "calibration"),
    ("ece", "ece"),
]


FIELD_ROWS = [(f"{field}, {measure.replace('_', ' ')}", field) for field, (_, measure) in FIELDS.items()]
COMPARED_ROWS = [
    ("copies, macro F1", "copies"),
    ("claims, pairwise F1", "claims"),
    ("disputes, pairwise F1", "disputes"),
    ("updates, pairwise F1", "updates"),
    ("origins, F1", "origins"),
    ("origins, number right where articles share them", "collapsed_right"),
]
EVENT_ROWS = [
    (f"topics 1 to {SET_ON_TOPICS}, on which thresholds were set", "set_on"),
    ("other topics", "others"),
]


def report(measured: Measured, floors: Floors) -> str:
    """All numbers of a run as text."""
    sayso: Column = ("sayso", measured.figures)
    ours: list[Column] = [sayso, ("95 %", measured.intervals), ("floor", floors.figures)]
    wanted: list[Column] = [("reach", REACH), ("aim", AIM)]
    human: Column = ("human", HUMAN)
    sizes = measured.sizes
    parts = [
        f"PolNeAR dev: {sizes['polnear']}; reach and aim: issue 3; human: one annotator against another",
        table(_rows("polnear", [*WHOLE, *SPANS, *SURE_ROWS]), [*ours, *wanted, human, *measured.peers.items()]),
        "PolNeAR in CofeNet's unit, exact chunks F1: dev part; what was published is of the test part",
        table(_rows("cofenet", [(role, role) for role in ROLES]), [*ours, *wanted, human, *PUBLISHED.items()]),
        f"Dev stories (no commas, no apostrophes), headlines left out: {sizes['stories']}; intervals over stories;\n"
        "their annotators were language models, so their agreement is an upper line",
        table(_rows("stories", [*WHOLE, *SURE_ROWS]), [*ours, *wanted, ("agreement", MODELS_AGREE)]),
        "What is known of the attributions that match the stories' (figures: of all)",
        table(_rows("stories", FIELD_ROWS), [*ours, *wanted, ("agreement", MODELS_AGREE)]),
        "What the articles of a story have in common. Eight weights were fitted, and rules and thresholds made, with\n"
        "all stories in view: a new story will come out lower. Given the gold attributions without their figures",
        table(_rows("given", COMPARED_ROWS), [*ours, ("reach", REACH)]),
        "The same from the text",
        table(_rows("stories", COMPARED_ROWS), [*ours, ("reach", REACH)]),
        "Which articles of ECB+ are about one event, B-cubed F1; intervals over topics",
        table(_rows("ecb", EVENT_ROWS), [*ours, ("reach", REACH)]),
        f"GUM, clauses (see evaluation.measures.gum_triple): {sizes['gum']}",
        table(_rows("gum", _gum(measured.figures)), ours),
        "What a lowest score leaves: precision, and the share of gold that it covers; * ships as sure",
        aligned(threshold_cells(measured.thresholds)),
        "Whether scores keep their word, PolNeAR dev",
        aligned(reliability_cells(measured.reliability)),
        mistakes_heading(measured.mistakes),
        aligned(mistake_cells(measured.mistakes)),
    ]
    return "\n\n".join(parts)


def threshold_cells(thresholds: Mapping[str, Sequence[Threshold]]) -> list[list[str]]:
    """A heading, and a line for each threshold."""
    columns = [f"{_NAMES[corpus]}: {what}" for corpus in thresholds for what in ("precision", "covered")]
    lines = [
        [
            f"{at[0].lowest:.2f}{'*' if at[0].lowest == SURE else ''}",
            *(f"{share:.1f}" for one in at for share in (one.precision, one.coverage)),
        ]
        for at in zip(*thresholds.values(), strict=True)
    ]
    return [["score at least", *columns], *lines]


def reliability_cells(bins: Sequence[Bin]) -> list[list[str]]:
    """A heading, and a line for each bin that is not empty."""
    lines = [
        [
            f"{one.low:.1f} to {one.high:.1f}",
            f"{one.score:.3f}",
            f"{one.precision:.3f}",
            f"{one.interval[0]:.3f}–{one.interval[1]:.3f}",
            f"{one.count:,}",
        ]
        for one in bins
        if one.interval is not None
    ]
    return [["score", "mean", "right", "95 %", "attributions"], *lines]


def mistakes_heading(mistakes: Sequence[Counted]) -> str:
    """What the table of mistakes counts."""
    return (
        f"Errors on PolNeAR dev: {sum(kind.errors for kind in mistakes):,} in {len(mistakes)} kinds, the {SHOWN} most "
        "frequent;\na statement found with a wrong source or content counts twice, as missed and as invented"
    )


def mistake_cells(mistakes: Sequence[Counted]) -> list[list[str]]:
    """A heading, and a line for each of the most frequent kinds."""
    total = sum(kind.errors for kind in mistakes)
    lines = [
        [kind.name, str(kind.errors), f"{100 * kind.errors / total:.1f} %", *(str(kind.types[t]) for t in TYPES)]
        for kind in mistakes[:SHOWN]
    ]
    return [["kind", "errors", "share", *TYPES], *lines]


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
    cells += [[label, *(cell(name, values.get(name)) for _, values in columns)] for label, name in rows]
    return aligned(cells)


def aligned(cells: Sequence[Sequence[str]]) -> str:
    """Lines of cells as plain text: the first column to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = []
    for label, *values in cells:
        padded = (value.rjust(width) for value, width in zip(values, widths[1:], strict=True))
        lines.append("  ".join([label.ljust(widths[0]), *padded]).rstrip())
    return "\n".join(lines)


def cell(name: str, value: Value) -> str:
    """A figure or an interval as a reader sees it: one decimal, four for an ece, a dash for what is not known."""
    if value is None:
        return "–"
    if isinstance(value, tuple):
        return "–".join(f"{end:.1f}" for end in value)
    return f"{value:.4f}" if name.endswith("ece") else f"{value:.1f}"
