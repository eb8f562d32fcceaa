"""The scorers of ../shared, where they are, and attributions written as words."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from evaluation import corpora
from evaluation.examples import Said, rows
from evaluation.matching import Matched, matched

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
