"""What holds of every characterised article."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Article, Span
from sayso.attribution import Attribution, Certainty, CueStance, Quotation
from sayso.characterise.basis import with_basis

_WORDS = """
    the a ministry group witness reporter AFP she it said denied claimed believes showed asked told warned may will
    should not that which if what whether to is was likely expected video satellite images network of sources documents
    I We dont , . ? “ ” " ( ) 40 percent
"""


@st.composite
def articles(draw):
    """Texts of words that the rules look for, with attributions that lie anywhere in them."""
    text = " ".join(draw(st.lists(st.sampled_from([*_WORDS.split(), "\n"]), max_size=40)))
    place = st.integers(0, len(text))

    def spans():
        edges = sorted(draw(st.lists(place, max_size=4, unique=True)))
        return tuple(Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False))

    attributions = tuple(
        Attribution(str(number), spans(), spans(), spans(), 0.9, False, draw(st.sampled_from(Quotation)))
        for number in range(draw(st.integers(0, 3)))
    )
    return Article("a", text, attributions=attributions)


@given(articles())
def test_every_value_rests_on_words_of_the_text(article):
    """All fields are filled; what is not the default, and every piece of evidence, names words that lie in the text."""
    for before, one in zip(article.attributions, with_basis(article).attributions, strict=True):
        assert ("certainty" in one.because) == (one.certainty is not Certainty.ASSERTED)
        assert ("cue_stance" in one.because) == (one.cue_stance is not CueStance.NEUTRAL)
        assert ("evidence" in one.because) == bool(one.evidence)
        assert "quotation" in one.because or one.quotation is before.quotation
        for span in (*one.because.values(), *(evidence.span for evidence in one.evidence)):
            assert 0 <= span.start < span.end <= len(article.text)


@given(articles())
def test_characterised_once_is_enough(article):
    """A second time changes nothing."""
    once = with_basis(article)
    assert with_basis(once) == once


@given(articles())
def test_nothing_else_changes(article):
    """Text, spans, scores and all other fields stay as they were."""

    def rest(one):
        return dataclasses.replace(
            one, certainty=None, cue_stance=None, evidence=(), because={}, quotation=Quotation.INDIRECT
        )

    after = with_basis(article)
    assert [rest(one) for one in after.attributions] == [rest(one) for one in article.attributions]
    assert dataclasses.replace(after, attributions=None) == dataclasses.replace(article, attributions=None)


@given(articles())
def test_each_kind_of_evidence_once(article):
    """Evidence is in reading order, each kind once."""
    for one in with_basis(article).attributions:
        assert list(one.evidence) == sorted(one.evidence, key=lambda evidence: evidence.span)
        assert len({evidence.kind for evidence in one.evidence}) == len(one.evidence)


def _denial(**fields):
    text = "The ministry denied that the depot was hit."
    spans = (Span(0, 12),), (Span(13, 19),), (Span(20, 42),)
    return Article("a", text, attributions=(Attribution("1", *spans, 0.9, False, Quotation.INDIRECT, **fields),))


def test_what_somebody_set_stays():
    """An attribution that has a certainty or a stance keeps all it has: a person may have corrected it."""
    article = _denial(certainty=Certainty.HEDGED)
    assert with_basis(article) == article


def test_a_reason_given_before_stays():
    """Reasons for other fields, which other modules gave, are kept."""
    [one] = with_basis(_denial(because={"source_name": Span(4, 12)})).attributions
    assert one.because == {"source_name": Span(4, 12), "certainty": Span(13, 19), "cue_stance": Span(13, 19)}


def test_other_languages_and_articles_without_attributions_stay():
    """The rules are for English, and an article that was not attributed stays so."""
    french = dataclasses.replace(_denial(), language="fr")
    assert with_basis(french) == french
    assert with_basis(Article("a", "No one spoke.")).attributions is None
