"""The report is a table that a person can read."""

import pytest

from evaluation import report
from evaluation.calibration import Bin, Threshold
from evaluation.floors import PINNED
from evaluation.kinds import Counted
from sayso.attribution import SURE

MISTAKES = [
    Counted("missed: the cue is a noun", 3, 3, 0, {"direct": 0, "mixed": 1, "indirect": 2}),
    Counted("source: left out", 2, 1, 1, {"direct": 2, "mixed": 0, "indirect": 0}),
]


def test_figures_stand_aligned_under_their_headings():
    """Numbers have one decimal, intervals two ends, an error four; what is not known is a dash."""
    ours = {"x.f1": 71.25, "x.ece": 0.0312}
    rows = [("whole F1", "x.f1"), ("ece", "x.ece")]
    assert report.table(rows, [("sayso", ours), ("95 %", {"x.f1": (69.0, 73.5)}), ("human", {})]).splitlines() == [
        "           sayso       95 %  human",
        "whole F1    71.2  69.0–73.5      –",
        "ece       0.0312          –      –",
    ]


def test_the_threshold_that_ships_is_marked():
    """One line a threshold, both corpora beside each other."""
    table = {"polnear": [Threshold(SURE, 95.12, 35.0, 90), Threshold(0.99, 99.0, 1.0, 2)]}
    table["stories"] = [Threshold(SURE, 90.0, 40.0, 9), Threshold(0.99, 100.0, 2.5, 1)]
    assert report.threshold_cells(table) == [
        [
            "score at least",
            "PolNeAR dev: precision",
            "PolNeAR dev: covered",
            "dev stories: precision",
            "dev stories: covered",
        ],
        [f"{SURE:.2f}*", "95.1", "35.0", "90.0", "40.0"],
        ["0.99", "99.0", "1.0", "100.0", "2.5"],
    ]


def test_an_empty_bin_is_no_line():
    """Only bins with attributions are shown."""
    empty, full = Bin(0.0, 0.1, 0, None, None, None), Bin(0.9, 1.0, 1200, 0.95, 0.96, (0.94, 0.97))
    assert report.reliability_cells([empty, full])[1:] == [["0.9 to 1.0", "0.950", "0.960", "0.940–0.970", "1,200"]]


def test_mistakes_are_shown_with_their_share_and_their_types():
    """The most frequent kinds, as many as a reader takes in; shares are of all errors."""
    assert report.mistake_cells(MISTAKES) == [
        ["kind", "errors", "share", "direct", "mixed", "indirect"],
        ["missed: the cue is a noun", "3", "60.0 %", "0", "1", "2"],
        ["source: left out", "2", "40.0 %", "2", "0", "0"],
    ]
    assert len(report.mistake_cells(MISTAKES * report.SHOWN)) == report.SHOWN + 1


@pytest.mark.parametrize("wanted", [report.REACH, report.AIM])
def test_what_an_issue_wants_is_something_that_is_measured(wanted):
    """No wish without a figure that has a floor; an ece is wanted small, and its floor is under its reverse."""
    pinned = {name.replace("calibration", "ece") for name in PINNED}
    assert set(wanted) <= pinned
