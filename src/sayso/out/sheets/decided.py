"""From the cells that a person changed to their decisions, each once, however often the file is imported."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.attribution import Attribution
from sayso.claim import JudgementKind
from sayso.errors import NotInLedger, Refused, Undecidable
from sayso.ledger import Conflict, Decision, Ledger, review
from sayso.ledger.decisions import Kind, New
from sayso.ledger.readings import ROLES
from sayso.ledger.review import SCALES
from sayso.ledger.standing import Verdict
from sayso.ledger.store import Deciding
from sayso.out.sheets.anchors import anchored
from sayso.out.sheets.columns import Type
from sayso.out.sheets.reviewed import Edit, Reviewed, read_reviewed
from sayso.printable import printable

_JUDGED = {
    "same_as": JudgementKind.SAME, "not_same_as": JudgementKind.NOT_SAME, "disputes": JudgementKind.DISPUTES,
    "not_disputes": JudgementKind.NOT_DISPUTES, "origin": JudgementKind.ORIGIN,
}  # fmt: skip
_VERDICTS = {Verdict.ACCEPTED.value: review.accept, Verdict.REJECTED.value: review.reject}
_SHOWN = 60
_FLAGS = {"yes": True, "no": False, "true": True, "false": False}
_OF_STATEMENT = {
    Kind.ACCEPT: "verdict", Kind.REJECT: "verdict", Kind.SAME: "same", Kind.NOT_SAME: "same",
    Kind.DISPUTES: "disputes", Kind.NOT_DISPUTES: "disputes", Kind.ORIGIN: "origin", Kind.NOTE: "note",
}  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Done:
    """What came of a changed cell: the numbers of its decisions, none where they had been made before."""

    edit: Edit
    decisions: tuple[int, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Imported:
    """What came of a workbook: ``conflicts`` are those on the attributions that were decided on."""

    done: tuple[Done, ...]
    refused: tuple[Refused, ...]
    conflicts: tuple[Conflict, ...]
    passed_over: tuple[str, ...]


def import_reviewed(ledger: Ledger, path: Path, *, who: str) -> Imported:
    """Store what *who* changed in an exported workbook as decisions, and log that it came from this file.

    A cell that nobody changed is no decision, and neither is one that *who* decided so already.

    Args:
        ledger: The ledger that the workbook was exported from, open to write.
        path: The workbook.
        who: The person who reviewed.

    Raises:
        ExtraMissing: openpyxl is not installed.
        Refused: It is no workbook, has lost what the export wrote down, or is another ledger's.
        OSError: It cannot be read.
    """
    reviewed = read_reviewed(path)
    (uid,) = ledger.connection.execute("SELECT uid FROM ledger").fetchone()
    if reviewed.ledger != uid:
        raise Refused(reviewed.file.name, f"an export of the ledger {printable(reviewed.ledger)[:_SHOWN]}", str(uid),
                      "name that ledger, or export from this one")  # fmt: skip
    asked = [(edit, each) for edit in reviewed.edits for each in _deciding(ledger, reviewed, edit, who)]
    made = [(edit.attribution, each) for edit, each in asked]
    came = ledger.decide_all(reviewed.file, made, who=who) if made else []
    done: dict[str, Done] = {}
    refused = list(reviewed.refused)
    for (edit, _), result in zip(asked, came, strict=True):
        if isinstance(result, NotInLedger | Undecidable):
            refused.append(_located(edit, result))
        else:
            before = done.get(edit.where, Done(edit, ()))
            done[edit.where] = Done(edit, (*before.decisions, *result))
    touched = {each.edit.attribution for each in done.values() if each.decisions}
    conflicts = tuple(each for each in ledger.conflicts() if each.attribution in touched) if touched else ()
    return Imported(tuple(done.values()), tuple(refused), conflicts, reviewed.passed_over)


def _deciding(ledger: Ledger, reviewed: Reviewed, edit: Edit, who: str) -> Iterator[Deciding]:
    """What is to be decided for one cell; several things where it names several attributions."""
    if edit.column.name in _JUDGED and edit.value:
        names = [edit.value] if edit.column.name == "origin" else filter(None, map(str.strip, edit.value.split("\n")))
        for name in names:
            yield _Cell(ledger, reviewed, dataclasses.replace(edit, value=name), who)
    else:
        yield _Cell(ledger, reviewed, edit, who)


@dataclasses.dataclass(frozen=True, slots=True)
class _Cell:
    """A changed cell as a decision of *who*."""

    ledger: Ledger
    reviewed: Reviewed
    edit: Edit
    who: str

    def __call__(self, attribution: Attribution, text: str) -> Sequence[New]:
        """The decisions; none where they were made before.

        Raises:
            Undecidable: The value does not fit.
        """
        name = self.edit.column.name
        mine = [each for each in self.ledger.decisions(attribution.id) if each.who == self.who]
        if not self.edit.value and (name == "verdict" or name in SCALES):
            return self._taken_back(mine)
        if not self.edit.value and (name == "note" or name in _JUDGED):
            return ()  # it was empty when it went out, or is somebody's word, which an empty cell does not take back
        new = self._new(attribution, text)
        last = next((each for each in reversed(mine) if _about(each) == _about(new)), None)
        if last and _said(last) == _said(new) and (not last.undone or last.id > self.reviewed.last_decision):
            return ()
        return (new,)

    def _new(self, attribution: Attribution, text: str) -> New:
        column, value = self.edit.column, self.edit.value
        name = column.name
        if name == "verdict":
            return _VERDICTS[self._chosen(tuple(_VERDICTS))]()
        if name == "note":
            return review.note(value, attribution.id)
        if name in SCALES:
            return review.grade(name, value, attribution.id)
        if self.edit.is_number:
            raise Undecidable(printable(attribution.id), "a number or a date", "text",
                              "format the cell as text, and write it again")  # fmt: skip
        if name in _JUDGED:
            return review.judge(_JUDGED[name], value, attribution.id)
        return review.correct_to(attribution, text, name, self._value(attribution.id, text))

    def _value(self, attribution: str, text: str) -> object:
        """The value of a field, as in the contract's JSON."""
        column, value = self.edit.column, self.edit.value
        if column.name in ROLES:
            return anchored(value, text, attribution)
        if not value and column.name != "quotation":  # every attribution is quoted in some way
            return None
        if column.type is Type.BOOLEAN:
            return _FLAGS[self._chosen(tuple(_FLAGS))]
        return self._chosen(column.vocabulary) if column.vocabulary else value

    def _chosen(self, values: Sequence[str]) -> str:
        """The one of *values* that the cell has. Raises :class:`Undecidable` for any other."""
        said = self.edit.value.casefold()
        if said not in values:
            found = printable(self.edit.value)[:_SHOWN] or "nothing"
            raise Undecidable(
                printable(self.edit.attribution), found, f"one of {', '.join(values)}",
                "choose one",
            )  # fmt: skip
        return said

    def _taken_back(self, mine: Sequence[Decision]) -> Sequence[New]:
        """What takes back all that *who* said there."""
        name = self.edit.column.name
        about = ("verdict",) if name == "verdict" else (Kind.GRADE, name)
        said = [each for each in mine if each.kind is not Kind.UNDO and _about(each) == about]
        standing = [each for each in said if not each.undone]
        since = {each.undoes for each in mine if each.id > self.reviewed.last_decision}
        if not standing and since.isdisjoint(each.id for each in said):
            raise Undecidable(printable(self.edit.attribution), "an empty cell", "a value: what stood there is"
                              " another's, and only they can take it back", "decide otherwise beside it")  # fmt: skip
        return [New(Kind.UNDO, undoes=each.id) for each in standing]


def _about(decision: Decision | New) -> tuple[object, ...]:
    """What one person has one word on."""
    kind = decision.kind
    if kind in (Kind.CORRECT, Kind.GRADE):
        return kind, decision.field
    what = _OF_STATEMENT.get(kind, kind)
    return (what, decision.value) if kind is Kind.NOTE else (what, decision.other) if decision.other else (what,)


def _said(decision: Decision | New) -> tuple[object, ...]:
    return decision.kind, decision.field, json.dumps(decision.value), decision.other


def _located(edit: Edit, error: NotInLedger | Undecidable) -> Refused:
    """What cannot be decided, at its cell."""
    if isinstance(error, NotInLedger):
        _, found, wanted = error.args
        return Refused(edit.where, f"{found} in {edit.column.name}", wanted, "copy it from the column attribution")
    _, found, wanted, remedy = error.args
    return Refused(edit.where, f"{found} in {edit.column.name}", wanted, remedy)
