"""Whose names go, and where they stand in a text."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Article, Attribution, Quotation, Span
from sayso.attribution import SourceKind
from sayso.out.redact import Names, Person, person_called, private_people

TOLAN = Person(("Mira Tólan",), "[a fish seller]")


def said(name, kind, *, role=None, named=True):
    """A statement by a source."""
    bare = Attribution(name, (Span(0, 1),), (), (), None, in_title=False, quotation=Quotation.INDIRECT)
    return dataclasses.replace(bare, source_name=name, source_kind=kind, source_role=role, named=named)


def article(*attributions, text="Rain fell."):
    """An article with these statements."""
    return Article("a", text, language="en", attributions=attributions)


def cleaned(text, *people, others=()):
    """The text without the names of *people*, or of one fish seller."""
    return Names(people or [TOLAN], others, [text]).clean(text)


@pytest.mark.parametrize(
    "name",
    [
        "Mira Tólan", "MIRA TOLAN", "Mira\nTolan", "Mira-Tolan", "mira_tolan", "MiraTolan", "Mi\u00adra To\u0301lan",
        "Mira\u00a0J. Tolan", "Tolan, Mira", "M. Tolan", "Tolan", "Mira", "Mi\u200bra Tolan",
    ],
)  # fmt: skip
def test_a_name_goes_in_every_spelling(name):
    """Capitals, accents, hyphens, initials, order and what draws nothing do not keep a name, nor does half of it."""
    assert cleaned(f"On the quay {name} said that it rained.") == "On the quay [a fish seller] said that it rained."


@pytest.mark.parametrize("text", ["Tolan’s boat", "the Tolans"])
def test_endings_stay(text):
    """What is added to a name stays behind its label."""
    assert cleaned(text) == text.replace("Tolan", "[a fish seller]")


def test_a_part_that_two_people_have_is_nobodys():
    """A bare name that may be either's puts nobody's words into another's mouth."""
    text = "Mira Tolan and Omar Tolan fled. Tolan said so."
    father = Person(("Omar Tolan",), "[a father]")
    assert cleaned(text, TOLAN, father) == "[a fish seller] and [a father] fled. [name removed] said so."


def test_a_part_of_a_name_that_stays():
    """A minister of the same family keeps the name in full; where it stands alone nobody is named."""
    text = "Joren Tolan denied it. Mira Tolan was there. Tolan said so."
    expected = "Joren Tolan denied it. [a fish seller] was there. [name removed] said so."
    assert cleaned(text, others=["Joren Tolan"]) == expected


def test_a_part_that_is_a_word_too():
    """Of somebody called Hope Field, “hope” and “field” stay what they are; in capitals they may be the name."""
    text = "Hope Field had hope. In the field Hope said so."
    assert (
        cleaned(text, Person(("Hope Field",), "[a nurse]"))
        == "[a nurse] had hope. In the field [name removed] said so."
    )


def test_a_place_is_not_a_person():
    """The harbour town of Port Ada keeps its name when Ada Byrne loses hers."""
    person = Person(("Ada Byrne",), "[a resident]")
    assert cleaned("Ada Byrne left Port Ada. Ada wept.", person) == "[a resident] left Port Ada. [a resident] wept."


def test_a_text_without_capitals():
    """Where nothing tells a name from a word, every part of one goes."""
    assert cleaned("the market burnt, tolan said") == "the market burnt, [a fish seller] said"


def test_a_label_never_names_somebody_else():
    """A role that names another person who goes is not used."""
    neighbour = Person(("Ben Orlo",), "[a Tolan neighbour]")
    assert cleaned("Ben Orlo and Mira Tolan", TOLAN, neighbour) == "[a person] and [a fish seller]"


@pytest.mark.parametrize("address", ["https://post.example/mira-tolan-speaks", "to%6Can.html", "/home/dora/TOLAN/x"])
def test_an_address_that_hints_at_a_name(address):
    """Part of a name in an address or file name is enough, in small letters and escaped too."""
    assert Names([TOLAN], (), ()).hinted_in(address)
    assert not Names([TOLAN], (), ()).hinted_in("https://post.example/quay")


@given(st.text(), st.text())
def test_no_text_keeps_the_name(before, after):
    """Whatever stands around it, the name is gone, and all other words are there."""
    text = f"{before} Mira Tolan {after}"
    clean = Names([TOLAN], (), [text]).clean(text)
    assert not Names([TOLAN], (), ()).spelled_out_in(clean)
    assert clean.count("[a fish seller]") >= 1


@given(st.text(alphabet=st.characters(exclude_characters="mMiIrRaAtToOlLnN")))
def test_a_text_without_the_name_is_left(text):
    """Where no letter of the name stands nothing is changed."""
    assert cleaned(text) == text


def test_private_people():
    """Witnesses, medics and people of no known calling go, however often an article forgets to say what they are."""
    read = [
        article(
            said("Nell Corvane", SourceKind.WITNESS_OR_RESIDENT, role="fish seller"),
            said("Hanne Orvil", SourceKind.MEDICAL, role="Dr"),
            said("Joren Hask", SourceKind.OFFICIAL, role="minister"),
            said("Ruan Teveley", SourceKind.UNNAMED_OTHER, role="spokesman"),
            said("Abel Ruske", SourceKind.UNNAMED_OTHER),
            said("residents of Port Ada", SourceKind.WITNESS_OR_RESIDENT, named=False),
            said("Harbour Hospital", SourceKind.MEDICAL),
            said("Selvany", SourceKind.UNNAMED_OTHER),
        ),
        article(said("Nell Corvane", SourceKind.UNNAMED_OTHER), said("Ruan Teveley", SourceKind.UNNAMED_OTHER)),
    ]
    assert private_people(read) == [
        Person(("Nell Corvane",), "[a fish seller]"),
        Person(("Hanne Orvil",), "[a medical source]"),
        Person(("Abel Ruske",), "[a source]"),
    ]


def test_two_of_one_role_are_told_apart():
    """Two residents are not one."""
    kind = SourceKind.WITNESS_OR_RESIDENT
    found = private_people([article(said("Ada Byrne", kind, role="resident"), said("Ben Orlo", kind, role="resident"))])
    assert [each.label for each in found] == ["[a resident, no. 1]", "[a resident, no. 2]"]


@pytest.mark.parametrize(("role", "label"), [("Corrin resident", "[a Corrin resident]"), ("Father", "[a father]")])
def test_a_label_keeps_the_capitals_of_names(role, label):
    """A calling that stands before a name loses its capital, a place in it does not."""
    [person] = private_people([article(said("Josse Amory", SourceKind.WITNESS_OR_RESIDENT, role=role))])
    assert person.label == label


@pytest.mark.parametrize(
    ("name", "names", "label"),
    [
        ("Hask", ("Hask", "Joren Hask"), "[a minister]"),
        ("Joren Hask", ("Joren Hask",), "[a minister]"),
        ("Cleo Marn", ("Cleo Marn",), "[a person]"),
    ],
)
def test_somebody_by_name(name, names, label):
    """Whoever is named on request goes, with the role that an article tells, if it tells any."""
    read = [article(said("Joren Hask", SourceKind.OFFICIAL, role="minister"))]
    assert person_called(name, read) == Person(names, label)
