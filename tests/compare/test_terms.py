"""Words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Span
from sayso.compare.statements import has_terms
from sayso.compare.terms import skeleton, stem, terms_of


def terms(text):
    """The terms of a whole text."""
    return [term for term, _ in terms_of(text, Span(0, len(text)))]


def test_words_of_one_meaning_are_one_term():
    """Two reports of one attack may call it a blast or an explosion, its victims dead or killed."""
    assert terms("The explosion killed six.") == ["blast", "kill", "six"]
    assert terms("Six died in a bombing.") == ["six", "kill", "blast"]


@pytest.mark.parametrize(("one", "other"), [("Taveqqah", "Teveka"), ("al-Taveq", "Taveq"), ("Corrin’s", "Corrin")])
def test_spellings_of_one_name_are_one_term(one, other):
    """Names in Latin letters differ in vowels, doubled letters, articles and apostrophes."""
    assert terms(f"in {one}") == terms(f"in {other}")


def test_words_without_content_are_left_out():
    """What a sentence needs only for its grammar tells nothing of what it says."""
    assert terms("It was he who had said that it would be.") == []


def test_a_term_knows_where_it_stands():
    """Every term comes with the words that it stands for."""
    text = "The Islamic State attacked Corrin."
    assert [span.of(text) for _, span in terms_of(text, Span(0, len(text)))] == ["Islamic State", "attacked", "Corrin"]


@given(st.text())
def test_any_text_has_terms_within_it(text):
    """Terms are never empty and never outside the text, whatever the text."""
    assert all(term and 0 <= span.start < span.end <= len(text) for term, span in terms_of(text, Span(0, len(text))))


@given(st.text(min_size=1))
def test_stems_and_skeletons_are_never_empty(word):
    """Whatever is cut from a word, something is left to compare."""
    assert stem(word)
    assert skeleton(word)


@pytest.mark.parametrize(("least", "enough"), [(1, True), (3, True), (4, False)])
def test_whether_words_have_so_many_terms(least, enough):
    """Words without content are not counted, and the span's end is."""
    text = "The harbour of Port was shut, and the market."
    assert has_terms(text, Span(0, 28), least) is enough
