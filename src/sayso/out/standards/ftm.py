"""FollowTheMoney entities, one a line, as OpenAleph and the ``ftm`` command read them.

An article is an ``Article``; a public source a ``Person``, an ``Organization`` or, where the name does not tell, a
``LegalEntity``; what it said a ``Documentation`` between both. What anybody else said is a ``Note`` on the article:
witnesses, residents and the unnamed get no entity. What people decided is a ``Note`` too.
"""

from __future__ import annotations

import collections
import dataclasses
import hashlib
from typing import Any, TextIO

from sayso.article import Article
from sayso.attribution import Attribution
from sayso.ledger import KeptArticle
from sayso.ledger.decisions import Decision
from sayso.out.standards.chosen import Chosen
from sayso.out.standards.names import address, urn
from sayso.out.standards.speaker import Nature, Speaker, speaker
from sayso.show.jsonl import line_of
from sayso.show.words import joined

_SCHEMATA = {Nature.PERSON: "Person", Nature.BODY: "Organization", Nature.UNCLEAR: "LegalEntity"}
_DECIDED = {Nature.PERSON: 2, Nature.BODY: 1, Nature.UNCLEAR: 0}
_NAME, _LINE, _TEXT = 384, 1024, 65_000
"""Most characters of a value of the types ``name``, ``string`` and ``text``."""


def write_entities(chosen: Chosen, out: TextIO) -> dict[str, int]:
    """Write the entities; how many of each thing were written. *out* is UTF-8."""
    counts = collections.Counter(articles=0, attributions=0, speakers=0, decisions=0)
    speakers: dict[str, dict[Speaker, list[Attribution]]] = collections.defaultdict(dict)
    for kept in chosen.articles():
        counts["articles"] += 1
        out.write(line_of(_article(chosen.ledger, kept)))
        for attribution in kept.article.attributions or ():
            counts["attributions"] += 1
            who = speaker(attribution)
            if who:
                speakers[who.key].setdefault(who, []).append(_bare(attribution))
            out.write(line_of(_said(chosen.ledger, kept.article, attribution, who)))
    for key, spellings in speakers.items():
        counts["speakers"] += 1
        out.write(line_of(_speaker(chosen.ledger, key, spellings)))
    for decision in chosen.decisions:
        counts["decisions"] += 1
        out.write(line_of(_decision(chosen.ledger, decision, chosen.decided[decision.id])))
    return dict(counts)


def _article(ledger: str, kept: KeptArticle) -> dict[str, Any]:
    one = kept.article
    notes = f"SHA-256 of the original: {kept.sha256}. Called {one.id} in the ledger {ledger}."
    return _entity(
        "Article",
        urn(ledger, "article", one.id),
        title=_cut(one.title or "", _LINE),
        author=_cut(one.byline or "", _LINE),
        publisher=_cut(one.outlet or "", _LINE),
        publishedAt=one.date,
        modifiedAt=one.modified,
        retrievedAt=kept.kept_at[:19],
        sourceUrl=address(one.url),
        language=_ISO_639_3.get(one.language or ""),
        bodyText=_pieces(one.text),
        summary=one.title if one.title and len(one.title) > _LINE else None,
        processingAgent=f"sayso {kept.reader}",
        notes=notes,
    )


def _said(ledger: str, article: Article, attribution: Attribution, who: Speaker | None) -> dict[str, Any]:
    """A statement: between an article and its public source, else a note on the article."""
    words = [joined(spans, article.text) for spans in (attribution.source, attribution.cue, attribution.content)]
    about = urn(ledger, "article", article.id)
    name = urn(ledger, "attribution", attribution.id)
    told = " | ".join(words)
    if who is None:
        return _entity("Note", name, entity=_id(about), description=_pieces(told), summary=_pieces(words[2]),
                       keywords=_traits(attribution), sourceUrl=address(article.url))  # fmt: skip
    return _entity(
        "Documentation",
        name,
        document=_id(about),
        entity=_id(urn(ledger, "source", who.key)),
        role="source",
        summary=_pieces(words[2]),
        description=_pieces(told),
        status=", ".join(_traits(attribution)),
        date=article.date,
        recordId=_cut(attribution.id, _LINE),
        publisher=_cut(article.outlet or "", _LINE),
        sourceUrl=address(article.url),
    )


