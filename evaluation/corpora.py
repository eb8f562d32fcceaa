"""The gold, the scorers, and what the product finds in the gold's articles when it sees nothing but the articles."""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Collection, Iterable, Mapping
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

from sayso import Refused, stream
from sayso.article import Article
from sayso.completed import completed
from sayso.show.jsonl import to_json

Row = Mapping[str, Any]
Attributions = list[dict[str, Any]]

POLNEAR = "data/polnear/dev.jsonl"
COFENET = "data/cofenet/valid.txt"
GUM = "data/gum_attribution/gum_attribution.jsonl"
ECB = "data/ecbplus/ecbplus.jsonl"
STORIES = "gold/stories"
PEERS = {
    "Citron retrained": "peers/citron-polnear.polnear-dev.jsonl",
    "Gender Gap Tracker": "peers/ggt.polnear-dev.jsonl",
    "textacy": "peers/textacy-par.polnear-dev.jsonl",
}
SCORERS = ("score/attributions.py", "score/cofenet.py", "score/stories.py")
SEEN_BY_PRODUCT = ("id", "outlet", "date", "title", "text")
SEEN_WHEN_GIVEN = (*SEEN_BY_PRODUCT, "attributions")
"""The same where people's attributions are given to the product, and what it makes of them is measured."""


def missing(shared: Path) -> Path | None:
    """The first of the files that a run needs and *shared* lacks; ``None`` when all are there."""
    needed = (POLNEAR, COFENET, GUM, ECB, STORIES, *PEERS.values(), *SCORERS)
    return next((shared / name for name in needed if not (shared / name).exists()), None)


def digests(shared: Path) -> dict[str, str]:
    """The sha256 of each file of gold, by its path in *shared*."""
    files = [shared / POLNEAR, shared / COFENET, shared / GUM, shared / ECB, *story_files(shared)]
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


def as_input(row: Row, seen: Collection[str] = SEEN_BY_PRODUCT) -> dict[str, Any]:
    """What the product may see of a row: a list of the allowed, so that no form of gold slips through.

    ``sayso read`` takes ``attributions`` that a row carries as they stand, so gold left in would score 100.
    """
    return {key: row[key] for key in seen if key in row}


def write_input(rows: Iterable[Row], path: Path, seen: Collection[str] = SEEN_BY_PRODUCT) -> None:
    """Write the articles of *rows* as a .jsonl for ``sayso read``, without any gold that is not *seen*."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(as_input(row, seen)) + "\n" for row in rows)


def articles_by_product(rows: Iterable[Row], seen: Collection[str] = SEEN_BY_PRODUCT) -> list[Article]:
    """The articles as the product reads them.

    Args:
        rows: Articles with ids of their own.
        seen: The keys that it may see.

    Raises:
        Refused: The product cannot read an article. A figure over the others would not be one over the corpus.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        write_input(rows, path, seen)
        return [completed(article) for article in stream([str(path)], refused=_stop)]


def attributions_by_product(rows: Iterable[Row]) -> dict[str, Attributions]:
    """What it finds, by article, as ``sayso read --format jsonl`` prints it; see :func:`articles_by_product`."""
    return {article.id: to_json(article)["attributions"] for article in articles_by_product(rows)}


def _stop(refused: Refused) -> NoReturn:
    raise refused
