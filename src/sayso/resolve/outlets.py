"""Which words name an outlet: "Meridian Wire", "a Meridian reporter", "state television"."""

from __future__ import annotations

from sayso.article import Article
from sayso.attribution import SourceKind
from sayso.resolve import gazetteer as known
from sayso.resolve import words as w
from sayso.resolve.mentions import Mention, Range, Sort
from sayso.resolve.names import folded
from sayso.resolve.reading import Reading
from sayso.resolve.tokens import Token

_LONGEST_OBJECT = 10
_ALSO_NAMES = frozenset({"fox"})
"""Outlets whose name can be a person's, but not after "told" alone."""


def object_at(reading: Reading, first: int) -> Range | None:
    """The noun phrase that begins at token *first*, after a verb or a preposition, if one does."""
    tokens, names, at = reading.tokens, reading.cast.names, first
    while at < min(len(tokens), first + _LONGEST_OBJECT) and not _ends_object(reading, first, at):
        mention = names.beginning.get(at)
        if mention is None and _is_pronoun(tokens[at]):
            at += at == first
            break
        at = max(at + 1, mention.name[1]) if mention else at + 1
        if mention is None and w.lemma(tokens[at - 1].base) in w.PEOPLE and not _goes_on(reading, at):
            break
    while at > first + 1 and tokens[at - 1].base in w.FUNCTION_WORDS:
        at -= 1
    return (first, at) if at > first else None


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether a name or another noun follows a noun for people: "co-host Nell X", "the Selvany people"."""
    if at >= len(reading.tokens) or not reading.words.glued(at):
        return False
    noun = w.lemma(reading.tokens[at].base)
    return at in reading.cast.names.beginning or noun in w.PEOPLE or noun in w.BODIES or noun in w.AUDIENCES


def _ends_object(reading: Reading, first: int, at: int) -> bool:
    token, begin = reading.tokens[at], reading.tokens[first]
    if token.sentence != begin.sentence or token.quoted != begin.quoted or not token.text[0].isalnum():
        return True
    if token.base in w.AFTER_OBJECTS or token.base in w.TIMES or token.base in w.SPEECH:
        return True
    determines = token.base in w.DETERMINERS or token.base in w.POSSESSIVES
    return at > first and determines and token.base != "all" and reading.tokens[at - 1].base != "of"


def _is_pronoun(token: Token) -> bool:
    personal = token.base in w.PRONOUNS or token.base in w.FIRST_PERSON or token.base in w.SECOND_PERSON
    return personal and token.base not in w.POSSESSIVES


def is_pronoun(reading: Reading, tokens: Range) -> bool:
    """Whether a phrase is "him", "us" or the like."""
    first = reading.tokens[tokens[0]].base
    personal = first in w.PRONOUNS or first in w.FIRST_PERSON or first in w.SECOND_PERSON
    return tokens[1] - tokens[0] == 1 and personal


def outlet_in(reading: Reading, tokens: Range) -> Range | None:
    """The words of a phrase that name an outlet, if it is one or somebody of its staff."""
    for at in range(*tokens):
        mention = reading.cast.names.beginning.get(at)
        if mention and (_is_outlet(reading, mention, tokens) or _looks_like_outlet(reading, mention, tokens)):
            return mention.name
    bases = reading.words.bases(*tokens)
    if len(bases) == 1 and (known.KNOWN.get(bases[0]) is SourceKind.MEDIA or bases[0] in _ALSO_NAMES):
        return tokens
    unnamed = bases[-1] in ("tv", "television", "radio", "media") and len(bases) > 1
    if unnamed and bases[-2] not in w.DETERMINERS:
        return tokens[0] + (bases[0] in w.DETERMINERS), tokens[1]
    return None


def _is_outlet(reading: Reading, mention: Mention, tokens: Range) -> bool:
    if reading.cast.of(mention).kind is SourceKind.MEDIA:
        return True
    beside = (at for at in range(*tokens) if not mention.name[0] <= at < mention.name[1])
    return mention.sort is not Sort.PLACE and any(reading.tokens[at].base in w.STAFF for at in beside)


def _looks_like_outlet(reading: Reading, mention: Mention, tokens: Range) -> bool:
    """Whether a name alone is written as only outlets are after "told": "The Inland Post", "MTV"."""
    first = reading.tokens[tokens[0]]
    if mention.name != (tokens[0] + (first.base == "the"), tokens[1]) or mention.sort is Sort.PLACE:
        return False
    shouted = reading.cast.text(mention.name).isupper() and mention.name[1] - mention.name[0] == 1
    return shouted or (first.base == "the" and first.capital)


def is_own(article: Article, name: str) -> bool:
    """Whether a name is that of the outlet itself.

    Example:
        >>> is_own(Article(id="1", text="", outlet="portadabeacon"), "the Port Ada Beacon")
        True
    """
    owners = (article.outlet, article.publisher, article.source_organization)
    return any(_are_one(name, own) for own in owners if own)


def _are_one(one: str, other: str) -> bool:
    """Whether two names are one but for spaces, hyphens, articles and words at the end of one of them."""
    if "".join(filter(str.isalnum, one.lower())) == "".join(filter(str.isalnum, other.lower())):
        return True
    mine, theirs = "".join(folded(one)), "".join(folded(other))
    return bool(mine and theirs) and (mine == theirs or _begins_other(mine, theirs))


def _begins_other(mine: str, theirs: str) -> bool:
    return min(len(mine), len(theirs)) > 3 and (mine.startswith(theirs) or theirs.startswith(mine))
