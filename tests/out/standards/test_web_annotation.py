"""Web Annotations: what a reader of the standard finds in them."""

import json

import pytest

from sayso.ledger import Filters
from sayso.out.standards.names import urn
from sayso.out.standards.web_annotation import utf16_places, write_annotations
from tests.ledger.conftest import add, new_ledger, row, write_rows
from tests.out.standards.conftest import HOSTILE, NOW, exported, written

OA = "http://www.w3.org/ns/oa#"
_IDS = {"id": "@id", "type": "@type"}
_LINKS = {name: {"@id": f"{OA}{iri}", "@type": "@id"} for name, iri in (
    ("body", "hasBody"), ("target", "hasTarget"), ("source", "hasSource"), ("selector", "hasSelector"),
    ("renderedVia", "renderedVia"))}  # fmt: skip
_WORDS = {name: f"{OA}{name}" for name in ("start", "end", "exact", "prefix", "suffix", "identifying", "classifying",
          "tagging", "Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector",
          "TextPositionSelector")}  # fmt: skip
CONTEXT = {"@context": {
    **_IDS, **_LINKS, **_WORDS, "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list"},
    "first": {"@id": "https://www.w3.org/ns/activitystreams#first", "@type": "@id"},
}}  # fmt: skip
"""What of http://www.w3.org/ns/anno.jsonld the export uses, in our own words: no test asks another host."""


def test_each_part_is_an_annotation(market):
    """A source says whose words, its place and its words select the same, and the page is named where there is one."""
    text, counts = written(market, write_annotations)
    items = json.loads(text)["first"]["items"]
    uid = urn(market.connection.execute("SELECT uid FROM ledger").fetchone()[0], "attribution", "m1.2")
    [found] = [each for each in items if each["id"] == f"{uid}:source"]
    [target] = found["target"]
    assert found["motivation"] == "identifying"
    assert found["attribution"] == uid
    assert [(each["field"], each["value"], each["purpose"]) for each in found["body"]] == [
        ("role", "source", "tagging"), ("source_name", "Joren Hask", "identifying"), ("source_role", "minister",
        "classifying"), ("source_kind", "official", "classifying")]  # fmt: skip
    assert target["source"] == "https://inlandpost.example/market"
    assert target["selector"] == [
        {"type": "TextPositionSelector", "start": 169, "end": 181, "unit": "Unicode code points"},
        {"type": "TextQuoteSelector", "exact": "the ministry", "prefix": " army did not shell the market, ", "suffix":
         " said."},
    ]  # fmt: skip
    assert counts == {"articles": 4, "attributions": 5, "annotations": 15}


def test_every_selector_selects_its_words(market):
    """In every annotation the place, counted in code points of the text, holds exactly the words."""
    texts = {article.id: article.article.text for article in market.articles()}
    items = json.loads(written(market, write_annotations)[0])["first"]["items"]
    for each in items:
        article = each["attribution"].rpartition(":")[2].partition(".")[0]
        for target in each["target"]:
            place, quote = target["selector"]
            start, end, text = place["start"], place["end"], texts[article]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_unit_is_named_and_may_be_utf16(tmp_path):
    """Asked for UTF-16 units, offsets are those of JavaScript, and the collection and every selector say so."""
    text = "😀😀 The depot was empty, the ministry claimed."
    with new_ledger(tmp_path / "l.sayso") as ledger:
        add(
            ledger,
            write_rows(tmp_path / "r.jsonl", row("a1", text, [("the ministry", "claimed", "The depot was empty")])),
        )
        path, _ = exported(ledger, tmp_path, "webannotation", utf16=True)
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["unit"] == "UTF-16 code units"
    units = text.encode("utf-16-le")
    for each in found["first"]["items"]:
        place, quote = each["target"][0]["selector"]
        assert place["unit"] == found["unit"]
        assert units[place["start"] * 2 : place["end"] * 2].decode("utf-16-le") == quote["exact"]


def test_places_beside_wide_characters():
    """An offset after a character outside the first plane is one unit further on."""
    places = utf16_places("😀a😀")
    assert [places(offset) for offset in range(4)] == [0, 2, 3, 5]


def test_linked_data_reader_finds_what_the_standard_says(market):
    """Expanded by PyLD, every annotation has oa's bodies, targets and motivations."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="PyLD is in the group `interchange`")
    document = json.loads(written(market, write_annotations)[0])
    loaded = {"document": CONTEXT, "contextUrl": None, "contentType": "application/ld+json"}
    expanded = jsonld.expand(document, {"documentLoader": lambda url, _: {**loaded, "documentUrl": url}})
    [page] = expanded[0]["https://www.w3.org/ns/activitystreams#first"]
    [items] = page["https://www.w3.org/ns/activitystreams#items"]
    assert len(items["@list"]) == 15
    for each in items["@list"]:
        assert each["@type"] == [f"{OA}Annotation"]
        assert each[f"{OA}motivatedBy"][0]["@id"] in (f"{OA}identifying", f"{OA}classifying")
        assert each[f"{OA}hasTarget"][0][f"{OA}hasSource"][0]["@id"].startswith(("https://", "urn:sayso:"))


def test_filters_of_the_command_are_those_of_the_export(market):
    """Only what the filter has goes out."""
    text, counts = written(market, write_annotations, filters=Filters(kind="official"))
    assert {each["attribution"][-4:] for each in json.loads(text)["first"]["items"]} == {"m1.2"}
    assert counts == {"articles": 1, "attributions": 1, "annotations": 3}


def test_hostile_words_come_back(hostile):
    """Whatever the words look like, the reader finds them as they are in the text."""
    document = json.loads(written(hostile, write_annotations)[0])
    found = {target["selector"][1]["exact"] for each in document["first"]["items"] for target in each["target"]}
    assert {f"The {words} man" for words in HOSTILE} <= found
    assert {f"the {words} depot was empty" for words in HOSTILE} <= found


def test_empty_ledger_is_an_empty_collection(tmp_path):
    """Of nothing there are no annotations."""
    with new_ledger(tmp_path / "l.sayso") as ledger:
        document = json.loads(written(ledger, write_annotations)[0])
    assert (document["first"]["items"], document["total"], document["created"]) == ([], 0, NOW)
