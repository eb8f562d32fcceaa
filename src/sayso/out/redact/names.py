"""Where names stand in a text, whole or in part, and what stands there instead.

A name in full, in whatever spelling of capitals, accents, hyphens and spaces, gives way to its label. So does a part of
it that stands alone, unless that might be somebody else: a part that two people have, or that is a word of the
language too, gives way to :data:`REMOVED`, which puts nobody's words into another's mouth.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from sayso.out.redact.folding import Folded, fold
from sayso.out.redact.people import SOMEBODY, Person
from sayso.resolve import words as w

REMOVED = "[name removed]"
_WORD = re.compile(r"[^\W_]+")
_PARTICLES = frozenset(
    {"of", "the", "de", "del", "der", "van", "von", "bin", "ibn", "ben", "la", "le", "da", "di", "al", "el", "st"}
)
"""Parts of names that name nobody when they stand alone."""
_BEFORE_PLACES = frozenset(("cape", "fort", "lake", "mount", "new", "port", "saint", "san", "santa", "st"))
"""Words that make a place of the name after them."""
_BEGIN, _BETWEEN, _END = r"(?<![^\W_])", r"[\W_]{0,12}", r"(?=(?:e?s)?(?![^\W_]))"
_GAP = re.compile(r"(?:[\s\-‐‑–'’]{1,3}|,\s)(?:[^\W\d_]\.?\s)?")
"""What stands between two parts of one name: a space, a hyphen, an initial."""
_INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])\.\s?$")


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A name, or part of one, in a text; ``person`` is ``None`` where it may be more than one's."""

    start: int
    end: int
    person: int | None
    full: bool


