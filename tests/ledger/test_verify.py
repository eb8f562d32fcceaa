"""Whoever has the file and the public key finds whatever was changed in it, by name."""

import hashlib
import shutil
import sqlite3
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

import sayso
from sayso.claim import JudgementKind
from sayso.ledger import new_ledger, open_ledger, review
from sayso.ledger.checkpoint import new_signer
from sayso.ledger.imports import ImportedFile
from tests.ledger.conftest import TEXT, add, market_rows, row, write_rows
from tests.warcs import response

SCRIPT = Path(__file__).parents[2] / "docs" / "check_proof.py"


@pytest.fixture
def signed(filled):
    """The filled ledger with a decision, signed, and its signer."""
    filled.decide("a1.1", lambda one, text: [review.correct(one, text, "content", "depot was empty")], who="dora")
    signer = new_signer(filled.origin)
    filled.checkpoint(signer)
    return filled, signer


def tamper(ledger, *statements):
    """Change the file as somebody would who has it: with any SQLite program, triggers dropped."""
    for (name,) in ledger.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        ledger.connection.execute(f"DROP TRIGGER {name}")
    ledger.connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        ledger.connection.execute(*statement) if isinstance(statement, tuple) else ledger.connection.execute(statement)


def test_untouched_ledger_verifies(signed):
    """All holds, all of it is signed, and it is said how much that is."""
    ledger, signer = signed
    found = ledger.verify(signer.verifier)
    assert (found.entries, found.signed, found.originals, found.readings, found.decisions) == (5, 5, 2, 2, 1)


def test_file_alone_verifies_where_nothing_can_be_written(signed, tmp_path):
    """A copy of the one file is enough, opened to read only."""
    ledger, signer = signed
    ledger.close()
    copy = tmp_path / "elsewhere" / "copy.sayso"
    copy.parent.mkdir()
    shutil.copy(ledger.path, copy)
    with open_ledger(copy, write=False) as opened:
        assert opened.verify(signer.verifier).entries == 5
    assert [path.name for path in copy.parent.iterdir()] == ["copy.sayso"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE originals SET content = zeroblob(20) WHERE id = 2", "original of a2: found bytes that do not unpack"),
        ("DELETE FROM originals WHERE id = 1", "its row of originals is missing"),
        ("UPDATE texts SET words = replace(words, 'May', 'Jun') WHERE id = 2", "text 2, of the original of a2"),
        ("UPDATE spans SET words = 'The depot was full.' WHERE role = 'content'", "depot was full"),
        ("UPDATE spans SET start = start + 1 WHERE role = 'cue' AND attribution_id = 1", "in spans"),
        ("UPDATE attributions SET source_name = 'the mayor' WHERE id = 1", "of a1: found that its attributions"),
        ("UPDATE attributions SET score = 0.9999 WHERE id = 1", "reading 1, of a1: found that its attributions"),
        ("UPDATE readings SET outlet = 'The Daily Plover' WHERE id = 1", "of a1: found that its article"),
        ("UPDATE articles SET name = 'a3' WHERE id = 1", "its article"),
        ("UPDATE readings SET genre = 'opinion' WHERE id = 1", "reading 1, of a1: found no salt"),
        ("UPDATE decisions SET who = 'anselm'", "correction 1, of a1.1: found that its decision"),
        ("UPDATE decision_spans SET words = 'depot was there'", "depot was there"),
        ("DELETE FROM decisions", "its row of decisions is missing"),
        ("UPDATE arrivals SET path = '/elsewhere' WHERE id = 1", "original 1, of a1: found that its arrival"),
        ("DELETE FROM log WHERE position = 1", "entry 1 of the log"),
        ("UPDATE log SET leaf = CAST(replace(leaf, '2', '3') AS BLOB) WHERE position = 0", "entry 0 of the log"),
        ("UPDATE log SET at = '2020-01-01T00:00:00Z' WHERE position = 3", "entry 3 of the log: found the time"),
        ("UPDATE salts SET salt = zeroblob(32) WHERE position = 1 AND name = 'text'", "of a1: found that its text"),
        ("DELETE FROM salts WHERE position = 1", "reading 1, of a1: found no salt"),
        ("INSERT INTO decisions SELECT 9, 'x', statement_id, attribution_id, 'reject', NULL, NULL, NULL, who,"
         " decided_at, NULL FROM decisions", "correction 9: found that the log does not speak of it"),
        ("UPDATE articles SET current_reading_id = 2 WHERE id = 1", "a1: found that it shows an older reading"),
        ("UPDATE checkpoints SET note = replace(note, '5', '4')", "the checkpoint"),
    ],
)  # fmt: skip
def test_changed_row_is_found_and_named(signed, change, named):
    """Whatever row was changed, taken out or put in, verifying stops there and names it."""
    ledger, signer = signed
    tamper(ledger, change)
    with pytest.raises(sayso.Unproven) as caught:
        ledger.verify(signer.verifier)
    assert named in str(caught.value)


