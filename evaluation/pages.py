"""Main text of the 181 pages of the article-extraction benchmark, on the half that was decided on and on the other."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from evaluation import corpora
from sayso.errors import Refused
from sayso.gather import article_of, documents

_SUFFIX = ".html.gz"
_LIMIT = 10_000_000


def page_figures(shared: Path) -> dict[str, float]:
    """F1 in per cent: ``pages.decided`` on the pages on which settings were chosen, ``pages.held_out``, ``pages.all``.

    What a page says is compared in shingles of four words, see the scorer; a page that is refused has no text.
    """
    scorer = corpora.scorer(shared, "maintext")
    truth = json.loads((shared / corpora.PAGES_TRUTH).read_text(encoding="utf-8"))
    found = _found(shared)
    decided = {page: row for page, row in truth.items() if is_decided_on(page)}
    held_out = {page: row for page, row in truth.items() if page not in decided}
    parts: Mapping[str, Mapping[str, Any]] = {"decided": decided, "held_out": held_out, "all": truth}
    return {f"pages.{part}": round(100 * scorer.evaluate(rows, found)["f1"], 1) for part, rows in parts.items()}


def is_decided_on(page: str) -> bool:
    """Whether settings may be chosen by looking at *page*, which is the name of its file without the suffix.

    Example:
        >>> is_decided_on("c69e539d"), is_decided_on("bridge")
        (True, False)
    """
    return hashlib.sha256(page.encode()).digest()[-1] % 2 == 0


def _found(shared: Path) -> dict[str, dict[str, str]]:
    """The main text that the product finds in each page, as the scorer wants it."""
    found = {}
    for document in documents([str(shared / corpora.PAGES)], limit=_LIMIT):
        if isinstance(document, Refused):
            _stop(document)
        name = Path(document.path or "").name.removesuffix(_SUFFIX)
        found[name] = {"articleBody": article_of(document, limit=_LIMIT).text}
    return found


def _stop(refused: Refused) -> NoReturn:
    raise refused
