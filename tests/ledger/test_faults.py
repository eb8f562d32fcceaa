"""What happens to a ledger when the machine, the disk or the other writer fails at the worst moment."""

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time

import pytest

import sayso
from sayso.ledger import Outcome, connection, new_ledger, open_ledger, schema
from tests.ledger.conftest import TEXT, add, count, row, write_rows

resource = None if sys.platform == "win32" else __import__("resource")
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill")


def some_rows(number):
    """Rows of different articles."""
    return [row(f"a{n}", f"Report {n}. {TEXT}", outlet="The Inland Post") for n in range(number)]


def contents(ledger):
    """What a ledger holds, apart from times and salts."""
    return [(one.id, one.version, one.sha256, one.article) for one in ledger.articles()]


def add_and_die(path, rows, statement):
    """Add in a process of its own that kills itself at the *statement*-th statement; whether it lived to the end."""
    child = os.fork()
    if not child:
        with open_ledger(path) as ledger:
            left = iter(range(statement))
            ledger.connection.set_trace_callback(
                lambda _: next(left, None) is None and os.kill(os.getpid(), signal.SIGKILL)
            )
            add(ledger, rows)
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status)


def killed_at(tmp_path, statements):
    """For each of *statements* a ledger whose adding was killed there, verified and completed; to the end of adding."""
    rows = write_rows(tmp_path / "rows.jsonl", *some_rows(2))
    with new_ledger(tmp_path / "whole.sayso") as whole:
        add(whole, rows)
        wanted = contents(whole)
    for number in statements:
        path = tmp_path / f"{number}.sayso"
        new_ledger(path).close()
        lived = add_and_die(path, rows, number)
        with open_ledger(path) as ledger:
            assert ledger.verify().readings == count(ledger, "versions")
            add(ledger, rows)
            assert contents(ledger) == wanted, f"killed at statement {number}"
            assert (count(ledger, "originals"), ledger.verify().entries) == (2, 4)
        if lived:
            return


@posix
def test_killed_at_some_writes_it_verifies_and_is_completed(tmp_path):
    """Killed between two writes, the ledger holds whole articles, and the same command adds the rest once."""
    killed_at(tmp_path, [1, 4, 9, 15, 22, 30, 41, 55, 80, 120])


@posix
@pytest.mark.slow
def test_killed_at_every_write_it_verifies_and_is_completed(tmp_path):
    """The same for each single statement of adding two articles."""
    killed_at(tmp_path, range(1, 10_000))


@posix
@pytest.mark.slow
def test_killed_at_random_moments_it_verifies_and_is_completed(tmp_path):
    """Killed with -9 at three hundred moments of adding 200 articles, each time going on where it stood."""
    rows = write_rows(tmp_path / "rows.jsonl", *some_rows(200))
    command = [sys.executable, "-m", "sayso", "add"]
    started = time.monotonic()
    with new_ledger(tmp_path / "whole.sayso") as whole:
        add(whole, rows)
        wanted = contents(whole)
    took = time.monotonic() - started
    chance = random.Random(20260512)
    path = tmp_path / "killed.sayso"
    for moment in range(300):
        if moment % 20 == 0:
            for left in tmp_path.glob("killed.sayso*"):
                left.unlink()
            new_ledger(path).close()
        child = os.fork()
        if not child:
            with open_ledger(path) as ledger:
                add(ledger, rows)
            os._exit(0)
        time.sleep(chance.uniform(0, took))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with open_ledger(path, write=False) as ledger:
            ledger.verify()
    subprocess.run([*command, path, rows], check=True, capture_output=True)
    with open_ledger(path) as ledger:
        assert contents(ledger) == wanted
        assert ledger.verify().entries == 400


