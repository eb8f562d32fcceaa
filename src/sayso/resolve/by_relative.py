"""The rule for relative clauses: "Ada Byrne, the mayor, who said"."""

from __future__ import annotations

from sayso.resolve import gazetteer as known
from sayso.resolve import words as w
from sayso.resolve.by_name import who_is
from sayso.resolve.callings import determined_before
from sayso.resolve.mentions import Mention, Sort
from sayso.resolve.phrases import Phrase
from sayso.resolve.reading import Reading, Who

_WIDEST = 6


def by_relative(reading: Reading, phrase: Phrase, _: int) -> Who | None:
    """Whom the words before "who", "which" or "that" name or describe."""
    at = phrase.tokens[0]
    if not phrase.is_one_word or reading.tokens[at].base not in w.RELATIVE_PRONOUNS:
        return None
    end = at
    while end and at - end < 2 and not reading.tokens[end - 1].text[0].isalnum():
        end -= 1
    apposed = reading.cast.apposed_until.get(end)
    if apposed and apposed.person:
        return who_is(reading, phrase, apposed.person)
    thing = reading.tokens[at].base in ("which", "that")
    if mention := _named_before(reading, end, thing=thing):
        return who_is(reading, phrase, mention)
    nouns = w.BODIES | w.DOCUMENTS if thing else w.PEOPLE
    return _described_before(reading, phrase, end, nouns)


def _named_before(reading: Reading, end: int, *, thing: bool) -> Mention | None:
    """The name that ends at token *end*, or the person in "Senator Ada Byrne of Corrin"."""
    mention = reading.cast.names.ending.get(end)
    if mention is None:
        return None
    if mention.sort is not (Sort.PERSON if thing else Sort.PLACE) and not _only_places(reading, mention):
        return mention
    at = mention.name[0] - 1
    person = reading.cast.names.ending.get(at)
    placed = mention.sort is Sort.PLACE and reading.tokens[at].base in ("of", "from")
    return person if placed else None


def _only_places(reading: Reading, mention: Mention) -> bool:
    """Whether the name only places other people: "residents of Corrin who"."""
    first = mention.name[0]
    while first and reading.tokens[first - 1].base in w.DETERMINERS:
        first -= 1
    if first < 2 or reading.tokens[first - 1].base not in w.PREPOSITIONS:
        return False
    return w.lemma(reading.tokens[first - 2].base) in w.PEOPLE


def _described_before(reading: Reading, phrase: Phrase, end: int, nouns: frozenset[str]) -> Who | None:
    """The phrase built on one of *nouns* that ends at token *end*: "two residents", "a woman from Corrin"."""
    for head in range(end - 1, max(-1, end - _WIDEST), -1):
        if w.lemma(reading.tokens[head].base) in nouns and head not in reading.cast.names.covering:
            first = _first_of_phrase(reading, head)
            described = Phrase((first, end), (first, head + 1), (first, end), head)
            return Who(phrase, (first, end), None, described)
        if not reading.words.glued(head) and head != end - 1:
            break
    return None


def _first_of_phrase(reading: Reading, head: int) -> int:
    first = head
    while first and reading.words.glued(first) and head - first < 4 and _belongs(reading, first - 1):
        first -= 1
    return first - determined_before(reading.words, first)


def _belongs(reading: Reading, at: int) -> bool:
    """Whether token *at* modifies the noun after it."""
    base = reading.tokens[at].base
    if "-" in base:
        return base[0].isalpha()
    modifies = base in w.ROLE_MODIFIERS or base in w.OFFICIAL_MODIFIERS or base in w.BODIES
    return modifies or base in w.DETERMINERS or base in known.DEMONYMS
