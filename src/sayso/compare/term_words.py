"""Words that mean much the same in reports of one event, and words that mean nothing there; lists of our own.

Two outlets that report one attack write "blast" and "explosion". The groups follow the event types Conflict.Attack,
Life.Die, Life.Injure, Movement.Transport and Justice of ACE 2005 (Linguistic Data Consortium, "ACE English Annotation
Guidelines for Events", version 5.4.3); others are names of one body. Two words stand in one group only if reports of
one event use one for the other; words that tell parties or weapons apart ("shelling", "stabbing") stay apart.
"""

from __future__ import annotations

from sayso.figures.words import listed

_GROUPS = """
blast: blast blasts explosion explosions explode explodes exploded exploding detonate detonates detonated detonating
 detonation bomb bombs bombing bombings bombed
strike: strike strikes struck raid raids raided airstrike airstrikes bombard bombards bombarded bombardment
 bombardments shelling shelled
attack: attack attacks attacked attacking assault assaults assaulted
hit: hit hits hitting target targets targeted targeting
kill: kill kills killed killing killings dead death deaths die dies died dying slain perish perished martyred
 fatality fatalities toll tolls execution executed executing execute murdered murder
wound: wound wounds wounded wounding injure injures injured injuring injury injuries hurt casualties
bomber: bomber bombers attacker attackers assailant assailants
bus: bus buses convoy convoys
leave: leave leaves left leaving depart departs departed departure evacuate evacuated evacuation evacuations transfer
 transferred transfers
evacuee: evacuee evacuees
civilian: civilian civilians
child: child children
woman: woman women
hospital: hospital hospitals clinic clinics
medic: medic medics doctor doctors nurse nurses paramedic paramedics
retaliate: retaliation retaliatory revenge reprisal reprisals retaliate retaliated response
truce: truce truces ceasefire ceasefires cease-fire armistice
agreement: agreement agreements deal deals accord accords pact
aid: aid relief supplies humanitarian
car: car cars vehicle vehicles
truck: truck trucks van vans lorry lorries explosives-laden
motorcycle: motorcycle motorcycles motorbike motorbikes
plane: plane planes aircraft jet jets warplane warplanes
helicopter: helicopter helicopters chopper choppers
shootdown: shot downed shoot shooting
crash: crash crashes crashed crashing
capture: capture captures captured capturing seize seizes seized seizing
arrest: arrest arrests arrested detain detains detained detention
abduct: abduct abducted abduction kidnap kidnapped kidnapping hostage hostages
fault: fault faults failure failures malfunction
critical: critical critically serious seriously severe severely
damage: damage damages damaged destroyed destroy destruction devastation devastated wrecked leveled levelled
building: building buildings house houses home homes
rescue: rescue rescued rescuers
rubble: rubble debris ruins wreckage
rise: rise rises rose risen rising climb climbed increase increased
report: report reports reported reportedly
gas: gas gases gassed gassing chlorine chemical chemicals toxic poison poisonous
rocket: rocket rockets missile missiles shell shells mortar mortars
army: army troops soldiers soldier military
regime: regime government governmental authorities administration
rebels: rebel rebels insurgent insurgents opposition
militants: militant militants terrorist terrorists extremists jihadist jihadists
area: area areas district districts neighbourhood neighbourhoods neighborhood neighborhoods quarter quarters
town: town towns village villages
city: city cities
resident: resident residents inhabitant inhabitants villager villagers
flee: flee fled fleeing  displaced displacement
responsible: responsibility responsible blame blamed blames accuse accused accuses
isis: isis isil daesh daish i.s islamic-state
nusra: nusra al-nusra
qaeda: al-qaeda al-qaida qaeda qaida alqaeda
un: un u.n united-nations
us: us u.s usa united-states american america washington
russia: russia russian russians moscow
turkey: turkey turkish ankara
iran: iran iranian tehran
syria: syria syrian syrians
kurds: kurdish kurds
twin: twin double
suicide: suicide
nerve: nerve sarin organophosphorus
inspector: inspector inspectors investigator investigators mission
recover: recover recovered recovering retrieve retrieved retrieving search searched searching looking pull pulled
"""

GROUPS = {
    word: line.split(":")[0]
    for line in _GROUPS.replace("\n ", " ").strip().splitlines()
    for word in line.split(":")[1].split()
}
"""The group's name by a word in small letters."""

EMPTY = listed("""
    a about after again against all also although am among amid an and another any are as at be because been before
    being between both but by can could did do does during each either else even ever every for from further get had
    has have having he her here hers him his how however i if in including into is it its itself just may me might more
    most much must my near neither no nor not now of off on once one only onto or other others our out over own per
    put said saying says shall she should since so some such than that the their them then there these they this those
    through to told too toward towards under until up upon us very was we were what when where whether which while who
    whom whose why will with within without would yet you your
    """)
"""Words that a sentence needs and that say nothing of what it tells."""
