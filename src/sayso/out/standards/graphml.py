"""GraphML: who says what in which article, what claims that makes, on which origins they rest, and how they relate.

Relations have names of public vocabularies where there are some. Links between claims are CiTO's, the Citation Typing
Ontology (Peroni and Shotton 2012): ``cito:disputes``, ``cito:supports``, ``cito:updates``. Copies of a text have none
of CiTO's names: those say who took from whom, which a copy alone does not tell.
"""

from __future__ import annotations

import collections
from collections.abc import Iterator, Mapping
from typing import TextIO
from xml.sax.saxutils import quoteattr

from sayso.article import Article
from sayso.attribution import Attribution
from sayso.claim import Claim, CopyKind, Relation
from sayso.ledger import KeptArticle
from sayso.out.standards.chosen import Chosen
from sayso.out.standards.names import urn
from sayso.out.standards.speaker import speaker
from sayso.out.standards.xml_text import to_xml
from sayso.show.words import joined

PREFIXES = {
    "cito": "http://purl.org/spar/cito/",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "sayso": "urn:sayso:vocabulary:",
}
_LINKS = {
    Relation.DISPUTES: "cito:disputes", Relation.SUPPORTS: "cito:supports", Relation.UPDATES: "cito:updates",
}  # fmt: skip
_COPIES = {CopyKind.SAME_TEXT: "sayso:same_text_as", CopyKind.SHARED_PASSAGES: "sayso:shares_passages_with"}

_NODE = (
    "kind", "label", "name", "outlet", "date", "url", "language", "sha256", "source", "cue", "content", "source_name",
    "source_role", "source_affiliation", "source_kind", "via", "certainty", "cue_stance", "quotation", "act",
    "evidence", "verdict", "event", "about", "nature",
)  # fmt: skip
_LABEL = 80

Values = Mapping[str, str | float | None]


def write_graph(chosen: Chosen, out: TextIO) -> dict[str, int]:
    """Write the graph; how many of each thing were written. *out* is UTF-8."""
    counts = collections.Counter(articles=0, attributions=0, claims=0, links=0)
    out.write(_head(chosen))
    written: set[str] = set()
    for kept in chosen.articles():
        counts["articles"] += 1
        out.write(_article(chosen.ledger, kept))
        written.add(urn(chosen.ledger, "article", kept.id))
        for attribution in kept.article.attributions or ():
            counts["attributions"] += 1
            for element in _attribution(chosen.ledger, kept, attribution, written):
                out.write(element)
    for event, claim in chosen.compared():
        counts["claims"] += 1
        for element in _claim(chosen, event, claim, written):
            out.write(element)
    for link in chosen.links():
        counts["links"] += 1
        ends = (_claim_name(chosen, link.from_), _claim_name(chosen, link.to))
        out.write(_edge(*ends, _LINKS[link.relation], link.score))
    for element in _copies(chosen, written):
        out.write(element)
    out.write("</graph>\n</graphml>\n")
    return dict(counts)


def _head(chosen: Chosen) -> str:
    keys = [f'<key id="{name}" for="node" attr.name="{name}" attr.type="string"/>' for name in _NODE]
    keys += [
        '<key id="score" for="all" attr.name="score" attr.type="double"/>',
        '<key id="relation" for="edge" attr.name="relation" attr.type="string"/>',
        '<key id="iri" for="edge" attr.name="iri" attr.type="string"/>',
        '<key id="ledger" for="graph" attr.name="ledger" attr.type="string"/>',
        '<key id="exported_at" for="graph" attr.name="exported_at" attr.type="string"/>',
        '<key id="reading" for="graph" attr.name="reading" attr.type="string"/>',
    ]
    said = {
        "ledger": chosen.ledger, "exported_at": chosen.exported_at,
        "reading": "Made by machine; a relation is what an article says that somebody said, never a fact of its own.",
    }  # fmt: skip
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
        ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
        + "\n".join(keys) + '\n<graph id="sayso" edgedefault="directed">\n' + _data(said) + "\n"
    )  # fmt: skip


