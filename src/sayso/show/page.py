"""The page: one HTML file that shows each article with its statements marked in place and a note beside each."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
import textwrap
from collections.abc import Collection, Iterable, Sequence
from importlib import resources
from typing import TextIO
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from sayso.article import Article, Span
from sayso.attribution import Act, Attribution
from sayso.printable import printable
from sayso.show.acts import beyond_saying, in_words, of_acts
from sayso.show.basis import figures, sentence, who
from sayso.show.layout import lay_out
from sayso.show.provenance import provenance
from sayso.show.tally import Tally, tally
from sayso.show.words import counted, joined, language_name, one_line

# What HTML cannot hold (NUL, lone surrogates) or what would hide or reorder the words around it (controls, bidi
# overrides, embeddings and isolates). Zero-width joiners stay: Persian and Hindi are written with them.
_UNSHOWN = re.compile("([\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff])")
_WEB = re.compile("https?://[!-~]+", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def write_page(articles: Iterable[Article], out: TextIO, *, acts: Collection[Act] | None = None) -> None:
    """Write all *articles* as one self-contained page, which asks no host for anything. *out* is UTF-8.

    A statement has the anchor ``s-ID``, its note ``n-ID``, with the attribution's ``id`` (characters that an address
    cannot hold as ``~`` and their hexadecimal digits). With *acts* only the attributions of these are marked and noted;
    what is counted is the whole article.
    """
    read = list(articles)
    counts = [tally(article) for article in read]
    style = resources.files("sayso.show").joinpath("templates/page.css").read_text(encoding="utf-8")
    chunks = _template().generate(
        articles=[of_acts(article, acts) for article in read],
        counts=counts,
        total=sum(counts, Tally()),
        marked=acts and in_words(acts),
        style=style,
        style_digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
    for chunk in chunks:
        out.write(chunk)


@functools.cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("sayso.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"shown": _shown, "line": _line, "day": _day, "anchor": _anchor}
    environment.globals |= {
        "beyond_saying": beyond_saying,
        "counted": counted,
        "heading": _heading,
        "language_name": language_name,
        "lay_out": lay_out,
        "figures": figures,
        "is_web": _is_web,
        "provenance": provenance,
        "sentence": sentence,
        "who": who,
        "how_sure": _how_sure,
        "words": _words,
    }
    return environment.get_template("page.html.jinja")


def _shown(text: str) -> Markup:
    """*text* escaped, what a page cannot show as its code point in a frame."""
    parts = _UNSHOWN.split(text)
    frame = Markup('<code class="escape">U+{}</code>')
    return Markup("").join(frame.format(f"{ord(part):04X}") if _UNSHOWN.match(part) else part for part in parts)


def _line(text: str) -> str:
    """A value that stands alone, on one line, every character of it visible."""
    return printable(one_line(text))


def _words(spans: Sequence[Span], text: str, most: int) -> str:
    """The words of *spans* on one line of at most *most* characters."""
    return printable(textwrap.shorten(joined(spans, text), most, placeholder=" …"))


def _day(date: str) -> str:
    """An ISO day as newspapers write it, ``7 March 2026``; anything else as it is."""
    found = _DAY.fullmatch(date)
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}" if found else _line(date)


def _anchor(identifier: str) -> str:
    return quote(identifier, safe="", errors="surrogatepass").replace("~", "%7E").replace("%", "~")


def _heading(article: Article) -> str:
    return _line(article.title or article.path or article.url or article.id)


def _is_web(url: str) -> bool:
    return _WEB.fullmatch(url) is not None


def _how_sure(attribution: Attribution) -> str:
    if attribution.score is None:
        return "marked by a person"
    return "sure" if attribution.sure else f"possible, {100 * attribution.score:.0f}\u00a0%"
