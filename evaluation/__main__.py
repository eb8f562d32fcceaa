"""``python -m evaluation``: all figures in one run, held to their floors.

Exit status: 0 done, 1 a figure is below its floor or the gold changed (each named on stderr), 2 misused or no gold.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation import corpora, floors, measures
from evaluation.card import card
from evaluation.diagram import reliability_diagram
from evaluation.report import report

FLOORS = Path(__file__).parent / "floors.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, compare; the exit status."""
    options = _parser().parse_args(arguments)
    if missing := corpora.missing(options.shared):
        print(
            f"evaluation: found no {missing}; wanted shared gold and scorers; name their folder with --shared FOLDER",
            file=sys.stderr,
        )
        return 2
    pinned, gold = floors.load(FLOORS), corpora.digests(options.shared)
    measured = measures.measure(options.shared)
    print(card(measured) if options.card else report(measured, pinned))
    if options.json:
        options.json.write_text(json.dumps(dataclasses.asdict(measured), indent=1) + "\n", encoding="utf-8")
    if options.plot:
        svg = reliability_diagram(measured.reliability, "Reliability of Sayso's score, PolNeAR dev")
        options.plot.write_text(svg, encoding="utf-8")
    changed = floors.changed(pinned, gold)
    if options.raise_floors and not changed:
        floors.save(floors.raised(pinned, measured.figures, gold), FLOORS)
    problems = [*changed, *floors.below(pinned, measured.figures)]
    for problem in problems:
        print(f"evaluation: {problem}", file=sys.stderr)
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="Measure sayso against shared gold.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), metavar="FOLDER", help="default: ../shared")
    parser.add_argument("--raise-floors", action="store_true", help="raise floors to what is measured; none is lowered")
    parser.add_argument("--card", action="store_true", help="print the tables of the model card instead of the report")
    parser.add_argument("--json", type=Path, metavar="OUT", help="also write all figures to this file")
    parser.add_argument("--plot", type=Path, metavar="OUT.svg", help="also write a reliability diagram to this file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
