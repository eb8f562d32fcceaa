"""``sayso export``: a ledger in a form that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.shared import by_option, ledger_argument
from sayso.ledger import Ledger, open_ledger
from sayso.printable import printable
from sayso.show.words import counted

_FORMS = {"wacz": Ledger.export_wacz}


@click.command(epilog="Exit status: 0 done, 1 something failed (named on stderr), 2 misused.")
@ledger_argument
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(sorted(_FORMS)), required=True,
              help="wacz: a web archive with all originals, and the ledger itself in it.")  # fmt: skip
@by_option
def export(ledger: Path, out: Path, form: str, who: str) -> None:
    """Write what a ledger holds to OUT for other programs. The ledger logs that this was done.

    A .wacz opens in ReplayWeb.page and other players of web archives, and `sayso read` reads it. The ledger inside is a
    whole ledger, with everything that people decided: give it only to whom you would give the ledger.

    \b
    Examples:
      sayso export story.sayso --format wacz story.wacz
      sayso export story.sayso --format wacz story.wacz --by dora
    """  # noqa: D301
    with open_ledger(ledger) as opened:
        done = _FORMS[form](opened, out, who=who)
    told = f"{counted(done.captures, 'capture')}, {counted(done.others, 'other original')}"
    click.echo(f"wrote {printable(str(out))}: {told}", err=True)
