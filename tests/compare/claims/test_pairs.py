"""How probable it is that two clauses say the same."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.claims.pairs import Clause, candidates, longest_run, probability, weights_of

WORDS = st.lists(st.sampled_from(["quay", "dock", "ferry", "blast", "kill", "clos", "bridge", "corrin"]), max_size=8)


def clause(words, *, figures=(), source=None, article="1", denied=False):
    """A clause of these terms."""
    return Clause(
        tuple(words.split() if isinstance(words, str) else words),
        frozenset(figures),
        frozenset({source} if source else ()),
        frozenset({article}),
        denied,
    )


def score(one, other):
    """The probability for two clauses that are all there is."""
    return probability(one, other, weights_of([one, other]))


def test_the_same_words_are_the_same():
    """A reprint says the same, a text without a word in common something else."""
    words = "flood clos old bridge corrin night"
    assert score(clause(words), clause(words, article="2")) > 0.9
    assert score(clause(words), clause("mayor resign")) == 0.0


def test_other_counts_are_other_claims():
    """However alike two clauses are, one that counts 12 does not say what one that counts 19 says."""
    words = "blast ferry dock port ada kill"
    twelve, nineteen = (clause(words, figures=[("killed", n)]) for n in (12, 19))
    assert score(twelve, nineteen) == 0.0
    assert score(twelve, twelve) > 0.9


def test_a_denial_is_another_claim():
    """Who denies that the quay was shelled does not say what those say who say so."""
    words = "army shell quay port ada"
    assert score(clause(words), clause(words, denied=True)) == 0.0


def test_pairs_come_from_shared_words_only():
    """Clauses without a word in common, or with one that all have, are never looked at."""
    clauses = [clause("flood bridge"), clause("mayor resign"), clause("bridge clos")]
    assert list(candidates(clauses, {term: 4.5 for one in clauses for term in one.terms})) == [(0, 2)]
    assert list(candidates(clauses, {term: 0.1 for one in clauses for term in one.terms})) == []


@given(WORDS, WORDS)
def test_a_probability_whichever_comes_first(one, other):
    """A probability in [0, 1], the same both ways."""
    a, b = clause(one), clause(other, article="2")
    assert 0 <= score(a, b) <= 1
    assert abs(score(a, b) - score(b, a)) < 1e-9


@given(WORDS, WORDS)
def test_a_run_is_within_both(one, other):
    """The longest run in common is not longer than either, and is whole in itself."""
    assert longest_run(one, other) == longest_run(other, one) <= min(len(one), len(other))
    assert longest_run(one, one) == len(one)
