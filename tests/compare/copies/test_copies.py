"""Which articles are one text, and which share passages."""

import dataclasses

import pytest

from sayso.article import Article
from sayso.claim import CopyKind
from sayso.compare.copies import copies

WIRE = (
    "The quay of Port Ada was closed on Tuesday after flour dust had been found on the beams of a grain depot. "
    "Boats that had come for the harvest fair turned back towards Corrin, and traders packed up their stalls. "
    "Nobody was hurt, the harbour office said, and the market may open again before the end of the week."
)
OWN = (
    "Nothing has come into the harbour since dust was seen in a depot. Fishermen stood about in the rain, and the "
    "woman who sells them rolls gave hers away. A clerk pinned a notice to the gate: no trade until further notice."
)
REPORTS = (
    "Barley fetched less than last week at Corrin, where farmers said that rain had come too late for most of the "
    "early fields in the hills.",
    "Two ferries will sail to Orrin from June on, one of them by night, because more people now work on the islands "
    "than live there.",
    "A choir of forty miners sang in the town hall, and whoever had no seat stood on the stairs or listened from the "
    "open windows.",
    "Schools stay shut until Monday after a boiler burst and left three classrooms under water, a caretaker found "
    "early in the morning.",
    "Anselm Grove has won the chess cup again, this time against a girl of eleven who had beaten everybody else "
    "before the final.",
)


def kinds(articles):
    """The kinds of copies by the pair's ids."""
    return {(copy.a, copy.b): copy.kind for copy in copies(articles)}


def shared(copy, a, b):
    """The words of the passages, in both articles."""
    return [(passage.in_a.of(a.text), passage.in_b.of(b.text)) for passage in copy.shared]


def test_a_text_cut_and_edited_is_one_text(articles):
    """What one outlet cuts and edits stays one text, and the shared words are shown in both."""
    cut = (
        "The quay of Port Ada was shut on Tuesday after flour dust had been found on the beams of a grain depot. "
        "Nobody was hurt, the harbor office said."
    )
    one, other = articles(WIRE, cut)
    [copy] = copies([one, other])
    assert copy.kind is CopyKind.SAME_TEXT
    assert shared(copy, one, other) == [
        ("The quay of Port Ada was", "The quay of Port Ada was"),
        (
            "on Tuesday after flour dust had been found on the beams of a grain depot",
            "on Tuesday after flour dust had been found on the beams of a grain depot",
        ),
        ("Nobody was hurt, the harbour office said", "Nobody was hurt, the harbor office said"),
    ]


def test_a_paragraph_in_another_story_is_a_shared_passage(articles):
    """One sentence of a wire in an own report is a passage, not the text."""
    report = f"{OWN} Boats that had come for the harvest fair turned back towards Corrin, and traders left."
    assert kinds(articles(WIRE, report)) == {("0", "1"): CopyKind.SHARED_PASSAGES}


def test_own_words_are_independent(articles):
    """Two reports on one event in words of their own are not listed."""
    assert copies(articles(WIRE, OWN)) == []


def test_one_spokesmans_words_do_not_make_a_copy(articles):
    """Reports that share a quotation and nothing else are worded independently."""
    said = "“We had written to the ministry in April that the vents were shut and the dust lay thick as a blanket,”"
    assert copies(articles(f"{WIRE} {said} a docker said.", f"{said} Petra Lindarn told reporters. {OWN}")) == []


def test_a_printed_statement_is_compared_though_it_is_quoted(articles):
    """Where hardly a word stands outside quotation marks, the quoted words decide."""
    assert kinds(articles(f"“{WIRE}”", f"She said: “{WIRE}”")) == {("0", "1"): CopyKind.SAME_TEXT}


def test_a_quoted_passage_is_marked(articles):
    """A passage of which most words stand in quotation marks says so."""
    said = "“Let them show what they say they have,”"
    [copy] = copies(articles(f"{WIRE} {said} he said.", f"{WIRE} {said} she added."))
    assert [passage.quoted for passage in copy.shared] == [False]
    [copy] = copies(articles(f"{said} he said. {WIRE}", f"{WIRE} {said} she added."))
    assert [passage.quoted for passage in copy.shared] == [True, False]


def test_names_do_not_make_a_passage(articles):
    """A long name with an office is the same in everybody's words."""
    name = "Ruan Abel Teveley, the head of the Selvany Quay Workers’ Union for Trade and Harbours,"
    assert copies(articles(f"{name} called it a scandal. {OWN}", f"{WIRE} {name} was not there.")) == []


def test_an_outlets_own_background_is_no_passage():
    """What one outlet prints under every story joins its articles neither to each other nor to others'."""
    stock = "Selvany has been torn since the truce of Orrin Bridge, which both sides accuse each other of breaking."
    background = [
        Article(id=str(day), text=f"{report} {stock}", outlet="Beacon", date=f"2026-05-1{day}")
        for day, report in enumerate(REPORTS)
    ]
    other = Article(id="other", text=f"{OWN} {stock}", outlet="Plover", date="2026-05-13")
    assert copies([*background, other]) == []
    assert ("0", "other") in kinds([background[0], other])  # of two articles nobody can tell


def test_an_article_printed_twice_is_one_text():
    """The same article on many days is one text, though its outlet prints it again and again."""
    twice = [Article(id=str(day), text=WIRE, outlet="Beacon", date=f"2026-05-1{day}") for day in range(5)]
    assert set(kinds(twice).values()) == {CopyKind.SAME_TEXT}


def test_one_outlets_formula_is_no_passage():
    """Ten words that one outlet uses twice are its formula; two outlets do not find them by chance."""
    formula = "a source at the harbour police told our reporter that several men had fired at boats near"
    texts = (f"Two were hurt, {formula} the Salt Quay. {OWN}", f"One died in the night, {formula} Orrin. {WIRE}")
    one, other = (Article(id=str(i), text=text, outlet="Beacon") for i, text in enumerate(texts))
    assert copies([one, other]) == []
    assert kinds([one, dataclasses.replace(other, outlet="Plover")]) == {("0", "1"): CopyKind.SHARED_PASSAGES}


def test_sample_story(sample):
    """Of the sample 01, 02 and 06 are one text, 08 has passages of 01 and 06, all of it Meridian Wire's."""
    number = {article.id: number for number, article in sample.items()}
    found = {(number[copy.a], number[copy.b]): (copy.kind.value, copy.origin) for copy in copies([*sample.values()])}
    assert found == {
        ("01", "02"): ("same_text", "Meridian Wire"),
        ("01", "06"): ("same_text", "Meridian Wire"),
        ("02", "06"): ("same_text", "Meridian Wire"),
        ("01", "08"): ("shared_passages", "Meridian Wire"),
        ("06", "08"): ("shared_passages", "Meridian Wire"),
    }


@pytest.mark.parametrize("texts", [(), ("",), ("", ""), ("…", "…"), ("No.", "No.")])
def test_nothing_to_compare(articles, texts):
    """No articles, one, empty ones and ones shorter than a passage have no copies."""
    assert copies(articles(*texts)) == []
