"""A text as words: where each stands, in which sentence, in capitals or not, inside quotation marks or not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from sayso.article import Span
from sayso.attribute.quotes import quoted_spans
from sayso.resolve.gazetteer import DEMONYMS, KNOWN, PLACES
from sayso.resolve.words import TITLES

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., D.C.
    # A full stop inside a word is one of "a.m."; scraped texts lose the space in "said.Byrne".
    r"|[^\W_]+(?:[’'&-][^\W_]+|\.(?![A-Z][a-z])[^\W_]+)*\.?"
    r"|\n+|[^\w\s]|_"
)
_ABBREVIATIONS = frozenset(TITLES) | frozenset(
    "st jr sr inc co corp vs d.c ind ill calif fla mass tex va wis vt ky ga conn pa".split()  # noqa: SIM905
)
_POSSESSIVE = re.compile(r"[’'][sS]?$")
_CONTRACTED = re.compile(r"[’'](?:ve|re|d|ll|m|s|S)?$")
_PREFIXED = re.compile(r"(?:al|el|an|as|ash|at|ad|ar|az|abd|abu|ibn|d|l|o)[-’'][A-Z]")
_ADJECTIVE = re.compile(r"-[a-z]*(?:ed|led|run|held|born|era|style|wide|level|owned|speaking|leaning|aligned|wing)$")
_SHOUTED = {"US": "u.s", "UK": "u.k", "UN": "u.n", "EU": "e.u", "WHO": "w.h.o", "IS": "i.s", "AP": "a.p"}
"""Names that in lower case would be words, and those that are written with and without full stops."""
_SHOUTED_OF = {name + "s": base for name, base in _SHOUTED.items()}
"""The same with what is left of a lost apostrophe: "the UNs envoy"."""
_OF_PLURAL_NAMES = frozenset({"state", "nation", "emirate"})
_SENTENCE_ENDS = frozenset(".!?")


class Token(NamedTuple):
    """One word or mark.

    ``base`` is lower case without possessive or contracted ending. ``capital``: it is written like a name. ``first``:
    no word of its sentence stands before it. ``lost``: its last letter is what is left of a possessive ending.
    """

    start: int
    end: int
    text: str
    base: str
    capital: bool
    sentence: int
    first: bool
    quoted: bool
    lost: bool = False

    @property
    def owns(self) -> bool:
        """Whether it ends as a possessive does."""
        return self.lost or self.text.endswith(("'s", "’s", "'", "’"))


class Words:
    """The tokens of a text, in reading order, and where they lie.

    ``lower`` are the words that stand there in small letters, ``capital_inside`` those in capitals not only because a
    sentence begins. ``has_allies``: somebody is led by somebody ("the Inland-led coalition").

    Args:
        text: The article's text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self._starts = [token.start for token in self.tokens]
        self._told = _running_count(self.tokens)
        self.has_apostrophes = _has_apostrophes(text)
        self.has_commas = text.count(",") * 200 > len(self.tokens)
        self.has_allies = any(token.base.endswith("-led") for token in self.tokens)
        self.lower = {token.base for token in self.tokens if not token.capital}
        self.capital_inside = {token.base for token in self.tokens if token.capital and not token.first}

    def __len__(self) -> int:
        return len(self.tokens)

    def bases(self, first: int, last: int) -> list[str]:
        """The tokens in ``[first, last)`` in lower case."""
        return [token.base for token in self.tokens[first:last]]

    def within(self, span: Span) -> range:
        """The tokens that lie in *span*, as a range of indices; one that is cut counts."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.tokens[first].end <= span.start:
            first += 1
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens in ``[first, last)``, at least one, without a possessive ending."""
        token = self.tokens[last - 1]
        ending = _POSSESSIVE.search(token.text)
        end = token.start + ending.start() if ending else token.end - token.lost
        return Span(self.tokens[first].start, max(end, token.start + 1))

    def between(self, earlier: int, later: int) -> int:
        """How many sentences with words outside quotation marks follow sentence *earlier*, up to *later* included."""
        return self._told[later] - self._told[earlier]

    def glued(self, index: int) -> bool:
        """Whether nothing but white space in one line stands between the token and the one before it."""
        gap = self.text[self.tokens[index - 1].end : self.tokens[index].start]
        return bool(gap) and gap.isspace() and "\n" not in gap


def _has_apostrophes(text: str) -> bool:
    return "'" in text or "’" in text


def _tokens(text: str) -> list[Token]:
    quoted = quoted_spans(text)
    opens, closes = [span.start for span in quoted], [span.end for span in quoted]
    openings = set(opens)
    found: list[Token] = []
    sentence, ended, first = 0, False, True
    for match in _TOKEN.finditer(text):
        start, word = match.start(), match[0]
        if word[0] == "\n":
            sentence, ended, first = sentence + 1, False, True
            continue
        stop = len(word) > 1 and word[-1] == "." and not _keeps_stop(word[:-1])
        word = word[:-1] if stop else word
        is_word = word[0].isalnum()
        capital = is_word and (word[0].isupper() or bool(_PREFIXED.match(word))) and not _ADJECTIVE.search(word)
        if ended and (capital or word[0].isdigit() or match.end() in openings):
            sentence, first = sentence + 1, True
        ended = stop or (ended and not is_word) or word in _SENTENCE_ENDS
        inside = bisect_right(opens, start) - 1
        in_quotes = inside >= 0 and start < closes[inside]
        end, first_word = start + len(word), first and is_word
        found.append(Token(start, end, word, _base(word), capital, sentence, first_word, in_quotes))
        first = first and not is_word
    if _has_apostrophes(text):
        return found
    names = _names(found)
    return [_with_lost_apostrophe(token, names) for token in found]


def _base(word: str) -> str:
    plain = _CONTRACTED.sub("", word)
    return _SHOUTED.get(plain) or plain.lower().rstrip(".") or word


def _keeps_stop(word: str) -> bool:
    """Whether the full stop after *word* belongs to it: an initial, an abbreviation, a title."""
    return "." in word or (word[0].isupper() and (len(word) == 1 or word.lower() in _ABBREVIATIONS))


def _running_count(tokens: list[Token]) -> list[int]:
    """For every sentence the number of those up to it that have words outside quotation marks."""
    told = {token.sentence for token in tokens if not token.quoted and token.text[0].isalnum()}
    last = tokens[-1].sentence if tokens else 0
    return list(accumulate(sentence in told for sentence in range(last + 1)))


def _names(tokens: list[Token]) -> frozenset[str]:
    """What can stand before a lost apostrophe."""
    own = {token.base for token in tokens if token.capital and not token.base.endswith("s")}
    return frozenset((own | PLACES | KNOWN.keys()) - DEMONYMS - TITLES.keys() - _OF_PLURAL_NAMES)


def _with_lost_apostrophe(token: Token, names: frozenset[str]) -> Token:
    """Read "Corrins mayor" as Corrin's, in a text that has lost its apostrophes and knows the name without s."""
    base = _SHOUTED_OF.get(token.text)
    if base is None and token.capital and token.base.endswith("s") and token.base[:-1] in names:
        base = token.base[:-1]
    return token._replace(base=base, lost=True) if base else token
