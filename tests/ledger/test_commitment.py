"""What a leaf says, and what it hides."""

import hashlib
import hmac
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Unproven
from sayso.ledger.commitment import (
    Entry,
    EntryKind,
    Opening,
    canonical_json,
    entry_of,
    leaf_bytes,
    parse_leaf,
    seal,
    verify_opening,
)

TIME = "2026-03-07T09:30:00Z"
SALT = bytes(range(32))
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,63}", fullmatch=True)
ENTRIES = st.builds(
    Entry,
    st.sampled_from(EntryKind),
    st.datetimes().map(lambda moment: moment.isoformat(timespec="seconds") + "Z"),
    st.dictionaries(NAMES, st.integers(0, 2**63 - 1), max_size=5),
    st.dictionaries(NAMES, st.binary(min_size=32, max_size=32), max_size=5),
)


def test_a_leaf_is_this_and_no_other_byte():
    """The form of a leaf is fixed: a version that wrote it otherwise would break every published root."""
    entry = entry_of(
        EntryKind.CORRECTION,
        TIME,
        {"attribution": 88, "article": 12},
        [Opening("words", SALT, "“No,” said Ada Byrne.".encode())],
    )
    assert leaf_bytes(entry).decode() == (
        '{"commitments":{"words":"8cbe36dd3bb9ee5c2984dedbb64aab1ecc983b2f339b28dd574bdc906b15fbd6"},'
        '"format":"sayso-entry/1","kind":"correction","objects":{"article":12,"attribution":88},'
        '"time":"2026-03-07T09:30:00Z"}'
    )


def test_a_commitment_is_hmac_over_lengths_and_bytes():
    """Anybody can compute it with a standard library: HMAC-SHA-256 of tag, length, name, length, value."""
    message = b"sayso-commitment/1" + (6).to_bytes(8, "big") + b"outlet" + (6).to_bytes(8, "big") + b"Beacon"
    assert Opening("outlet", SALT, b"Beacon").commitment == hmac.new(SALT, message, hashlib.sha256).digest()


@given(ENTRIES)
def test_an_entry_comes_back_from_its_leaf(entry):
    """Whatever an entry holds, its leaf gives it back, in ASCII on one line."""
    leaf = leaf_bytes(entry)
    assert parse_leaf(leaf) == entry
    assert leaf.isascii()
    assert b"\n" not in leaf


@given(st.dictionaries(NAMES, st.binary(max_size=80), max_size=4), st.sampled_from(EntryKind))
def test_what_was_sealed_opens(values, kind):
    """Every value that went in opens its own commitment, in the entry and in the entry read back."""
    openings = seal(values)
    entry = parse_leaf(leaf_bytes(entry_of(kind, TIME, {}, openings)))
    for opening in openings:
        verify_opening(entry, opening)
    assert {opening.name: opening.value for opening in openings} == values


@given(NAMES, NAMES, st.binary(max_size=40), st.binary(max_size=40), st.binary(min_size=32, max_size=32))
def test_nothing_else_opens_a_commitment(name, other_name, value, other_value, other_salt):
    """Another name, value or salt gives another commitment, also where name and value read the same joined."""
    opening = Opening(name, SALT, value)
    for other in (Opening(other_name, SALT, value), Opening(name, SALT, other_value), Opening(name, other_salt, value)):
        assert (other.commitment == opening.commitment) == (other == opening)
    assert (
        Opening("a" + name[:62], SALT, b"b" + value).commitment
        != Opening("a" + name[:62] + "b", SALT, value).commitment
    )


def test_one_name_sealed_twice_looks_like_two():
    """Equal values have unequal commitments, so that the log does not tell that two entries name the same person."""
    [first], [second] = seal({"source": b"Ada Byrne"}), seal({"source": b"Ada Byrne"})
    assert first.commitment != second.commitment


