"""Words for what a source may have to show, and for how it has it.

The lists are our own, made by meaning. Footage and pictures count where somebody took, holds, shows or publishes them,
not as a place ("in a video address") or a credit ("file photo").
"""

from __future__ import annotations

from sayso.attribution import EvidenceKind
from sayso.characterise.terms import listed, terms

THINGS = terms(
    nouns={
        EvidenceKind.VIDEO: "video, clip, videotape, video clip, video recording, live stream, livestream, film clip",
        EvidenceKind.PHOTO: "photo, photograph, picture, image, snapshot, screenshot, photo series, still image",
        EvidenceKind.SATELLITE_OR_AERIAL: (
            "satellite image, satellite photo, satellite photograph, satellite picture, aerial image, aerial photo,"
            "aerial photograph, aerial picture, drone image, drone video, drone photo"
        ),
        EvidenceKind.DOCUMENT: (
            "document, memo, memorandum, transcript, dossier, court filing, affidavit, hospital record, flight record,"
            "bank record, court record, internal report, confidential report"
        ),
        EvidenceKind.STATISTICS: "statistic, poll, opinion poll, survey, census, opinion survey",
        EvidenceKind.MEDICAL_EXAM: (
            "autopsy, post-mortem, postmortem, medical examination, medical exam, medical test,"
            "medical report, medical record, forensic examination, forensic test, forensic report, blood test,"
            "blood sample, urine sample, biomedical sample, dna test, toxicology report, x-ray"
        ),
        EvidenceKind.INTELLIGENCE: (
            "intercept, wiretap, intelligence assessment, intelligence report, intelligence finding,"
            "radar track, intercepted call, intercepted conversation, intercepted message, recorded call"
        ),
        EvidenceKind.PHYSICAL_REMAINS: (
            "remnant, fragment, soil sample, munition remnant, weapon remnant, bomb fragment, shell fragment,"
            "missile fragment, piece of shrapnel"
        ),
        EvidenceKind.EYEWITNESS: "witness, eyewitness, eye-witness, onlooker",
    },
    fixed={
        EvidenceKind.DOCUMENT: "records",
        EvidenceKind.VIDEO: (
            "footage, video footage, television footage, tv footage, security footage, cctv, cctv footage,"
            "video images, videos and images"
        ),
        EvidenceKind.SATELLITE_OR_AERIAL: (
            "satellite imagery, satellite data, aerial imagery, aerial footage, drone footage, drone imagery,"
            "images from space, data from space, pictures from space"
        ),
        EvidenceKind.STATISTICS: (
            "data, census data, official data, official figures, own figures, government figures, latest figures,"
            "figures from, survey data, polling, polling data"
        ),
        EvidenceKind.MEDICAL_EXAM: "forensics, forensic evidence, forensic analysis, medical evidence",
        EvidenceKind.INTELLIGENCE: (
            "radar data, radar images, radar imagery, intelligence, intercepted communications,"
            "intercepted phone, intercepted radio, intercepted telephone"
        ),
        EvidenceKind.PHYSICAL_REMAINS: "physical evidence, material evidence",
        EvidenceKind.NETWORK_OF_SOURCES: (
            "network of, sources on the ground, activists on the ground, monitors on the ground,"
            "contacts on the ground, sources inside, sources on both sides"
        ),
    },
)
"""Things that stand as evidence, and people who do."""

REPORTERS = listed(
    "correspondent correspondents reporter reporters photographer photographers cameraman journalist journalists"
)
ANYBODYS = listed("journalist journalists")
"""Of the reporters, those that are an outlet's own only with its name in capitals: a local journalist is a witness."""

INHABITANTS = listed(
    "resident residents survivor survivors villager villagers evacuee evacuees neighbour neighbours neighbor neighbors"
    " inhabitant inhabitants passer-by passers-by bystander bystanders"
)

HOLDING = terms(
    verbs={
        True: (
            "have, hold, possess, obtain, collect, gather, receive, examine, analyse, study, review, inspect,"
            "intercept, cite, quote, verify, authenticate, base, draw, recover, retrieve"
        )
    },
    fixed={True: "has, had, held, drew, according to, based on, proof, evidence, copies, copy"},
)
"""What puts a thing into somebody's hand: "has obtained video", "citing documents"."""

PUBLISHING = terms(
    verbs={
        True: (
            "release, publish, post, share, circulate, broadcast, air, show, provide, present, produce, submit,"
            "distribute, roll, run, screen, leak, upload"
        )
    },
    fixed={True: "ran"},
)
"""What puts a thing on show: "broadcast footage"."""

TAKEN = listed("intercepted satellite forensic")
"""First words of things that somebody took to have them as evidence: they need no word of holding."""

RELYING = terms(
    verbs={True: "rely, depend, draw, use, gather, have"}, fixed={True: "has, had, drew, through, from, via"}
)
"""How somebody has a network of sources."""

TELLING = terms(
    verbs={True: "show, indicate, suggest, prove, confirm, reveal, depict, capture, appear, purport, demonstrate, find"}
)
"""What a thing does that stands as evidence: "the pictures showed"."""

PERCEIVED = listed("saw heard witnessed")
"""What an eyewitness did."""

NO_THING = {
    "intelligence": listed(
        "agency agencies service services official officials officer officers chief chiefs committee community source"
        " sources director directorate department branch unit base headquarters minister bureau adviser head operative"
        " briefing briefings"
    ),
    "video": listed("conference call link message address statement interview game games appearance"),
    "poll": listed("station stations worker workers watcher watchers numbers"),
}
"""Words after which the thing is none: an intelligence agency, a video conference."""

BEFORE_A_VERB = listed("that which who to it they we he she also")
"""Words after which "documents", "pictures" and "surveys" are verbs."""
