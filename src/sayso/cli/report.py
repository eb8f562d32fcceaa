"""``sayso report``: claims with their words, originals and proofs, in one file."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.shared import by_option, ledger_argument
from sayso.ledger import open_ledger
from sayso.out.report import Asked, Redaction, Reported, write_report
from sayso.printable import printable
from sayso.show.words import counted

WITNESSES = "witnesses"


@click.command(epilog="Exit status: 0 done, 1 something failed (named on stderr, nothing is written), 2 misused.")
@ledger_argument
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--event", "events", multiple=True, metavar="ID", help="An event of the last comparison, such as e1.")
@click.option("--claim", "claims", multiple=True, metavar="ID", help="A claim of it, such as e1.c2.")
@click.option("--article", "articles", multiple=True, metavar="ID", help="An article of the ledger.")
@click.option("--redact", "redact", multiple=True, metavar="witnesses|NAME",
              help="Take out the names of witnesses, residents, medical and other private sources, or one name; roles"
                   " stay. Repeatable.")  # fmt: skip
@by_option
def report(
    ledger: Path, out: Path, events: tuple[str, ...], claims: tuple[str, ...], articles: tuple[str, ...],
    redact: tuple[str, ...], who: str,
) -> None:  # fmt: skip
    """Write a report to OUT, one HTML file for an editor or a lawyer, which prints to a clean PDF.

    It has the claims, the words and their context, the articles with address, capture time and hash, the proofs, the
    checkpoint and the public key, and says how to verify them offline. It asks no host for anything. Sign a checkpoint
    first (`sayso checkpoint`). The ledger logs that a report was made.

    Names are taken out of words, titles, addresses, identifiers and proofs alike; people whom the articles only write
    about are found only by their NAME. Whose names went, and whose stayed, is said on stderr: look at it.

    \b
    Examples:
      sayso report story.sayso --event e1 report.html
      sayso report story.sayso --claim e1.c2 --claim e1.c5 report.html
      sayso report story.sayso --article 05-selvany-television report.html
      sayso report story.sayso --event e1 --redact witnesses --redact "Ada Byrne" report.html
    """  # noqa: D301
    if not (events or claims or articles):
        raise click.UsageError("name at least one --event, --claim or --article")
    redaction = Redaction(WITNESSES in redact, tuple(name for name in redact if name != WITNESSES))
    if any(not name.strip() for name in redaction.names):
        raise click.UsageError("found an empty --redact; wanted a name, or witnesses")
    with open_ledger(ledger) as opened:
        try:
            done = write_report(opened, Asked(events, claims, articles), out, who=who, redaction=redaction)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
    _tell(done, out, redacted=redaction.asked)


def _tell(done: Reported, out: Path, *, redacted: bool) -> None:
    parts = ((done.events, "event"), (done.claims, "claim"), (done.articles, "article"))
    told = ", ".join(counted(number, thing) for number, thing in parts if number)
    click.echo(f"wrote {printable(str(out))}: {told}", err=True)
    if redacted:
        gone = "; ".join(f"{' / '.join(each.names)} as {each.label}" for each in done.people)
        click.echo(f"names taken out: {printable(gone) or 'none'}", err=True)
        click.echo(f"other people among the sources, left: {printable('; '.join(done.left)) or 'none'}", err=True)