_NOT_CONTENT = {
    "ledger": "who the ledger is and its key, which the checkpoints are held against",
    "writers": "who is writing",
    **dict.fromkeys(
        ("feeds", "feed_fetches", "feed_refusals", "items", "feed_items", "looks"),
        "what is watched and when it is due: work, and no evidence",
    ),
    "migrations": "how the tables were made",
    "sqlite_sequence": "SQLite's own",
    "log_frontier": "a cache, see the doctor",
    "log_subtrees": "a cache",
    "current_comparison": "which comparison was asked for last",
    "articles.current_reading_id": "tested above",
    "checkpoints.id": "a number that nothing refers to",
    "checkpoints.size": "a copy of what the note says, to find it by",
    "figures.id": "a number that nothing refers to",
    **dict.fromkeys(("feeds", "feed_fetches", "feed_refusals", "items", "feed_items", "looks"), "what is watched"),
}


def content_columns(ledger):
    """Every column of every table that holds what people or Sayso said."""
    tables = ledger.connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*_search*'"
    ).fetchall()
    for (table,) in tables:
        for _, column, kind, *_ in ledger.connection.execute(f"PRAGMA table_info({table})").fetchall():
            if table not in _NOT_CONTENT and f"{table}.{column}" not in _NOT_CONTENT:
                yield table, column, kind


