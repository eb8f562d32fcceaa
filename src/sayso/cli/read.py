"""``sayso read``: articles in, attributions out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import click

from sayso.article import Article
from sayso.attribution import Act
from sayso.cli.shared import Refusals, format_option, named_columns, progress
from sayso.cli.web import fetcher_of, web_options
from sayso.figures import OwnTowns, read_own_towns
from sayso.pipeline import LIMIT, stream
from sayso.show import WRITERS, write_page


@click.command(epilog="Exit status: 0 done, 1 an input was refused (named on stderr, the rest is read), 2 misused.")
@click.argument("paths", metavar="PATH|URL...", nargs=-1, required=True)
@format_option
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
    callback=named_columns,
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
@web_options
def read(
    paths: tuple[str, ...],
    form: str,
    html: TextIO | None,
    acts: tuple[str, ...],
    columns: dict[str, str],
    towns: Path | None,
    jobs: int,
    limit: int,
    no_robots: bool,
    contact: str,
) -> None:
    """Read articles and find in them who says what, how surely and on what evidence.

    PATH is a .txt, .html, .jsonl, .csv or .warc file, each also as .gz, a folder of them, or - for standard input. A
    URL is fetched; nothing is kept of it, as `sayso add` does.

    \b
    Examples:
      sayso read story.txt
      sayso read page.html articles/ --html story.html
      sayso read https://inlandpost.example/2026/05/depot
      sayso read story.txt --act assertion
      sayso read crawl.warc.gz --format jsonl --jobs 2 > crawl.jsonl
      sayso read news.csv --columns text=article_content --format csv > attributions.csv
      cat news.jsonl | sayso read - --format jsonl --jobs 4 > read.jsonl
    """  # noqa: D301 - click wants the character \\b before lines that it must not join
    chosen = [Act(act) for act in acts] or None
    refusals = Refusals()
    own_towns: OwnTowns = read_own_towns(towns) if towns else {}
    articles: Iterable[Article] = stream(
        paths,
        refused=refusals,
        columns=columns,
        limit=limit,
        own_towns=own_towns,
        jobs=jobs,
        fetcher=fetcher_of(contact, no_robots=no_robots),
    )
    with progress() as counted:
        articles = counted(articles)
        if html is not None:
            articles = list(articles)
            write_page(articles, html, acts=chosen)
        WRITERS[form](articles, sys.stdout, acts=chosen)
    if html is not None:
        click.echo(f"wrote {html.name}", err=True)
    if passed_over := refusals.passed_over():
        click.echo(passed_over, err=True)
    if refusals.count:
        sys.exit(1)
