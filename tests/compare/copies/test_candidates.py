"""Which pairs of texts are compared word for word."""

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.copies.candidates import SIZE, WINDOW, candidates
from sayso.compare.copies.shingles import shingles, winnowed
from sayso.compare.words import worded

hashes = st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=60).map(lambda values: np.array(values, np.uint64))


def text(seed, words=120):
    """A text of made-up words that has none in common with another seed's."""
    draw = random.Random(seed)
    return " ".join(f"w{seed}x{draw.randrange(60)}" for _ in range(words))


def with_run(seed, run):
    """A text with *run* in the middle of it."""
    return f"{text(seed, 40)} {run} {text(seed, 40)}"


def test_every_pair_of_a_few_texts():
    """Of a handful of texts all pairs are compared, whatever they share."""
    assert candidates([worded(text(seed)) for seed in range(3)]) == [(0, 1), (0, 2), (1, 2)]


def test_one_paragraph_in_long_texts():
    """Among many texts, two that share a run of nine words are found, and no others."""
    run = "flour dust had lain on every beam since March"
    texts = [worded(text(seed)) for seed in range(200)]
    texts[17], texts[130] = worded(with_run(17, run)), worded(with_run(130, run))
    assert candidates(texts) == [(17, 130)]


def test_a_stock_phrase_does_not_join_all():
    """A phrase of seven words in every text makes no pair of every two."""
    texts = [worded(with_run(seed, "according to the Selvany Bureau of Harbours")) for seed in range(400)]
    assert len(candidates(texts)) < 4 * len(texts)


def test_much_copied_texts_hang_together():
    """Copies of one text are candidates with the next few of them, however many there are."""
    texts = [worded(text(0)) for _ in range(300)]
    found = candidates(texts)
    assert {(at, at + 1) for at in range(299)} <= set(found)
    assert len(found) < 30 * len(texts)


@given(hashes, st.integers(1, 8))
def test_each_window_keeps_one(values, window):
    """Of any neighbours as many as a window at least one is kept: winnowing's guarantee."""
    kept = set(winnowed(values, window).tolist())
    for start in range(max(1, len(values) - window + 1)):
        assert kept & set(range(start, start + window))


@given(st.integers(0, 30), st.integers(0, 30))
def test_a_shared_run_shares_fingerprints(before, after):
    """Two texts that share SIZE + WINDOW - 1 words share a fingerprint, wherever those words stand."""
    run = " ".join(f"shared{number}" for number in range(SIZE + WINDOW - 1))
    prints = []
    for seed, around in ((1, before), (2, after)):
        found = shingles(worded(f"{text(seed, around)} {run} {text(seed, 30 - around)}").words, SIZE)
        prints.append(set(found[winnowed(found, WINDOW)].tolist()))
    assert prints[0] & prints[1]
