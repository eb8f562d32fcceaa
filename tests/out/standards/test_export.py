"""The command: whole or not at all, counted, logged; and the ledger file itself in other programs."""

import asyncio
import json
import shutil
import sqlite3

import pytest
from click.testing import CliRunner

from sayso.cli import sayso_command
from sayso.errors import Unexportable
from sayso.ledger import open_ledger
from sayso.out import standards
from tests.out.standards.conftest import exported


def run(*arguments):
    """Exit status and stderr of a command."""
    done = CliRunner().invoke(sayso_command, [*map(str, arguments)])
    return done.exit_code, done.stderr


@pytest.mark.parametrize("form", standards.FORMS)
def test_every_export_is_counted_and_logged(market, tmp_path, form):
    """The log has the form, what was asked for and how many of each thing were written; the ledger still verifies."""
    out, told = exported(market, tmp_path, form, words="market")
    what, who = market.connection.execute("SELECT what, who FROM exports").fetchone()
    rows = {name: number for name, number in told.items() if name != "rejected"}
    assert json.loads(what) == {"form": form, "asked": {"words": "market"}, "rows": rows}
    assert (who, out.stat().st_size > 0) == ("dora", True)
    assert market.verify().entries


def test_command_says_what_it_wrote_and_what_stayed(market, tmp_path):
    """On stderr: how many of each thing, that it is all, and how many people rejected."""
    code, said = run("export", market.path, tmp_path / "out.ftm.json", "--format", "ftm")
    assert (code, said) == (0, f"wrote {tmp_path}/out.ftm.json: articles 4 · attributions 5 · speakers 1 · decisions 7;"
                               " that is all that was asked for but 1 attribution that people rejected\n")  # fmt: skip


def test_mismatch_with_the_ledger_writes_nothing(market, tmp_path, monkeypatch):
    """A writer that loses an article leaves no file and no entry in the log."""
    monkeypatch.setitem(standards._WRITERS, "ftm", lambda chosen, out: {"articles": 3, "attributions": 5})
    with pytest.raises(Unexportable, match=r"articles 3.*articles 4"):
        exported(market, tmp_path, "ftm")
    assert not list(tmp_path.glob("out*"))
    assert not market.connection.execute("SELECT 1 FROM exports").fetchone()


def test_utf16_is_for_annotations(market, tmp_path):
    """No other form has offsets."""
    code, said = run("export", market.path, tmp_path / "o", "--format", "ftm", "--utf16")
    assert (code, "wanted it with --format webannotation" in said) == (2, True)


def test_datasette_serves_the_ledger(market, tmp_path):
    """Datasette opens a copy of the file unchanged and immutable, and shows the views."""
    app = pytest.importorskip("datasette.app", reason="datasette is in the group `interchange`")
    path = copied(market, tmp_path)

    async def asked():
        served = app.Datasette(files=[], immutables=[str(path)])
        return await served.client.get("/copy/current_attributions.json?_shape=array&_size=max")

    found = asyncio.run(asked())
    assert [each["attribution"] for each in found.json()] == ["m1.1", "m1.2", "m2.1", "m2.2", "m3.1", "m3.2"]


def test_sqlite_utils_reads_the_ledger(market, tmp_path):
    """sqlite-utils lists the views and their rows."""
    sqlite_utils = pytest.importorskip("sqlite_utils", reason="sqlite-utils is in the group `interchange`")
    database = sqlite_utils.Database(sqlite3.connect(copied(market, tmp_path)))
    assert "current_claims" in database.view_names()
    assert [each["article"] for each in database["current_articles"].rows] == ["m1", "m2", "m3", "m4"]


def copied(ledger, tmp_path):
    """A copy of the ledger's file, after the ledger is closed."""
    path = ledger.path
    ledger.close()
    with open_ledger(path) as again:
        again.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(path, tmp_path / "copy.db")
    return tmp_path / "copy.db"
