"""What a source does with a content: says, thinks, knows, or wants or plans it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Act, Quotation, Span
from sayso.attribute.quotes import quotation_of
from sayso.characterise.act import act_of
from sayso.characterise.cues import SENSES


def act(marked):
    """The act of a statement written ``[source] <cue> {content}``."""
    text, spans = "", {"[": [], "<": [], "{": []}
    for part in re.findall(r"[\[<{].*?[\]>}]|[^\[<{]+", marked):
        start = len(text)
        text += part.strip("[]<>{}") if part[0] in spans else part
        if part[0] in spans:
            spans[part[0]].append(Span(start, len(text)))
    source, cue, content = spans.values()
    return act_of(text, source=source, cue=cue, content=content, quotation=quotation_of(text, content)).value


@pytest.mark.parametrize(
    "marked",
    [
        "[The ministry] <said> {that the depot was empty}.",
        "{The depot was empty}, <according to> [the ministry].",
        "[The ministry] <accused> {the League of shelling the quay}.",
        "[The League] <denied> {the charge}.",
        "[The mayor] <made clear> {that the bridge would stay shut}.",
        "[The mayor] <made it clear> {that the bridge would stay shut}.",
        "[The mayor] <took to Twitter>: {the bridge is shut}.",
        "{The bridge is shut}, [the mayor] wrote <in a statement>.",
        "[Residents] <had been told> {that the road was safe}.",
        "[Reporters] <asked> {whether the road was safe}.",
        "[The office] <warned> {that the ice was thin}.",
        "[The claim] <that> {the depot was empty}.",
        "[The harbour office’s] <claim> {that the pier was safe}.",
        "[Photographs] <show> {the pier burning}.",
        "[The clerk] <apparently told> {the court that he had seen nothing}.",
        "[The spokesman] <tried to explain> {why the pier was shut}.",
    ],
)
def test_says(marked):
    """Telling, asking, blaming, denying and showing assert, by whatever channel."""
    assert act(marked) == "assertion"


@pytest.mark.parametrize(
    "marked",
    [
        "[She] <believes> {that the fire was set}.",
        "[She] <feels> {that the inquiry came late}.",
        "[She] <sees> {the truce as a trick}.",
        "{The truce} <is widely seen> as {a trick}.",
        "[Many] <saw> {the truce as a trick}.",
        "<In the view of> [the union], {the port is understaffed}.",
        "{The ferry} <is expected to> {sail on Friday}.",
        "[The envoy] <expects> {the talks to fail}.",
        "[Her] <belief> {that the fire was set}.",
        "[He] <expressed concern> {that the roof would not hold}.",
        "[Two guards] <are suspected> of {setting the fire}.",
        "[The mayor] <agreed> {that the wall was weak}.",
        "[Nobody] <knows whether> {the wall will hold}.",
        "<It is unclear> {who set the fire}.",
        "{The talks} <seemed> {to be over}.",
        "[Analysts] <estimate> {that 40 boats sank}.",
    ],
)
def test_thinks(marked):
    """Holding, expecting, doubting, fearing and judging are beliefs, and so is not knowing whether."""
    assert act(marked) == "belief"


@pytest.mark.parametrize(
    "marked",
    [
        "[He] <knows> {that the road is mined}.",
        "[The family] <learned> {that he had died}.",
        "[They] <realised> {that the bridge was gone}.",
        "[They] <realized> {that the bridge was gone}.",
        "[Fishermen] <saw> {two boats leave}.",
        "[He] <remembers> {a dull bang}.",
        "[Police] <found> {that the lock had been forced}.",
        "[The minister] <regrets> {that nobody was warned}.",
        "[Villagers] <are angry> {that the well was closed}.",
        "[His] <knowledge> {of the plan}.",
        "[Divers] <had discovered> {a second hole}.",
    ],
)
def test_knows(marked):
    """Knowing, coming to know and feelings about what is taken as so are facts."""
    assert act(marked) == "fact"


@pytest.mark.parametrize(
    "marked",
    [
        "[She] <hopes> {to reopen the school}.",
        "[The mayor] <would like to see> {the road reopened}.",
        "[The League] <does not want> {a truce}.",
        "[The mayor] <told> the crews {to leave}.",
        "[The mayor] <told> {the crews to leave}.",
        "[The court] <asked> {the ministry to release the file}.",
        "[Residents] <were told> {not to return}.",
        "A clerk {who} <asked> {not to be named} spoke.",
        "[The envoy] <urged> {both sides to talk}.",
        "[The general] <ordered> {an inquiry}.",
        "[The envoy] <called> for {an immediate truce}.",
        "[The envoy] <called on> {the League to leave the quay}.",
        "[The League] <agreed> {to leave the quay}.",
        "[The League] <threatened> {to shell the pier}.",
        "[The council] <offered> {to pay for the roof}.",
        "[The council] <vowed> {to rebuild}.",
        "[The League] <refused> {to leave}.",
        "[The envoy’s] <demand for> {a truce}.",
        "[The council’s] <plan to> {widen the quay}.",
        "[The League] <rejected> {the call for a truce}.",
        "[The League] <is considering> {a truce}.",
    ],
)
def test_wants_or_plans(marked):
    """Wanting, undertaking and moving others are eventualities, with or without a negation."""
    assert act(marked) == "eventuality"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[The mayor] <offered> {a different account}.", "assertion"),
        ("[The League] <rejected> {the accusation}.", "assertion"),
        ("[The mayor] <insisted> on Monday {that he had not known}.", "assertion"),
        ("[The mayor] <insisted on> {a new vote}.", "eventuality"),
        ("[The envoy] <called> on Monday {the truce a success}.", "assertion"),
        ("[The mayor] <told> {the council he was ready to leave}.", "assertion"),
        ("[She] <decided> {that the wall was weak}.", "belief"),
        ("[She] <decided> {to leave}.", "eventuality"),
    ],
)
def test_complement_decides(marked, expected):
    """A verb of several acts is told by what follows it, not by a weekday or by an infinitive of a later clause."""
    assert act(marked) == expected


@pytest.mark.parametrize("cue", ["recalled", "agreed", "demanded", "hoped", "wondered"])
def test_quoted_sentence_is_said(cue):
    """Who is quoted with a whole sentence said it, whatever the cue."""
    assert act(f"{{“Nobody was warned,”}} [Ada Byrne] <{cue}>.") == "assertion"


def test_quoted_phrase_takes_its_cue():
    """A few quoted words within the writer's sentence are no utterance of their own."""
    assert act("[She] <wants> {“a full inquiry”}.") == "eventuality"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A poll by the university", "assertion"),
        ("The report’s author", "fact"),
        ("The author of the report", "fact"),
    ],
)
def test_document_only_states(source, expected):
    """A document has no mind: what it found, it says; its author may know."""
    assert act(f"[{source}] <found> {{that half the wells were dry}}.") == expected


