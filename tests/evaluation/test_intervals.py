"""An interval is what the scorer's figure does when articles are drawn again."""

import pytest

from evaluation import corpora, intervals, measures
from evaluation.matching import matched

TEXT = "The harbour is closed, as the mayor later admitted. Nobody asked why."
ROW = {"source": [[26, 35]], "cue": [[42, 50]], "content": [[0, 21]]}
FOUND = ROW | {"score": 0.95}
MISSED = {"source": [[52, 58]], "cue": [[59, 64]], "content": [[65, 68]], "score": 0.3}


def test_an_interval_holds_its_figure_and_has_no_width_where_all_articles_are_alike(shared, scorer):
    """Resampled counts give the scorer's own figures: with equal articles, exactly; with unequal, around it."""
    right, wrong = (TEXT, [ROW], [FOUND]), (TEXT, [ROW], [MISSED])
    alike = [[(TEXT, [ROW], [FOUND, MISSED])]] * 5
    figures = measures.attribution_figures("x", [triple for unit in alike for triple in unit], scorer)
    exact = intervals.intervals_of("x", alike, corpora.scorer(shared, "attributions"))
    assert {name: (low, high) for name, (low, high) in exact.items() if low != high} == {}
    assert {name: low for name, (low, _) in exact.items()} == {name: figures[name] for name in exact}
    low, high = intervals.intervals_of("x", [[right], [wrong]] * 10, corpora.scorer(shared, "attributions"))[
        "x.attribution"
    ]
    assert 20 < low < 50 < high < 80


def test_an_article_without_predictions_is_part_of_the_interval(shared):
    """Articles in which nothing is found count as gold that is not covered."""
    units = [[(TEXT, [ROW], [])]] * 3
    drawn = intervals.intervals_of("x", units, corpora.scorer(shared, "attributions"))
    assert drawn["x.sure.coverage"] == drawn["x.attribution"] == (0.0, 0.0)


def test_an_interval_by_type_holds_the_scorers_figure(scorer):
    """With equal articles it is that figure exactly; of a type that never occurs it is nothing."""
    triple = (TEXT, [ROW, MISSED], [FOUND])
    figures = measures.attribution_figures("x", [triple] * 5, scorer)
    exact = intervals.type_intervals("x", [[matched(triple, scorer)]] * 5)
    assert exact == {
        f"x.attribution.{kind}": (figures[f"x.attribution.{kind}"],) * 2 for kind in ("direct", "mixed", "indirect")
    }
    assert exact["x.attribution.indirect"] == (66.7, 66.7)


def test_an_interval_in_cofenets_unit_is_drawn_over_articles(shared):
    """Paragraphs and annotators of one article are drawn together: with one article there is no width."""
    scorer = corpora.scorer(shared, "cofenet")
    rows = [
        {"id": f"a_{annotator}", "tokens": ["Ada", "said", "no"], "labels": ["B-source", "B-cue", "B-content"]}
        for annotator in ("first", "second")
    ]
    predicted = {"0": [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]]}]}
    figures = scorer.score(rows, predicted)
    assert intervals.cofenet_intervals(rows, predicted, scorer) == {
        f"cofenet.{role}": (figures[role], figures[role]) for role in ("source", "cue", "content")
    }
    apart = [row | {"id": f"{i}_first"} for i, row in enumerate(rows)]
    low, high = intervals.cofenet_intervals(apart, predicted, scorer)["cofenet.cue"]
    assert (low, high) == (0.0, 100.0)


@pytest.mark.parametrize("found", [[], [MISSED]])
def test_a_type_that_is_never_found_has_an_interval_of_nothing(found, scorer):
    """No division by zero where nothing of a type is right."""
    article = matched((TEXT, [ROW], found), scorer)
    assert intervals.type_intervals("x", [[article]] * 3)["x.attribution.indirect"] == (0.0, 0.0)
