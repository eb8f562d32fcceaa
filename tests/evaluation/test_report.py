"""The report is a table that a person can read."""

from evaluation import report


def test_figures_stand_aligned_under_their_headings():
    """Numbers have one decimal, intervals two ends, an error four; what is not known is a dash."""
    ours = {"x.f1": 71.25, "x.ece": 0.0312}
    rows = [("whole F1", "x.f1"), ("ece", "x.ece")]
    assert report.table(rows, [("sayso", ours), ("95 %", {"x.f1": (69.0, 73.5)}), ("human", {})]).splitlines() == [
        "           sayso       95 %  human",
        "whole F1    71.2  69.0–73.5      –",
        "ece       0.0312          –      –",
    ]
