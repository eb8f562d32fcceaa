"""XML from strangers as a tree: broken ones as far as they go, no entity expanded, nothing fetched."""

from __future__ import annotations

import html
import re
import sys

from lxml import etree

from sayso.errors import Refused

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}>")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML does not have, at which libxml2 would stop reading."""
_AMPERSAND = re.compile(r"&(?:([A-Za-z][A-Za-z0-9]{0,31});|(#(?:[0-9]{1,7}|x[0-9A-Fa-f]{1,6});))?")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_PREFIXES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "atom": "http://www.w3.org/2005/Atom",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}
"""What feeds mean by these where they forget to say so."""


def tree_of(text: str, where: str) -> etree._Element:
    """The root of the XML in *text*, without comments and instructions.

    HTML's own entities stand as their characters; any other is left out, declared or not.

    Raises:
        Refused: For what has no element.
    """
    bare = _mended(_FORBIDDEN.sub("", _DECLARATION.sub("", text, count=1)))
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        dtd_validation=False, remove_comments=True, remove_pis=True, huge_tree=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(bare.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise Refused(where, "neither XML nor JSON", "a feed", "check its address")
    for element in root.iter(etree.Element):
        _named_as_meant(element)
    return root


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace, in small letters."""
    return str(element.tag).rpartition("}")[2].lower()


def words_of(element: etree._Element | None) -> str | None:
    """The element's text with runs of space as one; ``None`` for none."""
    return " ".join("".join(map(str, element.itertext())).split()) or None if element is not None else None


def _mended(text: str) -> str:
    """*text* with each ampersand as XML wants it; in sections that are taken literally they are left alone."""
    first, *others = text.split(_CDATA)
    mended = [_AMPERSAND.sub(_character, first)]
    for other in others:
        literal, end, rest = other.partition(_CDATA_END)
        mended += [_CDATA, literal, end, _AMPERSAND.sub(_character, rest)]
    return "".join(mended)


def _character(found: re.Match[str]) -> str:
    name, number = found.groups()
    if number:
        digits = number[1:-1]
        code = int(digits[1:], 16) if digits[0] == "x" else int(digits)
        # lxml cannot decode what libxml2 makes of these.
        return "" if code > sys.maxunicode or _FORBIDDEN.match(chr(code)) else found[0]
    if name in _OF_XML:
        return found[0]
    if not name:  # a bare one, in most feeds that of an address
        return "&amp;"
    plain = html.unescape(found[0])
    return "" if plain == found[0] else plain.replace("&", "&amp;").replace("<", "&lt;")


def _named_as_meant(element: etree._Element) -> None:
    prefix, colon, name = str(element.tag).partition(":")
    if colon and prefix in _PREFIXES and _NAME.fullmatch(name):
        element.tag = f"{{{_PREFIXES[prefix]}}}{name}"
