"""Nouns for people, by who is counted; a list of our own.

The classes are those that casualty recorders tell apart (Every Casualty Worldwide, "Standards for Casualty
Recording", 2016): age and sex, civilian or fighter, and the professions that the law of war names.
"""

from __future__ import annotations

from sayso.figures.words import listed

PEOPLE, CIVILIANS, CHILDREN, WOMEN, MEN = "people", "civilians", "children", "women", "men"
FIGHTERS, SOLDIERS, POLICE, STAFF = "fighters", "soldiers", "police", "staff"
JOURNALISTS, PRISONERS = "journalists", "prisoners"

MANY = {
    word: name
    for name, words in {
        CIVILIANS: "civilians noncombatants non-combatants bystanders",
        CHILDREN: "children kids boys girls babies infants toddlers minors newborns schoolchildren schoolgirls"
        " schoolboys pupils teenagers teens youngsters",
        WOMEN: "women ladies mothers wives widows grandmothers sisters",
        MEN: "men fathers husbands grandfathers brothers",
        FIGHTERS: "fighters rebels militants insurgents gunmen terrorists jihadists jihadis extremists militiamen"
        " mercenaries combatants guerrillas guerillas insurrectionists infiltrators islamists bombers snipers"
        " attackers assailants partisans separatists",
        SOLDIERS: "soldiers servicemen servicewomen troops troopers conscripts marines paratroopers reservists"
        " peacekeepers commandos pilots generals sailors airmen guardsmen cadets",
        POLICE: "policemen policewomen police constables gendarmes",
        STAFF: "medics doctors nurses paramedics surgeons midwives pharmacists physicians rescuers"
        " firefighters firemen",
        JOURNALISTS: "journalists reporters photographers cameramen correspondents photojournalists",
        PRISONERS: "prisoners detainees hostages inmates captives abductees",
        PEOPLE: "people persons villagers residents inhabitants citizens locals townspeople sons daughters orphans"
        " grandchildren victims casualties others individuals humans adults members workers drivers passengers"
        " pedestrians students teachers farmers labourers laborers miners traders shopkeepers shoppers worshippers"
        " worshipers pilgrims mourners protesters protestors demonstrators activists supporters tourists visitors"
        " foreigners migrants refugees evacuees survivors patients relatives employees guards bodyguards officers"
        " officials leaders politicians lawyers judges engineers scientists experts advisers advisors contractors"
        " fishermen businessmen tribesmen countrymen vendors guests spectators neighbours neighbors colleagues"
        " coworkers co-workers aides agents operatives suspects criminals defectors elders imams priests monks nuns"
        " clerics muslims christians jews youths cousins siblings parents diplomats personnel staff crew"
        " crewmen holidaymakers settlers volunteers recruits commanders forces martyrs souls"
        " families households voters folk asylum-seekers seekers americans",
    }.items()
    for word in words.split()
}
"""Nouns for more than one person, in small letters, with their class."""

ONE = {
    word: name
    for name, words in {
        CIVILIANS: "civilian bystander",
        CHILDREN: "child boy girl baby infant toddler teenager schoolgirl schoolboy newborn",
        WOMEN: "woman mother",
        MEN: "man",
        FIGHTERS: "fighter rebel militant insurgent gunman terrorist jihadist militiaman",
        SOLDIERS: "soldier serviceman conscript marine peacekeeper",
        POLICE: "policeman policewoman",
        STAFF: "medic doctor nurse paramedic rescuer firefighter",
        JOURNALISTS: "journalist reporter photographer cameraman photojournalist",
        PRISONERS: "prisoner detainee hostage",
        PEOPLE: "person villager resident citizen student teacher driver worker officer passenger guard"
        " volunteer protester",
    }.items()
    for word in words.split()
}
"""Nouns for one person that are counted after "a": no offices ("a spokesman") and nobody who acts ("a bomber")."""

GENERAL = listed(
    "members workers staff personnel officers employees men people persons recruits crew volunteers guards"
    " others commanders forces operatives martyrs dead victims casualties individuals contractors advisers"
    " advisors worker officer man volunteer guard person"
)
"""Nouns so general that the words beside them say who is meant: "police officers", "armed men"."""

_ADJECTIVES = listed("other local official muslim christian settler relative")

BESIDE = {
    POLICE: listed("police traffic asayish gendarmerie"),
    STAFF: listed(
        "medical aid health hospital ambulance humanitarian relief rescue crescent cross nursing healthcare civil"
        " helmets"
    ),
    SOLDIERS: listed("army military soldiers troops navy naval infantry"),
    FIGHTERS: listed(
        "armed rebel rebels militia militant militants insurgent terrorist terrorists jihadist isis isil daesh taliban"
        " al-qaeda qaeda hezbollah hamas guerrilla nusra al-nusra brigade"
    ),
    JOURNALISTS: listed("media"),
    CIVILIANS: listed("civilian civilians"),
}
"""What makes a general noun one of a class, the first that fits."""


def is_person(word: str) -> bool:
    """Whether *word*, in small letters, means one person."""
    return word in ONE or (f"{word}s" in MANY and word not in _ADJECTIVES)


def is_people(word: str) -> bool:
    """Whether *word*, in small letters, means more than one person."""
    return word in MANY
