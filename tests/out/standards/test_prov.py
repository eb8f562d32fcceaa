"""PROV: how every reading came to be, as a reader of the standard finds it."""

import io
import json

import pytest

from sayso.out.standards.prov import write_provenance
from tests.out.standards.conftest import HOSTILE, written


def test_reading_leads_back_to_its_original(market):
    """From the reading through the text to the original, each made by a program of a version, at a time."""
    text, counts = written(market, write_provenance)
    found = json.loads(text)
    [kept] = [each for each in market.articles() if each.id == "m1"]
    name = f"reading:{kept.reading}"
    [(_, derived)] = [each for each in found["wasDerivedFrom"].items() if each[1]["prov:generatedEntity"] == name]
    [(_, before)] = [each for each in found["wasDerivedFrom"].items()
                     if each[1]["prov:generatedEntity"] == derived["prov:usedEntity"]]  # fmt: skip
    assert found["entity"][before["prov:usedEntity"]]["sayso:sha256"] == kept.sha256
    assert found["activity"][f"pass:{kept.reading}"]["prov:endTime"] == kept.read_at
    by = next(each for each in found["wasAssociatedWith"].values() if each["prov:activity"] == f"pass:{kept.reading}")
    assert found["agent"][by["prov:agent"]] == {
        "prov:type": {"$": "prov:SoftwareAgent", "type": "prov:QUALIFIED_NAME"},
        "prov:label": f"Sayso {kept.reader}",
    }
    assert found["entity"][by["prov:plan"]]["prov:label"] == kept.model
    assert counts == {"articles": 4, "readings": 4, "decisions": 7}


def test_decision_is_a_persons(market):
    """Each decision is attributed to a person, none to a program."""
    found = json.loads(written(market, write_provenance)[0])
    people = {found["agent"][each["prov:agent"]]["prov:label"] for each in found["wasAttributedTo"].values()}
    assert people == {"dora", "anselm"}
    assert len(found["wasAttributedTo"]) == 7


def test_every_reading_is_there(market, tmp_path):
    """A second reading of an article stands beside the first, and only the last is current."""
    again = [each.outcome.value for each in market.add([str(tmp_path / "market.jsonl")], refused=print, again=True)]
    found = json.loads(written(market, write_provenance)[0])
    readings = [each for name, each in found["entity"].items() if name.startswith("reading:")]
    assert len(readings) == 4 + again.count("read again")
    assert sum(each["sayso:current"] for each in readings) == 4


@pytest.mark.parametrize("name", ["market", "hostile"])
def test_library_reads_it(name, request):
    """The prov package reads the document and keeps all records; its graph has no end that is missing."""
    model = pytest.importorskip("prov.model", reason="prov is in the group `interchange`")
    text, _ = written(request.getfixturevalue(name), write_provenance)
    document = model.ProvDocument.deserialize(io.StringIO(text))
    raw = json.loads(text)
    assert len(document.get_records()) == sum(len(each) for key, each in raw.items() if key != "prefix")
    known = {str(each.identifier) for each in document.get_records((model.ProvEntity, model.ProvActivity,
                                                                    model.ProvAgent))}  # fmt: skip
    for relation in document.get_records(model.ProvRelation):
        assert {str(value) for _, value in relation.formal_attributes if value and ":" in str(value)
                and str(value)[0].isalpha()} <= known  # fmt: skip


def test_hostile_words_come_back(hostile):
    """Names of people are labels as they are, whatever they look like."""
    found = json.loads(written(hostile, write_provenance)[0])
    people = [each["prov:label"] for name, each in found["agent"].items() if name.startswith("person:")]
    assert people == [f"d {words}" for words in HOSTILE]
