"""What a ledger of FA-KES costs to write as sheets, and whether 200 edited cells come back as 200 decisions."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import openpyxl

from benchmarks.child import SAYSO, Run, checked, errors_of
from benchmarks.real import FAKES, FAKES_COLUMNS
from sayso.out.sheets import FORMS
from sayso.out.sheets.codebook import ATTRIBUTIONS

EDITS = 200
_WRITTEN: Mapping[str, tuple[str, ...]] = {
    "verdict": ("accepted", "rejected"),
    "note": ("=1+1, seen",),
    "source_name": ("Ada Byrne",),
    "source_kind": ("expert", "medical"),
    "named": ("yes", "no"),
    "certainty": ("hedged", "denied", "asserted"),
    "credibility": ("2", "3"),
    "origin": ("Meridian Wire",),
}
"""Columns that are edited, and what is written there."""


def measure(shared: Path, folder: Path, ledger: Path | None = None) -> str:
    """The figures as a few lines.

    Args:
        shared: The folder of shared data.
        folder: Where files may be put.
        ledger: A ledger of FA-KES that is there already, of which a copy is used; made anew without it.
    """
    used = folder / "fakes.sayso"
    if ledger:
        shutil.copyfile(ledger, used)
    else:
        checked([*SAYSO, "new", str(used)], folder / "new")
        checked([*SAYSO, "add", str(used), str(shared / FAKES), "--columns", FAKES_COLUMNS], folder / "add")
        checked([*SAYSO, "compare", str(used)], folder / "compare")
    lines = [f"{'':10}{'CPU s':>8}{'peak MB':>9}{'size MB':>9}"]
    for form in FORMS:
        out = folder / f"out.{form}"
        run = checked([*SAYSO, "export", str(used), str(out), "--format", form], folder / f"export-{form}")
        lines.append(_line(form, run, out))
    # In a process of its own: a large parent would hand its peak on to the imports.
    edit_ = [sys.executable, "-m", "benchmarks.export", str(folder / "out.xlsx"), str(folder / "edited.xlsx")]
    checked(edit_, folder / "edit")
    edited = (folder / "edit").read_text(encoding="utf-8").strip()
    for time in ("first", "second"):
        told = folder / f"import-{time}"
        run = checked([*SAYSO, "import", str(used), str(folder / "edited.xlsx"), "--by", "benchmark"], told)
        last = errors_of(told).read_text(encoding="utf-8").splitlines()[-1]
        lines.append(f"{edited} cells edited, {time} import in {run.cpu:.1f} CPU s, {run.peak / 1e6:.0f} MB: {last}")
    return "\n".join(lines)


def edit(workbook: Path, out: Path) -> int:
    """Change :data:`EDITS` cells of a workbook here and there; how many were changed."""
    chosen = random.Random(8)
    book = openpyxl.load_workbook(workbook)
    page = book[ATTRIBUTIONS.name]
    headings = {cell.value: cell.column for cell in page[1]}
    cells = [(row, name) for row in range(2, page.max_row + 1) for name in _WRITTEN]
    edited = 0
    for row, name in chosen.sample(cells, len(cells)):
        cell, value = page.cell(row, headings[name]), chosen.choice(_WRITTEN[name])
        if edited < EDITS and cell.value != value:
            cell.value, cell.data_type = value, "s"
            edited += 1
    book.save(out)
    return edited


def _line(form: str, run: Run, out: Path) -> str:
    size = sum(path.stat().st_size for path in out.iterdir()) if out.is_dir() else out.stat().st_size
    return f"{form:10}{run.cpu:8.1f}{run.peak / 1e6:9.0f}{size / 1e6:9.1f}"


if __name__ == "__main__":
    print(edit(*map(Path, sys.argv[1:])))
