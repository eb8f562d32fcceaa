"""Words by what they mean for who speaks: people by calling, bodies by kind, titles, peoples, places, names.

Of our own making and small on purpose: a word is here because it tells what kind of source a phrase names, not because
it was seen somewhere. Grouping nouns by meaning to find out who a definite noun phrase means goes back to the semantic
head matching of CoreNLP's coreference sieve (Lee et al. 2013). Singular forms only: ``lemma`` takes the plural off.
"""

from __future__ import annotations

import functools


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# People by calling. What a head or a spokesman is depends on the body, so those groups carry no kind.

OFFICES = _set(
    """
    president premier minister governor mayor senator congressman congresswoman lawmaker legislator representative mp
    ambassador diplomat envoy consul attorney prosecutor judge justice magistrate sheriff king queen prince princess
    emir sultan monarch chancellor commissioner councillor councilman councilwoman alderman official undersecretary
    undersecretary-general parliamentarian deputy policeman policewoman cop soldier serviceman officer regulator
    inspector bureaucrat delegate-general vice-president secretary-general coroner ombudsman counterpart
    """
)
RANKS = _set(
    """
    general colonel major captain lieutenant sergeant admiral brigadier marshal corporal commodore
    """
)
CHIEFS = _set(
    """
    head chief director chair chairman chairwoman chairperson leader secretary member adviser advisor aide assistant
    manager executive ceo founder co-founder owner coordinator administrator boss co-chair officer co-director
    representative deputy negotiator organizer organiser treasurer counsel employee worker staffer operative
    co-chairman vice-chairman commander co-leader vice-chair
    """
)
SPEAKERS = _set("spokesman spokeswoman spokesperson speaker spox")
FIGHTERS = _set(
    """
    rebel fighter militant insurgent jihadist terrorist extremist guerrilla militiaman gunman islamist separatist
    warlord mercenary combatant hardliner
    """
)
PARTISANS = _set(
    """
    candidate nominee contender opponent strategist politician democrat republican dissident frontrunner front-runner
    delegate supporter surrogate campaigner backer pollster conservative liberal socialist hopeful primary incumbent
    superdelegate loyalist oppositionist
    """
)
EXPERTS = _set(
    """
    expert analyst professor economist researcher scientist scholar historian academic lecturer specialist sociologist
    biologist chemist physicist engineer lawyer author fellow political-scientist psychologist statistician
    criminologist epidemiologist strategist
    """
)
MEDICS = _set(
    """
    doctor medic nurse surgeon paramedic physician pharmacist anaesthetist anesthesiologist neurosurgeon psychiatrist
    """
)
WITNESSES = _set(
    """
    witness eyewitness resident villager survivor bystander neighbour neighbor inhabitant local evacuee refugee
    shopkeeper farmer passenger victim relative mother father brother sister son daughter wife husband widow uncle aunt
    cousin nephew niece grandmother grandfather child boy girl student pupil teacher driver tenant patient inmate
    prisoner detainee hostage fisherman seller trader activist townsman townspeople civilian pedestrian protester
    demonstrator parent family nomad defector man woman
    """
)
JOURNALISTS = _set(
    """
    journalist reporter correspondent editor columnist broadcaster anchor presenter photographer cameraman blogger
    commentator host moderator anchorman anchorwoman
    """
)
MONITORS = _set("monitor rescuer volunteer humanitarian observer whistleblower")
ANYONE = _set(
    """
    person people source critic observer opponent businessman businesswoman billionaire millionaire mogul veteran voter
    friend ally colleague partner insider investor donor lobbyist consultant actor actress singer writer artist
    musician bishop archbishop priest pastor imam cleric sheikh rabbi reverend pope cardinal preacher evangelist
    celebrity star player coach trucker salesman novelist comedian director-general figure participant attendee guest
    speaker youth teenager lady gentleman guy tycoon developer retiree immigrant taxpayer american citizen speechwriter
    publisher philanthropist guard clergyman reader viewer caller user friend
    """
)
PEOPLE = OFFICES | RANKS | CHIEFS | SPEAKERS | FIGHTERS | PARTISANS | EXPERTS | MEDICS | WITNESSES | JOURNALISTS
PEOPLE |= MONITORS | ANYONE

