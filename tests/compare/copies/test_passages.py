"""Runs of words that two texts share."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.copies.passages import Run, shared_runs
from sayso.compare.words import worded

words = st.lists(st.sampled_from(["the", "quay", "of", "Port", "Ada", "was", "closed", "after", "dust"]), max_size=60)


def runs(a, b, least=3):
    """The runs of two texts, as words of the first."""
    one, other = worded(a), worded(b)
    return [one.span(run.in_a, run.length).of(a) for run in shared_runs(one.words, other.words, least)]


def test_runs_are_as_long_as_they_can_be():
    """A run ends only where the texts part, and what comes between two runs is in neither."""
    one = "The quay of Port Ada was closed on Tuesday after dust had been found in a depot."
    other = "Police say the quay of Port Ada was shut after dust had been found in a depot, and will stay so."
    assert runs(one, other) == ["The quay of Port Ada was", "after dust had been found in a depot"]


def test_what_scraping_changed_does_not_end_a_run():
    """Capitals, marks, accents, lost apostrophes and commas, and British spelling are the same words."""
    one = "Selvany’s harbour fed 280,000 people, the U.S. envoy Orrín said."
    other = "selvanys harbor fed 280000 people the US envoy Orrin said"
    assert runs(one, other) == [one.removesuffix(".")]


def test_longest_run_first():
    """Where runs overlap the longest is taken, and what is left of the other counts if it is long enough."""
    one = "dust had been found in a depot on the quay"
    other = "dust had been found in a depot. A depot on the quay was closed."
    assert runs(one, other) == ["dust had been found in a depot", "on the quay"]


def test_no_run_in_texts_without_words():
    """Texts without words, or shorter than a run, share nothing."""
    assert runs("", "") == runs("…", "The quay is closed.") == runs("The quay", "The quay") == []


def test_a_phrase_said_over_and_over_is_no_run():
    """What a text repeats without end is no copy, and takes no time that grows with the square of it."""
    assert runs("ha " * 20_000, "ha " * 20_000) == []


@given(words, words)
def test_runs_hold(a, b):
    """Every run has the same words in both texts, is long enough, and shares no word with another."""
    one, other = worded(" ".join(a)), worded(" ".join(b))
    found = shared_runs(one.words, other.words, 3)
    for length, in_a, in_b in found:
        assert length >= 3
        assert one.words[in_a : in_a + length].tolist() == other.words[in_b : in_b + length].tolist()
    for place in (1, 2):
        taken = [index for run in found for index in range(run[place], run[place] + run.length)]
        assert len(taken) == len(set(taken))


@given(st.lists(st.integers().map(lambda n: f"w{n}x"), min_size=3, max_size=40, unique=True))
def test_a_text_is_one_run_of_itself(several):
    """A text without repeated words is found whole in itself."""
    same = worded(" ".join(several))
    assert shared_runs(same.words, same.words, 3) == [Run(len(same.words), 0, 0)]
