"""Word pieces: their offsets and what stands around them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Span
from sayso.attribute.tokens import FEATURES, tokens_of


def words(text, title=None):
    """Each word piece with its four features, title, break, case and quotation, in readable form."""
    tokens = tokens_of(text, title)
    features = np.stack(np.unravel_index(tokens.features, (2, 3, 3, 3)), axis=1)
    return [(text[a:b], *map(int, f)) for (a, b), f in zip(tokens.offsets.tolist(), features, strict=True)]


def test_pieces_carry_what_lower_casing_loses():
    """Headline, line breaks, capitals and quotation marks are features of each piece."""
    text = "UN warns\n\nByrne:\n“No”"
    assert words(text, Span(0, 8)) == [
        ("UN", 1, 2, 2, 0),
        ("warns", 1, 0, 0, 0),
        ("Byrne", 0, 2, 1, 0),
        (":", 0, 0, 0, 0),
        ("“", 0, 1, 0, 0),
        ("No", 0, 0, 1, 2),
        ("”", 0, 0, 0, 0),
    ]


def test_pieces_inside_a_word_are_known():
    """A piece that goes on with a word says so, so that no span ends inside one."""
    assert tokens_of("Teveley said").continues.tolist() == [False, True, True, False]


def test_no_pieces_for_no_words():
    """A text without visible characters has no pieces."""
    assert [len(part) for part in (tokens_of("").ids, tokens_of(" \n\u200b").features)] == [0, 0]


@given(st.text(max_size=80))
def test_offsets_ascend_inside_the_text(text):
    """For any Unicode text, lone surrogates included, offsets lie in it and ascend, and features are in range."""
    tokens = tokens_of(text)
    starts, ends = tokens.offsets[:, 0], tokens.offsets[:, 1]
    assert (starts <= ends).all()
    assert (ends <= len(text)).all()
    assert (np.diff(starts) >= 0).all()
    assert ((tokens.features >= 0) & (tokens.features < FEATURES)).all()
