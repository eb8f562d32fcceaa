"""A ledger as sheets: all of it, typed, as it was, in every format."""

import csv
import json
import re
import shutil
import subprocess
import zipfile
from urllib.parse import unquote

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.ledger import Filters, review
from sayso.out import sheets
from sayso.out.sheets import export_sheets, folder
from sayso.out.sheets.cells import unescaped
from sayso.out.sheets.codebook import SHEETS
from sayso.out.sheets.columns import Type
from sayso.out.sheets.rows import permalink
from sayso.out.sheets.workbook import MEMORY
from sayso.show.table_csv import from_cell
from tests.ledger.conftest import TEXT, add, row, write_rows
from tests.out.sheets.conftest import NASTY, cell


def of_csv(path):
    """The rows of a .csv as dictionaries of text."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [{name: from_cell(value) for name, value in each.items()} for each in csv.DictReader(lines)]


def of_jsonl(path):
    """The rows of a .jsonl."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def of_page(page):
    """The rows of a page of a workbook."""
    names, *lines = page.iter_rows(values_only=True)
    return [dict(zip(names, map(unescaped, line), strict=True)) for line in lines]


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_every_sheet_is_a_file_with_every_row(compared, tmp_path, form):
    """A folder has one file a sheet, and what was counted is what is in them."""
    if form == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    counted = export_sheets(compared, tmp_path / "tables", form, who="ada")
    assert counted["Log"] == compared.verify().entries - 1  # without the entry of this export
    read = {"csv": of_csv, "jsonl": of_jsonl, "parquet": lambda path: parquet.read_table(path).to_pylist()}[form]
    found = {sheet.name: read(tmp_path / "tables" / f"{sheet.stem}.{form}") for sheet in SHEETS}
    assert {name: len(rows) for name, rows in found.items()} == counted
    assert {name: list(rows[0]) for name, rows in found.items() if rows} == {
        sheet.name: list(sheet.names) for sheet in SHEETS if found[sheet.name]
    }
    for rows in found.values():
        assert len({each["permalink"] for each in rows}) == len(rows)


def test_every_sheet_is_a_page_with_every_row(compared, book):
    """A workbook has a page a sheet, in their order, then the codebook; the page of Sayso's own is hidden."""
    pages = openpyxl.load_workbook(book)
    assert pages.sheetnames == [*(sheet.name for sheet in SHEETS), MEMORY, "Read me"]
    assert pages[MEMORY].sheet_state == "veryHidden"
    read_me = [line[:3] for line in pages["Read me"].iter_rows(values_only=True)]
    for sheet in SHEETS:
        rows = of_page(pages[sheet.name])
        assert not rows or list(rows[0]) == list(sheet.names)
        assert (sheet.name, len(rows), sheet.meaning) in read_me


def test_attribution_in_full(compared, tmp_path):
    """What stands in a row: the words, who, how, and where in the text."""
    export_sheets(compared, tmp_path / "tables", "jsonl", who="ada")
    [found] = [each for each in of_jsonl(tmp_path / "tables" / "attributions.jsonl") if each["attribution"] == "d1.1"]
    known = {name: value for name, value in found.items() if value not in (None, [], False, 0)}
    assert known == {
        "permalink": "/attribution/d1.1", "attribution": "d1.1", "article": "d1", "outlet": "The Inland Post",
        "date": "2026-06-01", "context": TEXT, "source": "the ministry", "cue": "claimed",
        "content": "The depot was empty", "source_name": "the ministry", "quotation": "indirect",
        "certainty": "asserted", "score": 0.95, "sure": True, "source_offsets": [[21, 33]], "cue_offsets": [[34, 41]],
        "content_offsets": [[0, 19]],
    }  # fmt: skip


