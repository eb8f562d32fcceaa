"""What speaks for an attribution, and how likely that makes it."""

import numpy as np
import pytest

from sayso.attribute.links import TAGS
from sayso.attribute.signs import NO_SIGNS, Parts, score_of, signs_of
from sayso.attribute.tokens import tokens_of

TEXT = "Ada said: “no more”"  # pieces 1 Ada, 2 said, 3 :, 4 “, 5 no, 6 more, 7 ”


def chances(tags, of):
    """Certain of tag 0 everywhere but at the tokens of *of*, where the rest goes to another tag."""
    made = np.zeros((9, tags), dtype=np.float32)
    made[:, 0] = 1
    for token, (tag, chance) in of.items():
        made[token, tag], made[token, 0] = chance, 1 - chance
    return made


def test_signs_are_certainty_and_form():
    """Log odds of the parts with squares and products, of their edges, then lengths, distances, marks, headline."""
    cue_chances = chances(3, {2: (1, 0.8)})
    link_chances = chances(TAGS, {1: (1, 0.9), 5: (3, 0.5), 6: (4, 0.5)})
    parts = Parts([(1, 1)], (2, 2), [(5, 6)])
    cue, content, source = np.log(4), 0, np.log(9)
    expected = [
        *(cue, content, source),
        *(cue**2, content, source**2, 0, 0),
        *(np.log(4), np.log(4), 0, np.log(999)),
        *(1, np.log(3), 0, np.log(4), np.log(2)),
        *(1, 1, 0),
    ]
    assert signs_of(parts, tokens_of(TEXT), cue_chances, link_chances) == pytest.approx(expected, abs=1e-3)


def test_no_source_is_a_sign_too():
    """Without a source its sign is how sure it is that there is none, and its distance nothing."""
    link_chances = chances(TAGS, {1: (1, 0.2), 5: (3, 0.5), 6: (4, 0.5)})
    signs = signs_of(Parts([], (2, 2), [(5, 6)]), tokens_of(TEXT), chances(3, {2: (1, 0.8)}), link_chances)
    assert signs[[2, 12, 16]] == pytest.approx([np.log(4), 0, 0], abs=1e-5)


def test_score_is_a_probability():
    """No signs and no constant are even odds; a weight of one on the first sign takes its odds over."""
    weights = np.append(NO_SIGNS, 0)
    assert score_of(NO_SIGNS, weights) == 0.5
    weights[0] = 1
    assert score_of(np.full(20, np.log(4), dtype=np.float32), weights) == pytest.approx(0.8)
