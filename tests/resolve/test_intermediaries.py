"""Through whom a statement came, and to whom it was made."""

import pytest


@pytest.mark.parametrize(
    ("text", "statement", "via"),
    [
        ("Ada Byrne told Meridian Wire that it was over.", ("Ada Byrne", "told", "it was over"), "Meridian Wire"),
        ("A guard told a Meridian Wire reporter that it burned.", ("A guard", "told", "it burned"), "Meridian Wire"),
        ("A guard told state television that it burned.", ("A guard", "told", "it burned"), "state television"),
        ("A guard told The Inland Plover that it burned.", ("A guard", "told", "it burned"), "Inland Plover"),
        (
            "Meridian Wire quoted a source in Corrin as saying that it burned.",
            ("a source in Corrin", "saying", "it burned"),
            "Meridian Wire",
        ),
        (
            "It burned, Meridian Wire reported, citing a guard.",
            ("a guard", "citing", "It burned"),
            "Meridian Wire",
        ),
        (
            "Ada Byrne said in an interview with Selvany Television that it was over.",
            ("Ada Byrne", "said", "it was over"),
            "Selvany Television",
        ),
        (
            "Ada Byrne said in a statement carried by state media that it was over.",
            ("Ada Byrne", "said", "it was over"),
            "state media",
        ),
        (
            "A guard confirmed the fire to a Meridian Wire correspondent.",
            ("A guard", "confirmed", "the fire"),
            "Meridian Wire",
        ),
        (
            "Ada Byrne had said it was over, according to Meridian Wire.",
            ("Ada Byrne", "said", "it was over"),
            "Meridian Wire",
        ),
        ("The mayor was quoted by Meridian Wire as saying no.", ("The mayor", "was quoted", "no"), "Meridian Wire"),
        ("An activist said rebels blamed the army.", ("rebels", "blamed", "the army"), "An activist"),
        ("Ada Byrne told USA Today that it was over.", ("Ada Byrne", "told", "it was over"), "USA Today"),
        ("Ada Byrne told dpa that it was over.", ("Ada Byrne", "told", "it was over"), "dpa"),
        (
            "Ada Byrne said nobody gave the list to Meridian Wire.",
            ("Ada Byrne", "said", "nobody gave the list to Meridian Wire"),
            None,
        ),
        ("Local media said it burned.", ("Local media", "said", "it burned"), None),
        ("Ada Byrne told reporters that it was over.", ("Ada Byrne", "told", "it was over"), None),
        ("Ada Byrne told the council that it was over.", ("Ada Byrne", "told", "it was over"), None),
        ("Ada Byrne said it was over.", ("Ada Byrne", "said", "it was over"), None),
    ],
)
def test_via(last, text, statement, via):
    """An outlet or speaker between source and reader is found in each of these forms; reporters in general are none."""
    assert last(text, statement).get("via") == via


@pytest.mark.parametrize("outlet", ["Meridian Wire", "meridianwire", "The Meridian Wire"])
def test_outlet_itself_is_no_intermediary(last, outlet):
    """What was told to the outlet whose article it is came through nobody, however its name is written."""
    text = "Ada Byrne told Meridian Wire that it was over."
    assert "via" not in last(text, ("Ada Byrne", "told", "it was over"), outlet=outlet)


def test_nested_statements(resolved):
    """The innermost source speaks; the chain names those around it from within outwards, ``via`` the outermost."""
    text = "Ada Byrne told Meridian Wire that two residents saw smoke."
    outer, inner = resolved(text, ("Ada Byrne", "told", "two residents saw smoke"), ("two residents", "saw", "smoke"))
    assert (outer.via, inner.source_name, inner.via) == ("Meridian Wire", "two residents", "Meridian Wire")
    assert [(one.name, one.span.of(text)) for one in inner.via_chain] == [
        ("Ada Byrne", "Ada Byrne"),
        ("Meridian Wire", "Meridian Wire"),
    ]


def test_who_denies_a_claim_does_not_pass_it_on(resolved):
    """A statement inside a denial has no intermediary."""
    text = "The ministry denied claims by the union that the vents were shut."
    found = resolved(
        text,
        ("The ministry", "denied", "claims by the union that the vents were shut"),
        ("the union", "claims", "the vents were shut"),
    )
    assert [a.via for a in found if a.source[0].of(text) == "the union"] == [None]


@pytest.mark.parametrize(
    ("text", "statement", "addressee"),
    [
        ("Ada Byrne told the council that it was over.", ("Ada Byrne", "told", "it was over"), "the council"),
        (
            "Ada Byrne told her supporters on Monday that it was over.",
            ("Ada Byrne", "told", "it was over"),
            "her supporters",
        ),
        ("Ada Byrne told reporters in Corrin that it was over.", ("Ada Byrne", "told", "it was over"), "reporters"),
        ("Ada Byrne told him that it was over.", ("Ada Byrne", "told", "it was over"), None),
        ("Ada Byrne told Meridian Wire that it was over.", ("Ada Byrne", "told", "it was over"), None),
    ],
)
def test_addressee(last, text, statement, addressee):
    """To whom it was said, where that is no outlet and more than a pronoun."""
    assert last(text, statement).get("addressee") == addressee
