"""A workbook that people reviewed in comes back as their decisions, and as nothing else."""

import shutil
import subprocess

import openpyxl
import pytest

import sayso
from sayso.ledger import new_ledger, review
from sayso.out.sheets import export_sheets
from tests.ledger.conftest import QUAY, add, row, write_rows
from tests.out.sheets.conftest import cell, edited, tables, take, write

TWENTY = (
    ("d1.1", "verdict", "accepted", ("accept", None, None)),
    ("d1.2", "verdict", "rejected", ("reject", None, None)),
    ("d1.1", "note", "=SUM(A1) is what the footage shows", ("note", None, "=SUM(A1) is what the footage shows")),
    ("d1.1", "source", "ministry", ("correct", "source", [[25, 33]])),
    ("d1.2", "content", "the quay … in May", ("correct", "content", [[58, 66], [80, 86]])),
    ("d1.1", "cue", None, ("correct", "cue", [])),
    ("d1.1", "source_name", "The Ministry of Ports", ("correct", "source_name", "The Ministry of Ports")),
    ("d1.1", "source_role", "body", ("correct", "source_role", "body")),
    ("d1.2", "source_affiliation", "Port Ada", ("correct", "source_affiliation", "Port Ada")),
    ("d1.1", "source_kind", "official", ("correct", "source_kind", "official")),
    ("d1.2", "named", "yes", ("correct", "named", True)),
    ("d1.1", "named", False, ("correct", "named", False)),
    ("d1.1", "via", "Meridian Wire", ("correct", "via", "Meridian Wire")),
    ("d1.1", "addressee", "reporters", ("correct", "addressee", "reporters")),
    ("d1.1", "act", "Belief", ("correct", "act", "belief")),
    ("d1.1", "quotation", "mixed", ("correct", "quotation", "mixed")),
    ("d1.1", "certainty", None, ("correct", "certainty", None)),
    ("d1.1", "reliability", "b", ("grade", "reliability", "B")),
    ("d1.1", "credibility", 2, ("grade", "credibility", "2")),
    ("m1.1", "same_as", "m3.1", ("same", None, "m3.1")),
)
"""A cell of every kind: the attribution, the column, what a person writes, and the decision."""


def test_twenty_cells_are_twenty_decisions(compared, book):
    """Every changed cell is one decision of who imports it, and what a person wrote is what the ledger has."""
    for name, column, value, _ in TWENTY:
        write(book, of=name, **{column: value})
    made, refused, conflicts = take(compared, book)
    assert sorted(made, key=str) == sorted(((name, *wanted) for name, _, _, wanted in TWENTY), key=str)
    assert (refused, conflicts) == ([], [])
    found = compared.attribution("d1.1").attribution
    assert (found.source_name, found.cue, found.certainty, found.named) == ("The Ministry of Ports", (), None, False)
    compared.verify()


def test_import_is_logged(compared, book):
    """The ledger keeps the file's digest, who, and how many, and of nothing else anything changed."""
    before = tables(compared)
    write(book, of="d1.1", verdict="accepted", certainty="perhaps")
    take(compared, book)
    [(file, sha256, decided, refused, who)] = compared.connection.execute(
        "SELECT file, sha256, decided, refused, who FROM imports"
    ).fetchall()
    assert (file, decided, refused, who) == ("review.xlsx", 1, 1, "dora")
    assert sha256 == __import__("hashlib").sha256(book.read_bytes()).hexdigest()
    kinds = [kind for (kind,) in compared.connection.execute("SELECT kind FROM log ORDER BY position DESC LIMIT 2")]
    assert kinds == ["import", "correction"]
    changed = {table for table, rows in tables(compared).items() if rows != before.get(table)}
    assert changed == {"decisions", "imports", "log", "salts", "log_frontier", "sqlite_sequence"}


def test_the_same_file_twice_changes_nothing_more(compared, book):
    """What was imported is there; a second time nothing is written, not even that it was tried."""
    for name, column, value, _ in TWENTY:
        write(book, of=name, **{column: value})
    take(compared, book)
    before = tables(compared)
    assert take(compared, book) == ([], [], [])
    assert tables(compared) == before


def test_taken_back_since_stays_taken_back(compared, book):
    """A decision that its maker took back after the import does not come again with the same file."""
    write(book, of="d1.1", verdict="accepted", note="Seen.")
    take(compared, book)
    for each in list(compared.decisions("d1.1")):
        compared.undo(each.id, who="dora")
    assert take(compared, book)[0] == []


def test_a_later_word_in_the_same_file_counts(compared, book):
    """Who changes a cell again and imports again decides again, back to the first word too."""
    for said in ("accepted", "rejected", "accepted"):
        write(book, of="d1.1", verdict=said)
        assert len(take(compared, book)[0]) == 1
    assert compared.attribution("d1.1").standing.verdict.value == "accepted"


