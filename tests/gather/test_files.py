"""Files, folders and standard input become documents, in order; what cannot be read becomes a refusal in its place."""

import gzip
import hashlib
import io
import json
import os
import pickle
import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import Refused
from sayso.gather import Document, article_of, documents
from sayso.gather.document import Kind
from sayso.gather.files import WANTED as FILES
from sayso.gather.streams import lines_of
from sayso.printable import printable

BODY = "The bridge at Port Ada stays closed until the autumn, the mayor said on Monday."
CUT = "found a gzip file that is cut off; wanted a whole one; copy or download it again"


def write(folder, name, content):
    """The path of a new file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def read(*paths, limit=1_000_000, **options):
    """The text of each article, or what its refusal says after the input's name."""
    out = []
    for document in documents(paths, limit=limit, **options):
        try:
            out.append(document if isinstance(document, Refused) else article_of(document, limit=limit).text)
        except Refused as refused:
            out.append(refused)
    return [str(o).removeprefix(f"{o.args[0]}: ") if isinstance(o, Refused) else o for o in out]


def test_inputs_mix_in_order(tmp_path):
    """Texts, tables and packed files come out in the order in which they were given, an unreadable one in its place."""
    paths = [
        write(tmp_path, "b.txt", "B."),
        write(tmp_path, "rows.jsonl", '{"text": "R1."}\n{"text": "R2."}\n'),
        write(tmp_path, "empty.txt", ""),
        write(tmp_path, "a.txt.gz", gzip.compress(b"A.")),
        write(tmp_path, "rows.csv.gz", gzip.compress(b"text\nC1.\n")),
    ]
    refusal = "found an empty file; wanted an article; check that this is the right file"
    assert read(*paths) == ["B.", "R1.", "R2.", refusal, "A.", "C1."]


def test_document_is_what_a_worker_needs(tmp_path):
    """A document is a plain value that survives the way to a worker process."""
    path = write(tmp_path, "bridge.txt", BODY)
    document = Document(path, Kind.TEXT, BODY.encode(), path)
    assert list(documents([path])) == [document]
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301


def test_folder_is_walked_by_name(tmp_path):
    """A folder gives its files of known suffixes and those below it, by name; hidden and other files are left out."""
    for name in ("b.txt", "a/2.TXT", "a/1.txt", "c.HTM", ".hidden.txt", ".git/x.txt", "photo.png"):
        write(tmp_path, name, BODY)
    found = [document.path for document in documents([str(tmp_path)])]
    assert [path.removeprefix(str(tmp_path)).replace("\\", "/") for path in found] == [
        "/a/1.txt",
        "/a/2.TXT",
        "/b.txt",
        "/c.HTM",
    ]


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("empty.txt", "", "found an empty file; wanted an article; check that this is the right file"),
        ("blank.txt", " \r\n", "found nothing but white space; wanted an article; check that this is the right file"),
        ("empty.jsonl", "", "found an empty file; wanted an article; check that this is the right file"),
        ("header.csv", "id,text\n", "found no row; wanted a row for each article; check that this is the right file"),
        ("news.odt", "x", f"found a name that ends in .odt; wanted {FILES}; save it as one of these, or rename it"),
        ("news", "x", f"found a name without a suffix; wanted {FILES}; save it as one of these, or rename it"),
        ("scan.csv", b"%PDF-1.7", "found a PDF document; wanted text; save its text as .txt in UTF-8"),
        ("cut.txt.gz", gzip.compress(BODY.encode())[:-9], CUT),
        ("not.txt.gz", BODY, "found data that are not gzip, or damaged; wanted a gzip file; copy or download it again"),
    ],
)  # fmt: skip
def test_unreadable_file_is_refused_in_one_line(tmp_path, name, content, refusal):
    """What was found, what was wanted, what to do."""
    assert read(write(tmp_path, name, content)) == [refusal]


