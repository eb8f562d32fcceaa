"""Names in a text: runs of capitals cut into persons, bodies and places, with the callings written in capitals too."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from sayso.resolve import gazetteer as known
from sayso.resolve import words as w
from sayso.resolve.senses import letters_of, sense_of
from sayso.resolve.tokens import Token, Words

Range = tuple[int, int]
"""Token indices, half-open."""


class Sort(StrEnum):
    """What a name is a name of."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    UNKNOWN = "unknown"


@dataclasses.dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands; the calling and the body written right before it."""

    name: Range
    sort: Sort
    role: Range | None = None
    affiliation: Range | None = None

    @property
    def may_be_person(self) -> bool:
        """Whether it is a person's name, or one of which nothing is known."""
        return self.sort in (Sort.PERSON, Sort.UNKNOWN)


_LONGEST = 16
"""Most words of one run: what is longer is no name but a text in capitals."""
_ALONE = known.PARTICLES - {"an", "as", "den", "van", "la", "le", "do", "das"}
"""Small words that a name can begin with: ``al Qalamar``."""

# Over the letters of a run (see senses.py), names of bodies first.
_BODY = re.compile(
    r"(?:[NPCXDGMLp]|[KQ](?!N)|B(?=XB))*[BS]+n?(?:(?:ot?(?:(?:[NPCXDKQBM]|R(?=D))+|G+$))+)?"
    r"|N*X+(?:ot?[NPC]*D{2,})"
    r"|A[XGDp]{1,3}"
    r"|[NPCK]*Q+(?:ot?[PC]+)?|K"
)
# Then, with each body as one letter Y, callings and persons, and whatever else is a name.
_ROLE = r"(?:[NDM]*|[PX]{1,3}L?[DM]*|CC[DM]*)(?:[RT](?:ot?(?:D+|Y|P+|CC|X(?=[GX])))*[MND]*)+"
# A second given name after a family name begins another person: a headline, or a lost comma.
_TWO = r"G{1,2}[Xp]{0,2}?X(?=G[GX])"
_NAME = rf"(?:{_TWO}|[GX][GXp]{{0,4}}|p[GX]{{1,3}})"
_PERSON = re.compile(rf"(?P<affiliation>Y)?(?P<role>{_ROLE})(?P<name>G[PSBMDRAN](?!\w)|{_NAME})")
_OTHERS = (
    (re.compile(r"CC|[NX]?P+|[XNGMPD]{1,3}L+"), Sort.PLACE),
    (re.compile(rf"{_TWO}|G(?:[GXp]{{1,4}}|[PSBMDRA])"), Sort.PERSON),
    (re.compile(r"p?[XG](?:[XGp]{0,4}[XG])?"), Sort.UNKNOWN),
)


def mentions_of(words: Words, cuts: frozenset[int]) -> list[Mention]:
    """The names in a text, in reading order, none inside another.

    Args:
        words: The text.
        cuts: Tokens at which a source begins or ends: where commas are lost a run of capitals can hold two names, and
            somebody already saw where one of them ends.
    """
    return _with_spelled_out([mention for run in _runs(words, cuts) for mention in _names_in(words, run)], words)


def _runs(words: Words, cuts: frozenset[int]) -> Iterator[Range]:
    """Stretches of capitalised words, with the small words that join the parts of a name."""
    at = 0
    while at < len(words):
        end = at + 1
        if _begins_name(words, at):
            while end < min(len(words), at + _LONGEST) and not _is_cut(words, cuts, at, end):
                step = _joins(words, at, end)
                if not step:
                    break
                end += step
            yield at, end
        at = end


def _is_cut(words: Words, cuts: frozenset[int], first: int, at: int) -> bool:
    """Whether a name ends before token *at* because a source begins or ends there; never a given name alone."""
    return at in cuts and not (at - first == 1 and sense_of(words.tokens[first]) == "G")


def _begins_name(words: Words, at: int) -> bool:
    token = words.tokens[at]
    if not token.capital:
        return token.base in _ALONE and _capital_follows(words, at)
    if token.base in w.FUNCTION_WORDS or token.base in w.PRONOUNS or token.base in w.FIRST_PERSON:
        return False
    if token.base in w.HEADLINE_VERBS or (token.base in w.SPEECH and not token.first):
        return False
    if len(token.base) > 5 and token.base.endswith("ing") and _capital_follows(words, at) and sense_of(token) == "X":
        # A headline's "Blaming Byrne".
        return False
    return not (token.first and _is_ordinary(words, at))


def _is_ordinary(words: Words, at: int) -> bool:
    """Whether a word is capital only because its sentence begins with it."""
    token = words.tokens[at]
    sense = sense_of(token)
    if sense == "R":
        following = words.tokens[at + 1] if at + 1 < len(words) else token
        plural = w.lemma(token.base) != token.base and following.text != "Without"
        return plural or not (following.capital or following.base in ("of", "for")) or following is token
    if sense in "BS":
        following = words.tokens[at + 1] if at + 1 < len(words) else token
        return token.base in words.lower or (not following.capital and w.lemma(following.base) in w.BODIES)
    if sense != "X" or token.base in words.capital_inside:
        return False
    common = w.lemma(token.base) in w.DOCUMENTS or token.base in words.lower or token.base in w.SPEECH
    return common or token.base.endswith(("ing", "ly")) or _is_plain_plural(words, at)


