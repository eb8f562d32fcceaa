"""A ledger as sheets: a workbook to review in, or a folder of .csv, .jsonl or .parquet with a codebook."""

from __future__ import annotations

import collections
import contextlib
import dataclasses
import importlib.metadata
import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from sayso.errors import Unexportable
from sayso.ledger import Filters, Ledger, log, selection
from sayso.ledger.connection import clock
from sayso.out.sheets import folder, workbook
from sayso.out.sheets.codebook import SHEETS
from sayso.out.sheets.gather import Gathered, expected, gather, rows
from sayso.out.sheets.package import FILE, About, codebook_json
from sayso.printable import printable

__all__ = ["FORMS", "export_sheets"]

FORMS = ("csv", "jsonl", "parquet", "xlsx")


def export_sheets(  # noqa: PLR0913 - keywords
    ledger: Ledger, out: Path, form: str, *, words: str = "", filters: Filters | None = None, who: str
) -> Mapping[str, int]:
    """Write what a ledger has to *out*, whole or not at all, and log that it went out.

    Args:
        ledger: The ledger, open to write.
        out: A file for ``xlsx``, replaced where it is there; else a folder, new or empty.
        form: One of :data:`FORMS`.
        words: What the attributions, or the articles, must have; see :meth:`sayso.ledger.Ledger.search`.
        filters: What they must be.
        who: Who exports.

    Returns:
        The number of rows of each sheet, which is all that the ledger has of what was asked for.

    Raises:
        ExtraMissing: A package for this form is not installed.
        Unexportable: *out* is there, too many rows for a workbook, or rows are missing.
        Undecidable: A date among the filters that is none.
        OSError: *out* cannot be written.
    """
    folder.check_installed(form) if form != "xlsx" else workbook.check_installed()
    if form != "xlsx" and out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Unexportable(printable(str(out)), "something there", "a new or empty folder", "name another")
    partial = out.with_name(f"{out.name}.partial")
    try:
        with ledger.one_moment():
            gathered = gather(ledger, selection.select(ledger.connection, words, filters))
            about = _about(gathered, form, words, filters or Filters(), who)
            written = _write(gathered, about, partial)
        if written != about.rows:
            wanted = f"{_told(about.rows)}, as the ledger counts"
            raise Unexportable(
                printable(str(out)), f"{_told(written)} rows", wanted, "run `sayso doctor`, and report it"
            )
        _log(ledger, about)
        if out.is_dir():
            out.rmdir()
        partial.replace(out)
    finally:
        shutil.rmtree(partial) if partial.is_dir() else partial.unlink(missing_ok=True)
    return written


def _write(gathered: Gathered, about: About, out: Path) -> dict[str, int]:
    """How many rows were written of each sheet."""
    counts = collections.Counter({sheet.name: 0 for sheet in SHEETS})
    with _writer(about, out) as write:
        for sheet, row in rows(gathered):
            write(sheet, row)
            counts[sheet.name] += 1
    return dict(counts)


@contextlib.contextmanager
def _writer(about: About, out: Path) -> Iterator[workbook.Write]:
    if about.form == "xlsx":
        with workbook.Workbook(out, about, SHEETS) as book:
            yield book.write
        return
    out.mkdir()
    with folder.open_tables(out, SHEETS, about.form) as tables:
        yield lambda sheet, row: tables[sheet.name].write(row)
    (out / FILE).write_text(codebook_json(about, SHEETS, about.form), encoding="utf-8")


def _about(gathered: Gathered, form: str, words: str, filters: Filters, who: str) -> About:
    connection = gathered.ledger.connection
    (uid,) = connection.execute("SELECT uid FROM ledger").fetchone()
    given = {name: value for name, value in dataclasses.asdict(filters).items() if value}
    return About(
        ledger=uid,
        origin=gathered.ledger.origin,
        sayso=importlib.metadata.version("sayso"),
        who=who,
        exported_at=clock(),
        form=form,
        asked={**({"words": words} if words.strip() else {}), **given},
        rows=expected(gathered),
        log_size=log.frontier(connection).size,
        last_decision=selection.last_decision(connection),
        comparison=gathered.comparison.number if gathered.comparison else None,
    )


def _log(ledger: Ledger, about: About) -> None:
    """Log what went out: the form, what was asked for, and how many rows of each sheet."""
    from sayso.ledger import signing  # noqa: PLC0415 - brings cryptography, which reading does without

    what = json.dumps({"form": about.form, "asked": about.asked, "rows": about.rows}, ensure_ascii=False)
    with ledger.writing() as now:
        signing.put_export(ledger.connection, what, about.log_size, who=about.who, now=now)


def _told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in counts.items())