ONE_HOLDER = _set(
    """
    president premier governor mayor king queen prince emir sultan pope chancellor chairman chairwoman ceo
    secretary-general head leader director-general monarch speaker
    """
)
"""Offices that one person holds at a time: "the mayor" is as good as a name."""
WOMEN = _set(
    """
    spokeswoman woman mother sister wife daughter widow aunt niece grandmother girl queen princess businesswoman
    congresswoman chairwoman actress policewoman councilwoman lady anchorwoman she her
    """
)
MEN = _set(
    """
    spokesman man father brother husband son uncle nephew grandfather boy king prince businessman congressman policeman
    chairman pope cardinal archbishop imam gentleman emir sultan councilman clergyman gunman he him his fisherman
    cameraman serviceman
    """
)
SAME_CALLING = (
    _set("spokesman spokeswoman spokesperson spox"),
    _set("head chief director leader chairman chairwoman boss chair founder"),
    _set("president leader"),
    _set("premier minister"),
    _set("congressman congresswoman representative lawmaker legislator"),
    _set("senator lawmaker legislator"),
    _set("envoy ambassador diplomat mediator"),
    _set("doctor physician medic"),
    _set("professor academic scholar"),
    _set("candidate nominee contender hopeful front-runner frontrunner"),
    _set("journalist reporter correspondent"),
    _set("general commander officer"),
    _set("pastor reverend preacher evangelist"),
    _set("king monarch"),
    _set("businessman billionaire tycoon mogul"),
    _set("resident villager local"),
)
"""Nouns that an article uses of one person in turn."""

# Bodies.

STATE_BODIES = _set(
    """
    ministry government army military police parliament senate congress cabinet department court authority
    administration command regime navy presidency embassy palace municipality governorate intelligence directorate
    pentagon kremlin knesset duma bundestag prosecution customs treasury coastguard gendarmerie legislature state
    secretariat consulate house marines judiciary republic leadership officialdom council troops
    """
)
ARMED_BODIES = _set("militia brigade front battalion faction legion peshmerga")
POLITICAL_BODIES = _set("party coalition campaign opposition bloc caucus movement camp alliance pac committee")
INTERNATIONAL_BODIES = _set("organization organisation")
MONITOR_BODIES = _set(
    "observatory watch ngo charity helmets crescent cross monitor watchdog foundation amnesty relief association "
    "federation society trust union"
)
MEDICAL_BODIES = _set("hospital clinic")
MEDIA_BODIES = _set(
    """
    tv television radio newspaper daily channel media network press times post journal website outlet broadcaster
    station newswire wire gazette herald tribune magazine weekly paper publication news telegraph beacon courier
    standard presse
    """
)
EXPERT_BODIES = _set("university institute institution academy thinktank think-tank")
OTHER_BODIES = _set(
    """
    group league conference mission body agency company firm union team office association commission committee board
    center centre network council delegation panel society federation bureau corporation bank service guild chamber
    institute inquiry investigation squad club church fund forum initiative project trust forces division assembly
    chamber tribunal programme program charter
    """
)
BODIES = STATE_BODIES | ARMED_BODIES | POLITICAL_BODIES | INTERNATIONAL_BODIES | MONITOR_BODIES | MEDICAL_BODIES
BODIES |= MEDIA_BODIES | EXPERT_BODIES | OTHER_BODIES

NAMED_GROUPS = _set(
    """
    group agency network channel television tv radio newspaper daily paper website organization organisation militia
    movement front monitor watchdog magazine station outlet broadcaster press service
    """
)
"""Words for what a body is that stand beside its name."""
GROUP_MODIFIERS = _set(
    """
    terrorist news jihadist militant extremist monitoring monitor rights human armed rebel opposition islamist medical
    humanitarian relief advocacy aid war international
    """
)
"""Words before those that do not tell one body from another."""
LOADED = _set("terrorist extremist militant jihadist islamist")
"""Of these the ones that one side uses of another."""
WATCHING = _set("observatory monitor monitors monitoring watch")
STATE_FORCES = _set("armed air military defense defence security aerospace government regime special naval army")
"""What forces are a state's."""
PARTS_OF_BODIES = _set("forces unit wing arm office branch leadership")
GOVERNING = _set(
    """
    the city town county village local municipal provincial regional state governing military privy legislative shura
    constitutional security ministers
    """
)
"""What councils are a state's."""
PARTISAN = _set(
    "national democratic republican opposition leadership revolutionary central executive steering negotiations"
)
"""What councils and committees are a party's or a movement's."""
COMMANDING = _set("reconciliation coordination command military")
"""What centres are a state's."""
OF_NEWS = _set("news press media wire information")
LOOSE_BODIES = _set("group organization organisation outlet faction body agency network alliance")
DOCUMENTS = _set(
    """
    report statement study survey poll document letter footage video image photo photograph picture article book memo
    transcript email e-mail filing record data figure statistic law ad advertisement tweet post account analysis
    assessment review indictment verdict ruling resolution constitution bill paper website communique message recording
    audio tape map result finding number legend caption affidavit complaint lawsuit census story piece editorial
    dossier map profile poster sign bulletin
    """
)

