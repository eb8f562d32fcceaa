"""Places are towns that are known and meant, else what is wider."""

import pytest

from sayso.figures.gazetteer import Town, name_key
from sayso.figures.places import dateline_town, known_to, nearest, places_in
from sayso.figures.words import sentences

OWN = {name_key(name): (Town("Selvany", 10**9, first=True),) for name in ("Port Ada", "Corrin", "Orrin", "al-Qast")}


def where(text, own=OWN):
    """Where the first word of *text* is said to be."""
    read = sentences(text)
    known = known_to(read, own)
    return nearest([place for words in read for place in places_in(words, text, known)], 0, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It happened in Port Ada.", "Port Ada"),
        ("It happened in the besieged northern town of Port Ada.", "Port Ada"),
        ("It happened in the east of Corrin.", "Corrin"),
        ("It happened during the shelling of Corrin.", "Corrin"),
        ("It hit rebel-held districts of Corrin.", None),
        ("It happened in rebel-held districts of Corrin.", "Corrin"),
        ("It happened in Corrin's old centre.", "Corrin"),
        ("It happened in Corrins old centre.", "Corrin"),
        ("It happened in al-Qast.", "al-Qast"),
        ("It happened in Corrin province.", "Corrin province"),
        ("It happened in the province of Corrin.", "Corrin province"),
        ("It happened in Orrin in Corrin province.", "Orrin"),
        ("It happened in Chile.", "Chile"),
    ],
)
def test_where(text, place):
    """The town, else the region, else the country, in the text's spelling."""
    assert where(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "It happened near Port Ada.",
        "It happened 20 miles east of Port Ada.",
        "It came from Port Ada.",
        "It happened in the Port Ada countryside.",
        "It happened on Port Ada road.",
        "It happened in Port Ada and Corrin.",
        "It happened in Port Ada Corrin and Orrin.",
        "It happened in Orrin Lindarn.",
        "It happened in Nowhere.",
        "It happened in March.",
    ],
)
def test_nowhere(text):
    """Near a town, on a road named after it, in one of several, in part of a longer name: none is known to be meant."""
    assert where(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It happened in Tripoli.", None),
        ("It happened in Tripoli, Libyan police said.", "Tripoli"),
        ("It happened in Tripoli, Lebanon.", "Tripoli"),
        ("It happened in Paris.", "Paris"),
        ("It happened in Springfield.", None),
    ],
)
def test_what_could_be_two_towns_is_none(text, place):
    """A country that the article names, or a size far above all others, decides; nothing else does."""
    assert where(text, {}) == place


def test_nearest_town():
    """Of two towns the nearer one."""
    text = "In Corrin two died and three fled in Orrin."
    (words,) = sentences(text)
    places = places_in(words, text, known_to([words], OWN))
    assert (nearest(places, 2, 4), nearest(places, 5, 7)) == ("Corrin", "Orrin")


@pytest.mark.parametrize(
    ("dateline", "town"),
    [("PORT ADA (Wire)", "Port Ada"), ("PORT ADA, Selvany, May 3 (AFP)", "Port Ada"), ("NOWHERE", None), (None, None)],
)
def test_town_of_a_dateline(dateline, town):
    """Its first part, if such a town is known."""
    assert dateline_town(dateline, known_to([], OWN)) == town
