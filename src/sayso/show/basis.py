"""The basis of a statement in a reader's words: who it is, how surely they put it, and what they cite."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.attribution import Attribution, Certainty, CueStance, Evidence, EvidenceKind, Figure, Quantity, SourceKind
from sayso.show.words import joined, one_line, with_article, without_article

KINDS = {
    SourceKind.OFFICIAL: "official",
    SourceKind.ARMED_GROUP: "armed group",
    SourceKind.POLITICAL_GROUP: "political group",
    SourceKind.INTERNATIONAL_BODY: "international body",
    SourceKind.MONITOR_OR_NGO: "monitor or NGO",
    SourceKind.MEDICAL: "medical source",
    SourceKind.WITNESS_OR_RESIDENT: "witness or resident",
    SourceKind.MEDIA: "news outlet",
    SourceKind.EXPERT: "expert",
    SourceKind.UNNAMED_OFFICIAL: "official",
    SourceKind.UNNAMED_OTHER: "source",
    SourceKind.DOCUMENT: "document",
}
_PUTS = {
    Certainty.ASSERTED: "asserts it",
    Certainty.HEDGED: "hedges it",
    Certainty.PREDICTED: "predicts it",
    Certainty.DEMANDED: "demands it",
    Certainty.DENIED: "denies it",
    Certainty.QUESTION: "asks it",
}
_IMPLIES = {
    CueStance.ENDORSING: "takes it as true",
    CueStance.DISTANCING: "keeps its distance",
    CueStance.DENYING: "treats it as untrue",
}
_EVIDENCE = {kind: kind.value.replace("_", " ") for kind in EvidenceKind} | {
    EvidenceKind.SATELLITE_OR_AERIAL: "satellite or aerial images",
    EvidenceKind.PHOTO: "photos",
    EvidenceKind.EYEWITNESS: "eyewitnesses",
    EvidenceKind.DOCUMENT: "documents",
    EvidenceKind.MEDICAL_EXAM: "a medical examination",
    EvidenceKind.OWN_REPORTER: "the outlet’s own reporter",
    EvidenceKind.NETWORK_OF_SOURCES: "a network of sources",
}
_PEOPLE = {EvidenceKind.EYEWITNESS, EvidenceKind.OWN_REPORTER, EvidenceKind.NETWORK_OF_SOURCES}
"""Evidence that is people's word, which nobody would call shown."""


def who(attribution: Attribution, text: str) -> str:
    """The source by its fullest name, and as it stands in the text where that is another wording.

    Empty where the text gives no source. Where Sayso could not tell whom a wording means, that is said.

    Example:
        >>> from sayso.article import Span
        >>> from sayso.attribution import Quotation
        >>> said = Attribution("1", (Span(0, 3),), (), (), None, False, Quotation.INDIRECT, source_name="Ada Byrne")
        >>> who(said, "She said no.")
        'Ada Byrne (“She”)'
    """
    wording, name = one_line(joined(attribution.source, text)), attribution.source_name
    if not wording:
        return ""
    if name is None:
        looked_for = attribution.source_kind or attribution.certainty
        return f"{wording} (unclear who)" if looked_for else wording
    return wording if without_article(name) == without_article(wording) or name in wording else f"{name} (“{wording}”)"


def standing(attribution: Attribution) -> str:
    """Role, body and kind of a source, and whether it is named, in a few words; empty where nothing is known.

    Example:
        >>> from sayso.attribution import Quotation
        >>> fields = {"source_role": "mayor", "source_kind": SourceKind.OFFICIAL, "named": True}
        >>> standing(Attribution("1", (), (), (), None, False, Quotation.INDIRECT, **fields))
        'mayor, official, named'
    """
    role, body = attribution.source_role, attribution.source_affiliation
    kind = KINDS[attribution.source_kind] if attribution.source_kind else None
    parts = [kind, body] if role is None else [role, body, None if kind and kind in role.casefold() else kind]
    if attribution.named is not None:
        parts.append("named" if attribution.named else "unnamed")
    return ", ".join(filter(None, parts))


