"""Making a decision: finding what it is about, checking that it fits, and storing it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from sayso.article import Span
from sayso.attribution import Attribution
from sayso.claim import JudgementKind
from sayso.errors import Refused, Undecidable
from sayso.ledger.decisions import Kind, New
from sayso.ledger.readings import ROLES, get_attributions
from sayso.ledger.standing import corrected
from sayso.printable import printable

SCALES = {
    "reliability": ("A", "B", "C", "D", "E", "F"),
    "credibility": ("1", "2", "3", "4", "5", "6"),
    "likelihood": (
        "almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely",
        "almost certain",
    ),
}  # fmt: skip
"""Scales for people alone. Reliability of the source and credibility of what it says are the two of the Admiralty code
(NATO AJP-2.1), likelihood the words of ICD 203 (Office of the Director of National Intelligence, 2015)."""

FIELDS = (
    *ROLES, "act", "quotation", "source_name", "source_role", "source_affiliation", "source_kind", "named", "via",
    "via_chain", "addressee", "certainty", "cue_stance", "evidence", "figures",
)  # fmt: skip
"""What can be corrected."""

_TAKE_BACK = "look at the decisions with `sayso review`"


def accept() -> New:
    """The statement is as the machine says, corrections apart."""
    return New(Kind.ACCEPT)


def reject() -> New:
    """There is no such statement."""
    return New(Kind.REJECT)


def note(words: str, name: str) -> New:
    """A remark about the statement *name*. Raises :class:`Undecidable` for one without a word."""
    if not words.strip():
        raise Undecidable(printable(name), "a note without a word", "a note", "write one, or leave it out")
    return New(Kind.NOTE, value=words.strip())


def grade(scale: str, value: str, name: str) -> New:
    """A grade of the statement *name* on one of :data:`SCALES`. Raises :class:`Undecidable` for any other."""
    if scale not in SCALES:
        raise Undecidable(printable(name), f"the scale {printable(scale)}", f"one of {', '.join(SCALES)}", "name one")
    chosen = next((each for each in SCALES[scale] if each.casefold() == value.strip().casefold()), None)
    if chosen is None:
        found = f"{scale} {printable(value)}"
        raise Undecidable(printable(name), found, f"one of {', '.join(SCALES[scale])}", "choose one")
    return New(Kind.GRADE, scale, chosen)


def correct(attribution: Attribution, text: str, field: str, said: str) -> New:
    """A correction of one field.

    Args:
        attribution: As it stands.
        text: The text that its spans point into.
        field: One of :data:`FIELDS`.
        said: For source, cue and content the words themselves, which must stand in the text once, or their offsets,
            ``[[12, 24]]``; for other fields the value, JSON where it is a list, ``true``, ``false`` or ``null``.

    Raises:
        Undecidable: A field that there is not, words that are not in the text or more than once, a value that does not
            fit.
    """
    if field not in FIELDS:
        name = printable(attribution.id)
        raise Undecidable(name, f"the field {printable(field)}", f"one of {', '.join(FIELDS)}", "name one")
    return correct_to(attribution, text, field, _value(printable(attribution.id), field, said, text))


def correct_to(attribution: Attribution, text: str, field: str, value: object) -> New:
    """A correction of one of :data:`FIELDS` to a value as in the contract's JSON.

    Raises:
        Undecidable: The value does not fit.
    """
    try:
        changed = corrected(attribution, {field: value}, text)
    except Refused as refused:
        _, found, wanted, _ = refused.args
        raise Undecidable(printable(attribution.id), found, wanted, "say it otherwise") from refused
    spans: Sequence[Span] = getattr(changed, field) if field in ROLES else ()
    return New(Kind.CORRECT, field, value, spans=tuple((span, span.of(text)) for span in spans))


def judge(kind: JudgementKind, other: str, name: str) -> New:
    """A judgement on the statement *name*, which wins over the machine in every comparison.

    Args:
        kind: What is said.
        other: The name of the other statement; for an origin the upstream source's name.
        name: The statement's name.

    Raises:
        Undecidable: *other* is the statement itself, or an origin without a word.
    """
    if kind is JudgementKind.ORIGIN:
        if not other.strip():
            raise Undecidable(printable(name), "an origin without a word", "a name", "write one, or leave it out")
        return New(Kind.ORIGIN, value=other.strip())
    if other == name:
        raise Undecidable(printable(name), "the statement itself", "another statement", "name another")
    return New(Kind(kind.value), other=other)


def undo(connection: sqlite3.Connection, number: int, who: str) -> tuple[int, int, New]:
    """The decision of *who* that takes back number *number*, with the statement and attribution that it is about.

    Raises:
        Undecidable: There is no such decision, or it was taken back, takes one back itself, or is another person's:
            theirs stands beside one's own.
    """
    row = connection.execute(
        "SELECT statement_id, attribution_id, kind, who, EXISTS (SELECT 1 FROM decisions WHERE undoes_id = d.id)"
        " FROM decisions d WHERE id = ?",
        (number,),
    ).fetchone()
    if row is None or row[2] == Kind.UNDO:
        raise Undecidable(f"decision {number}", "no such decision", "one that was made", _TAKE_BACK)
    statement_id, attribution_id, _, whose, undone = row
    if whose != who:
        found = f"that {printable(whose)} made it, not {printable(who)}"
        raise Undecidable(f"decision {number}", found, "one of your own", "decide otherwise beside it; both stand")
    if undone:
        raise Undecidable(f"decision {number}", "that it was taken back", "one that stands", _TAKE_BACK)
    return statement_id, attribution_id, New(Kind.UNDO, undoes=number)


def target(connection: sqlite3.Connection, name: str) -> tuple[int, int, Attribution, str, str] | None:
    """What a decision on the statement *name* is about; ``None`` where there is no such statement.

    The keys of the statement and of its latest attribution, that attribution, its text, and the text's digest.
    """
    row = connection.execute(
        "SELECT s.id, a.id, t.words, t.sha256 FROM statements s JOIN attributions a ON a.statement_id = s.id"
        " JOIN readings r ON r.id = a.reading_id JOIN texts t ON t.id = r.text_id"
        " WHERE s.name = ? ORDER BY a.id DESC LIMIT 1",
        (name,),
    ).fetchone()
    if row is None:
        return None
    statement_id, attribution_id, text, digest = row
    [attribution] = get_attributions(connection, "a.id = ?", attribution_id)
    return statement_id, attribution_id, attribution, text, digest


def _value(name: str, field: str, said: str, text: str) -> object:
    try:
        parsed = json.loads(said)
    except (ValueError, RecursionError):
        parsed = said
    if field not in ROLES:
        return parsed if isinstance(parsed, list | bool | None) else said
    return parsed if isinstance(parsed, list) else _found(name, said, text)


def _found(name: str, said: str, text: str) -> list[list[int]]:
    start = text.find(said)
    if not said or start < 0:
        raise Undecidable(name, f"words that its text does not have ({printable(said)[:60]})", "words of the text",
                          "copy them from it")  # fmt: skip
    if text.find(said, start + 1) >= 0:
        raise Undecidable(name, f"words that its text has more than once ({printable(said)[:60]})", "words that it"
                          " has once, or offsets", "give more words, or [[start, end]]")  # fmt: skip
    return [[start, start + len(said)]]
