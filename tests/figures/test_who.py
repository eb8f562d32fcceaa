"""Who is counted is the text's own words, and a class that they bear out."""

import pytest

from sayso.figures.quantities import counts_in
from sayso.figures.who import who, who_class
from sayso.figures.words import sentences


def counted(text):
    """Who is counted by every figure in *text*, and as what."""
    return [
        (who(words, count.counted, text), who_class(words, count.counted, count.quantity))
        for words in sentences(text)
        for count in counts_in(words, displacement=True)
    ]


@pytest.mark.parametrize(
    ("text", "named", "name"),
    [
        ("It killed 12 people.", "people", "people"),
        ("It killed 12 civilians.", "civilians", "civilians"),
        ("It killed 12 schoolchildren.", "schoolchildren", "children"),
        ("It killed 12 elderly women.", "elderly women", "women"),
        ("It killed 12 men.", "men", "men"),
        ("It killed 12 armed men.", "armed men", "fighters"),
        ("It killed 12 Hill League fighters.", "Hill League fighters", "fighters"),
        ("It killed 12 soldiers.", "soldiers", "soldiers"),
        ("It killed 12 army officers.", "army officers", "soldiers"),
        ("It killed 12 police officers.", "police officers", "police"),
        ("It killed 12 members of the harbour police.", "members of the harbour police", "police"),
        ("It killed 12 aid workers.", "aid workers", "staff"),
        ("It killed 12 nurses.", "nurses", "staff"),
        ("It killed 12 reporters.", "reporters", "journalists"),
        ("It killed 12 prisoners.", "prisoners", "prisoners"),
        ("It killed 12 residents.", "residents", "people"),
        ("It killed 12 women and children.", "women and children", "people"),
        ("It killed 12 Selvanians.", "Selvanians", "people"),
        ("It killed a 12-year-old.", "12-year-old", "children"),
        ("It killed a 34-year-old.", "34-year-old", "people"),
        ("Two of the dead were harbour nurses.", "harbour nurses", "staff"),
        ("12 rusty buses stood there.", "rusty buses", None),
    ],
)
def test_who(text, named, name):
    """The noun with the words before it; general nouns take their class from the words beside them."""
    assert counted(text) == [(named, name)]


def test_nobody_named():
    """Where the text names nobody there is no name; the casualties are people all the same."""
    assert counted("It killed 12, two of them at once, and wounded 30 others.") == [(None, "people")] * 3
