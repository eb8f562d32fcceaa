"""A reading in rows and back: the article, its attributions, and every span with its words."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from sayso.article import Article, Credit, Genre, Span
from sayso.attribution import (
    Act,
    Attribution,
    Certainty,
    CueStance,
    Evidence,
    EvidenceKind,
    Figure,
    Intermediary,
    Quantity,
    Quotation,
    SourceKind,
)
from sayso.ledger import log
from sayso.ledger.commitment import EntryKind
from sayso.ledger.ids import text_digest
from sayso.ledger.reader import Reader
from sayso.ledger.statements import statements_for
from sayso.resolve import key_of

ROLES = ("source", "cue", "content")


def put_text(connection: sqlite3.Connection, original_id: int, article: Article, reader: Reader, options: str) -> int:
    """The row of the article's text, made where there is none; a text is never stored twice for one original."""
    name, _, version = (article.extractor or "").rpartition(" ")
    row = (original_id, text_digest(article.text), name or "as it came", version if name else reader.sayso, options)
    found = connection.execute(
        "SELECT id FROM texts WHERE (original_id, sha256, extractor, version, options) = (?, ?, ?, ?, ?)", row
    ).fetchone()
    if found:
        return int(found[0])
    done = connection.execute(
        "INSERT INTO texts (original_id, sha256, extractor, version, options, words) VALUES (?, ?, ?, ?, ?, ?)",
        (*row, article.text),
    )
    return int(done.lastrowid or 0)


def put_reading(  # noqa: PLR0913 - what a reading is of, by whom, when
    connection: sqlite3.Connection, version_id: int, text_id: int, article: Article, *, reader: Reader, now: str
) -> int:
    """The key of a new reading, which is logged; the article and its attributions get their names in the ledger.

    Raises:
        sqlite3.IntegrityError: A span whose words are not the slice of the stored text.
    """
    (name,) = connection.execute(
        "SELECT a.name FROM versions v JOIN articles a ON a.id = v.article_id WHERE v.id = ?", (version_id,)
    ).fetchone()
    article = named(article, name)
    title, credit = article.title_span, article.credit or Credit("")
    columns = {
        "version_id": version_id, "text_id": text_id, "reader": reader.sayso, "model": reader.model,
        "read_at": now, "outlet": article.outlet, "date": article.date, "date_raw": article.date_raw,
        "title": article.title, "title_start": title and title.start, "title_end": title and title.end,
        "byline": article.byline, "credit": credit.name or None,
        "credit_start": credit.span and credit.span.start, "credit_end": credit.span and credit.span.end,
        "dateline": article.dateline, "publisher": article.publisher,
        "source_organization": article.source_organization, "genre": article.genre,
        "modified": article.modified, "correction": article.correction, "language": article.language,
        "extractor": article.extractor, "path": article.path, "url": article.url,
        "found_in": json.dumps(dict(article.found_in), ensure_ascii=False),
        "attributed": article.attributions is not None,
    }  # fmt: skip
    reading_id = _insert(connection, "readings", columns)
    names = statements_for(connection, version_id, article)
    into = _Into(connection, reading_id, text_id, article.text)
    for attribution, statement_id in zip(article.attributions or (), names, strict=True):
        _put_attribution(into, statement_id, attribution)
    _put_figures(into, None, article.figures)
    log.append(connection, EntryKind.READING, reading_id, now)
    return reading_id


def get_article(connection: sqlite3.Connection, reading_id: int) -> Article:
    """The article as it was read then, each attribution under the name of its statement."""
    row = _row(connection, "SELECT * FROM readings WHERE id = ?", reading_id)
    (name,) = _row(
        connection,
        "SELECT name FROM articles JOIN versions v ON v.article_id = articles.id WHERE v.id = ?",
        row["version_id"],
    )
    (text,) = _row(connection, "SELECT words FROM texts WHERE id = ?", row["text_id"])
    return Article(
        id=name,
        text=text,
        path=row["path"],
        url=row["url"],
        outlet=row["outlet"],
        date=row["date"],
        date_raw=row["date_raw"],
        title=row["title"],
        title_span=_span(row["title_start"], row["title_end"]),
        byline=row["byline"],
        credit=Credit(row["credit"], _span(row["credit_start"], row["credit_end"])) if row["credit"] else None,
        dateline=row["dateline"],
        publisher=row["publisher"],
        source_organization=row["source_organization"],
        genre=row["genre"] and Genre(row["genre"]),
        modified=row["modified"],
        correction=row["correction"],
        language=row["language"],
        extractor=row["extractor"],
        found_in=json.loads(row["found_in"]),
        attributions=get_attributions(connection, "a.reading_id = ?", reading_id) if row["attributed"] else None,
        figures=_figures(connection, "reading_id = ? AND attribution_id IS NULL", reading_id),
    )


def get_attributions(connection: sqlite3.Connection, where: str, key: int) -> tuple[Attribution, ...]:
    """The attributions for which *where*, a condition of ours with one ``?``, holds, in reading order."""
    query = f"SELECT a.*, s.name FROM attributions a JOIN statements s ON s.id = a.statement_id WHERE {where}"
    return tuple(_attribution(connection, row) for row in _rows(connection, f"{query} ORDER BY a.id", key))


def named(article: Article, name: str) -> Article:
    """The article under its name in the ledger, and so its attributions."""
    if article.id == name:
        return article
    attributions = article.attributions and tuple(
        dataclasses.replace(each, id=f"{name}.{n}") for n, each in enumerate(article.attributions, start=1)
    )
    return dataclasses.replace(article, id=name, attributions=attributions)


