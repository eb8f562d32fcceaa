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
from http import HTTPStatus

from sayso.article import Article
from sayso.errors import Refused
from sayso.figures import OwnTowns
from sayso.gather import Caps, Document, Form, Original, document_again, original_of
from sayso.inputs import limits_of, unread
from sayso.ledger import captures, items, originals
from sayso.ledger.changes import Change, changes
from sayso.ledger.index import set_current
from sayso.ledger.places import Place, Places, article_at, put_article, put_version
from sayso.ledger.reader import this_reader
from sayso.ledger.readings import as_found, get_article, put_reading, put_text
from sayso.pipeline import LIMIT, read_documents
from sayso.printable import printable
from sayso.web import Fetcher
from sayso.web.pages import document_of

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
    fetcher: Fetcher | None = None


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
        paths: See :func:`sayso.inputs.unread`.
        options: How to read.
        refused: Called with each input that cannot be read.

    Yields:
        What was done, article by article; those that are there already may come before others given earlier.
    """
    adding = _Adding(connection, writing, options, refused)
    return adding.added(_documents(connection, paths, options, adding.unchanged.append))


def add_documents(  # noqa: PLR0913 - what adding needs
    connection: sqlite3.Connection,
    writing: Writing,
    documents: Iterable[Document | Refused],
    options: Options,
    refused: Callable[[Refused], None],
    *,
    together: Callable[[Added], None],
) -> Iterator[Added]:
    """Read *documents* into the ledger, as :func:`add` does.

    *together* is called in the transaction of each article, so that what it writes is there with the article or not at
    all.
    """
    return _Adding(connection, writing, options, refused, together).added(documents)


class _Adding:
    """One run of adding. ``unchanged`` are those of which it is known before they are read that nothing is new."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        writing: Writing,
        options: Options,
        refused: Callable[[Refused], None],
        together: Callable[[Added], None] | None = None,
    ) -> None:
        self.unchanged: collections.deque[Added] = collections.deque()
        self._connection, self._writing, self._options = connection, writing, options
        self._refused, self._together = refused, together
        self._given: collections.deque[_Given] = collections.deque()
        self._places = Places()

    def added(self, documents: Iterable[Document | Refused]) -> Iterator[Added]:
        """What was done with each of *documents*, as they are read."""
        how = self._options
        read = read_documents(
            self._unknown(documents), limit=how.limit, own_towns=how.own_towns, jobs=how.jobs, caps=how.caps
        )
        for document, article in read:
            while self.unchanged:
                yield self.unchanged.popleft()
            one = self._given.popleft() if isinstance(document, Document) else None
            if isinstance(article, Refused):
                self._refused(article)
            elif one is not None and "\0" in article.text:
                nul = "a character of no meaning (NUL)"
                self._refused(Refused(one.document.where, nul, "text alone", "save it without that character"))
            elif one is not None:
                yield self._stored(one, article)
        yield from self.unchanged

    def _unknown(self, documents: Iterable[Document | Refused]) -> Iterator[Document | Refused]:
        for document in documents:
            if isinstance(document, Refused):
                yield document
                continue
            one = _Given(document, original_of(document), self._places.of(document))
            known = None if self._options.again else _known(self._connection, one.original)
            if known is None:
                self._given.append(one)
                yield document
            else:
                self.unchanged.append(self._arrived_again(known, one))

    def _stored(self, one: _Given, article: Article) -> Added:
        with self._writing() as now:
            added = _store(self._connection, one, article, now)
            if self._together:
                self._together(added)
        return added

    def _arrived_again(self, original_id: int, one: _Given) -> Added:
        """A known original; where it comes from a place where it was not seen before, that is written down."""
        arrival, added = originals.arrival_of(one.document), _unchanged(self._connection, original_id)
        if self._together or not originals.came_so(self._connection, original_id, arrival):
            with self._writing() as now:
                originals.put_arrival(self._connection, original_id, arrival, now)
                if self._together:
                    self._together(added)
        return added


