"""How each reading of an article came to be: from which original, through which text, by which versions, when."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterable, Iterator


@dataclasses.dataclass(frozen=True, slots=True)
class Making:
    """A reading with all that it was made from.

    ``reading``, ``text`` and ``original`` are numbers in the ledger. ``path``, ``url``, ``fetched_at`` and
    ``arrived_at`` say how the original came, where it came more than once the first time. ``extractor`` took the text
    from it. ``attributions`` is how many the reading found. ``current``: it is the one that is shown.
    """

    article: str
    version: int
    original: int
    original_sha256: str
    size: int
    form: str
    path: str | None
    url: str | None
    fetched_at: str | None
    arrived_at: str
    text: int
    text_sha256: str
    extractor: str
    extractor_version: str
    reading: int
    reader: str
    model: str
    read_at: str
    attributions: int
    current: bool


_MAKINGS = """
SELECT articles.name, v.number, o.id, o.sha256, o.size, o.form, a.path, a.url, a.fetched_at, a.arrived_at, t.id,
  t.sha256, t.extractor, t.version, r.id, r.reader, r.model, r.read_at,
  (SELECT count(*) FROM attributions WHERE reading_id = r.id), r.id = articles.current_reading_id
FROM articles JOIN versions v ON v.article_id = articles.id JOIN originals o ON o.id = v.original_id
  JOIN readings r ON r.version_id = v.id JOIN texts t ON t.id = r.text_id
  JOIN arrivals a ON a.id = (SELECT min(id) FROM arrivals WHERE original_id = o.id)
WHERE articles.name = ? ORDER BY r.id
"""


def makings(connection: sqlite3.Connection, articles: Iterable[str]) -> Iterator[Making]:
    """The readings of the named articles, all of every version, oldest first."""
    for name in articles:
        for row in connection.execute(_MAKINGS, (name,)):
            yield Making(*row[:-1], *map(bool, row[-1:]))
