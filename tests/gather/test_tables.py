"""Rows of .jsonl and .csv become articles, and what Sayso printed is read as it stands."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.article import Article, Credit, Span
from sayso.attribution import Act, Attribution, Quotation
from sayso.errors import Refused
from sayso.gather import article_of, documents
from sayso.gather.dates import iso_date

TEXT = "“We saw nothing,” said Ada Byrne of the harbour office on Monday."


def articles(tmp_path, name, content, **columns):
    """Each article, or what its refusal says after the file's name."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    out = []
    for document in documents([str(path)], columns=columns):
        try:
            out.append(document if isinstance(document, Refused) else article_of(document, limit=1_000))
        except Refused as refused:
            out.append(refused)
    return [str(o).removeprefix(str(path)).lstrip(", :") if isinstance(o, Refused) else o for o in out]


def article(tmp_path, **row):
    """The article of one .jsonl row."""
    [only] = articles(tmp_path, "one.jsonl", json.dumps(row))
    return only


def test_row_is_a_whole_article(tmp_path):
    """All columns of a row arrive, without space around them, each with where it came from."""
    row = {
        "id": 17,
        "outlet": " The Inland Post ",
        "date": "12 May 2026",
        "title": "We saw nothing",
        "text": TEXT,
        "byline": "",
        "url": "https://inlandpost.example/1",
        "credit": "Meridian Wire",
        "language": "en-GB",
        "words": 11,
    }
    names = ["id", "text", "outlet", "date", "title", "byline", "credit", "language", "url"]
    assert article(tmp_path, **row) == Article(
        id="17",
        text=TEXT,
        path=str(tmp_path / "one.jsonl"),
        url="https://inlandpost.example/1",
        outlet="The Inland Post",
        date="2026-05-12",
        date_raw="12 May 2026",
        title="We saw nothing",
        title_span=Span(1, 15),
        credit=Credit("Meridian Wire"),
        language="en",
        found_in={**{name: f"column {name}" for name in names}, "encoding": "utf-8"},
    )


def test_headline_in_the_text_is_found(tmp_path):
    """A title that stands in the first 300 characters of the text has its span; one further down has none."""
    text = f"Bridge closed.\n\n{TEXT}"
    assert article(tmp_path, title="Bridge closed", text=text).title_span == Span(0, 13)
    assert article(tmp_path, title="Bridge closed", text=f"{'x' * 301} {text}").title_span is None


