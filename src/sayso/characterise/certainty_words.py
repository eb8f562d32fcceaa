"""Words that say how sure a content is put: those of the cue, and those of the content's own main clause.

Hedges follow Hyland (2005, *Metadiscourse*) and Rudinger, White and Van Durme (2018, *Neural models of factuality*),
the values of a source's commitment Saurí and Pustejovsky (2009, *FactBank*), with wants and plans apart as the Penn
Discourse Treebank has them. The lists are our own, made by meaning.
"""

from __future__ import annotations

from sayso.attribution import Certainty
from sayso.characterise import denials
from sayso.characterise.terms import listed, terms

CUES = terms(
    verbs={
        Certainty.DENIED: denials.VERBS,
        Certainty.QUESTION: "ask, wonder, question, inquire, enquire, query, ponder, want to know",
        Certainty.DEMANDED: (
            "demand, urge, call for, call on, call upon, appeal for, appeal to, request, plead, implore, beseech,"
            "entreat, beg, press for, push for, recommend, advise, order, instruct, command, insist on, require,"
            "encourage, exhort, propose, want, summon, invite, advocate, lobby, petition, warn against, ask for,"
            "forbid"
        ),
        Certainty.PREDICTED: (
            "expect, predict, forecast, foresee, foretell, anticipate, fear, dread, hope, threaten, vow, pledge,"
            "promise, plan, intend, project, envisage, envision, swear, prophesy, look forward, aim, prepare"
        ),
        Certainty.HEDGED: (
            "believe, suspect, think, suppose, presume, assume, speculate, guess, reckon, surmise, conjecture, suggest,"
            "hint, imply, doubt, seem, appear"
        ),
    },
    nouns={
        Certainty.DENIED: denials.NOUNS,
        Certainty.DEMANDED: "demand, request, appeal, plea, recommendation, ultimatum",
        Certainty.PREDICTED: (
            "fear, expectation, forecast, prediction, prognosis, threat, promise, pledge, vow, hope, intention"
        ),
        Certainty.HEDGED: "belief, suspicion, speculation, rumour, rumor, doubt, impression",
    },
    fixed={
        Certainty.QUESTION: "unclear, unknown, not clear, not known",
        Certainty.HEDGED: (
            "reportedly, allegedly, apparently, supposedly, presumably, purportedly, seemingly, probably, possibly,"
            "likely, report of, reports of, alleged, purported, supposed, unconfirmed"
        ),
    },
)
"""What a cue makes of its content."""

HEARSAY = terms(verbs={True: "say, report, tell, consider, regard, deem, view, claim, rumour, rumor, estimate"})
"""Cues that hedge where nobody stands behind them: "is said to be", "was reported", "often considered"."""

OPINIONS = listed("considered regarded deemed viewed rumoured rumored")
"""Of these, participles that need no form of "be" before them: "a tower often considered the oldest"."""

BEFORE_A_PARTICIPLE = listed("the a an of any its his her their this that")
"""What shows that "reported" is no verb: "the reported raid"."""

SELVES = listed("it he she they")
OWN_BELIEFS = terms(verbs={True: "believe, think, suspect"})
"""After one of :data:`SELVES` at the start of a content, they say what its source believes."""

MODALS = {
    **dict.fromkeys(("will", "won't", "wont", "shall", "would", "wouldn't", "wouldnt"), Certainty.PREDICTED),
    **dict.fromkeys(("may", "might", "could", "mightn't"), Certainty.HEDGED),
    **dict.fromkeys(("should", "shouldn't", "shouldnt", "must", "mustn't", "ought"), Certainty.DEMANDED),
}

ADVERBS = listed(
    "probably possibly perhaps maybe apparently reportedly allegedly supposedly presumably seemingly purportedly likely"
    " conceivably potentially"
)
"""Adverbs that hedge the verb beside them."""

PREDICATES = terms(
    fixed={
        Certainty.PREDICTED: (
            "likely to, unlikely to, expected to, expected, going to, set to, about to, due to be, due to begin,"
            "due to start, due to take, poised to, scheduled to, scheduled for, slated to, bound to, planned for,"
            "feared, planning to, prepared to"
        ),
        Certainty.HEDGED: (
            "likely, unlikely, likely to have, unlikely to have, believed, thought, suspected, presumed, assumed,"
            "rumoured, rumored, reported to, said to, alleged, understood to, considered to, supposed to have,"
            "possible, probable, plausible, conceivable, doubtful"
        ),
        Certainty.DEMANDED: (
            "necessary, imperative, essential that, essential to, vital that, vital to, crucial that, crucial to,"
            "time to, required to, obliged to"
        ),
        Certainty.QUESTION: (
            "unclear, unknown, not clear, not known, not yet clear, not yet known, not immediately clear"
        ),
    }
)
"""What a form of "be" leads to: "is likely to rise", "was believed to be", "it is unclear who"."""

VERBS = terms(
    fixed={
        Certainty.HEDGED: (
            "seem, seems, seemed, appears to, appeared to, appear to, appears that, appeared that, looks like,"
            "looked like, looks as, looked as"
        ),
        Certainty.DEMANDED: "need to, needs to, have to, has to, got to",
        Certainty.PREDICTED: "plans to, planned to, intends to, intend to, intended to",
    }
)
"""Verbs that stand before another and colour it."""

FIRST_PERSON = terms(
    fixed={
        Certainty.HEDGED: "think, believe, guess, suspect, assume, suppose, reckon, doubt",
        Certainty.PREDICTED: "expect, hope, fear, plan, intend, promise, vow, pledge",
        Certainty.DEMANDED: "demand, urge, call on, call for, appeal, request, want, ask",
    }
)
"""After "I" or "we": the speaker says how sure, where "they fear" would only tell of others' fears."""

PRELIMINARY = listed("preliminary initial unconfirmed early")
FINDINGS = listed(
    "data report reports information figures figure findings results result investigation investigations inquiry"
    " estimates estimate toll count indications assessment assessments"
)
"""Together with a word of :data:`PRELIMINARY`: "preliminary data show"."""

WISHES = listed("like love prefer")
"""After "would"."""

HAVE = listed("has have had")
LOST_IS = listed("its thats theres hes shes")
"""Words that held an "is" until scraping ate the apostrophe, if what follows fits."""

PASSED_OVER = listed("been also still now not all yet do don't dont really strongly")
"""Words that may stand between a verb and what it leads to, beside adverbs in -ly."""

IMPERATIVES = listed("let let's lets stop please don't dont")
"""First words that can hardly begin anything but a demand."""

QUESTION_WORDS = listed("whether if who whom whose what which when where why how about")
SENSES = listed("see hear feel smell")
BEFORE_A_MONTH = listed("in on of since by until last this early late mid from to")
BEFORE_A_NOUN = listed("the a his her their its my our free political good ill of")
