"""Direct speech where scraping ate the quotation marks."""

import pytest

from sayso.characterise.unmarked import marks_speech


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[We had no choice] {Samira} <said>.", "We"),
        ("[Were glad to be out] {he} <said>.", "Were"),
        ("[The quay is empty. The ferries sailed at noon] {the harbour master} <said>.", "The"),
        ("[The ferries dont sail] {the harbour master} <said>.", "dont"),
        ("[The quay is empty] <said> {Joren Hask}.", "is"),
        ("[The quay is empty] {she} <told> the Beacon.", "is"),
        ("{The mayor} <said> [This was planned for weeks].", "This"),
        ("{The mayor} <said>: [The quay is empty].", "The"),
    ],
)
def test_what_shows_itself_as_speech_is_direct(how, marked, words):
    """First person, contractions, a second sentence, and a person's present before "said" are somebody's own words."""
    attribution, text_of = how(marked)
    assert (attribution.quotation, text_of(attribution.because["quotation"])) == ("direct", words)


@pytest.mark.parametrize(
    "marked",
    [
        "[The quay was empty] {the harbour master} <said>.",
        "The ferries sailed. [The quay was empty] {the harbour master} <said>.",
        "[The quay is empty] {the harbour office} <said>.",
        "{The mayor} <said> [that the quay is empty].",
        "{The mayor} <said> [that we had been warned].",
        "<According to> {the harbour office} [the quay is empty].",
    ],
)
def test_reports_stay_indirect(how, marked):
    """The past tense, a body that speaks, "that" and "according to" are the outlet's words."""
    attribution, _ = how(marked)
    assert attribution.quotation == "indirect"
    assert "quotation" not in attribution.because


def test_marks_elsewhere_in_the_text_are_trusted(how):
    """Where a text marks speech anywhere, what it leaves unmarked is not made speech."""
    attribution, _ = how("[We had no choice], {Samira} <said>. “Nobody had told us anything,” he added.")
    assert attribution.quotation == "indirect"


@pytest.mark.parametrize(
    ("text", "marks"),
    [("“Nobody had told us,” she said.", True), ("They hit the “depot” again.", False), ("They hit it.", False)],
)
def test_a_term_in_marks_proves_no_quotation(text, marks):
    """Marks around a word or two name a thing; they do not show that the text marks its quotations."""
    assert marks_speech(text) is marks
