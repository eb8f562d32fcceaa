"""Adding articles: what is new is read and stored, an article a transaction; what is there already stays as it is."""

from __future__ import annotations

import collections
import dataclasses
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from enum import StrEnum

from sayso.article import Article
from sayso.errors import Refused
from sayso.figures import OwnTowns
from sayso.gather import Caps, Document, Original, document_again, documents, original_of
from sayso.ledger import originals
from sayso.ledger.changes import Change, changes
from sayso.ledger.index import set_current
from sayso.ledger.places import Place, Places, article_at, put_article, put_version
from sayso.ledger.reader import this_reader
from sayso.ledger.readings import as_found, get_article, put_reading, put_text
from sayso.pipeline import LIMIT, read_documents
from sayso.printable import printable

Writing = Callable[[], AbstractContextManager[str]]
"""A transaction in which rows may be written, and the time that they get."""


class Outcome(StrEnum):
    """What adding did with one article."""

    NEW = "new"
    NEW_VERSION = "new version"
    READ_AGAIN = "read again"
    UNCHANGED = "already there"


@dataclasses.dataclass(frozen=True, slots=True)
class Added:
    """One article that was given, under its name in the ledger.

    ``changes`` are those of its attributions, against the version or the reading before; none for a new article.
    """

    article: str
    outcome: Outcome
    version: int
    changes: tuple[Change, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Options:
    """How to read. See :func:`sayso.stream`; *again* reads what the ledger has already once more."""

    columns: Mapping[str, str] = dataclasses.field(default_factory=dict)
    limit: int = LIMIT
    own_towns: OwnTowns = dataclasses.field(default_factory=dict)
    jobs: int = 1
    again: bool = False
    caps: Caps = dataclasses.field(default_factory=Caps)


@dataclasses.dataclass(frozen=True, slots=True)
class _Given:
    document: Document
    original: Original
    place: Place


@dataclasses.dataclass(frozen=True, slots=True)
class _Version:
    id: int
    article_id: int
    original_id: int
    number: int


def add(
    connection: sqlite3.Connection,
    writing: Writing,
    paths: Iterable[str],
    options: Options,
    refused: Callable[[Refused], None],
) -> Iterator[Added]:
    """Read *paths* into the ledger; without any, and with ``again``, what the ledger has.

    Each article is stored in one transaction, so that an interruption at any moment leaves whole articles, and the
    same call again does what is left.

    Args:
        connection: To look things up.
        writing: Opens a transaction.
        paths: See :func:`sayso.gather.documents`.
        options: How to read.
        refused: Called with each input that cannot be read.

    Yields:
        What was done, article by article; those that are there already may come before others given earlier.
    """
    given: collections.deque[_Given] = collections.deque()
    already: collections.deque[Added] = collections.deque()
    places = Places()

    def unread() -> Iterator[Document | Refused]:
        for document in _documents(connection, paths, options):
            if isinstance(document, Refused):
                yield document
                continue
            one = _Given(document, original_of(document), places.of(document))
            known = None if options.again else _known(connection, one.original)
            if known is None:
                given.append(one)
                yield document
            else:
                _note_arrival(connection, writing, known, one)
                already.append(_unchanged(connection, known))

    read = read_documents(
        unread(), limit=options.limit, own_towns=options.own_towns, jobs=options.jobs, caps=options.caps
    )
    for document, article in read:
        while already:
            yield already.popleft()
        one = given.popleft() if isinstance(document, Document) else None
        if isinstance(article, Refused):
            refused(article)
        elif one is not None and "\0" in article.text:
            found = "a character of no meaning (NUL)"
            refused(Refused(one.document.where, found, "text alone", "save it without that character"))
        elif one is not None:
            yield _store(connection, writing, one, article)
    yield from already


def _documents(connection: sqlite3.Connection, paths: Iterable[str], options: Options) -> Iterator[Document | Refused]:
    paths = list(paths)
    if paths or not options.again:
        yield from documents(paths, columns=options.columns, limit=options.limit, caps=options.caps)
        return
    rows = connection.execute(
        "SELECT o.id, a.name FROM originals o"
        " JOIN versions v ON v.original_id = o.id JOIN articles a ON a.id = v.article_id ORDER BY o.id"
    ).fetchall()
    for original_id, name in rows:
        where = f"the original of {printable(name)}"
        came = originals.arrivals(connection, original_id)[0]
        try:
            document = document_again(originals.get(connection, original_id), where, came.path, limit=options.limit)
            yield dataclasses.replace(document, url=came.url, fetched_at=came.fetched_at)
        except Refused as refused:
            yield refused
        except zlib.error:
            yield Refused(where, "bytes that do not unpack", "those that came", "see `sayso verify`")


def _known(connection: sqlite3.Connection, original: Original) -> int | None:
    """The original's key where it is there and was read."""
    key = originals.find(connection, original)
    row = connection.execute(
        "SELECT 1 FROM versions v JOIN readings r ON r.version_id = v.id WHERE v.original_id = ?", (key,)
    ).fetchone()
    return key if row else None


def _note_arrival(connection: sqlite3.Connection, writing: Writing, original_id: int, one: _Given) -> None:
    """A known original from a place where it was not seen before: one more way in which it came."""
    arrival = originals.arrival_of(one.document)
    if not originals.came_so(connection, original_id, arrival):
        with writing() as now:
            originals.put_arrival(connection, original_id, arrival, now)


def _unchanged(connection: sqlite3.Connection, original_id: int) -> Added:
    name, number = connection.execute(
        "SELECT a.name, v.number FROM versions v JOIN articles a ON a.id = v.article_id WHERE v.original_id = ?",
        (original_id,),
    ).fetchone()
    return Added(name, Outcome.UNCHANGED, number)


def _store(connection: sqlite3.Connection, writing: Writing, one: _Given, article: Article) -> Added:
    with writing() as now:
        original_id = originals.find(connection, one.original)
        if original_id is not None and (version := _version_of(connection, original_id)):
            return _store_again(connection, version, one, article, now)
        original_id = originals.put(connection, one.original, now)
        originals.put_arrival(connection, original_id, originals.arrival_of(one.document), now)
        article_id = article_at(connection, one.place, article)
        before = _current(connection, article_id)
        if article_id is None:
            article_id = put_article(connection, one.place, article)
        number, version_id = put_version(connection, article_id, original_id)
        reading_id = _put_reading(connection, _Version(version_id, article_id, original_id, number), one, article, now)
        set_current(connection, article_id, reading_id)
        after = get_article(connection, reading_id)
    if before is None:
        return Added(after.id, Outcome.NEW, number)
    return Added(after.id, Outcome.NEW_VERSION, number, tuple(changes(before, after)))


def _store_again(connection: sqlite3.Connection, version: _Version, one: _Given, article: Article, now: str) -> Added:
    """Another reading of a version that is there, unless it would be the same as its last one."""
    last_id, *last_reader = connection.execute(
        "SELECT id, reader, model FROM readings WHERE version_id = ? ORDER BY id DESC", (version.id,)
    ).fetchone()
    before, reader = get_article(connection, last_id), this_reader()
    if last_reader == [reader.sayso, reader.model] and as_found(before) == as_found(article):
        return Added(before.id, Outcome.UNCHANGED, version.number)
    reading_id = _put_reading(connection, version, one, article, now)
    latest = connection.execute("SELECT max(number) FROM versions WHERE article_id = ?", (version.article_id,))
    if latest.fetchone() == (version.number,):
        set_current(connection, version.article_id, reading_id)
    after = get_article(connection, reading_id)
    return Added(after.id, Outcome.READ_AGAIN, version.number, tuple(changes(before, after)))


def _put_reading(connection: sqlite3.Connection, version: _Version, one: _Given, article: Article, now: str) -> int:
    reader = this_reader()
    text_id = put_text(connection, version.original_id, article, reader, _text_options(one.original))
    return put_reading(connection, version.id, text_id, article, reader=reader, now=now)


def _version_of(connection: sqlite3.Connection, original_id: int) -> _Version | None:
    """The version that an original is."""
    row = connection.execute(
        "SELECT id, article_id, original_id, number FROM versions WHERE original_id = ?", (original_id,)
    ).fetchone()
    return _Version(*row) if row else None


def _current(connection: sqlite3.Connection, article_id: int | None) -> Article | None:
    row = connection.execute("SELECT current_reading_id FROM articles WHERE id = ?", (article_id,)).fetchone()
    return get_article(connection, row[0]) if row and row[0] else None


def _text_options(original: Original) -> str:
    """What besides the original decides its text."""
    said = {"columns": dict(original.columns), "encoding": original.encoding}
    return json.dumps({key: value for key, value in said.items() if value}, sort_keys=True, ensure_ascii=False)
