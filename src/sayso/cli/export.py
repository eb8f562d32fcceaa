"""``sayso export``: a ledger in a form that other programs read."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from sayso.cli.shared import by_option, filter_options, ledger_argument
from sayso.ledger import Filters, Ledger, open_ledger
from sayso.out import sheets, standards
from sayso.printable import printable
from sayso.show.words import counted


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """What an export must have, and who makes it."""

    words: str
    filters: Filters
    who: str
    utf16: bool


Exporter = Callable[[Ledger, Path, str, Asked], str]
"""Writes a ledger in a form, given by its name, and gives what it wrote in a few words."""


def _sheets(ledger: Ledger, out: Path, form: str, asked: Asked) -> str:
    rows = sheets.export_sheets(ledger, out, form, words=asked.words, filters=asked.filters, who=asked.who)
    told = " · ".join(f"{name} {number:,}" for name, number in rows.items())
    return f"{told}; that is all that was asked for"


def _standards(ledger: Ledger, out: Path, form: str, asked: Asked) -> str:
    if asked.utf16 and form != "webannotation":
        raise click.UsageError("found --utf16; wanted it with --format webannotation, the only one with offsets")
    rows = standards.export_standard(
        ledger, out, form, words=asked.words, filters=asked.filters, utf16=asked.utf16, who=asked.who
    )
    told = " · ".join(f"{name} {number:,}" for name, number in rows.items() if name != "rejected")
    rejected = f" but {counted(rows['rejected'], 'attribution')} that people rejected" if rows["rejected"] else ""
    return f"{told}; that is all that was asked for{rejected}"


def _wacz(ledger: Ledger, out: Path, _form: str, asked: Asked) -> str:
    if asked.words.strip() or asked.filters != Filters():
        raise click.UsageError("found words or filters; wanted none for a .wacz, which holds the whole ledger")
    done = ledger.export_wacz(out, who=asked.who)
    return f"{counted(done.captures, 'capture')}, {counted(done.others, 'other original')}"


_FORMS: Mapping[str, Exporter] = {
    **dict.fromkeys(sheets.FORMS, _sheets), **dict.fromkeys(standards.FORMS, _standards), "wacz": _wacz,
}  # fmt: skip


@click.command(epilog="Exit status: 0 done, 1 something failed (named on stderr), 2 misused.")
@ledger_argument
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("words", default="")
@click.option("--format", "form", type=click.Choice(sorted(_FORMS)), required=True,
              help="xlsx: a workbook to review in, which `sayso import` takes back. csv, jsonl, parquet: a folder with"
                   " one file a sheet and a codebook. wacz: a web archive with all originals, and the ledger itself in"
                   " it. webannotation: W3C Web Annotations. claimreview: schema.org claims, and reviews where a"
                   " person graded. ftm: FollowTheMoney entities. prov: PROV-JSON of every reading. graphml: who"
                   " says what, claims and origins as a graph.")  # fmt: skip
@click.option(
    "--utf16", is_flag=True, help="Count the offsets of webannotation in UTF-16 code units, as JavaScript does."
)
@filter_options
@by_option
def export(ledger: Path, out: Path, words: str, form: str, utf16: bool, who: str, **filters: str | None) -> None:
    """Write what a ledger holds to OUT for other programs: all of it, or what `sayso search` finds with WORDS.

    How many rows were written is counted against the ledger and said. The ledger logs who exported what.

    A .wacz opens in ReplayWeb.page and other players of web archives, and `sayso read` reads it. The ledger inside is a
    whole ledger, with everything that people decided: give it only to whom you would give the ledger.

    \b
    Examples:
      sayso export story.sayso review.xlsx --format xlsx
      sayso export story.sayso tables 'depot "salt quay"' --format csv --kind official --since 2026-05
      sayso export story.sayso tables --format parquet --by dora
      sayso export story.sayso story.wacz --format wacz
      sayso export story.sayso said.jsonld --format webannotation --utf16
      sayso export story.sayso entities.ftm.json --format ftm --kind official
    """  # noqa: D301
    with open_ledger(ledger) as opened:
        told = _FORMS[form](opened, out, form, Asked(words, Filters(**filters), who, utf16))
    click.echo(f"wrote {printable(str(out))}: {told}", err=True)