def _article(ledger: str, kept: KeptArticle) -> str:
    one: Article = kept.article
    return _node(
        urn(ledger, "article", one.id),
        {
            "kind": "article", "label": _short(one.title or one.id), "name": one.id, "outlet": one.outlet,
            "date": one.date, "url": one.url, "language": one.language, "sha256": kept.sha256,
        },
    )  # fmt: skip


def _attribution(ledger: str, kept: KeptArticle, one: Attribution, written: set[str]) -> Iterator[str]:
    text, name = kept.article.text, urn(ledger, "attribution", one.id)
    standing = kept.standings.get(one.id)
    content = joined(one.content, text)
    yield _node(
        name,
        {
            "kind": "attribution", "label": _short(content), "name": one.id, "source": joined(one.source, text),
            "cue": joined(one.cue, text), "content": content, "source_name": one.source_name,
            "source_role": one.source_role, "source_affiliation": one.source_affiliation,
            "source_kind": one.source_kind, "via": one.via, "certainty": one.certainty, "cue_stance": one.cue_stance,
            "quotation": one.quotation, "act": one.act,
            "evidence": ", ".join(dict.fromkeys(each.kind.value for each in one.evidence)),
            "verdict": standing.verdict if standing else None, "score": one.score and round(one.score, 4),
        },
    )  # fmt: skip
    yield _edge(name, urn(ledger, "article", kept.id), "dcterms:isPartOf")
    who = speaker(one)
    if who is not None:
        source = urn(ledger, "source", who.key)
        if source not in written:
            written.add(source)
            yield _node(source, {"kind": "source", "label": _short(who.name), "name": who.name, "nature": who.nature})
        yield _edge(name, source, "prov:wasAttributedTo")
    written.add(name)


def _claim(chosen: Chosen, event: str, claim: Claim, written: set[str]) -> Iterator[str]:
    name = _claim_name(chosen, claim.id)
    yield _node(
        name,
        {"kind": "claim", "label": _short(claim.gist), "name": claim.id, "content": claim.gist, "event": event,
         "about": claim.about},
    )  # fmt: skip
    for member in claim.attributions:
        attribution = urn(chosen.ledger, "attribution", member)
        if attribution in written:
            yield _edge(attribution, name, "sayso:asserts")
    for article in dict.fromkeys(urn(chosen.ledger, "article", each.article) for each in claim.own_voice):
        if article in written:
            yield _edge(article, name, "sayso:asserts_in_its_own_voice")
    for each in claim.basis.origins:
        origin = urn(chosen.ledger, "origin", f"{chosen.comparison and chosen.comparison.number}.{event}/{each.name}")
        if origin not in written:
            written.add(origin)
            yield _node(origin, {"kind": "origin", "label": _short(each.name), "name": each.name, "event": event})
        yield _edge(name, origin, "prov:hadPrimarySource")


def _copies(chosen: Chosen, written: set[str]) -> Iterator[str]:
    if chosen.comparison is None:
        return
    compared = chosen.comparison.comparison
    for copy in (*(copy for event in compared.events for copy in event.copies), *compared.across):
        a, b = urn(chosen.ledger, "article", copy.a), urn(chosen.ledger, "article", copy.b)
        if a in written and b in written:
            yield _edge(a, b, _COPIES[copy.kind])


def _claim_name(chosen: Chosen, claim: str) -> str:
    return urn(chosen.ledger, "claim", f"{chosen.comparison.number}.{claim}" if chosen.comparison else claim)


def _node(name: str, values: Values) -> str:
    return f"<node id={quoteattr(name)}>{_data(values)}</node>\n"


def _edge(source: str, target: str, relation: str, score: float | None = None) -> str:
    prefix, _, local = relation.partition(":")
    said = _data({"relation": relation, "iri": PREFIXES[prefix] + local, "score": score})
    return f"<edge source={quoteattr(source)} target={quoteattr(target)}>{said}</edge>\n"


def _data(values: Values) -> str:
    return "".join(
        f'<data key="{key}">{to_xml(value) if isinstance(value, str) else repr(value)}</data>'
        for key, value in values.items()
        if value is not None and value != ""
    )


def _short(label: str) -> str:
    line = " ".join(label.split())
    return line if len(line) <= _LABEL else f"{line[: _LABEL - 1]}…"
