"""Whom a statement holds responsible, and what it denies."""

import pytest

from sayso.compare.claims.blame import ATTACK, DOWNING, KILLING, blames_of, denial_of
from sayso.compare.sides import Sides

SIDES = Sides("GE", {"halvard": "GE"})


@pytest.mark.parametrize(
    ("marked", "blamed"),
    [
        ("{The rebels} <blamed> [government forces for the attack].", [("GE", ATTACK)]),
        ("{The regime} <blamed> [the attack on the rebels].", [("rebels", ATTACK)]),
        ("{Witnesses} <said> [the army had shelled the quay].", [("GE", ATTACK)]),
        ("{A doctor} <said> [the quay was shelled by government troops].", [("GE", ATTACK)]),
        ("{A doctor} <said> [Halvards forces were responsible].", [("GE", ATTACK)]),
        ("{Farmers} <said> [Hezbollah executed the pilot].", [("hezbollah", KILLING)]),
        ("{Farmers} <said> [the plane was shot down by Hezbollah].", [("hezbollah", DOWNING)]),
        ("{Hezbollah} <claimed> [responsibility for the attack].", [("hezbollah", ATTACK)]),
        ("{The army} <said> [the gas came from a rebel weapons depot].", [("rebels", ATTACK)]),
    ],
)
def test_who_is_blamed(marked, blamed, statement):
    """Blame is found by the cue, by the verb on either side of a party, by what it is responsible for or possesses."""
    found, _ = statement(marked)
    assert [(blame.side, blame.act) for blame in blames_of(found, SIDES)] == blamed


@pytest.mark.parametrize(
    "marked",
    [
        "{Officials} <pointed out> [that the army was there].",
        "{Washington} <accused> [Hezbollah of doing too little for the talks].",
        "{A doctor} <said> [government troops were killed in the blast].",
        "{The envoy} <asked about> [reports that the army had shelled the quay].",
        "{The rebels} <said> [the army had used gas in 1988].",
        "{The monitor} <said> [the quay was shelled by government or Russian jets].",
        "{The government} <denied> [responsibility for the attack].",
    ],
)
def test_nobody_is_blamed(marked, statement):
    """No blame: other uses of the verbs, victims, hearsay, other times, one of two, denials."""
    found, _ = statement(marked)
    assert blames_of(found, SIDES) == []


@pytest.mark.parametrize(
    ("marked", "by", "of"),
    [
        ("{The government} <denied> [responsibility for the attack].", "GE", "GE"),
        ("{Moscow} <denied> [that Halvards forces were responsible].", "RU", "GE"),
        ("{Moscow} <said> [the attack was a provocation].", "RU", None),
    ],
)
def test_what_is_denied(marked, by, of, statement):
    """Who denies, and of whom; who calls a claim untrue denies it of whomever it blames."""
    denial = denial_of(statement(marked)[0], SIDES)
    assert (denial.by, denial.of) == (by, of)


def test_a_denial_of_something_else_is_none(statement):
    """Talks that did not fail are no attack."""
    assert denial_of(statement("{The government} <denied> [that the talks had failed].")[0], SIDES) is None
