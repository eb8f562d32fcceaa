"""What several commands share: options, where a ledger is named, progress."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.status import Status

from sayso.article import Article
from sayso.attribution import Certainty, EvidenceKind, SourceKind
from sayso.ledger.connection import user

FORMATS = ("csv", "jsonl", "table")

ledger_argument = click.argument("ledger", type=click.Path(path_type=Path))
format_option = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print the results."
)
by_option = click.option(
    "--by", "who", metavar="NAME", callback=lambda _context, _parameter, value: value or user(),
    help="Who decides; $SAYSO_REVIEWER without it, else the name of the login.",
)  # fmt: skip


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say what attributions must be, by the names of :class:`sayso.ledger.Filters`."""
    options = (
        click.option("--outlet", metavar="NAME", help="Only of this outlet."),
        click.option("--source", metavar="NAME",
                     help="Only by this source, in any spelling that counts as the same."),
        click.option("--kind", type=click.Choice([each.value for each in SourceKind]),
                     help="Only by sources of this kind."),
        click.option("--certainty", type=click.Choice([each.value for each in Certainty]),
                     help="Only what is put like this."),
        click.option("--evidence", type=click.Choice([each.value for each in EvidenceKind]),
                     help="Only what cites this."),
        click.option("--since", metavar="DATE",
                     help="Only of articles of this date (2026, 2026-05, 2026-05-12) or later."),
        click.option("--until", metavar="DATE", help="Only of articles of this date or earlier."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@contextlib.contextmanager
def progress() -> Iterator[Callable[[Iterable[Article]], Iterable[Article]]]:
    """A line on stderr, where a person is watching, that says how far reading is."""
    with watched("reading") as say:

        def counted(articles: Iterable[Article]) -> Iterator[Article]:
            words, started = 0, time.monotonic()
            for number, article in enumerate(articles, start=1):
                words += len(article.text.split())
                rate = words / max(0.1, time.monotonic() - started)
                say(f"{number:,} articles, {words:,} words, {rate:,.0f} words a second")
                yield article

        yield counted


@contextlib.contextmanager
def watched(begun: str) -> Iterator[Callable[[str], None]]:
    """A line on stderr that can be said anew; nothing where nobody is watching, or results come on the same screen."""
    console = Console(stderr=True)
    if not console.is_terminal or sys.stdout.isatty():
        yield lambda _: None
        return
    with Status(begun, console=console) as status:
        yield status.update


def pairs(values: Iterable[str], option: str) -> list[tuple[str, str]]:
    """``NAME=VALUE`` options as pairs. Raises :class:`click.BadParameter` for any other form."""
    found = [value.partition("=") for value in values]
    for name, sign, _ in found:
        if not (name.strip() and sign):
            raise click.BadParameter(f"found {name!r}; wanted NAME=VALUE", param_hint=option)
    return [(name.strip(), value) for name, _, value in found]
