"""What a source is: calling, body, kind, named or not."""

import pytest


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        (
            "Deputy Interior Minister Joren Hask said no.",
            "Deputy Interior Minister Joren Hask",
            ("Joren Hask", "Deputy Interior Minister", None, "official", True),
        ),
        (
            "Ilse Marrant, a spokeswoman for the Ministry of Supply, said no.",
            "Ilse Marrant",
            ("Ilse Marrant", "spokeswoman", "Ministry of Supply", "official", True),
        ),
        (
            "Hill Front spokesman Ruan Teveley said no.",
            "Hill Front spokesman Ruan Teveley",
            ("Ruan Teveley", "spokesman", "Hill Front", "armed_group", True),
        ),
        ("Ottmar Lys, a professor, said no.", "Ottmar Lys", ("Ottmar Lys", "professor", None, "expert", True)),
        ("Nell Corvane, 54, a nurse, said no.", "Nell Corvane", ("Nell Corvane", "nurse", None, "medical", True)),
        ("The Selvany army said no.", "The Selvany army", ("The Selvany army", None, None, "official", True)),
        ("Rebels said no.", "Rebels", ("Rebels", None, None, "armed_group", False)),
        (
            "A rebel spokesman said no.",
            "A rebel spokesman",
            ("A rebel spokesman", "rebel spokesman", None, "armed_group", False),
        ),
        (
            "A security source said no.",
            "A security source",
            ("A security source", None, None, "unnamed_official", False),
        ),
        ("Two officials said no.", "Two officials", ("Two officials", None, None, "unnamed_official", False)),
        ("A medical source said no.", "A medical source", ("A medical source", None, None, "medical", False)),
        ("Residents said no.", "Residents", ("Residents", None, None, "witness_or_resident", False)),
        ("State television said no.", "State television", ("State television", None, None, "media", True)),
        ("The report said no.", "The report", ("The report", None, None, "document", False)),
        ("Critics said no.", "Critics", ("Critics", None, None, "unnamed_other", False)),
        ("The mayor said no.", "The mayor", ("The mayor", "mayor", None, "official", True)),
        (
            "The Quay Observatory moved. Observatory head Nell Corvane said no.",
            "Observatory head Nell Corvane",
            ("Nell Corvane", "head", "Quay Observatory", "monitor_or_ngo", True),
        ),
        (
            "Ruan Teveley, head of the political office of the Corrin-based rebel group Mirna, said no.",
            "Ruan Teveley",
            ("Ruan Teveley", "head", "Mirna", "armed_group", True),
        ),
        (
            "So media activist Nell Corvane said no.",
            "media activist Nell Corvane",
            ("Nell Corvane", "media activist", None, "witness_or_resident", True),
        ),
        (
            "Norway Sweden and the United States said no.",
            "Norway Sweden and the United States",
            ("Norway Sweden and the United States", None, None, "official", True),
        ),
        ("Corrin said no.", "Corrin", ("Corrin", None, None, "unnamed_other", True)),
        ("Norway said no.", "Norway", ("Norway", None, None, "official", True)),
        ("Many said no.", "Many", ("Many", None, None, "unnamed_other", False)),
    ],
)
def test_what_a_source_is(resolved, text, source, expected):
    """Calling, body and kind come from the words beside the name, or from those that describe."""
    [found] = resolved(text, (source, "said", "no"))
    values = (found.source_name, found.source_role, found.source_affiliation, found.source_kind, found.named)
    assert values == expected


def test_what_is_told_once_holds_for_the_whole_article(resolved):
    """A pronoun has the calling and kind that stand beside the name elsewhere."""
    text = "Ada Byrne spoke. She said no. Byrne lives in Corrin, and Ada Byrne, a doctor, knows it."
    [found] = resolved(text, ("She", "said", "no"))
    assert (found.source_name, found.source_role, found.source_kind) == ("Ada Byrne", "doctor", "medical")


def test_nobody_is_said_to_speak(resolved):
    """A statement without a source is by nobody named; the cue is what says so."""
    text = "The quay is believed to be rotten."
    [found] = resolved(text, ("", "is believed", "The quay"))
    assert (found.source_name, found.source_kind, found.named) == (None, "unnamed_other", False)
    assert found.because["named"].of(text) == "is believed"


def test_unclear_who(resolved):
    """Where it is unclear who speaks nothing is said of the source."""
    text = "“No,” he said."
    [found] = resolved(text, ("he", "said", "No"))
    assert (found.source_name, found.source_kind, found.named, dict(found.because)) == (None, None, None, {})


def test_every_value_has_its_words(resolved):
    """Each value names the words on which it rests."""
    text = "Ilse Marrant, a spokeswoman for the Ministry of Supply, left. “No letter came,” she told Meridian Wire."
    [found] = resolved(text, ("she", "told", "No letter came"))
    assert {field: span.of(text) for field, span in found.because.items()} == {
        "source_name": "Ilse Marrant",
        "source_kind": "spokeswoman",
        "named": "Ilse Marrant",
        "source_role": "spokeswoman",
        "source_affiliation": "Ministry of Supply",
        "via": "Meridian Wire",
    }
