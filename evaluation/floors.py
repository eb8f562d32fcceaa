"""Floors under the figures: they rise, and nothing here can lower one."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Mapping
from pathlib import Path

from evaluation.stories import COMPARED, FIELDS

PINNED = (
    "polnear.attribution",
    "polnear.attribution.direct",
    "polnear.attribution.mixed",
    "polnear.attribution.indirect",
    "polnear.token.source",
    "polnear.token.cue",
    "polnear.token.content",
    "polnear.sure.precision",
    "polnear.sure.coverage",
    "polnear.calibration",
    "cofenet.source",
    "cofenet.cue",
    "cofenet.content",
    "stories.attribution",
    *(f"stories.{field}" for field in FIELDS),
    *(f"stories.{figure}" for figure in COMPARED if figure != "updates"),
    *(f"given.{figure}" for figure in COMPARED if figure not in ("copies", "updates")),
    "ecb.others",
    "gum.content",
)
"""Figures that have a floor: those for which an issue names a reach, and one for text unlike the training's."""


@dataclasses.dataclass(frozen=True, slots=True)
class Floors:
    """Lowest allowed figures, by name, and the sha256 of each file of gold that they were measured on, by path."""

    figures: Mapping[str, float]
    gold: Mapping[str, str]


def load(path: Path) -> Floors:
    """The floors that the file pins."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Floors(stored["figures"], stored["gold"])


def save(floors: Floors, path: Path) -> None:
    """Write floors as :func:`load` reads them."""
    path.write_text(json.dumps(dataclasses.asdict(floors), indent=1) + "\n", encoding="utf-8")


def changed(floors: Floors, gold: Mapping[str, str]) -> list[str]:
    """One line for each file of gold that is not the pinned one: figures on other gold cannot be held to the floors."""
    return [
        f"{path}: found sha256 {gold[path][:12]}…; wanted {pinned[:12]}…, on which the floors stand"
        if path in gold
        else f"{path}: found no such gold; wanted sha256 {pinned[:12]}…, on which the floors stand"
        for path, pinned in floors.gold.items()
        if gold.get(path) != pinned
    ] + [f"{path}: found gold on which no floor stands" for path in gold if floors.gold and path not in floors.gold]


def below(floors: Floors, figures: Mapping[str, float]) -> list[str]:
    """One line for each figure below its floor or not measured at all."""
    return [
        f"{name}: found {figures.get(name, 'no figure')}; wanted {floor} or more"
        for name, floor in floors.figures.items()
        if name not in figures or figures[name] < floor
    ]


def raised(floors: Floors, figures: Mapping[str, float], gold: Mapping[str, str]) -> Floors:
    """The floors after a run: each the higher of the old one and what was measured, rounded down to a tenth.

    Raises:
        ValueError: The gold changed. Whoever means that to be edits the file, where a reviewer sees it.
    """
    if changed(floors, gold):
        raise ValueError("floors of one gold cannot be raised by figures on another")
    measured = {name: _rounded_down(figures[name]) for name in PINNED}
    return Floors({name: max(value, floors.figures.get(name, 0.0)) for name, value in measured.items()}, dict(gold))


def _rounded_down(figure: float) -> float:
    """To a tenth; 70.1 stays, although ten times it is a little less than 701 in floating point."""
    return math.floor(round(10 * figure, 6)) / 10
