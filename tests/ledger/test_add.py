"""Adding keeps what came, byte for byte, once; other bytes at the same place are a version beside the old one."""

import hashlib
import sqlite3
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.article import Span
from sayso.errors import Refused
from sayso.gather import document_again
from sayso.ledger import Added, Outcome, new_ledger, open_ledger, originals
from tests.ledger.conftest import DEPOT, QUAY, TEXT, add, count, row, write_rows

STORY = "Depot was empty, ministry says\n\nThe depot had been empty for weeks, the ministry said on Tuesday.\n"


def test_article_comes_back_as_it_was_read(ledger, tmp_path):
    """What the ledger gives is what reading gave: text, fields, spans, evidence, figures and reasons."""
    path = tmp_path / "story.txt"
    text = "At least 22 people were killed in Corrin, a doctor told Meridian Wire, citing video that was not shown.\n"
    path.write_text(text, encoding="utf-8")
    [read] = sayso.read(path)
    add(ledger, path)
    [kept] = ledger.articles()
    assert kept.article == read
    assert kept.sha256 == originals.get(ledger.connection, 1).sha256


def test_original_is_kept_byte_for_byte(ledger, tmp_path):
    """The bytes that came are the bytes that are kept, with their digest, and can be read again."""
    path = tmp_path / "story.txt"
    path.write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    add(ledger, path)
    original = originals.get(ledger.connection, 1)
    [kept] = ledger.articles()
    assert original.content == path.read_bytes()
    assert document_again(original, "story", str(path), limit=1_000).payload == path.read_bytes()
    assert kept.article.text == STORY.replace("\n", "\r\n")


def test_text_says_who_took_it_from_the_original(ledger):
    """The text of a page is an object of its own, with extractor, version and digest; the page is kept whole beside."""
    page = Path(sayso.__file__).parent / "sample" / "02-inland-post.html"
    add(ledger, page)
    extractor, version, digest = ledger.connection.execute("SELECT extractor, version, sha256 FROM texts").fetchone()
    [kept] = ledger.articles()
    assert kept.article.extractor == f"{extractor} {version}"
    assert digest == hashlib.sha256(kept.article.text.encode()).hexdigest()
    assert kept.sha256 == hashlib.sha256(page.read_bytes()).hexdigest()


def test_original_of_a_row_is_its_line(ledger, tmp_path):
    """Of a row of a .jsonl exactly its line is kept."""
    path = write_rows(tmp_path / "rows.jsonl", row("a1"), row("a2", title="Second"))
    add(ledger, path)
    kept = [originals.get(ledger.connection, key).content for key in (1, 2)]
    assert b"".join(kept) == (tmp_path / "rows.jsonl").read_bytes()


def test_same_original_twice_changes_nothing(ledger, tmp_path):
    """Adding again what is there leaves every table, and so the file's content, as it was."""
    path = write_rows(tmp_path / "rows.jsonl", row("a1"), row("a2", title="Second"))
    add(ledger, path)
    before = list(ledger.connection.iterdump())
    assert [each.outcome for each in add(ledger, path, path)] == [Outcome.UNCHANGED] * 4
    assert list(ledger.connection.iterdump()) == before


def test_same_row_twice_in_one_run_is_one_article(ledger, tmp_path):
    """A table that holds one record twice gives one article."""
    assert [each.outcome for each in add(ledger, write_rows(tmp_path / "a.jsonl", row("a1"), row("a1")))] == [
        Outcome.NEW,
        Outcome.UNCHANGED,
    ]


def test_same_text_of_another_outlet_is_another_article(ledger, tmp_path):
    """Two outlets that print one text are two articles, whatever ids they bring."""
    rows = row("a1", outlet="The Inland Post"), row("a1", outlet="Corrin Standard")
    added = add(ledger, write_rows(tmp_path / "rows.jsonl", *rows))
    assert [(each.article, each.outcome) for each in added] == [("a1", Outcome.NEW), ("a1~2", Outcome.NEW)]
    assert [kept.article.attributions[0].id for kept in ledger.articles()] == ["a1.1", "a1~2.1"]