def _is_plain_plural(words: Words, at: int) -> bool:
    """Whether a sentence begins with "Postings on …": a plural before a preposition."""
    token, following = words.tokens[at], words.tokens[min(at + 1, len(words) - 1)]
    return token.base.endswith("s") and not token.lost and following.base in w.PREPOSITIONS


def _joins(words: Words, first: int, at: int) -> int:
    """How many tokens from *at* on go on with the name that began at *first*."""
    token, before = words.tokens[at], words.tokens[at - 1]
    if not words.glued(at):
        return 0
    if token.capital:
        # A possessive ends a name: "Corrin's Ada Byrne" are two. So does a word of grammar: "Ada Byrne In Corrin".
        ends = before.text.endswith(("'s", "’s", "'", "’"))
        grammar = token.base in w.FUNCTION_WORDS or token.base in w.SPEECH or token.base in w.HEADLINE_VERBS
        pair = token.base == "without" or (before.base, token.base) in known.KNOWN_PAIRS
        return not ends and (not grammar or pair)
    if (token.text.isdigit() and sense_of(before) == "S") or token.base in known.PARTICLES:
        return token.text.isdigit() or _capital_follows(words, at)
    if sense_of(token) == "o" and _can_have_more(words.tokens, first, at):
        return _joining_phrase(words, first, at)
    return 0


def _joining_phrase(words: Words, first: int, at: int) -> int:
    """How many tokens "of", "for the" or "and" are that join what follows to a name."""
    if words.tokens[at].base in ("and", "&"):
        inside = any(token.base == "of" for token in words.tokens[first:at])
        return inside and _capital_follows(words, at)
    if _capital_follows(words, at):
        return 1
    the = at + 1 < len(words) and words.tokens[at + 1].base == "the" and words.glued(at + 1)
    return 2 if the and _capital_follows(words, at + 1) else 0


def _can_have_more(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether "of" or "for" can go on with a name: after a body or a calling, and before a domain of bodies."""
    if any(sense_of(token) in "BSRK" for token in tokens[first:at]):
        return True
    return [sense_of(token) for token in tokens[at + 1 : at + 3]] == ["D", "D"]


def _capital_follows(words: Words, at: int) -> bool:
    return at + 1 < len(words) and words.glued(at + 1) and words.tokens[at + 1].capital


def _names_in(words: Words, run: Range) -> Iterator[Mention]:
    letters, starts = _with_bodies(letters_of(words.tokens[run[0] : run[1]]))

    def tokens_of(first: int, last: int) -> Range:
        return run[0] + starts[first], run[0] + starts[last]

    at = 0
    while at < len(letters):
        mention, at = _name_at(letters, at, tokens_of)
        if mention:
            yield mention


def _with_bodies(letters: str) -> tuple[str, list[int]]:
    """*letters* with each body as one Y, and where each letter of that begins in *letters*, the end included."""
    reduced, starts, at = "", [], 0
    for found in _BODY.finditer(letters):
        reduced += letters[at : found.start()] + "Y"
        starts += [*range(at, found.start()), found.start()]
        at = found.end()
    return reduced + letters[at:], [*starts, *range(at, len(letters) + 1)]


def _name_at(letters: str, at: int, tokens_of: Callable[[int, int], Range]) -> tuple[Mention | None, int]:
    """The name that begins at letter *at*, if any, and where to go on."""
    if found := _PERSON.match(letters, at):
        body = found.start("affiliation") if found["affiliation"] else letters.find("Y", *found.span("role"))
        affiliation = tokens_of(body, body + 1) if body >= 0 else None
        name, role = tokens_of(*found.span("name")), tokens_of(*found.span("role"))
        return Mention(name, Sort.PERSON, role, affiliation), found.end()
    if letters[at] == "Y":
        return Mention(tokens_of(at, at + 1), Sort.BODY), at + 1
    for form, sort in _OTHERS:
        if found := form.match(letters, at):
            return Mention(tokens_of(*found.span()), sort), found.end()
    return None, at + 1


def _with_spelled_out(mentions: list[Mention], words: Words) -> list[Mention]:
    """The mentions, with the words before an acronym in brackets as one name: "Alliance to Mend Our Quays (AMOQ)"."""
    found: list[Mention] = []
    for mention in mentions:
        first = _spelled_out(words, mention.name[0])
        if first is None:
            found.append(mention)
            continue
        while found and found[-1].name[0] >= first:
            found.pop()
        if not found or found[-1].name[1] <= first:
            found.append(Mention((first, mention.name[0] - 1), Sort.BODY))
        found.append(dataclasses.replace(mention, sort=Sort.BODY))
    return found


def _spelled_out(words: Words, at: int) -> int | None:
    """Where the words begin whose capitals are the acronym in brackets at token *at*; ``None`` if there are none."""
    tokens, wanted = words.tokens, words.tokens[at].text
    brackets = at > 1 and at + 1 < len(words) and tokens[at - 1].text == "(" and tokens[at + 1].text == ")"
    if not brackets or not wanted.isupper() or not 2 < len(wanted) < 9:
        return None
    for first in range(at - 2, max(-1, at - 2 - 2 * len(wanted)), -1):
        letter = tokens[first].text[0]
        fits = letter.isalpha() and tokens[first].sentence == tokens[at].sentence
        if not fits or (letter.isupper() and letter != wanted[-1]):
            return None
        wanted = wanted[:-1] if letter.isupper() else wanted
        if not wanted:
            return first
    return None
