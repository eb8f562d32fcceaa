"""What every command that reads articles has: its options, and how it names what was refused."""

from __future__ import annotations

import collections
import dataclasses
import functools
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypedDict

import click

from sayso.cli.shared import pairs
from sayso.cli.web import fetcher_of, web_options
from sayso.errors import PassedOver, Refused
from sayso.figures import OwnTowns, read_own_towns
from sayso.gather import COLUMNS, Caps
from sayso.pipeline import LIMIT
from sayso.printable import printable
from sayso.web import Fetcher

_SHOWN_REASONS = 8


class Reading(TypedDict):
    """How articles are to be read: keywords of :func:`sayso.stream` and :meth:`sayso.Ledger.add`."""

    columns: Mapping[str, str]
    own_towns: OwnTowns
    jobs: int
    limit: int
    caps: Caps
    fetcher: Fetcher


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that reads articles; *command* gets them as one keyword, ``reading``."""

    @functools.wraps(command)
    def with_reading(
        *arguments: Any, columns: dict[str, str], own_towns: OwnTowns, jobs: int, limit: int, caps: Caps,
        no_robots: bool, contact: str, **others: Any,
    ) -> None:  # fmt: skip
        fetcher = fetcher_of(contact, no_robots=no_robots, caps=caps)
        reading = Reading(columns=columns, own_towns=own_towns, jobs=jobs, limit=limit, caps=caps, fetcher=fetcher)
        command(*arguments, reading=reading, **others)

    options = (
        click.option("--columns", metavar="OURS=THEIRS,...", callback=_columns,
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
        click.option("--cap", "caps", metavar="NAME=NUMBER", multiple=True, callback=_caps,
                     help=f"Change a bound on what an input may cost: {_BOUNDS}. Repeatable."),
        web_options,
    )  # fmt: skip
    return functools.reduce(lambda made, option: option(made), reversed(options), with_reading)


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
        """Leave with status 1 where an input was refused."""
        if self.count:
            sys.exit(1)


_BOUNDS = ", ".join(f"{each.name}={each.default}" for each in dataclasses.fields(Caps))


def _caps(_context: click.Context, _parameter: click.Parameter, values: Iterable[str]) -> Caps:
    """The bounds with those that are named changed. Raises :class:`click.BadParameter` for other names and numbers."""
    known = {each.name for each in dataclasses.fields(Caps)}
    changed: dict[str, int] = {}
    for name, value in pairs(values, "--cap"):
        if name not in known:
            raise click.BadParameter(f"found {name!r}; wanted one of {', '.join(sorted(known))}", param_hint="--cap")
        if not (value.isascii() and value.isdigit() and 0 < len(value) < 16 and int(value)):
            raise click.BadParameter(f"found {value!r}; wanted a whole number above 0", param_hint="--cap")
        changed[name] = int(value)
    return Caps(**changed)


def _columns(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dict[str, str]:
    """The pairs of ``--columns`` by our names."""
    pairs = [pair.partition("=") for pair in value.split(",")] if value else []
    for ours, sign, theirs in pairs:
        if not (ours and sign and theirs):
            raise click.BadParameter(f"found {value!r}; wanted pairs like text=article_content,date=published")
        if ours.strip() not in COLUMNS:
            raise click.BadParameter(f"found {ours.strip()!r}; wanted one of {', '.join(COLUMNS)} before each =")
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}


def _own_towns(_context: click.Context, _parameter: click.Parameter, table: Path | None) -> OwnTowns:
    return read_own_towns(table) if table else {}
