"""PROV-JSON (W3C): how every reading came to be, who decided what on it, and what was compared.

Entities are originals, texts, readings, decisions and comparisons; activities what made them; agents the programs and
the people. The log of the ledger proves it, this only tells it in words that other programs know.
"""

from __future__ import annotations

import collections
from collections.abc import Callable, Iterator
from typing import Any, TextIO
from urllib.parse import quote

from sayso.ledger.makings import Making
from sayso.out.standards.chosen import Chosen
from sayso.out.standards.names import VOCABULARY, address
from sayso.out.standards.written import begun, known, write_object

Pairs = Iterator[tuple[str, dict[str, Any]]]

_KINDS = (
    "original", "text", "reading", "decision", "comparison", "extraction", "pass", "review", "comparing", "program",
    "model", "person",
)  # fmt: skip


def write_provenance(chosen: Chosen, out: TextIO) -> dict[str, int]:
    """Write the document; how many of each thing were written. *out* is UTF-8."""
    counts = collections.Counter(articles=0, readings=0, decisions=0)
    prefixes = {kind: f"urn:sayso:{chosen.ledger}:{kind}:" for kind in _KINDS}
    sections: tuple[tuple[str, Callable[[Chosen], Pairs]], ...] = (
        ("activity", _activities), ("agent", _agents), ("used", _used),
        ("wasGeneratedBy", _generated), ("wasDerivedFrom", _derived), ("wasAssociatedWith", _associated),
        ("wasAttributedTo", _attributed),
    )  # fmt: skip
    out.write(begun({"prefix": {"sayso": VOCABULARY, **prefixes}}, "entity"))
    write_object(out, _entities(chosen))
    for name, pairs in sections:
        out.write(f', "{name}": ')
        write_object(out, pairs(chosen))
    out.write("}\n")
    articles = set()
    for making in chosen.makings():
        articles.add(making.article)
        counts["readings"] += 1
    counts["articles"] = len(articles)
    counts["decisions"] = len(chosen.decisions)
    return dict(counts)


def _entities(chosen: Chosen) -> Pairs:
    for making in _once(chosen, lambda making: making.original):
        yield f"original:{making.original}", {
            **_typed("Original", making.url or making.path or making.article),
            "sayso:sha256": making.original_sha256,
            "sayso:bytes": making.size,
            "sayso:form": making.form,
            "sayso:article": making.article,
            "sayso:version": making.version,
            "sayso:arrived_at": _time(making.arrived_at),
            **known(**{
                "prov:atLocation": _link(making.url), "sayso:path": making.path, "sayso:fetched_at": making.fetched_at,
            }),
        }  # fmt: skip
    for making in _once(chosen, lambda making: making.text):
        yield f"text:{making.text}", {**_typed("Text", making.article), "sayso:sha256": making.text_sha256}
    for making in _once(chosen, lambda making: making.model):
        yield f"model:{_local(making.model)}", _typed("Model", making.model)
    for making in chosen.makings():
        yield (
            f"reading:{making.reading}",
            {
                **_typed("Reading", making.article),
                "sayso:article": making.article,
                "sayso:attributions": making.attributions,
                "sayso:current": making.current,
            },
        )
    for decision in chosen.decisions:
        yield (
            f"decision:{decision.uid}",
            {
                **_typed("Decision", str(decision)),
                "sayso:attribution": decision.attribution,
                "sayso:kind": decision.kind.value,
                "sayso:undone": decision.undone,
            },
        )
    if chosen.comparison:
        number = chosen.comparison.number
        yield f"comparison:{number}", {**_typed("Comparison", f"comparison {number}")}


def _activities(chosen: Chosen) -> Pairs:
    for making in _once(chosen, lambda making: making.text):
        yield f"extraction:{making.text}", _typed("Extraction", f"{making.extractor} {making.extractor_version}")
    for making in chosen.makings():
        yield f"pass:{making.reading}", {"prov:endTime": making.read_at, **_typed("Reading", f"reads {making.article}")}
    for decision in chosen.decisions:
        yield f"review:{decision.uid}", {"prov:endTime": decision.decided_at, **_typed("Review", decision.kind.value)}
    if chosen.comparison:
        number, done = chosen.comparison.number, chosen.comparison.compared_at
        yield f"comparing:{number}", {"prov:endTime": done, **_typed("Comparing", f"comparison {number}")}


def _agents(chosen: Chosen) -> Pairs:
    programs = {_extractor(making): f"{making.extractor} {making.extractor_version}" for making in chosen.makings()}
    programs |= {_reader(making.reader): f"Sayso {making.reader}" for making in chosen.makings()}
    if chosen.comparison:
        reader = chosen.comparison.options.reader.sayso
        programs[_reader(reader)] = f"Sayso {reader}"
    for name, label in programs.items():
        yield name, {"prov:type": _qualified("prov:SoftwareAgent"), "prov:label": label}
    for who in dict.fromkeys(decision.who for decision in chosen.decisions):
        yield _person(who), {"prov:type": _qualified("prov:Person"), "prov:label": who}


