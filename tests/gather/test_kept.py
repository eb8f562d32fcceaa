"""An original can be kept, and read again from its bytes alone."""

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Refused
from sayso.gather import Document, Form, Original, article_of, document_again, documents, original_of
from sayso.gather.document import Kind

TEXT = "“We saw nothing,” said Ada Byrne of the harbour office on Monday."


def read(path, **columns):
    """Each document of a file."""
    return list(documents([str(path)], columns=columns))


def again(document):
    """The document that can be made from its original alone."""
    return document_again(original_of(document), document.where, document.path, limit=1_000)


def lines_forgotten(document):
    """The document without the number of the line on which it stood, which its bytes do not say."""
    return dataclasses.replace(document, record=document.record and dataclasses.replace(document.record, line=0))


def test_original_of_a_row_is_its_record(tmp_path):
    """Of a row of a .jsonl exactly its line is kept, line end included; of a .csv the record, and its header beside."""
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "One."}\r\n{"text":  "Two."}')
    (tmp_path / "b.csv").write_bytes(b'id;text\r\n1;"Two\r\nlines."\r\n2;Three.\r\n')
    kept = [original_of(document) for name in ("a.jsonl", "b.csv") for document in read(tmp_path / name)]
    assert kept == [
        Original(b'{"text": "One."}\r\n', Form.JSONL, encoding="utf-8"),
        Original(b'{"text":  "Two."}', Form.JSONL, encoding="utf-8"),
        Original(b'1;"Two\r\nlines."\r\n', Form.CSV, b"id;text\r\n", "utf-8"),
        Original(b"2;Three.\r\n", Form.CSV, b"id;text\r\n", "utf-8"),
    ]


def test_original_of_a_text_or_page_is_its_file(tmp_path):
    """Of a text or page the whole file is kept, byte-order mark and all."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfNo.\r\n")
    (tmp_path / "b.html").write_bytes(b"<p>No.</p>")
    kept = [original_of(document) for name in ("a.txt", "b.html") for document in read(tmp_path / name)]
    assert kept == [Original(b"\xef\xbb\xbfNo.\r\n", Form.TEXT), Original(b"<p>No.</p>", Form.HTML)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["rows.jsonl", "rows.csv"])
def test_record_keeps_the_encoding_of_its_table(tmp_path, name, encoding):
    """A record's bytes are in the table's own encoding, and are read from it again."""
    rows = {"rows.jsonl": json.dumps({"title": "At the café", "text": TEXT}, ensure_ascii=False) + "\n"}
    rows["rows.csv"] = f"title,text\nAt the café,{TEXT.replace(',', ';')}\n"
    (tmp_path / name).write_bytes(rows[name].encode(encoding))
    [document] = read(tmp_path / name)
    bare = (
        "utf-8" if encoding == "utf-8-sig" else encoding + ("-le" if encoding.startswith(("utf-16", "utf-32")) else "")
    )
    assert original_of(document).content.decode(bare) == rows[name].splitlines(keepends=True)[-1]
    assert lines_forgotten(again(document)) == lines_forgotten(document)
    assert article_of(again(document), limit=1_000) == article_of(document, limit=1_000)


def test_columns_named_by_the_user_are_kept(tmp_path):
    """A table whose columns were named is read again with the same names."""
    (tmp_path / "a.csv").write_text("body,paper\nNo.,The Inland Post\n", encoding="utf-8")
    [document] = read(tmp_path / "a.csv", text="body", outlet="paper")
    assert article_of(again(document), limit=100).outlet == "The Inland Post"


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_every_row_is_read_again_as_it_was(tmp_path_factory, texts):
    """Whatever a table holds, each record alone gives the document that the table gave."""
    folder = tmp_path_factory.mktemp("rows")
    (folder / "a.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    rows = read(folder / "a.jsonl")
    assert [lines_forgotten(again(row)) for row in rows] == [lines_forgotten(row) for row in rows]


def test_changed_record_is_refused():
    """A kept record that is no row any more is refused, not taken for another."""
    with pytest.raises(Refused, match=r"record 5, line 1: found broken JSON"):
        document_again(Original(b'{"text"', Form.JSONL, encoding="utf-8"), "record 5", None, limit=100)


def test_row_of_no_table_has_no_original():
    """A text given in a notebook came in no bytes, and there is nothing to keep."""
    with pytest.raises(ValueError, match="no bytes to keep"):
        original_of(Document("the text given", Kind.ROW, {"text": "No."}))
