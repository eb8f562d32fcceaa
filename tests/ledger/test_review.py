"""What people decide: rows beside the machine's, by whom and when, reversible, and never moved to other words."""

import pytest

import sayso
from sayso.article import Span
from sayso.ledger import Verdict, reader, review
from tests.ledger.conftest import DEPOT, TEXT, add, count, row, write_rows


def decide(ledger, name, *made, who="dora"):
    """Store decisions that are ready."""
    return ledger.decide(name, lambda *_: list(made), who=who)


def correct(ledger, name, field, value, who="dora"):
    """Correct one field."""
    return ledger.decide(name, lambda one, text: [review.correct(one, text, field, value)], who=who)


def another_model(monkeypatch):
    """From now on another model reads."""
    monkeypatch.setattr("sayso.ledger.add.this_reader", lambda: reader.Reader("0.2.0", "other-model"))


def test_decision_is_a_row_beside_what_the_machine_said(filled):
    """Accepting changes nothing that the machine stored; who and when stand in the decision."""
    before = filled.attribution("a1.1").attribution
    [number] = decide(filled, "a1.1", review.accept())
    kept = filled.attribution("a1.1")
    assert (kept.attribution, kept.standing.verdict) == (before, Verdict.ACCEPTED)
    [made] = filled.decisions("a1.1")
    assert (made.id, made.who, made.decided_at.endswith("Z")) == (number, "dora", True)


@pytest.mark.parametrize(
    ("field", "said", "value"),
    [
        ("source_name", "Ministry of Supply", "Ministry of Supply"),
        ("source_name", "", None),
        ("certainty", "hedged", sayso.attribution.Certainty.HEDGED),
        ("named", "true", True),
        ("content", "depot was empty", (Span(4, 19),)),
        ("source", "[[21, 33]]", (Span(21, 33),)),
        ("source", "[]", ()),
        ("evidence", '[{"kind": "video", "span": [0, 3], "shown": null}]',
         (sayso.attribution.Evidence(sayso.attribution.EvidenceKind.VIDEO, Span(0, 3), None),)),
    ],
)  # fmt: skip
def test_any_field_can_be_corrected(filled, field, said, value):
    """A name, a class, a flag, a span by its words or offsets, a list: each is put right and shows from then on."""
    correct(filled, "a1.1", field, said)
    assert getattr(filled.attribution("a1.1").attribution, field) == value


@pytest.mark.parametrize(
    ("field", "said", "found"),
    [
        ("score", "1", "the field score"),
        ("certainty", "sure", "an unknown certainty"),
        ("content", "no such words", "words that its text does not have"),
        ("content", "e", "words that its text has more than once"),
        ("source", "[[5, 500]]", "a span from 5 to 500"),
        ("named", "perhaps", "named that is words"),
    ],
)
def test_correction_that_does_not_fit_is_refused(filled, field, said, found):
    """What is no field, no value of it, or no words of the text is refused with what was wanted; nothing is stored."""
    with pytest.raises(sayso.Undecidable, match=f"a1.1: found {found}.*; wanted .*; "):
        correct(filled, "a1.1", field, said)
    assert filled.decisions() == []


def test_corrected_words_are_stored_as_slices(filled):
    """The words of a corrected span stand beside it, exactly."""
    correct(filled, "a1.1", "content", "depot was empty")
    assert filled.connection.execute('SELECT start, "end", words FROM decision_spans').fetchall() == [
        (4, 19, "depot was empty")
    ]


def test_rejected_statement_is_no_longer_listed_but_can_be_looked_up(filled):
    """A statement that all who decided reject is left out of the article; its row stays."""
    decide(filled, "a1.1", review.reject())
    assert [each.id for each in filled.article("a1").article.attributions] == ["a1.2"]
    assert filled.attribution("a1.1").standing.verdict is Verdict.REJECTED


def test_two_people_may_disagree(filled):
    """Both decisions stand, the machine's value is kept, and the dispute is shown."""
    correct(filled, "a1.1", "source_name", "Ministry of Supply", who="dora")
    correct(filled, "a1.1", "source_name", "Interior Ministry", who="anselm")
    decide(filled, "a1.2", review.accept(), who="dora")
    decide(filled, "a1.2", review.reject(), who="anselm")
    assert filled.attribution("a1.1").attribution.source_name == "the ministry"
    assert filled.attribution("a1.1").standing.disputed == {
        "source_name": {"dora": "Ministry of Supply", "anselm": "Interior Ministry"}
    }
    assert [(each.attribution, each.why) for each in filled.conflicts()] == [
        ("a1.1", "people disagree"), ("a1.2", "people disagree")
    ]  # fmt: skip


def test_ones_own_later_word_counts(filled):
    """A person who decides again changes their mind; nobody disagrees with themselves."""
    decide(filled, "a1.1", review.reject())
    decide(filled, "a1.1", review.accept())
    assert (filled.attribution("a1.1").standing.verdict, list(filled.conflicts())) == (Verdict.ACCEPTED, [])


def test_decision_can_be_taken_back_by_who_made_it(filled):
    """Taking back is a row too: both stay, and the statement is as it was."""
    [number] = correct(filled, "a1.1", "source_name", "Ministry of Supply")
    with pytest.raises(sayso.Undecidable, match="found that dora made it, not anselm"):
        filled.undo(number, who="anselm")
    filled.undo(number, who="dora")
    assert filled.attribution("a1.1").attribution.source_name == "the ministry"
    assert [(each.kind.value, each.undone) for each in filled.decisions()] == [("correct", True), ("undo", False)]
    with pytest.raises(sayso.Undecidable, match="taken back"):
        filled.undo(number, who="dora")


