"""What people say of two statements and of origins: rows like other decisions, and what a comparison takes of them."""

import contextlib
import gzip
from pathlib import Path

import pytest

import sayso
from sayso.claim import Judgement, JudgementKind
from sayso.ledger import new_ledger, open_ledger, reader, review
from sayso.ledger.judgements import judgements
from tests.ledger.conftest import QUAY, TEXT, add, row, write_rows
from tests.ledger.test_forget import everything

BEFORE = Path(__file__).parent / "data" / "ledger_before_comparisons.sayso.gz"
"""A ledger made by Sayso before there were judgements and comparisons: a correction, a note that was taken back, an
acceptance, and a last decision that was forgotten; signed."""


def judge(ledger, name, kind, other, who="dora"):
    """Store a judgement; its number."""
    [number] = ledger.decide(name, lambda *_: [review.judge(JudgementKind(kind), other, name)], who=who)
    return number


def said(ledger):
    """What a comparison takes, as kind, statement and other."""
    return [(each.kind.value, each.attribution, each.other) for each in judgements(ledger.decisions())]


@pytest.fixture
def clock(monkeypatch):
    """A clock that a test can set."""
    hours = {"now": "2026-05-12T08:00:00Z"}
    monkeypatch.setattr("sayso.ledger.connection.clock", lambda: hours["now"])

    def set_to(hour):
        hours["now"] = f"2026-05-12T{hour:02}:00:00Z"

    return set_to


@pytest.mark.parametrize(
    ("kind", "other"),
    [("same", "a2.2"), ("not_same", "a2.2"), ("disputes", "a2.1"), ("not_disputes", "a1.1"), ("origin", "the press")],
)
def test_judgement_is_a_decision_and_taken_by_comparisons(filled, kind, other):
    """Each kind is stored with who and when, is listed with other decisions, and is what a comparison takes."""
    number = judge(filled, "a1.2", kind, other)
    [made] = filled.decisions("a1.2")
    assert (made.id, made.kind, made.who, made.other or made.value) == (number, kind, "dora", other)
    assert judgements(filled.decisions()) == [Judgement(JudgementKind(kind), "a1.2", other)]
    assert filled.verify().decisions == 1


def test_judgement_is_listed_at_both_statements(filled):
    """Whoever looks at the other statement, or its article, sees what was said of it."""
    judge(filled, "a1.2", "same", "a2.2")
    assert str(filled.decisions("a2.2")[0]).startswith("dora called a1.2 the same as a2.2, 20")
    assert filled.decisions("a1") == filled.decisions("a2") == filled.decisions("a1.2")
    assert filled.decisions("a2.1") == []


@pytest.mark.parametrize(
    ("kind", "other", "error", "found"),
    [
        ("same", "a1.1", sayso.Undecidable, "a1.1: found the statement itself; wanted another statement"),
        ("origin", "  ", sayso.Undecidable, "a1.1: found an origin without a word"),
        ("disputes", "a9.1", sayso.NotInLedger, "found nothing named a9.1; wanted the name of an attribution"),
    ],
)
def test_judgement_on_nothing_is_refused(filled, kind, other, error, found):
    """The statement itself, an empty name, a statement that is not there: said, and nothing is stored."""
    with pytest.raises(error, match=found):
        judge(filled, "a1.1", kind, other)
    assert filled.decisions() == []


def test_taken_back_judgement_is_not_taken(filled):
    """After the undo the earlier word of the same person holds again."""
    judge(filled, "a1.2", "same", "a2.2")
    number = judge(filled, "a2.2", "not_same", "a1.2")
    assert said(filled) == [("not_same", "a2.2", "a1.2")]
    filled.undo(number, who="dora")
    assert said(filled) == [("same", "a1.2", "a2.2")]


def test_ones_own_later_word_replaces_the_earlier(filled):
    """Who changes their mind is in conflict with nobody, whichever statement is named first."""
    judge(filled, "a1.2", "same", "a2.2")
    judge(filled, "a2.2", "disputes", "a1.2")
    assert (said(filled), list(filled.conflicts())) == ([("disputes", "a2.2", "a1.2")], [])


def test_words_that_go_together_both_hold(filled):
    """Two statements may be neither the same nor in dispute."""
    judge(filled, "a1.2", "not_same", "a2.1")
    judge(filled, "a1.2", "not_disputes", "a2.1")
    assert said(filled) == [("not_same", "a1.2", "a2.1"), ("not_disputes", "a1.2", "a2.1")]


