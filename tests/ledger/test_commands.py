"""The ledger's verbs, as a user types them."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from sayso.cli import sayso_command
from sayso.errors import SaysoError
from tests.ledger.conftest import TEXT, row, write_rows


def invoke(*arguments, fails=False):
    """What the command printed, and what it said on stderr; it must end as wanted."""
    done = CliRunner().invoke(sayso_command, [*map(str, arguments)])
    assert (done.exit_code != 0) is fails, done.output
    return done.stdout, done.stderr


@pytest.fixture
def path(tmp_path):
    """A ledger with one article of two statements."""
    ledger = tmp_path / "story.sayso"
    rows = write_rows(
        tmp_path / "rows.jsonl", row("a1", outlet="The Inland Post", date="2026-05-12", title="Depot empty")
    )
    invoke("new", ledger)
    invoke("add", ledger, rows)
    return ledger


def test_add_says_what_it_did(path, tmp_path):
    """What is new is listed, what was there is counted, what changed is said."""
    rows = write_rows(
        tmp_path / "rows.jsonl",
        row("a1", TEXT.replace("claimed", "said"), [("the ministry", "said", "The depot was empty")]),
    )
    out, said = invoke("add", path, rows, tmp_path / "missing.txt", fails=True)
    assert "cue: “claimed” became “said”" in " ".join(out.split())
    assert said.splitlines()[-1] == "new version 1 · refused 1"
    assert invoke("add", path, rows)[1] == "already there 1 · refused 0\n"


def test_add_as_json_lines(tmp_path):
    """Programs get a line for each article, those that were there too."""
    invoke("new", tmp_path / "a.sayso")
    rows = write_rows(tmp_path / "rows.jsonl", row("a1"))
    lines = [json.loads(invoke("add", tmp_path / "a.sayso", rows, "--format", "jsonl")[0]) for _ in range(2)]
    assert [line["outcome"] for line in lines] == ["new", "already there"]


def test_add_wants_something(path):
    """Without a path and without --again there is nothing to do, and that is misuse."""
    assert CliRunner().invoke(sayso_command, ["add", str(path)]).exit_code == 2


def test_list_is_the_contract_and_an_input(path, tmp_path):
    """One object a line and article, which `read` takes as it stands."""
    out, _ = invoke("list", path, "--format", "jsonl")
    [article] = map(json.loads, out.splitlines())
    assert (article["id"], article["text"], article["version"]) == ("a1", TEXT, 1)
    (tmp_path / "list.jsonl").write_text(out, encoding="utf-8")
    again = json.loads(invoke("read", tmp_path / "list.jsonl", "--format", "jsonl")[0])
    assert again["attributions"] == article["attributions"]


def test_list_as_table_and_csv(path):
    """People and spreadsheets get a row an article."""
    assert "a1" in invoke("list", path)[0]
    [article] = csv.DictReader(io.StringIO(invoke("list", path, "--format", "csv")[0]))
    assert (article["article"], article["attributions"], article["title"]) == ("a1", "2", "Depot empty")


def test_show_an_article_and_an_attribution(path):
    """An article with its table, or one statement with its basis."""
    assert "The Inland Post · 2026-05-12" in invoke("show", path, "a1")[0]
    assert "the ministry" in invoke("show", path, "a1.1")[0]
    assert json.loads(invoke("show", path, "a1.1", "--format", "jsonl")[0])["words"]["cue"] == "claimed"
    assert len(list(csv.DictReader(io.StringIO(invoke("show", path, "a1", "--format", "csv")[0])))) == 2


def test_unknown_name_is_said(path):
    """What the ledger does not have is said in one line."""
    done = CliRunner().invoke(sayso_command, ["show", str(path), "a9"])
    assert isinstance(done.exception, SaysoError)
    assert "found nothing named a9" in str(done.exception)


def test_search_prints_what_was_found(path):
    """Found statements and articles, in every form."""
    out, said = invoke("search", path, "depot", "--format", "jsonl")
    assert [json.loads(line)["attribution"] for line in out.splitlines()] == ["a1.1", None]
    assert said == "1 attribution, 1 article\n"
    assert "claimed" in invoke("search", path, "depot", "--certainty", "asserted")[0]


def test_review_decides_and_shows(path):
    """A decision is made, shown with who made it, and taken back."""
    fields = ("--correct", "source_name=Ministry of Supply", "--grade", "reliability=B", "--note", "asked")
    out, _ = invoke("review", path, "a1.1", *fields, "--by", "dora", "--format", "csv")
    made = list(csv.DictReader(io.StringIO(out)))
    assert [(each["who"], each["kind"], each["value"]) for each in made] == [
        ("dora", "grade", "B"), ("dora", "note", "asked"), ("dora", "correct", "Ministry of Supply")
    ]  # fmt: skip
    assert "Ministry of Supply" in invoke("show", path, "a1.1")[0]
    invoke("review", path, "--undo", 3, "--by", "dora")
    assert json.loads(invoke("show", path, "a1.1", "--format", "jsonl")[0])["source_name"] == "the ministry"


def test_review_shows_conflicts(path):
    """What people see differently is listed with both."""
    invoke("review", path, "a1.1", "--accept", "--by", "dora")
    invoke("review", path, "a1.1", "--reject", "--by", "anselm")
    [conflict] = csv.DictReader(io.StringIO(invoke("review", path, "--conflicts", "--format", "csv")[0]))
    assert conflict["why"] == "people disagree"
    assert "dora accepted" in conflict["decisions"]


def test_review_judges_statements_and_origins(path):
    """What a person says of two statements and of an origin is stored, and shown at both."""
    words = ("--not-same", "a1.1", "--not-disputes", "a1.1", "--origin", "Harbour Office")
    out, _ = invoke("review", path, "a1.2", *words, "--by", "dora", "--format", "csv")
    made = [(each["kind"], each["other"], each["value"]) for each in csv.DictReader(io.StringIO(out))]
    assert made == [("not_same", "a1.1", ""), ("not_disputes", "a1.1", ""), ("origin", "", "Harbour Office")]
    assert "not_same" in invoke("review", path, "a1.1")[0]


def test_verify_checkpoint_and_prove(path, tmp_path):
    """Signed, published, verified with the key, and proved."""
    note, said = invoke("checkpoint", path, "--key", tmp_path / "key.pem")
    (tmp_path / "note.txt").write_text(note, encoding="utf-8")
    key = said.removeprefix("public key: ").strip()
    out, _ = invoke("verify", path, "--key", key, "--checkpoint", tmp_path / "note.txt", "--format", "jsonl")
    assert {**json.loads(out), "root": "", "key": ""} == {
        "entries": 2, "signed": 2, "originals": 1, "readings": 1, "decisions": 0, "comparisons": 0,
        "forgotten": 0, "root": "", "key": "",
    }  # fmt: skip
    assert json.loads(invoke("prove", path, "a1")[0])["format"] == "sayso-proof/1"
    assert "1 of 3 entries are not signed yet" in invoke("verify", path)[1]


def test_key_is_for_its_owner_alone(path, tmp_path):
    """The private key is made so that nobody else can read it, and is not in the ledger."""
    invoke("checkpoint", path, "--key", tmp_path / "keys" / "key.pem")
    pem = (tmp_path / "keys" / "key.pem").read_bytes()
    assert (tmp_path / "keys" / "key.pem").stat().st_mode & 0o077 == 0
    assert pem.splitlines()[1] not in path.read_bytes()


def test_forget_doctor_and_merge(path, tmp_path):
    """An article is forgotten, the ledger examined, and another one merged in."""
    other = tmp_path / "other.sayso"
    invoke("new", other)
    assert invoke("merge", other, path)[1].startswith("copied 1 article, 1 version, 1 reading, 0 decisions")
    assert invoke("forget", path, "a1", "--by", "dora")[1] == "forgot a1\n"
    assert invoke("list", path, "--format", "jsonl")[0] == ""
    assert "nothing left" in invoke("doctor", path)[0]


@pytest.mark.parametrize("verb", sorted(sayso_command.commands))
def test_every_verb_has_help_with_an_example(verb):
    """Help says what a verb does and shows a line that can be pasted."""
    out, _ = invoke(verb, "--help")
    assert f"sayso {verb} " in out.partition("Example")[2]
