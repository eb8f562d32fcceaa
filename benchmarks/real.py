"""Real collections through ``sayso read``: what is read and refused, at which cost, and how well pages are read."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.child import SAYSO, Run, errors_of, run
from evaluation import corpora

FAKES = "data/fakes/fakes.csv"
FAKES_COLUMNS = "text=article_content,title=article_title,outlet=source,id=unit_id"
PAGES = "data/article_extraction/html"
TRUTH = "data/article_extraction/ground-truth.json"
PUBLISHED = "published: trafilatura 0.958, newspaper4k 0.949, readability 0.922, best 0.970"


@dataclasses.dataclass(slots=True)
class Count:
    """What came out of one input."""

    articles: int = 0
    words: int = 0
    attributions: int = 0
    refused: int = 0


def measure(shared: Path, folder: Path) -> str:
    """Read FA-KES, PolNeAR dev and the pages of article_extraction; a table of what came of it.

    Args:
        shared: The folder of shared data.
        folder: Where files may be put.
    """
    polnear = folder / "polnear.jsonl"
    corpora.write_input(corpora.load_lines(shared / corpora.POLNEAR), polnear)
    inputs = {
        "FA-KES": [str(shared / FAKES), "--columns", FAKES_COLUMNS],
        "PolNeAR dev": [str(polnear)],
        "article_extraction": [str(shared / PAGES)],
    }
    heading = (
        f"{'':20}{'articles':>9}{'refused':>9}{'words':>9}{'words/CPU s':>13}{'found':>8}{'peak MB':>9}{'exit':>6}"
    )
    lines = [heading, *(_line(name, arguments, folder / name) for name, arguments in inputs.items())]
    refusals = [line for name in inputs for line in errors_of(folder / name).read_text("utf-8").splitlines()]
    return "\n".join([*lines, *refusals, _main_text(shared, folder / "article_extraction")])


def _line(name: str, arguments: list[str], out: Path) -> str:
    result = run([*SAYSO, "read", *arguments, "--format", "jsonl"], out)
    return _cells(name, _count(out), result)


def _cells(name: str, count: Count, result: Run) -> str:
    return (
        f"{name:20}{count.articles:9,}{count.refused:9,}{count.words:9,}{count.words / result.cpu:13,.0f}"
        f"{count.attributions:8,}{result.peak / 1e6:9,.0f}{result.status:6}"
    )


def _count(out: Path) -> Count:
    count = Count(refused=len(errors_of(out).read_text("utf-8").splitlines()))
    for article in _articles(out):
        count.articles += 1
        count.words += len(article["text"].split())
        count.attributions += len(article["attributions"])
    return count


def _articles(out: Path) -> Iterator[dict[str, Any]]:
    with out.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _main_text(shared: Path, out: Path) -> str:
    """The scorer's figures on the pages; a refused page counts as an empty text."""
    truth = json.loads((shared / TRUTH).read_text(encoding="utf-8"))
    read = {
        Path(article["path"]).name.partition(".")[0]: {"articleBody": article["text"]} for article in _articles(out)
    }
    return f"main text {corpora.scorer(shared, 'maintext').evaluate(truth, read)}; {PUBLISHED}"
