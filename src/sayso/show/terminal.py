"""The table on the terminal: who, the cue, the words, what the source does, how it is quoted and how sure that is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.article import Article, Span
from sayso.attribution import Act, Attribution
from sayso.printable import printable
from sayso.show.acts import beyond_saying, in_words, of_acts
from sayso.show.tally import Tally, tally
from sayso.show.words import counted, joined, language_name, one_line

_NARROW = 100
"""Below this many columns a cell takes three lines, not two, and "indirect, possible" takes two of them."""


def write_table(
    articles: Iterable[Article], out: TextIO, *, acts: Collection[Act] | None = None, width: int | None = None
) -> None:
    """Write a table for each article as soon as it comes, and a line about all of them at the end.

    Args:
        articles: In the order of the output.
        out: Colour and bold only where it is a terminal.
        acts: Whose attributions are shown; all for ``None``. What is counted is the whole article.
        width: In columns; the terminal's own, else 80.
    """
    console = Console(file=out, width=width, markup=False, highlight=False, emoji=False)
    total = Tally()
    for article in articles:
        count = tally(article)
        total += count
        _write_article(article, count, acts, console)
    console.print(Text(_summary(total)))


def _write_article(article: Article, count: Tally, acts: Collection[Act] | None, console: Console) -> None:
    console.print(Text(_plain(article.title or article.path or article.url or article.id), style="bold"))
    outlet, date = article.outlet or "outlet not stated", article.date or "date not stated"
    console.print(Text(f"{_plain(outlet)} · {_plain(date)}", style="dim"))
    shown = of_acts(article, acts).attributions
    if shown is None:
        console.print(Text(f"kept, not attributed: {_plain(language_name(article))}"))
    else:
        if shown:
            console.print(_table(shown, article.text, console))
        console.print(Text(count.shares()))
        if count.acts():
            console.print(Text(count.acts()))
        if acts is not None:
            console.print(Text(f"shown: {in_words(acts)} ({len(shown):,} of {count.attributions:,})"))
        if any(not each.source for each in shown):
            console.print(Text("— no source given"))
    console.print()


def _table(attributions: Sequence[Attribution], text: str, console: Console) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    narrow = console.width < _NARROW
    who, cue, how = min(32, console.width * 22 // 100), min(20, console.width * 14 // 100), 9 if narrow else 18
    widths = (who, cue, max(1, console.width - who - cue - how - 6), how)
    for heading, columns in zip(("Who", "Cue", "Words", "How"), widths, strict=True):
        table.add_column(heading, width=columns, overflow="fold")
    for attribution in attributions:
        parts = (attribution.source, attribution.cue, attribution.content)
        cells = [
            _shortened(_words(part, text), columns, 3 if narrow else 2, console)
            for part, columns in zip(parts, widths[:3], strict=True)
        ]
        table.add_row(*cells, Text(_how(attribution)))
    return table


def _how(attribution: Attribution) -> str:
    """What the source does, unless it says it; how it is quoted and how sure that is."""
    how = (beyond_saying(attribution), attribution.quotation.value, "sure" if attribution.sure else "possible")
    return ", ".join(filter(None, how))


def _words(spans: Sequence[Span], text: str) -> str:
    return _plain(joined(spans, text)) or "—"


def _shortened(text: str, columns: int, lines: int, console: Console) -> Text:
    """*text* in at most *lines* lines of *columns* cells, cut words shown by an ellipsis."""
    # Wrapping a whole speech to show its first lines would take longer than all else.
    wrapped = Text(text[: 4 * columns * lines]).wrap(console, columns, overflow="fold")
    if len(wrapped) <= lines:
        return Text("\n").join(wrapped)
    last = wrapped[lines - 1].plain.rstrip()
    if cell_len(last) == columns:  # no room for the ellipsis: leave out a word, or of a longer word its last letter
        last = last.rpartition(" ")[0] or set_cell_size(last, columns - 1)
    return Text("\n").join([*wrapped[: lines - 1], Text(f"{last}…")])


def _summary(total: Tally) -> str:
    found = (
        f"{counted(total.articles, 'article')} · {counted(total.words, 'word')} · "
        f"{counted(total.attributions, 'attribution')} · {counted(total.sources, 'source')}"
    )
    return f"{found} · {total.not_read:,} in another language"


def _plain(text: str) -> str:
    """*text* on one line, without a character that steers the terminal."""
    return printable(one_line(text))
