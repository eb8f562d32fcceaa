"""``sayso report`` on the command line."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from sayso.cli import sayso_command


def invoke(*arguments):
    """Exit status, standard output and error of ``sayso report``."""
    done = CliRunner().invoke(sayso_command, ["report", *map(str, arguments)])
    return done.exit_code, done.stdout, done.stderr


def test_writes_a_page_and_says_whose_names_went(signed, tmp_path):
    """What was written is counted; whose names went, and which people stayed, is said for somebody to look at."""
    out = tmp_path / "report.html"
    assert invoke(signed.path, "--event", "e1", "--redact", "witnesses", out, "--by", "dora") == (
        0,
        "",
        f"wrote {out}: 1 event, 2 claims, 4 articles\n"
        "names taken out: Mira Tolan as [a nurse]\n"
        "other people among the sources, left: Joren Hask\n",
    )
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "name at least one --event, --claim or --article"),
        (("--event", "1.e1", "--claim", "2.e1.c1"), "found names of comparisons 1, 2; wanted those of one"),
        (("--event", "e1", "--redact", " "), "found an empty --redact"),
    ],
)
def test_misused(signed, tmp_path, options, said):
    """What makes no sense is said, with status 2, and nothing is written."""
    code, _, wrong = invoke(signed.path, *options, tmp_path / "report.html")
    assert (code, said in wrong, (tmp_path / "report.html").exists()) == (2, True, False)
