"""One key for one person across articles, whatever the spelling; no key where the name alone cannot tell.

Names are folded only by variations that transliteration is known to produce (Arabic, Russian and the like into Latin
letters), never by likeness of sound or by edit distance: two people are never made one. What is left is what no name
can tell, namesakes.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata

from sayso.resolve import gazetteer as known
from sayso.resolve import words as w

_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "ar", "az", "an", "at", "the", "ul", "ur"})
_SMALL = frozenset(
    {"of", "for", "and", "on", "in", "de", "del", "der", "van", "von", "bin", "ibn", "ben", "la", "le", "da", "di"}
)
_WORD = re.compile(r"[^\W_]+")
_SERVANT = re.compile(r"abd(?:[aeu][lr]?)?")
_ARABIC_SPELLINGS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("q", "k"))
"""Vowels and letters written either way, in names that are Arabic for sure: "Reed" and "Reid" are two people."""
_LONG = 5
"""Fewest letters of a word in which these say little: "Lee" and "Li" are two, beside an Arabic given name too."""
_SAME_NAMES = """
muhammad mohammed mohamed mohammad muhammed mohamad mohamet muhamad
ahmad ahmed
husain hussein hussain husein hossein husayn
hasan hassan
yusuf youssef yousef yusef yousif yusif yousuf
sulaiman suleiman soleiman sulayman suleyman
khalid khaled
umar omar
usama osama
said saeed saeid sayeed
mustafa mustapha moustafa mostafa
ibrahim ebrahim
faisal faysal feisal
tarik tariq tarek tareq
nasir nasser naser nassir
kasim qasim kassem qassem qasem kasem
uthman othman osman
fatima fatema fatma
aisha ayesha aysha
dmitri dmitry dimitri dmitriy
aleksei alexei alexey aleksey
yuri yury yuriy iuri
sergei sergey
andrei andrey
nikolai nikolay
vasili vasily vassily vasiliy
"""
_SAME = {variant: line.split()[0] for line in _SAME_NAMES.strip().splitlines() for variant in line.split()}


@dataclasses.dataclass(frozen=True, slots=True)
class Key:
    """What stands for one person in every article, and why; ``value`` is ``None`` where the name cannot tell.

    Two sources are the same if their values are equal and not ``None``.
    """

    value: str | None
    reason: str


def key_of(name: str) -> Key:
    """The key of a full name.

    Titles, articles, accents, hyphens and known variants of transliteration do not count; every other word does, a
    middle initial too. A single word may be anybody's name and gets no key, unless it is the known name of a body;
    neither does a description.

    Example:
        >>> {key_of(name).value for name in ("Omar Abdel Rahim", "Dr. Umar Abdurrahim", "Omar Abdulrahim")}
        {'umar abdrahim'}
        >>> key_of("Ada Byrne").value == key_of("Ada M. Byrne").value
        False
        >>> key_of("Byrne")
        Key(value=None, reason='one word may be the name of several people')
    """
    words = name.split()
    while words and words[0].lower().rstrip(".") in _BEFORE_NAMES:
        words = words[1:]
    if any(_is_common(word) for word in words):
        return Key(None, "a description is no name")
    folded = _folded([word.lower() for word in _WORD.findall(_plain(" ".join(words)))])
    telling = [word for word in folded if word not in _SMALL]
    if len(telling) < 2 and "".join(telling) not in _BODIES:
        return Key(None, "one word may be the name of several people" if folded else "no name")
    return Key(" ".join(folded), "the same words but for titles, articles and transliteration")


_BODIES = frozenset(name.replace(".", "") for name in known.KNOWN)
_BEFORE_NAMES = w.TITLES.keys() | w.DETERMINERS | w.OFFICES | w.RANKS | {"prime", "foreign", "vice", "former"}


def _is_common(word: str) -> bool:
    """Whether a word is no part of a name: a small letter where names have none."""
    return word[:1].islower() and re.split("[-’]", word, maxsplit=1)[0] not in _ARTICLES | _SMALL


def _plain(name: str) -> str:
    """*name* without accents and full stops, and with a space for every hyphen."""
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return plain.replace("-", " ").replace(".", "").replace("'", "").replace("’", "")


def _folded(words: list[str]) -> list[str]:
    """The words for comparison, "Abd al-Rahman", "Abdel Rahman" and "Abdurrahman" alike in one."""
    arabic = any(word in _ARTICLES or word in _SAME or word.startswith("abd") for word in words)
    found: list[str] = []
    servant = False
    for word in words:
        if word in _ARTICLES:
            continue
        if servant:
            found.append("abd" + _spelled(_after_article(word), arabic=True))
            servant = False
        elif _SERVANT.fullmatch(word):
            servant = True
        elif word.startswith("abd") and len(word) > 6:
            found.append("abd" + _spelled(_after_article(word[3:]), arabic=True))
        else:
            found.append(_spelled(word, arabic=arabic))
    return [*found, "abd"] if servant else found


def _after_article(word: str) -> str:
    """*word* without an article that is written into it: "urrahman", "elrahman", "ulaziz"."""
    rest = re.sub(r"^[aeu](?=[lr])", "", word)
    if rest == word:
        return word
    # "urrahman": the article's l became the next letter; "ullatif": it met an l.
    return rest[1:] if rest[0] == "l" or rest[:2] == "rr" else rest


def _spelled(word: str, *, arabic: bool) -> str:
    if word in _SAME or not arabic or len(word) < _LONG:
        return _SAME.get(word, word)
    for old, new in _ARABIC_SPELLINGS:
        word = word.replace(old, new)
    return word
