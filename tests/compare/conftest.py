"""The sample story and articles made by hand, for the tests of what articles have in common."""

from pathlib import Path

import pytest

from sayso.article import Article
from sayso.gather import article_of, documents
from sayso.pipeline import LIMIT

SAMPLE = Path(__file__).parents[2] / "src" / "sayso" / "sample"


@pytest.fixture(scope="session")
def sample():
    """The eight articles of the sample, by the two digits of their number, without attributions."""
    found = [article_of(document, limit=LIMIT) for document in documents([str(SAMPLE)], columns={}, limit=LIMIT)]
    return {f"{number:02}": article for number, article in enumerate(found, start=1)}


@pytest.fixture
def articles():
    """Make articles of texts, with ids that count from 0 and fields that all share."""

    def make(*texts, **fields):
        return [Article(id=str(number), text=text, **fields) for number, text in enumerate(texts)]

    return make
