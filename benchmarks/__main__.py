"""``python -m benchmarks WHAT``: one table; speed also writes results.md, many docs/compare-scaling.svg."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import compare, export, feeds, ledger, many, memory, real, speed, stages, warc
from benchmarks.child import use_one_core
from evaluation import corpora

_OF_THEIR_OWN = ("real-input", "compare", "many", "feeds", "warc", "export")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit status: 0 done, 2 misused."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.articles and options.what in _OF_THEIR_OWN:
        parser.error(f"{options.what} reads articles of its own; leave --articles out")
    source = options.articles or options.shared / corpora.POLNEAR
    if not source.exists() and options.what not in ("feeds", "warc", "many", "export"):
        parser.error(f"found no {source}; wanted articles; name their file with --articles or the folder with --shared")
    if options.what != "warc":  # it is about two processes
        use_one_core()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.what == "real-input":
            print(real.measure(options.shared, folder))
        elif options.what == "compare":
            print(compare.measure(options.shared))
        elif options.what == "many":
            print(many.measure(folder))
        elif options.what == "feeds":
            print(feeds.measure(folder))
        elif options.what == "warc":
            print(warc.measure(options.shared, folder))
        elif options.what == "export":
            print(export.measure(options.shared, folder, options.ledger))
        else:
            kind = {"speed": speed, "stages": stages, "memory": memory, "ledger": ledger}[options.what]
            print(kind.measure(corpora.load_lines(source), folder))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure time and memory of sayso.")
    parser.add_argument(
        "what",
        nargs="?",
        choices=("speed", "stages", "real-input", "memory", "ledger", "compare", "many", "feeds", "warc", "export"),
        default="speed",
        help="beside spaCy (default), each stage, over real collections, over few and many articles, into a ledger,"
        " comparing beside reading, comparing few and many, watching 200 feeds over simulated days, a crawl of"
        " 10,000 pages through extraction, or a ledger of FA-KES as sheets and back",
    )
    parser.add_argument("--articles", type=Path, metavar="FILE.jsonl", help="default: PolNeAR dev")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), metavar="FOLDER", help="default: ../shared")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="one of FA-KES; export makes it anew without")
    return parser  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
