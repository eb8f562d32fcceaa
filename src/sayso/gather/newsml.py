"""NewsML-G2, the IPTC's news items in XML: one item, or a message of many, with NITF, XHTML or plain text inside."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree

from sayso.article import Article
from sayso.errors import PassedOver, Refused
from sayso.gather.caps import Caps
from sayso.gather.document import Document, Kind
from sayso.gather.markup import paragraphs, paragraphs_of_html
from sayso.gather.source import Source
from sayso.gather.told import Told, article_told

_WANTED = "a NewsML-G2 newsItem or newsMessage"
_ITEM = "newsItem"
_MESSAGES = ("newsMessage", "newsItem")


def items_in(payload: bytes, source: Source, *, chosen: bool = True) -> Iterator[Document | Refused]:
    """A document for each item of a file. The original of one of many is its own bytes, and what stands before all.

    Args:
        payload: The file.
        source: Where it came from.
        chosen: Whether somebody named it.
    """
    found = _Items(source, chosen=chosen)
    try:
        spans = found.of(payload)
    except Refused as refused:
        yield refused
        return
    if not spans and found.root == "newsMessage":
        yield Refused(source.where, "a newsMessage without a newsItem", _WANTED, "check that this is the right file")
    for number, (start, end, guid) in enumerate(spans, start=1):
        alone = found.root == _ITEM
        where = source.where if alone else f"{source.where}, item {number}"
        content, header = (payload, b"") if alone else (payload[start:end], payload[: spans[0][0]])
        yield Document(
            where,
            Kind.NEWSML,
            content,
            source.path,
            own_id=guid or f"item {number}",
            header=header,
            chosen=alone and chosen,
        )


class _Items:
    """Where in a file its items stand. Entities and anything outside the file are refused before they can grow."""

    def __init__(self, source: Source, *, chosen: bool) -> None:
        self._source = source
        self._chosen = chosen
        self._depth = 0
        self._open: tuple[int, str | None] | None = None
        self._spans: list[tuple[int, int, str | None]] = []
        self.root = ""

    def of(self, payload: bytes) -> list[tuple[int, int, str | None]]:
        """Start, end and name of each item. Raises :class:`Refused` for other XML, and for what is none."""
        self._payload = payload
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._entity
        try:
            self._parser.Parse(payload, True)
        except expat.ExpatError as error:
            found = f"broken XML (line {error.lineno}: {expat.ErrorString(error.code)})"
            raise self._unfit(found, "XML that is no article") from None
        return self._spans

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        self._depth += 1
        if self._depth > self._source.caps.depth:
            found = f"elements nested deeper than {self._source.caps.depth}"
            raise Refused(self._source.where, found, _WANTED, "check that this is the right file")
        if self._depth == 1:
            self.root = name
            if name not in _MESSAGES:
                raise self._unfit(f"XML that begins with <{ascii(name)[1:-1][:40]}>", "XML that is no article")
        if name == _ITEM and self._open is None:
            self._open = self._parser.CurrentByteIndex, attributes.get("guid")
            self._opened_at = self._depth

    def _end(self, _tag: str) -> None:
        if self._open is not None and self._depth == self._opened_at:
            end = self._payload.find(b">", self._parser.CurrentByteIndex) + 1
            self._spans.append((self._open[0], end, self._open[1]))
            self._open = None
        self._depth -= 1

    def _entity(self, *_: object) -> None:
        raise Refused(self._source.where, "XML that declares entities", "XML without", "write them out")

    def _unfit(self, found: str, reason: str) -> Refused:
        if not self._chosen:
            return PassedOver(self._source.where, reason)
        return Refused(self._source.where, found, _WANTED, "save its text as .txt")


def article_of_newsml(document: Document, limit: int, caps: Caps) -> Article:
    """The article of one item.

    Raises:
        PassedOver: It is one of many in a message, and has no text.
        Refused: It has no text, or is no item.
    """
    item = _parsed(document)
    text, text_from = _text(item, document.where, caps)
    if not text and not document.chosen:
        raise PassedOver(document.where, "an item without a text")
    if not text:
        raise Refused(document.where, "an item without a text", _WANTED, "leave pictures and films out")
    said = {
        "title": _said(item, "contentMeta/headline") or _said(item, "contentSet//hl1"),
        "byline": _said(item, "contentMeta/by") or _said(item, "contentSet//byline"),
        "dateline": _said(item, "contentMeta/dateline"),
        "date_raw": _said(item, "contentMeta/contentCreated") or _said(item, "itemMeta/firstCreated")
        or _said(item, "itemMeta/versionCreated"),
        "modified": _said(item, "itemMeta/versionCreated"),
        "outlet": _said(item, "itemMeta/provider") or _said(item, "contentMeta/infoSource"),
        "source_organization": _said(item, "rightsInfo/copyrightHolder"),
        "credit": _said(item, "contentMeta/creditline"),
        "url": _address(item),
    }  # fmt: skip
    language = _attribute(item, "contentMeta/language", "tag")
    told = Told({name: each for name, each in said.items() if each}, text_from, language, item.get("guid"))
    return article_told(text, told, document, limit)


def _parsed(document: Document) -> etree._Element:
    """The item's element; what stands before it in its file brings its namespaces."""
    assert isinstance(document.payload, bytes)  # noqa: S101 - only a row's is not
    parser = etree.XMLPullParser(
        events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        parser.feed(document.header)
        parser.feed(document.payload)
        for _, element in parser.read_events():
            if isinstance(element, etree._Element) and str(element.tag).rpartition("}")[2] == _ITEM:
                return element
    except etree.XMLSyntaxError as error:
        raise Refused(document.where, f"broken XML ({error.msg})"[:200], _WANTED, "save its text as .txt") from None
    raise Refused(document.where, "no item", _WANTED, "verify the ledger")


def _text(item: etree._Element, where: str, caps: Caps) -> tuple[str, str]:
    for content in _all(item, "contentSet//body.content") or _all(item, "contentSet/inlineXML"):
        if text := paragraphs(content):
            return text, "NewsML-G2 inlineXML"
    for content in _all(item, "contentSet/inlineData"):
        kind = content.get("contenttype") or ""
        words = _words(content).strip()
        text = paragraphs_of_html(words, where, caps) if "html" in kind or words.startswith("<") else words
        if text:
            return text, "NewsML-G2 inlineData"
    return "", ""


def _all(item: etree._Element, path: str) -> list[etree._Element]:
    """The elements at a path of plain names, in whatever namespace."""
    steps = [f"*[local-name()='{step}']" if step else "" for step in path.split("/")]
    found = item.xpath("./" + "/".join(steps))
    return [each for each in found if isinstance(each, etree._Element)] if isinstance(found, list) else []


def _words(element: etree._Element) -> str:
    return str(element.xpath("string()"))  # unlike itertext, without comments


def _said(item: etree._Element, path: str) -> tuple[str, str] | None:
    """The first element at *path* that says anything: its name, its literal, its words."""
    for element in _all(item, path):
        names = _all(element, "name")
        words = _words(names[0]) if names else element.get("literal") or _words(element)
        if " ".join(words.split()):
            return f"NewsML-G2 {path.rpartition('/')[2]}", words
    return None


def _attribute(item: etree._Element, path: str, name: str) -> tuple[str, str] | None:
    values = (value for element in _all(item, path) if (value := element.get(name)))
    value = next(values, None)
    return (f"NewsML-G2 {path.rpartition('/')[2]}", value) if value else None


def _address(item: etree._Element) -> tuple[str, str] | None:
    for element in _all(item, "itemMeta/link"):
        href = element.get("href") or ""
        if (element.get("rel") or "").endswith(("webCopy", "permalink")) and href.startswith(("https://", "http://")):
            return "NewsML-G2 link", href
    guid = item.get("guid") or ""
    return ("NewsML-G2 guid", guid) if guid.startswith(("https://", "http://")) else None
