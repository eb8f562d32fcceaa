"""A ledger and what is in it: ``sayso new``, ``add``, ``list``, ``show``, ``search``, ``merge``, ``forget``."""

from __future__ import annotations

import collections
import itertools
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from sayso.cli.reading import Reading, Refusals, reading_options
from sayso.cli.shared import by_option, filter_options, format_option, ledger_argument
from sayso.errors import NotInLedger
from sayso.ledger import (
    Added,
    Filters,
    KeptArticle,
    KeptAttribution,
    Ledger,
    Outcome,
    new_ledger,
    open_ledger,
    tables,
)
from sayso.printable import printable
from sayso.show import WRITERS, kept, rows
from sayso.show.jsonl import line_of
from sayso.show.words import counted


@click.command()
@ledger_argument
def new(ledger: Path) -> None:
    """Make an empty ledger.

    \b
    Example:
      sayso new story.sayso
    """  # noqa: D301 - click wants the character \\b before lines that it must not join
    new_ledger(ledger).close()
    click.echo(f"made {printable(str(ledger))}", err=True)


@click.command(epilog="Exit status: 0 done, 1 an input was refused (named on stderr, the rest is added), 2 misused.")
@ledger_argument
@click.argument("paths", metavar="PATH|URL...", nargs=-1)
@format_option
@click.option("--again", is_flag=True,
              help="Read what is there once more, all of it where no PATH is given; decisions stay.")  # fmt: skip
@reading_options
def add(ledger: Path, paths: tuple[str, ...], form: str, again: bool, reading: Reading,
) -> None:  # fmt: skip
    """Read articles and keep them: their bytes, their text, and what they say on whose say-so.

    A URL is fetched, with all that its server answered, redirects too. Added again, it is asked whether it changed.

    What the ledger has already is left as it is, so that an interrupted run is completed by the same command. Other
    bytes at the same path or URL become a new version beside the old one, and what changed is printed.

    \b
    Examples:
      sayso add story.sayso articles/ page.html
      sayso add story.sayso https://inlandpost.example/2026/05/depot
      sayso add story.sayso crawl.warc.gz collection.wacz --jobs 2
      sayso add story.sayso news.csv --columns text=article_content --jobs 2
      sayso add story.sayso --again
    """  # noqa: D301
    if not paths and not again:
        raise click.UsageError("name what to add, or ask for --again")
    refusals = Refusals()
    with open_ledger(ledger) as opened:
        done = opened.add(paths, refused=refusals, again=again, **reading)
        counts: collections.Counter[Outcome] = collections.Counter()
        shown = (each for each in _counting(done, counts) if form != "table" or kept.is_news(each))
        rows.write_rows(itertools.chain.from_iterable(map(kept.added, shown)), kept.ADDED, form, sys.stdout)
    told = [f"{each.value} {counts[each]:,}" for each in Outcome if counts[each]]
    told += filter(None, [refusals.passed_over(), f"refused {refusals.count:,}"])
    click.echo(" · ".join(told), err=True)
    refusals.exit()


@click.command(name="list")
@ledger_argument
@format_option
def list_(ledger: Path, form: str) -> None:
    """List the articles of a ledger; as JSON Lines in full, one a line, as `sayso read` takes them.

    \b
    Examples:
      sayso list story.sayso
      sayso list story.sayso --format jsonl > story.jsonl
    """  # noqa: D301
    with open_ledger(ledger, write=False) as opened:
        told = map(kept.whole if form == "jsonl" else kept.summary, opened.articles())
        rows.write_rows(told, kept.LISTED, form, sys.stdout, shown=kept.LISTED_SHOWN)


@click.command()
@ledger_argument
@click.argument("name", metavar="ID")
@format_option
def show(ledger: Path, name: str, form: str) -> None:
    """Show one article with its attributions and versions, or one attribution with what people decided on it.

    \b
    Examples:
      sayso show story.sayso 05-selvany-television
      sayso show story.sayso 05-selvany-television.4
    """  # noqa: D301
    with open_ledger(ledger, write=False) as opened:
        try:
            article = opened.article(name)
        except NotInLedger:
            _show_attribution(opened.attribution(name), form)
        else:
            _show_article(opened, article, form)


