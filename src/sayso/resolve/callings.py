"""Callings in a text: "head of the observatory", "a resident", with their body and the person named beside them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.resolve import gazetteer as known
from sayso.resolve import words as w
from sayso.resolve.mentions import Mention, Range, Sort
from sayso.resolve.tokens import Token, Words

WIDEST = 6
"""Most words that modify a calling, or name its body without capitals."""
LINKS = frozenset({"of", "for", "at", "with", "in", "from", "to"})
"""Prepositions between a calling and its body."""


@dataclasses.dataclass(frozen=True, slots=True)
class Calling:
    """What somebody is called by in one place of the text.

    ``head`` is the noun, ``role`` the noun with its modifiers (``None`` where only the body is told), ``phrase`` runs
    from the determiner to the end of the body. ``person`` is the name in apposition.
    """

    head: int
    phrase: Range
    role: Range | None
    affiliation: Range | None
    person: Mention | None


class Names:
    """The mentions of a text by the tokens that they begin with, end with and cover.

    Args:
        mentions: In reading order.
        cuts: Tokens at which a source begins or ends.
    """

    def __init__(self, mentions: Sequence[Mention], cuts: frozenset[int]) -> None:
        self.all = mentions
        self.cuts = cuts
        self.beginning = {m.role[0]: m for m in mentions if m.role and not m.affiliation}
        self.beginning |= {m.name[0]: m for m in mentions}
        self.ending = {m.name[1]: m for m in mentions}
        self.covering = {at: m for m in mentions for at in range(*m.name)}
        self.in_roles = {at for m in mentions if m.role for at in range(*m.role)}


def is_calling(words: Words, names: Names, at: int) -> bool:
    """Whether token *at* is the noun of a calling, or a title that stands for one, outside names and their titles."""
    token = words.tokens[at]
    if token.base == "local" and at + 1 < len(words) and words.glued(at + 1) and is_plain(words.tokens[at + 1]):
        return False
    if at in names.covering or at in names.in_roles or _is_modifier(words, at + 1):
        return False
    return w.lemma(token.base) in w.PEOPLE or bool(w.TITLES.get(token.base) and token.capital)


def _is_modifier(words: Words, following: int) -> bool:
    """Whether a noun follows that makes the word before it a modifier: "student leader", "activist network"."""
    if following >= len(words) or not words.glued(following) or words.tokens[following].capital:
        return False
    noun = w.lemma(words.tokens[following].base)
    return noun in w.PEOPLE or noun in w.BODIES


def determines(token: Token) -> bool:
    """Whether a noun phrase begins with the word: an article, a number, a possessive pronoun."""
    return token.base in w.DETERMINERS or token.base in w.POSSESSIVES


def is_plain(token: Token) -> bool:
    """Whether it is a word that can be a noun or an adjective."""
    return token.text[0].isalpha() and token.base not in w.FUNCTION_WORDS and token.base not in w.SPEECH


def determined_before(words: Words, first: int) -> int:
    """How many words before token *first* reach back to a determiner, that included; 0 where none is near."""
    for count in range(1, 4):
        at = first - count
        if at < 1 or not words.glued(at + 1):
            return 0
        token = words.tokens[at]
        if determines(token):
            return count
        if not is_plain(token) or token.base.endswith("s"):
            return 0
    return 0


def modifiers_before(words: Words, names: Names, head: int, *, apposed: bool) -> tuple[int, Range | None]:
    """Where the words that modify the calling at *head* begin, and the body among them.

    A name of several words before a calling that is *apposed* ("Nell Corvane head of the depot") does not modify it.
    """
    first, body = head, None
    while first > 0 and head - first < WIDEST and words.glued(first) and first not in names.cuts:
        before = names.ending.get(first)
        if before and apposed and before.sort is Sort.UNKNOWN and before.name[1] - before.name[0] > 1:
            break
        if before and before.sort is not Sort.PERSON:
            body = before.name if before.sort is Sort.BODY else body
            first = before.name[0]
        elif _modifies(words.tokens[first - 1]):
            first -= 1
        else:
            break
    # A text that lost its commas says "… left the square resident Nell X said": there nothing is taken on trust.
    if words.has_commas:
        first -= max(0, determined_before(words, first) - 1) or _words_after_name(words, names, first)
    return first, body


def _modifies(token: Token) -> bool:
    base = token.base
    hyphened = "-" in base and base[0].isalpha() and not token.capital
    people = base in known.DEMONYMS or base in w.PEOPLE or base in w.TITLES
    return hyphened or people or base in w.ROLE_MODIFIERS or w.lemma(base) in w.BODIES


def _words_after_name(words: Words, names: Names, first: int) -> int:
    """How many words stand between token *first* and the comma after a name: "Ada Byrne, harbour analyst at"."""
    for count in range(3):
        at = first - count - 1
        if at > 0 and words.tokens[at].text == ",":
            return count if at in names.ending else 0
        if at < 0 or not is_plain(words.tokens[at]) or words.tokens[at].capital:
            return 0
    return 0


def body_after(words: Words, names: Names, head: int) -> Range | None:
    """The body after "of", "for", "at" …; of two such phrases ("of physics at the university") the first with one."""
    at, part = head + 1, None
    for _ in range(2):
        if at + 1 >= len(words) or words.tokens[at].base not in LINKS or not words.glued(at):
            break
        if words.tokens[at].base == "to" and words.tokens[head].base in ("ambassador", "envoy"):
            break
        at += 1 + (determines(words.tokens[at + 1]) and at + 2 < len(words))
        found = names.beginning.get(at)
        if found and not (part and found.sort is Sort.PLACE):
            return at, _with_noun(words, names, found.name[1])
        end = _end_of_body(words, names, at)
        if end is not None and words.tokens[end - 1].base not in w.PARTS_OF_BODIES:
            return at, end
        # "Head of the press office at the Quay Union": the whole body may follow its part.
        if end is not None:
            part = part or (at, end)
        while at < len(words) and words.glued(at) and is_plain(words.tokens[at]):
            at += 1
    return part


def _end_of_body(words: Words, names: Names, first: int) -> int | None:
    """Where a body written without capitals ends, or a name inside it; ``None`` where there is neither.

    What stands before a person's name is one: "minister of works Ada Byrne".
    """
    for at in range(first, min(first + WIDEST, len(words))):
        if not words.glued(at) or not is_plain(words.tokens[at]):
            return None
        following = names.beginning.get(at + 1)
        if following and following.sort is Sort.PERSON:
            return at + 1
        if following and (words.tokens[at].base not in w.BODIES or names_body(words, following)):
            return following.name[1]
        if words.tokens[at].base in w.BODIES and not _is_modifier(words, at + 1):
            return at + 1
    return None


def _with_noun(words: Words, names: Names, end: int) -> int:
    """Where "the UN aid agency Relief" ends, whose first name ends at token *end*."""
    for at in range(end, min(end + 4, len(words))):
        if not words.glued(at) or not is_plain(words.tokens[at]) or words.tokens[at].capital:
            break
        if words.tokens[at].base in w.BODIES and not _is_modifier(words, at + 1):
            after = names.beginning.get(at + 1)
            return after.name[1] if after and names_body(words, after) else at + 1
    return end


def names_body(words: Words, mention: Mention) -> bool:
    """Whether a name after a noun for a body is that body's: "the aid agency Quay Relief", "the rebel group Mirna"."""
    first, last = mention.name
    one = mention.sort is Sort.UNKNOWN and last - first == 1 and words.tokens[first - 1].base in w.NAMED_GROUPS
    return words.glued(first) and (mention.sort is Sort.BODY or one)
