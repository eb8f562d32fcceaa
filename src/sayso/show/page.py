"""The page: one HTML file that shows each article with its statements marked in place and a note beside each."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable, Sequence
from typing import TextIO

from sayso.article import Article, Span
from sayso.attribution import Act, Attribution
from sayso.printable import printable
from sayso.show.acts import beyond_saying, in_words, of_acts
from sayso.show.basis import figures, sentence, who
from sayso.show.html import page_of
from sayso.show.layout import lay_out
from sayso.show.provenance import provenance
from sayso.show.tally import Tally, tally
from sayso.show.words import counted, joined, language_name


def write_page(articles: Iterable[Article], out: TextIO, *, acts: Collection[Act] | None = None) -> None:
    """Write all *articles* as one self-contained page, which asks no host for anything. *out* is UTF-8.

    A statement has the anchor ``s-ID``, its note ``n-ID``, with the attribution's ``id`` (characters that an address
    cannot hold as ``~`` and their hexadecimal digits). With *acts* only the attributions of these are marked and noted;
    what is counted is the whole article.
    """
    read = list(articles)
    counts = [tally(article) for article in read]
    values = {
        "articles": [of_acts(article, acts) for article in read],
        "counts": counts,
        "total": sum(counts, Tally()),
        "marked": acts and in_words(acts),
        **_USED,
    }
    for chunk in page_of("page.html.jinja", ["page.css"], values):
        out.write(chunk)


def words(spans: Sequence[Span], text: str, most: int) -> str:
    """The words of *spans* on one line of at most *most* characters."""
    return printable(textwrap.shorten(joined(spans, text), most, placeholder=" …"))


def how_sure(attribution: Attribution) -> str:
    """Whether a statement is taken as found, or how probable it is."""
    if attribution.score is None:
        return "marked by a person"
    return "sure" if attribution.sure else f"possible, {100 * attribution.score:.0f}\u00a0%"


_USED = {
    "beyond_saying": beyond_saying,
    "counted": counted,
    "figures": figures,
    "how_sure": how_sure,
    "language_name": language_name,
    "lay_out": lay_out,
    "provenance": provenance,
    "sentence": sentence,
    "who": who,
    "words": words,
}
"""What the template calls."""