@pytest.mark.parametrize(
    ("first", "second"), [("same", "not_same"), ("disputes", "not_disputes"), ("same", "disputes")]
)
def test_disagreement_is_listed_and_the_last_word_taken(filled, first, second):
    """Where two people say opposite things of two statements, the later is taken and the conflict stays listed."""
    judge(filled, "a1.2", first, "a2.2", who="dora")
    judge(filled, "a2.2", second, "a1.2", who="anselm")
    assert said(filled) == [(second, "a2.2", "a1.2")]
    [conflict] = filled.conflicts()
    assert (conflict.attribution, conflict.article, conflict.why) == ("a1.2", "a1", "people disagree")
    assert [each.who for each in conflict.standing.decisions] == ["dora", "anselm"]


def test_disagreement_about_an_origin_is_listed(filled):
    """Two names for the origin of one statement are a conflict too; the same name is none."""
    judge(filled, "a1.1", "origin", "the ministry", who="dora")
    judge(filled, "a1.1", "origin", "the ministry", who="anselm")
    assert list(filled.conflicts()) == []
    judge(filled, "a1.1", "origin", "the mayor", who="anselm")
    assert said(filled) == [("origin", "a1.1", "the mayor")]
    assert [each.why for each in filled.conflicts()] == ["people disagree"]


def test_last_word_is_last_in_time_not_in_number(filled, tmp_path, clock):
    """A word that a merge brings in later, but was said earlier, does not win."""
    with new_ledger(tmp_path / "other.sayso") as other:
        add(other, tmp_path / "rows.jsonl")
        clock(9)
        judge(other, "a1.2", "same", "a2.2", who="anselm")
        clock(10)
        judge(filled, "a1.2", "not_same", "a2.2", who="dora")
        assert filled.merge(other).decisions == 1
    assert [each.who for each in filled.decisions()] == ["dora", "anselm"]
    assert said(filled) == [("not_same", "a1.2", "a2.2")]


def test_merge_brings_judgements_on_articles_that_come_later(ledger, tmp_path):
    """A judgement on an article that is merged after the first finds its statement, under the name it has here."""
    add(
        ledger, write_rows(tmp_path / "mine.jsonl", row("a2", "Rain fell, Dora said.", [("Dora", "said", "Rain fell")]))
    )
    with new_ledger(tmp_path / "other.sayso") as other:
        add(other, write_rows(tmp_path / "rows.jsonl", row("a1"), row("a2", statements=[QUAY])))
        number = judge(other, "a1.2", "same", "a2.1")
        judge(other, "a2.1", "origin", "the harbour office")
        other.undo(number, who="dora")
        judge(other, "a1.2", "disputes", "a2.1")
        ledger.merge(other)
        before = list(ledger.connection.iterdump())
        ledger.merge(other)
    assert list(ledger.connection.iterdump()) == before
    assert said(ledger) == [("origin", "a2~2.1", "the harbour office"), ("disputes", "a1.2", "a2~2.1")]
    ledger.verify()


def test_forgetting_the_other_article_forgets_the_judgement(filled):
    """The judgement goes with either article, and with it what took it back; the log says so, and all verifies."""
    number = judge(filled, "a1.2", "same", "a2.2")
    filled.undo(number, who="dora")
    judge(filled, "a1.1", "origin", "the ministry")
    filled.forget("a2", who="dora")
    assert [each.kind for each in filled.decisions()] == ["origin"]
    assert filled.connection.execute("SELECT kind, object FROM deleted WHERE kind = 'correction'").fetchall() == [
        ("correction", 1), ("correction", 2)
    ]  # fmt: skip
    assert filled.verify().forgotten == 4


def test_forgotten_origin_is_nowhere_in_the_file(filled):
    """A name that somebody wrote as an origin goes with the decision."""
    number = judge(filled, "a1.1", "origin", "Nell Corvane")
    filled.forget_decision(number, who="dora")
    assert b"corvane" not in everything(filled).lower()


