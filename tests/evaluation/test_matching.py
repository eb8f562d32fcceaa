"""What is kept of the scorer's pairing adds up to the scorer's own figures."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.examples import Said
from evaluation.matching import TYPES, matched
from evaluation.mistakes import mistakes_in

TEXT = 'The pilots say the lamp was out. "It was lit," the keeper swore, and nobody, not even the bishop, believed him.'
SPANS = st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)), max_size=2).map(
    lambda spans: [[start, min(len(TEXT), start + length)] for start, length in spans]
)
ROWS = st.lists(
    st.fixed_dictionaries({"source": SPANS, "cue": SPANS, "content": SPANS, "score": st.floats(0, 1)}), max_size=5
)


def test_a_content_that_overlaps_enough_is_found_and_right_where_the_source_agrees(paired):
    """One pair with the same source, one with another, one content that nobody else has."""
    article = paired(
        "The pilots say the lamp was out. The keeper swears that it burned. The bishop shrugs.",
        gold=[Said("The pilots", "say", "the lamp was out"), Said("The keeper", "swears", "that it burned")],
        found=[Said("The bishop", "swears", "it burned"), Said("The pilots", "say", "the lamp was out")],
    )
    assert article.pairs == ((0, 1, True), (1, 0, False))
    assert (article.covered, article.right) == (frozenset({0}), frozenset({1}))


def test_an_attribution_without_content_is_no_reading(paired):
    """The scorer leaves out what has no content, and so does everything that is built on its pairs."""
    article = paired("The bishop shrugs.", gold=[Said("The bishop", "shrugs", "")], found=[])
    assert article.gold == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(gold=ROWS, found=ROWS)
def test_whatever_was_marked_the_counts_are_those_of_the_scorer(scorer, gold, found):
    """Precision and recall follow from what is right and covered, in all and by type of quotation."""
    article, scored = matched((TEXT, gold, found), scorer), scorer.score([(TEXT, gold, found)])

    def percent(hits, total):
        return round(100 * len(hits) / max(1, len(total)), 1)

    for kind in TYPES:
        of_type = [i for i, reading in enumerate(article.found) if reading.type == kind]
        assert scored[f"attribution.{kind}"]["p"] == percent(article.right & set(of_type), of_type)
    assert scored["attribution"]["p"] == percent(article.right, article.found)
    assert scored["attribution"]["r"] == percent(article.covered, article.gold)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(gold=ROWS, found=ROWS)
def test_whatever_was_marked_each_error_is_in_one_mistake(scorer, gold, found):
    """Mistakes have as many readings as the scorer has errors: gold not covered, predictions not right."""
    article = matched((TEXT, gold, found), scorer)
    sides = [side for mistake in mistakes_in(article) for side in mistake.sides]
    assert sides.count("missed") == len(article.gold) - len(article.covered)
    assert sides.count("invented") == len(article.found) - len(article.right)
