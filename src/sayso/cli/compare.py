"""``sayso compare``: what several articles have in common."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

import click

from sayso.cli.shared import Refusals, progress, reading_options, watched
from sayso.compare import Comparison, compare
from sayso.compare.owners import Owner, built_in_owners, read_owners
from sayso.completed import completed
from sayso.figures import OwnTowns
from sayso.ledger import open_ledger
from sayso.ledger.connection import is_database
from sayso.pipeline import stream
from sayso.show import write_comparison_json, write_comparison_page, write_comparison_table


def _owners(_context: click.Context, _parameter: click.Parameter, file: TextIO | None) -> Mapping[str, Owner] | None:
    """The owners of the user's table over those built in."""
    if file is None:
        return None
    try:
        return {**built_in_owners(), **read_owners(file.read())}
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command(
    name="compare",
    epilog="Exit status: 0 done, 1 an input was refused (named on stderr, the rest is compared), 2 misused.",
)
@click.argument("paths", metavar="PATH...|LEDGER", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["json", "table"]), default="table", show_default=True,
              help="How to print the results.")  # fmt: skip
@click.option("--html", type=click.File("w", encoding="utf-8", lazy=False), metavar="OUT",
              help="Also write it as one self-contained page, with a timeline and claims by outlets.")  # fmt: skip
@click.option("--one-event", is_flag=True, help="Take all articles as one event, whatever their words.")
@click.option("--owners", type=click.File(encoding="utf-8"), metavar="TSV", callback=_owners,
              help="Also know who owns these outlets: name, family, state or -, reason, tabs between.")  # fmt: skip
@reading_options
def compare_(
    paths: tuple[str, ...], form: str, html: TextIO | None, one_event: bool, owners: Mapping[str, Owner] | None,
    columns: dict[str, str], own_towns: OwnTowns, jobs: int, limit: int,
) -> None:  # fmt: skip
    """Compare articles: which are about one event, which are copies, what they claim, on whose word, who disputes it.

    PATH is what `sayso read` takes, or what it printed as JSON Lines, which is not read anew. The articles of a LEDGER
    are compared as people left them; their word on statements wins over the machine (`sayso review`), and what is
    found is kept in the ledger.

    \b
    Examples:
      sayso compare articles/
      sayso compare articles/ --html compared.html
      sayso compare read.jsonl --format json > compared.json
      sayso compare one.html two.html three.html --one-event
      sayso compare story.sayso
    """  # noqa: D301 - click wants the character \\b before lines that it must not join
    if any(is_database(Path(path)) for path in paths):
        if len(paths) > 1:
            raise click.UsageError("found a ledger beside other inputs; wanted one alone; add them to it first")
        if columns or own_towns:
            raise click.UsageError("found a ledger, which was read already; leave out --columns and --towns")
        _write(_kept(Path(paths[0]), owners, one_event=one_event), form, html)
        return
    refusals = Refusals()
    read = stream(paths, refused=refusals, columns=columns, limit=limit, own_towns=own_towns, jobs=jobs)
    with progress() as counted:
        articles = [completed(article, own_towns=own_towns) for article in counted(read)]
    _write(compare(articles, owners=owners, one_event=one_event), form, html)
    refusals.exit()


def _kept(ledger: Path, owners: Mapping[str, Owner] | None, *, one_event: bool) -> Comparison:
    """The comparison of a ledger, which is kept in it."""
    with open_ledger(ledger) as opened, watched("comparing"):
        kept = opened.compare(owners=owners, one_event=one_event)
    click.echo(f"comparison {kept.number}, made {kept.compared_at}", err=True)
    return kept.comparison


def _write(comparison: Comparison, form: str, html: TextIO | None) -> None:
    if html is not None:
        write_comparison_page(comparison, html)
        click.echo(f"wrote {html.name}", err=True)
    write = {"json": write_comparison_json, "table": write_comparison_table}[form]
    write(comparison, sys.stdout)
