"""The words that tell events apart."""

import math

from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Article
from sayso.compare.events.terms import terms_of


def vectors(*texts, **fields):
    """The vectors of texts."""
    return terms_of([Article(str(number), text, **fields) for number, text in enumerate(texts)]).vectors


def test_names_and_rare_words_weigh_most():
    """Who and where weigh more than what happens in every story, and a word of every text weighs nothing."""
    one, _ = vectors("The depot in Corrin was closed.", "The depot in Corrin was open.")
    assert list(one)[:2] == ["corrin", "depot"]
    assert "the" not in one


def test_endings_do_not_count():
    """A word in another form is the same term, shown as it stands in a text."""
    found = terms_of([Article("1", "Dockers were blamed."), Article("2", "Corrin's dockers blames a docker.")])
    assert set(found.vectors[0]) & set(found.vectors[1]) >= {"docker", "blam"}
    assert found.shown["blam"] == "blamed"


def test_what_nobody_else_has_joins_nothing():
    """A term of one article only is in no vector, but makes the others' share of it smaller."""
    one, other, _ = vectors(
        "Corrin votes.", "Corrin votes. Herring, timber, linen, copper and barley.", "Corrin votes."
    )
    assert set(one) == set(other)
    assert sum(one.values()) > sum(other.values())


@given(st.lists(st.text("aeCD 9'", max_size=40), max_size=8))
def test_vectors_are_no_longer_than_one(texts):
    """Whatever the texts, a vector has at most length one and only positive weights."""
    for vector in vectors(*texts):
        assert math.sqrt(sum(weight**2 for weight in vector.values())) <= 1 + 1e-9
        assert all(weight > 0 for weight in vector.values())
