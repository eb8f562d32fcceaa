"""Training examples: what is changed in a text moves its spans along."""

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Span
from training.data import BEGIN_CONTENT, BEGIN_CUE, BEGIN_SOURCE, CONTENT, CUE, SOURCE, Example, apply, vary, windows

TEXT = "Depot empty\n\n“We left it, all of it,” said Ada Byrne’s aide. Nobody’s there."
ROLES = {"source": "Ada Byrne’s aide", "cue": "said", "content": "“We left it, all of it,”"}


def example():
    """One statement in a short article with a headline."""
    spans = {role: [[TEXT.index(words), TEXT.index(words) + len(words)]] for role, words in ROLES.items()}
    return Example(TEXT, Span(0, 11), [spans])


def words(read):
    """The words of each role."""
    return {role: read.text[slice(*spans[0])] for role, spans in read.attributions[0].items()}


def test_edits_move_spans():
    """Words are the same after an edit before them, and edited where the edit lies in them."""
    comma = TEXT.index(",")
    edited = apply(example(), [(11, 13, " "), (comma, comma + 1, "")])
    assert words(edited) == {**ROLES, "content": "“We left it all of it,”"}
    assert edited.title.of(edited.text) == "Depot empty"


@given(st.integers(0, 10_000))
def test_every_variation_keeps_the_words(seed):
    """Whatever marks, commas and paragraphs a variation takes or changes, each role keeps its letters."""

    def letters(text):
        return "".join(filter(str.isalpha, text))

    varied = words(vary(example(), random.Random(seed)))
    assert {role: letters(text) for role, text in varied.items()} == {role: letters(t) for role, t in ROLES.items()}


def test_windows_carry_the_tags_of_each_cue():
    """A window has one row of tags for its cue: first and other pieces of source and content."""
    [window] = windows(example(), random.Random(1))
    [[first, last]] = window.cues.tolist()
    tags = window.links.chances[0].argmax(-1).tolist()
    assert window.cue.chances[0].argmax(-1)[first : last + 1].tolist() == [BEGIN_CUE] + [CUE] * (last - first)
    assert [tag for tag in tags if tag][:2] == [BEGIN_CONTENT, CONTENT]
    assert (tags.count(BEGIN_SOURCE), tags.count(BEGIN_CONTENT), SOURCE in tags) == (1, 1, True)
