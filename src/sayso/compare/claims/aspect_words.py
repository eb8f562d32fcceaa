"""What reports of an attack tell, and the words that blame somebody for it; lists of our own.

The aspects are roles of the event types Conflict.Attack and Life.Die of ACE 2005 (agent, instrument, target, toll) and
what reports add to them: the damage, the search, the state of the wounded. The words of blame follow the frames
Judgment_communication and Responsibility of FrameNet (Ruppenhofer et al., "FrameNet II: Extended Theory and
Practice", 2016).
"""

from __future__ import annotations

from sayso.figures.words import listed

ASPECTS: dict[str, tuple[frozenset[str], ...]] = {
    "by suicide": (frozenset({"suicide"}), frozenset({"blast", "attack", "bomber", "^blst"})),
    "two blasts": (frozenset({"twin"}), frozenset({"blast", "attack"})),
    "by truck": (frozenset({"truck"}), frozenset({"blast", "attack", "blew"})),
    "by car": (frozenset({"car"}), frozenset({"blast", "attack", "blew"})),
    "by motorcycle": (frozenset({"motorcycle"}), frozenset({"blast", "attack", "blew", "bomber"})),
    "damage": (frozenset({"damage"}), frozenset({"building", "area", "attack", "blast", "infrastructure", "propert"})),
    "search": (frozenset({"rescue", "recover"}), frozenset({"rubble", "victim", "survivor"})),
    "trapped": (frozenset({"trapp", "trap"}), frozenset({"rubble"})),
    "toll may rise": (frozenset({"kill"}), frozenset({"rise"}), frozenset({"like", "expect", "fear", "further"})),
    "technical fault": (frozenset({"fault"}), frozenset({"crash", "technic", "technical", "plane", "helicopter"})),
    "wounded in critical state": (frozenset({"wound"}), frozenset({"critical"}), frozenset({"condition", "state"})),
}
"""The terms that a clause needs for an aspect, one of each set."""

BLAMES = listed("""
    accuse accused accuses accusing accusation accusations blame blamed blames blaming charge charged charges denounced
    pinned implicated faulted
    """)
"""Cues whose object is held responsible."""
RESPONSIBLE = listed("responsible responsibility culpable culprit culprits perpetrator perpetrators behind")
"""What somebody is, or bears, for an attack."""
USES = listed("""
    used using uses fired firing dropped dropping launched launching gassed gassing bombed bombing shelled shelling
    attacked struck targeted carried staged perpetrated planted detonated pounded hit
    """)
"""Verbs of one who attacks."""
KILLS = listed("killed killing kill kills executed executing execute murdered massacred beheaded slaughtered")
"""Verbs of one who kills."""
SHOOTS_DOWN = frozenset({"shot", "downed", "shooting"})
"""Verbs of one who brings an aircraft down."""
OF_ATTACK = listed("attack attacks attacked strike strikes raid raids bombing shelling massacre assault")
"""What somebody may be responsible for."""
ACCUSATIONS = listed("accusation accusations allegation allegations claim claims charges involvement role reports")
"""What else is denied."""
DISCREDITS = listed("""
    provocation provocations fabricated fabrication fabrications fake false hoax baseless unfounded untrue
    invented propaganda pretext untruthful misinformation disinformation
    """)
"""Words that call a claim untrue, or say what it is put about for."""
WEAPONS = listed("""
    stockpile stockpiles depot depots arsenal arsenals warehouse warehouses workshop workshops factory weapons chemicals
    chemical toxic gas
    """)
"""What makes a party that has it responsible for what came out of it."""
