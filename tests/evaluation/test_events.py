"""Grouping by event is scored item by item, and addresses in a text are no help."""

import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from evaluation import corpora, events

DEPOT = (
    "A grain depot in Port Ada exploded on Tuesday, and the Interior Ministry blamed the Hill League.",
    "The Hill League denies that it had a hand in the explosion at the Port Ada depot.",
)
VOTE = (
    "Corrin elects a mayor on Sunday, and Linus Wendle is ahead of Aurel Dennick by a nose.",
    "Linus Wendle has lost Corrin: Aurel Dennick will be mayor.",
)


def rows(topic, event, *texts):
    """Articles on one event, in the form of ECB+."""
    return [{"id": f"{event}.{n}", "topic": topic, "event": event, "text": text} for n, text in enumerate(texts)]


def test_both_parts_are_measured_apart(tmp_path):
    """Topics on which thresholds were set, and the others; here every group is right."""
    path = tmp_path / corpora.ECB
    path.parent.mkdir(parents=True)
    written = [*rows("22", "22_depot", *DEPOT), *rows("23", "23_depot", *DEPOT), *rows("30", "30_vote", *VOTE)]
    path.write_text("".join(json.dumps(row) + "\n" for row in written), encoding="utf-8")
    assert events.event_figures(tmp_path) == (
        {"ecb.set_on": 100.0, "ecb.others": 100.0},
        {"ecb.set_on": (100.0, 100.0), "ecb.others": (100.0, 100.0)},
    )


def test_an_address_in_a_text_joins_nothing():
    """A line that begins as an address does is not read: the same site is not the same event."""
    site = "http: / / www. portadabeacon. example / grain / depot / explosion"
    one, other = rows("1", "1_a", f"{site}\nBarley is cheap."), rows("1", "1_b", f"{site}\nA choir sang.")
    assert len(set(events.grouping([*one, *other]))) == 2


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("123")), min_size=1, max_size=12))
def test_shares_are_between_nothing_and_all(pairs):
    """Each item finds at least itself, and what is grouped as the gold has it is all right."""
    gold, found = zip(*pairs, strict=True)
    shares = events.b_cubed(gold, found)
    assert all(0 < share <= 1 for both in shares for share in both)
    assert events.b_cubed(gold, gold) == [(1.0, 1.0)] * len(gold)
    whole = events.f1(np.array([*np.sum(shares, axis=0), len(shares)]))
    assert 0 < whole <= 100