def as_found(article: Article) -> Article:
    """The article without the names that a ledger gave and without where it stood: what two readings must share."""
    attributions = article.attributions and tuple(
        dataclasses.replace(each, id="", because=dict(each.because)) for each in article.attributions
    )
    return dataclasses.replace(article, id="", path=None, attributions=attributions, found_in=dict(article.found_in))


@dataclasses.dataclass(frozen=True, slots=True)
class _Into:
    """The reading into which rows are put, and its text."""

    connection: sqlite3.Connection
    reading_id: int
    text_id: int
    text: str

    def put(self, table: str, rows: Iterable[tuple[tuple[object, ...], Span]]) -> None:
        """Rows, and the span of each: it becomes the text's key, the offsets and the words."""
        full = [(*row, self.text_id, span.start, span.end, span.of(self.text)) for row, span in rows]
        if full:
            marks = ", ".join("?" * len(full[0]))
            self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", full)


def _put_attribution(into: _Into, statement_id: int, one: Attribution) -> None:
    columns = {
        "reading_id": into.reading_id, "statement_id": statement_id, "score": one.score, "in_title": one.in_title,
        "quotation": one.quotation, "act": one.act, "source_name": one.source_name,
        "source_key": one.source_name and key_of(one.source_name).value, "source_role": one.source_role,
        "source_affiliation": one.source_affiliation, "source_kind": one.source_kind, "named": one.named,
        "via": one.via, "addressee": one.addressee, "certainty": one.certainty, "cue_stance": one.cue_stance,
    }  # fmt: skip
    key = _insert(into.connection, "attributions", columns)
    into.put("spans", (((key, role, n), span) for role in ROLES for n, span in enumerate(getattr(one, role))))
    into.put("intermediaries", (((key, n, each.name), each.span) for n, each in enumerate(one.via_chain)))
    into.put("evidence", (((key, n, each.kind, each.shown), each.span) for n, each in enumerate(one.evidence)))
    into.connection.executemany(
        "INSERT INTO reasons VALUES (?, ?, ?, ?)",
        [(key, field, span.start, span.end) for field, span in one.because.items()],
    )
    _put_figures(into, key, one.figures)


def _put_figures(into: _Into, attribution_id: int | None, figures: Sequence[Figure]) -> None:
    of = (None, into.reading_id, attribution_id)
    into.put("figures", (((*of, n, *_counted(one)), one.span) for n, one in enumerate(figures)))


def _counted(one: Figure) -> tuple[object, ...]:
    return one.quantity, one.low, one.high, one.who, one.who_class, one.when, one.where


def _attribution(connection: sqlite3.Connection, row: sqlite3.Row) -> Attribution:
    key = row["id"]
    parts: dict[str, list[Span]] = {role: [] for role in ROLES}
    for each in _rows(connection, "SELECT * FROM spans WHERE attribution_id = ? ORDER BY role, position", key):
        parts[each["role"]].append(Span(each["start"], each["end"]))
    named = row["named"]
    return Attribution(
        id=row["name"],
        source=tuple(parts["source"]),
        cue=tuple(parts["cue"]),
        content=tuple(parts["content"]),
        score=row["score"],
        in_title=bool(row["in_title"]),
        quotation=Quotation(row["quotation"]),
        act=row["act"] and Act(row["act"]),
        source_name=row["source_name"],
        source_role=row["source_role"],
        source_affiliation=row["source_affiliation"],
        source_kind=row["source_kind"] and SourceKind(row["source_kind"]),
        named=None if named is None else bool(named),
        via=row["via"],
        via_chain=tuple(
            Intermediary(each["name"], Span(each["start"], each["end"]))
            for each in _rows(
                connection, "SELECT * FROM intermediaries WHERE attribution_id = ? ORDER BY position", key
            )
        ),
        addressee=row["addressee"],
        certainty=row["certainty"] and Certainty(row["certainty"]),
        cue_stance=row["cue_stance"] and CueStance(row["cue_stance"]),
        evidence=tuple(
            Evidence(EvidenceKind(each["kind"]), Span(each["start"], each["end"]), _flag(each["shown"]))
            for each in _rows(connection, "SELECT * FROM evidence WHERE attribution_id = ? ORDER BY position", key)
        ),
        figures=_figures(connection, "attribution_id = ?", key),
        because={
            each["field"]: Span(each["start"], each["end"])
            for each in _rows(connection, "SELECT * FROM reasons WHERE attribution_id = ? ORDER BY field", key)
        },
    )


def _figures(connection: sqlite3.Connection, where: str, key: int) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            quantity=Quantity(row["quantity"]),
            span=Span(row["start"], row["end"]),
            low=row["low"],
            high=row["high"],
            who=row["who"],
            who_class=row["who_class"],
            when=row["when"],
            where=row["where"],
        )
        for row in _rows(connection, f"SELECT * FROM figures WHERE {where} ORDER BY position", key)
    )


def _insert(connection: sqlite3.Connection, table: str, columns: dict[str, Any]) -> int:
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    done = connection.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks})",
        list(columns.values()),
    )
    return int(done.lastrowid or 0)


def _rows(connection: sqlite3.Connection, query: str, key: int) -> Iterable[sqlite3.Row]:
    cursor = connection.execute(query, (key,))
    cursor.row_factory = sqlite3.Row
    return cursor


def _row(connection: sqlite3.Connection, query: str, key: int) -> sqlite3.Row:
    return next(iter(_rows(connection, query, key)))


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _flag(value: int | None) -> bool | None:
    return None if value is None else bool(value)
