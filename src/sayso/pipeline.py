"""From inputs to attributed articles, one after the other or in several processes, in input order either way."""

from __future__ import annotations

import collections
import contextlib
import dataclasses
import itertools
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from sayso.article import Article
from sayso.attribute import attribute
from sayso.characterise import characterise
from sayso.errors import PassedOver, Refused, WorkerDied
from sayso.figures import OwnTowns, count
from sayso.gather import Caps, Document, article_of, documents
from sayso.gather.document import Kind
from sayso.gather.files import SUFFIXES
from sayso.printable import printable
from sayso.resolve import resolve

LIMIT = 1_000_000
"""Most characters of text that an article may have, unless the caller says otherwise."""
_CHUNK = 8
"""Documents a worker takes at a time: enough that handing them over costs nothing beside reading them."""
_Reader = Callable[[Document | Refused], Article | Refused]


def read(
    *texts_or_paths: str | os.PathLike[str],
    columns: Mapping[str, str] | None = None,
    limit: int = LIMIT,
    own_towns: OwnTowns | None = None,
) -> list[Article]:
    """Read texts or files, folders and tables of articles, and find the attributions in them.

    Args:
        texts_or_paths: A path, or a text itself. A string is a path when something exists there, or when it is a single
            word that ends like a file; otherwise it is a text.
        columns: Our name of a table's column to its own: ``{"text": "article_content"}``.
        limit: Most characters of text that an article may have.
        own_towns: Towns that the built-in list lacks, see :func:`sayso.figures.read_own_towns`.

    Returns:
        Articles in input order; none for no input.

    Raises:
        Refused: An input cannot be read. To go on with the others, use :func:`stream`.

    Example:
        >>> [article] = read("“We saw nothing,” said Ada Byrne.")
        >>> [(a.source[0].of(article.text), a.quotation.value) for a in article.attributions]
        [('Ada Byrne', 'direct')]
    """

    def stop(error: Refused) -> None:
        if not isinstance(error, PassedOver):
            raise error

    articles: list[Article] = []
    for given in texts_or_paths:
        if isinstance(given, str) and not _is_path(given):
            article = article_of(Document("the text given", Kind.ROW, {"text": given}), limit=limit)
            articles.append(_attributed(article, own_towns or {}))
        else:
            articles += stream([os.fspath(given)], columns=columns, limit=limit, own_towns=own_towns, refused=stop)
    return list(_with_unique_ids(articles))


def stream(  # noqa: PLR0913 - keywords that a caller leaves out
    paths: Iterable[str],
    *,
    refused: Callable[[Refused], None],
    columns: Mapping[str, str] | None = None,
    limit: int = LIMIT,
    own_towns: OwnTowns | None = None,
    jobs: int = 1,
    caps: Caps | None = None,
) -> Iterator[Article]:
    """Read files, folders and tables of any size, one article at a time.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        refused: Called, in input order, with each input that cannot be read; the others go on.
        columns: See :func:`read`.
        limit: See :func:`read`.
        own_towns: See :func:`read`.
        jobs: Number of processes. What comes out is the same for any number.
        caps: Bounds on what an input may cost.

    Yields:
        Articles in input order, each with an ``id`` of its own: a second ``a1`` becomes ``a1~2``.

    Raises:
        WorkerDied: A process was killed, most likely for want of memory.
    """
    unread = documents(paths, columns=columns or {}, limit=limit, caps=caps)
    read_all = read_documents(unread, limit=limit, own_towns=own_towns, jobs=jobs, caps=caps)
    results = (article for _, article in read_all)
    return _with_unique_ids(_accepted(results, refused))


def read_documents(
    unread: Iterable[Document | Refused],
    *,
    limit: int = LIMIT,
    own_towns: OwnTowns | None = None,
    jobs: int = 1,
    caps: Caps | None = None,
) -> Iterator[tuple[Document | Refused, Article | Refused]]:
    """Each document with the article that it holds, or with why it cannot be read; in order, a few read ahead.

    Ids are those of the documents, so that two articles may share one. Arguments and errors are those of
    :func:`stream`; what was refused before stays refused.
    """
    taken: collections.deque[Document | Refused] = collections.deque()

    def remembered() -> Iterator[Document | Refused]:
        for document in unread:
            taken.append(document)
            yield document

    read_one = partial(_read_one, limit=limit, own_towns=own_towns or {}, caps=caps)
    results = _in_processes(remembered(), read_one, jobs) if jobs > 1 else map(read_one, remembered())
    for result in results:
        yield taken.popleft(), result


def _is_path(given: str) -> bool:
    if "\n" in given or len(given) > 1000:
        return False
    with contextlib.suppress(OSError, ValueError):
        if Path(given).exists():
            return True
    return len(given.split()) == 1 and Path(given).suffix.lower() in {*SUFFIXES, ".gz"}


def _read_one(document: Document | Refused, *, limit: int, own_towns: OwnTowns, caps: Caps | None) -> Article | Refused:
    if isinstance(document, Refused):
        return document
    try:
        return _attributed(article_of(document, limit=limit, caps=caps), own_towns)
    except Refused as refused:
        return refused
    # Pages come from anywhere and pass through parsers that are not ours: what breaks one of them must not take the
    # batch along, and must be named.
    except Exception as error:
        return Refused(
            document.where, f"an article on which reading fails ({printable(repr(error))[:200]})", "any article",
            "please report it with the file; the others were read",
        )  # fmt: skip


def _attributed(article: Article, own_towns: OwnTowns) -> Article:
    """The article with attributions and what is known of them; those that it brings along are used as they stand."""
    if article.attributions is not None:
        return article
    return count(characterise(resolve(attribute(article))), own_towns=own_towns)


def _read_many(chunk: Sequence[Document | Refused], read_one: _Reader) -> list[Article | Refused]:
    return [read_one(document) for document in chunk]


def _in_processes(unread: Iterator[Document | Refused], read_one: _Reader, jobs: int) -> Iterator[Article | Refused]:
    """Read in *jobs* processes, a few chunks ahead of the caller, so that memory stays bounded."""
    # Spawned, as on Windows and macOS: a forked process would inherit the threads of onnxruntime half.
    context = multiprocessing.get_context("spawn")
    chunks = iter(lambda: list(itertools.islice(unread, _CHUNK)), [])
    waiting: collections.deque[Future[list[Article | Refused]]] = collections.deque()
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        try:
            for chunk in chunks:
                waiting.append(pool.submit(_read_many, chunk, read_one))
                if len(waiting) > 2 * jobs:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise WorkerDied(jobs) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _accepted(results: Iterable[Article | Refused], refused: Callable[[Refused], None]) -> Iterator[Article]:
    for result in results:
        if isinstance(result, Refused):
            refused(result)
        else:
            yield result


def _with_unique_ids(articles: Iterable[Article]) -> Iterator[Article]:
    seen: set[str] = set()
    for article in articles:
        number, name = 1, article.id
        while name in seen:
            number += 1
            name = f"{article.id}~{number}"
        seen.add(name)
        yield article if number == 1 else _renamed(article, name)


def _renamed(article: Article, name: str) -> Article:
    attributions = article.attributions and tuple(
        dataclasses.replace(a, id=f"{name}.{n}") for n, a in enumerate(article.attributions, start=1)
    )
    return dataclasses.replace(article, id=name, attributions=attributions)
