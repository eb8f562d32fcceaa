"""Words that tie a content to its source, by what the source does: says, thinks, knows, or wants and plans.

The four classes are the types of attribution of the Penn Discourse Treebank (Prasad, Dinesh, Lee, Joshi and Webber
2007, *Attribution and its annotation in the PDTB*), which PARC 3.0 (Pareti 2016) took over: verbs of communication
assert, propositional attitudes (Hintikka 1971) are beliefs, factives and semi-factives (Kiparsky and Kiparsky 1970,
Karttunen 1971) facts, verbs of influence, commitment and orientation (Sag and Pollard 1991) eventualities. The lists
are our own, made by meaning; Hooper (1975, *On assertive predicates*) and Levin (1993, *English verb classes*) drew the
groups.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from sayso.attribution import Act
from sayso.characterise.inflection import plural, verb_forms

TO_DO, ONE_TO_DO, ONE_AS, A_WISH = "to do", "one to do", "one as", "a wish"
"""In :attr:`Sense.followed`: an infinitive, "to leave"; one that may have its doer before it, "the crew to leave"; what
somebody is taken for, "him as a threat"; the name of something wanted, "the request"."""


@dataclasses.dataclass(frozen=True, slots=True)
class Sense:
    """What a word says of the source.

    ``weak``: only where no other word of the cue says anything, as "seemed" does in "seemed to deny". ``preceded``
    gives another act after an auxiliary (see :data:`AUXILIARIES`), else ``followed`` one before a word, or before
    :data:`TO_DO` and the like; the first that fits.
    """

    act: Act
    weak: bool = False
    preceded: Mapping[str, Act] = dataclasses.field(default_factory=dict)
    followed: Mapping[str, Act] = dataclasses.field(default_factory=dict)


VERBS = {
    Act.ASSERTION: (
        # Telling, and going on to tell.
        "say state declare announce report inform mention remark comment add relate recount narrate convey relay",
        "communicate broadcast publish post tweet retweet testify attest proclaim pronounce herald reveal disclose",
        "divulge leak release unveil recite retell quote cite reference refer reiterate repeat restate echo address",
        "speak talk discuss debate detail describe depict portray characterise outline elaborate explain clarify",
        "specify define list enumerate",
        # Arguing, holding to it, vouching for it.
        "argue contend maintain claim point rule assert affirm reaffirm stress emphasise underline underscore",
        "highlight note observe posit submit assure reassure guarantee certify vouch corroborate confirm verify",
        "rationalise justify defend",
        # Granting and denying.
        "acknowledge admit concede confess allege deny disavow disclaim refute rebut rebuff counter repudiate dismiss",
        "dispute contest contradict object protest complain question",
        # Asking and answering.
        "answer reply respond retort inquire enquire query interject interrupt",
        # Hinting, foretelling.
        "suggest hint imply insinuate intimate indicate allude predict forecast foretell prophesy",
        # Naming and likening.
        "name label brand dub term bill tout style liken compare equate identify cast paint frame attribute credit",
        "ascribe classify categorise",
        # Praising, blaming and other judgement that is spoken.
        "praise hail laud extol applaud commend compliment congratulate thank salute welcome celebrate endorse",
        "apologise criticise blast slam attack assail rebuke reprimand reproach chide scold berate lambast lambaste",
        "castigate condemn denounce decry deplore deride disparage ridicule mock taunt insult bash savage excoriate",
        "fault blame accuse charge indict lament bemoan bewail boast brag gloat rail rant lash alert",
        # Manner of speech.
        "shout yell scream cry exclaim whisper mutter mumble murmur chant snarl bark joke quip tease muse opine",
        "thunder fume scoff grumble gripe",
        # Writing, and what a record does.
        "write email text blog jot scribble show demonstrate illustrate prove evidence reflect",
    ),
    Act.BELIEF: (
        # Holding and working out.
        "believe think suppose presume assume imagine reckon guess surmise suspect conjecture theorise hypothesise",
        "speculate fantasise envision envisage foresee anticipate deduce infer conclude deem judge adjudge regard view",
        "perceive interpret consider rate calculate estimate project gauge assess evaluate disagree rely",
        # Doubting, fearing, trusting.
        "doubt disbelieve distrust mistrust wonder ponder puzzle fear dread worry trust bet wager feel sense",
        # Liking and disliking.
        "hate dislike loathe detest despise admire adore respect revere relish care",
    ),
    Act.FACT: (
        # Knowing and coming to know (semi-factive).
        "realise discover learn notice recognise understand comprehend grasp detect ascertain witness spot overhear",
        "remember recall recollect forget",
        # Feeling about what is taken as so (emotive factive).
        "regret resent appreciate anger outrage upset shock stun astonish amaze alarm dismay appal horrify sadden",
        "disgust disappoint frustrate annoy irritate infuriate enrage offend unsettle delight thrill",
    ),
    Act.EVENTUALITY: (
        # Orientation: wanting.
        "want wish desire crave yearn hope aspire dream prefer favour favor support oppose await demand",
        # Commitment: undertaking to do or not to do.
        "promise pledge vow swear commit undertake volunteer consent threaten refuse decline resolve choose opt plan",
        "intend plot scheme conspire vote boycott mull contemplate embrace",
        # Influence: moving others.
        "urge order command instruct request require beg implore entreat beseech appeal exhort encourage pressure",
        "lobby prod nudge goad coax cajole compel force oblige coerce persuade counsel recommend propose invite summon",
        "allow permit authorise approve empower forbid ban bar prohibit outlaw restrict block veto mandate dictate",
        "discourage dissuade deter advocate champion nominate appoint adopt ratify impose revoke",
    ),
}
"""Base forms of verbs; the noun of the same form ("claim", "hope", "plan") goes with the verb."""

WEAK_VERBS = {
    Act.BELIEF: ("seem appear sound enjoy",),
    Act.FACT: ("hear watch surprise",),
    # To try to say is to say: "tried to explain", "sought to portray", "could not resist pointing out".
    Act.EVENTUALITY: ("seek try attempt strive struggle endeavour endeavor resist need fight",),
}

NOUNS = {
    Act.ASSERTION: (
        "statement accusation allegation announcement argument assertion case complaint contention criticism critique",
        "declaration denial description insistence observation prediction response revelation rumour rumor suggestion",
        "testimony",
    ),
    Act.BELIEF: (
        "belief opinion feeling impression perception notion idea assumption presumption expectation speculation",
        "suspicion conviction confidence faith concern anxiety consensus judgement judgment thought theory hypothesis",
        "sentiment attitude stance position conclusion hunch assessment disagreement reservation uncertainty",
        "scepticism skepticism optimism pessimism enthusiasm hostility mind believer sceptic skeptic fan",
    ),
    Act.FACT: (
        "knowledge awareness realisation realization recollection memory discovery recognition fury offence offense",
        "disappointment frustration relief sorrow gratitude",
    ),
    Act.EVENTUALITY: (
        "goal intention intent interest ambition aspiration decision effort approval bid plea instruction directive",
        "ultimatum commitment oath threat proposal invitation permission refusal reluctance willingness unwillingness",
        "readiness determination strategy opposition preference eagerness resistance supporter opponent backer",
        "proponent",
    ),
}

ADJECTIVES = {
    Act.BELIEF: (
        "sure unsure certain uncertain confident unconvinced concerned wary skeptical sceptical doubtful dubious",
        "suspicious optimistic pessimistic bullish bearish fearful nervous enthusiastic enamored enamoured",
    ),
    Act.FACT: (
        "aware unaware mindful conscious oblivious ignorant proud glad unhappy pleased displeased sorry sad angry",
        "furious grateful thankful ashamed embarrassed relieved impressed excited",
    ),
    Act.EVENTUALITY: (
        "eager keen willing unwilling reluctant ready poised hesitant inclined disinclined committed",
        "opposed supportive hopeful scheduled slated desperate interested",
    ),
}

WEAK_ADJECTIVES = {
    # And adverbs. They tell how surely somebody speaks where the cue holds a word of speaking: "apparently told".
    Act.BELIEF: (
        "unclear evident obvious likely unlikely possible probable possibly probably apparently seemingly presumably",
        "perhaps",
    ),
}

_WISHES = {TO_DO: Act.EVENTUALITY}
_MOVES = {ONE_TO_DO: Act.EVENTUALITY}

DEPENDING_VERBS = (
    # Told that, told to.
    ("tell remind direct teach signal notify motion challenge mean", Sense(Act.ASSERTION, followed=_MOVES)),
    ("warn caution", Sense(Act.ASSERTION, followed={**_MOVES, "against": Act.EVENTUALITY})),
    ("ask press", Sense(Act.ASSERTION, followed={**_MOVES, "for": Act.EVENTUALITY})),
    ("call", Sense(Act.ASSERTION, followed=dict.fromkeys(("for", "on", "upon"), Act.EVENTUALITY))),
    ("insist", Sense(Act.ASSERTION, followed=dict.fromkeys(("on", "upon"), Act.EVENTUALITY))),
    ("advise", Sense(Act.EVENTUALITY, followed=dict.fromkeys(("that", "of"), Act.ASSERTION))),
    ("plead", Sense(Act.EVENTUALITY, followed=dict.fromkeys(("guilty", "innocent", "not"), Act.ASSERTION))),
    ("push", Sense(Act.EVENTUALITY, followed={"back": Act.ASSERTION})),
    ("campaign", Sense(Act.ASSERTION, weak=True, followed=dict.fromkeys(("for", "against"), Act.EVENTUALITY))),
    # Rejected the claim, rejected the request.
    ("reject", Sense(Act.ASSERTION, followed={A_WISH: Act.EVENTUALITY})),
    ("accept", Sense(Act.BELIEF, followed={**_WISHES, A_WISH: Act.EVENTUALITY})),
    # Agreed that, agreed to.
    ("agree", Sense(Act.BELIEF, followed=dict.fromkeys((TO_DO, "to", "on"), Act.EVENTUALITY))),
    ("decide", Sense(Act.EVENTUALITY, followed=dict.fromkeys(("that", "whether"), Act.BELIEF))),
    ("determine expect", Sense(Act.BELIEF, followed=_WISHES)),
    ("convince", Sense(Act.BELIEF, followed=_MOVES)),
    ("offer set prepare aim", Sense(Act.ASSERTION, weak=True, followed=_WISHES)),
    # An attitude to a thing, but "would like".
    ("like love", Sense(Act.BELIEF, preceded={"would": Act.EVENTUALITY})),
    ("eye", Sense(Act.EVENTUALITY, followed={"of": Act.BELIEF})),
    ("count", Sense(Act.ASSERTION, weak=True, followed={"on": Act.BELIEF})),
    ("know", Sense(Act.FACT, followed=dict.fromkeys(("whether", "if"), Act.BELIEF))),
    # What one finds is known ("found that"), or how a thing seems ("finds him dull"); what one sees likewise.
    ("find", Sense(Act.BELIEF, followed=dict.fromkeys(("that", "out", "no", "evidence"), Act.FACT))),
    ("see", Sense(Act.BELIEF, preceded={"can": Act.FACT})),
    (
        "look",
        Sense(
            Act.BELIEF,
            weak=True,
            followed={
                **dict.fromkeys(("to", "for", "forward", "ahead"), Act.EVENTUALITY),
                **dict.fromkeys(("at", "back", "into", "out", "over", "through"), Act.ASSERTION),
            },
        ),
    ),
)
"""Verbs whose act another word decides."""

DEPENDING_FORMS = (
    ("expected", Sense(Act.BELIEF, preceded={"be": Act.BELIEF}, followed=_WISHES)),
    ("considering", Sense(Act.EVENTUALITY)),
    ("found", Sense(Act.FACT)),
    ("saw", Sense(Act.FACT, followed={ONE_AS: Act.BELIEF})),
    ("seen", Sense(Act.BELIEF, preceded={"be": Act.BELIEF, "have": Act.FACT})),
    ("clear", Sense(Act.ASSERTION, weak=True, preceded={"make": Act.ASSERTION, "be": Act.BELIEF})),
    ("agreement", Sense(Act.EVENTUALITY, followed={"that": Act.BELIEF})),
    ("anxious afraid scared worried happy", Sense(Act.BELIEF, followed=_WISHES)),
    ("due", Sense(Act.ASSERTION, weak=True, followed=_WISHES)),
    # Not the adverb of "shot back".
    ("backs backed backing", Sense(Act.EVENTUALITY)),
    ("back rather", Sense(Act.ASSERTION, weak=True, preceded={"would": Act.EVENTUALITY})),
    ("regarding", Sense(Act.ASSERTION, weak=True)),
)
"""The same for single forms, and for nouns and adjectives."""

_AUXILIARIES = {
    "be": "be is are was were been being am 's 're 'm become becomes became",
    "have": "have has had having 've",
    "would": "would wouldn 'd will won",
    "can": "can could cannot couldn",
    "make": "make makes made making",
}
AUXILIARIES: Mapping[str, str] = {form: key for key, forms in _AUXILIARIES.items() for form in forms.split()}
"""The keys of :attr:`Sense.preceded` by form; of contractions without their "'t"."""

_RECORDS = (
    "poll survey study report review audit analysis document memo letter paper article data figure statistic census"
    " indictment lawsuit complaint ruling verdict research book email message transcript"
)
RECORDS = frozenset(form for noun in _RECORDS.split() for form in (noun, plural(noun)))
"""Sources that state, and neither think nor know."""


def _senses() -> Iterator[tuple[str, Sense]]:
    """Every form with its sense, the more particular ones last."""
    for words, inflected, weak in (
        (ADJECTIVES, _alone, False),
        (WEAK_ADJECTIVES, _alone, True),
        (NOUNS, _in_both_numbers, False),
        (WEAK_VERBS, verb_forms, True),
        (VERBS, verb_forms, False),
    ):
        for act, lines in words.items():
            sense = Sense(act, weak)
            yield from ((form, sense) for word in " ".join(lines).split() for form in inflected(word))
    for verbs, sense in DEPENDING_VERBS:
        yield from ((form, sense) for verb in verbs.split() for form in verb_forms(verb))
    for forms, sense in DEPENDING_FORMS:
        yield from ((form, sense) for form in forms.split())


def _alone(word: str) -> set[str]:
    return {word}


def _in_both_numbers(noun: str) -> set[str]:
    return {noun, plural(noun)}


SENSES: Mapping[str, Sense] = dict(_senses())
"""The sense of every form of a listed word, in lower case; a word that is not here says nothing."""
