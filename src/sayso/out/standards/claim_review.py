"""schema.org: what was said as ``Claim`` and ``Quotation``; ``ClaimReview`` only where a person graded what was said.

Of what people decide two things judge a claim: ``credibility`` (the Admiralty code's grade of the information) and
``likelihood``. ``accept`` and ``reject`` say that Sayso read the article rightly or not, and ``reliability`` grades the
source: neither is a verdict on what was said, and the machine gives none.
"""

from __future__ import annotations

import collections
from collections.abc import Iterator
from typing import Any, TextIO

from sayso.article import Article
from sayso.attribution import Attribution, Quotation
from sayso.ledger import KeptArticle
from sayso.ledger.decisions import Decision, Kind
from sayso.ledger.review import SCALES
from sayso.out.standards.chosen import Chosen
from sayso.out.standards.names import address, urn
from sayso.out.standards.speaker import Nature, speaker
from sayso.out.standards.written import known, write_array
from sayso.show.words import joined

CREDIBILITY = (
    "confirmed by other sources", "probably true", "possibly true", "doubtful", "improbable", "truth cannot be judged",
)  # fmt: skip
"""The words of the Admiralty code for 1 to 6."""
_JUDGING = ("credibility", "likelihood")
_TYPES = {Nature.PERSON: "Person", Nature.BODY: "Organization"}


def write_claims(chosen: Chosen, out: TextIO) -> dict[str, int]:
    """Write articles, statements, claims and reviews as one graph; how many of each were written. *out* is UTF-8."""
    counts = collections.Counter(articles=0, attributions=0, claims=0, reviews=0)

    def nodes() -> Iterator[dict[str, Any]]:
        for kept in chosen.articles():
            counts["articles"] += 1
            yield _article(chosen.ledger, kept.article)
            for attribution in kept.article.attributions or ():
                counts["attributions"] += 1
                said = _said(chosen.ledger, kept.article, attribution)
                yield said
                for review in _reviews(chosen.ledger, kept, attribution, said["@id"]):
                    counts["reviews"] += 1
                    yield review
        for event, claim in chosen.compared():
            counts["claims"] += 1
            yield {
                "@type": "Claim",
                "@id": urn(chosen.ledger, "claim", _number(chosen, claim.id)),
                "identifier": _number(chosen, claim.id),
                "text": claim.gist,
                "appearance": [{"@id": urn(chosen.ledger, "article", name)} for name in claim.basis.articles],
                "isBasedOn": [{"@id": urn(chosen.ledger, "attribution", name)} for name in claim.attributions],
                "about": {"@type": "Event", "@id": urn(chosen.ledger, "event", _number(chosen, event))},
            }

    write_array(out, {"@context": "https://schema.org"}, "@graph", nodes())
    out.write("\n")
    return dict(counts)


def _article(ledger: str, article: Article) -> dict[str, Any]:
    outlet = {"@type": "Organization", "name": article.outlet} if article.outlet else None
    return {
        "@type": "NewsArticle",
        "@id": urn(ledger, "article", article.id),
        "identifier": article.id,
        **known(
            headline=article.title, url=address(article.url), publisher=outlet, datePublished=article.date,
            dateModified=article.modified, inLanguage=article.language,
        ),
    }  # fmt: skip


def _said(ledger: str, article: Article, attribution: Attribution) -> dict[str, Any]:
    """A statement. What stands in quotation marks is a ``Quotation`` too: the article's words for what was said."""
    types = ["Claim"] if attribution.quotation is Quotation.INDIRECT else ["Claim", "Quotation"]
    return {
        "@type": types if len(types) > 1 else types[0],
        "@id": urn(ledger, "attribution", attribution.id),
        "identifier": attribution.id,
        **known(
            text=joined(attribution.content, article.text),
            creditText=joined(attribution.source, article.text),
            author=_author(attribution),
            datePublished=article.date,
        ),
        "appearance": {"@id": urn(ledger, "article", article.id)},
    }


def _author(attribution: Attribution) -> dict[str, Any] | None:
    who = speaker(attribution)
    if who is None or who.nature not in _TYPES:
        return None
    body = {"@type": "Organization", "name": attribution.source_affiliation} if attribution.source_affiliation else None
    at = known(jobTitle=attribution.source_role, affiliation=body) if who.nature is Nature.PERSON else {}
    return {"@type": _TYPES[who.nature], "name": who.name, **at}


def _reviews(ledger: str, kept: KeptArticle, attribution: Attribution, said: str) -> Iterator[dict[str, Any]]:
    standing = kept.standings.get(attribution.id)
    if standing is None:
        return
    last = {(each.who, each.field): each for each in standing.decisions if each.kind is Kind.GRADE and not each.undone}
    for decision in last.values():
        if decision.field in _JUDGING:
            yield {
                "@type": "ClaimReview",
                "@id": urn(ledger, "decision", decision.uid),
                "claimReviewed": joined(attribution.content, kept.article.text),
                "itemReviewed": {"@id": said},
                "author": {"@type": "Person", "name": decision.who},
                "datePublished": decision.decided_at,
                "reviewAspect": decision.field,
                "reviewRating": _rating(decision),
            }


def _rating(decision: Decision) -> dict[str, Any]:
    """A grade; schema.org's best value is its highest, the Admiralty code's best is 1, so that numbers turn round."""
    scale = SCALES[str(decision.field)]
    place = scale.index(decision.value)
    if decision.field == "likelihood":
        return {"@type": "Rating", "alternateName": decision.value, "ratingValue": place + 1, "worstRating": 1,
                "bestRating": len(scale), "ratingExplanation": "likelihood, the words of ICD 203"}  # fmt: skip
    explained = (
        f"credibility {decision.value} of the Admiralty code, 1 to 6; the number here is turned round, 5 is best"
    )
    rating = {"@type": "Rating", "alternateName": CREDIBILITY[place], "ratingExplanation": explained}
    if place < len(scale) - 1:
        return {**rating, "ratingValue": len(scale) - 1 - place, "worstRating": 1, "bestRating": len(scale) - 1}
    return {
        **rating,
        "ratingExplanation": "credibility 6 of the Admiralty code, which is no value between true and false",
    }


def _number(chosen: Chosen, name: str) -> str:
    """What a claim or an event is called for ever, ``3.e1.c2``."""
    return f"{chosen.comparison.number}.{name}" if chosen.comparison else name
