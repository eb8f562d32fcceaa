"""A text cut into runs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso import Attribution, Quotation, Span
from sayso.show.marks import Role, runs


def pieces(article):
    """Each run's words with its marks as ``role of attribution / level``."""
    return [
        (run.span.of(article.text), [f"{mark.role} {mark.attribution}/{mark.level}" for mark in run.marks])
        for run in runs(article.text, article.attributions)
    ]


def test_nested(attributed):
    """A statement within a statement lies under both, the inner one a level further down."""
    article = attributed(
        "Ada says Ben said no.",
        ("Ada", "says", "Ben said no", 0.95, "indirect"),
        ("Ben", "said", "no", 0.95, "indirect"),
    )
    assert pieces(article) == [
        ("Ada", ["source 0/0"]),
        (" ", []),
        ("says", ["cue 0/0"]),
        (" ", []),
        ("Ben", ["content 0/0", "source 1/0"]),
        (" ", ["content 0/0"]),
        ("said", ["content 0/0", "cue 1/0"]),
        (" ", ["content 0/0"]),
        ("no", ["content 0/0", "content 1/1"]),
        (".", []),
    ]


def test_crossing(attributed):
    """Spans that cross keep their levels to their ends."""
    article = attributed(
        "one two three four", ("", "", "one two three", 0.95, "direct"), ("", "", "two three four", 0.95, "direct")
    )
    assert pieces(article) == [
        ("one ", ["content 0/0"]),
        ("two three", ["content 0/0", "content 1/1"]),
        (" four", ["content 1/1"]),
    ]


def test_level_is_free_again(attributed):
    """What begins after another has ended takes its level."""
    article = attributed("one two", ("", "", "one", 0.95, "direct"), ("", "", "two", 0.95, "direct"))
    assert pieces(article) == [("one", ["content 0/0"]), (" ", []), ("two", ["content 1/0"])]


def test_cuts():
    """A further cut divides a run; one outside the text does nothing."""
    assert [run.span for run in runs("abcd", [], cuts=[2, 9, -1])] == [Span(0, 2), Span(2, 4)]


def test_empty_text():
    """No text, no runs."""
    assert runs("", []) == []


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(min(ends), max(ends))), max_size=3
)
anything = st.lists(
    st.builds(
        lambda source, cue, content: Attribution("x", *map(tuple, (source, cue, content)), 0.5, False, Quotation.MIXED),
        *(spans, spans, spans),
    ),
    max_size=5,
)


@given(st.text(max_size=40), anything, st.lists(st.integers(0, 40)))
def test_runs_are_the_text(text, attributions, cuts):
    """Whatever the spans, the runs together are the text and none is empty."""
    found = runs(text, attributions, cuts=cuts)
    assert ("".join(run.span.of(text) for run in found), all(run.span.of(text) for run in found)) == (text, True)


@given(st.text(max_size=40), anything)
def test_runs_know_their_marks(text, attributions):
    """Each run lists exactly the parts of attributions that cover each of its characters."""
    for run in runs(text, attributions):
        for offset in range(run.span.start, run.span.end):
            covering = {
                (index, role, span)
                for index, attribution in enumerate(attributions)
                for role in Role
                for span in getattr(attribution, role)
                if span.start <= offset < span.end
            }
            assert {(mark.attribution, mark.role, mark.span) for mark in run.marks} == covering


@given(st.text(max_size=40), anything)
def test_levels_do_not_collide(text, attributions):
    """Two contents over one run never have one level."""
    for run in runs(text, attributions):
        levels = [mark.level for mark in run.marks if mark.role is Role.CONTENT]
        assert len(levels) == len(set(levels))
