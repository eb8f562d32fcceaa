"""What several commands share: options, where a ledger is named, progress."""

from __future__ import annotations

import collections
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
from sayso.errors import PassedOver, Refused
from sayso.figures import OwnTowns, read_own_towns
from sayso.gather import COLUMNS
from sayso.ledger.connection import user
from sayso.pipeline import LIMIT
from sayso.printable import printable

_SHOWN_REASONS = 8
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


class Refusals:
    """Names each input that is refused on stderr, and counts what was passed over in archives by its reason."""

    def __init__(self) -> None:
        self.count = 0
        self._passed_over: collections.Counter[str] = collections.Counter()

    def __call__(self, refused: Refused) -> None:
        """Report one."""
        if isinstance(refused, PassedOver):
            self._passed_over[refused.reason] += 1
            return
        self.count += 1
        click.echo(f"sayso: {refused}", err=True)

    def passed_over(self) -> str:
        """How many were passed over and why, the commonest reason first; empty for none."""
        if not self._passed_over:
            return ""
        common = self._passed_over.most_common(_SHOWN_REASONS)
        told = [f"{printable(reason)} {count:,}" for reason, count in common]
        rest = self._passed_over.total() - sum(count for _, count in common)
        more = [f"other reasons {rest:,}"] if rest else []
        return f"passed over {self._passed_over.total():,} ({', '.join([*told, *more])})"

    def exit(self) -> None:
        """Say what was passed over, and leave with status 1 where an input was refused."""
        if passed_over := self.passed_over():
            click.echo(passed_over, err=True)
        if self.count:
            sys.exit(1)


def named_columns(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dict[str, str]:
    """The pairs of ``--columns`` by our names."""
    pairs = [pair.partition("=") for pair in value.split(",")] if value else []
    for ours, sign, theirs in pairs:
        if not (ours and sign and theirs):
            raise click.BadParameter(f"found {value!r}; wanted pairs like text=article_content,date=published")
        if ours.strip() not in COLUMNS:
            raise click.BadParameter(f"found {ours.strip()!r}; wanted one of {', '.join(COLUMNS)} before each =")
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that reads articles: ``columns``, ``towns``, ``jobs``, ``limit``."""
    options = (
        click.option("--columns", metavar="OURS=THEIRS,...", callback=named_columns,
                     help="Which columns of a .csv or keys of a .jsonl to read, where they have other names than"
                          " id, outlet, date, title, text."),
        click.option("--towns", "own_towns", metavar="CSV", callback=_own_towns,
                     type=click.Path(exists=True, dir_okay=False, path_type=Path),
                     help="Also know the towns of this table, columns name and country, when saying where people were"
                          " hurt."),
        click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N",
                     help="Number of processes that read; the output is the same for any number."),
        click.option("--limit", type=click.IntRange(min=1), default=LIMIT, show_default=True, metavar="CHARACTERS",
                     help="Refuse an article with a longer text."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def _own_towns(_context: click.Context, _parameter: click.Parameter, table: Path | None) -> OwnTowns:
    return read_own_towns(table) if table else {}


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
