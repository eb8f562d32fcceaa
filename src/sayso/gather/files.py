"""Walks, opens, unpacks and splits inputs into documents; reads no article itself."""

from __future__ import annotations

import codecs
import dataclasses
import functools
import itertools
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from sayso.errors import PassedOver, Refused
from sayso.gather import newsml
from sayso.gather.archives import wacz, warc
from sayso.gather.archives.auto_archiver import Item, item_in
from sayso.gather.archives.packed import RECORD
from sayso.gather.caps import Caps
from sayso.gather.document import Document, Kind
from sayso.gather.rows import COLUMNS
from sayso.gather.singlefile import saved_from
from sayso.gather.source import Source
from sayso.gather.streams import CHUNK, chunks_of, inflated, lines_of, whole
from sayso.gather.tables import csv_rows, json_rows, row_room
from sayso.gather.text import LineDecoder, blank, mark_of, refuse_binary, too_long
from sayso.printable import printable

STDIN = "-"
SUFFIXES = (
    ".txt", ".html", ".htm", ".jsonl", ".csv", ".warc", ".wacz", ".eml", ".pdf", ".docx", ".json", ".ninjs", ".xml",
)  # fmt: skip
_GZIP = ".gz"
_WARC = ".warc"
_WACZ = ".wacz"
_NEWSML = ".xml"
_OTHERS = (".json", _NEWSML)
"""What may be anything, and is passed over in a folder where it is no article."""
_KINDS = {
    ".txt": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".eml": Kind.EMAIL,
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".json": Kind.NINJS,
    ".ninjs": Kind.NINJS,
}
WANTED = (
    "a .txt, .html, .jsonl, .csv, .warc, .eml, .pdf, .docx, .json (ninjs) or .xml (NewsML-G2) file, also with .gz,"
    " or a .warc.zst or .wacz"
)
"""What can be read, in the words of a refusal."""

# Longest UTF-8, UTF-16 and UTF-32 form of a character.
_BYTES_PER_CHARACTER = 4
_TABLE_ROOM = 64_000_000

