"""Names in a text: what each is a name of, and the calling written in capitals before it."""

import pytest

from sayso.resolve.mentions import mentions_of
from sayso.resolve.tokens import Words


def names(text, *cuts):
    """Name, sort, calling and body of every mention, in words."""
    words = Words(text)

    def said(tokens):
        return tokens and words.span(*tokens).of(text)

    return [
        (said(m.name), m.sort.value, said(m.role), said(m.affiliation)) for m in mentions_of(words, frozenset(cuts))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so Ada Byrne left", [("Ada Byrne", "person", None, None)]),
        ("so Quay Workers Association left", [("Quay Workers Association", "body", None, None)]),
        ("so Center for Veterans Studies left", [("Center for Veterans Studies", "body", None, None)]),
        ("so Residents in Corrin left", [("Corrin", "unknown", None, None)]),
        (
            "so the United States Norway and Sweden left",
            [("United States", "place", None, None), ("Norway", "place", None, None), ("Sweden", "place", None, None)],
        ),
        ("so Mr. Byrne left", [("Byrne", "person", "Mr.", None)]),
        ("so Staffan de Wit left", [("Staffan de Wit", "unknown", None, None)]),
        ("so Seif al Qalamar left", [("Seif al Qalamar", "unknown", None, None)]),
        (
            "so Deputy Foreign Minister Ruan Teveley left",
            [("Ruan Teveley", "person", "Deputy Foreign Minister", None)],
        ),
        (
            "so Secretary of State Ada Byrne left",
            [("Ada Byrne", "person", "Secretary of State", None)],
        ),
        (
            "so Corrin Observatory Director Ada Byrne left",
            [("Ada Byrne", "person", "Director", "Corrin Observatory")],
        ),
        (
            "so Director of the Corrin Observatory Ada Byrne left",
            [("Ada Byrne", "person", "Director of the Corrin Observatory", "Corrin Observatory")],
        ),
        ("to the Ministry of Works and Supply", [("Ministry of Works and Supply", "body", None, None)]),
        ("to the Observatory for Human Rights Ada Byrne", [
            ("Observatory for Human Rights", "body", None, None),
            ("Ada Byrne", "person", None, None),
        ]),
        ("to the White House press", [("White House", "body", None, None)]),
        ("watched Channel 10 television", [("Channel 10", "body", None, None)]),
        ("from Port City to Norway", [("Port City", "place", None, None), ("Norway", "place", None, None)]),
        ("on Monday in the Inland-based north", []),
        ("Residents of Corrin left", [("Corrin", "unknown", None, None)]),
        ("The quay is shut. However it rained.", []),
    ],
)  # fmt: skip
def test_names(text, expected):
    """Persons, bodies and places come apart by what their words are; sentence openings and adjectives are no names."""
    assert names(text) == expected


def test_a_source_ends_a_name():
    """Where commas are lost, a run of capitals is cut where somebody saw a source begin."""
    text = "head of the Corrin Observatory Ruan Teveley said"
    assert names(text) == [("Corrin Observatory", "body", None, None), ("Ruan Teveley", "unknown", None, None)]
    text = "in Corrin Teveley said"
    assert names(text) == [("Corrin Teveley", "unknown", None, None)]
    assert names(text, 2, 3) == [("Corrin", "unknown", None, None), ("Teveley", "unknown", None, None)]
