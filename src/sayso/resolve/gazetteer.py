"""Proper names that are known beforehand: bodies, peoples, places, given names.

Of our own making, out of what anybody who reads the news knows. They tell a person from a place and a militia from a
ministry; a name that is missing here is still read by the words around it.
"""

from __future__ import annotations

from sayso.attribution import SourceKind


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Names of bodies that the world knows, by kind. A name in several words stands as its words.

KNOWN: dict[str, SourceKind] = {
    name: kind
    for kind, names in (
        (
            SourceKind.INTERNATIONAL_BODY,
            """
            u.n nato eu e.u unicef unhcr w.h.o unesco opcw iaea osce imf icrc wfp unrwa ocha au asean opec
            """,
        ),
        (
            SourceKind.ARMED_GROUP,
            """
            isis isil i.s daesh daish hezbollah hizbullah hizballah hamas taliban ypg ypj sdf fsa pkk al-qaeda al-qaida
            qaeda nusra farc eta ira houthis
            """,
        ),
        (
            SourceKind.MEDIA,
            """
            afp reuters a.p cnn bbc nbc abc cbs msnbc npr pbs sana xinhua tass interfax dpa upi anadolu irna sputnik
            bloomberg politico aljazeera al-jazeera al-arabiya al-mayadeen c-span univision telemundo cnbc breitbart
            huffpost
            """,
        ),
        (SourceKind.OFFICIAL, "pentagon kremlin fbi cia nsa mossad idf irs doj epa"),
        (SourceKind.POLITICAL_GROUP, "gop dnc rnc pyd akp"),
        (SourceKind.MONITOR_OR_NGO, "hrw msf aclu sohr amnesty"),
    )
    for name in names.split()
}

KNOWN_PAIRS = {
    ("united", "nations"): SourceKind.INTERNATIONAL_BODY,
    ("european", "union"): SourceKind.INTERNATIONAL_BODY,
    ("arab", "league"): SourceKind.INTERNATIONAL_BODY,
    ("security", "council"): SourceKind.INTERNATIONAL_BODY,
    ("red", "cross"): SourceKind.INTERNATIONAL_BODY,
    ("red", "crescent"): SourceKind.MONITOR_OR_NGO,
    ("white", "helmets"): SourceKind.MONITOR_OR_NGO,
    ("civil", "defence"): SourceKind.MONITOR_OR_NGO,
    ("civil", "defense"): SourceKind.MONITOR_OR_NGO,
    ("islamic", "state"): SourceKind.ARMED_GROUP,
    ("white", "house"): SourceKind.OFFICIAL,
    ("without", "borders"): SourceKind.MONITOR_OR_NGO,
    ("boko", "haram"): SourceKind.ARMED_GROUP,
    ("associated", "press"): SourceKind.MEDIA,
    ("fox", "news"): SourceKind.MEDIA,
    ("usa", "today"): SourceKind.MEDIA,
    ("new", "arab"): SourceKind.MEDIA,
    ("agence", "france"): SourceKind.MEDIA,
    ("al", "jazeera"): SourceKind.MEDIA,
    ("al", "arabiya"): SourceKind.MEDIA,
    ("al", "mayadeen"): SourceKind.MEDIA,
    ("al", "manar"): SourceKind.MEDIA,
    ("asharq", "al-awsat"): SourceKind.MEDIA,
    ("ria", "novosti"): SourceKind.MEDIA,
    ("sky", "news"): SourceKind.MEDIA,
    ("press", "tv"): SourceKind.MEDIA,
}
PLACE_PAIRS = {
    ("united", "states"),
    ("united", "kingdom"),
    ("middle", "east"),
    ("hong", "kong"),
    ("sri", "lanka"),
    ("new", "zealand"),
    ("deir", "al-zor"),
    ("deir", "ezzor"),
    ("deir", "ezzour"),
    ("deir", "al-zour"),
    ("deir", "az-zor"),
}
ARMED_OPENERS = _set("jaish jaysh jabhat liwa ahrar faylaq kataib katibat hayat harakat ansar jund")
"""Arabic words for army, front, brigade and the like, with which the names of armed groups begin."""

# Peoples and places.

