"""Articles that nobody annotated for attributions: what the teacher holds of them is all there is to learn."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from evaluation.corpora import load_lines, story_files
from sayso.article import Span
from sayso.gather.headline import headline_span
from training.data import Example

FAKES = "data/fakes/fakes.csv"
BASIL = "data/basil/articles"
ECB = "data/ecbplus/ecbplus.jsonl"


def silver_examples(shared: Path) -> list[Example]:
    """The articles of FA-KES, less those of the annotated stories, of BASIL and of ECB+."""
    measured = {a["text"] for path in story_files(shared) for a in json.loads(path.read_text("utf-8"))["articles"]}
    examples = [*_fakes(shared / FAKES), *_basil(shared / BASIL), *_ecb(shared / ECB)]
    return [example for example in examples if example.text not in measured]


def _fakes(path: Path) -> Iterator[Example]:
    with path.open(encoding="latin-1", newline="") as table:
        for row in csv.DictReader(table):
            text = row["article_content"]
            yield Example(text, headline_span(text, row["article_title"]), [])


def _basil(folder: Path) -> Iterator[Example]:
    for path in sorted(folder.rglob("*.json")):
        row = json.loads(path.read_text("utf-8"))
        paragraphs = [" ".join(sentences) for sentences in row["body-paragraphs"]]
        yield Example("\n\n".join([row["title"], *paragraphs]), Span(0, len(row["title"])), [])


def _ecb(path: Path) -> Iterator[Example]:
    for row in load_lines(path):
        yield Example(row["text"], None, [])
