"""Whom an outlet quotes is the source, and the outlet passes it on."""

import pytest


@pytest.mark.parametrize(
    ("text", "statement", "quoted"),
    [
        (
            "Meridian Wire quoted a source in Corrin as saying that it burned.",
            ("Meridian Wire", "quoted", "that it burned"),
            "a source in Corrin",
        ),
        (
            "The monitor quoted Ada Byrne as saying that it burned.",
            ("The monitor", "quoted", "that it burned"),
            "Ada Byrne",
        ),
        (
            "It burned, Selvany Television reported, citing a harbour official.",
            ("Selvany Television", "reported", "It burned"),
            "a harbour official",
        ),
        (
            "The monitor said that it burned, citing doctors in Corrin.",
            ("The monitor", "said", "that it burned"),
            "The monitor",
        ),
        ("The mayor was quoted as saying no.", ("The mayor", "was quoted", "no"), "The mayor"),
        ("Meridian Wire quoted him as saying no.", ("Meridian Wire", "quoted", "no"), "Meridian Wire"),
    ],
)
def test_source(resolved, text, statement, quoted):
    """The source moves to whom an outlet quotes or cites, and for anybody else only before "as saying"."""
    [found] = resolved(text, statement)
    assert [span.of(text) for span in found.source] == [quoted]


def test_outlet_that_quotes_is_the_intermediary(last):
    """Name and kind are those of the quoted, the outlet is named as the way it came."""
    text = "Meridian Wire quoted a source in Corrin as saying that it burned."
    assert last(text, ("Meridian Wire", "quoted", "that it burned")) == {
        "source_name": "a source in Corrin",
        "source_affiliation": "Corrin",
        "source_kind": "unnamed_other",
        "named": False,
        "via": "Meridian Wire",
    }
