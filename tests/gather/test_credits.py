"""Datelines, credit lines and bylines are found at both ends of a text, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.article import Credit, Span
from sayso.gather.credits import Credits, credits_of

BODY = "The bridge stays closed until the autumn, the mayor said on Monday."


def credited(text):
    """What the text credits, checked to stand where it is said to."""
    credit = credits_of(text).credit
    if credit is not None:
        assert credit.span.of(text) == credit.name
    return credit and credit.name


@pytest.mark.parametrize(
    ("line", "dateline", "credit"),
    [
        ("PORT ADA (Wire) - ", "PORT ADA (Wire)", "Wire"),
        ("PORT ADA (Meridian Wire) -- ", "PORT ADA (Meridian Wire)", "Meridian Wire"),
        ("PORT ADA, March 3 (AFP) — ", "PORT ADA, March 3 (AFP)", "AFP"),
        ("PORT ADA, Selvany, Sept. 26 (UPI) — ", "PORT ADA, Selvany, Sept. 26 (UPI)", "UPI"),
        ("ALEPPO, Syria — ", "ALEPPO, Syria", None),
        ("ST. ORRIN’S BRIDGE – ", "ST. ORRIN’S BRIDGE", None),
        ("Port Ada (Reuters) - ", "Port Ada (Reuters)", "Reuters"),
        ("(Reuters) - ", None, "Reuters"),
        ("PORT ADA (March 3) - ", "PORT ADA (March 3)", None),
        ("PORT ADA (Monday) - ", None, None),
        ("BREAKING — ", None, None),
        ("He – and he alone – ", None, None),
        ("Port Ada - ", None, None),
    ],
)
def test_dateline_opens_the_text(line, dateline, credit):
    """A city in capitals, or a place with a wire in brackets, before a dash; the wire is credited."""
    text = f"Bridge closed\n\n{line}{BODY}"
    assert (credits_of(text).dateline, credited(text)) == (dateline, credit)


@pytest.mark.parametrize(
    ("end", "credit"),
    [
        (" (AFP)", "AFP"),
        (" --Reuters", "Reuters"),
        (" – Agencies\n", "Agencies"),
        ("\n\n(AFP)", "AFP"),
        ("\n\n(Meridian Wire)\n", "Meridian Wire"),
        ("\n\n— Associated Press", "Associated Press"),
        ("\n\nSource: The Inland Post", "The Inland Post"),
        ("\n\nAgence France-Presse", "Agence France-Presse"),
        ("\n\nThe Associated Press contributed to this report.", "The Associated Press"),
        ("\n\n(With inputs from AFP)", "AFP"),
        ("\n\nAda Byrne and Bo Dahl contributed to this report.", None),
        ("\n\n(Reporting by Julia Marsh)", None),
        ("\n\n-- Julia Marsh", None),
        ("\n\nJulia Marsh is a teacher in Port Ada.", None),
        (" It asked the Harbour Defence Office (HDO).", None),
    ],
)
def test_credit_closes_the_text(end, credit):
    """A wire's name after the last sentence, or on a line of its own; people who sign letters are no wires."""
    assert credited(BODY + end) == credit


def test_credit_in_the_middle_is_none():
    """A name on a line of its own far from both ends says nothing of whose text it is."""
    assert credited("\n\n".join([BODY] * 8 + ["Reuters"] + [BODY] * 8)) is None


def test_credit_line_goes_before_the_dateline():
    """Papers keep the dateline of the story that they edit, and name its source at the end."""
    assert credited(f"PORT ADA (AFP) - {BODY}\n\nSource: Meridian Wire") == "Meridian Wire"


@pytest.mark.parametrize(
    ("line", "byline", "credit"),
    [
        ("By Ada Byrne", "Ada Byrne", None),
        ("BY ADA BYRNE and BO DAHL", "ADA BYRNE and BO DAHL", None),
        ("By Ada Byrne, Reuters", "Ada Byrne, Reuters", "Reuters"),
        ("By The Associated Press", "The Associated Press", "The Associated Press"),
        ("By Monday the bridge will open again, she said.", None, None),
    ],
)
def test_byline_is_a_line_of_names(line, byline, credit):
    """A line that begins with By and holds nothing but names; a wire among them is credited."""
    text = f"Bridge closed\n\n{line}\n\n{BODY}"
    assert (credits_of(text).byline, credited(text)) == (byline, credit)


def test_every_part_says_where_it_was_found():
    """Whole result of a text that says everything about itself."""
    text = f"By Ada Byrne\n\nPORT ADA (Wire) - {BODY}"
    assert credits_of(text) == Credits(
        credit=Credit("Wire", Span(24, 28)),
        dateline="PORT ADA (Wire)",
        byline="Ada Byrne",
        found_in={"credit": "dateline", "dateline": "text", "byline": "byline in the text"},
    )


def test_plain_text_says_nothing():
    """A text without dateline, credit and byline has none; none is guessed."""
    assert credits_of(BODY) == Credits()
    assert credits_of("") == Credits()


@given(text=st.text(alphabet="AaB .,-—()|\r\n:y’SR", max_size=200))
@settings(max_examples=60, deadline=None)
def test_credit_is_always_the_words_under_its_span(text):
    """Whatever the text, the credited name stands where its span says."""
    credited(text)
