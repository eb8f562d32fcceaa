"""The words that tell one event from another, weighted: names, places, numbers, and what is rare."""

from __future__ import annotations

import dataclasses
import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from sayso.article import Article
from sayso.attribute.tokens import tokenizer
from sayso.compare.words import folded

NAME = 3.0
"""Weight of a word with a capital beside one without: who and where tell events apart, "killed" does not."""
HEAD = 2.0
"""Weight of a word at the beginning, where news says what happened."""
_HEAD_LENGTH = 300
MOST = 60
"""Terms of an article that are kept, the weightiest."""
_BACKGROUND = 100
"""So many ordinary articles are thought beside the collection, or five articles on one event had no rare words."""
_EXPECTED = 30.0
"""How often the most frequent word stands in an article of 300 words; the r-th has an r-th of that (Zipf's law)."""
_FIRST_WORD = 1996
"""Where the words begin in the encoder's vocabulary, which lists them by frequency."""
_UNLISTED = 1e-3
_OFTEN = 4
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_GENITIVE = re.compile(r"['’]s?\Z")
_ENDING = re.compile(r"(?:ing|ed|es|s|ly)\Z")
_SHORT = 4

Vector = dict[str, float]
"""Weights of terms."""


@dataclasses.dataclass(frozen=True, slots=True)
class Terms:
    """The vectors of articles, each of length one or empty, and for each term a word as it stands in a text."""

    vectors: tuple[Vector, ...]
    shown: Mapping[str, str]


def terms_of(articles: Sequence[Article]) -> Terms:
    """The weighted terms of each article (tf-idf; Spärck Jones 1972, with the idf of both texts in one vector).

    How rare a term is comes from the articles themselves, together with a hundred ordinary articles as word frequencies
    in English make them.
    """
    shown: dict[str, str] = {}
    counts = [_counted(article.text, shown) for article in articles]
    having = Counter(term for count in counts for term in count)
    house = _house_words(articles, counts)
    total = len(articles) + _BACKGROUND
    rarity = {
        term: math.log(total / (number + _BACKGROUND * _expected(shown[term]))) ** 2
        for term, number in having.items()
        if term not in house
    }
    # Among few articles it is chance that nobody else has a term; among many such terms are names of no account.
    alone = {term: _BACKGROUND / total for term, number in having.items() if number == 1}
    return Terms(tuple(_vector(count, rarity, alone) for count in counts), shown)


def _house_words(articles: Sequence[Article], counts: Sequence[Mapping[str, float]]) -> Set[str]:
    """Terms that one outlet has on several days and no other has: its menus, its reporters, its own name."""
    outlets: defaultdict[str, set[str | None]] = defaultdict(set)
    days: defaultdict[str, set[str]] = defaultdict(set)
    for article, count in zip(articles, counts, strict=True):
        for term in count:
            if len(outlets[term]) < 2:
                outlets[term].add(article.outlet)
                days[term].add(article.date or article.id)
    return {term for term, of in outlets.items() if len(of) == 1 and None not in of and len(days[term]) >= _OFTEN}


def _counted(text: str, shown: dict[str, str]) -> Mapping[str, float]:
    """How often each term stands in *text*, names and beginnings counted more; adds to *shown* what is new."""
    count: defaultdict[str, float] = defaultdict(float)
    for match in _WORD.finditer(text):
        word = _GENITIVE.sub("", match[0])
        if len(word) > 1:
            term = _term(word)
            shown.setdefault(term, word)
            weight = NAME if word[0].isupper() else 1.0
            count[term] += weight * HEAD if match.start() < _HEAD_LENGTH else weight
    return count


@functools.lru_cache(maxsize=1 << 18)
def _term(word: str) -> str:
    """A word without its ending: "bombings" and "bombing" are one term."""
    plain = folded(word)
    return _ENDING.sub("", plain) if len(plain) > _SHORT else plain


@functools.lru_cache(maxsize=1 << 18)
def _expected(word: str) -> float:
    """The share of ordinary articles that have the word."""
    place = _vocabulary().get(word.lower(), 0)
    return min(1.0, _EXPECTED / (place - _FIRST_WORD + 1)) if place >= _FIRST_WORD else _UNLISTED


@functools.cache
def _vocabulary() -> Mapping[str, int]:
    vocabulary: dict[str, int] = tokenizer().get_vocab()
    return vocabulary


def _vector(count: Mapping[str, float], rarity: Mapping[str, float], alone: Mapping[str, float]) -> Vector:
    """The weightiest of the terms that other articles have too; those that stand *alone* only add to the length."""
    weights = {term: (1 + math.log(number)) * rarity[term] for term, number in count.items() if term in rarity}
    kept = sorted(weights.keys() - alone.keys(), key=lambda term: (-weights[term], term))[:MOST]
    length = math.sqrt(sum(alone.get(term, 1.0) * weight**2 for term, weight in weights.items())) or 1.0
    return {term: weights[term] / length for term in kept if weights[term] > 0}