def test_full_disk_loses_nothing_that_was_stored(ledger, tmp_path):
    """On a full disk adding stops in words; what was stored verifies, and with room again the rest is added."""
    rows = write_rows(tmp_path / "rows.jsonl", *some_rows(60))
    (pages,) = ledger.connection.execute("PRAGMA page_count").fetchone()
    ledger.connection.execute(f"PRAGMA max_page_count = {pages + 8}")
    with pytest.raises(sayso.LedgerUnwritable, match="found no room left on the disk; wanted to write; mend that"):
        add(ledger, rows)
    stored = ledger.verify().readings
    assert 0 < stored < 60
    ledger.connection.execute("PRAGMA max_page_count = 1000000")
    outcomes = [each.outcome for each in add(ledger, rows)]
    assert outcomes.count(Outcome.UNCHANGED) == stored
    assert (ledger.verify().readings, count(ledger, "originals")) == (60, 60)


@posix
def test_full_disk_below_sqlite(tmp_path):
    """The same where the system itself refuses to write: the process says so and the ledger verifies."""
    path, rows = tmp_path / "a.sayso", write_rows(tmp_path / "rows.jsonl", *some_rows(60))
    new_ledger(path).close()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))
        try:
            with open_ledger(path) as ledger:
                add(ledger, rows)
        except sayso.LedgerUnwritable:
            os._exit(3)
        os._exit(4)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 3
    with open_ledger(path) as ledger:
        ledger.verify()
        add(ledger, rows)
        assert ledger.verify().readings == 60


def test_disk_that_may_not_be_written_can_be_read(filled, tmp_path):
    """A ledger that may only be read is listed and verified; writing says why it cannot be."""
    filled.connection.execute("PRAGMA query_only = ON")
    assert [one.id for one in filled.articles()] == ["a1", "a2"]
    filled.verify()
    with pytest.raises(sayso.LedgerUnwritable, match="a file or folder that may not be written"):
        add(filled, write_rows(tmp_path / "more.jsonl", row("a3", title="Later")))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_folder_that_may_not_be_written(filled, tmp_path):
    """In a folder where nothing can be made, the file alone is read and verified."""
    filled.close()
    folder = filled.path.parent
    folder.chmod(0o500)
    try:
        with open_ledger(filled.path, write=False) as opened:
            assert opened.verify().readings == 2
    finally:
        folder.chmod(0o700)


def test_second_writer_says_who_holds_the_ledger(filled, tmp_path):
    """Who cannot wait any longer is told the name, host and process of the writer."""
    with filled.writing(), open_ledger(filled.path) as other:
        other.connection.execute("PRAGMA busy_timeout = 50")
        wanted = rf"found that {connection.user()} on .*, process {os.getpid()}, since .* is writing it; .*; wait"
        with pytest.raises(sayso.LedgerBusy, match=wanted):
            add(other, write_rows(tmp_path / "more.jsonl", row("a3", title="Later")))


def test_second_writer_waits(filled, tmp_path):
    """Who comes second waits until the first is done, and then writes."""
    holding, done = threading.Event(), []

    def hold():
        with open_ledger(filled.path) as other, other.writing():
            holding.set()
            time.sleep(0.3)
            done.append("first")

    first = threading.Thread(target=hold)
    first.start()
    holding.wait()
    add(filled, write_rows(tmp_path / "more.jsonl", row("a3", title="Later")))
    done.append("second")
    first.join()
    assert (done, count(filled, "articles")) == (["first", "second"], 3)


def test_two_who_add_the_same_store_it_once(filled, tmp_path):
    """Two processes that add the same articles at once store each one time."""
    rows = write_rows(tmp_path / "more.jsonl", *some_rows(20))
    errors = []

    def add_too():
        try:
            with open_ledger(filled.path) as other:
                add(other, rows)
        except Exception as error:
            errors.append(error)

    second = threading.Thread(target=add_too)
    second.start()
    add(filled, rows)
    second.join()
    assert (errors, count(filled, "articles"), filled.verify().entries) == ([], 22, 44)


def test_readers_never_wait_for_a_writer(filled):
    """While somebody writes, others read what was there before."""
    with filled.writing(), open_ledger(filled.path, write=False) as reader:
        reader.connection.execute("PRAGMA busy_timeout = 0")
        assert [one.id for one in reader.articles()] == ["a1", "a2"]


