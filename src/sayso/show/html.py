"""What every page of ours is made with: one file without a request to any host, text escaped, all of it visible."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.article import Article
from sayso.printable import printable
from sayso.show.words import one_line

# What HTML cannot hold (NUL, lone surrogates) or what would hide or reorder the words around it (controls, bidi
# overrides, embeddings and isolates). Zero-width joiners stay: Persian and Hindi are written with them.
_UNSHOWN = re.compile("([\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff])")
_WEB = re.compile("https?://[!-~]+", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(?:Z|\+00:00)")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def page_of(template: str, styles: Sequence[str], values: Mapping[str, Any]) -> Iterator[str]:
    """A page in pieces: *template* filled with *values*, with the style sheets in *styles* and no other allowed."""
    folder = resources.files("sayso.show").joinpath("templates")
    style = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in styles)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _environment().get_template(template).generate({**values, "style": style, "style_digest": digest})


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"shown": _shown, "line": line, "day": day, "moment": moment, "anchor": anchor}
    environment.globals |= {"heading": _heading, "is_web": _is_web}
    return environment


def _shown(text: str) -> Markup:
    """*text* escaped, what a page cannot show as its code point in a frame."""
    parts = _UNSHOWN.split(text)
    frame = Markup('<code class="escape">U+{}</code>')
    return Markup("").join(frame.format(f"{ord(part):04X}") if _UNSHOWN.match(part) else part for part in parts)


def line(text: str) -> str:
    """A value that stands alone, on one line, every character of it visible."""
    return printable(one_line(text))


def day(date: str) -> str:
    """An ISO day as newspapers write it, ``7 March 2026``; anything else as it is."""
    found = _DAY.fullmatch(date)
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}" if found else line(date)


def moment(time: str) -> str:
    """A time in UTC as people write it, ``7 March 2026, 09:30 UTC``; anything else as it is."""
    found = _MOMENT.fullmatch(time)
    return f"{day(found[1])}, {found[2]} UTC" if found else line(time)


def anchor(identifier: str) -> str:
    """*identifier* as a fragment of an address: characters that one cannot hold as ``~`` and hexadecimal digits."""
    return quote(identifier, safe="", errors="surrogatepass").replace("~", "%7E").replace("%", "~")


def _heading(article: Article) -> str:
    return line(article.title or article.path or article.url or article.id)


def _is_web(url: str) -> bool:
    return _WEB.fullmatch(url) is not None