def test_claims_lead_to_their_rows(compared, tmp_path):
    """A claim names its attributions and articles, and a link the claims at its ends."""
    export_sheets(compared, tmp_path / "tables", "jsonl", who="ada")
    claims = {each["claim"]: each for each in of_jsonl(tmp_path / "tables" / "claims.jsonl")}
    names = {each["attribution"] for each in of_jsonl(tmp_path / "tables" / "attributions.jsonl")}
    assert all(set(each["attribution_names"]) <= names for each in claims.values())
    links = of_jsonl(tmp_path / "tables" / "links.jsonl")
    assert links
    assert all((each["from_gist"], each["to_gist"]) == (claims[each["from"]]["gist"], claims[each["to"]]["gist"])
               for each in links)  # fmt: skip
    one = claims["1.e1.c1"]
    assert (one["permalink"], one["event_permalink"]) == ("/claim/1/e1.c1", "/event/1/e1")


def test_filters_of_search_are_those_of_the_export(compared, tmp_path):
    """What search finds goes out, with its articles, its claims and the links of these, and nothing else."""
    asked = Filters(source="the mayor")
    found, _ = compared.search("", asked)
    counted = export_sheets(compared, tmp_path / "tables", "jsonl", filters=asked, who="ada")
    rows = {sheet.name: of_jsonl(tmp_path / "tables" / f"{sheet.stem}.jsonl") for sheet in SHEETS}
    assert [each["attribution"] for each in rows["Attributions"]] == found == ["m2.1"]
    assert [each["article"] for each in rows["Articles"]] == ["m2"]
    assert all("m2.1" in each["attribution_names"] for each in rows["Claims"])
    ids = {each["claim"] for each in rows["Claims"]}
    assert all({each["from"], each["to"]} & ids for each in rows["Links"])
    assert {each["attribution"] for each in rows["Figures"]} <= {"m2.1"}
    assert counted["Log"] > 1
    codebook = json.loads((tmp_path / "tables" / "codebook.json").read_text(encoding="utf-8"))
    assert codebook["sayso"]["asked"] == {"source": "the mayor"}


def test_outlet_and_dates_choose_articles_with_all_that_is_theirs(compared, tmp_path):
    """A filter that every article can pass takes whole articles, those without attributions too."""
    export_sheets(compared, tmp_path / "tables", "jsonl", filters=Filters(outlet="Anvik Times"), who="ada")
    articles = of_jsonl(tmp_path / "tables" / "articles.jsonl")
    assert [(each["article"], each["attributions"]) for each in articles] == [("m4", 0)]


def test_words_choose_articles_and_attributions(filled, tmp_path):
    """An article that has the words goes out, of its attributions those that have them."""
    counted = export_sheets(filled, tmp_path / "tables", "jsonl", words="ministry", who="ada")
    assert (counted["Articles"], counted["Attributions"]) == (2, 2)


def test_rejected_and_corrected_attributions_are_rows(filled, tmp_path):
    """What people rejected is still there and says so; what they corrected is as they put it."""
    filled.decide("a1.1", lambda *_: [review.reject()], who="dora")
    filled.decide("a1.2", lambda one, text: [review.correct(one, text, "certainty", "predicted")], who="dora")
    counted = export_sheets(filled, tmp_path / "tables", "jsonl", who="ada")
    rows = of_jsonl(tmp_path / "tables" / "attributions.jsonl")
    assert [(each["attribution"], each["verdict"], each["certainty"], each["corrected"]) for each in rows[:3]] == [
        ("a1.2", None, "predicted", ["certainty"]),
        ("a1.1", "rejected", "asserted", []),
        ("a2.1", None, "asserted", []),
    ]
    assert counted["Reviews"] == 2
    decided = of_jsonl(tmp_path / "tables" / "reviews.jsonl")
    assert [(each["permalink"], each["kind"], each["value"]) for each in decided] == [
        ("/attribution/a1.1#decision-1", "reject", None), ("/attribution/a1.2#decision-2", "correct", "predicted"),
    ]  # fmt: skip


