"""W3C Web Annotations (JSON-LD): a collection with one annotation for each part of an attribution.

A part that the text gives in pieces has one target for each. A target has two selectors of the same words: their place,
and the words with a little around them. They stand side by side, not one refining the other, since what comes before
and after lies outside the place. Places count in the text that Sayso read; ``renderedVia`` says what took it from the
page. Who shows the page itself goes by the words.
"""

from __future__ import annotations

import bisect
import collections
from collections.abc import Callable, Iterator
from typing import Any, TextIO

from sayso.article import Article, Span
from sayso.attribution import Attribution
from sayso.ledger import KeptArticle
from sayso.ledger.readings import ROLES
from sayso.out.standards.chosen import Chosen
from sayso.out.standards.names import VOCABULARY, address, urn
from sayso.out.standards.written import begun, known, write_array

CODE_POINTS = "Unicode code points"
UTF16 = "UTF-16 code units"

_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "sayso": VOCABULARY,
        "unit": "sayso:unit",
        "score": "sayso:score",
        "field": "sayso:field",
        "attribution": {"@id": "sayso:attribution", "@type": "@id"},
    },
]
_AROUND = 32
"""Characters before and after the words, as the Hypothesis client keeps."""
_MOTIVATIONS = {"source": "identifying", "cue": "classifying", "content": "classifying"}
_FIELDS = {
    "source": ("source_role", "source_affiliation", "source_kind", "via", "addressee"),
    "cue": ("cue_stance", "act"),
    "content": ("quotation", "certainty"),
}
"""What is known of an attribution, by the part of it that shows it."""

Place = Callable[[int], int]


def write_annotations(chosen: Chosen, out: TextIO, *, utf16: bool = False) -> dict[str, int]:
    """Write the annotations of all attributions; how many of each thing were written.

    Args:
        chosen: What goes out.
        out: UTF-8.
        utf16: Count places in UTF-16 code units, as JavaScript does, and not in Unicode code points. ``unit`` says
            which, of the collection and of every place.
    """
    counts = collections.Counter(articles=0, attributions=0, annotations=0)
    unit = UTF16 if utf16 else CODE_POINTS
    name = urn(chosen.ledger, "annotations", chosen.exported_at)

    def annotations() -> Iterator[dict[str, Any]]:
        for kept in chosen.articles():
            counts["articles"] += 1
            counts["attributions"] += len(kept.article.attributions or ())
            for each in _annotations(chosen.ledger, kept, unit):
                counts["annotations"] += 1
                yield each

    collection = {
        "@context": _CONTEXT, "id": name, "type": "AnnotationCollection", "label": "Who says what, by Sayso",
        "unit": unit, "created": chosen.exported_at,
        "generator": {"id": f"{VOCABULARY}sayso", "type": "Software", "name": "Sayso"},
    }  # fmt: skip
    page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    out.write(begun(collection, "first"))
    write_array(out, page, "items", annotations())
    # Last, where the number is known: keys of an object have no order.
    out.write(f', "total": {counts["annotations"]}}}\n')
    return dict(counts)


def _annotations(ledger: str, kept: KeptArticle, unit: str) -> Iterator[dict[str, Any]]:
    article = kept.article
    place = utf16_places(article.text) if unit == UTF16 else int
    for attribution in article.attributions or ():
        about = urn(ledger, "attribution", attribution.id)
        for role in ROLES:
            spans: tuple[Span, ...] = getattr(attribution, role)
            if spans:
                yield {
                    "id": f"{about}:{role}",
                    "type": "Annotation",
                    "motivation": _MOTIVATIONS[role],
                    "created": kept.read_at,
                    "generator": {"id": f"{VOCABULARY}sayso:{kept.reader}", "type": "Software",
                                  "name": f"Sayso {kept.reader}, model {kept.model}"},
                    "attribution": about,
                    **known(score=attribution.score and round(attribution.score, 4)),
                    "body": list(_bodies(attribution, role)),
                    "target": [_target(ledger, article, span, place, unit) for span in spans],
                }  # fmt: skip


def _bodies(attribution: Attribution, role: str) -> Iterator[dict[str, str]]:
    yield _body(role, "role", "tagging")
    if role == "source" and attribution.source_name:
        yield _body(attribution.source_name, "source_name", "identifying")
    for field in _FIELDS[role]:
        if value := getattr(attribution, field):
            yield _body(str(value), field, "classifying")
    if role == "content":
        kinds = dict.fromkeys(each.kind.value for each in attribution.evidence)
        yield from (_body(kind, "evidence", "classifying") for kind in kinds)


def _body(value: str, field: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose, "field": field}


def _target(ledger: str, article: Article, span: Span, place: Place, unit: str) -> dict[str, Any]:
    text = article.text
    quoted = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    placed = {"type": "TextPositionSelector", "start": place(span.start), "end": place(span.end), "unit": unit}
    rendered = {"type": "Software", "name": article.extractor} if article.extractor else None
    return {
        "type": "SpecificResource",
        "source": address(article.url) or urn(ledger, "article", article.id),
        **known(renderedVia=rendered),
        "selector": [placed, quoted],
    }


def utf16_places(text: str) -> Place:
    """From an offset in code points of *text* to one in UTF-16 code units.

    Example:
        >>> places = utf16_places("a😀b")
        >>> [places(offset) for offset in range(4)]
        [0, 1, 3, 4]
    """
    wide = [place for place, character in enumerate(text) if ord(character) > 0xFFFF]
    return lambda offset: offset + bisect.bisect_left(wide, offset)