# Modifiers.

OFFICIAL_MODIFIERS = _set(
    """
    military security police government official diplomatic intelligence state judicial army defence defense ministry
    governmental presidential parliamentary law-enforcement administration regime army palace command municipal
    provincial federal enforcement ministerial naval congressional
    """
)
ARMED_MODIFIERS = _set("rebel insurgent militant jihadist islamist militia guerrilla")
MEDICAL_MODIFIERS = _set("medical hospital health")
ROLE_MODIFIERS = _set(
    """
    first second third own prime foreign deputy vice interior defence defense finance health justice press senior
    former chief executive acting assistant general regional national local top state secretary managing special
    attorney supreme culture education supply energy trade oil medical information economy economic transport
    environment agriculture labor labour opposition lead veteran retired late outgoing new then ex communications
    policy campaign political party founding presidential vice-presidential field media human rights democratic
    republican legal provincial federal house senate majority minority military army police rebel independent prominent
    leading civil communication current long-time longtime official commerce homeland undersecretary permanent district
    associate resident
    """
)
DOMAINS = _set(
    """
    foreign affairs human rights health defence defense interior justice finance education works supply trade policy
    research studies documentation information intelligence chemical weapons prohibition reconciliation negotiations
    security state relations culture transport energy environment agriculture labor labour commerce public
    administration science technology medicine law international development refugees children migration statistics
    peace democracy politics economics strategic emergency humanitarian civil protection disarmament nuclear atomic
    national general elections election communications war crimes media press treasury budget homeland services
    oversight intelligence forces armed staff central federal
    """
)

# Titles before a name, with the calling that they stand for.

TITLES = {
    "mr": None, "mrs": None, "ms": None, "miss": None, "sir": None, "lord": None, "lady": None, "dame": None,
    "dr": "doctor", "prof": "professor", "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general",
    "col": "colonel", "maj": "major", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "adm": "admiral",
    "brig": "brigadier", "rev": "reverend", "fr": "priest", "pres": "president", "sheikh": "sheikh", "hon": None,
    "cpl": "corporal", "cmdr": "commander", "del": "delegate", "lieut": "lieutenant", "imam": "imam", "st": None,
    "atty": "attorney", "sayyed": None, "sayyid": None, "ayatollah": "cleric", "mullah": "cleric", "pope": "pope",
    "sens": "senator", "reps": "representative", "gov.-elect": "governor", "judge": "judge",
}  # fmt: skip
FEMALE_TITLES = _set("mrs ms miss lady dame")
COURTESY = _set("mr mrs ms miss")
MALE_TITLES = _set("mr sir lord fr imam sheikh sayyed sayyid ayatollah mullah pope")

# Grammar.

