"""The main clause, without a parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.characterise.clause import main_clause


@pytest.mark.parametrize(
    ("clause", "verbs"),
    [
        ("the raids which may go on killed nine", ["killed"]),
        ("the raids , which killed nine , may go on", ["may"]),
        ("those who say so will be heard", ["will"]),
        ("when the rain stopped the crews left", ["left"]),
        ("after the flood the crews may return", ["may"]),
        ("they saw what happened", ["saw"]),
        ("ten were hurt and nine may die", ["were"]),
        ("a raid on the quay", []),
    ],
)
def test_finite_verbs_of_the_main_clause(clause, verbs):
    """Each opener takes the next verb that can be its own; what is left is the main clause's."""
    words = clause.split()
    assert [words[i] for i in main_clause(words).verbs] == verbs


@given(
    st.lists(
        st.sampled_from(["the", "raids", "which", "may", "killed", ",", "and", "that", "if", "will", "as", ".", "than"])
    )
)
def test_places_are_in_order(words):
    """Whatever the words, the clause is a subsequence of them and its verbs one of the clause."""
    clause = main_clause(words)
    assert list(clause.words) == sorted(set(clause.words))
    assert set(clause.verbs) <= set(clause.words) <= set(range(len(words)))
