"""The table on the terminal: who and what they are, the cue, the words, how sure, and on what evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.article import Article
from sayso.attribution import Act, Attribution
from sayso.printable import printable
from sayso.show.acts import beyond_saying, in_words, of_acts
from sayso.show.basis import evidence, figures, standing, sureness, who
from sayso.show.tally import Tally, tally
from sayso.show.words import counted, joined, language_name, one_line

_NARROW = 100
"""Below this many columns a cell takes four lines, not three."""


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
        if article.figures:
            console.print(Text(f"figures in the outlet’s own voice: {_plain(figures(article.figures))}"))
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
    who, cue, how = min(40, console.width * 26 // 100), min(20, console.width * 14 // 100), 12 if narrow else 22
    widths = (who, cue, max(1, console.width - who - cue - how - 6), how)
    for heading, columns in zip(("Who", "Cue", "Words", "How"), widths, strict=True):
        table.add_column(heading, width=columns, overflow="fold")
    lines = 4 if narrow else 3
    for attribution in attributions:
        cue_words, said = (_plain(joined(part, text)) or "—" for part in (attribution.cue, attribution.content))
        table.add_row(
            _source(attribution, text, widths[0], lines, console),
            _shortened(cue_words, widths[1], lines, console),
            _shortened(said, widths[2], lines, console),
            Text(_how(attribution)),
        )
    return table


def _source(attribution: Attribution, text: str, columns: int, lines: int, console: Console) -> Text:
    """Who it is, and on lines of their own what they are and through whom the statement came."""
    name = _shortened(_plain(who(attribution, text)) or "—", columns, 2, console)
    about = ", ".join(filter(None, (standing(attribution), attribution.via and f"through {attribution.via}")))
    if not about:
        return name
    what = _shortened(_plain(about), columns, lines, console)
    what.stylize("dim")
    return Text("\n").join([name, what])


def _how(attribution: Attribution) -> str:
    """What the source does, unless it says it; how it is quoted and how sure that is; how it is put; on what."""
    how = (beyond_saying(attribution), attribution.quotation.value, "sure" if attribution.sure else "possible")
    cites = f"cites {evidence(attribution)}" if attribution.evidence else ""
    return "; ".join(filter(None, (", ".join(filter(None, how)), sureness(attribution), cites)))


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
