"""Every mistake is of one kind, and a kind is what its example shows."""

import pytest

from evaluation import examples, kinds
from evaluation.examples import EXAMPLES, Said
from evaluation.kinds import Counted
from evaluation.mistakes import mistakes_in


@pytest.mark.parametrize("kind", kinds.KINDS, ids=lambda kind: kind.name)
def test_the_example_of_a_kind_has_one_mistake_and_it_is_of_that_kind(kind, paired):
    """The rules sort each invented example under the kind that it was invented for."""
    example = EXAMPLES[kind.name]
    article = paired(example.text, example.gold, example.found)
    assert [kinds.kind_of(mistake).name for mistake in mistakes_in(article)] == [kind.name]


def test_each_kind_has_one_name_and_one_example():
    """No kind without an example, no example without a kind, none twice."""
    assert [kind.name for kind in kinds.KINDS] == list(EXAMPLES)


def test_a_statement_that_both_sides_have_is_one_mistake_and_two_errors(paired):
    """Cut short, a statement is missed and invented at once; what is right is no mistake."""
    article = paired(
        "The pilots say the lamp was out and the fog thick and the tide wrong. The keeper swears that it burned.",
        gold=[
            Said("The pilots", "say", "the lamp was out and the fog thick and the tide wrong"),
            Said("The keeper", "swears", "that it burned"),
        ],
        found=[Said("The pilots", "say", "the lamp was out"), Said("The keeper", "swears", "that it burned")],
    )
    assert kinds.count([article]) == [
        Counted(
            name="content too short: stops before “and”",
            errors=2,
            missed=1,
            invented=1,
            types={"direct": 0, "mixed": 0, "indirect": 2},
        )
    ]


def test_kinds_are_counted_over_articles_the_most_frequent_first(paired):
    """Errors add up over articles, by type of quotation, and the commonest kind stands on top."""
    label = EXAMPLES["missed: a dash, a colon or a speaker's label for a cue"]
    noun = EXAMPLES["missed: the cue is a noun"]
    articles = [paired(e.text, e.gold, e.found) for e in (noun, label, label)]
    assert [(kind.name, kind.errors, kind.types["direct"]) for kind in kinds.count(articles)] == [
        ("missed: a dash, a colon or a speaker's label for a cue", 2, 2),
        ("missed: the cue is a noun", 1, 0),
    ]


def test_where_all_is_right_there_is_no_kind(paired):
    """No errors, no lines."""
    said = [Said("The pilots", "say", "the lamp was out")]
    assert kinds.count([paired("The pilots say the lamp was out.", said, said)]) == []


def test_examples_that_the_product_reads_so_are_named_and_those_that_it_reads_well_are_not(scorer, monkeypatch):
    """An example is still made where the product of today makes its mistake, and not where it reads as readers do."""

    def reads_as(side):
        found = {name: examples.rows(e.text, getattr(e, side)) for name, e in EXAMPLES.items()}
        monkeypatch.setattr(
            examples.corpora, "attributions_by_product", lambda rows: {r["id"]: found[r["id"]] for r in rows}
        )
        return examples.still_made(scorer)

    assert reads_as("found") == list(EXAMPLES)
    assert reads_as("gold") == []
