"""Whose names are taken out: sources who speak for nobody but themselves, and whoever is named on request."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.article import Article
from sayso.attribution import Attribution, SourceKind
from sayso.resolve import key_of
from sayso.resolve import words as w
from sayso.resolve.names import folded, is_short_for
from sayso.show.basis import KINDS
from sayso.show.words import with_article

_WITNESSES = frozenset({SourceKind.WITNESS_OR_RESIDENT, SourceKind.MEDICAL})
_UNKNOWN = frozenset({None, SourceKind.UNNAMED_OTHER})
"""What a person is put down as whose calling the text does not tell."""
_LEADERS = frozenset({"chair", "chairman", "chairperson", "chairwoman", "chief", "commander", "director", "head",
                      "leader", "secretary"})  # fmt: skip
_PUBLIC_CALLINGS = w.OFFICES | w.RANKS | w.SPEAKERS | w.PARTISANS | w.EXPERTS | w.JOURNALISTS | _LEADERS
"""Callings in which people speak for others, and answer for it."""
_SMALL = frozenset({"of", "de", "del", "der", "van", "von", "bin", "ibn", "ben", "la", "le", "da", "di", "al", "el"})
_WORD = re.compile(r"[^\W_]+")
SOMEBODY = "[a person]"
"""Stands for a name on request of which nothing is known."""


@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose name goes: every spelling of it, and the words in brackets that stand for it."""

    names: tuple[str, ...]
    label: str


def private_people(articles: Iterable[Article]) -> list[Person]:
    """The named sources of *articles* who are witnesses, residents or medical people, or of no known calling.

    Who is a witness anywhere is one everywhere; a spokeswoman of whom one article tells no more than the name is none.
    Unnamed sources, bodies and people who are only written about are not among them.

    Returns:
        People in the order in which they are first named, no two with one label; spellings that
        :func:`sayso.resolve.key_of` takes as one are one person.
    """
    told = _by_person(articles)
    return _told_apart([
        Person(names, _label(said))
        for names, said in told.items()
        if any(each.source_kind in _WITNESSES for each in said) or not any(map(_is_public, said))
    ])  # fmt: skip


def person_called(name: str, articles: Iterable[Article]) -> Person:
    """Somebody by a name that a person gave, with the role that the articles give to a source of that name."""
    asked = folded(name)
    for names, said in _by_person(articles).items():
        own = [folded(each) for each in names]
        if any(asked == each or is_short_for(asked, each) for each in own):
            return Person((name, *(each for each in names if each != name)), _label(said))
    return Person((name,), SOMEBODY)


def public_names(articles: Iterable[Article], people: Sequence[Person]) -> list[str]:
    """The names of the other sources, each once; a name that is taken out is not among them."""
    gone = {folded(name) for person in people for name in person.names}
    named = (each.source_name for one in articles for each in one.attributions or () if each.source_name)
    return [name for name in dict.fromkeys(named) if folded(name) not in gone]


def other_people(articles: Iterable[Article], people: Sequence[Person]) -> list[str]:
    """The names of the people among the other sources, for somebody to look at."""
    gone = {name for person in people for name in person.names}
    return ["/".join(names) for names in _by_person(articles) if gone.isdisjoint(names)]


def _by_person(articles: Iterable[Article]) -> dict[tuple[str, ...], list[Attribution]]:
    """What is said by each named person, by all spellings of the name."""
    said: defaultdict[str, list[Attribution]] = defaultdict(list)
    for article in articles:
        for each in article.attributions or ():
            if each.source_name and each.named is not False and _is_personal(each):
                said[key_of(each.source_name).value or each.source_name.casefold()].append(each)
    return {tuple(dict.fromkeys(each.source_name or "" for each in group)): group for group in said.values()}


def _is_personal(attribution: Attribution) -> bool:
    """Whether a name is a person's, as far as its words tell: capitals throughout, and no word for a body.

    One word of somebody without a calling may be a country's, and is left.
    """
    words = _bare(attribution.source_name or "")
    lower = [word.casefold() for word in words]
    if not words or any(w.lemma(word) in w.BODIES for word in lower):
        return False
    if any(word[0].islower() and small not in _SMALL for word, small in zip(words, lower, strict=True)):
        return False
    return len(words) > 1 or attribution.source_kind in _WITNESSES


def _bare(name: str) -> list[str]:
    """The words of a name without titles before it."""
    words = _WORD.findall(name)
    while words and words[0].casefold() in w.TITLES:
        words = words[1:]
    return words


def _is_public(attribution: Attribution) -> bool:
    if attribution.source_kind not in _UNKNOWN:
        return attribution.source_kind not in _WITNESSES
    return _head(attribution.source_role) in _PUBLIC_CALLINGS


def _head(role: str | None) -> str:
    words = _WORD.findall((role or "").casefold())
    return w.lemma(words[-1]) if words else ""


def _label(said: Sequence[Attribution]) -> str:
    """The role in brackets: as an article tells it, else the kind of source."""
    names = {word.casefold() for each in said for word in _WORD.findall(each.source_name or "")}
    for each in said:
        role = each.source_role or ""
        words = [word.casefold() for word in _WORD.findall(role)]
        if words and words[-1] not in w.TITLES and names.isdisjoint(words):
            # "Father" before a name is a calling, "Corrin resident" begins with a name.
            told = role[0].lower() + role[1:] if w.lemma(words[0]) in w.PEOPLE else role
            return f"[{with_article(told)}]"
    kinds = [each.source_kind for each in said if each.source_kind]
    kind = next((each for each in kinds if each in _WITNESSES), kinds[0] if kinds else None)
    return f"[{with_article(KINDS[kind])}]" if kind else SOMEBODY


def _told_apart(people: Sequence[Person]) -> list[Person]:
    """The people, those with one label told apart by a letter or number: two residents are not one."""
    of_label: defaultdict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(people):
        of_label[person.label].append(number)
    found = list(people)
    for label, numbers in of_label.items():
        for place, number in enumerate(numbers if len(numbers) > 1 else (), start=1):
            found[number] = dataclasses.replace(people[number], label=f"{label[:-1]}, no. {place}]")
    return found
