"""What a ledger costs beside reading alone, how large it is, how fast it verifies, and how fast it is searched."""

from __future__ import annotations

import itertools
import json
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from evaluation import corpora
from sayso.ledger import Filters, Ledger, new_ledger
from sayso.pipeline import stream
from sayso.show import to_json

STATEMENTS = 100_000
REPEATS = 7
SEARCHES: tuple[tuple[str, dict[str, str]], ...] = (
    ("observatory", {}),
    ("said", {}),
    ("the", {}),
    ('"human rights"', {}),
    ("kill* civilians", {}),
    ("said", {"kind": "official", "since": "2015", "until": "2016-06"}),
    ("the", {"certainty": "predicted", "evidence": "video"}),
    ("", {"certainty": "denied"}),
    ("", {"kind": "medical", "evidence": "medical_exam"}),
    ("", {"source": "Nobody at All"}),
)


def measure(articles: Sequence[dict[str, Any]], folder: Path) -> str:
    """The figures as a few lines.

    Args:
        articles: Rows with ``id`` and ``text``.
        folder: Where files may be put.
    """
    corpora.write_input(articles, folder / "all.jsonl")
    read_seconds, read = _timed(lambda: list(stream([str(folder / "all.jsonl")], refused=_stop)))
    with new_ledger(folder / "one.sayso") as ledger:
        add_seconds, _ = _timed(lambda: _add(ledger, folder / "all.jsonl"))
        verify_seconds, _ = _timed(ledger.verify)
    size = (folder / "one.sayso").stat().st_size
    text = sum(len(article.text.encode()) for article in read)
    lines = [
        f"{len(read):,} articles of {text / 1e6:.2f} MB of text",
        f"reading {read_seconds:.1f} CPU seconds, adding {add_seconds:.1f}: {add_seconds / read_seconds - 1:+.1%}",
        f"ledger {size / 1e6:.2f} MB, {size / text:.2f} times the text",
        f"verified in {verify_seconds:.2f} CPU seconds, {size / 1e6 / verify_seconds:.0f} MB a second",
    ]
    many = folder / "many.jsonl"
    _write_many([to_json(article) for article in read], many)
    with new_ledger(folder / "many.sayso") as ledger:
        _add(ledger, many)
        verify_seconds, found = _timed(ledger.verify)
        count = ledger.connection.execute("SELECT count(*) FROM attributions").fetchone()[0]
        whole = (folder / "many.sayso").stat().st_size / 1e6
        lines += [
            f"{count:,} attributions, {found.readings:,} articles: verified at {whole / verify_seconds:.0f} MB/s",
            *(_searched(ledger, words, filters) for words, filters in SEARCHES),
        ]
    return "\n".join(lines)


def _searched(ledger: Ledger, words: str, filters: dict[str, str]) -> str:
    took = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        statements, articles = ledger.search(words, Filters(**filters))
        took.append(time.perf_counter() - started)
    asked = " ".join([words, *(f"{name}={value}" for name, value in filters.items())])
    found = f"{len(statements)} attributions, {len(articles)} articles"
    return f"{1000 * statistics.median(took):7.1f} ms (worst {1000 * max(took):.1f})  {asked.strip()}: {found}"


def _write_many(read: Sequence[dict[str, Any]], path: Path) -> None:
    """The articles again and again under other ids, until there are enough statements."""
    written = 0
    with path.open("w", encoding="utf-8") as out:
        for round_ in itertools.count():
            for article in read:
                name = f"{article['id']}-{round_}"
                statements = [{**each, "id": f"{name}.{n}"} for n, each in enumerate(article["attributions"], start=1)]
                out.write(json.dumps({**article, "id": name, "attributions": statements}) + "\n")
                written += len(statements)
                if written >= STATEMENTS:
                    return


def _add(ledger: Ledger, path: Path) -> None:
    for _ in ledger.add([str(path)], refused=_stop):
        pass


def _stop(refused: Exception) -> None:
    raise refused


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    started = time.process_time()
    result = work()
    return time.process_time() - started, result