DEMONYMS = _set(
    """
    afghan african albanian algerian american arab arabian argentine armenian asian australian austrian azerbaijani
    bahraini bangladeshi belarusian belgian bosnian brazilian british bulgarian burmese cambodian canadian catalan
    caucasian chechen chilean chinese christian colombian croatian cuban cypriot czech danish dutch egyptian english
    estonian ethiopian european filipino finnish french georgian german greek haitian hindu hispanic hungarian
    icelandic indian indonesian iranian iraqi irish islamic islamist israeli italian japanese jewish jordanian kazakh
    kenyan korean kurdish kuwaiti latin latino latvian lebanese libyan lithuanian malaysian mexican moldovan mongolian
    moroccan muslim nepalese nigerian norwegian omani ottoman pakistani palestinian persian peruvian polish portuguese
    qatari romanian russian saudi scottish serbian shia shiite sikh slovak slovenian somali spanish sudanese sunni
    swedish swiss syrian taiwanese thai tibetan tunisian turkish turkmen ukrainian ugandan uzbek venezuelan vietnamese
    welsh western yemeni yazidi alawite druze catholic protestant orthodox republican democratic gulf baathist northern
    southern eastern western central north south east west
    """
)
PARTIES = frozenset({"democratic", "republican"})
"""Of these the words that tell one candidate from another."""
STATELESS = _set(
    """
    kurdish arab sunni shia shiite druze alawite yazidi islamist islamic palestinian christian muslim
    """
)
"""Peoples and faiths without an army of a state."""
PLACES = _set(
    """
    afghanistan africa albania algeria america arabia argentina armenia asia australia austria azerbaijan bahrain
    bangladesh belarus belgium bosnia brazil britain bulgaria burma cambodia canada chile china colombia croatia cuba
    cyprus denmark egypt england estonia ethiopia europe finland france georgia germany greece haiti hungary iceland
    india indonesia iran iraq ireland israel italy japan jordan kazakhstan kenya korea kosovo kuwait latvia lebanon
    libya lithuania malaysia mali mexico moldova morocco myanmar nepal netherlands nigeria norway oman pakistan
    palestine peru philippines poland portugal qatar romania russia scotland serbia slovakia slovenia somalia spain
    sudan sweden switzerland syria taiwan thailand tunisia turkey uae uganda ukraine u.s usa u.k venezuela vietnam
    wales yemen zimbabwe kurdistan moscow washington beijing london paris berlin damascus ankara tehran baghdad cairo
    riyadh doha jerusalem amman beirut brussels geneva kiev kyiv tokyo seoul delhi islamabad kabul istanbul vienna rome
    madrid warsaw athens tripoli tunis havana pyongyang ottawa canberra vatican york jersey hampshire angeles alabama
    alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas
    kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
    ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming dakota virginia carolina chicago
    boston miami philadelphia cleveland houston manhattan brooklyn
    ariz calif colo conn fla ga kan ky md mich minn mont neb nev n.h n.j n.m n.y n.c n.d okla pa r.i s.c s.d
    tenn tex vt va wash w.va wis wyo d.c
    """
)
PLACE_NOUNS = _set(
    "city county street avenue road beach island islands river valley province district square bridge airport heights "
    "village town region mountains lake bay sea hills"
)
# Given names that are common in the news. They tell a person from a place, and, mostly, a man from a woman.