def test_missing_file_and_folder_without_articles(tmp_path):
    """A name that is not there and a folder with nothing to read are refused, each with what to do."""
    write(tmp_path, "none/photo.png", "x")
    assert read(str(tmp_path / "gone.txt"), str(tmp_path / "none")) == [
        f"found no such file or folder; wanted {FILES}; check the name",
        f"found a folder without articles; wanted {FILES}; name another folder, or files",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need POSIX")
def test_links_and_pipes_are_never_skipped_in_silence(tmp_path):
    """A folder's link to a folder, a link to nothing and a pipe are each refused by name; the files are read."""
    write(tmp_path, "a.txt", BODY)
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    assert read(str(tmp_path)) == [
        "found a link to a folder; wanted a folder itself; name the folder that it leads to as well",
        BODY,
        f"found no such file or folder; wanted {FILES}; check the name",
        "found a pipe or device; wanted a file; send its content to standard input and name -",
    ]


def test_gzip_of_several_members_is_whole(tmp_path):
    """Packed files that were put behind each other, and padded, are read to the end."""
    packed = gzip.compress(b"The bridge ") + gzip.compress(b"is closed.") + b"\0" * 512
    assert read(write(tmp_path, "two.txt.gz", packed)) == ["The bridge is closed."]


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.html.gz", "bomb.jsonl.gz"])
def test_gzip_bomb_is_refused(tmp_path, name):
    """A small file that unpacks to much more than any text does is refused before it is all unpacked."""
    [refusal] = read(write(tmp_path, name, gzip.compress(b"a" * 70_000_000)))
    found, _, rest = refusal.partition("; ")
    assert re.fullmatch(r"found a gzip bomb \([\d,]+ bytes that unpack to [\d,]+ and more\)", found)
    assert int(re.findall(r"[\d,]+ and", found)[0][:-4].replace(",", "")) < 65_000_000
    assert rest == "wanted at most 200 bytes from each packed one; if you trust it, unpack it first with gunzip"


def test_repeated_text_is_no_bomb(tmp_path):
    """An article that repeats itself packs as well as a bomb, but stays within the limit."""
    text = "Closed. " * 100_000
    assert read(write(tmp_path, "long.txt.gz", gzip.compress(text.encode()))) == [text]


def test_rows_before_a_cut_are_read(tmp_path):
    """Of a packed table that is cut off, the whole rows come out, then what is wrong."""
    texts = [hashlib.sha256(bytes([n])).hexdigest() for n in range(200)]
    rows = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    *found, refusal = read(write(tmp_path, "cut.jsonl.gz", gzip.compress(rows.encode())[:4_000]))
    assert len(found) > 50
    assert found == texts[: len(found)]
    assert refusal == CUT


def test_too_long_a_text_is_not_loaded(tmp_path):
    """A file that must hold more characters than the limit, whatever its encoding, is refused unread."""
    path = write(tmp_path, "long.txt", "a" * 500)
    assert read(path, limit=100) == [
        "found an article of more than 100 characters; wanted at most 100; raise --limit to read it"
    ]


def test_900_000_characters_are_read(tmp_path):
    """A long article is read like any other."""
    text = "é" * 900_000
    assert read(write(tmp_path, "long.txt", text)) == [text]


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (BODY, [Kind.TEXT]),
        ('{"text": "One."}\n\n{"text": "Two."}\n', [Kind.ROW, Kind.ROW]),
        ('\n{"text": "One."}', [Kind.ROW]),
        (f"<!DOCTYPE html>\n<p>{BODY}", [Kind.HTML]),
        (f"<!-- x --> <html><p>{BODY}", [Kind.HTML]),
        ("{curly} words", [Kind.TEXT]),
        ("<i>an aside</i>", [Kind.TEXT]),
    ],
)
def test_standard_input_is_told_by_its_beginning(content, kinds):
    """``-`` is a page, JSON Lines or a text."""
    for data in (content.encode(), content.encode("utf-16")):
        assert [document.kind for document in documents(["-"], stdin=io.BytesIO(data))] == kinds


def test_hostile_names_stay_on_one_line(tmp_path):
    """Controls and bidi marks in a file's name are shown, not obeyed."""
    [refused] = documents([str(tmp_path / "evil\x1b[2J\u202etxt.\nexe")])
    assert r"evil\x1b[2J\u202etxt.\x0aexe" in str(refused)
    assert "\x1b" not in str(refused)


@given(text=st.text())
@settings(max_examples=50, deadline=None)
def test_printable_draws_every_character(text):
    """No control, bidi or zero-width character gets through, and plain words stay as they are."""
    assert "\n" not in printable(text)
    assert all(c.isprintable() or c.isspace() for c in printable(text))
    assert printable("Zoë — “ok”") == "Zoë — “ok”"


def test_unknown_column_is_misuse():
    """A name that Sayso has no column for is the caller's mistake, told at once."""
    with pytest.raises(ValueError, match="there is no column txt"):
        documents([], columns={"txt": "body"})


@given(lines=st.lists(st.binary(max_size=12).map(lambda b: b.replace(b"\n", b"")), max_size=6), size=st.integers(1, 9))
@settings(max_examples=50, deadline=None)
def test_lines_are_found_across_pieces(lines, size):
    """Lines are the same however the file was cut into pieces, and one past the room is left out."""
    data = b"\n".join(lines)
    pieces = [data[i : i + size] for i in range(0, len(data), size)]
    expected = data.splitlines(keepends=True) if b"\r" not in data else None
    if expected is not None and not any(c in data for c in b"\x0b\x0c\x1c\x1d\x1e\x85"):
        assert list(lines_of(pieces, 8)) == [None if len(e.rstrip(b"\n")) > 8 else e for e in expected]
    assert b"".join(lines_of(pieces, 100)) == data