FUNCTION_WORDS = _set(
    """
    a about above according across after afterwards again against ago all almost along already also although always am
    amid among an and another any anyone are around as at away back be because been before behind being below between
    both but by can cannot could despite did do does down during each earlier either else even ever every everyone few
    first for from further had has have he her here hers herself him himself his how however i if in inside instead
    into is it its itself just last late later less let like many may maybe me meanwhile might more moreover most much
    must my near nearly neither never nevertheless next no nobody none nor not nothing now of off often on once one
    only onto or other others otherwise our out outside over own part per perhaps quite rather really recently same
    second separately several shall she should since so some somebody someone something soon still such than that the
    their theirs them themselves then there therefore these they third this those though three through throughout thus
    till to today together tomorrow tonight too toward towards two under unless until up upon us very via was we well
    were what when where whether which while who whom whose why will with within without would yes yesterday yet you
    your four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty hundreds thousands dozens asked speaking elsewhere photo file read watch update live
    breaking related source additionally furthermore finally eventually
    """
)
TIMES = _set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    ramadan christmas easter eid
    """
)
DETERMINERS = _set("the a an this that these those one another some many several two three four five six most all both")
POSSESSIVES = _set("his her its their our my your")
INDEFINITE = _set(
    "a an one another some many several two three four five six seven eight nine ten most few dozens hundreds no any "
    "every each neither either"
)
PREPOSITIONS = _set(
    """
    of in at from to for with on near by among inside outside around across behind under between within against about
    into over through without during after before including familiar close based along
    """
)
PARTICIPLES = _set("taken shot made shown seen known run led held written put given sent")
RELATIVES = _set("who which that whose whom where when")
SPEECH = _set(
    """
    said says say told tells tell added adds reported reports announced noted warned claimed stated wrote tweeted asked
    explained confirmed denied argued insisted declared stressed described accused blamed called urged suggested
    replied responded continued recalled acknowledged admitted revealed pointed predicted pledged vowed complained
    concluded thinks believes thought believed hopes wants expects fears saying adding
    """
)
HEADLINE_VERBS = _set(
    "says tells reveals warns slams urges rejects denies claims accuses blames vows calls blasts hits asks"
)
"""Verbs that a headline writes in capitals: they end a name."""
PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p", "both": "p",
}  # fmt: skip
"""Third person by what it can stand for: a man, a woman, a thing, several."""
FIRST_PERSON = _set("i we me us my our myself ourselves mine ours i'm i’m we're we’re i've i’ve")
SECOND_PERSON = _set("you your yourself yours")
RELATIVE_PRONOUNS = _set("who which that whose whom")
PLURALS = _set("people police media many some others most those few several majority opposition public press crowd")
"""Words that stand for several people without a plural ending."""
VAGUE = _set(
    "some many others other few most those one someone anyone everyone nobody none everybody somebody people all"
)

# Words by which a statement is passed on.

TOLD = _set("told tells tell telling informed assured")
CITES = _set("quoted quoting quotes quote citing cites cited")
PASSIVE = _set("was were been is are")
DENIES = _set("denied denies deny denying rejected rejects dismissed dismisses refuted refutes")
OCCASIONS = _set("interview remarks comments comment statement speaking")
MADE_PUBLIC = _set("published carried broadcast aired posted released distributed issued quoted")
STAFF = _set(
    """
    reporter correspondent journalist website newspaper agency television tv broadcaster channel network radio daily
    magazine station
    """
)
"""Words beside an outlet's name for what it is or for whom it sent."""
PICTURES = _set("footage video image photo photograph picture map figure data statistic")
AUDIENCES = _set("people audience crowd rally meeting briefing conference forum viewer listener team")
TALES = _set("truth story tale lie joke difference time")
"""What is told to nobody in particular."""
AFTER_OBJECTS = _set(
    """
    that in on by at via after during how what why when if whether to there about from through for not before as and or
    but while because since with who which speaking
    """
)
"""Words that begin what follows the person or outlet spoken to."""

_IRREGULAR = {
    "men": "man", "women": "woman", "people": "people", "children": "child", "police": "police", "media": "media",
    "wives": "wife", "news": "news", "analysis": "analysis", "houses": "house", "data": "data", "forces": "forces",
    "helmets": "helmets",
    "townspeople": "townspeople", "families": "family", "boss": "boss", "press": "press",
    "witness": "witness", "eyewitness": "eyewitness", "congress": "congress", "times": "times", "customs": "customs",
    "headquarters": "headquarters", "marines": "marines", "troops": "troops", "actress": "actress",
    "princess": "princess",
    "rights": "rights", "affairs": "affairs", "works": "works", "forces’": "forces", "politics": "politics",
    "rebels": "rebel", "militants": "militant", "insurgents": "insurgent", "fighters": "fighter",
}  # fmt: skip


@functools.lru_cache(maxsize=4096)
def lemma(word: str) -> str:
    """The singular of a lower-case noun, as far as the lists here need it.

    Example:
        >>> lemma("spokesmen"), lemma("witnesses"), lemma("agencies"), lemma("ministry")
        ('spokesman', 'witness', 'agency', 'ministry')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word