class Names:
    """The names that are to go, ready to be looked for.

    Args:
        people: Whose they are.
        others: Names that stay: other sources, outlets, places. One of several words stays whole where a part of it is
            a part of a name that goes too.
        texts: The texts in which names are looked for, which tell what is a word of the language.
    """

    def __init__(self, people: Sequence[Person], others: Iterable[str], texts: Iterable[str]) -> None:
        full = [(tuple(_words(name)), number) for number, person in enumerate(people) for name in person.names]
        self._full = [(_pattern(words), number) for words, number in full if words]
        self._owners = _owners(full)
        kept = [words for name in others if not self.spelled_out_in(name) and self._shares(words := _words(name))]
        self._kept = [_pattern(words) for words in kept]
        self._shared = {word for words in kept for word in words}
        read = list(texts)
        # Without capitals nothing tells a name from a word, so that every part of one is taken out.
        self._loose = any(map(str.islower, read))
        self._common = set() if self._loose else {word for text in read for word in _small_words(text)}
        parts = "|".join(map(re.escape, sorted(self._owners, key=len, reverse=True)))
        self._part = re.compile(rf"{_BEGIN}(?:{parts}){_END}") if parts else None
        # A role may name somebody else who goes: "Tolan's neighbour".
        self._labels = [SOMEBODY if self.find(person.label) else person.label for person in people]

    def find(self, text: str) -> list[Found]:
        """The names in *text* that are to go, in order, none overlapping; parts of one name as one."""
        read = fold(text)
        kept = [match.span() for pattern in self._kept for match in pattern.finditer(read.text)]
        full = [Found(*match.span(), number, full=True) for pattern, number in self._full
                for match in pattern.finditer(read.text)]  # fmt: skip
        found = [each for each in full if not _touches(each, kept)]
        taken = [*kept, *((each.start, each.end) for each in found)]
        found += [each for each in self._parts(text, read) if not _touches(each, taken)]
        found = self._joined(sorted(found, key=lambda each: (each.start, -each.end)), read.text)
        places = [read.place(each.start, each.end) for each in found]
        return [dataclasses.replace(each, start=at[0], end=at[1]) for each, at in zip(found, places, strict=True)]

    def label(self, found: Found) -> str:
        """What stands in the place of a name."""
        return REMOVED if found.person is None else self._labels[found.person]

    def clean(self, text: str) -> str:
        """*text* with every name replaced."""
        parts, at = [], 0
        for each in self.find(text):
            parts += [text[at : each.start], self.label(each)]
            at = each.end
        return "".join([*parts, text[at:]])

    def hinted_in(self, name: str) -> bool:
        """Whether an address, a file's name or an identifier holds any part of a name, in small letters too."""
        read = fold(unquote(name)).text
        return bool(self._part and self._part.search(read)) or self.spelled_out_in(read)

    def spelled_out_in(self, text: str) -> bool:
        """Whether a name stands in *text* in full, even where it is part of one that stays."""
        read = fold(text).text
        return any(pattern.search(read) for pattern, _ in self._full)

    def _shares(self, words: Sequence[str]) -> bool:
        return len(words) > 1 and not self._owners.keys().isdisjoint(words)

    def _parts(self, text: str, read: Folded) -> Iterator[Found]:
        for match in self._part.finditer(read.text) if self._part else ():
            first = text[read.at[match.start()]]
            if (first.islower() and not self._loose) or _is_place(read.text, match.start()):
                continue
            owners = self._owners[match[0]]
            unclear = len(owners) > 1 or match[0] in self._shared or match[0] in self._common
            yield Found(*match.span(), None if unclear else owners[0], full=False)

    def _joined(self, found: Sequence[Found], text: str) -> list[Found]:
        """Neighbouring parts of one name as one, with the initials between and before them."""
        runs: list[Found] = []
        for each in found:
            if runs and each.start < runs[-1].end:
                continue
            if runs and _GAP.fullmatch(text[runs[-1].end : each.start]) and (both := self._both(runs[-1], each, text)):
                runs[-1] = dataclasses.replace(runs[-1], end=each.end, person=both[0], full=True)
            else:
                runs.append(each)
        return [self._with_initial(each, text) for each in runs]

    def _both(self, one: Found, other: Found, text: str) -> tuple[int | None] | None:
        """Whose name two neighbours are together, ``(None,)`` for unclear; ``None`` where they are two people's."""
        common = self._whose(one, text) & self._whose(other, text)
        if not common:
            return None
        return (next(iter(common)) if len(common) == 1 else None,)

    def _whose(self, found: Found, text: str) -> set[int | None]:
        return {found.person} if found.full else {*self._owners[text[found.start : found.end]]}

    def _with_initial(self, found: Found, text: str) -> Found:
        before = _INITIAL.search(text, max(0, found.start - 4), found.start)
        firsts = {word[0] for word in self._owners}
        return dataclasses.replace(found, start=before.start()) if before and before[1] in firsts else found


def _words(name: str) -> list[str]:
    words = _WORD.findall(fold(name).text)
    while len(words) > 1 and words[0] in w.TITLES:
        words = words[1:]
    return words


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(f"{_BEGIN}{_BETWEEN.join(map(re.escape, words))}{_END}")


def _owners(full: Iterable[tuple[tuple[str, ...], int]]) -> dict[str, list[int]]:
    """For each part of a name that can stand alone, whose it is."""
    owners: dict[str, list[int]] = {}
    for words, number in full:
        for word in words:
            if (len(word) > 1 and word not in _PARTICLES) or len(words) == 1:
                owners.setdefault(word, [])
                owners[word] += [number] if number not in owners[word] else []
    return owners


def _small_words(text: str) -> Iterator[str]:
    return (fold(word).text for word in _WORD.findall(text) if word[0].islower())


def _is_place(text: str, start: int) -> bool:
    before = _WORD.findall(text[max(0, start - 8) : start])
    return bool(before) and before[-1] in _BEFORE_PLACES and text[start - 1 : start] == " "


def _touches(found: Found, taken: Iterable[tuple[int, int]]) -> bool:
    return any(found.start < end and found.end > start for start, end in taken)
