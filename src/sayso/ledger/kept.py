"""Articles out of a ledger, with what people decided applied."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator, Mapping, Sequence, Set

from sayso.article import Article
from sayso.attribution import Attribution
from sayso.ledger import decisions
from sayso.ledger.changes import changes
from sayso.ledger.decisions import Decision
from sayso.ledger.judgements import disagreements, lasting
from sayso.ledger.readings import get_article, get_attributions
from sayso.ledger.records import Conflict, KeptArticle, KeptAttribution, Version
from sayso.ledger.standing import Standing, Verdict, corrected, standing
from sayso.show.words import joined

_TEXT_CHANGED = "the text changed and no longer has these words"
_MOVED = "the text changed, and the corrected words were marked in the text before"
_DISPUTED = "people disagree"
_OTHER_CHANGED = "the text of the other statement changed and no longer has its words"


def article(connection: sqlite3.Connection, article_id: int) -> KeptArticle:
    """The article in its latest version and reading."""
    number, sha256, kept_at, reader, model, read_at, reading_id, digest = connection.execute(
        "SELECT v.number, o.sha256, o.kept_at, r.reader, r.model, r.read_at, r.id, t.sha256 FROM articles"
        " JOIN readings r ON r.id = articles.current_reading_id JOIN texts t ON t.id = r.text_id"
        " JOIN versions v ON v.id = r.version_id"
        " JOIN originals o ON o.id = v.original_id WHERE articles.id = ?",
        (article_id,),
    ).fetchone()
    read, standings = get_article(connection, reading_id), _standings(connection, article_id)
    beside = _judged_beside(connection, article_id)
    found = _as_decided(connection, read, digest, standings, beside)
    return KeptArticle(
        found, number, sha256, kept_at, reader, model, read_at, reading_id, found == read, standings
    )  # fmt: skip


def attributions(kept: KeptArticle) -> Iterator[KeptAttribution]:
    """The attributions of an article as people left them, each with its words."""
    return (_with_words(kept, each, kept.article.text) for each in kept.article.attributions or ())


def _with_words(kept: KeptArticle, attribution: Attribution, text: str) -> KeptAttribution:
    one = kept.article
    return KeptAttribution(
        article=one.id,
        outlet=one.outlet,
        date=one.date,
        title=one.title,
        attribution=attribution,
        source=joined(attribution.source, text),
        cue=joined(attribution.cue, text),
        content=joined(attribution.content, text),
        text=text,
        standing=kept.standings.get(attribution.id),
    )


def as_last_found(connection: sqlite3.Connection, kept: KeptArticle, attribution: Attribution) -> KeptAttribution:
    """An attribution that the article, as it is now, no longer has: rejected, or of an earlier text."""
    (text,) = connection.execute(
        "SELECT t.words FROM statements s JOIN attributions a ON a.statement_id = s.id"
        " JOIN readings r ON r.id = a.reading_id JOIN texts t ON t.id = r.text_id WHERE s.name = ? ORDER BY a.id DESC",
        (attribution.id,),
    ).fetchone()
    return _with_words(kept, attribution, text)


def versions(connection: sqlite3.Connection, article_id: int) -> list[Version]:
    """The versions of an article, oldest first, each with what changed; readings are the last of each version."""
    rows = connection.execute(
        "SELECT v.number, o.sha256, o.size, (SELECT path FROM arrivals WHERE original_id = o.id ORDER BY id LIMIT 1),"
        " o.kept_at, (SELECT max(id) FROM readings WHERE version_id = v.id) FROM versions v"
        " JOIN originals o ON o.id = v.original_id WHERE v.article_id = ? ORDER BY v.number",
        (article_id,),
    ).fetchall()
    found: list[Version] = []
    before: Article | None = None
    for number, sha256, size, path, kept_at, reading_id in rows:
        now = get_article(connection, reading_id)
        found.append(Version(number, sha256, size, path, kept_at, tuple(changes(before, now)) if before else ()))
        before = now
    return found


def conflicts(connection: sqlite3.Connection) -> Iterator[Conflict]:
    """Where people disagree, and what they decided on words that the current text no longer has.

    By article; then where they disagree on two statements or an origin, and where the other statement's words are gone.
    """
    rows = connection.execute(
        "SELECT DISTINCT s.id, s.name, articles.name, t.sha256 FROM decisions d"
        " JOIN statements s ON s.id = d.statement_id JOIN articles ON articles.id = s.article_id"
        " JOIN readings r ON r.id = articles.current_reading_id JOIN texts t ON t.id = r.text_id"
        " ORDER BY articles.id, s.id"
    ).fetchall()
    for statement_id, name, article_name, digest in rows:
        found = standing(decisions.get(connection, "s.id = ?", statement_id))
        if not found.is_decided:
            continue
        if _is_lost(connection, statement_id, digest):
            yield Conflict(name, article_name, _TEXT_CHANGED, found)
        elif found.points_elsewhere(digest):
            yield Conflict(name, article_name, _MOVED, found)
        if found.in_dispute:
            yield Conflict(name, article_name, _DISPUTED, found)
    made = decisions.get(connection)
    for said in disagreements(made):
        yield _conflict(connection, said, _DISPUTED)
    for each in lasting(made):
        if each.other is not None and _is_lost(connection, *_where(connection, each.other)[:2]):
            yield _conflict(connection, (each,), _OTHER_CHANGED)


def _conflict(connection: sqlite3.Connection, said: Sequence[Decision], why: str) -> Conflict:
    """A conflict over two statements, or over an origin, at the one that was named first."""
    name = said[0].attribution
    return Conflict(name, _where(connection, name)[2], why, standing(said))


def _where(connection: sqlite3.Connection, name: str) -> tuple[int, str, str]:
    """The statement's key, the digest of its article's current text, and the article's name."""
    key, digest, article_name = connection.execute(
        "SELECT s.id, t.sha256, articles.name FROM statements s JOIN articles ON articles.id = s.article_id"
        " JOIN readings r ON r.id = articles.current_reading_id JOIN texts t ON t.id = r.text_id WHERE s.name = ?",
        (name,),
    ).fetchone()
    return key, digest, article_name