def test_what_people_keep_is_a_row_though_the_machine_finds_it_no_longer(filled, tmp_path):
    """A statement that somebody accepted goes out after a reading without it, as does its figure."""
    filled.decide("a1.1", lambda *_: [review.accept()], who="dora")
    figures = json.dumps([{"quantity": "killed", "low": 3, "high": 3, "span": [0, 3]}])
    filled.decide("a1.1", lambda one, text: [review.correct(one, text, "figures", figures)], who="dora")
    again = row("a1", statements=[("Ada Byrne", "said", "the quay would reopen in May")],
                outlet="The Inland Post", date="2026-05-12", title="Depot was empty")  # fmt: skip
    add(filled, write_rows(tmp_path / "rows.jsonl", again))
    counted = export_sheets(filled, tmp_path / "tables", "jsonl", who="ada")
    names = [each["attribution"] for each in of_jsonl(tmp_path / "tables" / "attributions.jsonl")]
    assert (names, counted["Figures"]) == (["a1.1", "a1.2", "a2.1", "a2.2"], 1)


def test_export_is_logged(compared, tmp_path):
    """The ledger says who took out what, asked for by which words, and how many rows; and still verifies."""
    counted = export_sheets(compared, tmp_path / "tables", "csv", words="market", who="ada")
    [(what, who)] = compared.connection.execute("SELECT what, who FROM exports").fetchall()
    assert (json.loads(what), who) == ({"form": "csv", "asked": {"words": "market"}, "rows": counted}, "ada")
    compared.verify()


def test_nothing_is_overwritten_or_left_half_done(compared, tmp_path, monkeypatch):
    """A folder with something in it is refused, and what fails leaves nothing behind, and no word in the log."""
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "mine.txt").write_text("mine")
    with pytest.raises(sayso.SaysoError, match="found something there; wanted a new or empty folder"):
        export_sheets(compared, tmp_path / "tables", "csv", who="ada")

    def too_few(gathered):
        yield from list(whole(gathered))[1:]

    whole = sheets.rows
    monkeypatch.setattr(sheets, "rows", too_few)
    for form in ("csv", "xlsx"):
        with pytest.raises(sayso.SaysoError, match=r"found Articles 4,.*wanted Articles 5,.*as the ledger counts"):
            export_sheets(compared, tmp_path / "out", form, who="ada")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("out")]
    assert compared.connection.execute("SELECT count(*) FROM exports").fetchone() == (0,)


def test_an_empty_folder_is_used(compared, tmp_path):
    """A folder that is there and empty is the one that is wanted."""
    (tmp_path / "tables").mkdir()
    export_sheets(compared, tmp_path / "tables", "jsonl", who="ada")
    assert (tmp_path / "tables" / "codebook.json").exists()


@pytest.mark.parametrize(("form", "module", "extra"), [
    ("xlsx", "xlsxwriter", "sheets"), ("parquet", "pyarrow.parquet", "parquet"),
])  # fmt: skip
def test_missing_package_names_the_extra(filled, monkeypatch, form, module, extra):
    """Without the package the error says what to install."""
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(sayso.SaysoError, match=rf"pip install 'sayso\[{extra}\]'"):
        export_sheets(filled, filled.path.with_name("out"), form, who="ada")


# What comes back is the text.


def as_kept(ledger):
    """The texts of a ledger that went out, by article and column."""
    for kept in ledger.articles():
        one, [statement] = kept.article, kept.article.attributions
        article = {name: getattr(one, name) for name in ("text", "outlet", "title", "byline", "dateline")}
        yield one.id, article, {"source_name": statement.source_name, "source_role": statement.source_role,
                                "content": statement.content[0].of(one.text)}  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "xlsx"])
def test_text_is_text_in_every_format(nasty, tmp_path, form):
    """Whatever a text looks like, it comes back as it is in the ledger, to the last character."""
    if form == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    out = tmp_path / "out.xlsx"
    export_sheets(nasty, out, form, who="ada")
    if form == "xlsx":
        pages = openpyxl.load_workbook(out)
        articles, attributions = of_page(pages["Articles"]), of_page(pages["Attributions"])
    else:
        read = {"csv": of_csv, "jsonl": of_jsonl, "parquet": lambda path: parquet.read_table(path).to_pylist()}[form]
        articles, attributions = (read(out / f"{name}.{form}") for name in ("articles", "attributions"))
    by_name = {each["article"]: each for each in attributions}
    found = [
        (each["article"], {name: each[name] for name in ("text", "outlet", "title", "byline", "dateline")},
         {name: by_name[each["article"]][name] for name in ("source_name", "source_role", "content")})
        for each in articles
    ]  # fmt: skip
    assert found == list(as_kept(nasty))
    assert len(found) == len(NASTY)


