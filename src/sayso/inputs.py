"""What a user named, in any mixture: files, folders, standard input, and pages of the web."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from sayso.errors import Refused
from sayso.gather import Caps, Document, documents
from sayso.web import Fetcher, Limits, is_url
from sayso.web.pages import document_of

Fetched = Callable[[str], Document | None]
"""The page at a URL; ``None`` for one that is known already. Raises :class:`Refused`."""


def fetched_by(fetcher: Fetcher | None, caps: Caps | None) -> Fetched:
    """What gives the page at a URL, fetched by *fetcher*, or politely and safely by one that *caps* bound."""
    fetcher = fetcher or Fetcher(limits=limits_of(caps or Caps()))
    return lambda url: document_of(fetcher.fetch(url))


def limits_of(caps: Caps) -> Limits:
    """The limits of fetching that go with those of reading."""
    return Limits(body=caps.page, ratio=caps.ratio)


def unread(
    named: Iterable[str],
    fetched: Fetched,
    *,
    columns: Mapping[str, str] | None = None,
    limit: int = 1_000_000,
    caps: Caps | None = None,
) -> Iterator[Document | Refused]:
    """One document for each article in *named*, in its order; in place of what cannot be had, why.

    Args:
        named: URLs that begin with ``http://`` or ``https://``, and what :func:`sayso.gather.documents` takes.
        fetched: Gives the page at a URL.
        columns: See there.
        limit: See there.
        caps: See there.

    Raises:
        ValueError: See there.
    """
    documents((), columns=columns)  # what is wrong with the columns is said before anything is read
    return _unread(named, fetched, lambda path: documents([path], columns=columns, limit=limit, caps=caps))


def _unread(
    named: Iterable[str], fetched: Fetched, in_file: Callable[[str], Iterator[Document | Refused]]
) -> Iterator[Document | Refused]:
    for name in named:
        if not is_url(name):
            yield from in_file(name)
            continue
        try:
            page = fetched(name)
        except Refused as refused:
            yield refused
        else:
            if page is not None:
                yield page
