"""What a cue implies of its content, and by which words."""

import pytest


@pytest.mark.parametrize(
    ("marked", "stance", "words"),
    [
        ("{The mayor} <said> [the bridge was closed].", "neutral", None),
        ("{The mayor} <stressed> [that the bridge was closed].", "neutral", None),
        ("{The ministry} <revealed> [that the vents were shut].", "endorsing", "revealed"),
        ("{The director} <pointed out> [that the vents were shut].", "endorsing", "pointed out"),
        ("{The ministry} <claimed> [that a charge had been laid].", "distancing", "claimed"),
        ("[The tower] <is said to> [lean].", "distancing", "is said to"),
        ("{The League} <dismissed> [the report] as a tale.", "denying", "dismissed"),
        ("{The League} <ruled> [out a truce].", "denying", "ruled out"),
    ],
)
def test_cues_take_sides(how, marked, stance, words):
    """Factive verbs endorse, "claimed" keeps away, "dismissed" denies; telling and emphasis are neutral."""
    attribution, text_of = how(marked)
    assert (attribution.cue_stance, text_of(attribution.because.get("cue_stance"))) == (stance, words)


@pytest.mark.parametrize(
    "marked",
    [
        "{The League} <claimed> [responsibility for the blast].",
        "[The blast] was <claimed> by {the League}.",
        "{The League} has <claimed> [earlier blasts in the province].",
    ],
)
def test_who_claims_a_deed_is_not_doubted(how, marked):
    """To claim an attack is to say that it was one's own."""
    attribution, _ = how(marked)
    assert attribution.cue_stance == "neutral"


def test_a_claim_about_a_deed_is_doubted(how):
    """As a noun, "claims of" something keeps away from it."""
    attribution, _ = how("The ministry rejected <claims> by {the union} on [flour dust].")
    assert attribution.cue_stance == "distancing"


@pytest.mark.parametrize(
    "marked",
    [
        "{The police} <could not confirm> [the report].",
        "{The ministry} <did not deny> [that the vents were shut].",
        "{The police} are trying <to establish> [whether the vents were shut].",
    ],
)
def test_what_is_not_confirmed_or_left_open_is_neutral(how, marked):
    """A negated cue takes no side, and one before "whether" leaves it open."""
    attribution, _ = how(marked)
    assert attribution.cue_stance == "neutral"


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("The crews fled what {the ministry} <called> [a rescue].", "distancing"),
        ("{The so-called Harbour Committee} <said> [the quay was safe].", "distancing"),
        ("[“I am sad about what has happened,”] {she} <said>.", "neutral"),
        ("{The ministry} <called> [it a rescue].", "neutral"),
    ],
)
def test_names_that_the_writer_does_not_share(how, marked, stance):
    """Words like "what they called" and "so-called" keep away from a name."""
    attribution, _ = how(marked)
    assert attribution.cue_stance == stance


def test_the_scales_do_not_leak(how):
    """An endorsing cue may carry a prediction, and a neutral one a hedge: each scale is read on its own."""
    confirmed, _ = how("{The mayor} <confirmed> [that the ferry will sail].")
    said, _ = how("{The mayor} <said> [the ferry may sail].")
    assert (confirmed.certainty, confirmed.cue_stance) == ("predicted", "endorsing")
    assert (said.certainty, said.cue_stance) == ("hedged", "neutral")