def test_people_who_differ_are_shown(compared, book):
    """What somebody decided meanwhile stands beside it, and both are named."""
    write(book, of="d1.1", certainty="hedged", verdict="rejected")
    compared.decide("d1.1", lambda one, text: [review.correct(one, text, "certainty", "predicted")], who="anselm")
    compared.decide("d1.1", lambda *_: [review.accept()], who="anselm")
    made, refused, conflicts = take(compared, book)
    assert [each[1] for each in made] == ["reject", "correct"]
    assert (refused, conflicts) == ([], [("d1.1", "people disagree")])
    assert compared.attribution("d1.1").standing.verdict.value == "disputed"


def test_words_of_a_text_that_changed_meanwhile_are_a_conflict(filled, tmp_path):
    """A decision on words that the article no longer has is kept, and shown."""
    export_sheets(filled, tmp_path / "review.xlsx", "xlsx", who="ada")
    write(tmp_path / "review.xlsx", of="a1.1", verdict="accepted")
    text = "Ada Byrne said the quay would reopen in May."
    add(filled, write_rows(tmp_path / "rows.jsonl", row("a1", text, [QUAY], outlet="The Inland Post")))
    made, _, conflicts = take(filled, tmp_path / "review.xlsx")
    assert made == [("a1.1", "accept", None, None)]
    assert conflicts == [("a1.1", "the text changed and no longer has these words")]


def test_an_emptied_verdict_or_grade_takes_back_ones_own(filled, tmp_path):
    """An empty cell where dora's word stood takes it back; where it was anselm's, dora is told."""
    for who, name in (("dora", "a1.1"), ("anselm", "a1.2")):
        filled.decide(name, lambda *_: [review.accept(), review.grade("credibility", "2", "")], who=who)
    export_sheets(filled, tmp_path / "review.xlsx", "xlsx", who="ada")
    for name in ("a1.1", "a1.2"):
        write(tmp_path / "review.xlsx", of=name, verdict=None, credibility=None)
    made, refused, _ = take(filled, tmp_path / "review.xlsx")
    assert [each[:2] for each in made] == [("a1.1", "undo")] * 2
    assert refused == [
        f"review.xlsx, Attributions!{place}3: found an empty cell in {column}; wanted a value: what stood there is "
        "another's, and only they can take it back; decide otherwise beside it"
        for place, column in (("J", "verdict"), ("X", "credibility"))
    ]
    assert take(filled, tmp_path / "review.xlsx")[0] == []


def test_several_attributions_one_a_line(compared, book):
    """A cell of judgements names one attribution a line, each a decision."""
    write(book, of="m1.1", not_same_as="m2.1\nm3.2", disputes="d1.1", not_disputes="d1.2", origin="Meridian Wire")
    made, refused, _ = take(compared, book)
    assert (made, refused) == ([
        ("m1.1", "not_same", None, "m2.1"), ("m1.1", "not_same", None, "m3.2"), ("m1.1", "disputes", None, "d1.1"),
        ("m1.1", "not_disputes", None, "d1.2"), ("m1.1", "origin", None, "Meridian Wire"),
    ], [])  # fmt: skip


REFUSED = (
    ({"verdict": "maybe"}, "found maybe in verdict; wanted one of accepted, rejected; choose one"),
    ({"verdict": "disputed"}, "found disputed in verdict; wanted one of accepted, rejected; choose one"),
    ({"source_kind": "spy"}, "found spy in source_kind; wanted one of official, armed_group, political_group, "
     "international_body, monitor_or_ngo, medical, witness_or_resident, media, expert, unnamed_official, "
     "unnamed_other, document; choose one"),
    ({"named": "perhaps"}, "found perhaps in named; wanted one of yes, no, true, false; choose one"),
    ({"credibility": 7}, "found credibility 7 in credibility; wanted one of 1, 2, 3, 4, 5, 6; choose one"),
    ({"content": "The depot was full"}, "found words that its text does not have (The depot was full) in content; "
     "wanted words of the text; copy them from it"),
    ({"source": "the"}, "found words that its text has more than once (the) in source; wanted words that it has once; "
     "give more words, or offsets with `sayso review`"),
    ({"same_as": "m9.9"}, "found m9.9 in same_as; wanted the name of an attribution; copy it from the column "
     "attribution"),
    ({"same_as": 9.1}, "found a number or a date in same_as; wanted text; format the cell as text, and write it again"),
    ({"same_as": "d1.1"}, "found the statement itself in same_as; wanted another statement; name another"),
    ({"certainty": "=1+1"}, "found a formula; wanted a value; paste the value"),
    ({"source_name": 12.5}, "found a number or a date in source_name; wanted text; format the cell as text, and write "
     "it again"),
    ({"outlet": "The Other Post"}, "found a change in outlet; wanted what was exported: it is not reviewed there; "
     "leave it; nothing of it is imported"),
)  # fmt: skip