def _is_lost(connection: sqlite3.Connection, statement_id: int, digest: str) -> bool:
    """Whether the statement was never found in the text of this digest, the current one."""
    return connection.execute(
        "SELECT 1 FROM attributions a JOIN readings r ON r.id = a.reading_id JOIN texts t ON t.id = r.text_id"
        " WHERE a.statement_id = ? AND t.sha256 = ?",
        (statement_id, digest),
    ).fetchone() is None  # fmt: skip


def _standings(connection: sqlite3.Connection, article_id: int) -> dict[str, Standing]:
    made = decisions.by_attribution(decisions.get(connection, "s.article_id = ?", article_id))
    return {name: standing(each) for name, each in made.items()}


def _judged_beside(connection: sqlite3.Connection, article_id: int) -> frozenset[str]:
    """The statements of an article that a judgement on another one names."""
    return frozenset(
        each.other for each in lasting(decisions.get(connection, "o.article_id = ?", article_id)) if each.other
    )


def _as_decided(
    connection: sqlite3.Connection, read: Article, digest: str, standings: Mapping[str, Standing], beside: Set[str]
) -> Article:
    """The article with its attributions as people left them; *beside* are judged, from other articles too."""
    if read.attributions is None or not (standings or beside):
        return read
    found = {each.id: each for each in read.attributions}
    for name in {name for name, each in standings.items() if each.kept_by_people} | beside:
        if name not in found:
            found |= {one.id: one for one in _found_before(connection, name, digest)}
    left = [_decided_on(each, standings.get(each.id), read.text, digest) for each in found.values()]
    ordered = sorted((each for each in left if each), key=_reading_order)
    return dataclasses.replace(read, attributions=tuple(ordered))


def _found_before(connection: sqlite3.Connection, name: str, digest: str) -> tuple[Attribution, ...]:
    """The statement as an earlier reading found it in the same text; none where it was in another text."""
    row = connection.execute(
        "SELECT a.id FROM attributions a JOIN statements s ON s.id = a.statement_id"
        " JOIN readings r ON r.id = a.reading_id JOIN texts t ON t.id = r.text_id"
        " WHERE s.name = ? AND t.sha256 = ? ORDER BY a.id DESC",
        (name, digest),
    ).fetchone()
    return get_attributions(connection, "a.id = ?", row[0]) if row else ()


def _decided_on(attribution: Attribution, decided: Standing | None, text: str, digest: str) -> Attribution | None:
    if decided is None:
        return attribution
    if decided.verdict is Verdict.REJECTED:
        return None
    return corrected(attribution, decided.applying_to(digest), text)


def _reading_order(attribution: Attribution) -> int:
    spans = (*attribution.cue, *attribution.content, *attribution.source)
    return min((span.start for span in spans), default=0)