def sureness(attribution: Attribution) -> str:
    """How the text puts it where that is other than asserted, and what the cue implies where that is not neutral."""
    certainty, stance = attribution.certainty, attribution.cue_stance
    parts = [
        certainty.value if certainty and certainty is not Certainty.ASSERTED else None,
        f"cue {stance.value}" if stance and stance is not CueStance.NEUTRAL else None,
    ]
    return ", ".join(filter(None, parts))


def evidence(attribution: Attribution) -> str:
    """What the source is said to have, each kind once and whether the article shows it; empty for none stated."""
    return "; ".join(_one_evidence(each) for each in attribution.evidence)


def figures(found: Iterable[Figure]) -> str:
    """Figures in a few words, in the order given.

    Example:
        >>> from sayso.article import Span
        >>> figures([Figure(Quantity.KILLED, Span(0, 1), 22, None, "children", where="Corrin")])
        'at least 22 killed (children; Corrin)'
    """
    return "; ".join(_one_figure(each) for each in found)


def sentence(attribution: Attribution, text: str) -> str:
    """The basis in one plain sentence; empty where nothing is known of it.

    Example:
        >>> from sayso.article import Span
        >>> from sayso.attribution import Quotation
        >>> video = Evidence(EvidenceKind.VIDEO, Span(0, 5), shown=False)
        >>> said = Attribution(
        ...     "1", (), (), (), None, False, Quotation.INDIRECT, source_role="deputy minister", named=True,
        ...     addressee="reporters", certainty=Certainty.ASSERTED, evidence=(video,),
        ... )
        >>> sentence(said, "video")
        'A deputy minister, named, told reporters; asserts it; cites video, not shown here.'
    """
    parts = [
        ", ".join(filter(None, (_introduced(attribution), *_ways(attribution)))),
        _PUTS[attribution.certainty] if attribution.certainty else "",
        _implied(attribution, text),
        f"cites {evidence(attribution)}" if attribution.evidence else "",
        f"counts {figures(attribution.figures)}" if attribution.figures else "",
    ]
    told = "; ".join(filter(None, parts))
    return f"{told[0].upper()}{told[1:]}." if told else ""


def _introduced(attribution: Attribution) -> str:
    """The standing with the article that its first word takes; none before a plural and before a name."""
    told = standing(attribution)
    first = attribution.source_role or (attribution.source_kind and KINDS[attribution.source_kind])
    if not first or first.endswith("s") or not first[0].islower():
        return told
    return with_article(told)


def _ways(attribution: Attribution) -> list[str]:
    """To whom it was said and through whom it came, the outermost last."""
    told = [f"told {one_line(attribution.addressee)}"] if attribution.addressee else []
    chain = [each.name for each in attribution.via_chain]
    names = chain or ([attribution.via] if attribution.via else [])
    return [*told, *(f"through {one_line(name)}" for name in names)]


def _implied(attribution: Attribution, text: str) -> str:
    if attribution.cue_stance not in _IMPLIES:
        return ""
    because = attribution.because.get("cue_stance")
    cue = f"“{one_line(because.of(text))}”" if because else "the cue"
    return f"{cue} {_IMPLIES[attribution.cue_stance]}"


def _one_evidence(one: Evidence) -> str:
    shown = None if one.kind in _PEOPLE else one.shown
    return _EVIDENCE[one.kind] + {True: ", shown here", False: ", not shown here", None: ""}[shown]


def _one_figure(figure: Figure) -> str:
    what = figure.who or "" if figure.quantity is Quantity.OTHER else figure.quantity.value
    about = [figure.who if figure.quantity is not Quantity.OTHER else None, figure.when, figure.where]
    told = one_line(f"{_bounds(figure)} {what}")
    known = "; ".join(one_line(each) for each in about if each)
    return f"{told} ({known})" if known else told


def _bounds(figure: Figure) -> str:
    low, high = figure.low, figure.high
    if low is None:
        return "an unknown number" if high is None else f"at most {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
