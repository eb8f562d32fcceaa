"""The command, run as a user runs it."""

import csv
import io
import json
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from sayso.cli import sayso_command
from tests.warcs import page, response

STORY = "The depot had been empty for weeks, the ministry said on Tuesday.\n"


def run(*arguments, stdin=None):
    """Exit status, stdout and stderr of the command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "sayso", *map(str, arguments)], input=stdin, capture_output=True, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def invoke(*arguments):
    """The same within this process, which is faster."""
    return CliRunner().invoke(sayso_command, [*map(str, arguments)])


@pytest.fixture
def story(tmp_path):
    """A text file of one sentence."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_table_says_who_and_how(story):
    """The table names source, cue, words, how they are quoted and how sure that is."""
    result = invoke("read", story)
    rows = [re.sub("  +", "|", line.rstrip()) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert "the ministry|said|The depot had been empty for|indirect," in rows


def test_jsonl_is_the_contract(story):
    """One object a line, its text the file's, its spans pointing into it."""
    code, out, err = run("read", story, "--format", "jsonl")
    [article] = map(json.loads, out.splitlines())
    [attribution] = article["attributions"]
    words = {role: [STORY[a:b] for a, b in attribution[role]] for role in ("source", "cue", "content")}
    assert (code, err, article["text"], article["path"]) == (0, "", STORY, str(story))
    assert words == {"source": ["the ministry"], "cue": ["said"], "content": ["The depot had been empty for weeks"]}


def test_csv_has_a_row_an_attribution(story):
    """The spreadsheet form holds the words themselves."""
    [row] = csv.DictReader(io.StringIO(invoke("read", story, "--format", "csv").stdout))
    assert (row["source"], row["cue"], row["content"]) == ("the ministry", "said", "The depot had been empty for weeks")


def test_standard_input_is_a_dash():
    """A text on standard input is read like a file."""
    code, out, _ = run("read", "-", "--format", "jsonl", stdin=STORY.encode())
    assert (code, json.loads(out)["text"]) == (0, STORY)


def test_page_is_written_beside_the_table(story, tmp_path):
    """--html writes the page and names it; the table still comes."""
    page = tmp_path / "out.html"
    result = invoke("read", story, "--html", page)
    assert (result.exit_code, result.stderr) == (0, f"wrote {page}\n")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_page_that_cannot_be_written_is_misuse(story, tmp_path):
    """A page that cannot be written is said before anything is read."""
    result = invoke("read", story, "--html", tmp_path / "missing" / "out.html")
    assert (result.exit_code, result.stdout, "out.html" in result.stderr) == (2, "", True)


@pytest.mark.parametrize(
    ("acts", "cues"), [([], ["said", "hopes"]), (["eventuality"], ["hopes"]), (["fact", "belief"], [])]
)
def test_only_some_acts(tmp_path, acts, cues):
    """--act keeps the attributions of an act, of several when repeated; the article stays without any."""
    path = tmp_path / "two.txt"
    path.write_text(f"{STORY}The mayor hopes to reopen the school.\n", encoding="utf-8")
    chosen = [word for act in acts for word in ("--act", act)]
    [line] = invoke("read", path, "--format", "jsonl", *chosen).stdout.splitlines()
    article = json.loads(line)
    assert [article["text"][a:b] for each in article["attributions"] for a, b in each["cue"]] == cues


def test_page_and_table_keep_the_acts_too(story, tmp_path):
    """--act holds for the table and for the page of the same run."""
    page = tmp_path / "out.html"
    result = invoke("read", story, "--act", "belief", "--html", page)
    assert "shown: thinks (0 of 1)" in result.stdout
    assert "those whose source does this: thinks." in page.read_text(encoding="utf-8")


def test_refused_inputs_are_one_line_each_and_exit_one(story, tmp_path):
    """What cannot be read is named with what was found, wanted and to do; the others are read; exit status 1."""
    empty = tmp_path / "empty.txt"
    empty.touch()
    code, out, err = run("read", empty, story, tmp_path / "missing.txt", "--format", "jsonl")
    assert (code, len(out.splitlines())) == (1, 1)
    assert [re.fullmatch(r"sayso: .*/(\w+)\.txt: found .+; wanted .+; .+", line)[1] for line in err.splitlines()] == [
        "empty",
        "missing",
    ]


def test_misuse_exits_two(story):
    """A wrong option or a column pair that is none is misuse, said in one line."""
    assert invoke("read").exit_code == 2
    pair = invoke("read", story, "--columns", "text")
    assert (pair.exit_code, "found 'text'; wanted pairs like text=article_content" in pair.stderr) == (2, True)
    act = invoke("read", story, "--act", "says")
    assert (act.exit_code, "'assertion', 'belief', 'fact', 'eventuality'" in act.stderr) == (2, True)
    name = invoke("read", story, "--columns", "body=text")
    assert (name.exit_code, "found 'body'; wanted one of id, text, outlet" in name.stderr) == (2, True)


def test_jobs_print_the_same_bytes(story, tmp_path):
    """Two processes print what one prints, byte for byte."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps({"text": f"Nine of {n} boats sank, the mayor said."}) + "\n" for n in range(20)))
    one, two = (run("read", rows, story, "--format", "jsonl", "--jobs", jobs) for jobs in (1, 2))
    assert one == two


def test_help_can_be_pasted():
    """The help shows examples as they are typed."""
    shown = invoke("read", "--help").stdout
    assert "  sayso read page.html articles/ --html story.html\n" in shown
    assert "  sayso read story.txt --act assertion\n" in shown


def two_counts(tmp_path):
    """Two articles that count the dead of one blast differently, as rows."""
    rows = [
        {
            "id": "a",
            "outlet": "Post",
            "text": "A blast at the ferry dock in Port Ada killed 12 people, the mayor said.",
        },
        {"id": "b", "outlet": "Beacon", "text": "Nineteen died in the blast at Port Ada’s ferry dock, a doctor said."},
    ]
    path = tmp_path / "two.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_compare_shows_who_disputes_whom(tmp_path):
    """One command from articles to the dispute, as JSON and as a page that says what it is."""
    page = tmp_path / "out.html"
    result = invoke("compare", two_counts(tmp_path), "--one-event", "--format", "json", "--html", page)
    told = json.loads(result.stdout)
    assert (result.exit_code, [link["relation"] for link in told["links"]]) == (0, ["disputes"])
    assert [claim["origins"] for claim in told["claims"]] == [["mayor"], ["doctor"]]
    assert "Machine, unreviewed" in page.read_text(encoding="utf-8")


def test_compare_takes_what_read_printed(tmp_path):
    """What `read` printed is compared as it stands, with the same result as the articles themselves."""
    path = two_counts(tmp_path)
    printed = tmp_path / "read.jsonl"
    printed.write_text(invoke("read", path, "--format", "jsonl").stdout, encoding="utf-8")
    straight, again = (invoke("compare", each, "--one-event", "--format", "json").stdout for each in (path, printed))
    left_out = {"path", "found_in"}
    told = [
        {**json.loads(out), "articles": [{k: v for k, v in a.items() if k not in left_out}
                                         for a in json.loads(out)["articles"]]}
        for out in (straight, again)
    ]  # fmt: skip
    assert told[0] == told[1]


def test_compare_goes_on_without_what_cannot_be_read(tmp_path):
    """A file that is none is named with what to do; the others are compared, and the exit status says so."""
    result = invoke("compare", two_counts(tmp_path), tmp_path / "none.txt")
    assert (result.exit_code, "none.txt" in result.stderr) == (1, True)
    assert "2 articles" in result.stdout


def test_compare_takes_owners_of_outlets(tmp_path):
    """Outlets of one owner are one publisher; a table that is none is refused with its line."""
    owners = tmp_path / "owners.tsv"
    owners.write_text("post\tQuay\t-\tone company\nbeacon\tQuay\t-\tone company\n", encoding="utf-8")
    result = invoke("compare", two_counts(tmp_path), "--one-event", "--owners", owners)
    assert "2 articles · 1 publisher · 2 texts" in result.stdout
    owners.write_text("post\n", encoding="utf-8")
    refused = invoke("compare", two_counts(tmp_path), "--owners", owners)
    assert (refused.exit_code, "line 1 of the owners has 1 fields; wanted four" in refused.stderr) == (2, True)


def test_archive_is_summed_up(tmp_path):
    """What an archive holds beside articles is one line with the reasons, and no failure."""
    crawl = tmp_path / "crawl.warc"
    crawl.write_bytes(response() + response(status="404 Not Found") * 2 + response(b"x", Content_Type="image/png"))
    made = CliRunner().invoke(sayso_command, ["read", str(crawl), "--format", "jsonl"])
    assert (made.exit_code, len(made.stdout.splitlines())) == (0, 1)
    assert made.stderr == "passed over 3 (status 404 2, not HTML 1)\n"


@pytest.mark.parametrize(("given", "said"), [
    ("page=100", "a page of more than 100 bytes"),
    ("size=1", "found 'size'; wanted one of depth, layers"),
    ("page=many", "found 'many'; wanted a whole number above 0"),
    ("page=0", "found '0'; wanted a whole number above 0"),
])  # fmt: skip
def test_bounds_can_be_set(tmp_path, given, said):
    """``--cap`` changes a bound on what an input may cost; other names and numbers are misuse."""
    (tmp_path / "a.html").write_bytes(page())
    made = CliRunner().invoke(sayso_command, ["read", str(tmp_path / "a.html"), "--cap", given])
    assert said in " ".join(made.stderr.split())
