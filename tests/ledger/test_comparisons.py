"""A ledger's articles compared: as people left them, kept with what it was made from, gone with what is forgotten."""

import dataclasses
import hashlib
import json
import sqlite3

import pytest
from click.testing import CliRunner

import sayso
from sayso.claim import Because, Judgement, JudgementKind, Link, OwnVoice, Relation
from sayso.cli import sayso_command
from sayso.compare import ComparedEvent, compare
from sayso.compare.owners import Owner, built_in_owners
from sayso.ledger import new_ledger, open_ledger, reader, review, store
from sayso.ledger.plain import from_plain, to_plain
from tests.ledger.conftest import BLAST, OWN, TEXT, WIRE, add, count, market_rows, row, write_rows
from tests.ledger.test_judgements import judge
from tests.ledger.test_verify import tamper


def claims_of(kept):
    """The statements of each claim."""
    return [claim.attributions for event in kept.comparison.events for claim in event.claims]


def links_of(kept):
    """The links between claims, each end as the statements of its claim."""
    return [
        (claims[link.from_], link.relation, claims[link.to], link.score)
        for event in kept.comparison.events
        for claims in [{claim.id: claim.attributions for claim in event.claims}]
        for link in event.links
    ]


def sayso_said(*arguments):
    """Exit status, stdout and stderr of a command."""
    done = CliRunner().invoke(sayso_command, [*map(str, arguments)])
    return done.exit_code, done.stdout, done.stderr


def test_comparison_is_that_of_the_articles(market):
    """It is what the articles give when they are compared without a ledger, and comes back the same from the file."""
    kept = market.compare()
    alone = compare([sayso.completed.completed(one.article) for one in market.articles()])
    assert kept.comparison == alone
    assert market.comparison() == market.comparison(1) == kept
    assert claims_of(kept) == [("m1.1", "m2.1", "m3.1"), ("m1.1", "m2.1", "m3.1"), ("m1.2", "m3.2")]


def test_comparison_says_what_it_was_made_from(market):
    """The texts, the articles as they were compared, the versions and the options: by hashes that anybody can make."""
    kept = market.compare(one_event=True)
    first = kept.inputs[0]
    assert (first.article, first.text) == ("m1", hashlib.sha256(WIRE.encode()).hexdigest())
    assert [each.article for each in kept.inputs] == ["m1", "m2", "m3", "m4"]
    assert (kept.options.reader, kept.options.one_event, kept.judgements) == (reader.this_reader(), True, ())
    own = [dataclasses.astuple(built_in_owners()[name]) for name in sorted(built_in_owners())]
    table = dict(zip(sorted(built_in_owners()), own, strict=True))
    said = json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert kept.options.owners == hashlib.sha256(said).hexdigest()


def test_hash_of_an_article_is_that_of_its_line(ledger, tmp_path):
    """Of an article that Sayso read, it is the hash of what `sayso read` prints of it, in canonical form."""
    (tmp_path / "a.txt").write_text(OWN, encoding="utf-8")
    add(ledger, tmp_path / "a.txt")
    [each] = ledger.compare().inputs
    _, out, _ = sayso_said("list", ledger.path, "--format", "jsonl")
    line = {key: value for key, value in json.loads(out).items()
            if key not in ("version", "sha256", "kept_at", "read_by", "reviews")}  # fmt: skip
    said = json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert each.sha256 == hashlib.sha256(said).hexdigest()


def test_same_is_not_kept_twice(market, monkeypatch):
    """Nothing changed, nothing is compared; a remark, a grade or another place of the same article changes nothing."""
    first = market.compare()
    market.decide(
        "m1.1", lambda *_: [review.note("asked", "m1.1"), review.grade("reliability", "B", "m1.1")], who="dora"
    )
    monkeypatch.setattr(store, "compare", None)
    assert market.compare() == first
    assert count(market, "comparisons") == 1


def test_whatever_may_change_the_result_makes_another(market, monkeypatch):
    """Another article, decision, judgement, option, owner or version of Sayso: each is a comparison of its own."""
    numbers = [market.compare().number, market.compare(one_event=True).number]
    owners = {**built_in_owners(), "inlandpost": Owner("Meridian Press", None, "one company")}
    numbers.append(market.compare(owners=owners).number)
    market.decide("m1.1", lambda *_: [review.reject()], who="dora")
    numbers.append(market.compare().number)
    judge(market, "m2.2", "disputes", "m1.2")
    numbers.append(market.compare().number)
    monkeypatch.setattr("sayso.ledger.store.this_reader", lambda: reader.Reader("0.2.0", "other-model"))
    numbers.append(market.compare().number)
    assert numbers == [1, 2, 3, 4, 5, 6]
    assert market.verify().comparisons == 6


