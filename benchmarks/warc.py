"""A crawl of 10,000 pages through extraction: pages a second on two cores, and memory at the peak.

The pages are those of ``../shared/data/article_extraction`` and pages written here, repeated with variation: each copy
has an address, a headline and a paragraph of its own, so that nothing can be remembered from the one before. One in ten
records is a picture, an error or a redirect, which is passed over.
"""

from __future__ import annotations

import gzip
import itertools
import json
import multiprocessing
import re
import resource
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from sayso.errors import Refused
from sayso.gather import Document, article_of, documents

PAGES = 10_000
CHUNK = 8
_BODY = re.compile(rb"</body>", re.IGNORECASE)
_WORDS = (
    "The depot at Port Ada had been empty for weeks, the ministry of Meridian said on Tuesday, and nobody was there. "
    "Ada Byrne, who lives beside the salt quay, said that she had heard two blasts before dawn and seen nobody leave."
)


def measure(shared: Path, folder: Path, *, jobs: int = 2, number: int = PAGES) -> str:
    """Pack the crawl, read it, and say how fast that was.

    Args:
        shared: The folder ``../shared``.
        folder: Where the crawl may be put.
        jobs: Number of processes that extract.
        number: How many pages.
    """
    path = folder / "crawl.warc.gz"
    _pack(shared, path, number)
    began, counts = time.monotonic(), {"articles": 0, "refused": 0}
    for read in _in_processes(documents([str(path)]), jobs) if jobs > 1 else map(_extracted, documents([str(path)])):
        counts["articles" if read else "refused"] += 1
    wall = time.monotonic() - began
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    # ru_maxrss of the children is that of the largest of them.
    peak = (own.ru_maxrss + jobs * children.ru_maxrss) / 1024
    return (
        f"{number:,} pages in {path.stat().st_size / 1e6:.0f} MB: {counts['articles']:,} articles, "
        f"{counts['refused']:,} others; {jobs} processes: {wall:.0f} s, {number / wall:.1f} pages a second; "
        f"{cpu:.0f} s of CPU, {2 * number / cpu:.1f} pages a second on two cores of their own; "
        f"at most {peak:.0f} MB in all processes together"
    )


def _extracted(document: Document | Refused) -> bool:
    """Whether a document is an article."""
    if isinstance(document, Refused):
        return False
    try:
        article_of(document, limit=1_000_000)
    except Refused:
        return False
    return True


def _all_extracted(chunk: list[Document | Refused]) -> list[bool]:
    return [_extracted(document) for document in chunk]


def _in_processes(unread: Iterator[Document | Refused], jobs: int) -> Iterator[bool]:
    """As :mod:`sayso.pipeline` does it, without attribution."""
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting = deque()
        for chunk in iter(lambda: list(itertools.islice(unread, CHUNK)), []):
            waiting.append(pool.submit(_all_extracted, chunk))
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _pack(shared: Path, path: Path, number: int) -> None:
    source = shared / "data" / "article_extraction"
    known = json.loads((source / "ground-truth.json").read_text(encoding="utf-8"))
    pages = [
        (each["url"], gzip.decompress((source / "html" / f"{name}.html.gz").read_bytes()))
        for name, each in known.items()
    ]
    pages += [(f"https://inlandpost.example/{n}", _written(n)) for n in range(len(pages) // 4)]
    with path.open("wb") as out:
        for n in range(number):
            url, page = pages[n % len(pages)]
            varied = f"<p>Report {n}: {_WORDS}</p></body>".encode()
            # A function, since what stands in the page must not be read as a template.
            out.write(
                _record(f"{url}?n={n}", _BODY.sub(lambda _, new=varied: new, page, count=1), "200 OK", "text/html")
            )
            if n % 10 == 0:
                out.write(_record(f"{url}/picture-{n}.jpg", b"\xff\xd8" * 20_000, "200 OK", "image/jpeg"))


def _written(number: int) -> bytes:
    paragraphs = "".join(f"<p>{_WORDS} Line {number}.{n}.</p>" for n in range(12))
    return (
        f"<!DOCTYPE html><html><head><title>Depot {number} was empty</title></head><body><nav>Home</nav><article>"
        f"<h1>Depot {number} was empty</h1>{paragraphs}</article></body></html>"
    ).encode()


def _record(url: str, body: bytes, status: str, kind: str) -> bytes:
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-05-12T07:30:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6)