def _speaker(ledger: str, key: str, spellings: dict[Speaker, list[Attribution]]) -> dict[str, Any]:
    """A public source under all names that it is given; a person where one article tells that it is one."""
    nature = max((each.nature for each in spellings), key=_DECIDED.__getitem__)
    said = [attribution for each in spellings.values() for attribution in each]
    roles = dict.fromkeys(_cut(each.source_role, _LINE) for each in said if each.source_role)
    bodies = dict.fromkeys(each.source_affiliation for each in said if each.source_affiliation)
    kinds = dict.fromkeys(each.source_kind.value for each in said if each.source_kind)
    return _entity(
        _SCHEMATA[nature],
        urn(ledger, "source", key),
        name=[_cut(name, _NAME) for name in dict.fromkeys(each.name for each in spellings)],
        position=list(roles) if nature is Nature.PERSON else None,
        summary=[f"of {body}" for body in bodies],
        keywords=list(kinds),
    )


def _decision(ledger: str, decision: Decision, article: str) -> dict[str, Any]:
    # Notes have no author: who decided, and when, is in the words.
    return _entity(
        "Note",
        urn(ledger, "decision", decision.uid),
        entity=_id(urn(ledger, "article", article)),
        description=_pieces(str(decision)),
        modifiedAt=decision.decided_at[:19],
        keywords=[decision.kind.value],
    )


def _traits(attribution: Attribution) -> list[str]:
    kinds = [each.kind.value for each in attribution.evidence]
    given = [attribution.certainty, attribution.cue_stance, attribution.quotation, attribution.source_kind]
    return list(dict.fromkeys([*(each.value for each in given if each), *kinds]))


def _bare(attribution: Attribution) -> Attribution:
    """What is needed of an attribution for the entity of its source, so that a large ledger fits."""
    return dataclasses.replace(
        attribution, source=(), cue=(), content=(), via_chain=(), evidence=(), figures=(), because={}
    )


def _entity(schema: str, urn_: str, /, **properties: str | list[str] | None) -> dict[str, Any]:
    given = {key: [value] if isinstance(value, str) else value or [] for key, value in properties.items()}
    # A value without anything to see is none for FollowTheMoney.
    seen = {key: [each for each in dict.fromkeys(values) if _is_seen(each)] for key, values in given.items()}
    kept = {key: values for key, values in seen.items() if values}
    return {"id": _id(urn_), "schema": schema, "properties": kept}


def _id(name: str) -> str:
    """Ids are short: at most 200 characters, where names in a ledger are of any length."""
    return f"sayso-{hashlib.sha256(name.encode()).hexdigest()[:40]}"


def _is_seen(value: str) -> bool:
    return any(character.isprintable() and not character.isspace() for character in value)


def _cut(value: str, most: int) -> str:
    return value if len(value) <= most else f"{value[: most - 1]}…"


def _pieces(text: str) -> list[str]:
    return [text[place : place + _TEXT] for place in range(0, len(text), _TEXT)]


_ISO_639_3 = {
    "ar": "ara", "bg": "bul", "bn": "ben", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa",
    "et": "est", "fa": "fas", "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye",
    "id": "ind", "it": "ita", "ja": "jpn", "ka": "kat", "ko": "kor", "ku": "kur", "lt": "lit", "lv": "lav", "ms": "msa",
    "nl": "nld", "no": "nor", "pl": "pol", "ps": "pus", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv",
    "sq": "sqi", "sr": "srp", "sv": "swe", "sw": "swa", "ta": "tam", "te": "tel", "th": "tha", "tr": "tur", "uk": "ukr",
    "ur": "urd", "uz": "uzb", "vi": "vie", "zh": "zho",
}  # fmt: skip
"""The three-letter codes that FollowTheMoney wants, for the languages that articles are kept in most."""