def test_a_swapped_value_is_refused():
    """An opening for other words than were logged says what it found and what the entry has."""
    [opening] = seal({"words": b"The depot was empty."})
    entry = entry_of(EntryKind.READING, TIME, {"text": 7}, [opening])
    swapped = Opening("words", opening.salt, b"The depot was full.")
    with pytest.raises(
        Unproven, match=r"the value words: found that it gives [0-9a-f]{64}; wanted the entry's .*; do not"
    ):
        verify_opening(entry, swapped)
    with pytest.raises(Unproven, match="the value outlet: found no commitment to it in the entry; wanted one"):
        verify_opening(entry, Opening("outlet", opening.salt, opening.value))


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda leaf: leaf.replace(b",", b", "), "JSON in another form"),
        (lambda leaf: leaf[:-1] + b',"kind":"reading"}', "JSON in another form"),
        (lambda leaf: leaf[:-1] + b',"words":"depot"}', "JSON in another form"),
        (lambda leaf: leaf.replace(b"entry/1", b"entry/2"), "the format sayso-entry/2"),
        (lambda leaf: leaf.replace(b'"reading"', b'"rumour"'), "'rumour' is not a valid EntryKind"),
        (lambda leaf: leaf.replace(b"T09:30", b"T29:30"), "on no clock"),
        (lambda leaf: leaf.replace(b'"text":7', b'"text":"Ada Byrne"'), "found str as the row of text"),
        (lambda leaf: leaf.replace(b'"text":7', b'"text":true'), "found bool as the row of text"),
        (lambda leaf: leaf.replace(b'"objects":{"text":7},', b""), "no object"),
        (lambda leaf: leaf.replace(b'"time":"2026-03-07T09:30:00Z"', b'"time":9'), "no time"),
        (lambda leaf: leaf.replace(b'{"text":7}', b"[7]"), "no object"),
        (lambda leaf: leaf.replace(b'"commitments":{}', b'"commitments":{"words":"4f"}'), "no 64 hexadecimal digits"),
        (lambda leaf: leaf[:-1], "no JSON"),
        (lambda leaf: b"[" * 100_000, "no JSON"),
        (lambda leaf: b"9" * 10_000, "no JSON"),
        (lambda leaf: b"[]", "the format list"),
        (lambda leaf: "{“}".encode(), "no JSON in ASCII"),
    ],
)
def test_a_leaf_in_any_other_form_is_refused(change, found):
    """One entry has one form; a leaf that only means the same, or is from another version, does not pass for it."""
    leaf = leaf_bytes(Entry(EntryKind.READING, TIME, {"text": 7}))
    with pytest.raises(Unproven, match=f"the entry: found .*{found}.*; wanted .*; it was altered"):
        parse_leaf(change(leaf))


@given(
    st.binary(max_size=60)
    | st.recursive(st.none() | st.text(max_size=9), st.lists).map(lambda v: json.dumps(v).encode())
)
def test_no_bytes_break_the_reader_of_leaves(leaf):
    """Whatever is passed for a leaf is refused with a message, never with another error."""
    with pytest.raises(Unproven):
        parse_leaf(leaf)


@pytest.mark.parametrize("name", ["", "Ada Byrne", "words\n", "ada.byrne", "9", "a" * 65])
def test_names_are_words_of_the_program(name):
    """What could carry a name from an article into a leaf is refused."""
    with pytest.raises(ValueError, match="found the name"):
        Opening(name, SALT, b"")
    with pytest.raises(ValueError, match="found the name"):
        Entry(EntryKind.EXPORT, TIME, {name: 1})


@pytest.mark.parametrize(
    "time", ["2026-03-07", "2026-03-07T09:30:00+01:00", "2026-03-07T09:30:00.5Z", "2026-02-30T00:00:00Z"]
)
def test_times_are_utc_to_the_second(time):
    """A leaf has one way to write a moment."""
    with pytest.raises(ValueError, match=r"found the time .*; wanted UTC to the second"):
        Entry(EntryKind.EXPORT, time)


def test_a_salt_has_one_length():
    """HMAC pads short keys: a salt without its last zero byte would open the same commitment."""
    with pytest.raises(ValueError, match="found a salt of 31 bytes; wanted 32"):
        Opening("words", SALT[:31], b"")


def test_salt_and_value_are_in_no_traceback():
    """What must stay private is not in the text that Python prints of an opening."""
    assert repr(Opening("words", SALT, b"Ada Byrne")) == "Opening(name='words')"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800"])
def test_values_without_one_form_are_refused(value):
    """What JSON or UTF-8 cannot hold is the caller's mistake."""
    with pytest.raises(ValueError, match=r"JSON|surrogates"):
        canonical_json(value)
