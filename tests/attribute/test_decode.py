"""From scores to attributions, on scores made by hand."""

import dataclasses

import numpy as np
import pytest

from sayso.attribute.decode import Candidate, Decoder, Scores, found_in, kept
from sayso.attribute.links import DISTANCES, TAGS, WIDTH
from sayso.attribute.tokens import tokens_of

DECODER = Decoder(
    cue_moves=np.array([[0, 0, -1e4], [0, 0, 0], [0, 0, 0]], dtype=np.float32),
    link_moves=np.zeros((TAGS, TAGS), dtype=np.float32),
    distance=np.zeros((DISTANCES, TAGS), dtype=np.float32),
    calibration=np.array([1, 1, 1] + [0] * 18, dtype=np.float32),
    threshold=0.5,
)
TAG = {"-": 0, "S": 1, "s": 2, "C": 3, "c": 4}


def scores(cues, roles):
    """Certain scores from a letter a piece: ``K`` and ``k`` for a cue, ``S s C c`` for the parts, ``-`` for none."""
    cue, role = (
        np.full((len(letters) + 2, width), -9, dtype=np.float32) for letters, width in ((cues, 3), (roles, TAGS))
    )
    cue[range(len(cues) + 2), [0, *("-Kk".index(letter) for letter in cues), 0]] = 9
    role[range(len(roles) + 2), [0, *(TAG[letter] for letter in roles), 0]] = 9
    nothing = np.zeros((len(cues) + 2, TAGS * WIDTH), dtype=np.float32)
    return Scores(cue, role, nothing, nothing)


def read(text, cues, roles):
    """Source, cue and content in words, of every attribution found."""
    tokens = tokens_of(text)
    found = found_in(tokens, [slice(0, len(tokens.ids))], [scores(cues, roles)], DECODER)
    return [tuple([s.of(text) for s in part] for part in (one.source, one.cue, one.content)) for one in found]


def test_content_cut_by_its_cue_is_one_statement():
    """A content in two pieces around source and cue belongs to one attribution."""
    assert read("We go , she said , soon", "----K--", "CC-S--C") == [(["she"], ["said"], ["We", "go", "soon"])]


def test_parts_of_a_word_stay_together():
    """A span never ends inside a word, whatever its later pieces score."""
    assert read("Teveley said no", "---K-", "S-c-C") == [(["Teveley"], ["said"], ["no"])]


def test_a_line_break_ends_a_span():
    """What looks like one source across a line is two, and the one beside the cue is it."""
    assert read("Harbour\nThe mayor said no", "---K-", "Sss-C") == [(["The mayor"], ["said"], ["no"])]


def test_only_quotations_stand_in_a_line_above_their_cue():
    """Unquoted words of another paragraph are not what the next one's cue reports; quoted ones may be."""
    assert read("It rained\nNo , she said", "-----K", "CcC-S-") == [(["she"], ["said"], ["No"])]
    assert read("“Rain”\nNo , she said", "------K", "-C-C-S-") == [(["she"], ["said"], ["Rain", "No"])]


def test_a_cue_without_content_is_none():
    """Without anything said there is no statement."""
    assert read("The mayor spoke", "--K", "Ss-") == []


def candidate(cue, content, sureness):
    """A candidate of whose signs the first three are *sureness*, the rest nothing."""
    return Candidate([], (cue, cue), content, np.array([sureness] * 3 + [0] * 17, dtype=np.float32))


def test_of_two_claims_on_one_content_the_surer_stays():
    """A statement belongs to one cue; another that shares little of it stays too, and all keep their order."""
    rivals = [candidate(1, [(2, 9)], 1.0), candidate(10, [(3, 9)], 2.0), candidate(11, [(9, 20)], 0.5)]
    assert [c.cue for _, c in kept(rivals, DECODER)] == [(10, 10), (11, 11)]


def test_what_is_unlikely_is_left_out():
    """Below the threshold nothing is printed, not even as possible."""
    doubtful = candidate(1, [(2, 3)], -0.1)
    assert kept([doubtful], DECODER) == []
    assert [score for score, _ in kept([doubtful], dataclasses.replace(DECODER, threshold=0.4))] == [
        pytest.approx(1 / (1 + np.exp(0.3)))
    ]
