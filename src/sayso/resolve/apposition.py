"""Who stands beside a calling: "the mayor, Linus X," and "Nell X, the head of", with commas and without.

Scraped texts lose their commas, so what they would tell is taken from the parts themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.resolve import words as w
from sayso.resolve.callings import (
    LINKS,
    Calling,
    Names,
    body_after,
    determines,
    is_calling,
    is_plain,
    modifiers_before,
    names_body,
)
from sayso.resolve.mentions import Mention, Range, Sort
from sayso.resolve.senses import sense_of
from sayso.resolve.tokens import Words

_LEADS = frozenset({"runs", "heads", "leads", "directs", "chairs", "ran", "headed"})


def callings_of(words: Words, names: Names) -> list[Calling]:
    """Every calling outside names, in reading order."""
    return [_calling(words, names, at) for at in range(len(words)) if is_calling(words, names, at)]


def _calling(words: Words, names: Names, head: int) -> Calling:
    after = body_after(words, names, head)
    end = after[1] if after else head + 1
    beside = _name_beside(words, names, head, end)
    first, body = modifiers_before(words, names, head, apposed=after is not None and beside is None)
    start = first - (first > 0 and determines(words.tokens[first - 1]))
    if after and not (body and _is_placed(words, names, head, after)):
        body = after
    person = None
    if w.lemma(words.tokens[head].base) == words.tokens[head].base:
        told = after is not None or words.tokens[first].owns
        person = beside or _name_after_comma(words, names, (start, end), head)
        person = person or _name_before(words, names, start, told)
    return Calling(head, (start, end), (first, head + 1), body, person)


def _is_placed(words: Words, names: Names, head: int, after: Range) -> bool:
    """Whether what follows only says where: the body of a "Meridian envoy for Corrin" is Meridian."""
    mention = names.ending.get(after[1])
    return words.tokens[head + 1].base in ("in", "from", "to") or bool(mention and mention.sort is Sort.PLACE)


def _name_beside(words: Words, names: Names, head: int, end: int) -> Mention | None:
    """The name right after a calling or its body: "observatory head Nell X", "head of the observatory Nell X"."""
    for at in _places_after(words, names, head, end):
        found = names.beginning.get(at)
        of_body = at == end > head + 1 and found and names_body(words, found)
        if found and words.glued(at) and found.may_be_person and not of_body:
            return found
    return None


def _places_after(words: Words, names: Names, head: int, end: int) -> Iterator[int]:
    """Where the name may begin, the likeliest first."""
    yield head + 1
    if head + 1 < len(words) and words.tokens[head + 1].base in ("named", "called"):
        yield head + 2
    yield end
    if end + 2 < len(words) and words.tokens[end].text == "(" and words.tokens[end + 2].text == ")":
        yield end + 3
    yield _after_domains(words, end)
    if end + 2 < len(words) and words.tokens[end].base in LINKS and words.glued(end):
        # "representative of Corrin to the council Nell X"
        another = names.beginning.get(end + 1 + determines(words.tokens[end + 1]))
        if another:
            yield another.name[1]


def _after_domains(words: Words, at: int) -> int:
    """Where the text goes on after "for Foreign Affairs and Trade"."""
    while at + 1 < len(words) and words.glued(at + 1):
        base, following = words.tokens[at].base, words.tokens[at + 1]
        joins = base in ("for", "of", "and") and following.base in w.DOMAINS and following.capital
        if not joins and not (base in w.DOMAINS and words.tokens[at].capital):
            break
        at += 1
    return at


def _name_after_comma(words: Words, names: Names, phrase: Range, head: int) -> Mention | None:
    """The name between commas: "her campaign manager, Robby X,". After a bare noun it may be another sentence part."""
    comma = _to_comma(words, phrase[1])
    found = names.beginning.get(comma + 1)
    if found is None or words.tokens[comma].text != "," or phrase[0] == head or not found.may_be_person:
        return None
    end = found.name[1]
    closed = end < len(words) and words.tokens[end].text in ",;—–-("
    return found if closed or {phrase[0], end} <= names.cuts else None


def _to_comma(words: Words, at: int) -> int:
    """The comma after "of the economy"; *at* itself where no such phrase ends in one, the last token at the end."""
    if at < len(words) and words.tokens[at].base in LINKS:
        for end in range(at + 1, min(at + 6, len(words))):
            if words.tokens[end].text == ",":
                return end
            if not is_plain(words.tokens[end]) and not determines(words.tokens[end]):
                break
    return min(at, len(words) - 1)


def _name_before(words: Words, names: Names, start: int, told: bool) -> Mention | None:
    """The name before a calling: "Ada Byrne, 54, the mayor", and without commas "Ada Byrne head of the".

    *told*: the calling says of which body it is, as an apposition does.
    """
    comma = start > 0 and words.tokens[start - 1].text == ","
    at = _before_age(words, start - 1) if comma else start
    found = names.ending.get(at)
    if found is None or not found.may_be_person:
        return None
    if comma:
        # In "in Corrin, the mayor" the name is a place.
        first = found.name[0]
        placed = first > 0 and words.tokens[first - 1].base in w.PREPOSITIONS
        return None if placed and found.sort is not Sort.PERSON else found
    determined = determines(words.tokens[start]) and not words.has_commas
    several = found.name[1] - found.name[0] > 1
    return found if several and words.glued(start) and (told or determined) else None


def _before_age(words: Words, comma: int) -> int:
    """Where a name ends before ", 54," whose last comma is token *comma*; *comma* itself where no age stands there."""
    age = comma > 1 and words.tokens[comma - 1].text.isdigit() and words.tokens[comma - 2].text == ","
    return comma - 2 if age else comma


def callings_in_names(words: Words, names: Names) -> Iterator[Calling]:
    """The callings written in one run of capitals with a name: "party Chairman Joren X", "Deputy Minister Nell X"."""
    for mention in names.all:
        if mention.role:
            first, last = mention.role
            head = _head_of_role(words, mention.role)
            body = mention.affiliation
            if w.TITLES.get(words.tokens[head].base, "") is not None:
                first, before = modifiers_before(words, names, first, apposed=False)
                body = body or before
            yield Calling(head, (first, mention.name[1]), (first, last), body, mention)


def _head_of_role(words: Words, role: Range) -> int:
    """The noun of a calling in capitals: the last before "of", a title only where there is nothing else."""
    of = next((at for at in range(*role) if words.tokens[at].base == "of"), role[1])
    heads = [at for at in range(*role) if sense_of(words.tokens[at]) in "RT"]
    nouns = [at for at in heads if sense_of(words.tokens[at]) == "R"]
    return next((at for at in reversed(nouns) if at < of), (nouns or heads)[-1])


def bodies_of_persons(words: Words, names: Names) -> Iterator[Calling]:
    """Persons with their body but no calling: "Nell X of the Hill League", "Nell X, who runs the Hill League"."""
    for mention in names.all:
        first, last = mention.name
        after = _after_link(words, last)
        body = names.beginning.get(after) if after else None
        if mention.may_be_person and last - first > 1 and body and body.sort is Sort.BODY:
            yield Calling(last, (last, body.name[1]), None, body.name, mention)


def _after_link(words: Words, at: int) -> int | None:
    """Where the body begins after "of the" or "who runs the Inland-based"; ``None`` without these."""
    bases = words.bases(at, at + 6)
    start = 1 if bases[:1] in (["of"], ["from"]) else 0
    who = 1 if bases[:1] == [","] else 0
    if bases[who : who + 1] == ["who"] and _LEADS.intersection(bases[who + 1 : who + 2]):
        start = who + 2
    if not start:
        return None
    end = start
    while end < len(bases) and (bases[end] == "the" or "-" in bases[end]):
        end += 1
    return at + end
