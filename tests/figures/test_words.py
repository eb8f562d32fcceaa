"""A text is cut into sentences, and those into words that know where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.figures.words import sentences


def cut(text):
    """The sentences of *text* as strings of its words."""
    return [" ".join(word.text for word in sentence) for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two died. Three fled.", ["Two died .", "Three fled ."]),
        ("“Two died.” Three fled.", ["“ Two died . ”", "Three fled ."]),
        ("Gen. Hask left. Three fled.", ["Gen . Hask left .", "Three fled ."]),
        ("J. Hask of the U.S. embassy left.", ["J . Hask of the U.S. embassy left ."]),
        ("Two died in a headline\nThree fled.", ["Two died in a headline", "Three fled ."]),
        ("Two died? Three fled!", ["Two died ?", "Three fled !"]),
        ("About 1.5 million fled at 10:30 a.m. on Friday.", ["About 1.5 million fled at 10:30 a.m. on Friday ."]),
    ],
)
def test_sentences(text, expected):
    """Full stops of titles, initials, abbreviations and decimals end no sentence; a line break does."""
    assert cut(text) == expected


def test_an_age_is_one_word():
    """What hyphens join is one word, so that its number is none."""
    assert cut("A 12-year-old left al-Qorrin.") == ["A 12-year-old left al-Qorrin ."]


@given(st.text(max_size=200))
def test_words_stand_where_they_say(text):
    """Whatever the text, the words are in order and under their spans."""
    words = [word for sentence in sentences(text) for word in sentence]
    assert all(word.span.of(text) == word.text for word in words)
    edges = [edge for word in words for edge in (word.span.start, word.span.end)]
    assert edges == sorted(edges)
