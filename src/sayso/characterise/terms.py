"""Lexicons of words and phrases, looked up at a place in a text: the longest entry that stands there wins."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from sayso.characterise.inflection import plural, verb_forms

Value = TypeVar("Value")


@dataclasses.dataclass(frozen=True, slots=True)
class Terms(Generic[Value]):
    """Phrases by their first word, the longest first, each with its value."""

    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Value]]]

    def at(self, words: Sequence[str], place: int) -> tuple[int, Value] | None:
        """How many words the longest phrase at *place* has, and its value; ``None`` where none stands there."""
        for phrase, value in self.phrases.get(words[place], ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                return len(phrase), value
        return None


def listed(words: str) -> frozenset[str]:
    """The words of a list divided by spaces."""
    return frozenset(words.split())


def terms(
    *,
    verbs: Mapping[Value, str] | None = None,
    nouns: Mapping[Value, str] | None = None,
    fixed: Mapping[Value, str] | None = None,
) -> Terms[Value]:
    """A lexicon from entries divided by commas.

    Verbs are taken in every form, by the first word of an entry; nouns in both numbers, by the last; fixed ones as
    they are.

    Example:
        >>> lexicon = terms(verbs={"denied": "deny, rule out"}, nouns={"seen": "satellite image"})
        >>> lexicon.at("it ruled out a fire".split(), 1), lexicon.at("satellite images show".split(), 0)
        ((2, 'denied'), (2, 'seen'))
    """
    phrases: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for phrase, value in (
        *((phrase, value) for words, value in _entries(verbs) for phrase in _verb_phrases(words)),
        *((phrase, value) for words, value in _entries(nouns) for phrase in _noun_phrases(words)),
        *((tuple(words), value) for words, value in _entries(fixed)),
    ):
        phrases.setdefault(phrase[0], []).append((phrase, value))
    return Terms({first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in phrases.items()})


def _entries(listed_by_value: Mapping[Value, str] | None) -> Iterator[tuple[list[str], Value]]:
    for value, entries in (listed_by_value or {}).items():
        for entry in entries.split(","):
            yield entry.split(), value


def _verb_phrases(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return ((form, *words[1:]) for form in verb_forms(words[0]))


def _noun_phrases(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return ((*words[:-1], form) for form in (words[-1], plural(words[-1])))
