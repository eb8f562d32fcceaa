"""``python -m evaluation.comparing``: copies on the annotated stories, events on ECB+.

Thresholds of copies were set on stories 1 to 6, those of events on topics 1 to 22; the others are measured apart.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from evaluation import corpora
from evaluation.intervals import RESAMPLES, Interval
from sayso.article import Article
from sayso.compare.copies import copies
from sayso.compare.events import events
from sayso.gather import Document, article_of, documents
from sayso.pipeline import LIMIT

ECB = "data/ecbplus/ecbplus.jsonl"
SET_ON_STORIES = 6
SET_ON_TOPICS = 22

Pair = tuple[str, str]
"""What the gold says two articles are to each other, and what we say."""


def measure(shared: Path) -> str:
    """The figures as lines of text."""
    scorer = corpora.scorer(shared, "stories")
    stories = [story_pairs(json.loads(path.read_text(encoding="utf-8"))) for path in corpora.story_files(shared)]
    parts = {"set on": stories[:SET_ON_STORIES], "others": stories[SET_ON_STORIES:], "all": stories}
    lines = [f"copies, stories, {name:7}{_copies_line(scorer, part)}" for name, part in parts.items()]
    rows = corpora.load_lines(shared / ECB)
    for name, part in (
        ("set on", [row for row in rows if int(row["topic"]) <= SET_ON_TOPICS]),
        ("others", [row for row in rows if int(row["topic"]) > SET_ON_TOPICS]),
    ):
        precision, recall, f1 = b_cubed([row["event"] for row in part], grouping(part))
        lines.append(
            f"events, ECB+, {name:10}B-cubed P {precision:.1f} R {recall:.1f} F1 {f1:.1f}, {len(part)} articles"
        )
    return "\n".join(lines)


def story_pairs(story: Mapping[str, Any]) -> list[Pair]:
    """Gold and found kind of every pair of a story's articles."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.jsonl"
        corpora.write_input(story["articles"], path)
        read = [
            article_of(d, limit=LIMIT)
            for d in documents([str(path)], columns={}, limit=LIMIT)
            if isinstance(d, Document)
        ]
    found = {frozenset((copy.a, copy.b)): copy.kind.value for copy in copies(read)}
    return [
        (pair["kind"], found.get(frozenset((pair["a"], pair["b"])), "independent_text")) for pair in story["copies"]
    ]


def _copies_line(scorer: ModuleType, stories: Sequence[Sequence[Pair]]) -> str:
    pairs = [pair for story in stories for pair in story]
    right = 100 * sum(gold == found for gold, found in pairs) / len(pairs)
    low, high = _interval(scorer, stories)
    return f"accuracy {right:.1f}, macro-F1 {scorer.macro_f1(pairs):.1f} ({low} to {high}), {len(pairs)} pairs"


def _interval(scorer: ModuleType, stories: Sequence[Sequence[Pair]]) -> Interval:
    """95 % percentile bootstrap interval of macro-F1 over stories."""
    draw = random.Random(0)
    values = sorted(
        scorer.macro_f1([pair for story in draw.choices(stories, k=len(stories)) for pair in story])
        for _ in range(RESAMPLES)
    )
    return values[round(0.025 * RESAMPLES)], values[round(0.975 * RESAMPLES) - 1]


def grouping(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """For each row the event that we put it in, by a name of ours; addresses in the texts are left out."""
    articles = [Article(row["id"], _without_address(row["text"])) for row in rows]
    of = {article: str(number) for number, event in enumerate(events(articles).events) for article in event.articles}
    return [of.get(row["id"], row["id"]) for row in rows]


def _without_address(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith("http"))


def b_cubed(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent (Bagga and Baldwin 1998), each item counting the same.

    Example:
        >>> [round(figure, 1) for figure in b_cubed(["a", "a", "b", "b"], ["1", "1", "1", "2"])]
        [66.7, 75.0, 70.6]
    """
    both, of_gold, of_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    shares: defaultdict[str, float] = defaultdict(float)
    for (one, other), number in both.items():
        shares["precision"] += number * number / of_found[other]
        shares["recall"] += number * number / of_gold[one]
    precision, recall = 100 * shares["precision"] / len(gold), 100 * shares["recall"] / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.comparing", description="Measure copies and events.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), metavar="FOLDER", help="default: ../shared")
    print(measure(parser.parse_args().shared))


if __name__ == "__main__":
    main()
