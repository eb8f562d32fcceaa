"""Quotation marks in every form that newspapers use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Span
from sayso.attribute.quotes import quotation_of, quoted_spans


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We are leaving,” she said, “tonight.”", ["We are leaving,", "tonight."]),
        ('"We are leaving," she said, "tonight."', ["We are leaving,", "tonight."]),
        ("''We are leaving,'' she said, ''tonight.''", ["We are leaving,", "tonight."]),
        ("``We are leaving,'' she said.", ["We are leaving,"]),
        ("« We are leaving », she said.", [" We are leaving "]),
        ("»We are leaving«, she said.", ["We are leaving"]),
        ("„We are leaving“, she said.", ["We are leaving"]),
        ("‘We aren’t leaving,’ she said.", ["We aren’t leaving,"]),
        ("”We are leaving,” she said.”", ["We are leaving,"]),
        ("‘‘We are leaving,’’ she said.", ["We are leaving,"]),
    ],
)
def test_every_form_of_marks(text, inside):
    """Curly, straight, doubled apostrophes, guillemets either way, German, Finnish and single marks are all read."""
    assert [span.of(text) for span in quoted_spans(text)] == inside


def test_long_quotation_opens_each_paragraph_and_closes_once():
    """Each paragraph of a long quotation is inside, though only the last one closes."""
    text = "“The quay was empty.\n\n“Nobody had told us.”\n\nHe left."
    assert [span.of(text) for span in quoted_spans(text)] == ["The quay was empty.", "Nobody had told us."]


def test_a_lost_line_break_leaves_each_paragraph_its_quotation():
    """Scraped onto one line, a paragraph that opens inside an open quotation begins one, and both are inside."""
    text = 'He spoke. "The quay was empty. "Nobody had told us." He left. "Nobody," he said.'
    inside = ["The quay was empty. ", "Nobody had told us.", "Nobody,"]
    assert [span.of(text) for span in quoted_spans(text)] == inside


def test_a_lost_opening_mark_does_not_turn_the_text_inside_out():
    """A straight mark that can only close opens nothing, so what follows it stays outside."""
    text = 'Nobody had told us" he said. The quay, he added, was "not safe".'
    assert [span.of(text) for span in quoted_spans(text)] == ["not safe"]


@pytest.mark.parametrize(
    "text", ["The dockers’ union didn’t reply.", "’Twas nothing, the mayor’s office said.", "‘tis late"]
)
def test_apostrophes_are_no_quotation(text):
    """Possessives, clitics and a single mark that nothing closes open no quotation."""
    assert quoted_spans(text) == []


def test_quotation_inside_a_quotation():
    """Single marks inside double ones belong to the outer quotation."""
    text = "“He told us ‘run’ and left,” she said."
    assert [span.of(text) for span in quoted_spans(text)] == ["He told us ‘run’ and left,"]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“We saw nothing,” he said.", "“We saw nothing,”", "direct"),
        ("He said that they saw nothing.", "that they saw nothing", "indirect"),
        ("He said they saw “nothing at all” there.", "they saw “nothing at all” there", "mixed"),
    ],
)
def test_quotation_is_a_share_of_the_words(text, content, expected):
    """Nine tenths of the words inside marks is direct, a tenth is indirect, anything between is mixed."""
    start = text.index(content)
    assert quotation_of(text, [Span(start, start + len(content))]) == expected


def test_no_content_is_indirect():
    """An attribution without content quotes nothing."""
    assert quotation_of("“No.”", []) == "indirect"


@given(st.text(alphabet="ab “”\"'‘’`«»„\n.,", max_size=60))
def test_spans_lie_in_order_inside_the_text(text):
    """Whatever the marks, the stretches are not empty, do not overlap and lie inside the text, each in one line."""
    spans = quoted_spans(text)
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= s.start < s.end <= len(text) and "\n" not in s.of(text) for s in spans)