def test_rejected_and_corrected_statements_are_compared_as_people_left_them(market):
    """A rejected statement is in no claim; a corrected name is the origin's."""
    market.decide("m3.1", lambda *_: [review.reject()], who="dora")
    for name in ("m1.2", "m3.2"):
        market.decide(name, lambda one, text: [review.correct(one, text, "source_name", "Army Staff")], who="dora")
    kept = market.compare()
    assert claims_of(kept) == [("m1.1", "m2.1"), ("m1.1", "m2.1"), ("m1.2", "m3.2")]
    assert kept.comparison.events[0].claims[2].origins == ("Army Staff",)


def test_kept_comparison_stays_as_it_was(market):
    """Later decisions and versions change nothing in it, the statements that it has included."""
    market.decide("m2.1", lambda one, text: [review.correct(one, text, "source_name", "Ada Byrne")], who="dora")
    kept = market.compare()
    market.undo(1, who="dora")
    market.decide("m2.1", lambda *_: [review.reject()], who="dora")
    assert market.comparison(1) == kept
    [said] = [each for each in market.comparison(1).comparison.articles[1].attributions if each.id == "m2.1"]
    assert said.source_name == "Ada Byrne"
    assert claims_of(market.compare())[0] == ("m1.1", "m3.1")


def test_dispute_that_a_person_made_wins(market):
    """The machine sees no dispute; a person does, and so does each comparison from then on, until it is taken back."""
    assert links_of(market.compare()) == []
    number = judge(market, "m2.2", "disputes", "m1.2")
    kept = market.compare()
    assert kept.judgements == (Judgement(JudgementKind.DISPUTES, "m2.2", "m1.2"),)
    assert links_of(kept) == [(("m2.2",), Relation.DISPUTES, ("m1.2", "m3.2"), 1.0)]
    market.undo(number, who="dora")
    assert links_of(market.compare()) == []


def test_judgements_survive_another_reading_and_another_comparison(market, monkeypatch):
    """What was said of statements stays with their names when another model reads everything again."""
    judge(market, "m2.2", "disputes", "m1.2")
    judge(market, "m1.1", "not_same", "m2.1")
    judge(market, "m1.2", "origin", "Army Staff")
    judge(market, "m3.2", "origin", "Army Staff")
    before = market.compare()
    other = reader.Reader("0.2.0", "other-model")
    monkeypatch.setattr("sayso.ledger.add.this_reader", lambda: other)
    monkeypatch.setattr("sayso.ledger.store.this_reader", lambda: other)
    assert [each.outcome for each in add(market, again=True)] == ["read again"] * 4
    after = market.compare()
    assert (after.number, after.comparison) == (before.number + 1, before.comparison)
    assert claims_of(after) == [("m2.1", "m3.1"), ("m2.1", "m3.1"), ("m1.2", "m3.2"), ("m2.2",)]
    assert after.comparison.events[0].claims[2].origins == ("Army Staff",)


def test_claims_can_be_looked_up_by_statement(market):
    """The tables say which claims a statement is in, where an outlet says it itself, what disputes what, who copied."""
    judge(market, "m2.2", "disputes", "m1.2")
    market.compare()
    ask = market.connection.execute
    assert ask(
        "SELECT c.claim, c.about, c.articles, c.origins FROM claim_members m JOIN claims c USING (comparison_id, claim)"
        " JOIN statements s ON s.id = m.statement_id WHERE s.name = 'm2.1'"
    ).fetchall() == [("e1.c1", None, 4, 2), ("e1.c2", "killed: 12", 3, 2)]
    own = ask('SELECT claim, reading_id, start, "end" FROM claim_members WHERE statement_id IS NULL').fetchall()
    assert own == [("e1.c1", 4, 0, OWN.index(".") + 1)]
    assert ask('SELECT "from", "to", relation FROM claim_links').fetchall() == [("e1.c4", "e1.c3", "disputes")]
    assert ("same_text", "Meridian Wire") in ask("SELECT kind, origin FROM copies").fetchall()
    assert ask("SELECT claim, gist FROM current_claims WHERE origins = 2").fetchall() == [
        ("e1.c1", BLAST), ("e1.c2", BLAST)
    ]  # fmt: skip