def _used(chosen: Chosen) -> Pairs:
    for making in _once(chosen, lambda making: making.text):
        yield _blank("u-text", making.text), _relation(activity=f"extraction:{making.text}",
                                                       entity=f"original:{making.original}")  # fmt: skip
    for making in chosen.makings():
        yield _blank("u-reading", making.reading), _relation(activity=f"pass:{making.reading}",
                                                             entity=f"text:{making.text}")  # fmt: skip
    if chosen.comparison:
        of_article = {making.article: making.reading for making in chosen.makings() if making.current}
        for place, given in enumerate(chosen.comparison.inputs):
            if given.article in of_article:
                yield _blank("u-compared", place), _relation(activity=f"comparing:{chosen.comparison.number}",
                                                             entity=f"reading:{of_article[given.article]}")  # fmt: skip


def _generated(chosen: Chosen) -> Pairs:
    for making in _once(chosen, lambda making: making.text):
        yield _blank("g-text", making.text), _relation(entity=f"text:{making.text}",
                                                       activity=f"extraction:{making.text}")  # fmt: skip
    for making in chosen.makings():
        made = _relation(entity=f"reading:{making.reading}", activity=f"pass:{making.reading}")
        yield _blank("g-reading", making.reading), {**made, "prov:time": making.read_at}
    for decision in chosen.decisions:
        made = _relation(entity=f"decision:{decision.uid}", activity=f"review:{decision.uid}")
        yield _blank("g-decision", decision.uid), {**made, "prov:time": decision.decided_at}
    if chosen.comparison:
        number = chosen.comparison.number
        yield _blank("g-comparison", number), _relation(entity=f"comparison:{number}", activity=f"comparing:{number}")


def _derived(chosen: Chosen) -> Pairs:
    for making in _once(chosen, lambda making: making.text):
        yield _blank("d-text", making.text), _derivation(f"text:{making.text}", f"original:{making.original}")
    for making in chosen.makings():
        yield _blank("d-reading", making.reading), _derivation(f"reading:{making.reading}", f"text:{making.text}")


def _associated(chosen: Chosen) -> Pairs:
    for making in _once(chosen, lambda making: making.text):
        yield _blank("a-text", making.text), _relation(activity=f"extraction:{making.text}", agent=_extractor(making))
    for making in chosen.makings():
        by = _relation(activity=f"pass:{making.reading}", agent=_reader(making.reader))
        yield _blank("a-reading", making.reading), {**by, "prov:plan": f"model:{_local(making.model)}"}
    for decision in chosen.decisions:
        yield _blank("a-decision", decision.uid), _relation(activity=f"review:{decision.uid}",
                                                            agent=_person(decision.who))  # fmt: skip
    if chosen.comparison:
        number, reader = chosen.comparison.number, chosen.comparison.options.reader.sayso
        yield _blank("a-comparison", number), _relation(activity=f"comparing:{number}", agent=_reader(reader))


def _attributed(chosen: Chosen) -> Pairs:
    for decision in chosen.decisions:
        yield _blank("t-decision", decision.uid), _relation(entity=f"decision:{decision.uid}",
                                                            agent=_person(decision.who))  # fmt: skip


def _once(chosen: Chosen, key: Callable[[Making], object]) -> Iterator[Making]:
    """The first reading made from each text, original or model."""
    seen = set()
    for making in chosen.makings():
        if key(making) not in seen:
            seen.add(key(making))
            yield making


def _typed(kind: str, label: str) -> dict[str, Any]:
    return {"prov:type": _qualified(f"sayso:{kind}"), "prov:label": label}


def _qualified(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _time(moment: str) -> dict[str, str]:
    return {"$": moment, "type": "xsd:dateTime"}


def _link(url: str | None) -> dict[str, str] | None:
    return {"$": url, "type": "xsd:anyURI"} if url and address(url) else None


def _relation(**ends: str) -> dict[str, Any]:
    return {f"prov:{end}": name for end, name in ends.items()}


def _derivation(made: str, source: str) -> dict[str, Any]:
    return {"prov:generatedEntity": made, "prov:usedEntity": source}


def _blank(kind: str, name: object) -> str:
    return f"_:{kind}-{name}"


def _extractor(making: Making) -> str:
    return f"program:{_local(f'{making.extractor} {making.extractor_version}')}"


def _reader(version: str) -> str:
    return f"program:{_local(f'sayso {version}')}"


def _person(who: str) -> str:
    return f"person:{_local(who)}"


def _local(name: str) -> str:
    """A name after a prefix, without anything that has a meaning there."""
    return quote(name, safe="", errors="backslashreplace")
