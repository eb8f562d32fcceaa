"""Which party a phrase names."""

import pytest

from sayso.article import Article, Span
from sayso.compare.sides import HOME, Sides, sides_in

SIDES = Sides("GE", {"halvard": "GE"})


def keys(text, sides=SIDES):
    """The parties that a text names."""
    return [side.key for side in sides.of(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "phrase", ["the regime", "government forces", "the Georgian army", "Halvards forces", "the Halvard regime"]
)
def test_a_state_has_many_names(phrase):
    """The government, its forces, its people's army and its leader are one party."""
    assert keys(f"It blamed {phrase}.") == ["GE"]


@pytest.mark.parametrize("phrase", ["the rebels", "opposition fighters", "terrorists", "the Free Georgian Army"])
def test_rebels_are_rebels_by_any_name(phrase):
    """What one side calls rebels the other calls terrorists."""
    assert keys(f"It blamed {phrase}.") == ["rebels"]


def test_a_named_group_is_itself():
    """A group with a name of its own is not mixed up with the rebels at large."""
    assert keys("Hezbollah and Daesh militants left, then Jaysh al-Corrin.") == ["hezbollah", "isis", "crn"]


def test_a_country_where_something_happens_is_no_party():
    """Where something happens is no party: not "in Georgia", but "Georgia attacked"."""
    assert keys("A blast in northern Georgia shook the town.") == []
    assert keys("Georgia attacked the town.") == ["GE"]


def test_whose_regime_is_meant_is_learnt_from_the_texts():
    """The state that most is said of is the one that nobody names any more."""
    articles = [Article("1", "The Georgian government denied it. Georgian troops left. The regime spoke.")]
    assert keys("the regime", sides_in(articles)) == ["GE"]
    assert keys("the regime", sides_in([])) == [HOME]


def test_what_is_written_small_elsewhere_is_no_leader():
    """A word at the start of a sentence is no name for all its capital letter."""
    text = "Several forces left. Halvard forces stayed. The several crews of Georgia waited."
    assert sides_in([Article("1", text)]).leaders == {"halvard": "GE"}
