"""The words of a statement as they are compared: stems, groups of one meaning, and names whatever their spelling."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from sayso.article import Span
from sayso.compare.term_words import EMPTY, GROUPS
from sayso.figures.words import listed

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_SMALL_WORD = re.compile(r"\b[a-z][a-z'’-]*\b")
_ENDS = (".", "!", "?", ":", "", "”", '"')
_NUMBERS = listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundreds dozens scores thousands"
)
_LONG_PAIRS = (("islamic", "state"), ("united", "nations"), ("united", "states"))
_ARTICLES = ("al-", "el-", "as-", "ash-", "an-", "ar-", "az-", "ad-", "at-")
_ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ed", "ies", "es", "s", "ly")
_VOWELS = re.compile(r"[aeiouyhw']")
_DOUBLED = re.compile(r"(.)\1+")


def terms_of(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """What the words of *span* stand for, each with its place in *text*; words without content are left out.

    A word is one of a group ("explosion": ``blast``), a name, ``^`` and its consonants, so that the spellings of one
    name in Latin letters agree, or a stem.

    Example:
        >>> text = "The explosion hit al-Taveq."
        >>> [term for term, _ in terms_of(text, Span(0, len(text)))]
        ['blast', 'hit', '^tvk']
    """
    words = _WORD.finditer(text, span.start, span.end)
    word, following = next(words, None), next(words, None)
    while word:
        at = Span(*word.span())
        pair = (word[0].lower(), following[0].lower()) if following else None
        if following and pair in _LONG_PAIRS:
            yield GROUPS["-".join(pair)], Span(at.start, following.end())
            following = next(words, None)
        elif term := term_of(word[0].lower() if _only_begins(text, at) else word[0]):
            yield term, at
        word, following = following, next(words, None)


def _only_begins(text: str, at: Span) -> bool:
    """Whether a word has its capital from the start of a sentence: the text has it in small letters elsewhere."""
    begins = at.start == 0 or text[at.start - 1] in "“\"'‘" or text[max(0, at.start - 2) : at.start].strip() in _ENDS
    return begins and text[at.start].isupper() and text[at.start : at.end].lower() in _small_words(text)


@functools.lru_cache(maxsize=1024)
def _small_words(text: str) -> frozenset[str]:
    return _NUMBERS | frozenset(_SMALL_WORD.findall(text))


@functools.lru_cache(maxsize=65536)
def term_of(word: str) -> str | None:
    """What one word stands for; ``None`` for a word without content."""
    low = _plain(word)
    if low in GROUPS:
        return GROUPS[low]
    if low in EMPTY or (len(low) < 2 and not low.isdigit()):
        return None
    bare = next((low[len(article) :] for article in _ARTICLES if low.startswith(article)), low)
    if word[0].isupper() or bare != low:
        return "^" + skeleton(bare)
    return stem(low)


def skeleton(name: str) -> str:
    """The consonants of a name, doubled ones once, "q" as "k": what its spellings in Latin letters share.

    Example:
        >>> skeleton("taveqqah"), skeleton("teveka"), skeleton("ao")
        ('tvk', 'tvk', 'ao')
    """
    bare = _DOUBLED.sub(r"\1", _VOWELS.sub("", name[1:].replace("q", "k").replace("-", "")))
    short = name[:1].replace("q", "k") + bare
    return short if len(short) > 2 else name


def stem(word: str) -> str:
    """A word without its ending, if three letters or more are left.

    Example:
        >>> stem("closing"), stem("closed"), stem("bus")
        ('clos', 'clos', 'bus')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word)
    plain = "".join(c for c in letters if not unicodedata.combining(c)).lower().replace("’", "'")
    return plain.removesuffix("'s").replace("'", "")