def test_any_changed_value_is_found(filled, tmp_path):
    """One value of any column of any table is changed a little, and verifying finds it."""
    text = "Rain fell. At least 22 people were killed, video shown to the Inland Post by Ada Byrne showed, Dora said."
    statement = row("full", text, [("Dora", "said", "At least 22 people were killed")], outlet="The Inland Post",
                    url="https://inlandpost.example/1", date="2026-05-12", date_raw="12 May", title="Rain",
                    byline="Ada", credit="Meridian Wire", dateline="CORRIN", publisher="Post", extractor="page 2",
                    source_organization="Wire", title_span=[0, 4], genre="opinion", modified="2026-05-13",
                    correction="Correction: It was 22.")  # fmt: skip
    statement["credit"] = {"name": "Meridian Wire", "span": [5, 9]}
    statement["attributions"][0] |= {
        "act": "assertion", "source_role": "nurse", "source_affiliation": "Harbour Hospital", "source_kind": "medical",
        "named": True, "via": "Post", "via_chain": [{"name": "Post", "span": [72, 83]}], "addressee": "reporters",
        "cue_stance": "neutral", "evidence": [{"kind": "video", "span": [43, 48], "shown": True}],
        "because": {"certainty": [95, 99]}, "figures": [{"quantity": "killed", "low": 22, "high": 30, "who": "people",
        "who_class": "people", "when": "2026-05", "where": "Corrin", "span": [20, 22]}],
    }  # fmt: skip
    (tmp_path / "full.csv").write_text("id,text\nc1,Rain fell in Corrin.\n", encoding="utf-8")
    (tmp_path / "full.warc").write_bytes(response())
    add(filled, write_rows(tmp_path / "full.jsonl", statement), tmp_path / "full.csv", tmp_path / "full.warc")
    filled.decide("full.1", lambda one, words: [review.correct(one, words, "source", "Ada Byrne")], who="dora")
    filled.forget_decision(filled.decide("full.1", lambda *_: [review.note("x", "full.1")], who="dora")[0], who="dora")
    filled.decide("full.1", lambda *_: [review.judge(JudgementKind.SAME, "a1.1", "full.1")], who="dora")
    add(filled, write_rows(tmp_path / "market.jsonl", *market_rows()))
    filled.decide("m2.2", lambda *_: [review.judge(JudgementKind.DISPUTES, "m1.2", "m2.2")], who="dora")
    filled.decide_all(ImportedFile("review.xlsx", "ab" * 32), [("a1.1", lambda *_: [review.accept()])], who="dora")
    filled.compare()
    made = [("full.1", lambda *_: [review.note("seen", "full.1")])]
    filled.decide_all(ImportedFile("review.xlsx", "0" * 64), made, who="dora")
    signer = new_signer(filled.origin)
    filled.checkpoint(signer)
    filled.prove("full", who="dora")
    filled.undo(1, who="dora")
    tamper(filled)
    changes = {
        "INTEGER": "{c} + 1",
        "REAL": "{c} - 1e-15",
        "TEXT": "{c} || 'x'",
        "BLOB": "CAST({c} || x'00' AS BLOB)",
    }
    missed, tried = [], 0
    for table, column, kind in content_columns(filled):
        name = f'"{column}"'
        target = f"rowid = (SELECT max(rowid) FROM {table} WHERE {name} IS NOT NULL)"
        if filled.connection.execute("SELECT 1 FROM pragma_table_list WHERE name = ? AND wr", (table,)).fetchone():
            target = f"{name} = (SELECT max({name}) FROM {table})"
        filled.connection.execute("BEGIN")
        try:
            filled.connection.execute("PRAGMA ignore_check_constraints = ON")
            done = filled.connection.execute(
                f"UPDATE {table} SET {name} = {changes[kind].format(c=name)} WHERE {target}"
            )
            tried += done.rowcount > 0
            try:
                sayso.ledger.verify.verify(filled.connection, signer.verifier)
            except (sayso.SaysoError, sqlite3.Error, ValueError, TypeError):
                pass
            else:
                missed.append((f"{table}.{column}", done.rowcount))
        except sqlite3.IntegrityError:
            pass  # the database itself would not have it
        finally:
            filled.connection.execute("ROLLBACK")
    assert (missed, tried > 120) == ([], True)


def test_swapped_original_is_found(signed):
    """Other bytes with a digest that fits them are not what was logged."""
    ledger, signer = signed
    other = b'{"id": "a1", "text": "All is well."}\n'
    digest = hashlib.sha256(other).hexdigest()
    swap = "UPDATE originals SET content = ?, sha256 = ?, size = ? WHERE id = 1"
    tamper(ledger, (swap, (zlib.compress(other), digest, len(other))))
    with pytest.raises(sayso.Unproven, match="of a1: found that its original is not what was logged"):
        ledger.verify(signer.verifier)


def test_every_flipped_byte_of_stored_words_is_found(signed, tmp_path):
    """Wherever in the file the article's words stand whole, one changed byte is found."""
    ledger, signer = signed
    ledger.close()
    whole = ledger.path.read_bytes()
    places = [i for i in range(len(whole)) if whole.startswith(TEXT[:19].encode(), i)]
    assert len(places) >= 4  # two texts, two spans
    for place in places:
        copy = tmp_path / "flipped.sayso"
        copy.write_bytes(whole[: place + 4] + b"D" + whole[place + 5 :])
        with open_ledger(copy, write=False) as opened, pytest.raises((sayso.Unproven, sayso.LedgerDamaged)):
            opened.verify(signer.verifier)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_truncated_file_is_found(signed, tmp_path, share):
    """A file that was cut off is said to be damaged, or no ledger at all; never called whole."""
    ledger, signer = signed
    ledger.close()
    whole = ledger.path.read_bytes()
    copy = tmp_path / "cut.sayso"
    copy.write_bytes(whole[: int(len(whole) * share)])

    def verify():
        with open_ledger(copy, write=False) as opened:
            opened.verify(signer.verifier)

    with pytest.raises((sayso.Unproven, sayso.LedgerDamaged, sayso.NotALedger)):
        verify()


