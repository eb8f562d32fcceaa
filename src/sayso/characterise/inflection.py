"""The forms of an English verb and of a noun: enough to find a listed word whatever its ending."""

from __future__ import annotations

_IRREGULAR = {
    "choose": "chose chosen",
    "dream": "dreamed dreamt",
    "feel": "felt",
    "fight": "fought",
    "find": "found",
    "forbid": "forbade forbidden",
    "foresee": "foresaw foreseen",
    "foretell": "foretold",
    "forget": "forgot forgotten",
    "hear": "heard",
    "know": "knew known",
    "learn": "learned learnt",
    "make": "made",
    "mean": "meant",
    "overhear": "overheard",
    "retell": "retold",
    "say": "said",
    "see": "saw seen",
    "seek": "sought",
    "show": "showed shown",
    "speak": "spoke spoken",
    "strive": "strove striven",
    "swear": "swore sworn",
    "tell": "told",
    "think": "thought",
    "understand": "understood",
    "write": "wrote written",
}
_VOWELS = frozenset("aeiou")


def verb_forms(verb: str) -> set[str]:
    """Every form of the base form *verb*, itself included, ``-ize`` beside ``-ise``.

    A form that no one writes ("offerred") may be among them: where only stress decides whether the last letter
    doubles, both ways are given.

    Example:
        >>> sorted(verb_forms("deny")), sorted(verb_forms("see"))
        (['denied', 'denies', 'deny', 'denying'], ['saw', 'see', 'seeing', 'seen', 'sees'])
    """
    if verb.endswith("ise"):
        return _forms(verb) | _forms(f"{verb[:-3]}ize")
    return _forms(verb)


def plural(noun: str) -> str:
    """The plural, by its ending; of a verb, the form after "she".

    Example:
        >>> plural("belief"), plural("theory"), plural("analysis")
        ('beliefs', 'theories', 'analyses')
    """
    if _ends_in_consonant_y(noun):
        return f"{noun[:-1]}ies"
    if noun.endswith("sis"):
        return f"{noun[:-2]}es"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"


def _forms(verb: str) -> set[str]:
    irregular = _IRREGULAR.get(verb, "").split()
    progressive, past = _endings(verb)
    return {verb, plural(verb), *progressive, *(irregular or past)}


def _endings(verb: str) -> tuple[list[str], list[str]]:
    """The forms in -ing and those in -ed."""
    if _ends_in_consonant_y(verb):
        return [f"{verb}ing"], [f"{verb[:-1]}ied"]
    if verb.endswith("e"):
        return [f"{verb}ing" if verb.endswith(("ee", "oe", "ye")) else f"{verb[:-1]}ing"], [f"{verb}d"]
    stems = [verb, verb + verb[-1]] if _may_double(verb) else [verb]
    return [f"{stem}ing" for stem in stems], [f"{stem}ed" for stem in stems]


def _ends_in_consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in _VOWELS


def _may_double(verb: str) -> bool:
    """Whether it ends in one consonant after one vowel, as "plan" and "offer" do."""
    return (
        len(verb) > 2
        and verb[-1] not in _VOWELS | set("wxy")
        and verb[-2] in _VOWELS
        and (verb[-3] not in _VOWELS or verb[-3:-1] == "ui")
    )
