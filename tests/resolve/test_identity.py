"""One key for one person, whatever the spelling; no key where the name alone cannot tell."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.resolve import key_of

SPELLINGS = [
    "Omar Abdel Rahim",
    "Omar Abdul-Rahim",
    "Umar Abdurrahim",
    "Omar Abdulrahim",
    "Omar Abd al-Rahim",
    "Omar Abdelrahim",
]
# No two of these are spellings of one name, though some are close.
GIVEN = [
    "Ada",
    "Ida",
    "Hassan",
    "Hussein",
    "Ali",
    "Alia",
    "Omar",
    "Amr",
    "Said",
    "Saad",
    "Ahmed",
    "Hamed",
    "Marc",
    "Mara",
]
FAMILY = [
    "Byrne",
    "Burne",
    "Reed",
    "Reid",
    "Lee",
    "Li",
    "Abdel Rahman",
    "Abdel Rahim",
    "al-Assad",
    "al-Asad",
    "Teveley",
]
names = st.builds("{} {}".format, st.sampled_from(GIVEN), st.sampled_from(FAMILY))


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_transliterations_of_one_name(spelling):
    """The Arabic article and "servant of" are written in many ways; all have one key."""
    assert key_of(spelling).value == key_of(SPELLINGS[0]).value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Byrne", "Dr. Ada Byrne"),
        ("Ada Byrne", "President Ada Byrne"),
        ("Ada Byrne", "ADA BYRNE"),
        ("Adà Bÿrne", "Ada Byrne"),
        ("Ruan al-Teveley", "Ruan Teveley"),
        ("Yusuf Teveley", "Youssef al Teveley"),
        ("the Corrin Observatory", "Corrin Observatory"),
    ],
)
def test_what_does_not_count(one, other):
    """Titles, capitals, accents, articles and known variants of given names do not make another person."""
    assert key_of(one).value == key_of(other).value is not None


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Byrne", "one word may be the name of several people"),
        ("Mr. Byrne", "one word may be the name of several people"),
        ("Abdel Rahman", "one word may be the name of several people"),
        ("a source in Corrin", "a description is no name"),
        ("two residents", "a description is no name"),
        ("the mayor", "no name"),
        ("", "no name"),
    ],
)
def test_no_key(name, reason):
    """A single name, a description and nothing at all have no key, and say why."""
    assert (key_of(name).value, key_of(name).reason) == (None, reason)


@given(names, names)
@example("Hassan Lee", "Hassan Li")
def test_two_people_are_never_one(one, other):
    """Names that no transliteration makes one have two keys, however close they are."""
    assert (key_of(one).value == key_of(other).value) == (one == other)


@given(names, st.sampled_from([*GIVEN, "M."]))
def test_another_word_is_another_person(name, word):
    """A further given name or initial may be another person: in doubt they stay apart."""
    given_name, _, family = name.partition(" ")
    assert key_of(f"{given_name} {word} {family}").value != key_of(name).value


@given(st.text(max_size=40))
def test_any_text(text):
    """Whatever the name, there is a key or a reason why not, and case does not matter to a key."""
    key = key_of(text)
    assert key.reason
    assert key.value is None or key.value == key.value.strip() != ""
