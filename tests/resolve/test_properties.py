"""What holds of every article, however odd its text and its attributions."""

import dataclasses
import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Article, Span
from sayso.attribution import Attribution, Quotation
from sayso.resolve import resolve

PIECES = [
    piece.replace("_", " ")
    for line in """
Ada_Byrne Byrne Mr._Hask Joren_Hask the_mayor_of_Corrin The_governor a_source The_source Hill_League the_League (HL)
the_Ministry_of_Works the_ministry Meridian_Wire reporters he She they It I we you who which said told quoted as_saying
according_to in_an_interview_with denied that and or of for the a head spokesman two_residents , . “ ” ( ) US UNs
Corrins al- ’s ' Abdel Rahman 2016 — Port
""".splitlines()
    for piece in line.split()
] + ["\n\n"]
texts = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join) | st.text(max_size=120)


@st.composite
def articles(draw):
    """An article of familiar words in any order, or of any characters, with attributions anywhere in it."""
    text = draw(texts)
    spans = st.builds(
        lambda a, b: Span(min(a, b), max(a, b)),
        st.integers(0, len(text)),
        st.integers(0, len(text)),
    ).filter(lambda span: span.start < span.end)
    part = st.lists(spans, max_size=2).map(tuple) if text else st.just(())
    attributions = st.builds(
        Attribution, st.just("a"), part, part, part, st.none(), st.just(False), st.just(Quotation.INDIRECT)
    )
    outlet = draw(st.none() | st.sampled_from(PIECES))
    return Article(id="a", text=text, outlet=outlet, attributions=tuple(draw(st.lists(attributions, max_size=6))))


def words(text):
    """The words of a text, for what must stand in it; "UNs" that lost its apostrophe is "UN" as well."""
    found = re.findall(r"[^\W_]+", text)
    return {*found, *(word.removesuffix("s") for word in found)}


@given(articles())
def test_every_because_lies_in_the_text(article):
    """The words on which a value rests are words of the text."""
    for a in resolve(article).attributions:
        spans = [*a.because.values(), *(one.span for one in a.via_chain)]
        assert all(0 <= span.start < span.end <= len(article.text) for span in spans)


@given(articles())
def test_no_name_is_invented(article):
    """Every name, calling and body consists of words of the article, and a single name stands there as it is."""
    for a in resolve(article).attributions:
        for field in ("source_name", "source_role", "source_affiliation", "via", "addressee"):
            value = getattr(a, field)
            if value is not None:
                assert words(value) <= words(article.text)
                assert field in a.because
        if a.source_name and ";" not in a.source_name:
            assert a.source_name == " ".join(a.because["source_name"].of(article.text).split())


@given(articles())
def test_nothing_else_changes(article):
    """Spans, cues, contents, order and the text itself stay as they were; a source only moves to whom it quotes."""
    resolved = resolve(article)
    assert dataclasses.replace(resolved, attributions=None) == dataclasses.replace(article, attributions=None)
    for before, after in zip(article.attributions, resolved.attributions, strict=True):
        assert before.source == after.source or re.search("quot|cit", article.text)
        for field in ("id", "cue", "content", "score", "in_title", "quotation", "act", "certainty"):
            assert getattr(before, field) == getattr(after, field)


@given(articles())
def test_twice_is_once(article):
    """What is resolved stays as it is."""
    once = resolve(article)
    assert resolve(once) == once


@given(articles())
def test_via_is_the_end_of_its_chain(article):
    """``via`` is the outermost of the chain, and there is none without one; what is named is of some kind."""
    for a in resolve(article).attributions:
        assert a.via == (a.via_chain[-1].name if a.via_chain else None)
        assert (a.named is None) == (a.source_kind is None)
