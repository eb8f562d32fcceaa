"""What people decided: rows that are only ever added to, each with who and when; the machine never writes one."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from sayso.article import Span
from sayso.ledger.ids import new_uid


class Kind(StrEnum):
    """What a person did about a statement."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    NOTE = "note"
    GRADE = "grade"
    UNDO = "undo"
    SAME = "same"
    NOT_SAME = "not_same"
    DISPUTES = "disputes"
    NOT_DISPUTES = "not_disputes"
    ORIGIN = "origin"


@dataclasses.dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one person.

    ``field`` and ``value`` are there for a correction and a grade; ``value`` alone for a note and for the name of an
    origin. ``value`` is as in JSON: a part of an attribution is a list of ``[start, end]``. ``other`` is the statement
    that this one is the same as, or disputes, or not. ``text`` is the digest of the text that was on the desk.
    ``undoes`` is the number of the decision that this one takes back. ``undone``: another took this one back.
    """

    id: int
    uid: str
    attribution: str
    kind: Kind
    field: str | None
    value: Any
    undoes: int | None
    who: str
    decided_at: str
    undone: bool
    text: str
    other: str | None = None

    def __str__(self) -> str:
        said = {
            Kind.CORRECT: f"corrected {self.field} to {_shown(self.value)}",
            Kind.GRADE: f"graded {self.field} {self.value}",
            Kind.NOTE: f"noted: {self.value}",
            Kind.ACCEPT: "accepted",
            Kind.REJECT: "rejected",
            Kind.UNDO: f"took back decision {self.undoes}",
            Kind.SAME: f"called {self.attribution} the same as {self.other}",
            Kind.NOT_SAME: f"called {self.attribution} not the same as {self.other}",
            Kind.DISPUTES: f"said that {self.attribution} disputes {self.other}",
            Kind.NOT_DISPUTES: f"said that {self.attribution} does not dispute {self.other}",
            Kind.ORIGIN: f"named its origin: {self.value}",
        }[self.kind]
        return f"{self.who} {said}, {self.decided_at[:10]}" + (" (taken back)" if self.undone else "")


@dataclasses.dataclass(frozen=True, slots=True)
class New:
    """A decision about to be made.

    *spans* are those that the value points to, each with its words; *other* is the name of the other statement.
    """

    kind: Kind
    field: str | None = None
    value: Any = None
    undoes: int | None = None
    spans: tuple[tuple[Span, str], ...] = ()
    other: str | None = None


def put(  # noqa: PLR0913 - keywords
    connection: sqlite3.Connection, statement_id: int, attribution_id: int, new: New, *, who: str, at: str,
    uid: str | None = None,
) -> int:  # fmt: skip
    """The number of the new decision. *uid* is given for one that was made in another ledger."""
    # A correction to nothing, say that nobody is named, is a value: null.
    valueless = new.value is None and new.kind is not Kind.CORRECT
    value = None if valueless else json.dumps(new.value, ensure_ascii=False)
    done = connection.execute(
        "INSERT INTO decisions (uid, statement_id, attribution_id, kind, field, value, undoes_id, who, decided_at,"
        " other_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM statements WHERE name = ?))",
        (uid or new_uid(), statement_id, attribution_id, new.kind, new.field, value, new.undoes, who, at, new.other),
    )
    key = int(done.lastrowid or 0)
    (text_id,) = connection.execute(
        "SELECT r.text_id FROM attributions a JOIN readings r ON r.id = a.reading_id WHERE a.id = ?", (attribution_id,)
    ).fetchone()
    connection.executemany(
        "INSERT INTO decision_spans VALUES (?, ?, ?, ?, ?, ?)",
        [(key, n, text_id, span.start, span.end, words) for n, (span, words) in enumerate(new.spans)],
    )
    return key


def get(connection: sqlite3.Connection, where: str = "1", *values: object) -> list[Decision]:
    """The decisions for which *where*, a condition of ours, holds; oldest first.

    The condition is on ``d``, its statement ``s`` and the other statement ``o``.
    """
    rows = connection.execute(
        "SELECT d.id, d.uid, s.name, d.kind, d.field, d.value, d.undoes_id, d.who, d.decided_at,"
        " EXISTS (SELECT 1 FROM decisions u WHERE u.undoes_id = d.id), t.sha256, o.name"
        " FROM decisions d JOIN statements s ON s.id = d.statement_id"
        " LEFT JOIN statements o ON o.id = d.other_id JOIN attributions a ON a.id = d.attribution_id"
        f" JOIN readings r ON r.id = a.reading_id JOIN texts t ON t.id = r.text_id WHERE {where} ORDER BY d.id",
        values,
    )
    return [_decision(row) for row in rows]


def by_attribution(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Decisions by the name of the attribution that they are about."""
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        found.setdefault(decision.attribution, []).append(decision)
    return found


def _decision(row: tuple[Any, ...]) -> Decision:
    key, uid, name, kind, field, value, undoes, who, decided_at, undone, text, other = row
    parsed = None if value is None else json.loads(value)
    return Decision(key, uid, name, Kind(kind), field, parsed, undoes, who, decided_at, bool(undone), text, other)


def _shown(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
