"""Comparisons of all that a ledger holds: kept whole, with what they were made from and by which versions.

The whole is one document, packed; the tables of claims, members, links and copies repeat what is looked up in it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.article import Article
from sayso.attribution import Attribution, Figure
from sayso.claim import Judgement
from sayso.compare import Comparison
from sayso.compare.owners import Owner
from sayso.completed import completed
from sayso.ledger import decisions, log
from sayso.ledger.commitment import EntryKind, canonical_json
from sayso.ledger.decisions import Kind
from sayso.ledger.judgements import judgements, lasting
from sayso.ledger.plain import from_plain, to_plain
from sayso.ledger.reader import Reader
from sayso.ledger.readings import get_article
from sayso.ledger.records import KeptArticle
from sayso.show.jsonl import to_json

_SHAPING = frozenset({Kind.ACCEPT, Kind.CORRECT, Kind.REJECT})
"""Decisions that may change which attributions are compared, and how they read."""


@dataclasses.dataclass(frozen=True, slots=True)
class Input:
    """An article of a comparison, by its name.

    ``text`` is the SHA-256 of its text in UTF-8, ``sha256`` that of the article as it was compared, people's
    corrections applied: of the line of ``sayso list --format jsonl`` without what that adds to ``sayso read``, keys
    sorted and without spaces.
    """

    article: str
    text: str
    sha256: str


@dataclasses.dataclass(frozen=True, slots=True)
class Options:
    """By which versions, and how, articles are compared: ``owners`` is the SHA-256 of the table of owners."""

    reader: Reader
    owners: str
    one_event: bool


@dataclasses.dataclass(frozen=True, slots=True)
class KeptComparison:
    """A comparison of a ledger. A claim's name is for ever its id after the number: ``3.e1.c2``."""

    number: int
    compared_at: str
    options: Options
    inputs: tuple[Input, ...]
    judgements: tuple[Judgement, ...]
    comparison: Comparison


@dataclasses.dataclass(frozen=True, slots=True)
class Prepared:
    """What is to be compared, at one moment of the ledger, and under which key the result is kept.

    ``readings`` has the number of the reading of each of the ``articles``, by its name; ``changed`` those that are
    otherwise than they were read. ``decisions`` are the numbers of those that shaped it.
    """

    articles: tuple[Article, ...]
    readings: Mapping[str, int]
    changed: tuple[Article, ...]
    digests: tuple[str, ...]
    judgements: tuple[Judgement, ...]
    decisions: tuple[int, ...]
    options: Options
    key: str


def owners_digest(owners: Mapping[str, Owner]) -> str:
    """The SHA-256 of a table of owners, in whatever order."""
    return hashlib.sha256(
        canonical_json({name: dataclasses.astuple(each) for name, each in owners.items()})
    ).hexdigest()


def prepare(connection: sqlite3.Connection, kept: Sequence[KeptArticle], options: Options) -> Prepared:
    """What a comparison of all the articles that the ledger holds would be made from."""
    articles = tuple(completed(one.article) for one in kept)
    changed = tuple(one for one, was in zip(articles, kept, strict=True) if not was.as_read or one is not was.article)
    made = decisions.get(connection)
    judged = lasting(made)
    shaping = [each.id for each in made if each.kind in _SHAPING and not each.undone]
    said = tuple(judgements(judged))
    digests = tuple(hashlib.sha256(canonical_json(to_json(each))).hexdigest() for each in articles)
    key = hashlib.sha256(canonical_json({"inputs": digests, **to_plain(options), "judgements": to_plain(said)}))
    used = tuple(sorted([*shaping, *(each.id for each in judged)]))
    readings = {one.id: one.reading for one in kept}
    return Prepared(articles, readings, changed, digests, said, used, options, key.hexdigest())


def find(connection: sqlite3.Connection, key: str) -> int | None:
    """The number of the comparison that is kept under *key*."""
    row = connection.execute("SELECT id FROM comparisons WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else None


def last(connection: sqlite3.Connection) -> int | None:
    """The number of the last comparison; ``None`` before the first."""
    (found,) = connection.execute("SELECT max(id) FROM comparisons").fetchone()
    return None if found is None else int(found)


def is_whole(connection: sqlite3.Connection, prepared: Prepared) -> bool:
    """Whether nothing of what was compared was forgotten since."""
    return all(
        connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (key,)).fetchone()
        for table, keys in (("readings", prepared.readings.values()), ("decisions", prepared.decisions))
        for key in keys
    )


