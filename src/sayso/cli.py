"""The command line: one thin command per verb, results on stdout, talk on stderr."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

import click
from rich.console import Console
from rich.status import Status

from sayso.article import Article
from sayso.attribution import Act
from sayso.errors import Refused, SaysoError
from sayso.figures import OwnTowns, read_own_towns
from sayso.gather import COLUMNS
from sayso.pipeline import LIMIT, stream
from sayso.show import write_csv, write_jsonl, write_page, write_table

_WRITERS: dict[str, Callable[..., None]] = {"table": write_table, "jsonl": write_jsonl, "csv": write_csv}


def _columns(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in value.split(",")] if value else []
    for ours, sign, theirs in pairs:
        if not (ours and sign and theirs):
            raise click.BadParameter(f"found {value!r}; wanted pairs like text=article_content,date=published")
        if ours.strip() not in COLUMNS:
            raise click.BadParameter(f"found {ours.strip()!r}; wanted one of {', '.join(COLUMNS)} before each =")
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="sayso")
def sayso_command() -> None:
    """On whose say-so? Find, for every statement in the news, who said it and in which words."""


@sayso_command.command(
    epilog="Exit status: 0 done, 1 an input was refused (named on stderr, the rest is read), 2 misused."
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(_WRITERS)),
    default="table",
    show_default=True,
    help="How to print what was read.",
)
@click.option(
    "--html",
    type=click.File("w", encoding="utf-8", lazy=False),
    metavar="OUT",
    help="Also write the articles, every voice marked, as one self-contained page.",
)
@click.option(
    "--act",
    "acts",
    type=click.Choice([act.value for act in Act]),
    multiple=True,
    help="Print only what a source asserts (says), believes (thinks), takes as fact (knows) or wants or plans"
    " (eventuality), on the page too; repeat it for several. Every article stays.",
)
@click.option(
    "--columns",
    metavar="OURS=THEIRS,...",
    callback=_columns,
    help="Which columns of a .csv or keys of a .jsonl to read, where they have other names than"
    " id, outlet, date, title, text.",
)
@click.option(
    "--towns",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="CSV",
    help="Also know the towns of this table, columns name and country, when saying where people were hurt.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    metavar="N",
    help="Number of processes; the output is the same for any number.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=LIMIT,
    show_default=True,
    metavar="CHARACTERS",
    help="Refuse an article with a longer text.",
)
def read(
    paths: tuple[str, ...],
    form: str,
    html: TextIO | None,
    acts: tuple[str, ...],
    columns: dict[str, str],
    towns: Path | None,
    jobs: int,
    limit: int,
) -> None:
    """Read articles and find in them who says what, how surely and on what evidence.

    PATH is a .txt, .html, .jsonl or .csv file, each also as .gz, a folder of them, or - for standard input.

    \b
    Examples:
      sayso read story.txt
      sayso read page.html articles/ --html story.html
      sayso read story.txt --act assertion
      sayso read news.csv --columns text=article_content --format csv > attributions.csv
      cat news.jsonl | sayso read - --format jsonl --jobs 4 > read.jsonl
    """  # noqa: D301 - click wants the character \\b before lines that it must not join
    chosen = [Act(act) for act in acts] or None
    refusals: list[Refused] = []

    def report(refused: Refused) -> None:
        refusals.append(refused)
        click.echo(f"sayso: {refused}", err=True)

    own_towns: OwnTowns = read_own_towns(towns) if towns else {}
    articles: Iterable[Article] = stream(
        paths, refused=report, columns=columns, limit=limit, own_towns=own_towns, jobs=jobs
    )
    with _progress() as counted:
        articles = counted(articles)
        if html is not None:
            articles = list(articles)
            write_page(articles, html, acts=chosen)
        _WRITERS[form](articles, sys.stdout, acts=chosen)
    if html is not None:
        click.echo(f"wrote {html.name}", err=True)
    if refusals:
        sys.exit(1)


@contextlib.contextmanager
def _progress() -> Iterator[Any]:
    """A line on stderr, where a person is watching, that says how far the work is."""
    console = Console(stderr=True)
    started = time.monotonic()
    if not console.is_terminal or sys.stdout.isatty():
        yield lambda articles: articles
        return
    with Status("reading", console=console) as status:

        def counted(articles: Iterable[Article]) -> Iterator[Article]:
            words = 0
            for number, article in enumerate(articles, start=1):
                words += len(article.text.split())
                rate = words / max(0.1, time.monotonic() - started)
                status.update(f"{number:,} articles, {words:,} words, {rate:,.0f} words a second")
                yield article

        yield counted


def main() -> None:
    """Run the command line; the one place where an error becomes an exit status."""
    for stream_ in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # a stream that a test or a notebook put there
            stream_.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")  # type: ignore[union-attr]
    try:
        sayso_command(prog_name="sayso")
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(1)