def test_no_cell_of_a_csv_runs(nasty, tmp_path):
    """No cell begins with what a spreadsheet would run."""
    export_sheets(nasty, tmp_path / "tables", "csv", who="ada")
    for sheet in SHEETS:
        with (tmp_path / "tables" / f"{sheet.stem}.csv").open(encoding="utf-8", newline="") as lines:
            cells = [each for line in csv.reader(lines) for each in line]
        assert not [each for each in cells if re.match(r"[=+\-@＝＋－＠\t\r\n]", each)]


def test_no_cell_of_a_workbook_runs(nasty, tmp_path):
    """There is no formula, no link and no macro in the file, and cells of text are of the format Text."""
    export_sheets(nasty, tmp_path / "out.xlsx", "xlsx", who="ada")
    with zipfile.ZipFile(tmp_path / "out.xlsx") as packed:
        for part in packed.namelist():
            assert not re.search(rb"<f[ >]|<hyperlink|vbaProject|externalLink", packed.read(part)), part
    page = openpyxl.load_workbook(tmp_path / "out.xlsx")["Attributions"]
    shown = cell(page, "n0.1", "source_name")
    assert (shown.data_type, shown.number_format) == ("s", "@")


def test_what_is_too_long_for_a_cell_goes_on(ledger, tmp_path):
    """A text longer than a cell holds is in pieces, none longer than 32,767 UTF-16 units, and nothing is lost."""
    text = "Ada Byrne said the depot was empty. " + "long \U0001f600 " * 20_000
    add(ledger, write_rows(tmp_path / "long.jsonl",
                           row("long", text, [("Ada Byrne", "said", "the depot was empty")])))  # fmt: skip
    export_sheets(ledger, tmp_path / "out.xlsx", "xlsx", who="ada")
    pages = openpyxl.load_workbook(tmp_path / "out.xlsx")
    [article] = of_page(pages["Articles"])
    rest = of_page(pages["Continued"])
    pieces = [article["text"], *(each["words"] for each in rest)]
    assert "".join(pieces) == ledger.article("long").article.text
    assert max(len(each.encode("utf-16-le")) // 2 for each in pieces) <= 32_767
    assert {(each["sheet"], each["permalink"], each["column"]) for each in rest} == {
        ("Articles", "/article/long", "text")
    }


# What a person and other programs find in it.


def test_workbook_is_ready_to_review(book):
    """Headings and names stay in sight, every sheet has filters, and closed vocabularies are lists to choose from."""
    pages = openpyxl.load_workbook(book)
    for sheet in SHEETS:
        page = pages[sheet.name]
        assert (page.freeze_panes, page.auto_filter.ref.split(":")[0]) == ("C2", "A1")
    page = pages["Attributions"]
    lists = {str(each.sqref): each.formula1 for each in page.data_validations.dataValidation}
    letter = cell(page, "d1.1", "certainty").column_letter
    assert lists[f"{letter}2:{letter}9"] == '"asserted,hedged,predicted,demanded,denied,question"'
    reviewed = [column for column in SHEETS[1].columns if column.review]
    assert len(lists) == sum(bool(column.vocabulary) or column.type is Type.BOOLEAN for column in reviewed)


def test_codebook_has_every_column(compared, tmp_path):
    """Each column of each file has a type of Table Schema and a meaning, and closed vocabularies their values."""
    export_sheets(compared, tmp_path / "tables", "csv", who="ada")
    package = json.loads((tmp_path / "tables" / "codebook.json").read_text(encoding="utf-8"))
    for resource, sheet in zip(package["resources"], SHEETS, strict=True):
        with (tmp_path / "tables" / resource["path"]).open(encoding="utf-8", newline="") as lines:
            fields = resource["schema"]["fields"]
            assert [each["name"] for each in fields] == next(csv.reader(lines))
        assert {each["type"] for each in fields} <= {"string", "integer", "number", "boolean", "datetime", "array"}
        assert all(each["description"] for each in fields)
        assert resource["schema"]["primaryKey"] == sheet.key
    stance = next(each for each in package["resources"][1]["schema"]["fields"] if each["name"] == "cue_stance")
    assert stance["constraints"] == {"enum": ["neutral", "endorsing", "distancing", "denying"]}


DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "array": "string",
          "datetime": "string"}  # fmt: skip


