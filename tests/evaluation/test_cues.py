"""Cues are told apart by their words."""

import pytest

from evaluation.cues import Cue, cue_class


@pytest.mark.parametrize(
    ("before", "cue", "kind"),
    [
        ("", "", Cue.NONE),
        ("bishop", "did not say", Cue.NEGATED),
        ("pilots", "weren t sure", Cue.NEGATED),
        ("keeper", "later admitted", Cue.SPEECH),
        ("board", "is denying", Cue.SPEECH),
        ("guild", "claims", Cue.SPEECH),
        ("her", "claims", Cue.NOUN),
        ("the", "claims of", Cue.NOUN),
        ("his", "infamous comment about", Cue.NOUN),
        ("", "rumours", Cue.NOUN),
        ("rules", "that promise", Cue.WILL),
        ("sailors", "worried about", Cue.MIND),
        ("captain", "knew", Cue.MIND),
        ("council", "tries to", Cue.WILL),
        ("owners", "are planning", Cue.WILL),
        ("assembly", "repealed", Cue.OTHER),
    ],
)
def test_a_cue_has_the_class_of_its_words(before, cue, kind):
    """Negation first, then nouns, told from verbs by what stands before and after, then verbs in all their forms."""
    assert cue_class(cue.split(), before) == kind
