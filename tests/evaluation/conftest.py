"""The scorers of ../shared, where they are, and attributions written as words."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from evaluation import calibration, corpora
from evaluation.examples import Said, rows
from evaluation.kinds import Counted
from evaluation.matching import Matched, matched
from evaluation.measures import Measured

SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of shared gold and scorers, which lies beside a checkout but in no release."""
    if missing := corpora.missing(SHARED):
        pytest.skip(f"{missing} is not there")
    return SHARED


@pytest.fixture
def scorer(shared: Path) -> ModuleType:
    """The scorer of attributions."""
    return corpora.scorer(shared, "attributions")


@pytest.fixture
def paired(scorer: ModuleType) -> Callable[..., Matched]:
    """A text with both sides in words, paired by the scorer; *scores* are those of what was found, in order."""

    def pair(text: str, gold: list[Said], found: list[Said], scores: tuple[float, ...] = ()) -> Matched:
        predicted = rows(text, tuple(found))
        for row, score in zip(predicted, scores, strict=False):
            row["score"] = score
        return matched((text, rows(text, tuple(gold)), predicted), scorer)

    return pair


@pytest.fixture
def measured() -> Callable[..., Measured]:
    """A run's findings with the figures that a test is about, and little else."""

    def made(figures: dict[str, float], **others: object) -> Measured:
        threshold = calibration.Threshold(0.7, 86.0, 59.1, 9)
        rest = {
            "intervals": {},
            "peers": {},
            "sizes": dict.fromkeys(("polnear", "stories", "gum"), "2 articles, 9 attributions"),
            "reliability": calibration.bins([(0.95, True), (0.45, False)]),
            "thresholds": {"polnear": [threshold], "stories": [calibration.Threshold(0.7, 83.9, 66.1, 8)]},
            "mistakes": [Counted("invented: in a headline", 3, 0, 3, {"direct": 0, "mixed": 0, "indirect": 3})],
            "still_made": ["invented: in a headline"],
        }
        return Measured(figures=figures, **rest | others)

    return made