def test_log_made_anew_is_found_by_a_published_checkpoint(signed, tmp_path):
    """A ledger rebuilt with the same key and other content verifies alone, and fails beside what was mailed before."""
    ledger, signer = signed
    mailed = ledger.checkpoint(signer)
    with new_ledger(tmp_path / "forged.sayso") as forged:
        forged.connection.execute("UPDATE ledger SET origin = ?", (ledger.origin,))
        rows = [row(f"f{n}", title=str(n)) for n in range(3)]
        add(forged, write_rows(tmp_path / "forged.jsonl", *rows))
        forged.checkpoint(signer)
        assert forged.verify(signer.verifier).entries == 6
        with pytest.raises(sayso.Unproven, match="another root at entry 5 than the one that was signed"):
            forged.verify(signer.verifier, [mailed])


def test_log_that_was_cut_is_found_by_a_published_checkpoint(signed, tmp_path):
    """A ledger put back to an earlier day lacks what was signed since."""
    ledger, signer = signed
    early = tmp_path / "early.sayso"
    with sqlite3.connect(early) as copy:
        ledger.connection.backup(copy)
    copy.close()
    add(ledger, write_rows(tmp_path / "more.jsonl", row("a3", title="Later")))
    mailed = ledger.checkpoint(signer)
    with open_ledger(early) as opened, pytest.raises(sayso.Unproven, match="found a log of 5 entries; wanted the 7"):
        opened.verify(signer.verifier, [mailed])


def test_checkpoint_of_another_key_is_found(signed):
    """A ledger that was signed with another key than the one published does not verify."""
    ledger, _ = signed
    with pytest.raises(sayso.Unproven, match="the checkpoint: found signatures by"):
        ledger.verify(new_signer(ledger.origin).verifier)


def test_another_key_cannot_sign_on(signed):
    """Once signed, a ledger is signed with that key alone."""
    ledger, _ = signed
    with pytest.raises(sayso.SaysoError, match="which signed before"):
        ledger.checkpoint(new_signer(ledger.origin))


def test_clock_set_back_does_not_set_the_log_back(signed, tmp_path, monkeypatch):
    """Entries never go back in time, whatever the clock says, and all verifies."""
    ledger, signer = signed
    monkeypatch.setattr("sayso.ledger.connection.clock", lambda: "2001-01-01T00:00:00Z")
    add(ledger, write_rows(tmp_path / "more.jsonl", row("a3", title="Later")))
    times = [at for (at,) in ledger.connection.execute("SELECT at FROM log ORDER BY position")]
    assert times == sorted(times)
    assert ledger.verify(signer.verifier).entries == 7


def test_proof_is_checked_without_sayso(signed, tmp_path):
    """The script in docs/ finds the proof of a statement right; that the proof was given out is an entry."""
    ledger, signer = signed
    proof = tmp_path / "proof.json"
    proof.write_text(ledger.prove("a1.1", who="dora"), encoding="utf-8")
    done = subprocess.run([sys.executable, SCRIPT, proof, str(signer.verifier)], capture_output=True, check=False)
    assert (done.returncode, b"The depot was empty" in done.stdout) == (0, True)
    assert ledger.connection.execute("SELECT what, who FROM exports").fetchall() == [("proof", "dora")]
    assert ledger.verify(signer.verifier).entries == 6


def test_proof_wants_a_checkpoint(filled):
    """Before anything was signed nothing can be proved, and it is said what to do."""
    with pytest.raises(sayso.Unproven, match="a1: found no checkpoint that covers it; wanted one; sign one"):
        filled.prove("a1", who="dora")