def test_grades_are_peoples_scales(filled):
    """Reliability, credibility and likelihood are three fields, empty until somebody fills them."""
    assert filled.attribution("a1.1").standing is None
    grades = [
        review.grade(*pair, "a1.1") for pair in (("reliability", "b"), ("credibility", "2"), ("likelihood", "Likely"))
    ]
    decide(filled, "a1.1", *grades)
    assert filled.attribution("a1.1").standing.grades == {
        "dora": {"reliability": "B", "credibility": "2", "likelihood": "likely"}
    }


@pytest.mark.parametrize(
    ("scale", "value"), [("reliability", "G"), ("credibility", "0"), ("likelihood", "sure"), ("mood", "A")]
)
def test_grade_off_the_scale_is_refused(scale, value):
    """Only the grades of the scales can be given."""
    with pytest.raises(sayso.Undecidable, match=r"a1\.1: found .*; wanted one of "):
        review.grade(scale, value, "a1.1")


def test_decisions_survive_another_reading(filled, monkeypatch):
    """When another model finds the same statement, the decision stands with it."""
    correct(filled, "a1.1", "source_name", "Ministry of Supply")
    another_model(monkeypatch)
    add(filled, again=True)
    assert filled.attribution("a1.1").attribution.source_name == "Ministry of Supply"
    assert list(filled.conflicts()) == []


def test_statement_that_people_stand_by_stays_when_the_machine_loses_it(ledger, tmp_path, monkeypatch):
    """An accepted statement is shown though the new model does not find it; what nobody decided on is not."""
    text = "Rain fell."
    path = tmp_path / "a.txt"
    path.write_text("The depot was empty, the ministry said. The quay was open, the mayor said.\n", encoding="utf-8")
    [added] = add(ledger, path)
    first, _ = [each.id for each in ledger.article(added.article).article.attributions]
    decide(ledger, first, review.accept())
    another_model(monkeypatch)
    monkeypatch.setattr(
        "sayso.pipeline.attribute", lambda article: sayso.ledger.readings.dataclasses.replace(article, attributions=())
    )
    add(ledger, again=True)
    assert ([each.id for each in ledger.article(added.article).article.attributions], text) == ([first], "Rain fell.")


def test_decision_goes_along_when_only_other_words_changed(filled, tmp_path):
    """A statement with the same source, cue and content in a changed text is the same statement."""
    correct(filled, "a1.1", "source_name", "Ministry of Supply")
    add(filled, write_rows(tmp_path / "rows.jsonl", row("a1", f"Rain fell. {TEXT}", outlet="The Inland Post")))
    kept = filled.attribution("a1.1")
    assert (kept.attribution.source_name, kept.attribution.content) == ("Ministry of Supply", (Span(11, 30),))
    assert list(filled.conflicts()) == []


def test_decision_on_words_that_changed_is_a_conflict(filled, tmp_path):
    """When the cue of a corrected statement changed, the correction is shown as a conflict and moved to nothing."""
    correct(filled, "a1.1", "source_name", "Ministry of Supply")
    changed = TEXT.replace("claimed", "said")
    statements = [("the ministry", "said", DEPOT[2])]
    add(filled, write_rows(tmp_path / "rows.jsonl", row("a1", changed, statements, outlet="The Inland Post")))
    [conflict] = filled.conflicts()
    assert (conflict.attribution, conflict.why) == ("a1.1", "the text changed and no longer has these words")
    [shown] = filled.article("a1").article.attributions
    assert (shown.id, shown.source_name) == ("a1.3", "the ministry")


def test_corrected_span_is_not_moved_to_a_changed_text(filled, tmp_path):
    """Offsets that a person marked in one text are never applied to another; that is a conflict."""
    correct(filled, "a1.1", "content", "depot was empty")
    add(filled, write_rows(tmp_path / "rows.jsonl", row("a1", f"Rain fell. {TEXT}", outlet="The Inland Post")))
    assert filled.attribution("a1.1").content == "The depot was empty"
    [conflict] = filled.conflicts()
    assert conflict.why == "the text changed, and the corrected words were marked in the text before"


def test_words_said_twice_take_no_decision_along(ledger, tmp_path):
    """Where a changed text has the same statement twice, nobody can tell which was meant: a conflict."""
    add(ledger, write_rows(tmp_path / "rows.jsonl", row("a1", statements=[DEPOT])))
    decide(ledger, "a1.1", review.accept())
    text = f"{TEXT} {TEXT}"
    twice = row("a1", text, [DEPOT])
    second = [
        [[s + len(TEXT) + 1, e + len(TEXT) + 1] for s, e in twice["attributions"][0][role]]
        for role in ("source", "cue", "content")
    ]
    twice["attributions"].append(dict(zip(("source", "cue", "content"), second, strict=True)))
    add(ledger, write_rows(tmp_path / "rows.jsonl", twice))
    assert [each.attribution for each in ledger.conflicts()] == ["a1.1"]
    assert [each.id for each in ledger.article("a1").article.attributions] == ["a1.2", "a1.3"]


def test_decision_on_nothing_is_refused(filled):
    """A name that the ledger does not have is said; nothing is stored."""
    with pytest.raises(sayso.NotInLedger, match=r"found nothing named a9\.1; wanted the name of an attribution"):
        decide(filled, "a9.1", review.accept())
    assert count(filled, "decisions") == 0