@click.command()
@ledger_argument
@click.argument("words", default="")
@format_option
@filter_options
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N", help="Most to find.")
def search(ledger: Path, words: str, form: str, limit: int, **filters: str | None) -> None:
    """Find attributions and articles that have all of WORDS; phrases in quotation marks, a star for any ending.

    \b
    Examples:
      sayso search story.sayso 'video "salt quay"'
      sayso search story.sayso deni* --source "Joren Hask" --since 2026-05
      sayso search story.sayso --kind official --evidence video --format csv
    """  # noqa: D301
    with open_ledger(ledger, write=False) as opened:
        statements, articles = opened.search(words, Filters(**filters), limit=limit)
        told: list[dict[str, Any]] = [kept.found(opened.attribution(name)) for name in statements]
        told += [kept.found_article(opened.article(name)) for name in articles]
        rows.write_rows(told, kept.FOUND, form, sys.stdout, shown=kept.FOUND_SHOWN)
    number = f"{counted(len(statements), 'attribution')}, {counted(len(articles), 'article')}"
    full = f" (the best {limit}; ask for more with --limit)" if limit in (len(statements), len(articles)) else ""
    click.echo(f"{number}{full}", err=True)


@click.command()
@ledger_argument
@click.argument("other", type=click.Path(path_type=Path))
def merge(ledger: Path, other: Path) -> None:
    """Copy into LEDGER what OTHER has and it has not; where people decided differently both stand, and are shown.

    Comparisons are not copied; `sayso compare LEDGER` makes one of all that is there then.

    \b
    Example:
      sayso merge story.sayso from-dora.sayso
    """  # noqa: D301
    with open_ledger(ledger) as opened, open_ledger(other, write=False) as theirs:
        copied = opened.merge(theirs)
        told = [counted(number, thing) for number, thing in (
            (copied.articles, "article"), (copied.versions, "version"), (copied.readings, "reading"),
            (copied.decisions, "decision"))]  # fmt: skip
        click.echo(f"copied {', '.join(told)}", err=True)
        rows.write_rows(map(kept.conflict, opened.conflicts()), kept.CONFLICTS, "table", sys.stdout)


@click.command()
@ledger_argument
@click.argument("name", metavar="ID", required=False)
@click.option("--decision", type=int, metavar="NUMBER", help="Forget one decision, say for a name in its note.")
@by_option
def forget(ledger: Path, name: str | None, decision: int | None, who: str) -> None:
    """Forget an article: its bytes, words, readings and decisions, and the comparisons that it was in.

    That something was forgotten stays in the log.
    Copies elsewhere are not reached: backups, files that were added, what was printed or exported.

    \b
    Example:
      sayso forget story.sayso 06-daily-plover
    """  # noqa: D301
    if (name is None) == (decision is None):
        raise click.UsageError("name one article, or one --decision")
    with open_ledger(ledger) as opened:
        swept = opened.forget(name, who=who) if name is not None else opened.forget_decision(decision or 0, who=who)
    click.echo(f"forgot {printable(name or f'decision {decision}')}", err=True)
    if not swept:
        click.echo("sayso: found another program that has the ledger open; wanted it alone to clear what is left; "
                   "close the other and run `sayso doctor`", err=True)  # fmt: skip
        sys.exit(1)


@click.command(epilog="Exit status: 0 whole or mended, 1 something is left that cannot be mended, 2 misused.")
@ledger_argument
@format_option
def doctor(ledger: Path, form: str) -> None:
    """Look at the file and what is made from it, and mend what can be mended; nothing that is kept is touched.

    \b
    Example:
      sayso doctor story.sayso
    """  # noqa: D301
    with open_ledger(ledger) as opened:
        found = opened.doctor()
    told: Iterable[dict[str, Any]] = ({"what": each.what, "found": each.found, "mended": each.mended} for each in found)
    rows.write_rows(told, ("what", "found", "mended"), form, sys.stdout)
    if any(each.mended is False for each in found):
        sys.exit(1)


def _counting(done: Iterable[Added], counts: collections.Counter[Outcome]) -> Iterator[Added]:
    for each in done:
        counts[each.outcome] += 1
        yield each


def _show_article(opened: Ledger, article: KeptArticle, form: str) -> None:
    if form == "jsonl":
        sys.stdout.write(line_of(kept.whole(article)))
        return
    WRITERS[form]([article.article], sys.stdout)
    if form == "table":
        kept.write_versions(opened.versions(article.id), sys.stdout)
        decided = list(map(kept.decision, opened.decisions(article.id)))
        if decided:
            rows.write_rows(decided, kept.DECIDED, form, sys.stdout, shown=kept.DECIDED_SHOWN)


def _show_attribution(attribution: KeptAttribution, form: str) -> None:
    if form == "table":
        kept.write_statement(attribution, sys.stdout)
    else:
        told = kept.statement(attribution) if form == "jsonl" else tables.row(attribution)
        rows.write_rows([told], tables.COLUMNS, form, sys.stdout)


COMMANDS = (new, add, list_, show, search, merge, forget, doctor)
