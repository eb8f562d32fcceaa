"""An article's figures: what they count, who, when, where, and on whose say-so."""

import dataclasses
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Article, Span
from sayso.attribution import Attribution, Figure, Quantity, Quotation
from sayso.figures import count
from sayso.figures.gazetteer import Town, name_key

OWN = {name_key(name): (Town("Selvany", 10**9, first=True),) for name in ("Port Ada", "Corrin")}
TEXT = (
    "A blast at a depot in Port Ada killed nine people on Tuesday. "
    "At least 14 people died, the health office said. "
    "The ministry said the League had claimed that three of its members were hurt."
)


def span(text, words, start=0):
    """Where *words* stand in *text*."""
    at = text.index(words, start)
    return Span(at, at + len(words))


def said(text, *contents):
    """An attribution for each of *contents*."""
    return tuple(
        Attribution(str(number), (), (), (span(text, content),), None, in_title=False, quotation=Quotation.INDIRECT)
        for number, content in enumerate(contents)
    )


def test_whole_value():
    """Every field of every figure, in the outlet's voice and in the source's."""
    article = Article(
        id="1",
        text=TEXT,
        date="2026-05-14",
        attributions=said(TEXT, "At least 14 people died", TEXT[TEXT.index("the League") : -1]),
    )
    counted = count(article, own_towns=OWN)
    assert counted.figures == (
        Figure(
            Quantity.KILLED,
            span(TEXT, "killed nine people"),
            9,
            9,
            who="people",
            who_class="people",
            when="2026-05-12",
            where="Port Ada",
        ),
    )
    assert [each.figures for each in counted.attributions] == [
        (Figure(Quantity.KILLED, span(TEXT, "At least 14 people died"), 14, None, who="people", who_class="people"),),
        (
            Figure(
                Quantity.WOUNDED,
                span(TEXT, "three of its members were hurt"),
                3,
                3,
                who="members",
                who_class="people",
            ),
        ),
    ]


def test_nothing_else_changes():
    """The article stays as it was but for its figures."""
    article = Article(id="1", text=TEXT, title="Blast", attributions=said(TEXT, "At least 14 people died"))
    counted = count(article)
    assert dataclasses.replace(counted, figures=(), attributions=article.attributions) == article
    assert [dataclasses.replace(each, figures=()) for each in counted.attributions] == list(article.attributions)


def test_the_innermost_source_has_the_figure():
    """What the League claimed is the League's, though the ministry said that it did."""
    outer, inner = TEXT[TEXT.index("the League") : -1], "three of its members were hurt"
    counted = count(Article(id="1", text=TEXT, attributions=said(TEXT, outer, inner)))
    assert [len(each.figures) for each in counted.attributions] == [0, 1]


def test_a_span_stays_in_its_content():
    """Words outside what the source said are not the source's, though they say what became of whom."""
    text = "The mayor, who counted the dead, put the number of those killed at 12 people."
    article = Article(id="1", text=text, attributions=said(text, "at 12 people"))
    (figure,) = count(article).attributions[0].figures
    assert (figure.quantity, figure.span.of(text)) == (Quantity.KILLED, "at 12 people")


def test_date_and_place_are_the_same_sources():
    """The day on which somebody spoke, and where, are not those of what they told."""
    text = "In Corrin on Tuesday the minister told reporters that nine people had been killed."
    article = Article(id="1", text=text, date="2026-05-14", attributions=said(text, "nine people had been killed"))
    (figure,) = count(article, own_towns=OWN).attributions[0].figures
    assert (figure.when, figure.where) == (None, None)


def test_dateline_is_where_the_sentence_names_no_place():
    """The town of the dateline stands in for casualties, and for nothing else."""
    text = "PORT ADA (Wire) - The blast killed nine people. Some 300 people watched."
    article = Article(id="1", text=text, dateline="PORT ADA (Wire)", attributions=())
    assert [figure.where for figure in count(article, own_towns=OWN).figures] == ["Port Ada", None]


def test_headlines_are_passed_over():
    """A headline drops who says it; the text tells the same with its source."""
    text = "Nine killed in blast\n\nNine people were killed, the mayor said."
    article = Article(
        id="1",
        text=text,
        title_span=span(text, "Nine killed in blast"),
        attributions=said(text, "Nine people were killed"),
    )
    counted = count(article)
    assert (counted.figures, len(counted.attributions[0].figures)) == ((), 1)


def test_an_article_that_was_not_attributed_stays_as_it_is():
    """Nobody can tell whose its figures are."""
    article = Article(id="1", text=TEXT, language="de")
    assert count(article) is article


def test_a_text_without_figures():
    """No number, no figure; an empty text neither."""
    assert count(Article(id="1", text="The bridge is closed.", attributions=())).figures == ()
    assert count(Article(id="1", text="", attributions=())).figures == ()


PIECES = (
    "12 2016 1,200 dozens of two a the people children buses civilians killed wounded were was dead died and including"
    " among them at least up to nearly in Paris Tripoli on Friday May , . ( ) “ ” \n said who deaths toll rose fled"
    " missing others"
)


@given(st.lists(st.sampled_from(PIECES.split(" ")), max_size=60).map(" ".join), st.data())
def test_figures_hold_whatever_the_text(text, data):
    """Bounds are in order, spans lie in the text and hold words, and counting again changes nothing."""
    edges = st.integers(0, len(text))
    contents = data.draw(st.lists(st.tuples(edges, edges).map(sorted), max_size=4))
    attributions = tuple(
        Attribution(str(i), (), (), (Span(*each),), None, in_title=False, quotation=Quotation.MIXED)
        for i, each in enumerate(contents)
    )
    article = count(Article(id="1", text=text, date="2026-05-14", attributions=attributions))
    for figure in (*article.figures, *(figure for each in article.attributions for figure in each.figures)):
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert (figure.low, figure.high) != (None, None)
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.who is None or figure.who in text
    assert count(article) == article


@given(st.text(max_size=300))
def test_any_text_can_be_counted(text):
    """No text is an error."""
    count(Article(id="1", text=text, date="2026-05-14", attributions=()))


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1,111",
        "1-",
        "123 ",
        "thousand ",
        "5 thousand ",
        "one hundred and ",
        "a ",
        "a child ",
        "killed 12 ",
        "killed 12 people in Paris on Friday, ",
        "12 people were ",
        "reportedly ",
        "people and ",
        "including 12 ",
        "at least ",
        "about ",
        "Paris ",
        "al-Paris ",
        "in the ",
        "May ",
        "U.S.",
        "“",
        "(",
        ")",
        ". ",
        "'s",
        "\n",
    ],
)
def test_hostile_text_takes_linear_time(unit):
    """200,000 characters of one thing take no more than ten times as long as 20,000, with room for a busy machine."""

    def seconds(length):
        text = (unit * length)[:length]
        begun = time.process_time()
        count(Article(id="1", text=text, date="2026-05-14", attributions=()))
        return time.process_time() - begun

    seconds(2_000)
    assert seconds(200_000) < 30 * seconds(20_000) + 1
