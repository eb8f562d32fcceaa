"""The forms of verbs and nouns."""

from __future__ import annotations

import pytest

from sayso.characterise.inflection import plural, verb_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("report", {"report", "reports", "reported", "reporting"}),
        ("believe", {"believe", "believes", "believed", "believing"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("convey", {"convey", "conveys", "conveyed", "conveying"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("wish", {"wish", "wishes", "wished", "wishing"}),
        ("know", {"know", "knows", "knew", "known", "knowing"}),
        ("realise", {"realise", "realised", "realising", "realize", "realized", "realizing", "realises", "realizes"}),
    ],
)
def test_regular_and_irregular(verb, forms):
    """A verb has its forms, regular or not, in British and American spelling."""
    assert verb_forms(verb) == forms


@pytest.mark.parametrize(("verb", "form"), [("plan", "planned"), ("admit", "admitting"), ("visit", "visiting")])
def test_last_letter_may_double(verb, form):
    """Where the last letter may double, the right form is among those given."""
    assert form in verb_forms(verb)


@pytest.mark.parametrize(("noun", "many"), [("plea", "pleas"), ("promise", "promises"), ("wish", "wishes")])
def test_plural(noun, many):
    """Nouns take -s, after a hiss -es."""
    assert plural(noun) == many
