"""A ledger to export: four articles on one event, compared, with what people decided; and words that look like code."""

import io

import pytest

from sayso.claim import JudgementKind
from sayso.ledger import review, selection
from sayso.out.standards import export_standard
from sayso.out.standards.chosen import choose
from tests.ledger.conftest import add, market_rows, new_ledger, row, write_rows

NOW = "2026-05-20T10:00:00Z"
HOSTILE = (
    "=HYPERLINK(A1)", "<script>alert(1)</script>", "]]></data><node id='x'/>", '"},{"@id":"x', "a\x01\x1fb", "_x0041_",
    "\u202eevil\u2066", "line\r\n\x85\u2028\u2029end", "😀 𝒜", "&amp;&lt;", "\ufffea\uffff", "{{7*7}}", "' OR 1=1 --",
    "@context", "+\tcmd|' /C calc'!A0",
)  # fmt: skip
"""What must come back as it is, wherever it stands. ``sayso add`` takes no text with a NUL; a note may have one."""


def decide(ledger, name, *news, who="dora"):
    """Store decisions."""
    ledger.decide(name, lambda *_: list(news), who=who)


@pytest.fixture
def market(tmp_path):
    """The articles on the market: compared; one statement accepted and graded, one rejected, one with a note."""
    rows = market_rows()
    rows[0]["url"] = "https://inlandpost.example/market"
    for said, kind, role in ((rows[0]["attributions"][1], "official", "minister"), (rows[1]["attributions"][1],
                             "witness_or_resident", None)):  # fmt: skip
        said |= {"source_kind": kind, "named": True, "source_name": "Joren Hask", "source_role": role}
    with new_ledger(tmp_path / "market.sayso") as ledger:
        add(ledger, write_rows(tmp_path / "market.jsonl", *rows))
        decide(ledger, "m1.2", review.judge(JudgementKind.DISPUTES, "m2.2", "m1.2"))
        ledger.compare()
        decide(ledger, "m1.1", review.accept(), review.grade("credibility", "2", "m1.1"))
        decide(ledger, "m1.1", review.grade("likelihood", "very likely", "m1.1"), who="anselm")
        decide(ledger, "m1.2", review.grade("reliability", "C", "m1.2"), review.note("Ask again.", "m1.2"))
        decide(ledger, "m3.2", review.reject())
        yield ledger


@pytest.fixture
def hostile(tmp_path):
    """An article for each of the hostile words, which stand in every field that a row can give."""
    rows = [hostile_row(f"h{place}", words) for place, words in enumerate(HOSTILE)]
    with new_ledger(tmp_path / "hostile.sayso") as ledger:
        add(ledger, write_rows(tmp_path / "hostile.jsonl", *rows))
        for place, words in enumerate(HOSTILE):
            decide(
                ledger,
                f"h{place}.1",
                review.note(f"{words}\0", ""),
                review.grade("credibility", "3", ""),
                who=f"d {words}",
            )
        yield ledger


def hostile_row(name, words):
    """A row with *words* in every field."""
    text = f"The {words} man said the {words} depot was empty."
    said = row(name, text, [(f"The {words} man", "said", f"the {words} depot was empty")], outlet=words, title=words,
               byline=words, date="2026-05-12", url=f"https://a.example/{name}", publisher=words)  # fmt: skip
    said["attributions"][0] |= {
        "source_name": f"Ada {words} Byrne", "source_role": words, "source_affiliation": words, "named": True,
        "source_kind": "official", "via": words, "addressee": words,
    }  # fmt: skip
    return said


def written(ledger, writer, words="", filters=None):
    """What a form's writer writes, and its counts."""
    out = io.StringIO(newline="")
    chosen, expected = choose(ledger, selection.select(ledger.connection, words, filters), NOW)
    counts = writer(chosen, out)
    assert counts == counts | expected.of(counts)
    return out.getvalue(), counts


def exported(ledger, tmp_path, form, **options):
    """The path of an export, and what was said of it."""
    out = tmp_path / f"out.{form}"
    return out, export_standard(ledger, out, form, who="dora", **options)