def test_same_bytes_elsewhere_are_one_more_arrival(ledger, tmp_path):
    """A copied file is the same article; that it also came from there is written down."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    added = add(ledger, tmp_path / "a.txt", tmp_path / "b.txt")
    paths = [path for (path,) in ledger.connection.execute("SELECT path FROM arrivals ORDER BY id")]
    assert [each.outcome for each in added] == [Outcome.NEW, Outcome.UNCHANGED]
    assert paths == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


@pytest.mark.parametrize(("first", "second"), [({}, {}), ({"url": "https://inlandpost.example/1"},) * 2])
def test_changed_article_is_a_new_version(ledger, tmp_path, first, second):
    """Other bytes under the same path and id, or the same URL, are a version, and it is said what changed."""
    add(ledger, write_rows(tmp_path / "rows.jsonl", row("a1", **first)))
    changed = TEXT.replace("claimed", "said")
    [added] = add(
        ledger, write_rows(tmp_path / "rows.jsonl", row("a1", changed, [("the ministry", "said", DEPOT[2])], **second))
    )
    assert (added.article, added.outcome, added.version) == ("a1", Outcome.NEW_VERSION, 2)
    assert list(map(str, added.changes)) == [
        "cue: “claimed” became “said”",
        "attribution removed: Ada Byrne | said | the quay would reopen in May",
    ]
    assert [version.number for version in ledger.versions("a1")] == [1, 2]
    assert ledger.article("a1").article.text == changed


def test_url_tells_a_changed_page_wherever_it_was_saved(ledger, tmp_path):
    """The same URL saved to another file is the same page."""
    url = "https://inlandpost.example/1"
    add(ledger, write_rows(tmp_path / "monday.jsonl", row("a1", url=url)))
    [added] = add(ledger, write_rows(tmp_path / "tuesday.jsonl", row("a1", TEXT + " Rain fell.", url=url)))
    assert (added.article, added.version) == ("a1", 2)


def test_other_url_at_the_same_path_is_another_article(ledger, tmp_path):
    """A file that was written over with another page is no version of the first."""
    add(ledger, write_rows(tmp_path / "page.jsonl", row("a1", url="https://inlandpost.example/1")))
    [added] = add(
        ledger, write_rows(tmp_path / "page.jsonl", row("a1", TEXT + " Rain.", url="https://inlandpost.example/2"))
    )
    assert added == Added("a1~2", Outcome.NEW, 1)


def test_rows_of_one_id_keep_their_places(ledger, tmp_path):
    """The second row of an id is another article, and so it is when only the first changes."""
    add(ledger, write_rows(tmp_path / "rows.jsonl", row("a1"), row("a1", title="Second")))
    added = add(ledger, write_rows(tmp_path / "rows.jsonl", row("a1", title="Changed"), row("a1", title="Second")))
    assert {(each.article, each.outcome) for each in added} == {
        ("a1", Outcome.NEW_VERSION),
        ("a1~2", Outcome.UNCHANGED),
    }


def test_refused_input_is_reported_and_the_rest_added(ledger, tmp_path):
    """What cannot be read is named; everything else is stored."""
    (tmp_path / "rows.jsonl").write_text('{broken\n{"id": "a1", "text": "Rain fell.", "attributions": []}\n', "utf-8")
    refused = []
    added = list(ledger.add([str(tmp_path / "rows.jsonl")], refused=refused.append))
    assert ([each.article for each in added], len(refused)) == (["a1"], 1)


def test_text_with_a_nul_is_refused(ledger, tmp_path):
    """A character that no database can slice at is refused, in words."""
    path = write_rows(tmp_path / "rows.jsonl", {"id": "a1", "text": "Rain\0fell.", "attributions": []})
    refused = []
    assert list(ledger.add([path], refused=refused.append)) == []
    assert "NUL" in str(refused[0])


def test_processes_add_the_same_as_one(tmp_path):
    """Any number of processes stores the same articles in the same order."""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(STORY.replace("weeks", f"{number} weeks"), encoding="utf-8")
    kept = []
    for jobs in (1, 2):
        with new_ledger(tmp_path / f"{jobs}.sayso") as ledger:
            add(ledger, *sorted(tmp_path.glob("*.txt")), jobs=jobs)
            kept.append([one.article for one in ledger.articles()])
    assert kept[0] == kept[1]


def test_again_changes_nothing_where_the_same_is_found(filled, tmp_path):
    """Reading again with the same version stores no second reading."""
    assert {each.outcome for each in add(filled, again=True)} == {Outcome.UNCHANGED}
    assert count(filled, "readings") == 2


def test_another_model_reads_again_beside_the_first(filled, monkeypatch):
    """A reading of another model stands beside the old one, of the same original; the new one is shown."""
    monkeypatch.setattr("sayso.ledger.add.this_reader", lambda: sayso.ledger.reader.Reader("0.2.0", "other-model"))
    assert {each.outcome for each in add(filled, again=True)} == {Outcome.READ_AGAIN}
    assert (count(filled, "readings"), count(filled, "originals"), count(filled, "statements")) == (4, 2, 4)
    assert {kept.model for kept in filled.articles()} == {"other-model"}
    assert filled.verify().readings == 4


@pytest.mark.parametrize(("start", "end", "words"), [(0, 3, "the"), (0, 3, "Th"), (80, 200, TEXT[80:]), (5, 5, "")])
def test_words_that_are_not_the_slice_cannot_be_stored(filled, start, end, words):
    """The database itself refuses a span whose words are not exactly those of the text there."""
    with pytest.raises(sqlite3.IntegrityError, match="not the text"):
        filled.connection.execute("INSERT INTO spans VALUES (1, 'content', 9, 1, ?, ?, ?)", (start, end, words))


@pytest.mark.parametrize("table", ["originals", "texts", "spans", "decisions", "log"])
def test_stored_rows_never_change(filled, table):
    """No row can be updated, whoever opens the file."""
    sayso.ledger.review.accept()
    filled.decide("a1.1", lambda *_: [sayso.ledger.review.accept()], who="dora")
    column = filled.connection.execute(f"SELECT * FROM {table}").description[0][0]
    with pytest.raises(sqlite3.IntegrityError, match="never change"):
        filled.connection.execute(f"UPDATE {table} SET {column} = {column}")


@settings(max_examples=25)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(str.strip), st.data())
def test_any_text_and_any_span_come_back(tmp_path_factory, text, data):
    """Whatever a text holds, its spans are stored as slices by code points and come back."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    folder = tmp_path_factory.mktemp("any")
    attribution = {"content": [[start, end]], "quotation": "direct"}
    path = write_rows(folder / "a.jsonl", {"id": "a", "language": "en", "text": text, "attributions": [attribution]})
    with new_ledger(folder / "a.sayso") as ledger:
        add(ledger, path)
        [kept] = ledger.attributions()
    assert (kept.attribution.content, kept.content, kept.text) == ((Span(start, end),), text[start:end], text)