@pytest.mark.parametrize(("cells", "why"), REFUSED, ids=lambda value: str(*value) if isinstance(value, dict) else "")
def test_what_cannot_be_taken_is_one_line_and_the_rest_is_taken(compared, book, cells, why):
    """A line names sheet and cell, what was found and wanted, and what to do; other cells come in."""
    write(book, of="d1.1", note="Seen.", **cells)
    made, [refused], _ = take(compared, book)
    assert made == [("d1.1", "note", None, "Seen.")]
    place, _, told = refused.partition(": ")
    page = openpyxl.load_workbook(book)["Attributions"]
    assert (place, told) == (f"review.xlsx, Attributions!{cell(page, 'd1.1', *cells).coordinate}", why)


def test_quotation_cannot_be_emptied(compared, book):
    """Every attribution is quoted in some way."""
    write(book, of="d1.1", quotation=None)
    made, [refused], _ = take(compared, book)
    assert made == []
    assert "found nothing in quotation; wanted one of direct, indirect, mixed; choose one" in refused


def test_changed_and_unknown_names_are_passed_over(compared, book):
    """A row whose name was changed, or that is not of this export, is one line; the other rows come in."""
    write(book, of="d1.1", verdict="accepted", attribution="d9.9")
    write(book, of="d1.2", verdict="accepted", permalink="/attribution/d9.8")
    write(book, of="m1.1", verdict="accepted")
    made, refused, _ = take(compared, book)
    assert made == [("m1.1", "accept", None, None)]
    assert refused == [
        "review.xlsx, Attributions!B8: found the attribution d9.9 beside /attribution/d1.1; wanted the one that was "
        "exported with it; leave the first two columns as they are; nothing of this row is imported",
        "review.xlsx, Attributions!A9: found the permalink /attribution/d9.8; wanted one of this export; leave the "
        "first two columns as they are; nothing of this row is imported",
    ]


def test_two_rows_of_one_attribution(compared, book):
    """A copied row is no matter; two rows that say different things are one line, and the first counts."""
    with edited(book) as page:
        copied = [each.value for each in page[cell(page, "d1.1", "verdict").row]]
        column = cell(page, "d1.1", "verdict").column
        for said in (None, "accepted", "rejected"):
            page.append(copied)
            page.cell(page.max_row, column).value = said
    made, [refused], _ = take(compared, book)
    assert made == [("d1.1", "accept", None, None)]
    assert "found another verdict than in review.xlsx, Attributions!J11; wanted one row of each attribution" in refused


# What people and programs do without changing anything.


def reordered(page):
    """The columns of a page the other way round, and its rows by their last."""
    heading, *lines = page.iter_rows(values_only=True)
    page.delete_rows(1, page.max_row)
    for line in [heading, *sorted(lines, key=str, reverse=True)]:
        page.append(line[::-1])


def sorted_and_renamed(path):
    """Rows and columns in another order, a title above, sheets with other names."""
    book = openpyxl.load_workbook(path)
    for page in book.worksheets[:3]:
        reordered(page)
        page.insert_rows(1, 2)
        page["A1"] = "What we found"
        page.title = f"Desk {page.title}"
    book.move_sheet("Read me", -5)
    book.save(path)


def thinned_out(path):
    """Rows and columns deleted, rows hidden, columns added."""
    book = openpyxl.load_workbook(path)
    page = book["Attributions"]
    page.delete_rows(2, 3)
    page.delete_cols(1)
    page.delete_cols(4, 3)
    page.row_dimensions[3].hidden = True
    page.cell(1, page.max_column + 1).value = "who checks it"
    page.cell(2, page.max_column).value = "=A1"
    page.auto_filter.ref = "A1:D4"
    del book["Log"], book["Claims"]
    book.create_sheet("Mine").append(["my", "notes"])
    book.save(path)


def retyped(path):
    """Every cell as another program may save it: numbers for text, straight quotes, other line ends, trimmed."""
    book = openpyxl.load_workbook(path)
    for page in book.worksheets[:7]:
        for line in page.iter_rows(min_row=2):
            for each in line:
                if isinstance(each.value, str):
                    value = each.value.strip().replace("\r\n", "\n").replace("“", '"').replace("’", "'")
                    each.value = {"yes": True, "no": False}.get(value, value)
                    if value.replace(".", "", 1).isdigit() and not value.startswith("0"):
                        each.value = float(value)
    book.save(path)


def doubled(path):
    """A copy of the sheet beside it."""
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book["Attributions"])
    book.save(path)


