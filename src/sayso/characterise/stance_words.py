"""Cues that take a side: what follows is so, is left to its source, or is denied by it.

Factive and semi-factive verbs take what follows as true (Kiparsky and Kiparsky 1970; Karttunen 1971, *Some observations
on factivity*; Hooper 1975, *On assertive predicates*). Recasens, Danescu-Niculescu-Mizil and Jurafsky (2013,
*Linguistic models for analyzing and detecting biased language*) show that editors strike them for not being neutral,
and verbs such as "claim" likewise. The lists are our own, made by meaning. Words of plain telling, of blame and of
emphasis ("said", "accused", "stressed") are neutral and not listed.
"""

from __future__ import annotations

from sayso.attribution import CueStance
from sayso.characterise import denials
from sayso.characterise.inflection import verb_forms
from sayso.characterise.terms import listed, terms

CUES = terms(
    verbs={
        CueStance.ENDORSING: (
            "reveal, confirm, note, show, admit, learn, acknowledge, concede, confess, disclose, expose, uncover,"
            "discover, find, find out, realise, recognise, prove, demonstrate, illustrate, establish, verify,"
            "ascertain, corroborate, document, determine, detect, notice, observe, know, remember, remind, point out,"
            "bring to light, make clear, highlight, underscore, attest to, let slip"
        ),
        CueStance.DISTANCING: "claim, allege, purport, profess, pretend, tout, boast, brag, insinuate, feign",
        CueStance.DENYING: denials.VERBS,
        # No side is taken by what only looks like one of these.
        CueStance.NEUTRAL: (
            "know as, know for, find guilty, claim responsibility, claim credit, show up, note of, deny permission,"
            "deny access, deny entry"
        ),
    },
    nouns={
        CueStance.ENDORSING: "revelation, confirmation, admission, acknowledgement, acknowledgment, discovery, proof",
        CueStance.DISTANCING: "claim, allegation, boast, pretence, pretense, pretext",
        CueStance.DENYING: denials.NOUNS,
    },
    fixed={
        CueStance.ENDORSING: "brought to light",
        CueStance.DISTANCING: (
            "allegedly, purportedly, supposedly, ostensibly, reputedly, so-called, self-styled, self-proclaimed,"
            "supposed, is said to, are said to, was said to, were said to, be said to"
        ),
    },
)
"""What a cue implies."""

NAMING = frozenset(
    form
    for verb in ("call", "describe", "term", "label", "brand", "dub", "characterise", "claim", "allege")
    for form in verb_forms(verb)
)
"""Verbs that make "what they called a rescue" a name that the writer does not share.

Not "say": "what they say was a rescue" only tells whose word it is.
"""

SO_CALLED = listed("so-called self-styled self-proclaimed supposed")
"""Before the name of a source."""