MALE_NAMES = _set(
    """
    abdallah abdel abdul abdulaziz abdullah abel abraham abu adam adel adnan ahmad ahmed alan albert alejandro alex
    alexander alexei alexey alfred ali alistair amir amjad anas andrea andreas andrei andrew andrey anselm anthony
    anton antonio antony anwar arthur austin ayman aziz baker ban barack barry bart bashar bassam ben benjamin bernard
    bernie bert bill billy binyamin bob boris brad brandon brian bruce bryan burhan byron carl carlos carter cesar
    charles charlie chris christian christopher chuck clarence clark claude cliff colin cory craig curtis dan daniel
    darrell dave david dean dennis derek dick diego dmitri dmitry don donald donny doug douglas drew dwight earl ed
    eddie edgar edmund eduardo edward edwin elliot elliott emmanuel enrique eric erik ernest ernst essam eugene evan
    fadi fahd faisal farid farouk fayez felipe felix fernando francis francisco francois frank franklin fred frederick
    gabriel gareth garry gary gavin gene geoffrey george gerald gerard gerhard gilbert glenn gordon graham grant greg
    gregory guillermo gustavo guy hadi hamid hamza hans harold harry hasan hashim hassan haytham hector henri henry
    herbert herman hisham horst howard hugh hugo hussein ian ibrahim igor ilya imad imran isaac islam ismail issa ivan
    jack jacob jacques jaime jake jamal james jamie jan jared jason javad javier jay jean jeff jeffrey jens jeremy
    jerome jerry jesse jesus jim jimmy joachim joe joel johan john johnny jon jonathan jordan jorge jose joseph josh
    joshua juan julian julio justin kamal karim karl keith ken kenneth kevin khaled khalid klaus kofi kurt kyle larry
    lars laurence laurent lawrence lee leo leon leonard leonardo leonid lewis lindsey linus lloyd louis luis luke
    mahmoud mahmud mamdouh manuel marc marco marcus mario mark markus martin marty marvin matt matteo matthew maurice
    max maxim mazen mehdi mehmet michael michel miguel mike mikhail mitch mitt mohamed mohammad mohammed mohsen morton
    mousa muhammad mustafa nabil naser nasser nathan ned neil nelson nicholas nick nicolas nigel nikolai norman oliver
    omar orlando oscar osama oskar otto owen pablo pat patrick paul pavel pedro pete peter phil philip philippe pierre
    rafael rahim ralph rami ramon ramzan rand randall randy raul ray raymond recep reince reza ricardo richard rick
    riyad robert roberto rod roger roland ron ronald ross roy rudolph rudy rupert russell ryan saad saddam said salah
    salem salim sam sami samir samuel saul scott sean sebastian sergei sergey seth shane sidney simon soren stan
    stanley stefan steffan stephane stephen steve steven stuart suleiman taha talal tareq tariq tayyip ted terry
    theodore thomas tim timothy tobias todd tom tommy tony trey tyler umar valery vic victor viktor vincent vitaly
    vladimir wael walid wallace walter warren wayne werner wesley will william willie wolfgang yahya yasser yousef
    youssef yuri yusuf zachary zaid zayd ziad
    """
)
FEMALE_NAMES = _set(
    """
    abigail ada adela agnes aisha alexandra alice alicia alison allison amal amanda amber amelia amina amy ana andrea
    angela angelina anita ann anna anne annie april asma audrey aya barbara beatrice becky beth betty beverly bonnie
    brenda brianna bridget britney camille candice carla carly carmen carol carole caroline carolyn catherine cathy
    cecilia charlotte chelsea cheryl christina christine cindy claire clara claudia colleen connie crystal cynthia
    dalia danielle dawn debbie deborah debra denise diana diane dianne dina donna dora doris dorothy edith eileen
    elaine elena eleanor elisabeth elise elizabeth ella ellen emily emma erica erika erin esther eva evelyn fatima
    fatma federica fiona florence frances gabriela gail georgia geraldine ghada gina gloria grace greta gwen hala hanan
    hannah harriet heather heidi helen helena helga hillary holly huda huma ilse inas ingrid irene irina iris isabel
    isabella ivana ivanka jackie jacqueline jane janet janice jasmine jean jeanne jenna jennifer jessica jill joan
    joanna joanne jocelyn josephine joy joyce juanita judith judy julia juliana julie june kaitlyn karen karin karine
    kate katherine kathleen kathryn kathy katie katrina kayleigh kelly kellyanne kendra kim kimberly kirsten kristen
    kristin kristina kristine laila lara latifa laura lauren layla leah leila lena leslie lily linda lindsay lisa lois
    lorraine louise lucia lucy lydia lynn mabel madeleine maggie maha manal marcia margaret margarita maria marianne
    marie marina marine marjorie marlene martha mary maryam maureen maya megan meghan melania melanie melissa mercedes
    michele michelle mildred mina miriam molly mona monica monique nada nadia nancy naomi natalia natalie natasha nell
    nicole nikki nina noor noreen nora norma nour olga olivia oona pamela patricia paula pauline peggy petra phyllis
    priscilla rachel rana rania rebecca reem regina renee rhonda rima rita roberta robin rosa rose rosemary roxanne
    ruth sabrina sadie sally samantha samira sana sandra sara sarah selena serena shannon sharon sheila shelley shirley
    silvia simone siobhan sofia sonia sophia sophie stacy stephanie sue susan suzanne svetlana sylvia tamara tanya tara
    tatiana teresa teri theresa tiffany tina tracy ursula valerie vanessa vera veronica victoria virginia vivian wanda
    wendy whitney yasmin yvonne zainab zeinab zoe
    """
)
PARTICLES = _set("al el an ash abu abd bin ibn ben de del della der den di da dos la le van von ter ould bou umm")
"""Small words inside names: ``Staffan de Mistura``, ``Seif al Qalamoni``."""
