"""Ledgers that go out as sheets, and what a person does in a workbook."""

import contextlib

import openpyxl
import pytest

from sayso.claim import JudgementKind
from sayso.ledger import new_ledger, review
from sayso.out.sheets import export_sheets
from sayso.out.sheets.decided import import_reviewed
from tests.ledger.conftest import add, filled, ledger, market_rows, row, write_rows  # noqa: F401 - two are fixtures

NASTY = (
    '=HYPERLINK("http://evil.example","x")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A2)", "\tTab", "\rReturn",
    "＝1+1", "'=already", "'Tis done", "<script>alert(1)</script>", "&amp; <b>", "\u202egnp.exe", "\x1b[2J", "_x000D_",
    "_x0041_", "a\ufffeb", "line one\nline two\r\nline three\rline four", "  padded  ", "1E5", "007", "2026-05",
    "TRUE", "NA", "null", "[1, 2]", '{"a": 1}', "“smart” ‘quotes’ – …", "𝔘𝔫𝔦 \U0001f600 e\u0301",
    "a\u2028b\u0085c", "\x7f", "a,b;c\td", '"quoted"', "x" * 300,
)  # fmt: skip
"""Texts that some format, program or terminal takes for something else. No ledger takes a text with NUL."""


def nasty_rows():
    """An article for each of :data:`NASTY`, which stands in each of its fields of text."""
    for number, words in enumerate(NASTY):
        text = f"Ada Byrne said {words} went on, of the depot."
        statement = ("Ada Byrne", "said", f"{words} went on")
        one = row(
            f"n{number}", text, [statement], outlet=f"{words} outlet", title=f"{words} title", byline=f"{words} byline",
            dateline=f"{words} dateline",
        )  # fmt: skip
        one["attributions"][0] |= {"source_name": f"{words} name", "source_role": f"{words} role"}
        yield one


@pytest.fixture
def nasty(tmp_path):
    """A ledger with :func:`nasty_rows`."""
    with new_ledger(tmp_path / "nasty.sayso") as opened:
        add(opened, write_rows(tmp_path / "nasty.jsonl", *nasty_rows()))
        yield opened


@pytest.fixture
def compared(tmp_path):
    """A ledger with four articles on one market and one on a depot, compared; dora said what disputes what."""
    with new_ledger(tmp_path / "compared.sayso") as opened:
        rows = [*market_rows(), row("d1", outlet="The Inland Post", date="2026-06-01", title="Depot was empty")]
        add(opened, write_rows(tmp_path / "compared.jsonl", *rows))
        opened.decide("m1.2", lambda *_: [review.judge(JudgementKind.DISPUTES, "m2.2", "m1.2")], who="dora")
        opened.compare()
        yield opened


@pytest.fixture
def book(compared, tmp_path):
    """The workbook of :func:`compared`; its path."""
    path = tmp_path / "review.xlsx"
    export_sheets(compared, path, "xlsx", who="ada")
    return path


@contextlib.contextmanager
def edited(path, sheet="Attributions"):
    """A page of a workbook, which is saved afterwards."""
    book = openpyxl.load_workbook(path)
    yield book[sheet]
    book.save(path)


def cell(page, name, column):
    """The cell of the attribution *name* in *column*."""
    headings = {each.value: each.column for each in page[1]}
    [row_number] = [
        each[0].row for each in page.iter_rows(min_row=2) if each[headings["attribution"] - 1].value == name
    ]
    return page.cell(row_number, headings[column])


def write(path, **cells):
    """Write in the columns of the attribution ``of``."""
    name = cells.pop("of")
    with edited(path) as page:
        for column, value in cells.items():
            target = cell(page, name, column)
            target.value = value
            if column == "note":
                target.data_type = "s"  # openpyxl makes a formula of "=1"; typed into a cell of text it is text


def tables(opened):
    """The rows of all tables of a ledger, but for who writes it just now."""
    names = opened.connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_search%' AND name <> 'writers'"
    ).fetchall()
    return {name: opened.connection.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}  # noqa: S608


def take(opened, path, who="dora"):
    """What importing gave: decisions as (kind, field, value or other), refusals as text, conflicts as (name, why)."""
    before = {each.id for each in opened.decisions()}
    imported = import_reviewed(opened, path, who=who)
    made = [each for each in opened.decisions() if each.id not in before]
    assert all(each.who == who for each in made)
    return (
        [(each.attribution, each.kind.value, each.field, each.other or each.value) for each in made],
        [str(each) for each in imported.refused],
        [(each.attribution, each.why) for each in imported.conflicts],
    )
