"""The scorers of ../shared, where they are."""

from pathlib import Path
from types import ModuleType

import pytest

from evaluation import corpora

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
