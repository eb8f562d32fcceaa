"""What spreadsheets do to cells by themselves is no change; what a person does is."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.out.sheets.cells import LONGEST, canonical, cell_of, digest, digests, pieces, plain, unescaped
from sayso.out.sheets.columns import Column, Type


@pytest.mark.parametrize(("exported", "came_back"), [
    (None, ""),
    (None, "   "),
    ("two words", "  two words "),
    ("one\r\ntwo", "one\ntwo"),
    ("one\rtwo", "one\ntwo"),
    ("two  words", "two words"),
    ("two\twords", "twowords"),
    ("one\x1b\ufffetwo", "onetwo"),
    ("_x000D_ said", "said"),
    ("two\u00a0words", "two words"),
    ("“It's,” she said – …", '"It’s," she said - ...'),
    ("'Tis done", "Tis done"),
    ("'=SUM(A1)", "=SUM(A1)"),
    ("7", 7),
    ("007", 7.0),
    ("2.50", 2.5),
    ("1,200", 1200),
    ("1E5", 100000),
    ("12345678901234567890", 1.2345678901234567e19),
    ("1914947530.10", 1914947530.1),
    ("yes", True),
    ("no", False),
    ("TRUE", True),
    ("2026-05-12", datetime.datetime(2026, 5, 12)),
    ("2026-05", datetime.datetime(2026, 5, 1)),
    ("2026-05-12T07:30:00Z", datetime.datetime(2026, 5, 12, 7, 30)),
])  # fmt: skip
def test_habits_of_programs_change_nothing(exported, came_back):
    """A cell and what Excel or LibreOffice may make of it without anybody's doing are one."""
    assert digest(exported) == digest(came_back)


@pytest.mark.parametrize(("before", "after"), [
    ("the ministry", "The ministry"), ("Ada Byrne", "Ada Byrn"), ("2", "3"), ("yes", "no"), ("said", None),
    ("the depot", "the depot."), ("not there", "there"), ("é", "e"), ("2026-05", "2026-06"), ("1-2", "12"),
])  # fmt: skip
def test_what_a_person_changes_is_a_change(before, after):
    """One letter, one case, one sign is enough."""
    assert digest(before) != digest(after)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_canonical_of_canonical_is_itself(text):
    """There is one form, and it is its own form."""
    assert canonical(canonical(text)) == canonical(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.integers(0, 3))
def test_pieces_are_the_text_and_fit(text, times):
    """However long a text is, its pieces are it, and each fits a cell of Excel, which counts UTF-16 units."""
    long = text * 10_000 * times
    found = list(pieces(long))
    assert "".join(found) == long
    assert all(len(each.encode("utf-16-le")) // 2 <= LONGEST for each in found)
    assert all(found[1:])


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]))))
def test_digests_are_told_apart(cells):
    """Digests one after the other are read as they were written."""
    assert digests("".join(map(digest, cells))) == list(map(digest, cells))


def test_escapes_of_the_file_format():
    """What openpyxl leaves is undone, once: a text that only looks like an escape stays."""
    assert unescaped("a_x000D_b") == "a\rb"
    assert unescaped("_x005F_x0041_") == "_x0041_"
    assert plain(unescaped("a_x000D_\nb ")) == "a\nb"


@pytest.mark.parametrize(("kind", "value", "cell"), [
    (Type.TEXT, "=1", "=1"), (Type.BOOLEAN, False, "no"), (Type.BOOLEAN, None, None), (Type.LIST, [], None),
    (Type.LIST, ["é"], '["é"]'), (Type.OFFSETS, [[0, 3]], "[[0, 3]]"), (Type.INTEGER, 12, 12),
    (Type.INTEGER, 10**15, "1000000000000000"), (Type.NUMBER, 0.5, 0.5),
])  # fmt: skip
def test_values_as_cells(kind, value, cell):
    """Lists are JSON, flags are words, and a number that a spreadsheet would round is text."""
    assert cell_of(Column("one", "One.", kind), value) == cell
