"""All the words of a piece of HTML, NITF or any XML as paragraphs: for what is an article and nothing else."""

from __future__ import annotations

import re

from lxml import etree, html

from sayso.errors import Refused
from sayso.gather.caps import Caps
from sayso.gather.nesting import nesting

_PARAGRAPHS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hl1", "hl2", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td",
    "th", "tr", "ul", "block", "br",
}  # fmt: skip
_NO_WORDS = {"head", "media", "noscript", "script", "style", "svg", "template", "title"}
_SPACES = re.compile(r"\s+")


def paragraphs_of_html(source: str, where: str, caps: Caps) -> str:
    r"""The paragraphs of a piece of HTML, apart by blank lines; empty where it has no words.

    Raises:
        Refused: It is nested too deep.

    Example:
        >>> paragraphs_of_html("<p>The bridge<br>is <b>closed</b>.</p><style>p {}</style>", "mail", Caps())
        'The bridge\n\nis closed.'
    """
    if nesting(source, enough=caps.depth) >= caps.depth:
        found = f"elements nested {caps.depth} deep or deeper"
        raise Refused(where, found, "a text as people read it", "save its text as .txt")
    try:
        return paragraphs(html.fromstring(source, parser=html.HTMLParser(huge_tree=False, no_network=True)))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):  # nothing but comments, or a declared encoding
        return ""


def paragraphs(root: etree._Element) -> str:
    """The words below *root* as paragraphs, apart by blank lines; a line break of the source is none."""
    found: list[str] = []
    current: list[str] = []

    def ended() -> None:
        words = _SPACES.sub(" ", "".join(current)).strip()
        current.clear()
        if words:
            found.append(words)

    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
        if skipped is None and event == "start":
            if name in _PARAGRAPHS:
                ended()
            if name in _NO_WORDS:
                skipped = element
            else:
                current.append(element.text or "")
        if event != "start":
            inside = skipped is not None and element is not skipped
            skipped = skipped if inside else None
            if not inside:
                if name in _PARAGRAPHS:
                    ended()
                current.append((element.tail or "") if element is not root else "")
    ended()
    return "\n\n".join(found)