def test_pandas_reads_the_csv_with_the_documented_types(nasty, compared, tmp_path):
    """docs/exporting.md: types from the codebook, nothing but an empty cell is missing."""
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    for ledger, name in ((nasty, "nasty"), (compared, "compared")):
        export_sheets(ledger, tmp_path / name, "csv", who="ada")
        package = json.loads((tmp_path / name / "codebook.json").read_text(encoding="utf-8"))
        for resource in package["resources"]:
            fields = {each["name"]: each["type"] for each in resource["schema"]["fields"]}
            table = pandas.read_csv(
                tmp_path / name / resource["path"], dtype={column: DTYPES[kind] for column, kind in fields.items()},
                keep_default_na=False, na_values=[""],
            )  # fmt: skip
            for column, kind in fields.items():
                if kind == "datetime":
                    table[column] = pandas.to_datetime(table[column], utc=True)
                elif kind == "array":
                    table[column] = table[column].dropna().map(lambda cell: json.loads(from_cell(cell)))
            assert len(table) == resource["rows"]
            wanted = of_csv(tmp_path / name / resource["path"])
            texts = [column for column, kind in fields.items() if kind == "string"]
            assert [
                {column: from_cell(value) if isinstance(value, str) else "" for column, value in each.items()}
                for each in table[texts].to_dict("records")
            ] == [{column: each[column] for column in texts} for each in wanted]


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not installed")
def test_r_reads_the_csv_with_the_documented_types(compared, tmp_path):
    """docs/exporting.md: base R, types from the codebook."""
    export_sheets(compared, tmp_path / "tables", "csv", who="ada")
    kinds = {"string": "character", "integer": "integer", "number": "numeric", "boolean": "logical",
             "array": "character", "datetime": "character"}  # fmt: skip
    package = json.loads((tmp_path / "tables" / "codebook.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        classes = ", ".join(f'"{kinds[each["type"]]}"' for each in resource["schema"]["fields"])
        path = tmp_path / "tables" / resource["path"]
        script = f'cat(nrow(read.csv("{path}", na.strings="", encoding="UTF-8", colClasses=c({classes}))))'
        done = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True, check=True)  # noqa: S607
        assert int(done.stdout) == resource["rows"]


@given(st.text(), st.text())
def test_permalinks_keep_names_apart(one, other):
    """Any name makes a path of one segment, in ASCII, that gives it back."""
    path = permalink("attribution", one.encode("utf-8", "ignore").decode())
    assert path.isascii()
    assert path.count("/") == 2
    assert unquote(path.rpartition("/")[2]) == one.encode("utf-8", "ignore").decode()
    name = other.encode("utf-8", "ignore").decode()
    assert (permalink("attribution", name) == path) is (name == unquote(path.rpartition("/")[2]))


def test_csv_is_written_row_by_row(tmp_path):
    """Text in UTF-8 without a mark, rows as in RFC 4180, flags as true and false."""
    with folder.open_tables(tmp_path, SHEETS[5:6], "csv") as tables:
        values = {"decision": 7, "uid": "u", "undone": False, "value": "=1", "who": "ada"}
        tables["Reviews"].write({**dict.fromkeys(SHEETS[5].names), **values})
    content = (tmp_path / "reviews.csv").read_bytes()
    assert content == (
        b"permalink,decision,uid,attribution,article,kind,field,value,words,other,undoes,undone,who,decided_at\r\n"
        b",7,u,,,,,'=1,,,,false,ada,\r\n"
    )
