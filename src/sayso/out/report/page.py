"""A report as one HTML file, which asks no host for anything and carries the proofs that verify it."""

from __future__ import annotations

import dataclasses
from importlib import resources

from sayso.compare import Comparison
from sayso.out.report.cautions import cautions
from sayso.out.report.gathered import Record, Report
from sayso.show import compared
from sayso.show.acts import beyond_saying
from sayso.show.basis import sentence, who
from sayso.show.compared import Compared, outlet_of
from sayso.show.comparison_page import excerpt, view_of
from sayso.show.html import page_of
from sayso.show.layout import lay_out
from sayso.show.page import how_sure, words
from sayso.show.provenance import Known, provenance
from sayso.show.words import counted, joined, language_name

SCRIPT = "check_proof.py"
_HELD = frozenset({"Address", "File", "Identifier", "Text"})
"""What the record of an article says in its own rows."""


def page(report: Report, made_at: str) -> str:
    """The report's page.

    An event has the anchor ``e1``, a claim ``e1.c1``, an article ``article-1``, its statements ``s-ID``.

    Args:
        report: What it says.
        made_at: The time, UTC.
    """
    known = Compared(Comparison(report.articles, (), ()))
    views = [dataclasses.replace(view_of(part.name, part.event, known), claims=part.claims) for part in report.parts]
    values = {
        "cautions": cautions(report),
        "made_at": made_at,
        "number_of": {record.article.id: record for record in report.records},
        "report": report,
        "script": resources.files("sayso.out.report").joinpath(SCRIPT).read_text(encoding="utf-8"),
        "title": _title(report, known),
        "views": list(zip(report.parts, views, strict=True)),
        **_USED,
    }
    return "".join(page_of("report.html.jinja", ["page.css", "comparison.css", "report.css"], values))


def _title(report: Report, known: Compared) -> str:
    if len(report.parts) == 1:
        return known.heading(report.parts[0].event.event)
    if len(report.records) == 1:
        return report.records[0].article.title or report.records[0].article.id
    return counted(len(report.records), "article")


def _stated(record: Record) -> list[Known]:
    """What the article says of itself, without what it does not state."""
    return [each for each in provenance(record.article) if each.label not in _HELD and each.value != "not stated"]


_USED = {
    "beyond_saying": beyond_saying,
    "compared": compared,
    "counted": counted,
    "excerpt": excerpt,
    "how_sure": how_sure,
    "joined": joined,
    "language_name": language_name,
    "lay_out": lay_out,
    "outlet_of": outlet_of,
    "sentence": sentence,
    "stated": _stated,
    "who": who,
    "words": words,
}
"""What the template calls."""
