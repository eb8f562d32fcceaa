"""The basis of a statement in words."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Attribution, Quotation, Span
from sayso.attribution import (
    Certainty,
    CueStance,
    Evidence,
    EvidenceKind,
    Figure,
    Intermediary,
    Quantity,
    SourceKind,
)
from sayso.show.basis import evidence, figures, sentence, standing, sureness, who

TEXT = "She said no."


def said(**fields: object) -> Attribution:
    """An attribution of which only some is known."""
    plain = Attribution("1", (Span(0, 3),), (Span(4, 8),), (Span(9, 11),), 0.95, False, Quotation.INDIRECT)
    return dataclasses.replace(plain, **fields)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"source_name": "Ada Byrne"}, "Ada Byrne (“She”)"),
        ({"source_name": "she"}, "She"),
        ({"source_name": None, "certainty": Certainty.ASSERTED}, "She (unclear who)"),
        ({"source_name": None}, "She"),
        ({"source": ()}, ""),
    ],
)
def test_who(fields, words):
    """The fullest name first, the wording where it differs, and "unclear" where Sayso could not tell."""
    assert who(said(**fields), TEXT) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"source_kind": SourceKind.MONITOR_OR_NGO, "named": True}, "monitor or NGO, named"),
        ({"source_role": "mayor", "source_kind": SourceKind.OFFICIAL, "named": True}, "mayor, official, named"),
        (
            {
                "source_role": "harbour official",
                "source_affiliation": "Port Ada",
                "source_kind": SourceKind.UNNAMED_OFFICIAL,
                "named": False,
            },
            "harbour official, Port Ada, unnamed",
        ),
    ],
)
def test_standing(fields, words):
    """Role, body, kind and whether it is named; a kind that the role says already is left out."""
    assert standing(said(**fields)) == words


def test_sureness():
    """Only what differs from a plain statement is said."""
    assert sureness(said(certainty=Certainty.ASSERTED, cue_stance=CueStance.NEUTRAL)) == ""
    assert sureness(said(certainty=Certainty.DENIED, cue_stance=CueStance.DENYING)) == "denied, cue denying"


def test_evidence():
    """Each kind, and whether the article shows it; nobody shows an eyewitness."""
    found = (
        Evidence(EvidenceKind.PHOTO, Span(0, 3), shown=True),
        Evidence(EvidenceKind.DOCUMENT, Span(4, 8), shown=None),
        Evidence(EvidenceKind.EYEWITNESS, Span(4, 8), shown=True),
    )
    assert evidence(said(evidence=found)) == "photos, shown here; documents; eyewitnesses"


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(Quantity.KILLED, Span(0, 1), 22, 22), "22 killed"),
        (Figure(Quantity.WOUNDED, Span(0, 1), 20, 30, "children"), "20 to 30 wounded (children)"),
        (Figure(Quantity.DISPLACED, Span(0, 1), 1_200_000, None), "at least 1,200,000 displaced"),
        (Figure(Quantity.MISSING, Span(0, 1), None, 9, where="Corrin"), "at most 9 missing (Corrin)"),
        (Figure(Quantity.KILLED, Span(0, 1), None, None), "an unknown number killed"),
        (Figure(Quantity.OTHER, Span(0, 1), 6, 6, "boats", when="2026"), "6 boats (2026)"),
    ],
)
def test_figures(figure, words):
    """Bounds, what is counted, and in brackets who, when and where."""
    assert figures([figure]) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        (
            {"source_kind": SourceKind.OFFICIAL, "named": True, "certainty": Certainty.DENIED},
            "An official, named; denies it.",
        ),
        (
            {
                "source_role": "university dean",
                "named": True,
                "addressee": "the council",
                "via_chain": (Intermediary("a guard", Span(0, 1)), Intermediary("Meridian Wire", Span(0, 1))),
                "certainty": Certainty.ASSERTED,
                "cue_stance": CueStance.ENDORSING,
                "because": {"cue_stance": Span(4, 8)},
            },
            "A university dean, named, told the council, through a guard, through Meridian Wire; asserts it; "
            "“said” takes it as true.",
        ),
        ({"source_role": "residents", "named": False}, "Residents, unnamed."),
        (
            {"source_affiliation": "Port Ada council", "via": "Meridian Wire"},
            "Port Ada council, through Meridian Wire.",
        ),
    ],
)
def test_sentence(fields, words):
    """One plain sentence of what is known, in the order who, how, on what."""
    assert sentence(said(**fields), TEXT) == words


@given(st.builds(Figure, st.sampled_from(Quantity), st.just(Span(0, 1)), st.none() | st.integers(0), st.none()))
def test_every_figure_has_words(figure):
    """A number that is there is in the words."""
    assert figure.low is None or f"{figure.low:,}" in figures([figure])