def test_verifying_sees_one_moment(filled, monkeypatch):
    """What another process forgets while a ledger is verified is no fault of the ledger."""
    with open_ledger(filled.path, write=False) as reader:
        log_of = sayso.ledger.verify._verify_log

        def forget_meanwhile(*arguments):
            found = log_of(*arguments)
            filled.forget("a1", who="dora")
            return found

        filled.connection.execute("PRAGMA busy_timeout = 50")
        monkeypatch.setattr("sayso.ledger.verify._verify_log", forget_meanwhile)
        assert reader.verify().readings == 2
    monkeypatch.undo()
    assert filled.verify().readings == 1


def test_interrupted_new_is_completed(tmp_path):
    """A ledger whose making was cut off between two migrations is finished when it is opened."""
    path = tmp_path / "a.sayso"
    new_ledger(path).close()
    with sqlite3.connect(path) as other:
        for (name,) in other.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            other.execute(f"DROP TRIGGER {name}")
        other.execute("DELETE FROM migrations WHERE name = 'create_guards'")
    other.close()
    with pytest.raises(sayso.NotALedger, match="not finished"):
        open_ledger(path, write=False)
    with open_ledger(path) as ledger:
        assert ledger.connection.execute("SELECT count(*) FROM migrations").fetchone() == (len(schema.MIGRATIONS),)


def test_ledger_from_before_genres_is_migrated_and_still_verifies(filled):
    """A ledger made before there were genre, change date and correction opens, gets them empty, and holds its log."""
    root = filled.verify().root
    path = filled.path
    filled.close()
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("DROP VIEW current_articles")
        other.execute("CREATE VIEW current_articles AS SELECT name FROM articles")
        for column in ("genre", "modified", "correction"):
            other.execute(f"ALTER TABLE readings DROP COLUMN {column}")
        other.execute("DELETE FROM migrations WHERE name = 'add_about'")
    with open_ledger(path) as ledger:
        rows = ledger.connection.execute("SELECT genre, modified, correction FROM current_articles").fetchall()
        assert (rows, ledger.verify().root) == ([(None, None, None)] * 2, root)


def test_index_out_of_step_is_found_and_mended(filled):
    """The doctor finds an index that lost its words, makes it anew, and says so."""
    filled.connection.execute("INSERT INTO attribution_search (attribution_search) VALUES ('delete-all')")
    assert filled.search("depot")[0] == []
    found = {each.what: (each.found, each.mended) for each in filled.doctor()}
    assert found["the search indexes"] == ("out of step: attribution_search; made anew", True)
    assert sorted(filled.search("depot")[0]) == ["a1.1", "a2.1"]
    assert [each.mended for each in filled.doctor()] == [None] * 4


def test_caches_of_the_log_are_mended(filled):
    """The doctor makes the log's end anew from its leaves."""
    filled.connection.execute("UPDATE log_frontier SET size = 3, peaks = zeroblob(64)")
    assert [each.mended for each in filled.doctor()] == [None, None, True, None]
    assert filled.verify().entries == 4


def test_damaged_original_is_named_when_all_is_read_again(filled):
    """An original whose stored bytes are broken is one refusal; the others are read."""
    filled.connection.execute("DROP TRIGGER originals_never_change")
    filled.connection.execute("UPDATE originals SET content = zeroblob(20) WHERE id = 1")
    refused = []
    assert [each.article for each in filled.add(again=True, refused=refused.append)] == ["a2"]
    assert "the original of a1: found bytes that do not unpack" in str(refused[0])


def test_damage_met_in_passing_is_said_in_words(filled):
    """Whatever SQLite finds broken while a ledger is used reaches the caller as one of our errors."""
    filled.close()
    content = bytearray(filled.path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    filled.path.write_bytes(content)

    def use():
        with open_ledger(filled.path, write=False) as opened:
            list(opened.articles())

    with pytest.raises((sayso.LedgerDamaged, sayso.NotALedger)):
        use()