def test_judged_statements_stay_when_the_machine_loses_them(filled, tmp_path, monkeypatch):
    """Both statements are there after a reading that does not find them, so that the judgement still holds."""
    judge(filled, "a1.2", "same", "a2.2")
    monkeypatch.setattr("sayso.ledger.add.this_reader", lambda: reader.Reader("0.2.0", "other-model"))
    monkeypatch.setattr(
        "sayso.ledger.add.read_documents",
        lambda documents, **_: (
            (each, sayso.Article(id=each.payload["id"], text=TEXT, attributions=())) for each in documents
        ),
    )
    add(filled, again=True)
    assert [[each.id for each in one.article.attributions] for one in filled.articles()] == [["a1.2"], ["a2.2"]]


def test_judgement_on_words_that_changed_is_a_conflict(filled, tmp_path):
    """When either text no longer has the words, the judgement is listed; it is moved to no other statement."""
    judge(filled, "a1.2", "same", "a2.2")
    rows = (
        row("a1", outlet="The Inland Post", date="2026-05-12", title="Depot was empty"),
        row("a2", "Rain fell, Dora said.", [("Dora", "said", "Rain fell")], outlet="Corrin Standard"),
    )
    add(filled, write_rows(tmp_path / "rows.jsonl", *rows))
    [conflict] = filled.conflicts()
    assert (conflict.attribution, conflict.why) == (
        "a1.2", "the text of the other statement changed and no longer has its words"
    )  # fmt: skip


@pytest.fixture
def before(tmp_path):
    """The path of a ledger from before."""
    path = tmp_path / "before.sayso"
    path.write_bytes(gzip.decompress(BEFORE.read_bytes()))
    return path


def test_ledger_from_before_opens_and_verifies_as_it_was_signed(before):
    """Its decisions stand, what took one back too, and its log and signature hold to the last byte."""
    with open_ledger(before) as ledger:
        found = ledger.verify(ledger.own_key)
        assert (found.signed, found.root) == (10, "27b17ad5e8ce15d036b34a1e77a8f1407ae7f78a4c25640647f8be45e7a3a4ee")
        assert [(each.id, each.kind.value, each.undone) for each in ledger.decisions()] == [
            (1, "correct", False), (2, "note", True), (3, "undo", False), (4, "accept", False)
        ]  # fmt: skip
        assert ledger.attribution("a1.1").content == "depot was empty"
        assert ledger.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_ledger_from_before_takes_judgements(before):
    """The next decision gets a number that was never used, not even by one that was forgotten."""
    with open_ledger(before) as ledger:
        assert judge(ledger, "a1.2", "same", "a2.2") == 6
        assert ledger.verify(ledger.own_key).decisions == 5
        ledger.forget("a1", who="dora")
        assert ([each.id for each in ledger.decisions()], ledger.verify().forgotten) == ([4], 7)


def test_migration_that_is_cut_off_leaves_the_ledger_as_it_was(before, monkeypatch):
    """Whatever goes wrong while tables are made anew, nothing of it is left, and the next time it is done."""
    monkeypatch.setattr("sayso.ledger.schema._immutable_trigger", lambda _: "no SQL")
    whole = before.read_bytes()
    with contextlib.suppress(Exception):
        open_ledger(before)
    assert before.read_bytes() == whole
    monkeypatch.undo()
    with open_ledger(before) as ledger:
        assert ledger.verify(ledger.own_key).decisions == 4


def test_judgement_on_what_is_one_statement_here_is_not_merged(ledger, tmp_path):
    """Where two statements there are one here, since only one version came here, what was said of the two is left out.

    Between the versions that both have, the other had one with these words twice, and so took them for two statements.
    """
    first, last = row("a1", statements=[QUAY]), row("a1", f"Rain fell. {TEXT}", [QUAY])
    twice = row("a1", f"{TEXT} {TEXT}", [QUAY])
    again = {part: [[start + len(TEXT) + 1, end + len(TEXT) + 1] for start, end in twice["attributions"][0][part]]
             for part in ("source", "cue", "content")}  # fmt: skip
    twice["attributions"].append(again)
    with new_ledger(tmp_path / "other.sayso") as other:
        for version in (first, twice, last):
            add(other, write_rows(tmp_path / "rows.jsonl", version))
        assert [each.id for each in other.article("a1").article.attributions] == ["a1.4"]
        number = judge(other, "a1.4", "same", "a1.1")
        judge(other, "a1.4", "origin", "the harbour office")
        other.undo(number, who="dora")
        for version in (first, last):
            add(ledger, write_rows(tmp_path / "rows.jsonl", version))
        ledger.merge(other)
    assert [str(each.kind) for each in ledger.decisions()] == ["origin"]
    ledger.verify()