@pytest.mark.parametrize(
    "marked", ["[Ada Byrne] {“no”}", "[Ada Byrne] <: > {no}", "<, by> [her] {no}", "<said>", "{no}"]
)
def test_unknown_cue_is_an_assertion(marked):
    """Without a cue that is known, an attribution is what most of them are."""
    assert act(marked) == "assertion"


words = st.sampled_from(
    [*SENSES, "to", "on", "not", "is", "'d", "leave", "him", "Monday", "“", "’", "ß", "🙂", "\ud800"]
)


@given(
    *[st.lists(words | st.text(max_size=5), max_size=8).map(" ".join)] * 3, st.sampled_from(Quotation), st.booleans()
)
def test_any_words_have_an_act(source, cue, content, quotation, content_first):
    """Whatever stands in its parts, in whatever order, an attribution has an act, the same each time."""
    parts = [content, source, cue] if content_first else [source, cue, content]
    text, spans = "", []
    for part in parts:
        spans.append([Span(len(text), len(text) + len(part))] if part else [])
        text += f"{part} "
    if content_first:
        spans = [*spans[1:], spans[0]]
    found = [act_of(text, source=spans[0], cue=spans[1], content=spans[2], quotation=quotation) for _ in range(2)]
    assert found[0] in set(Act)
    assert found[0] is found[1]