def test_broken_rows_are_refused_with_their_line(tmp_path):
    """Each bad line is one refusal, and the good ones around it are read."""
    lines = ['{"text": "One."}', "", "{oops", "[1]", '{"title": "x"}', '{"text": 5}', '{"text": " "}']
    lines += ['{"text": "\\ud83d"}', "[" * 100_000, '{"text": "Two."}']
    fill = "fill it, or name its column with --columns text=NAME"
    found = articles(tmp_path, "rows.jsonl", "\n".join(lines))
    assert [f.text if isinstance(f, Article) else f for f in found] == [
        "One.",
        "line 3: found broken JSON (Expecting property name enclosed in double quotes at character 2);"
        " wanted one JSON object; mend the line",
        "line 4: found JSON that is no object (list); wanted one JSON object; mend the line",
        f"line 5: found no text; wanted a text in each row; {fill}",
        f"line 6: found a text that is a number; wanted a text in each row; {fill}",
        "line 7: found an empty text; wanted a text in each row; fill it, or leave the row out",
        "line 8: found half of a surrogate pair; wanted whole Unicode characters; write the row again from its source",
        "line 9: found broken JSON (nested too deep); wanted one JSON object; mend the line",
        "Two.",
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_delimiter_is_told_by_the_header(tmp_path, delimiter):
    """Comma, semicolon and tab separate; quoted fields may hold all of them, and line ends."""
    field = 'One, two; three\t"four"\r\nfive.'
    quoted = '"' + field.replace('"', '""') + '"'
    content = f"ID{delimiter}Text\r\n7{delimiter}{quoted}\r\n"
    assert [(a.id, a.text) for a in articles(tmp_path, "rows.csv", content)] == [("7", field)]


def test_columns_are_named_by_the_user(tmp_path):
    """``columns`` says which column holds what; other columns of our names still count."""
    [read] = articles(
        tmp_path, "rows.csv", f'unit,article_content,outlet\n3,"{TEXT}",Plover\n', text="article_content", id="unit"
    )
    assert (read.id, read.text, read.outlet) == ("3", TEXT, "Plover")
    assert read.found_in["text"] == "column article_content"


def test_csv_without_text_column_is_refused(tmp_path):
    """The refusal names the columns that are there, and how to say which one holds the text."""
    assert articles(tmp_path, "rows.csv", "id,headline,bo\x1bdy\n1,a,b\n") == [
        r"found the columns id, headline, bo\x1bdy; wanted one named text; say which one holds it: --columns text=NAME"
    ]


def test_csv_without_line_ends_is_refused(tmp_path):
    """A table whose lines end as on old Macs has no header that could be read."""
    assert articles(tmp_path, "rows.csv", "id,text\r1,One.\r") == [
        "found no header; wanted one named text; say which one holds it: --columns text=NAME"
    ]


def test_broken_csv_records_are_refused(tmp_path):
    """A record of another length and one with stray quotation marks are refused, the others are read."""
    content = 'id,text\n1,One.\n2,Two,three.\n3\n\n4,"a"b"\n5,Five.\n6,"open\nand open\n'
    found = articles(tmp_path, "rows.csv", content)
    assert [f.text if isinstance(f, Article) else f for f in found] == [
        "One.",
        "line 3: found 3 fields; wanted 2, as in the header; put fields that hold the delimiter in quotation marks",
        "line 4: found 1 field; wanted 2, as in the header; put fields that hold the delimiter in quotation marks",
        "line 6: found a quotation mark inside a field; wanted fields between delimiters;"
        " write quotation marks inside a quoted field twice",
        "Five.",
        "line 8 to 9: found a quotation mark that nothing closes; wanted fields whose quotation marks match; close it",
    ]


def test_each_line_of_a_csv_has_its_encoding(tmp_path):
    """A table in Windows-1252, or partly in it, comes out right and says so row by row."""
    content = b"text\nplain\ncaf\xe9 \x93x\x94\n" + "Zoë\n".encode()
    assert [(a.text, a.found_in["encoding"]) for a in articles(tmp_path, "rows.csv", content)] == [
        ("plain", "utf-8"),
        ("café “x”", "windows-1252, detected"),
        ("Zoë", "utf-8"),
    ]


def test_utf_16_table_is_read(tmp_path):
    """A spreadsheet's Unicode text, UTF-16 with tabs, is read line by line like any other."""
    [read] = articles(tmp_path, "rows.csv", "id\ttext\r\n1\tZoë said no.\r\n".encode("utf-16"))
    assert (read.text, read.found_in["encoding"]) == ("Zoë said no.", "utf-16-le, byte-order mark")


def test_id_does_not_depend_on_the_form(tmp_path):
    """A row without an id gets the same one from a .csv and a .jsonl."""
    [from_csv] = articles(tmp_path, "a.csv", "title,text\nBridge,Closed.\n")
    assert from_csv.id == article(tmp_path, text="Closed.", title="Bridge").id
    assert len(from_csv.id) == 12


PRINTED = {
    "id": "a1",
    "source": [[23, 32]],
    "cue": [[18, 22]],
    "content": [[1, 16]],
    "score": 0.93,
    "in_title": False,
    "act": "fact",
    "quotation": "direct",
}
PARSED = Attribution("a1", (Span(23, 32),), (Span(18, 22),), (Span(1, 16),), 0.93, False, Quotation.DIRECT, Act.FACT)


def test_printed_article_is_read_as_it_stands(tmp_path):
    """What Sayso printed comes back whole: attributions, credit, headline, path and where each was found."""
    read = article(
        tmp_path,
        id="x",
        path="old/bridge.txt",
        text=TEXT,
        language="en",
        title="We saw nothing",
        title_span=[1, 15],
        credit={"name": "Ada Byrne", "span": [23, 32]},
        extractor="trafilatura 2.3.1",
        found_in={"title": "first line"},
        attributions=[PRINTED],
    )
    assert read == Article(
        id="x",
        text=TEXT,
        path="old/bridge.txt",
        title="We saw nothing",
        title_span=Span(1, 15),
        credit=Credit("Ada Byrne", Span(23, 32)),
        language="en",
        extractor="trafilatura 2.3.1",
        found_in={"title": "first line"},
        attributions=(PARSED,),
    )


def test_attribution_of_a_person_needs_only_spans(tmp_path):
    """What other programs leave out is worked out: id, quotation, whether it lies in the headline; no score, no act."""
    parts = {role: PRINTED[role] for role in ("source", "cue", "content")}
    read = article(tmp_path, id="x", text=TEXT, title=TEXT, attributions=[parts])
    assert read.attributions == (
        Attribution("x.1", PARSED.source, PARSED.cue, PARSED.content, None, True, Quotation.DIRECT),
    )
    assert article(tmp_path, text=TEXT, attributions=[]).attributions == ()
    assert article(tmp_path, text=TEXT).attributions is None


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"content": [[1, 500]]}, "a span from 1 to 500 in a text of 65 characters"),
        ({"content": [[5, 5]]}, "a span from 5 to 5 in a text of 65 characters"),
        ({"content": [[-1, 5]]}, "a span from -1 to 5 in a text of 65 characters"),
        ({"content": [[1, True]]}, "a span that is not two whole numbers"),
        ({"cue": "said"}, "a part of an attribution that is words"),
        ({"score": 7}, "an attribution with a score that is no probability"),
        ({"quotation": "loud"}, "an unknown quotation"),
        ({"act": "says"}, "an unknown act"),
        ({"act": ["fact"]}, "an unknown act"),
        ({"source_kind": "king"}, "an unknown source_kind"),
        ({"named": "yes"}, "named that is words"),
        ({"evidence": "video"}, "evidence that are no list of objects"),
        ({"evidence": [{"kind": "rumour", "span": [0, 1]}]}, "an unknown kind"),
        ({"evidence": [{"span": [0, 1]}]}, "no kind"),
        ({"via_chain": [{"span": [0, 1]}]}, "an intermediary without a name"),
        ({"figures": [{"quantity": "killed", "span": [0, 1], "low": "3"}]}, "a figure whose low is no count"),
        ({"figures": [{"quantity": "killed", "span": [0, 1], "low": 3, "high": 2}]}, "a figure from 3 to 2"),
        ({"because": {"via": [3]}}, "a span that is not two whole numbers"),
    ],
)
def test_attribution_that_does_not_fit_is_refused(tmp_path, change, found):
    """A span outside the text, or a value of another form, refuses the row: a quote must never move."""
    refusal = article(tmp_path, text=TEXT, attributions=[PRINTED | change])
    assert refusal.startswith(f"line 1: found {found}; wanted ")