def put(connection: sqlite3.Connection, prepared: Prepared, comparison: Comparison, now: str) -> int:
    """The number of a new comparison, which is logged, in a transaction that is open."""
    reader, readings = prepared.options.reader, prepared.readings
    done = connection.execute(
        "INSERT INTO comparisons (key, reader, model, owners, one_event, compared_at, result)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (prepared.key, reader.sayso, reader.model, prepared.options.owners, prepared.options.one_event, now,
         _packed(prepared, comparison)),
    )  # fmt: skip
    number = int(done.lastrowid or 0)
    _insert(connection, "comparison_inputs", number, zip(readings.values(), prepared.digests, strict=True))
    connection.executemany(
        "INSERT INTO comparison_decisions VALUES (?, ?)", [(number, each) for each in prepared.decisions]
    )
    _insert(connection, "claims", number, _claims(comparison))
    _put_members(connection, number, comparison, readings)
    links = (link for event in comparison.events for link in event.links)
    _insert(connection, "claim_links", number, ((one.from_, one.to, one.relation, one.score) for one in links))
    copies = (*(copy for event in comparison.events for copy in event.copies), *comparison.across)
    _insert(connection, "copies", number,
            ((readings[one.a], readings[one.b], one.kind, one.origin) for one in copies))  # fmt: skip
    log.append(connection, EntryKind.COMPARISON, number, now)
    return number


def get(connection: sqlite3.Connection, number: int) -> KeptComparison | None:
    """A comparison with its articles as they were compared; ``None`` where there is none of that number.

    Raises:
        ValueError: It cannot be read.
    """
    row = connection.execute(
        "SELECT compared_at, reader, model, owners, one_event, result FROM comparisons WHERE id = ?", (number,)
    ).fetchone()
    if row is None:
        return None
    compared_at, reader, model, owners, one_event, result = row
    document = _unpacked(result)
    inputs = connection.execute(
        "SELECT a.name, t.sha256, i.sha256, r.id FROM comparison_inputs i JOIN readings r ON r.id = i.reading_id"
        " JOIN texts t ON t.id = r.text_id JOIN versions v ON v.id = r.version_id"
        " JOIN articles a ON a.id = v.article_id WHERE i.comparison_id = ? ORDER BY i.position",
        (number,),
    ).fetchall()
    articles = tuple(_as_compared(connection, reading, document["changed"]) for *_, reading in inputs)
    found: Comparison = from_plain(Comparison, {**document["comparison"], "articles": ()})
    return KeptComparison(
        number=number,
        compared_at=compared_at,
        options=Options(Reader(reader, model), owners, bool(one_event)),
        inputs=tuple(Input(name, text, sha256) for name, text, sha256, _ in inputs),
        judgements=from_plain(tuple[Judgement, ...], document["judgements"]),
        comparison=dataclasses.replace(found, articles=articles),
    )


def _packed(prepared: Prepared, comparison: Comparison) -> bytes:
    """All of the comparison but its articles, of which only is kept what is not in their readings."""
    changed = {one.id: {"attributions": one.attributions, "figures": one.figures} for one in prepared.changed}
    document = {
        "comparison": {**to_plain(dataclasses.replace(comparison, articles=())), "articles": None},
        "judgements": to_plain(prepared.judgements),
        "changed": to_plain(changed),
    }
    # Not canonical: sorted keys would lose the order of publishers and texts.
    return zlib.compress(json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode())


def _unpacked(result: bytes) -> dict[str, Any]:
    try:
        document: dict[str, Any] = json.loads(zlib.decompress(result))
    except zlib.error as error:
        raise ValueError(str(error)) from error
    return document


def _as_compared(connection: sqlite3.Connection, reading: int, changed: Mapping[str, Any]) -> Article:
    article = get_article(connection, reading)
    if article.id not in changed:
        return article
    attributions = from_plain(tuple[Attribution, ...] | None, changed[article.id]["attributions"])
    figures = from_plain(tuple[Figure, ...], changed[article.id]["figures"])
    return dataclasses.replace(article, attributions=attributions, figures=figures)


def _claims(comparison: Comparison) -> Iterator[tuple[object, ...]]:
    for number, event in enumerate(comparison.events, start=1):
        for claim in event.claims:
            basis = claim.basis
            parts = (basis.articles, basis.publishers, basis.texts, basis.origins, basis.unattributed)
            yield claim.id, f"e{number}", claim.gist, claim.about, *map(len, parts)


def _put_members(
    connection: sqlite3.Connection, number: int, comparison: Comparison, readings: Mapping[str, int]
) -> None:  # fmt: skip
    article_of = {each.id: one.id for one in comparison.articles for each in one.attributions or ()}
    said, own = [], []
    for claim in (claim for event in comparison.events for claim in event.claims):
        said += [(number, claim.id, n, readings[article_of[name]], name) for n, name in enumerate(claim.attributions)]
        own += [
            (number, claim.id, n, readings[each.article], each.span.start, each.span.end)
            for n, each in enumerate(claim.own_voice, start=len(claim.attributions))
        ]
    connection.executemany(
        "INSERT INTO claim_members VALUES (?, ?, ?, ?, (SELECT id FROM statements WHERE name = ?), NULL, NULL)", said
    )
    connection.executemany("INSERT INTO claim_members VALUES (?, ?, ?, ?, NULL, ?, ?)", own)


def _insert(
    connection: sqlite3.Connection, table: str, number: int, rows: Iterator[tuple[object, ...]]
) -> None:  # fmt: skip
    """Rows of one comparison, each after its place among them."""
    full = [(number, place, *row) for place, row in enumerate(rows)]
    if full:
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(full[0]))})", full)
