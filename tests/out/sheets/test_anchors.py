"""Words from a cell are found in the text exactly, once, or not at all."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sayso.errors import Undecidable
from sayso.out.sheets.anchors import anchored

TEXT = "“The depot was empty,” said Ada\r\nByrne – of the quay… “It was.”"


@pytest.mark.parametrize(("words", "found"), [
    ("Ada\nByrne", ["Ada\r\nByrne"]),
    (' "The depot was empty,"', ["“The depot was empty,”"]),
    ("Byrne - of", ["Byrne – of"]),
    ("the quay...", ["the quay…"]),
    ("The depot … It was.", ["The depot", "It was."]),
    ("The depot … “It was.”", ["The depot", "“It was.”"]),
    ("the quay… “It was.”", ["the quay… “It was.”"]),
    ("", []),
])  # fmt: skip
def test_words_are_found_whatever_a_spreadsheet_made_of_the_signs(words, found):
    """Quotation marks, dashes, line ends and white space of any kind are the same; … stands between parts."""
    assert [TEXT[start:end] for start, end in anchored(words, TEXT, "a1.1")] == found


@pytest.mark.parametrize(("words", "why"), [
    ("the depot", "words that its text does not have"), ("was", "more than once"), ("Ada … was", "more than once"),
    ("Ada … shop", "does not have"),
])  # fmt: skip
def test_words_that_are_not_there_once_are_refused(words, why):
    """A letter in another case is another letter, and of two places neither is taken."""
    with pytest.raises(Undecidable, match=why):
        anchored(words, TEXT, "a1.1")


@given(st.text(alphabet="ab “\n…-", min_size=1, max_size=12), st.data())
def test_a_slice_is_found_where_it_is(text, data):
    """What is found is a slice of the text, with the same words as were asked for."""
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    assume("…" not in words and "..." not in words and words.strip() == words)
    try:
        [[begin, end]] = anchored(words, text, "a1.1")
    except Undecidable as error:
        assert "more than once" in str(error)  # noqa: PT017 - a slice is there at least once
    else:
        assert text[begin:end].split() == words.split()
