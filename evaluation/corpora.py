"""The gold, the scorers, and what the product finds in the gold's articles when it sees nothing but the articles."""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

from sayso import Refused, stream
from sayso.show.jsonl import to_json

Row = Mapping[str, Any]
Attributions = list[dict[str, Any]]

POLNEAR = "data/polnear/dev.jsonl"
COFENET = "data/cofenet/valid.txt"
GUM = "data/gum_attribution/gum_attribution.jsonl"
STORIES = "gold/stories"
PAGES = "data/article_extraction/html"
PAGES_TRUTH = "data/article_extraction/ground-truth.json"
PEERS = {
    "Citron retrained": "peers/citron-polnear.polnear-dev.jsonl",
    "Gender Gap Tracker": "peers/ggt.polnear-dev.jsonl",
    "textacy": "peers/textacy-par.polnear-dev.jsonl",
}
SCORERS = ("score/attributions.py", "score/cofenet.py", "score/stories.py", "score/maintext.py")
SEEN_BY_PRODUCT = ("id", "outlet", "date", "title", "text")


def missing(shared: Path) -> Path | None:
    """The first of the files that a run needs and *shared* lacks; ``None`` when all are there."""
    needed = (POLNEAR, COFENET, GUM, STORIES, PAGES, PAGES_TRUTH, *PEERS.values(), *SCORERS)
    return next((shared / name for name in needed if not (shared / name).exists()), None)


def digests(shared: Path) -> dict[str, str]:
    """The sha256 of each file of gold, by its path in *shared*."""
    files = [shared / POLNEAR, shared / COFENET, shared / GUM, shared / PAGES_TRUTH, *story_files(shared)]
    return {path.relative_to(shared).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def story_files(shared: Path) -> list[Path]:
    """The annotated stories, in the order of their numbers."""
    return sorted((shared / STORIES).glob("[0-9]*.json"))


def load_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file that has one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def scorer(shared: Path, name: str) -> ModuleType:
    """A scorer as it stands in *shared*, a fresh module at each call."""
    folder = shared / "score"
    module = ModuleType(name)
    sys.path.insert(0, str(folder))  # stories.py imports the scorer beside it
    try:
        SourceFileLoader(name, str(folder / f"{name}.py")).exec_module(module)
    finally:
        sys.path.remove(str(folder))
    return module


def as_input(row: Row) -> dict[str, Any]:
    """What the product may see of a row: a list of the allowed, so that no form of gold slips through.

    ``sayso read`` takes ``attributions`` that a row carries as they stand, so gold left in would score 100.
    """
    return {key: row[key] for key in SEEN_BY_PRODUCT if key in row}


def write_input(rows: Iterable[Row], path: Path) -> None:
    """Write the articles of *rows* as a .jsonl for ``sayso read``, without any gold."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(as_input(row)) + "\n" for row in rows)


def read_with_product(rows: Iterable[Row]) -> dict[str, dict[str, Any]]:
    """Each article as ``sayso read --format jsonl`` prints it, by its id.

    Args:
        rows: Articles with ids of their own.

    Raises:
        Refused: The product cannot read an article. A figure over the others would not be one over the corpus.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        write_input(rows, path)
        return {article.id: to_json(article) for article in stream([str(path)], refused=_stop)}


def attributions_by_product(rows: Iterable[Row]) -> dict[str, Attributions]:
    """The attributions alone, see :func:`read_with_product`."""
    return {name: article["attributions"] for name, article in read_with_product(rows).items()}


def _stop(refused: Refused) -> NoReturn:
    raise refused
