"""What a number counts is read off the words around it."""

import pytest

from sayso.figures.quantities import counts_in
from sayso.figures.triggers import reports_displacement
from sayso.figures.words import sentences


def counted(text):
    """Quantity and bounds of every figure in *text*."""
    displacement = reports_displacement(text)
    return [
        (count.quantity.value, count.counted.number.low, count.counted.number.high)
        for words in sentences(text)
        for count in counts_in(words, displacement=displacement)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 12 people.",
        "The blast has killed 12.",
        "A blast on the quay, killing 12 traders.",
        "12 people were killed on the quay.",
        "12 people have been killed.",
        "12 people are reported to have been killed.",
        "12 fishermen from the harbour were reportedly killed.",
        "12 killed in blast",
        "The blast left 12 people dead.",
        "12 people, mostly traders, died.",
        "The blast claimed the lives of 12 people.",
        "The blast claimed 12 lives.",
        "12 people lost their lives.",
        "The deaths of 12 people were confirmed.",
        "Nurses counted 12 bodies.",
        "There were 12 civilian deaths.",
        "The hospital received the bodies of 12 people.",
        "The death toll from the blast at the depot rose to 12.",
        "The league put the toll at 12.",
        "12 guards were rounded up and executed.",
        "12 sailors were martyred.",
        "12 people (all of them traders) were killed.",
        "12 Hill League (HL) fighters were killed.",
        "12 “terrorists” were killed.",
        "The army eliminated 12 fighters.",
    ],
)
def test_killed(text):
    """As object, subject, noun or total, active and passive."""
    assert counted(text) == [("killed", 12, 12)]


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("The blast wounded 12 people.", "wounded"),
        ("12 people were slightly injured.", "wounded"),
        ("The hospital treated 12 injured people.", "wounded"),
        ("12 people suffered burns.", "wounded"),
        ("12 of the wounded were in a critical condition.", "wounded"),
        ("12 people are still missing.", "missing"),
        ("12 sailors went missing.", "missing"),
        ("12 people fled the quay.", "displaced"),
        ("12 families were evacuated.", "displaced"),
        ("The flood drove 12 families from their homes.", "displaced"),
        ("The fighting forced 12 families to flee.", "displaced"),
        ("12 refugees slept in the school.", "displaced"),
        ("12 buses stood on the quay.", "other"),
        ("12 people were detained.", "other"),
        ("They killed and wounded 12 people.", "other"),
        ("12 people were killed or wounded.", "other"),
        ("The raid destroyed 12 houses.", "other"),
    ],
)
def test_other_quantities(text, quantity):
    """Wounded, missing, displaced; what one number says of two of them, and things, is other."""
    assert counted(text) == [(quantity, 12, 12)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It killed 6 people and wounded 32.", [("killed", 6, 6), ("wounded", 32, 32)]),
        ("It claimed 12 martyrs and 30 injured", [("killed", 12, 12), ("wounded", 30, 30)]),
        ("12 dead and 30 injured", [("killed", 12, 12), ("wounded", 30, 30)]),
        ("12 people were killed and 30 wounded.", [("killed", 12, 12), ("wounded", 30, 30)]),
        ("It killed 6 civilians and three soldiers.", [("killed", 6, 6), ("killed", 3, 3)]),
        ("6 civilians and three soldiers were killed.", [("killed", 6, 6), ("killed", 3, 3)]),
        ("It killed the mayor and two guards.", [("killed", 2, 2)]),
        ("9 guards were killed along with two sailors.", [("killed", 9, 9), ("killed", 2, 2)]),
        ("It killed nine, among them three children.", [("killed", 9, 9), ("killed", 3, 3)]),
        (
            "Nine people including a woman and two children were killed.",
            [("killed", 9, 9), ("killed", 1, 1), ("killed", 2, 2)],
        ),
        ("Nine people died, two of them nurses.", [("killed", 9, 9), ("killed", 2, 2)]),
        ("Two nurses were among at least nine people killed.", [("killed", 2, 2), ("killed", 9, None)]),
        ("Among the dead were four children.", [("killed", 4, 4)]),
        ("Six people from one family were killed.", [("killed", 6, 6)]),
    ],
)
def test_several_numbers(text, expected):
    """Each has its own trigger, shares one, or is a part of another."""
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 civilians killed 15 injured in Port Ada", [("killed", 10, 10), ("wounded", 15, 15)]),
        ("A woman killed 30 injured", [("killed", 1, 1), ("wounded", 30, 30)]),
        ("A bomb blast killed six people and injured 32 the mayor said", [("killed", 6, 6), ("wounded", 32, 32)]),
        ("Ada Byrne 34 was killed", []),
    ],
)
def test_scraped_text_without_commas(text, expected):
    """Where commas were lost, the words on both sides decide."""
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two gunmen killed the mayor.",
        "Three ministers met.",
        "Four people said that the bridge was closed.",
        "A child played where the mayor was killed.",
        "A boy who was injured in May sits on the quay.",
        "A rebel group was killed off by hunger.",
        "The party lost 12 seats.",
        "The party eliminated 12 offices.",
        "The fire burned for 12 hours.",
        "Tens of thousands of “missing” letters",
    ],
)
def test_what_is_no_figure(text):
    """Who acts, who merely stands near, and measures are no casualties."""
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A guard was killed.", [("killed", 1, 1)]),
        ("It killed a 12-year-old.", [("killed", 1, 1)]),
        ("A 12-year-old boy was wounded.", [("wounded", 1, 1)]),
        ("One sailor died.", [("killed", 1, 1)]),
        ("A guard, then a volunteer, killed Ada Byrne.", []),
    ],
)
def test_one_person(text, expected):
    """One person counts where a casualty, with a number or with "a"."""
    assert counted(text) == expected


def test_ordinary_words_for_leaving_count_in_a_report_of_displacement_only():
    """Some 3,000 who left are displaced only where the article is about people who are moved."""
    assert counted("The evacuation began. Some 3,000 people left the town.") == [("displaced", 3000, 3000)]
    assert counted("The match was over. Some 3,000 people left the ground.") == [("other", 3000, 3000)]
