"""The choice of statements by what their source does."""

from __future__ import annotations

from sayso import Act
from sayso.show.acts import of_acts


def chosen(article, acts):
    """The identifiers of the attributions that are left."""
    return [each.id for each in of_acts(article, acts).attributions]


def test_choice(four_acts):
    """The attributions of the acts asked for are left, in their order; without a choice all."""
    assert chosen(four_acts, [Act.FACT, Act.ASSERTION]) == ["four.1", "four.3"]
    assert chosen(four_acts, None) == ["four.1", "four.2", "four.3", "four.4"]


def test_not_stated_is_in_no_choice(harbour):
    """An attribution whose act nobody stated is shown only where all are."""
    assert (chosen(harbour, list(Act)), chosen(harbour, None)) == (
        ["harbour.1", "harbour.2"],
        ["harbour.1", "harbour.2", "harbour.3"],
    )


def test_not_attributed(french):
    """An article that is not attributed stays so."""
    assert of_acts(french, [Act.FACT]) == french
