"""GraphML: the graph as networkx reads it."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sayso.ledger import Filters
from sayso.out.standards.graphml import write_graph
from sayso.out.standards.xml_text import from_xml, to_xml
from tests.out.standards.conftest import HOSTILE, written

NS = "{http://graphml.graphdrawing.org/xmlns}"


def graph_of(ledger, **filters):
    """The graph, and what was counted."""
    networkx = pytest.importorskip("networkx", reason="networkx is in the group dev")
    text, counts = written(ledger, write_graph, filters=Filters(**filters) if filters else None)
    return networkx.read_graphml(io.BytesIO(text.encode())), counts


def named(graph, kind):
    """The names of the nodes of a kind."""
    return sorted(each["name"] for _, each in graph.nodes(data=True) if each["kind"] == kind)


def edges(graph, relation):
    """The ends of the edges of a relation, by name."""
    names = {node: each["name"] for node, each in graph.nodes(data=True)}
    return sorted((names[a], names[b]) for a, b, each in graph.edges(data=True) if each["relation"] == relation)


def test_claims_lead_to_articles_and_origins(market):
    """Statements stand in articles and make claims; claims rest on origins; only the minister is a source."""
    graph, counts = graph_of(market)
    assert named(graph, "article") == ["m1", "m2", "m3", "m4"]
    assert named(graph, "source") == ["Joren Hask"]
    assert ("m1.1", "e1.c1") in edges(graph, "sayso:asserts")
    assert ("m1.1", "m1") in edges(graph, "dcterms:isPartOf")
    assert edges(graph, "prov:wasAttributedTo") == [("m1.2", "Joren Hask")]
    origins = edges(graph, "prov:hadPrimarySource")
    assert {claim for claim, _ in origins} <= set(named(graph, "claim"))
    assert (counts["articles"], counts["attributions"]) == (4, 5)
    assert counts["claims"] == len(named(graph, "claim"))


def test_links_have_names_of_cito(market):
    """What disputes another claim says so with a term of CiTO and its address; copies have terms of our own."""
    graph, counts = graph_of(market)
    found = [each for *_, each in graph.edges(data=True) if each["relation"].startswith("cito:")]
    assert len(found) == counts["links"]
    assert all(each["iri"] == f"http://purl.org/spar/cito/{each['relation'][5:]}" for each in found)
    assert {claim for each in edges(graph, "cito:disputes") for claim in each} <= set(named(graph, "claim"))
    assert len(edges(graph, "cito:disputes")) == 1
    assert ("m1", "m3") in edges(graph, "sayso:same_text_as")
    assert ("m1", "m2") in edges(graph, "sayso:shares_passages_with")


def test_filter_leaves_out_what_it_does_not_have(market):
    """With a filter only its statements are nodes, and no edge leads to others."""
    graph, counts = graph_of(market, kind="official")
    assert named(graph, "attribution") == ["m1.2"]
    assert named(graph, "article") == ["m1"]
    assert counts["attributions"] == 1


def test_hostile_words_come_back(hostile):
    """Whatever the words look like, networkx finds them as text, what XML cannot hold in its written form."""
    graph, _ = graph_of(hostile)
    found = {each["name"]: each for _, each in graph.nodes(data=True) if each["kind"] == "attribution"}
    contents = [from_xml(found[f"h{place}.1"]["content"]) for place in range(len(HOSTILE))]
    assert contents == [f"the {words} depot was empty" for words in HOSTILE]
    assert [from_xml(found[f"h{place}.1"]["via"]) for place in range(len(HOSTILE))] == list(HOSTILE)


@given(st.text(st.characters()))
def test_any_text_survives_xml(text):
    """Whatever stands in a text, a parser and from_xml give it back."""
    parsed = etree.fromstring(f"<a>{to_xml(text)}</a>".encode()).text or ""
    assert from_xml(parsed) == text