def test_file_is_a_plain_table_for_others(filled):
    """Any SQLite program reads who said what from a view with words in it."""
    with sqlite3.connect(filled.path) as other:
        rows = other.execute("SELECT article, source, cue, content FROM current_attributions ORDER BY attribution")
        assert rows.fetchall()[:2] == [
            ("a1", f"{DEPOT[0]} {DEPOT[0]}", *DEPOT[1:]),
            ("a1", f"{QUAY[0]} {QUAY[0]}", *QUAY[1:]),
        ]
    other.close()


def test_originals_are_packed(filled):
    """What is stored of an original is smaller than it, or little larger."""
    content, size = filled.connection.execute("SELECT content, size FROM originals").fetchone()
    assert len(zlib.decompress(content)) == size > len(content)


def test_closed_ledger_is_one_file(tmp_path):
    """When the last one closes it, nothing lies beside the ledger."""
    with new_ledger(tmp_path / "a.sayso") as ledger:
        add(ledger, write_rows(tmp_path / "rows.jsonl", row("a1")))
    assert [path.name for path in tmp_path.glob("a.sayso*")] == ["a.sayso"]


def test_new_never_writes_over_a_file(tmp_path):
    """A file that is there is named, not replaced."""
    path = tmp_path / "a.sayso"
    path.write_text("notes", encoding="utf-8")
    with pytest.raises(sayso.SaysoError, match=r"found a file of that name; wanted none; name another"):
        new_ledger(path)
    assert path.read_text(encoding="utf-8") == "notes"


@pytest.mark.parametrize("content", [None, b"", b"notes" * 1000])
def test_what_is_no_ledger_is_named(tmp_path, content):
    """A missing file, an empty one and one of another kind are each said to be no ledger."""
    if content is not None:
        (tmp_path / "a.sayso").write_bytes(content)
    with pytest.raises(sayso.NotALedger, match=r"found .*; wanted a ledger; name one, or make one with `sayso new`"):
        open_ledger(tmp_path / "a.sayso")


def test_ledger_of_a_later_version_is_not_touched(tmp_path):
    """A ledger with a migration that this version does not know is left alone."""
    new_ledger(tmp_path / "a.sayso").close()
    with sqlite3.connect(tmp_path / "a.sayso") as other:
        other.execute("INSERT INTO migrations VALUES ('add_holograms', '2030-01-01T00:00:00Z')")
    other.close()
    with pytest.raises(sayso.NotALedger, match=r"later version of Sayso \(add_holograms\)"):
        open_ledger(tmp_path / "a.sayso")


def test_refusal_of_a_damaged_record_when_reading_again(filled):
    """An original that no longer unpacks is not silently left out."""
    filled.connection.execute("DROP TRIGGER originals_never_change")
    filled.connection.execute("UPDATE originals SET content = ? WHERE id = 1", (zlib.compress(b"{broken"),))
    refused: list[Refused] = []
    assert len(list(filled.add(again=True, refused=refused.append))) == 1
    assert "the original of a1" in str(refused[0])
