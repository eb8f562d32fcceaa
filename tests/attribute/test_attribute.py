"""From text to attributions, with the model that ships."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.article import Article, Span
from sayso.attribute import attribute
from sayso.attribution import Attribution, Quotation


def found(text, **fields):
    """Source, cue and content of every attribution, in words."""
    article = attribute(Article(id="a", text=text, **fields))
    return [
        tuple(" … ".join(s.of(text) for s in part) for part in (a.source, a.cue, a.content))
        for a in article.attributions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The depot had been empty for weeks, the ministry said on Tuesday.",
            ("the ministry", "said", "The depot had been empty for weeks"),
        ),
        ("She believes that the fire was set on purpose.", ("She", "believes", "that the fire was set on purpose")),
        (
            "According to the harbour office, nine people were hurt.",
            ("the harbour office", "According to", "nine people were hurt"),
        ),
    ],
)
def test_indirect_statements(text, expected):
    """A statement without quotation marks is found with its source, before or after it."""
    assert found(text) == [expected]


MARKS = [("“", "”"), ('"', '"'), ("''", "''"), ("« ", " »"), ("„", "“")]


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_split_quotation_is_one_attribution(opening, closing):
    """A quotation that its cue cuts in two is one statement with two spans, in whatever marks."""
    text = f"{opening}We heard a dull bang,{closing} said Ada Byrne, {opening}and then the windows went.{closing}"
    [attribution] = attribute(Article(id="a", text=text)).attributions
    assert [span.of(text) for span in attribution.source] == ["Ada Byrne"]
    assert len(attribution.content) == 2
    assert attribution.quotation is Quotation.DIRECT


def test_headline_is_marked():
    """What lies in the headline says so; the same words in the text below do not."""
    text = "Minister says depot was empty\n\nThe minister says the depot was empty."
    article = attribute(Article(id="a", text=text, title_span=Span(0, 29)))
    assert [a.in_title for a in article.attributions] == [True, False]


def test_other_languages_are_kept_without_attributions():
    """A text in another language stays as it is and is not attributed."""
    article = Article(id="a", text="Das Lager war leer, sagte die Ministerin.", language="de")
    assert attribute(article) == article


def test_given_attributions_stay():
    """What an article brings along, from an earlier reading or a person, is not read again."""
    given = (Attribution("x", (), (), (Span(0, 3),), None, False, Quotation.INDIRECT),)
    article = Article(id="a", text="The minister said no.", attributions=given)
    assert attribute(article) == article


OWN_VOICE = [
    "The quay lies north of the old town. Two ferries a day leave it for the islands.",
    "A row of low sheds, built in the last century, runs along the water.",
    "Saturday is market day. Carts with flour, beans and lamp oil stand beside the gate.",
    "The road to the hills is narrow. Buses stop at the chapel and at the salt works.",
    "Rain fell for most of the week, and the river stood a hand below the wall.",
    "The school reopened after the holidays with three new classrooms and a garden.",
    "Work on the second pier began in March. It has cost more than the first.",
]


def test_long_text_has_no_seams():
    """A statement is found whole wherever it falls in a text of several windows."""
    statement = "The harbour had been closed since dawn, the mayor said on Monday."
    for before in range(0, 40, 2):
        paragraphs = [OWN_VOICE[i % len(OWN_VOICE)] for i in range(40)]
        paragraphs.insert(before, statement)
        assert ("the mayor", "said", "The harbour had been closed since dawn") in found("\n\n".join(paragraphs))


PIECES = [
    *("“", "”", '"', "''", "said ", "he ", "Ada Byrne ", "the ministry ", "that ", "nine died", ", ", ".\n\n"),
    *("ß", "🙂 ", "\u202e", "\ud800", "가", "\r\n"),
]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(PIECES) | st.text(max_size=4),
        max_size=40,
    ).map("".join)
)  # fmt: skip
def test_any_text_keeps_the_promises(text):
    """For any text spans lie in a line of it each, those of one attribution apart; reading again is the same."""
    article = Article(id="a", text=text)
    read = attribute(article)
    assert attribute(article) == read
    for a in read.attributions:
        spans = sorted((*a.source, *a.cue, *a.content))
        edges = [edge for span in spans for edge in (span.start, span.end)]
        assert edges == sorted(edges)
        assert all(0 <= s.start < s.end <= len(text) and "\n" not in s.of(text) for s in spans)
        assert 0 <= a.score <= 1