@pytest.mark.parametrize("name", ["rows.csv", "rows.jsonl"])
@given(data=st.binary(max_size=200))
@settings(max_examples=40, deadline=None)
def test_any_table_is_read_or_refused(tmp_path_factory, name, data):
    """Any bytes after a good beginning are rows or refusals, and the good row is read."""
    start = {"rows.csv": b"text,id\nFirst.,1\n", "rows.jsonl": b'{"text": "First."}\n'}[name]
    first, *_ = articles(tmp_path_factory.mktemp("r"), name, start + data)
    assert "binary data" in first if isinstance(first, str) else first.text == "First."


@given(texts=st.lists(st.text(min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_rows_round_trip(tmp_path_factory, texts):
    """Any text comes back unchanged from a .jsonl row."""
    lines = "\n".join(json.dumps({"text": text}) for text in texts)
    assert [a.text for a in articles(tmp_path_factory.mktemp("r"), "rows.jsonl", lines)] == texts


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("2026-05-12", "2026-05-12"),
        ("2026-05", "2026-05"),
        ("2026", "2026"),
        ("2026-05-12T23:30:00+02:00", "2026-05-12"),
        ("2026-05-12 23:30", "2026-05-12"),
        ("20260512", "2026-05-12"),
        ("19 Apr 2017", "2017-04-19"),
        ("Wed, 05 Apr 2017 12:00:00 GMT", "2017-04-05"),
        ("April 19th, 2017", "2017-04-19"),
        ("Sept. 3, 2016, 5:30 p.m.", "2016-09-03"),
        ("April 2017", "2017-04"),
        ("19/04/2017", "2017-04-19"),
        ("4/19/17", "2017-04-19"),
        ("5/5/16", "2016-05-05"),
        ("7/5/16", None),
        ("31/31/2016", None),
        ("2026-02-30", None),
        ("last Tuesday", None),
        ("", None),
    ],
)
def test_date_is_iso_only_where_it_is_one_day(raw, date):
    """Dates keep their precision; what could be two days, or is none, has no ISO date."""
    assert iso_date(raw) == date