_HTML = re.compile(
    # Possessive, or comments that lead to nothing would be tried in every combination.
    rb"\s*+(?:(?><\?xml[^>]*>|<!--.*?-->)\s*+)*+"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|section|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_OBJECT = re.compile(rb'\s*\{\s*["}]')


_TABLES = {".jsonl": json_rows, ".csv": csv_rows}
_TABLES_OF_ITEM = (".csv", ".json")


def documents(
    paths: Iterable[str],
    *,
    columns: Mapping[str, str] | None = None,
    limit: int = 1_000_000,
    caps: Caps | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Refused]:
    """One document for each article in *paths*, in input order; in place of what cannot be read, why.

    Nothing is decoded or extracted yet, and no more than one article is held at a time.

    Args:
        paths: Files, folders, and ``-`` for standard input. A folder gives its files of known suffixes and those of its
            subfolders, by name; hidden ones are left out, links to folders refused.
        columns: Our name of a column → the table's, for .csv and .jsonl.
        limit: Most characters of an article. Files that must be longer are not loaded.
        caps: Bounds on what an input may cost.
        stdin: Where ``-`` reads from; the process's own without it.

    Raises:
        ValueError: When *columns* names a column that Sayso does not have.
    """
    columns = columns or {}
    if unknown := sorted(set(columns) - set(COLUMNS)):
        raise ValueError(f"there is no column {', '.join(unknown)}; the columns are {', '.join(COLUMNS)}")
    how = Source("standard input", None, dict(columns), limit, caps or Caps())
    return itertools.chain.from_iterable(_input(how if path == STDIN else _at(path, how), stdin) for path in paths)


def _at(path: str, how: Source) -> Source:
    return dataclasses.replace(how, where=printable(path), path=path)


def _input(source: Source, stdin: BinaryIO | None) -> Iterator[Document | Refused]:
    try:
        if source.path is None:
            yield from _standard_input(stdin or sys.stdin.buffer, source)
        elif Path(source.path).is_dir():
            yield from _folder(source.path, source)
        else:
            yield from _file(source.path, source)
    except Refused as refused:
        yield refused
    except OSError as error:
        yield _unopened(source.where, error)


def _folder(folder: str, source: Source) -> Iterator[Document | Refused]:
    empty_so_far = True
    item_at = functools.lru_cache(maxsize=8)(lambda path: item_in(Path(path)))
    for found in _walk(folder):
        empty_so_far = False
        if isinstance(found, Refused):
            yield found
        else:
            yield from _found(found, source, item_at(str(Path(found).parent)))
    if empty_so_far:
        raise Refused(source.where, "a folder without articles", WANTED, "name another folder, or files")


def _found(path: str, source: Source, item: Item | None) -> Iterator[Document | Refused]:
    """What a file of a folder gives; *item* is what Auto Archiver wrote about the folder."""
    name = Path(path).name
    if item and (name in (item.metadata, item.report) or name.lower().endswith(_TABLES_OF_ITEM)):
        yield PassedOver(printable(path), "Auto Archiver's own notes")
        return
    for document in _input(dataclasses.replace(_at(path, source), chosen=_suffix(path) not in _OTHERS), None):
        if item and isinstance(document, Document) and document.url is None:
            found_in = {**document.found_in, "url": f"Auto Archiver ({printable(item.metadata)[:60]})"}
            yield dataclasses.replace(document, url=item.url, fetched_at=item.archived_at, found_in=found_in)
        else:
            yield document


def _walk(folder: str) -> Iterator[str | Refused]:
    """The files of known suffixes below *folder*, by name; a refusal for a folder that cannot be opened."""
    pending = [(folder, True)]
    while pending:
        path, is_folder = pending.pop()
        if not is_folder:
            yield path
            continue
        try:
            with os.scandir(path) as entries:
                shown = [entry for entry in entries if not entry.name.startswith(".")]
                below = [(entry.path, True) for entry in shown if entry.is_dir(follow_symlinks=False)]
                below += [(entry.path, False) for entry in shown if _suffix(entry.name) and not entry.is_dir()]
                linked = [entry.path for entry in shown if entry.is_symlink() and entry.is_dir()]
            yield from (_linked(link) for link in sorted(linked))
            pending += sorted(below, reverse=True)
        except OSError as error:
            yield _unopened(printable(path), error)


def _linked(link: str) -> Refused:
    # Links may lead in circles, or to a whole disk.
    return Refused(printable(link), "a link to a folder", "a folder itself", "name the folder that it leads to as well")


def _suffix(name: str) -> str | None:
    """The suffix that says how to read *name*, without ``.gz``; ``None`` for one that is not read."""
    suffix = Path(name.lower().removesuffix(_GZIP)).suffix
    if name.lower().endswith(f"{_WARC}.zst"):
        return _WARC
    return suffix if suffix in SUFFIXES else None


def _file(path: str, source: Source) -> Iterator[Document | Refused]:
    mode = Path(path).stat().st_mode  # a missing file is missing, whatever its name
    suffix = _suffix(path)
    if suffix is None:
        found = (
            f"a name that ends in {printable(Path(path).suffix)}" if Path(path).suffix else "a name without a suffix"
        )
        raise Refused(source.where, found, WANTED, "save it as one of these, or rename it")
    if not stat.S_ISREG(mode):
        raise Refused(source.where, "a pipe or device", "a file", "send its content to standard input and name -")
    if suffix == _WACZ:
        yield from wacz.documents_in(path, source)
        return
    if suffix == _WARC:
        yield from warc.documents_in(lambda: _chunks_at(path), source)
        return
    with Path(path).open("rb") as stream:
        chunks = chunks_of(stream)
        if path.lower().endswith(_GZIP):
            chunks = inflated(chunks, source.where, _room(suffix, source))
        yield from _split(chunks, suffix, source)


def _chunks_at(path: str) -> Iterator[bytes]:
    with Path(path).open("rb") as stream:
        yield from chunks_of(stream)


def _standard_input(stream: BinaryIO, source: Source) -> Iterator[Document | Refused]:
    head, chunks = _headed(chunks_of(stream))
    return _split(chunks, _sniffed(head), source)


def _sniffed(head: bytes) -> str:
    """The suffix that a file beginning with *head* should have."""
    marked = mark_of(head)
    probe = head.decode(marked[1], "ignore").lstrip("\ufeff").encode() if marked else head
    if probe.startswith(RECORD):
        return _WARC
    if _OBJECT.match(probe):
        return ".jsonl"
    return ".html" if _HTML.match(probe) else ".txt"


def _split(chunks: Iterator[bytes], suffix: str, source: Source) -> Iterator[Document | Refused]:
    if suffix == _WARC:
        yield from warc.documents_in(_once(chunks), source)
    elif suffix == _NEWSML:
        yield from newsml.items_in(_loaded(chunks, suffix, source), source, chosen=source.chosen)
    elif suffix in _TABLES:
        yield from _rows(chunks, suffix, source)
    else:
        yield _single(chunks, suffix, source)


def _room(suffix: str, source: Source) -> int:
    """Most bytes of a text or page; of a table, which has no end, what may come before it is looked at askance."""
    if suffix == ".txt":
        return _BYTES_PER_CHARACTER * (source.limit + 1)
    return _TABLE_ROOM if suffix in _TABLES else source.caps.page


def _headed(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first 64 KiB, or all where there is less, and all of *chunks* again."""
    head = b""
    try:
        for chunk in chunks:
            head += chunk
            if len(head) >= CHUNK:
                break
    except Refused as refused:  # what came before the fault still counts
        return head, _faulty(head, refused)
    return head, itertools.chain([head], chunks)


def _faulty(head: bytes, refused: Refused) -> Iterator[bytes]:
    yield head
    raise refused


def _once(chunks: Iterator[bytes]) -> Callable[[], Iterator[bytes]]:
    """What can be read but once, as something to open; a second time it is empty."""
    return lambda: chunks


def _single(chunks: Iterator[bytes], suffix: str, source: Source) -> Document:
    payload = _loaded(chunks, suffix, source)
    document = Document(source.where, _KINDS[suffix], payload, source.path, chosen=source.chosen)
    saved = saved_from(payload) if document.kind is Kind.HTML else None
    if saved is None:
        return document
    return dataclasses.replace(document, url=saved[0], fetched_at=saved[1], found_in={"url": "SingleFile comment"})


def _loaded(chunks: Iterator[bytes], suffix: str, source: Source) -> bytes:
    """The whole file. Raises :class:`Refused` for one that is blank, or too large to be loaded."""
    room = _room(suffix, source)
    payload = whole(chunks, room)
    if payload is None and suffix == ".txt":
        raise too_long(source.where, f"more than {source.limit:,}", source.limit)
    if payload is None:
        raise Refused(
            source.where, f"a page of more than {room:,} bytes", "a smaller one", "save it without its pictures"
        )
    if not payload.strip():
        raise blank(source.where, payload)
    return payload


def _rows(chunks: Iterator[bytes], suffix: str, source: Source) -> Iterator[Document | Refused]:
    head, chunks = _headed(chunks)
    chunks, utf8 = _as_utf8(head, chunks, source.where)
    bare = True
    for row in _TABLES[suffix](lines_of(chunks, row_room(source.limit)), LineDecoder(head, utf8), source):
        bare = False
        yield row
    if bare and head.strip():
        raise Refused(source.where, "no row", "a row for each article", "check that this is the right file")
    if bare:
        raise blank(source.where, head)


def _as_utf8(head: bytes, chunks: Iterator[bytes], where: str) -> tuple[Iterator[bytes], str]:
    """*chunks* in UTF-8, and what to call their encoding.

    The byte-order mark is left out. UTF-16 and UTF-32 are turned into UTF-8, where lines are easy to tell.
    """
    marked = mark_of(head)
    if marked is None:
        refuse_binary(head, where)
        return chunks, "utf-8"
    mark, name = marked
    bare = itertools.chain([next(chunks)[len(mark) :]], chunks)
    return (bare if name == "utf-8" else _transcoded(bare, name, where)), f"{name}, byte-order mark"


def _transcoded(chunks: Iterator[bytes], name: str, where: str) -> Iterator[bytes]:
    try:
        for text in codecs.iterdecode(chunks, name):
            yield text.encode()
    except UnicodeDecodeError:
        raise Refused(where, f"broken {name}", "the encoding of the byte-order mark", "save it as UTF-8") from None


def _unopened(where: str, error: OSError) -> Refused:
    if isinstance(error, FileNotFoundError):
        return Refused(where, "no such file or folder", WANTED, "check the name")
    found = f"that it cannot be opened ({error.strerror or type(error).__name__})"
    return Refused(where, found, "a file that you may read", "check its permissions")
