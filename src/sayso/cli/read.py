"""``sayso read``: articles in, attributions out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TextIO

import click

from sayso.article import Article
from sayso.attribution import Act
from sayso.cli.shared import Refusals, format_option, progress, reading_options
from sayso.figures import OwnTowns
from sayso.pipeline import stream
from sayso.show import WRITERS, write_page


@click.command(epilog="Exit status: 0 done, 1 an input was refused (named on stderr, the rest is read), 2 misused.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
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
@reading_options
def read(
    paths: tuple[str, ...],
    form: str,
    html: TextIO | None,
    acts: tuple[str, ...],
    columns: dict[str, str],
    own_towns: OwnTowns,
    jobs: int,
    limit: int,
) -> None:
    """Read articles and find in them who says what, how surely and on what evidence.

    PATH is a .txt, .html, .jsonl, .csv or .warc file, each also as .gz, a folder of them, or - for standard input.

    \b
    Examples:
      sayso read story.txt
      sayso read page.html articles/ --html story.html
      sayso read story.txt --act assertion
      sayso read crawl.warc.gz --format jsonl --jobs 2 > crawl.jsonl
      sayso read news.csv --columns text=article_content --format csv > attributions.csv
      cat news.jsonl | sayso read - --format jsonl --jobs 4 > read.jsonl
    """  # noqa: D301 - click wants the character \\b before lines that it must not join
    chosen = [Act(act) for act in acts] or None
    refusals = Refusals()
    articles: Iterable[Article] = stream(
        paths, refused=refusals, columns=columns, limit=limit, own_towns=own_towns, jobs=jobs
    )
    with progress() as counted:
        articles = counted(articles)
        if html is not None:
            articles = list(articles)
            write_page(articles, html, acts=chosen)
        WRITERS[form](articles, sys.stdout, acts=chosen)
    if html is not None:
        click.echo(f"wrote {html.name}", err=True)
    refusals.exit()
