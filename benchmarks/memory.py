"""Peak memory of ``sayso read`` over few and over many articles: it must not grow with their number."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.child import SAYSO, checked
from evaluation import corpora

NUMBERS = (200, 2000)
# Enough for two windows of the network. What is looked for is growth, not the need of one long article.
CHARACTERS = 2000


def measure(articles: Sequence[dict[str, Any]], folder: Path) -> str:
    """The peaks as a table.

    Args:
        articles: Rows with ``id`` and ``text``, repeated under other ids until there are enough.
        folder: Where files may be put.
    """
    peaks = [_peak(articles, number, folder) for number in NUMBERS]
    lines = [f"{number:>6,} articles of {CHARACTERS:,} characters  {peak / 1e6:6.0f} MB at the peak"
             for number, peak in zip(NUMBERS, peaks, strict=True)]  # fmt: skip
    return "\n".join([*lines, f"growth {(peaks[-1] - peaks[0]) / 1e6:+.0f} MB"])


def _peak(articles: Sequence[dict[str, Any]], number: int, folder: Path) -> int:
    rows = (articles[i % len(articles)] for i in range(number))
    path = folder / "many.jsonl"
    corpora.write_input(({**row, "id": str(i), "text": row["text"][:CHARACTERS]} for i, row in enumerate(rows)), path)
    return checked([*SAYSO, "read", str(path), "--format", "jsonl"], folder / "out").peak
