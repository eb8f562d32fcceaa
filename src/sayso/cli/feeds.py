"""``sayso feed`` and ``sayso watch``: which feeds are watched, and what happens in them."""

from __future__ import annotations

import collections
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from sayso.cli.shared import format_option, ledger_argument
from sayso.cli.web import fetcher_of, web_options
from sayso.errors import NotInLedger, SaysoError
from sayso.feeds.event import Event, What
from sayso.feeds.schedule import LONGEST, SHORTEST
from sayso.feeds.watch import watch as watched
from sayso.ledger import open_ledger
from sayso.offline import is_offline
from sayso.printable import printable
from sayso.show import events as shown
from sayso.show import rows

_DURATION = re.compile(r"(\d{1,6})\s*([smhd]?)")
_SECONDS = {"": 60, "s": 1, "m": 60, "h": 3_600, "d": 86_400}


@click.group(epilog="Exit status: 0 done, 1 an address was refused or is not watched (named on stderr), 2 misused.")
@ledger_argument
@click.pass_context
def feed(context: click.Context, ledger: Path) -> None:
    """Say which feeds `sayso watch` watches: RSS, Atom, JSON Feed, news sitemaps and indexes of sitemaps.

    \b
    Examples:
      sayso feed story.sayso add https://inlandpost.example/rss https://corrinstandard.example/news-sitemap.xml
      sayso feed story.sayso list
      sayso feed story.sayso remove https://inlandpost.example/rss
    """  # noqa: D301 - click wants the character \\b before lines that it must not join
    context.obj = ledger


@feed.command(name="add")
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
@click.pass_obj
def add(ledger: Path, urls: tuple[str, ...]) -> None:
    """Watch these feeds. Nothing is fetched until `sayso watch`.

    \b
    Example:
      sayso feed story.sayso add https://inlandpost.example/rss
    """  # noqa: D301
    with open_ledger(ledger) as opened:
        _each(urls, lambda url: "watched from now on" if opened.add_feed(url) else "watched already")


@feed.command(name="remove")
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
@click.pass_obj
def remove(ledger: Path, urls: tuple[str, ...]) -> None:
    """Watch these feeds no more. Their articles stay; those that no other feed names are not looked at again.

    \b
    Example:
      sayso feed story.sayso remove https://inlandpost.example/rss
    """  # noqa: D301
    with open_ledger(ledger) as opened:

        def removed(url: str) -> str:
            if not opened.remove_feed(url):
                raise NotInLedger(printable(str(ledger)), printable(url), "the address of a feed that is watched")
            return "no longer watched"

        _each(urls, removed)


@feed.command(name="list")
@format_option
@click.pass_obj
def list_(ledger: Path, form: str) -> None:
    """List the feeds that are watched: when each is due, and what came of asking it.

    \b
    Examples:
      sayso feed story.sayso list
      sayso feed story.sayso list --format csv > feeds.csv
    """  # noqa: D301
    with open_ledger(ledger, write=False) as opened:
        rows.write_rows(map(shown.feed, opened.feeds()), shown.FEEDS, form, sys.stdout, shown=shown.FEEDS_SHOWN)


def _seconds(_context: click.Context, _parameter: click.Parameter, value: str) -> int:
    found = _DURATION.fullmatch(value.strip().lower())
    seconds = int(found[1]) * _SECONDS[found[2]] if found else 0
    if not SHORTEST <= seconds <= 30 * LONGEST:
        raise click.BadParameter(f"found {value!r}; wanted from 5m to 30d, in minutes, hours (h) or days (d)")
    return seconds


@click.command(epilog="Exit status: 0 done or stopped with Ctrl-C, 1 with --once a feed failed, 2 misused.")
@ledger_argument
@click.option("--once", is_flag=True, help="Do what is due and end, as for a job of cron; else go on until stopped.")
@click.option("--every", metavar="TIME", default="5m", show_default=True, callback=_seconds,
              help="Ask no feed more often than this: 15m, 2h, 1d.")  # fmt: skip
@format_option
@web_options
def watch(ledger: Path, once: bool, every: int, form: str, no_robots: bool, contact: str) -> None:
    """Watch the feeds of a ledger: add new articles, look at known ones again, and print a line for what happens.

    An article is looked at again an hour, six hours, a day and a week after a feed first named it. One that changed
    becomes a new version, and what became of its attributions is said ("attribution removed: ..."). Feeds are asked as
    often as they change, from every five minutes to once a day, and as seldom as they and their servers want. Stopped
    or killed at any moment, the same command goes on where it was.

    \b
    Examples:
      sayso watch story.sayso
      sayso watch story.sayso --once --format jsonl >> events.jsonl
      sayso watch story.sayso --every 1h --contact desk@port-ada.example
    """  # noqa: D301
    if is_offline():
        raise click.UsageError("found --offline, or SAYSO_OFFLINE; wanted the network; leave it out to watch feeds")
    counts: collections.Counter[What] = collections.Counter()
    with open_ledger(ledger) as opened, fetcher_of(contact, no_robots=no_robots) as fetcher:
        if not opened.feeds() and not once:
            raise click.UsageError("found no feed that is watched; wanted one; add it with `sayso feed LEDGER add URL`")
        try:
            events = watched(opened, fetcher, once=once, shortest=every)
            shown.write_events(_counting(events, counts), form, sys.stdout)
        except KeyboardInterrupt:
            click.echo("stopped; the same command goes on from here", err=True)
    click.echo(" · ".join(f"{what} {counts[what]:,}" for what in What if counts[what]) or "nothing new", err=True)
    if once and counts[What.FEED_FAILED]:
        sys.exit(1)


def _counting(events: Iterable[Event], counts: collections.Counter[What]) -> Iterator[Event]:
    for event in events:
        counts[event.what] += 1
        yield event


def _each(urls: tuple[str, ...], done: Callable[[str], str]) -> None:
    """Do it with each; one that fails is named, and the others are done."""
    failed = False
    for url in urls:
        try:
            click.echo(f"{printable(url)}: {done(url)}", err=True)
        except SaysoError as error:
            failed = True
            click.echo(f"sayso: {error}", err=True)
    if failed:
        sys.exit(1)


COMMANDS = (feed, watch)
