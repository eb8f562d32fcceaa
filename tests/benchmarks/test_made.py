"""Made articles look to the product like articles that were read."""

import collections
import itertools

import pytest

from benchmarks.made import articles
from sayso.attribution import Quantity
from sayso.compare import compare


@pytest.fixture(scope="module")
def made():
    """A few hundred articles."""
    return list(articles(300))


def test_as_many_as_wanted_and_always_the_same(made):
    """More articles begin with the same ones; ids of articles and attributions differ."""
    assert len(made) == 300
    assert list(articles(40)) == made[:40]
    attributions = [each.id for article in made for each in article.attributions]
    assert len(attributions) == len(set(attributions))
    assert len({article.id for article in made}) == 300


def test_every_span_is_of_the_words_that_it_is_for(made):
    """Source, cue and content stand where the spans say, and a figure's words hold its number."""
    for article in made:
        for each in article.attributions:
            source, cue, content = (span.of(article.text) for (span,) in (each.source, each.cue, each.content))
            assert source == each.source_name
            assert cue in {"said", "denied that"}
            quoted = article.text[each.content[0].start - 1] == "“"
            assert f"{source} {cue} " + (f"“{content}”." if quoted else f"{content}.") in article.text
            assert quoted is (each.quotation.value == "direct")
            assert all(figure.span.of(article.text).startswith(f"{figure.low} ") for figure in each.figures)


def test_events_are_of_real_sizes(made):
    """Most events have one to twenty articles; one in a hundred, here the 51st, has hundreds."""
    sizes = collections.Counter(article.id.split(".")[0] for article in articles(1000))
    whole = list(itertools.islice(sizes.values(), len(sizes) - 1))
    assert max(whole[:50]) <= 20
    assert 100 <= whole[50] <= 400


def test_what_is_compared_is_all_there(made):
    """They have claims with several origins, disputed counts and denials, reused quotations and figures."""
    events = compare(made).events
    assert any(len(claim.origins) > 1 for event in events for claim in event.claims)
    assert {link.relation.value for event in events for link in event.links} >= {"disputes"}
    assert any(event.quotations for event in events)
    assert {row.quantity for event in events for row in event.figures} == {Quantity.KILLED, Quantity.WOUNDED}
