"""``sayso import``: what people reviewed in a workbook comes back into its ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from sayso.cli.reading import Refusals
from sayso.cli.shared import by_option, format_option, ledger_argument
from sayso.ledger import open_ledger
from sayso.out.sheets.decided import Imported, import_reviewed
from sayso.show import kept, rows
from sayso.show.words import counted

_DONE = ("cell", "attribution", "column", "value", "decisions", "conflict")


@click.command(
    name="import",
    epilog="Exit status: 0 done, 1 a cell was refused (named on stderr, the rest is imported), 2 misused.",
)
@ledger_argument
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@format_option
@by_option
def import_(ledger: Path, file: Path, form: str, who: str) -> None:
    """Take back FILE, a workbook from `sayso export --format xlsx`: each cell that you changed is one decision.

    What you did not change is not touched, however the rows were sorted and whatever program saved them. Where others
    decided otherwise both stand, and that is shown. The ledger logs the file's SHA-256, who, and how many. The same
    file twice changes nothing more.

    \b
    Examples:
      sayso import story.sayso review.xlsx --by dora
      sayso import story.sayso review.xlsx --by dora --format jsonl
    """  # noqa: D301
    refusals = Refusals()
    with open_ledger(ledger) as opened:
        imported = import_reviewed(opened, file, who=who)
    for each in imported.refused:
        refusals(each)
    rows.write_rows(_told(imported), _DONE, form, sys.stdout)
    decided = sum(len(each.decisions) for each in imported.done)
    before = sum(not each.decisions for each in imported.done)
    told = [counted(decided, "decision"), f"{before:,} already there", f"refused {refusals.count:,}",
            counted(len(imported.conflicts), "conflict")]  # fmt: skip
    if imported.passed_over:
        told.append(f"columns of your own: {', '.join(imported.passed_over)}")
    click.echo(" · ".join(told), err=True)
    refusals.exit()


def _told(imported: Imported) -> Iterator[dict[str, Any]]:
    conflicts: dict[str, list[str]] = {}
    for each in map(kept.conflict, imported.conflicts):
        conflicts.setdefault(each["attribution"], []).append(f"{each['why']}: {'; '.join(each['decisions'])}")
    for done in imported.done:
        if done.decisions:
            edit = done.edit
            yield {
                "cell": edit.where, "attribution": edit.attribution, "column": edit.column.name,
                "value": edit.value or None, "decisions": list(done.decisions),
                "conflict": conflicts.get(edit.attribution, []),
            }  # fmt: skip