def _documents(
    connection: sqlite3.Connection, paths: Iterable[str], options: Options, unchanged: Callable[[Added], None]
) -> Iterator[Document | Refused]:
    paths = list(paths)
    if paths or not options.again:
        fetched = _fetching(connection, options, unchanged)
        yield from unread(paths, fetched, columns=options.columns, limit=options.limit, caps=options.caps)
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


def _fetching(
    connection: sqlite3.Connection, options: Options, unchanged: Callable[[Added], None]
) -> Callable[[str], Document | None]:
    """What fetches a page, unless its server says that it is as the ledger has it; then *unchanged* is told."""
    fetcher = options.fetcher or Fetcher(limits=limits_of(options.caps))

    def fetched(url: str) -> Document | None:
        known = None if options.again else captures.last(connection, url)
        capture = fetcher.fetch(url, known=known.validators if known else None)
        if known and capture.status == HTTPStatus.NOT_MODIFIED:
            unchanged(_unchanged(connection, known.original_id))
            return None
        return document_of(capture)

    return fetched


def _known(connection: sqlite3.Connection, original: Original) -> int | None:
    """The original's key where it is there and was read."""
    key = originals.find(connection, original)
    row = connection.execute(
        "SELECT 1 FROM versions v JOIN readings r ON r.version_id = v.id WHERE v.original_id = ?", (key,)
    ).fetchone()
    return key if row else None


def _unchanged(connection: sqlite3.Connection, original_id: int) -> Added:
    name, number = connection.execute(
        "SELECT a.name, v.number FROM versions v JOIN articles a ON a.id = v.article_id WHERE v.original_id = ?",
        (original_id,),
    ).fetchone()
    return Added(name, Outcome.UNCHANGED, number)


def _was_fetched(one: _Given) -> bool:
    """Whether the user named a URL, not a file with captures in it, all of which are kept."""
    return one.original.form is Form.WARC and one.document.path is None


def _current_unchanged(connection: sqlite3.Connection, article_id: int | None) -> Added:
    name, number = connection.execute(
        "SELECT name, (SELECT max(number) FROM versions WHERE article_id = a.id) FROM articles a WHERE id = ?",
        (article_id,),
    ).fetchone()
    return Added(name, Outcome.UNCHANGED, number)


def _store(connection: sqlite3.Connection, one: _Given, article: Article, now: str) -> Added:
    article = _with_publisher(connection, one.document, article)
    original_id = originals.find(connection, one.original)
    if original_id is not None and (version := _version_of(connection, original_id)):
        return _store_again(connection, version, one, article, now)
    article_id = article_at(connection, one.place, article)
    before = _current(connection, article_id)
    if before and _was_fetched(one) and captures.shows(connection, article_id, before, article):
        return _current_unchanged(connection, article_id)
    original_id = originals.put(connection, one.original, now)
    originals.put_arrival(connection, original_id, originals.arrival_of(one.document), now)
    if article_id is None:
        article_id = put_article(connection, one.place, article)
    number, version_id = put_version(connection, article_id, original_id)
    reading_id = _put_reading(connection, _Version(version_id, article_id, original_id, number), one, article, now)
    set_current(connection, article_id, reading_id)
    after = get_article(connection, reading_id)
    if before is None:
        return Added(after.id, Outcome.NEW, number)
    return Added(after.id, Outcome.NEW_VERSION, number, tuple(changes(before, after)))


def _with_publisher(connection: sqlite3.Connection, document: Document, article: Article) -> Article:
    """The article with the publisher that a feed names for its address, where the page itself names none."""
    stated = items.publisher_at(connection, document.url) if document.url else None
    if stated is None:
        return article
    name, place = stated
    said = {"outlet": article.outlet, "publisher": article.publisher}
    found_in = {**article.found_in, **{field: place for field, value in said.items() if value is None}}
    outlet, publisher = (value or name for value in said.values())
    return dataclasses.replace(article, outlet=outlet, publisher=publisher, found_in=found_in)


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
