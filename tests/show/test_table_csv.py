"""CSV for spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Act, Article, Attribution, Quotation, Span
from sayso.show import write_csv
from sayso.show.table_csv import COLUMNS, from_cell

KNOWN = COLUMNS[COLUMNS.index("source_name") : COLUMNS.index("act")]


def written(*articles: Article) -> str:
    """The file."""
    out = io.StringIO(newline="")
    write_csv(articles, out)
    return out.getvalue()


def rows(*articles: Article) -> list[dict[str, str]]:
    """The file as another program reads it."""
    return list(csv.DictReader(io.StringIO(written(*articles), newline="")))


def test_one_row_an_attribution(harbour, french, quiet):
    """Each attribution is a row with the words and their offsets; an article without any has no row."""
    first, second, third = rows(harbour, french, quiet)
    assert first == {
        "article": "harbour",
        "outlet": "Inland Post",
        "date": "2026-03-09",
        "title": "Harbour closed after blast",
        "attribution": "harbour.1",
        "source": "The harbour office",
        "cue": "said",
        "content": "that the east pier was closed",
        **dict.fromkeys(KNOWN, ""),
        "act": "assertion",
        "quotation": "indirect",
        "score": "0.9700",
        "sure": "yes",
        "in_title": "no",
        "source_offsets": "[[28, 46]]",
        "cue_offsets": "[[47, 51]]",
        "content_offsets": "[[62, 91]]",
        "path": "news/harbour.html",
        "url": "https://inlandpost.example/harbour",
        "genre": "press_release",
        "modified": "2026-03-10",
        "correction": "Correction: The pier was the east one.",
    }
    assert (second["source"], second["source_offsets"], second["score"], second["sure"]) == ("", "[]", "0.6150", "no")
    assert (third["content"], third["content_offsets"]) == ("“We heard it,” … “and ran.”", "[[137, 151], [162, 172]]")
    assert (third["score"], third["sure"], third["act"]) == ("", "yes", "")


def test_what_is_known_of_a_statement(toll):
    """Each field has a column; evidence and figures are written in words."""
    [row] = rows(toll)
    assert {column: row[column] for column in KNOWN} == {
        "source_name": "Ada Byrne",
        "source_key": "ada byrne",
        "source_role": "minister",
        "source_affiliation": "Ministry of Works",
        "source_kind": "official",
        "named": "yes",
        "via": "Meridian Wire",
        "addressee": "reporters",
        "certainty": "hedged",
        "cue_stance": "distancing",
        "evidence": "video, not shown here",
        "figures": "at least 22 killed (people; 2026-03-09; Corrin)",
    }


def test_only_some_acts(four_acts):
    """Rows of other acts are left out."""
    out = io.StringIO(newline="")
    write_csv([four_acts], out, acts=[Act.EVENTUALITY])
    [row] = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert (row["source"], row["act"]) == ("Dov", "eventuality")


def test_no_article():
    """Without articles there is still the line of column names, ended as RFC 4180 wants it."""
    assert written() == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    ("outlet", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'Tis", "'Tis"),
        ("Post = Press", "Post = Press"),
    ],
)
def test_formulas_are_text(attributed, outlet, cell):
    """A cell that a spreadsheet would run gets an apostrophe in front and reads back as it was; others do not."""
    article = attributed("Ada said no.", ("Ada", "said", "no", 0.95, "indirect"), outlet=outlet)
    found = rows(article)[0]["outlet"]
    assert (found, from_cell(found)) == (cell, outlet)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_read_back(text):
    """Whatever the words, quotes and line ends too, they read back unchanged."""
    said = Attribution("1", (), (), (Span(0, len(text)),), 0.5, in_title=False, quotation=Quotation.DIRECT)
    assert from_cell(rows(Article("a", text, attributions=(said,)))[0]["content"]) == text


def test_lone_surrogates(attributed):
    """What no UTF-8 file can hold is written as the replacement character."""
    article = attributed("Ada \udc80 said no.", ("Ada \udc80", "said", "no", 0.95, "indirect"))
    assert rows(article)[0]["source"] == "Ada \ufffd"