def test_forgetting_an_article_forgets_what_was_found_with_it(market, tmp_path):
    """The comparisons that it was in go whole, with their salts; one without it stays, and the log says what went."""
    market.compare()
    add(market, write_rows(tmp_path / "more.jsonl", row("a1")))
    market.compare()
    market.forget("a1", who="dora")
    assert market.comparison().number == 1
    with pytest.raises(sayso.NotInLedger, match="found nothing named comparison 2; wanted one that `sayso compare`"):
        market.comparison(2)
    assert market.connection.execute("SELECT object FROM deleted WHERE kind = 'comparison'").fetchall() == [(2,)]
    assert market.connection.execute(
        "SELECT count(*) FROM salts JOIN log USING (position) WHERE (kind, object) = ('comparison', 2)"
    ).fetchone() == (0,)
    assert {market.connection.execute(f"SELECT max(comparison_id) FROM {table}").fetchone() for table in (
        "comparison_inputs", "claims", "claim_members", "copies")} == {(1,)}  # fmt: skip
    assert market.verify().comparisons == 1
    assert market.compare().number == 1
    assert market.compare(one_event=True).number == 3


def test_forgetting_a_decision_forgets_what_it_shaped(market):
    """A name that somebody wrote is in the comparisons made with it, and in those alone; an undo does not save them."""
    market.compare()
    number = judge(market, "m1.2", "origin", "Nell Corvane")
    market.compare()
    market.undo(number, who="dora")
    market.decide("m1.2", lambda *_: [review.note("asked", "m1.2")], who="dora")
    market.compare(one_event=True)
    market.forget_decision(number, who="dora")
    kept = [number for (number,) in market.connection.execute("SELECT id FROM comparisons ORDER BY id")]
    assert (kept, market.verify().forgotten) == ([1, 3], 3)


def test_article_forgotten_meanwhile_is_not_kept(market, monkeypatch):
    """What is forgotten while a comparison runs is in none: it is made anew from what is left."""
    ways = [lambda: market.forget("m4", who="dora")]

    def slowly(*arguments, **options):
        if ways:
            ways.pop()()
        return compare(*arguments, **options)

    monkeypatch.setattr(store, "compare", slowly)
    assert [each.article for each in market.compare().inputs] == ["m1", "m2", "m3"]
    assert (count(market, "comparisons"), market.verify().comparisons) == (1, 1)


def test_two_who_compare_at_once_keep_one(market, monkeypatch):
    """The second to be done finds that the first has kept the same."""

    def slowly(*arguments, **options):
        monkeypatch.undo()
        with open_ledger(market.path) as other:
            other.compare()
        return compare(*arguments, **options)

    monkeypatch.setattr(store, "compare", slowly)
    assert (market.compare().number, count(market, "comparisons")) == (1, 1)


def test_merge_takes_no_comparison_along(market, filled, tmp_path):
    """Comparisons stay where they were made; the judgements come along, and shape the next one here."""
    with new_ledger(tmp_path / "other.sayso") as other:
        judge(market, "m2.2", "disputes", "m1.2")
        market.compare()
        other.merge(market)
        assert count(other, "comparisons") == 0
        assert links_of(other.compare()) == [(("m2.2",), Relation.DISPUTES, ("m1.2", "m3.2"), 1.0)]
        other.verify()


def test_doctor_leaves_comparisons_alone(market):
    """They are kept, not made from the rest: the doctor has nothing to mend in them."""
    kept = market.compare()
    assert [each.mended for each in market.doctor()] == [None] * 4
    assert market.comparison() == kept


def test_comparison_never_changes(market):
    """The database itself refuses to change a row, or to lose a reading that a comparison was made from."""
    market.compare()
    for table in ("comparisons", "comparison_inputs", "claims", "claim_members", "copies"):
        with pytest.raises(sqlite3.IntegrityError, match=f"rows of {table} never change"):
            market.connection.execute(f"UPDATE {table} SET rowid = rowid" if table == "comparisons" else
                                      f"UPDATE {table} SET position = position")  # fmt: skip
    with pytest.raises(sqlite3.IntegrityError):
        market.connection.execute("DELETE FROM readings WHERE id = 4")


def test_comparison_that_was_changed_is_named(market):
    """Verifying finds a claim that was put in, and says in which comparison."""
    market.compare()
    tamper(market, "INSERT INTO claims SELECT 1, 9, 'e1.c9', event, gist, about, 1, 1, 1, 1, 0 FROM claims LIMIT 1")
    with pytest.raises(sayso.Unproven, match="comparison 1: found that its claims is not what was logged"):
        market.verify()


def test_damaged_comparison_is_said(market):
    """One that cannot be read is damage, in words."""
    market.compare()
    tamper(market, "UPDATE comparisons SET result = zeroblob(9)")
    with pytest.raises(sayso.LedgerDamaged):
        market.comparison()


def test_empty_ledger_compares_to_nothing(ledger):
    """No articles give no events; before that there is no comparison."""
    with pytest.raises(sayso.NotInLedger, match="found nothing named a comparison"):
        ledger.comparison()
    assert ledger.compare().comparison.events == ()


def test_plain_values_come_back(market):
    """All of a comparison comes back from plain JSON as it was, with the articles too."""
    found = market.compare().comparison
    assert from_plain(type(found), json.loads(json.dumps(to_plain(found)))) == found


