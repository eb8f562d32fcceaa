"""A report for an editor and a lawyer: one file with the words, where they came from, and the proofs."""

from __future__ import annotations

import dataclasses
from html import unescape
from pathlib import Path

from sayso.errors import SaysoError
from sayso.ledger import Ledger
from sayso.ledger.connection import clock
from sayso.out.redact import Names, Person
from sayso.out.report.choice import Asked
from sayso.out.report.gathered import Redaction, Report, gathered
from sayso.out.report.page import page
from sayso.printable import printable
from sayso.show.words import counted

__all__ = ["Asked", "Redaction", "Report", "Reported", "report", "write_report"]


_NOBODY = Redaction()


class NameLeft(SaysoError):
    """A name that was to be taken out still stands in a finished report, which is not written."""

    def __init__(self, place: str) -> None:
        super().__init__(place)

    def __str__(self) -> str:
        (place,) = self.args
        found = "a name that was to be taken out in the finished report"
        return f"{place}: found {found}; wanted none, so nothing was written; tell us of it"


@dataclasses.dataclass(frozen=True, slots=True)
class Reported:
    """What was written: how many events, claims and articles, whose names were taken out, and whose stayed."""

    events: int
    claims: int
    articles: int
    people: tuple[Person, ...]
    left: tuple[str, ...]


def report(ledger: Ledger, asked: Asked, redaction: Redaction = _NOBODY) -> tuple[str, Report]:
    """The page of a report, and what it says; nothing is written or logged.

    Raises:
        NotInLedger: Something that was asked for is not there, or a name that is to go is nowhere.
        NameLeft: A name would be left.
        ValueError: Names of several comparisons, or nothing, was asked for.
    """
    said = gathered(ledger, asked, redaction)
    text = page(said, clock())
    _check(text, said, str(ledger.path))
    return text, said


def write_report(ledger: Ledger, asked: Asked, out: Path, *, who: str, redaction: Redaction = _NOBODY) -> Reported:
    """Write a report to *out*, whole or not at all; the ledger logs of which articles it gives away the words.

    Raises:
        OSError: *out* cannot be written.
        SaysoError: What :func:`report` raises, or the ledger cannot log it.
    """
    text, said = report(ledger, asked, redaction)
    claims = sum(len(part.claims) for part in said.parts)
    done = Reported(len(said.parts), claims, len(said.records), said.people, said.left)
    numbers = (done.events, "event"), (done.claims, "claim"), (done.articles, "article")
    what = ", ".join(["report", *(counted(number, thing) for number, thing in numbers)])
    ledger.log_export(f"{what}, redacted" if said.redacted else what, said.entries, who=who)
    partial = out.with_name(f"{out.name}.partial")
    try:
        partial.write_text(text, encoding="utf-8", newline="\n")
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)
    return done


def _check(text: str, said: Report, place: str) -> None:
    """Look for the names in what would be given away, as a reader would who has the file's source.

    A name of one word may be a word of ours, and is not looked for again.
    """
    whole = [Person(tuple(name for name in each.names if len(name.split()) > 1), "") for each in said.people]
    if Names(whole, (), ()).spelled_out_in(unescape(text)):
        raise NameLeft(printable(place))
