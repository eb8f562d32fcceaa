"""Which clauses are put together."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.claims.groups import average_linkage

# Eighths add up without rounding, so that both ways of adding agree.
EIGHTHS = st.integers(0, 8).map(lambda number: number / 8)
SCORES = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), EIGHTHS, max_size=20
)


def mean(scores, one, other):
    """The mean score between two clusters, a pair without a score counting as nothing."""
    return sum(scores.get((min(i, j), max(i, j)), 0.0) for i in one for j in other) / (len(one) * len(other))


def step_by_step(scores, least):
    """Average linkage by its definition: each pair, the surest first, joins its clusters if their mean is enough."""
    clusters = [[index] for index in range(8)]
    for pair in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        one, other = (next(cluster for cluster in clusters if index in cluster) for index in pair)
        if one is not other and scores[pair] >= least and mean(scores, one, other) >= least:
            clusters = [each for each in clusters if each not in (one, other)] + [sorted(one + other)]
    return sorted(clusters)


@given(SCORES, st.sampled_from([0.25, 0.5, 0.75]))
def test_sums_that_are_kept_give_what_sums_made_anew_give(scores, least):
    """Whatever the scores, the clusters are those of adding up all pairs of two clusters each time."""
    assert average_linkage(8, scores, least) == step_by_step(scores, least)


def test_a_chain_is_cut():
    """Clauses that are only alike by way of others are not one claim."""
    assert average_linkage(4, {(0, 1): 0.9, (1, 2): 0.8, (2, 3): 0.9}, 0.4) == [[0, 1], [2, 3]]
