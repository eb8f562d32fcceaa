"""Whose text it is."""

import pytest

from sayso.article import Article, Credit, Span
from sayso.claim import Passage
from sayso.compare.copies.clues import clues_of
from sayso.compare.copies.upstream import whose_text
from sayso.gather.credits import credits_of


def read(text, **fields):
    """An article with the credits that its text gives."""
    found = credits_of(text)
    return Article("1", text, credit=found.credit, byline=found.byline, found_in=found.found_in, **fields)


def clues(article):
    """Kind, name and words of each clue."""
    return [(clue.kind.value, clue.name, clue.span and clue.span.of(article.text)) for clue in clues_of(article)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PORT ADA (Meridian Wire) - The quay is closed.", [("dateline", "Meridian Wire", "Meridian Wire")]),
        ("The quay is closed.\n\n(Reuters)", [("credit_line", "Reuters", "Reuters")]),
        ("The quay is closed. --Reuters", [("credit_line", "Reuters", "Reuters")]),
        ("By Agence France-Presse\n\nThe quay is closed.", [("byline", "AFP", "Agence France-Presse")]),
        ("Dust closes quay AFP Tuesday 12 May 2026 The quay is closed.", [("tag", "AFP", "AFP")]),
        ("Dust closes quay in Port Ada AP Selvany closed its quay.", [("tag", "AP", "AP")]),
        ("The quay is closed, Xinhua reported.", [("tag", "Xinhua", "Xinhua")]),
        ("“It is closed,” a docker told The Associated Press. He left.", [("told", "AP", "Associated Press")]),
        ("A Reuters photographer saw dust on the beams.", [("told", "Reuters", "Reuters")]),
        ("AFP says that the quay is closed.", []),
        ("The quay is closed. REUTERS Dora Pell The market moves to Corrin.", []),
        ("The quay is closed.", []),
    ],
)
def test_what_a_text_lets_see(text, found):
    """Datelines, credit lines, bylines, tags that scraping left in the text, and what was told to an agency."""
    assert clues(read(text)) == found


def test_what_the_page_and_the_outlet_say():
    """Metadata and an outlet that is an agency itself are clues without a span."""
    article = Article("1", "The quay is closed.", outlet="reuters", source_organization="Meridian Wire")
    assert clues(article) == [("source_organization", "Meridian Wire", None), ("outlet", "Reuters", None)]


def test_a_credit_outside_the_text():
    """A credit from a column of a table is a credit line without a span."""
    article = Article("1", "The quay is closed.", credit=Credit("Meridian Wire"), found_in={"credit": "column"})
    assert clues(article) == [("credit_line", "Meridian Wire", None)]


def test_several_clues_are_weighed():
    """A credit line outweighs the agency that a witness spoke to, and both are shown."""
    credited = read("The quay is closed. --Reuters")
    told = read("The quay is closed, a docker told AFP on Tuesday.")
    found = whose_text(clues_of(credited), clues_of(told), [])
    assert found.name == "Reuters"
    assert [(clue.name, clue.weight) for clue in found.clues] == [("Reuters", 4.0), ("AFP", 1.0)]


def test_words_inside_the_passage_tell_more():
    """What an agency was told counts twice where it stands in the shared passage."""
    text = "The quay is closed, a docker told AFP on Tuesday."
    whole = Passage(Span(0, len(text)), Span(0, len(text)))
    assert [clue.weight for clue in whose_text(clues_of(read(text)), [], [whole]).clues] == [2.0]


def test_clues_that_contradict_each_other_are_no_answer():
    """Two names as likely are none, and nothing said is none."""
    a, b = read("The quay is closed. --Reuters"), read("The quay is closed. (AFP)")
    assert whose_text(clues_of(a), clues_of(b), []).name is None
    assert whose_text([], [], []).name is None
