"""Small words of English that hold a clause together; what stands between a number and the word that governs it."""

from __future__ import annotations

from sayso.figures.words import listed

BE = listed("was were is are be been being 's")
HELPERS = listed("has have had will would may might could can should must did does do to having")
KEEPS_BE = listed(
    "also reportedly still now already later then all both either not since confirmed reported believed feared"
    " thought presumed known said have to be been found left estimated understood alleged rumoured rumored likely"
    " declared listed pronounced among even so far initially fatally instantly immediately critically seriously"
    " severely slightly lightly badly"
)
"""Words between a form of "be" and its participle: "were reportedly killed", "are feared dead"."""

PREPOSITIONS = listed(
    "in on at by from with of for into near under during across through around inside outside within along against"
    " towards toward over between behind beside off onto amid following including among without than per"
)
DETERMINERS = listed(
    "the a an this that these those his her its their our my your some several many most all any every each no both few"
)
PRONOUNS = listed("he she it they we i you him them us himself herself itself themselves who whom which")
LINKS = listed("and or but nor while whereas as when after before because if where although though since until")
CLAUSES = listed("but while whereas as when after before because if where although though that which whose")
"""Words that open another clause: what stands beyond them governs no number before them."""

VERBS = listed(
    "said says say told tells added adds announced claimed claims reported reports stated noted warned denied"
    " believes believe took takes hit hits fired fires launched struck strikes went came made gave held fought began"
    " begins saw sees entered seized seizes attacked attacks stormed advanced targeted captured controls control lives"
    " live living got get gets became become remain remained remains arrived arrive returned return started wanted"
    " want think thought blew detonated exploded clashed opened met meets joined voted supports supported backed"
)
"""Common finite verbs: a number that is their subject is not the subject of what follows."""

MARKS = frozenset(",()[]{}-–—\"“”'‘’«»")
"""Marks that a clause may run across."""

ENDS = frozenset(".!?:;")
"""Marks that a clause does not run across."""

CLOSED = BE | HELPERS | DETERMINERS | LINKS | CLAUSES | MARKS | ENDS | PREPOSITIONS | PRONOUNS | VERBS | {"not"}
"""All words that end a noun phrase."""

INCLUDING = listed("including include includes included comprising")
