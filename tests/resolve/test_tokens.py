"""A text as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Span
from sayso.resolve.tokens import Words


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        ("Ada left. Byrne stayed.", ["Ada", "Byrne"]),
        ("Mr. Byrne left. He ran.", ["Mr.", "He"]),
        ("The U.S. Senate met.", ["The"]),
        ("“We left.” She ran.", ["We", "She"]),
        ("“We left,” she said. “All of us.”", ["We", "All"]),
        ("the letter said.Byrne left", ["the", "Byrne"]),
        ("Quay shut\nAda Byrne left", ["Quay", "Ada"]),
    ],
)
def test_sentences(text, openings):
    """A sentence begins after a full stop that no abbreviation owns, on a new line, and after a lost space."""
    assert [token.text for token in Words(text).tokens if token.first] == openings


def test_lost_apostrophes():
    """A name with an s is read as a possessive only where the text has no apostrophes and knows the name without."""
    lost = {t.text: (t.base, t.owns) for t in Words("Corrins mayor was in Corrin for days").tokens}
    kept = {t.text: t.base for t in Words("Corrins mayor was in Corrin for Ada's days").tokens}
    assert (lost["Corrins"], lost["days"]) == (("corrin", True), ("days", False))
    assert kept["Corrins"] == "corrins"


@given(st.text(alphabet="ab AB.’'“”\n-(),1", max_size=80))
def test_tokens_lie_in_order(text):
    """Whatever the text, tokens are not empty, do not overlap, and stand in it as they say."""
    words = Words(text)
    edges = [edge for token in words.tokens for edge in (token.start, token.end)]
    assert edges == sorted(edges)
    assert all(token.text == text[token.start : token.end] != "" for token in words.tokens)
    assert [token.sentence for token in words.tokens] == sorted(token.sentence for token in words.tokens)


@given(st.text(alphabet="ab A.’", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_tokens_within_a_span(text, a, b):
    """A span holds the tokens that it touches, cut ones too."""
    span = Span(min(a, b), max(a, b))
    words = Words(text)
    touched = [i for i, token in enumerate(words.tokens) if token.start < span.end and token.end > span.start]
    assert list(words.within(span)) == touched
