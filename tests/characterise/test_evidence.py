"""On what evidence a statement rests, in which words, and whether the article shows it."""

import pytest

from sayso.article import Article, Span
from sayso.attribution import Attribution, Quotation
from sayso.characterise.basis import with_basis


def found(how, marked):
    """Kind, words and whether shown, of each piece."""
    attribution, text_of = how(marked)
    return [(one.kind.value, text_of(one.span), one.shown) for one in attribution.evidence]


@pytest.mark.parametrize(
    ("marked", "evidence"),
    [
        ("{State television} broadcast footage <showing> [smoke over the quay].", [("video", "footage", None)]),
        ("Pictures posted by {the brigade} <showed> [a burnt-out bearing].", [("photo", "Pictures", None)]),
        (
            "{The deputy minister} <said> [the ministry held video of two men and intercepted calls between them].",
            [("video", "video", False), ("intelligence", "intercepted calls", False)],
        ),
        (
            "{The campaign} <says> [that satellite images taken in April show the covers].",
            [("satellite_or_aerial", "satellite images", False)],
        ),
        ("{The union}, citing documents, <said> [the town knew].", [("document", "documents", False)]),
        ("<According to> {a poll}, [four in ten would leave].", [("statistics", "poll", False)]),
        ("<According to> {a poll}, [40 percent would leave].", [("statistics", "poll", True)]),
        ("{The surgeon} <said> [autopsies confirmed the cause].", [("medical_exam", "autopsies", False)]),
        ("{An eyewitness} <said> [the roof lifted].", [("eyewitness", "eyewitness", True)]),
        ("{A fish seller} <said> [she heard two blasts].", [("eyewitness", "she heard", True)]),
        ("{A reporter for The Beacon} <saw> [two buses].", [("own_reporter", "reporter", True)]),
        (
            "[Nine have died], <said> {the group, which relies on a network of nurses}.",
            [("network_of_sources", "network of nurses", False)],
        ),
    ],
)
def test_kinds_of_evidence(how, marked, evidence):
    """Each kind is found: shown where the article gives it, not where it is cited, open for pictures described."""
    assert found(how, marked) == evidence


@pytest.mark.parametrize(
    "marked",
    [
        "{The mayor} <said> [two video shops and a picture house were hit].",
        "{The mayor} <said> in a video address [that the quay was safe].",
        "{An intelligence officer} <said> [the quay was safe].",
        "{The group, which documents deaths,} <said> [nine had died].",
        "{The family} <demanded> [that the police release the video].",
        "{The ministry} <said> [there was no video].",
        "{The police} <said> [the video was not from an angle that would show it].",
        "AP Photo Ilse Marrant {The mayor} <said> [the brigade had found a bearing].",
        "{The mayor} <told> a reporter [that the quay was safe].",
        "{A local journalist} <said> [the quay was safe].",
    ],
)
def test_passing_mentions_are_no_evidence(how, marked):
    """A thing that nobody has, holds, shows or cites is no evidence, nor is the office or the medium of who speaks."""
    assert found(how, marked) == []


def test_pictures_that_are_kept_back_are_not_shown(how):
    """Where the text says that pictures were not released, they are cited and not shown."""
    marked = "{The campaign} has not released the pictures, which <prove> [its case], it said."
    assert found(how, marked) == [("photo", "pictures", False)]


def test_an_embedded_picture_is_shown(how):
    """The address that scraping leaves of a picture in a post says that the article shows it."""
    marked = "[“Look at the quay”] pic.twitter.com/qxzv — {Nell Corvane}"
    assert found(how, marked) == [("photo", "pic.twitter.com", True)]


def test_another_statement_keeps_its_evidence():
    """Words that belong to another attribution of the sentence are not taken for this one's."""
    text = "Footage on state television showed smoke, and the mayor said the quay was safe."

    def at(words):
        return (Span(text.index(words), text.index(words) + len(words)),)

    shown = Attribution("1", at("state television"), at("showed"), at("smoke"), 0.9, False, Quotation.INDIRECT)
    said = Attribution("2", at("the mayor"), at("said"), at("the quay was safe"), 0.9, False, Quotation.INDIRECT)
    one, other = with_basis(Article("a", text, attributions=(shown, said))).attributions
    assert [evidence.kind.value for evidence in one.evidence] == ["video"]
    assert other.evidence == ()
