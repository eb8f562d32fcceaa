"""On which day an article appeared."""

import datetime

import pytest

from sayso.article import Article
from sayso.compare.events.days import days_of


def day(article, *others):
    """The day of an article among others, as ISO."""
    number = days_of([article, *others])[0]
    return number and datetime.date.fromordinal(number).isoformat()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Published 2 July 2026. The quay is shut.", "2026-07-02"),
        ("PORT ADA, Jul 2, 2026 (Wire) - The quay is shut.", "2026-07-02"),
        ("The quay is shut. " * 20 + "It was built on 2 July 1926.", None),
        ("The quay is shut since 31 February 2026.", None),
    ],
)
def test_the_head_of_an_undated_article_tells(text, found):
    """A date that is written out near the beginning counts where the article has none; one further down does not."""
    assert day(Article("a", text)) == found


def test_the_articles_own_date_comes_first():
    """What stands in the text does not win over the date that the article states."""
    assert day(Article("a", "On 2 July 2016 it rained.", date="2026-05-12")) == "2026-05-12"


@pytest.mark.parametrize(
    ("others", "found"),
    [(["7/30/26"], "2026-07-02"), (["30/7/26"], "2026-02-07"), (["7/30/26", "30/7/26"], None), (["7/7/26"], None)],
)
def test_the_other_dates_settle_the_order(others, found):
    """A date of two readings is read as the clear ones of the collection are; where these differ it stays open."""
    dated = [
        Article(str(n), "It rained.", date="2026-07-30" if "30" in raw else "2026-07-07", date_raw=raw)
        for n, raw in enumerate(others)
    ]
    assert day(Article("a", "It rained.", date_raw="7/2/26"), *dated) == found
