"""FollowTheMoney: entities that its library takes, and nobody in them who is no public source."""

import json

import pytest

from sayso.out.standards.ftm import write_entities
from tests.ledger.conftest import add, new_ledger, row, write_rows
from tests.out.standards.conftest import HOSTILE, written


def entities(ledger):
    """The entities, by schema."""
    found = {}
    for line in written(ledger, write_entities)[0].splitlines():
        one = json.loads(line)
        found.setdefault(one["schema"], []).append(one)
    return found


def test_article_source_and_what_was_said(market):
    """A documentation leads from the article to the minister, and says in which words."""
    found = entities(market)
    [minister] = found["Person"]
    assert minister["properties"] == {"name": ["Joren Hask"], "position": ["minister"], "keywords": ["official"]}
    [said] = [each["properties"] for each in found["Documentation"]]
    assert said["entity"] == [minister["id"]]
    assert said["document"] == [found["Article"][0]["id"]]
    assert said["summary"] == ["The army did not shell the market"]
    assert said["description"] == ["the ministry | said | The army did not shell the market"]
    assert (said["date"], said["recordId"], said["publisher"]) == (["2026-05-12"], ["m1.2"], ["The Inland Post"])


def test_witness_is_no_person(market):
    """A witness whom the article names gets no entity; what they said is a note on the article."""
    found = entities(market)
    assert len(found["Person"]) == 1
    notes = [each["properties"]["description"] for each in found["Note"]]
    assert ["the mayor | said | A blast at the fish market in Port Ada on Tuesday killed 12 people"] in notes
    assert not any("Joren Hask" in line for [line] in notes)


def test_decisions_are_notes_with_who_and_when(market):
    """What people decided is a note on the article that says who it was."""
    found = entities(market)
    notes = [each["properties"] for each in found["Note"] if "accept" in each["properties"].get("keywords", ())]
    assert [each["entity"] for each in notes] == [[found["Article"][0]["id"]]]
    assert notes[0]["description"][0].startswith("dora accepted, ")


def test_one_source_under_two_spellings_is_one_entity(tmp_path):
    """Spellings that count as the same are names of one entity, a person as soon as one article says so."""
    rows = []
    for name, spelling, role in (("a1", "Joren Hask", None), ("a2", "Dr. Joren Hask", "minister")):
        one = row(name)
        one["attributions"] = one["attributions"][:1]
        one["attributions"][0] |= {
            "source_name": spelling,
            "source_role": role,
            "source_kind": "official",
            "named": True,
        }
        rows.append(one)
    with new_ledger(tmp_path / "l.sayso") as ledger:
        add(ledger, write_rows(tmp_path / "r.jsonl", *rows))
        found = entities(ledger)
    [person] = found["Person"]
    assert person["properties"]["name"] == ["Joren Hask", "Dr. Joren Hask"]
    assert {each["properties"]["entity"][0] for each in found["Documentation"]} == {person["id"]}


@pytest.mark.parametrize("name", ["market", "hostile"])
def test_library_takes_every_entity(name, request):
    """FollowTheMoney validates each and gives back the same properties; ids are unique."""
    followthemoney = pytest.importorskip("followthemoney", reason="followthemoney is in the group `interchange`")
    text, _ = written(request.getfixturevalue(name), write_entities)
    ids = []
    for line in text.splitlines():
        data = json.loads(line)
        followthemoney.model.get(data["schema"]).validate(data)
        assert followthemoney.model.get_proxy(data).to_dict()["properties"] == data["properties"]
        ids.append(data["id"])
    assert len(set(ids)) == len(ids)


def test_hostile_words_come_back(hostile):
    """Titles, texts and statements come back as they are."""
    found = entities(hostile)
    assert [each["properties"]["title"] for each in found["Article"]] == [[words] for words in HOSTILE]
    said = [each["properties"].get("summary", [""])[0] for each in (*found.get("Documentation", ()), *found["Note"])]
    assert {f"the {words} depot was empty" for words in HOSTILE} <= set(said)


def test_long_values_fit_and_nothing_of_a_text_is_lost(tmp_path):
    """A long text is in pieces that join to the whole; a long title is cut, and whole in the summary."""
    text = "The depot was empty, the ministry said. " * 2000
    one = row("a1", text, [("the ministry", "said", "The depot was empty")], title="Depot" * 300)
    with new_ledger(tmp_path / "l.sayso") as ledger:
        add(ledger, write_rows(tmp_path / "r.jsonl", one))
        [article] = entities(ledger)["Article"]
    assert "".join(article["properties"]["bodyText"]) == text
    assert max(map(len, article["properties"]["bodyText"])) <= 65_000
    assert len(article["properties"]["title"][0]) == 1024
    assert article["properties"]["summary"] == ["Depot" * 300]