FIRST_FORM = {
    "event": {"articles": ["a", "b"], "first": "2026-05-12", "last": None, "words": ["quay"], "later_field": 1},
    "basis": {
        "articles": ["a", "b"], "publishers": {"Post": ["a"], "Times": ["b"]}, "texts": {"a": ["a", "b"]},
        "origins": [{"name": "mayor", "attributions": ["a.1"]}], "unattributed": ["b.1"],
    },
    "claims": [
        {
            "id": "e1.c1", "gist": "the quay burnt", "about": None, "attributions": ["a.1"],
            "own_voice": [{"article": "b", "span": [0, 14]}],
            "basis": {"articles": [], "publishers": {}, "texts": {}, "origins": [], "unattributed": []},
        }
    ],
    "links": [{"from_": "e1.c1", "to": "e1.c1", "relation": "updates", "score": 0.5,
               "because": [{"article": "a", "span": [3, 7]}]}],
    "copies": [{"a": "a", "b": "b", "kind": "same_text", "origin": None,
                "shared": [{"in_a": [0, 9], "in_b": [1, 10], "quoted": False}],
                "clues": [{"article": "a", "kind": "tag", "name": "Wire", "span": None, "weight": 0.5}]}],
    "quotations": [{"source": None, "versions": [{"article": "a", "attribution": "a.1", "quoted": [[0, 9]],
                    "change": "cut", "removed": [], "added": []}]}],
    "figures": [{"quantity": "killed", "whom": None, "source": "mayor", "when": None, "said": None, "low": 2,
                 "high": None, "entries": [{"article": "a", "span": [0, 1], "via": None}]}],
}  # fmt: skip
"""An event as the first version keeps it, with a field that a later one added."""


def test_what_the_first_version_kept_can_be_read():
    """A new field of these classes needs a default, and none may be renamed: old ledgers lack it and have the rest."""
    found = from_plain(ComparedEvent, FIRST_FORM)
    assert found.links == (Link("e1.c1", "e1.c1", Relation.UPDATES, 0.5, (Because("a", sayso.Span(3, 7)),)),)
    assert found.claims[0].own_voice == (OwnVoice("b", sayso.Span(0, 14)),)
    assert {**to_plain(found), "event": 0} == {**FIRST_FORM, "event": 0}


@pytest.mark.parametrize(("kind", "value"), [(Link, {"to": "c1"}), (Link, [1]), (sayso.Span, [1]), (Relation, "knows")])
def test_plain_values_that_do_not_fit_are_refused(kind, value):
    """A missing field, another form, an unknown word: not half a value."""
    with pytest.raises(ValueError, match=r"no |not a valid"):
        from_plain(kind, value)


def test_command_compares_a_ledger_as_it_compares_its_articles(market, tmp_path):
    """What is printed is what the list of its articles gives, and the number under which it is kept is said."""
    status, out, said = sayso_said("compare", market.path, "--format", "json")
    assert (status, said.startswith("comparison 1, made 20")) == (0, True)
    listed = tmp_path / "list.jsonl"
    listed.write_text(sayso_said("list", market.path, "--format", "jsonl")[1], encoding="utf-8")
    assert json.loads(out) == json.loads(sayso_said("compare", listed, "--format", "json")[1])
    assert sayso_said("compare", market.path, "--format", "json") == (0, out, said)
    assert "4 articles · 4 publishers" in sayso_said("compare", market.path)[1]


@pytest.mark.parametrize(
    ("more", "said"),
    [(["rows.jsonl"], "found a ledger beside other inputs; wanted one alone"),
     (["--columns", "text=words"], "found a ledger, which was read already")],
)  # fmt: skip
def test_ledger_beside_something_else_is_misuse(market, more, said):
    """A ledger is compared alone, and its articles are not read."""
    status, _, error = sayso_said("compare", market.path, *more)
    assert (status, said in error) == (2, True)


def test_database_that_is_no_ledger_is_said(tmp_path):
    """Another program's database is neither articles nor a ledger."""
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    done = CliRunner().invoke(sayso_command, ["compare", str(tmp_path / "other.db")])
    assert "found a database of another program; wanted a ledger" in str(done.exception)


def test_text_of_rows_is_left_as_it_came(market, tmp_path):
    """What a row leaves open is filled in for the comparison alone; the reading stays as it was."""
    add(market, write_rows(tmp_path / "again.jsonl", *market_rows(), row("a1", TEXT)))
    market.compare()
    assert market.attribution("m1.1").attribution.figures == ()
    [said, _] = market.comparison().comparison.articles[0].attributions
    assert [(each.low, each.quantity.value) for each in said.figures] == [(12, "killed")]
