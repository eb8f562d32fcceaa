"""Scores are held to what became of them."""

import pytest

from evaluation import calibration
from evaluation.calibration import Bin, Threshold
from evaluation.examples import Said
from evaluation.matching import matched
from sayso.attribution import SURE

PILOTS, KEEPER = Said("The pilots", "say", "the lamp was out"), Said("The keeper", "swears", "that it burned")
TEXT = "The pilots say the lamp was out. The keeper swears that it burned."


def test_an_outcome_is_a_score_and_whether_it_was_right(paired):
    """What was found with its source is right; what has no score has no outcome."""
    article = paired(TEXT, [PILOTS], [PILOTS, KEEPER], scores=(0.9, 0.4))
    assert calibration.outcomes([article]) == [(0.9, True), (0.4, False)]
    assert calibration.outcomes([paired(TEXT, [PILOTS], [PILOTS])]) == []


def test_a_bin_compares_the_mean_score_with_the_share_that_is_right():
    """Ten bins of equal width; the last holds a score of one, an empty one says nothing."""
    table = calibration.bins([(0.91, True), (1.0, True), (0.95, False), (0.25, False)])
    assert len(table) == 10
    assert table[9] == Bin(0.9, 1.0, 3, 0.9533, 0.6667, calibration.wilson(2, 3))
    assert table[0] == Bin(0.0, 0.1, 0, None, None, None)


def test_bins_are_those_of_the_scorer(scorer):
    """The distances between mean and share, weighted by count, are the scorer's ece."""
    found = [{"source": [[0, 10]], "cue": [], "content": [[15, 31]], "score": score} for score in (0.31, 0.62, 0.95)]
    gold = [{"source": [[0, 10]], "cue": [[11, 14]], "content": [[15, 31]]}]
    triples = [(TEXT, gold, [one]) for one in found] + [(TEXT, [], [one]) for one in found[:2]]
    table = calibration.bins(calibration.outcomes(matched(triple, scorer) for triple in triples))
    distance = sum(abs(b.score - b.precision) * b.count for b in table if b.count) / len(triples)
    assert distance == pytest.approx(scorer.score(triples)["ece"], abs=1e-4)


@pytest.mark.parametrize(
    ("hits", "count", "interval"),
    [(0, 10, (0.0, 0.2775)), (10, 10, (0.7225, 1.0)), (9, 10, (0.5958, 0.9821)), (50, 100, (0.4038, 0.5962))],
)
def test_the_interval_of_a_share_is_wilsons(hits, count, interval):
    """Published values; never outside 0 and 1, and never without width."""
    assert calibration.wilson(hits, count) == interval


def test_a_threshold_trades_coverage_for_precision(paired):
    """Of two found, one right, with two in gold: the higher threshold is all right and covers half."""
    article = paired(
        TEXT, [PILOTS, KEEPER], [PILOTS, Said("The pilots", "swears", "that it burned")], scores=(0.96, 0.7)
    )
    table = {threshold.lowest: threshold for threshold in calibration.thresholds([article])}
    assert table[0.7] == Threshold(0.7, 50.0, 50.0, 2)
    assert table[0.95] == Threshold(0.95, 100.0, 50.0, 1)


def test_the_threshold_that_ships_is_in_the_table():
    """Whatever the product takes for sure is measured."""
    assert SURE in calibration.THRESHOLDS
