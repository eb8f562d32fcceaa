"""One text for each kind of mistake, every sentence invented for this project, in the world of ``src/sayso/sample``."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from types import ModuleType

from evaluation import corpora
from evaluation.corpora import Attributions
from evaluation.kinds import kind_of
from evaluation.matching import matched
from evaluation.mistakes import mistakes_in

CUT = " … "


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """An attribution in words instead of spans: parts of the text, joined by :data:`CUT` where they stand apart.

    What the text does not express is empty. Each part is the first of its form in the text.
    """

    source: str
    cue: str
    content: str


@dataclasses.dataclass(frozen=True, slots=True)
class Example:
    """A text, what readers mark in it, and what a model makes of it that errs in one way."""

    text: str
    gold: tuple[Said, ...] = ()
    found: tuple[Said, ...] = ()


def still_made(scorer: ModuleType) -> list[str]:
    """The kinds whose example the product of today gets wrong in the very way that the example shows."""
    found = corpora.attributions_by_product({"id": name, "text": example.text} for name, example in EXAMPLES.items())
    return [name for name, example in EXAMPLES.items() if name in _kinds(example, found[name], scorer)]


def _kinds(example: Example, found: Attributions, scorer: ModuleType) -> set[str]:
    article = matched((example.text, rows(example.text, example.gold), found), scorer)
    return {kind_of(mistake).name for mistake in mistakes_in(article)}


def rows(text: str, attributions: tuple[Said, ...]) -> Attributions:
    """The attributions with spans of *text*, as the scorer reads them."""
    return [{role: _spans(text, getattr(said, role)) for role in ("source", "cue", "content")} for said in attributions]


def _spans(text: str, words: str) -> list[list[int]]:
    parts = words.split(CUT) if words else []
    return [[text.index(part), text.index(part) + len(part)] for part in parts]


EXAMPLES: Mapping[str, Example] = {
    "source: exchanged with the cue": Example(
        "“The quay will open again by the first week of June at the latest,” Hask said on the steps.",
        gold=(Said("said", "Hask", "The quay will open again by the first week of June at the latest"),),
        found=(Said("Hask", "said", "The quay will open again by the first week of June at the latest"),),
    ),
    "source: the words were read under another cue": Example(
        "The harbour paper printed the captain's complaint that the pilots were drunk on most Sundays.",
        gold=(
            Said("The harbour paper", "printed", "the captain's complaint that the pilots were drunk on most Sundays"),
        ),
        found=(Said("", "complaint", "that the pilots were drunk on most Sundays"),),
    ),
    "source: left out": Example(
        "Insisting that nobody had warned her, Ilse Marrant left the hall by a side door.",
        gold=(Said("Ilse Marrant", "Insisting", "that nobody had warned her"),),
        found=(Said("", "Insisting", "that nobody had warned her"),),
    ),
    "source: given where readers marked none": Example(
        "The guild met in the salt store, sang two hymns and demanded that the lamp be lit before dusk.",
        gold=(Said("", "demanded", "that the lamp be lit before dusk"),),
        found=(Said("The guild", "demanded", "that the lamp be lit before dusk"),),
    ),
    "source: that of a neighbouring statement": Example(
        "The captain swears that the lamp was out, as does the cook, adding that she saw the keeper on the quay.",
        gold=(
            Said("The captain", "swears", "that the lamp was out"),
            Said("the cook", "adding", "that she saw the keeper on the quay"),
        ),
        found=(
            Said("The captain", "swears", "that the lamp was out, as does the cook"),
            Said("The captain", "adding", "that she saw the keeper on the quay"),
        ),
    ),
    "source: a pronoun for a name, or a name for a pronoun": Example(
        "It was Marrant who told the guild, years later, that the deed was forged.",
        gold=(Said("Marrant", "told", "that the deed was forged"),),
        found=(Said("who", "told", "that the deed was forged"),),
    ),
    "source: other words": Example(
        "The keeper of the lamp was heard by the porter to say that the oil was gone.",
        gold=(Said("The keeper of the lamp", "to say", "that the oil was gone"),),
        found=(Said("the porter", "to say", "that the oil was gone"),),
    ),
    "content too short: the next sentence belongs to it": Example(
        "The van came at four. It was white, with a dent in the left door. Two men got out, the watchman recalled.",
        gold=(
            Said(
                "the watchman",
                "recalled",
                "The van came at four. It was white, with a dent in the left door. Two men got out",
            ),
        ),
        found=(Said("the watchman", "recalled", "Two men got out"),),
    ),
    "content too short: stops before “and”": Example(
        "The union demanded a public inquiry and an end to night shifts in every depot on the western shore.",
        gold=(
            Said(
                "The union",
                "demanded",
                "a public inquiry and an end to night shifts in every depot on the western shore",
            ),
        ),
        found=(Said("The union", "demanded", "a public inquiry"),),
    ),
    "content too short: leaves out an aside or a relative clause": Example(
        "Hask praised the firemen, who had worked through two nights without relief and without a word of complaint.",
        gold=(
            Said(
                "Hask",
                "praised",
                "the firemen, who had worked through two nights without relief and without a word of complaint",
            ),
        ),
        found=(Said("Hask", "praised", "the firemen"),),
    ),
    "content too short: leaves out a place, a time or another phrase": Example(
        "Teveley spoke of his years as a ferryman on the lake before the war took his boat and both his brothers.",
        gold=(
            Said(
                "Teveley",
                "spoke of",
                "his years as a ferryman on the lake before the war took his boat and both his brothers",
            ),
        ),
        found=(Said("Teveley", "spoke of", "his years as a ferryman"),),
    ),
    "content too long: runs on into the next statement": Example(
        "The captain fears the owners and the cook sharpens her knives all night long in the cold galley.",
        gold=(Said("The captain", "fears", "the owners"),),
        found=(
            Said(
                "The captain", "fears", "the owners and the cook sharpens her knives all night long in the cold galley"
            ),
        ),
    ),
    "content too long: takes in an aside or a relative clause": Example(
        "The innkeeper praised the new bread, a heavy loaf of rye and barley that the bakers of the quay sell by "
        "weight.",
        gold=(Said("The innkeeper", "praised", "the new bread"),),
        found=(
            Said(
                "The innkeeper",
                "praised",
                "the new bread, a heavy loaf of rye and barley that the bakers of the quay sell by weight",
            ),
        ),
    ),
    "content too long: takes in where, when or why it was said": Example(
        "The bishop criticised the owners from the pulpit of the sailors' chapel on the first Sunday of the year.",
        gold=(Said("The bishop", "criticised", "the owners"),),
        found=(Said("The bishop", "criticised", "the owners from the pulpit of the sailors' chapel"),),
    ),
    "content: begins elsewhere, or lies on the other side of the cue": Example(
        "A tunnel under the harbour, long and dark and dear, is what the engineers dream of.",
        gold=(Said("the engineers", "dream of", "A tunnel under the harbour, long and dark and dear"),),
        found=(Said("the engineers", "dream of", "what"),),
    ),
    "missed: in a headline": Example(
        "Pilots cool to plan for a second mole\n\nThe harbour council of Port Ada met behind closed doors on Monday.",
        gold=(Said("Pilots", "cool to", "plan for a second mole"),),
    ),
    "missed: a dash, a colon or a speaker's label for a cue": Example(
        "“My nephew sold bread on that quay for eleven years and never once saw a guard there.” — Nell Corvane",
        gold=(
            Said(
                "Nell Corvane",
                "—",
                "My nephew sold bread on that quay for eleven years and never once saw a guard there.",
            ),
        ),
    ),
    "missed: in a caption, a link or another short line": Example(
        "Fishermen at odds over the new lamp. Drawing: Inland Post",
        gold=(Said("Fishermen", "at odds over", "the new lamp"),),
    ),
    "missed: lies inside a longer content that was found": Example(
        "According to a nurse, the wounded cursed the board and the doctors wept at how little morphine they had.",
        gold=(
            Said(
                "a nurse",
                "According to",
                "the wounded cursed the board and the doctors wept at how little morphine they had",
            ),
            Said("the wounded", "cursed", "the board"),
        ),
        found=(
            Said(
                "a nurse",
                "According to",
                "the wounded cursed the board and the doctors wept at how little morphine they had",
            ),
        ),
    ),
    "missed: the cue is negated": Example(
        "The captain never forgave the pilots for the night on which they let the lamp go out.",
        gold=(Said("The captain", "never forgave", "the pilots for the night on which they let the lamp go out"),),
    ),
    "missed: a quotation, the cue a verb or a noun": Example(
        "Above the stove in the galley hung a board on which the cook had painted “No songs before noon”.",
        gold=(Said("the cook", "had painted", "No songs before noon"),),
    ),
    "missed: the cue is a noun": Example(
        "Rumours that the lamp would be mended at last reached the village by the milk cart.",
        gold=(Said("", "Rumours", "that the lamp would be mended at last"),),
    ),
    "missed: no source expressed": Example(
        "The boat that sank last, a yawl named the Patient Widow, was the pride of the village.",
        gold=(Said("", "named", "a yawl … the Patient Widow"),),
    ),
    "missed: a verb of speech or showing": Example(
        "A plaque in the chapel thanks the women who rowed out to the wreck on the second night of the storm.",
        gold=(
            Said(
                "A plaque in the chapel",
                "thanks",
                "the women who rowed out to the wreck on the second night of the storm",
            ),
        ),
    ),
    "missed: a belief, a perception, a wish or a plan": Example(
        "The pilots enjoyed watching the engineers wade through the mud in their town shoes.",
        gold=(Said("The pilots", "enjoyed watching", "the engineers wade through the mud in their town shoes"),),
    ),
    "missed: an act that readers took for an attribution": Example(
        "The harbour council suspended night fishing until the inquiry into the two lost boats is over.",
        gold=(Said("The harbour council", "suspended", "night fishing"),),
    ),
    "invented: in a headline": Example(
        "Fishermen fear for the herring\n\nThe boats of Port Ada came home with empty nets for a third week.",
        found=(Said("Fishermen", "fear for", "the herring"),),
    ),
    "invented: in a caption, a link or another short line": Example(
        "Traders wait for news of the inquiry. Drawing: Inland Post",
        found=(Said("Traders", "wait for", "news of the inquiry"),),
    ),
    "invented: lies inside a statement that readers marked as one": Example(
        "The captain said that he had left the mole at four with ten men, a cook and a goat, that the wind was "
        "fair and (the pilots had promised him a calm night) that he took no raft.",
        gold=(
            Said(
                "The captain",
                "said",
                "that he had left the mole at four with ten men, a cook and a goat, that the wind was fair "
                "and (the pilots had promised him a calm night) that he took no raft",
            ),
        ),
        found=(
            Said(
                "The captain",
                "said",
                "that he had left the mole at four with ten men, a cook and a goat, that the wind was fair and",
            ),
            Said("the pilots", "had promised", "him a calm night) that he took no raft"),
        ),
    ),
    "invented: the cue is negated": Example(
        "The harbour board has not answered the two letters that the widow sent in spring.",
        found=(Said("The harbour board", "has not answered", "the two letters"),),
    ),
    "invented: the cue is a noun": Example(
        "The owner's decision to close the mill in the middle of the harvest cost the valley some two hundred jobs.",
        found=(Said("The owner", "'s decision", "to close the mill in the middle of the harvest"),),
    ),
    "invented: no source expressed": Example(
        "The lamp appears to burn brighter in the fog, which is a trick of the eye.",
        found=(Said("", "appears", "The lamp … to burn brighter in the fog"),),
    ),
    "invented: a verb of speech or showing": Example(
        "Every spring the schoolchildren of Port Ada recite the names of the winds to the oldest pilot of the guild.",
        found=(
            Said(
                "the schoolchildren of Port Ada",
                "recite",
                "the names of the winds to the oldest pilot of the guild",
            ),
        ),
    ),
    "invented: a belief, a perception, a wish or a plan": Example(
        "Gulls know the hour at which the bakers throw out the old bread.",
        found=(Said("Gulls", "know", "the hour at which the bakers throw out the old bread"),),
    ),
    "invented: an act taken for an attribution": Example(
        "The court fined the owners for their neglect of the vents and of the sprinkler in the loft.",
        found=(Said("The court", "fined", "for their neglect of the vents and of the sprinkler in the loft"),),
    ),
}