@pytest.mark.parametrize("habit", [sorted_and_renamed, thinned_out, retyped, doubled])
def test_habits_change_nothing(compared, book, habit):
    """Whatever was sorted, moved, deleted, added, renamed or retyped, no cell that nobody edited is a decision."""
    habit(book)
    before = tables(compared)
    assert take(compared, book) == ([], [], [])
    assert tables(compared) == before


@pytest.mark.parametrize("habit", [sorted_and_renamed, thinned_out, retyped])
def test_an_edit_comes_through_all_of_it(compared, book, habit):
    """The one cell that was edited is found wherever it went."""
    write(book, of="d1.2", certainty="hedged")
    habit(book)
    assert take(compared, book) == ([("d1.2", "correct", "certainty", "hedged")], [], [])


def test_texts_that_look_like_something_else_change_nothing(nasty, tmp_path):
    """Formulas, escapes, numbers, dates and markup in articles are no edits when the file comes back as it was."""
    export_sheets(nasty, tmp_path / "out.xlsx", "xlsx", who="ada")
    assert take(nasty, tmp_path / "out.xlsx") == ([], [], [])
    openpyxl.load_workbook(tmp_path / "out.xlsx").save(tmp_path / "out.xlsx")
    assert take(nasty, tmp_path / "out.xlsx") == ([], [], [])


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_changes_nothing(nasty, compared, tmp_path):
    """Saved by LibreOffice, and by way of its own format, nothing is an edit but what was edited."""
    for ledger, name in ((nasty, "nasty"), (compared, "compared")):
        path = tmp_path / f"{name}.xlsx"
        export_sheets(ledger, path, "xlsx", who="ada")
        edits = {"of": "n3.1" if ledger is nasty else "d1.1", "note": "=1+1", "source_name": "Ada B."}
        write(path, **edits)
        for step, ending in enumerate(("xlsx:Calc MS Excel 2007 XML", "ods", "xlsx:Calc MS Excel 2007 XML")):
            folder = tmp_path / f"{name}{step}"
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",  # noqa: S607
                 "--convert-to", ending, "--outdir", str(folder), str(path)],
                check=True, capture_output=True, timeout=120,
            )  # fmt: skip
            path = folder / f"{name}.{ending.partition(':')[0]}"
            if ending.startswith("xlsx"):
                made, refused, _ = take(ledger, path)
                assert (len(made), refused) == ((2, []) if step == 0 else (0, []))


# Files that are none.


def test_a_file_that_is_no_workbook(compared, tmp_path):
    """Text, a damaged archive, an archive of something else: one line that says what was wanted."""
    (tmp_path / "a.xlsx").write_text("permalink,attribution")
    with pytest.raises(
        sayso.SaysoError, match=r"a\.xlsx: found no workbook; wanted an \.xlsx that `sayso export` made"
    ):
        take(compared, tmp_path / "a.xlsx")
    with __import__("zipfile").ZipFile(tmp_path / "b.xlsx", "w") as packed:
        packed.writestr("hello.txt", "hello")
    with pytest.raises(sayso.SaysoError, match=r"b\.xlsx: found a file that is not a whole workbook"):
        take(compared, tmp_path / "b.xlsx")


def test_a_workbook_without_its_memory(compared, book):
    """Without what the export wrote down nobody can tell what was edited, so nothing is guessed."""
    pages = openpyxl.load_workbook(book)
    del pages["Sayso memory"]
    pages.save(book)
    with pytest.raises(sayso.SaysoError, match="found no trace of what was exported"):
        take(compared, book)


def test_a_workbook_without_attributions(compared, book):
    """A heading that is gone takes its sheet with it, which is said."""
    with edited(book) as page:
        page.delete_rows(1)
    assert take(compared, book)[1] == [
        "review.xlsx: found no sheet with the columns of Attributions; wanted one; export again, and review in that"
    ]


def test_a_workbook_of_another_ledger(book, tmp_path):
    """Names mean something else in another ledger."""
    with (
        new_ledger(tmp_path / "other.sayso") as other,
        pytest.raises(sayso.SaysoError, match="found an export of the ledger"),
    ):
        take(other, book)


def test_a_workbook_that_unpacks_to_too_much(compared, book, monkeypatch):
    """What would fill the memory is refused before it is unpacked."""
    monkeypatch.setattr("sayso.out.sheets.reviewed._MOST_BYTES", 10_000)
    with pytest.raises(sayso.SaysoError, match="a workbook that unpacks to"):
        take(compared, book)


def test_missing_package_names_the_extra(compared, book, monkeypatch):
    """Without openpyxl the error says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(sayso.SaysoError, match=r"pip install 'sayso\[sheets\]'"):
        take(compared, book)
