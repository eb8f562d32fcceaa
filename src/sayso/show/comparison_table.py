"""A comparison on the terminal: a page for each event that an editor reads in a minute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.claim import Claim, Link, Relation
from sayso.compare import ComparedEvent, Comparison
from sayso.compare.figure_sheet import Row
from sayso.printable import printable
from sayso.show import compared
from sayso.show.compared import RELATIONS, UNREVIEWED, Compared
from sayso.show.words import counted, one_line

_CLAIMS = 12
_LINKS = 8
_ROWS = 12
"""What an editor reads in a minute; the page and JSON have all."""
_GIST = 240
_INDENT = (0, 0, 0, 3)


def write_comparison_table(comparison: Comparison, out: TextIO, *, width: int | None = None) -> None:
    """Write a page of text for each event of several articles, and what was left out.

    Args:
        comparison: What was compared.
        out: Colour and bold only where it is a terminal.
        width: In columns; the terminal's own, else 80.
    """
    console = Console(file=out, width=width, markup=False, highlight=False, emoji=False)
    known = Compared(comparison)
    several = [event for event in comparison.events if len(event.event.articles) > 1]
    for event in several:
        _write_event(event, known, console)
    left = len(comparison.alone)
    told = (
        f"{counted(len(comparison.articles) - left, 'article')} on {counted(len(several), 'event')}",
        f"{left:,} alone on theirs, left out",
        f"{known.not_read:,} in another language",
        UNREVIEWED,
    )
    console.print(Text(" · ".join(told)))


def _write_event(event: ComparedEvent, known: Compared, console: Console) -> None:
    console.print(_text(known.heading(event.event), style="bold"))
    console.print(_text(f"{compared.days(event.event)} · {UNREVIEWED}", style="dim"))
    if event.event.words:
        console.print(_text(f"in common: {', '.join(event.event.words)}", style="dim"))
    console.print(_text(compared.numbers(event.basis)))
    if event.basis.unattributed:
        console.print(_text(f"{counted(len(event.basis.unattributed), 'statement')} of a source that is not named"))
    for articles in compared.one_texts(event):
        whose = compared.text_origin(event, articles) or "whose is not stated"
        console.print(_text(f"one text ({whose}): {', '.join(known.outlets(articles))}"))
    _write_claims(event, known, console)
    _write_links(event, known, console)
    _write_figures(event.figures, console)
    console.print()


def _write_claims(event: ComparedEvent, known: Compared, console: Console) -> None:
    # What one article alone claims twice is no news beside what several carry.
    carried = [claim for claim in event.claims if len(claim.basis.articles) > 1]
    if not carried:
        return
    console.print(_text("\nClaims that several articles carry", style="bold"))
    for claim in carried[:_CLAIMS]:
        for line, style in _claim(claim, known):
            console.print(Padding(_text(line, style=style), _INDENT, expand=False))
    _write_more(len(carried) - _CLAIMS, "claim", console)


def _claim(claim: Claim, known: Compared) -> Iterator[tuple[str, str]]:
    yield (f"{claim.about} — " if claim.about else "") + compared.quoted(_short(claim.gist)), ""
    yield f"{compared.numbers(claim.basis)}: {compared.origins(claim)}", "dim"
    yield f"in {', '.join(known.outlets(claim.basis.articles))}", "dim"


def _write_links(event: ComparedEvent, known: Compared, console: Console) -> None:
    found = compared.disputes(event) + [link for link in event.links if link.relation is Relation.UPDATES]
    if not found:
        return
    console.print(_text("\nDisputes and updates", style="bold"))
    for link in found[:_LINKS]:
        for line, style in _link(link, event, known):
            console.print(Padding(_text(line, style=style), _INDENT, expand=False))
    _write_more(len(found) - _LINKS, "dispute or update", console)


def _link(link: Link, event: ComparedEvent, known: Compared) -> Iterator[tuple[str, str]]:
    one, other = known.sides(event, link)
    words = [known.words(because) for because in link.because]
    yield f"{compared.quoted(_short(words[0]))} — {compared.origins(one)}", ""
    yield f"{RELATIONS[link.relation]} {compared.quoted(_short(words[-1]))} — {compared.origins(other)}", ""
    yield f"probability {link.score:.2f}", "dim"


def _write_figures(rows: Sequence[Row], console: Console) -> None:
    shown = [row for row in rows if row.low is not None or row.high is not None]
    if not shown:
        return
    console.print(_text("\nFigures", style="bold"))
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name, justify in (("What", "left"), ("Count", "right"), ("According to", "left"), ("Said", "left")):
        table.add_column(name, justify="right" if justify == "right" else "left", overflow="fold")
    for row in shown[:_ROWS]:
        what = row.quantity.value + (f", {row.whom}" if row.whom else "")
        table.add_row(*map(_text, (what, compared.bounds(row), row.source, row.said or "not stated")))
    console.print(Padding(table, _INDENT, expand=False))
    _write_more(len(shown) - _ROWS, "count", console)


def _write_more(left: int, thing: str, console: Console) -> None:
    if left > 0:
        console.print(
            Padding(
                _text(f"and {counted(left, thing)} more: --html, --format json", style="dim"), _INDENT, expand=False
            )
        )


def _short(text: str) -> str:
    plain = one_line(text)
    return plain if len(plain) <= _GIST else f"{plain[:_GIST].rpartition(' ')[0]}…"


def _text(text: str, style: str = "") -> Text:
    """*text* without a character that steers the terminal; line ends of ours at its start stay."""
    bare = text.lstrip("\n")
    return Text("\n" * (len(text) - len(bare)) + printable(one_line(bare)), style=style)
