"""How much of an article is attributed, to how many sources, how much is the outlet's own voice."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from sayso.article import Article, Span
from sayso.attribution import Act, Attribution
from sayso.show.acts import WORDS
from sayso.show.words import counted, joined, one_line, without_article

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
# Where nobody could tell who "he" is, counting the wording would make every pronoun one more source.
_PRONOUNS = frozenset({"he", "him", "i", "it", "me", "she", "her", "they", "them", "us", "we", "who", "you"})


@dataclasses.dataclass(frozen=True, slots=True)
class Tally:
    """Counts over one article or several.

    ``attributed`` and ``own_voice`` are the words inside and outside the contents of attributions; the words of the
    ``not_read`` articles, those in a language that is not attributed, are in neither, only in ``words``. ``sources``
    counts different names within each article, wordings where there is no name, pronouns left out. The last four count
    the attributions by act.
    """

    articles: int = 0
    words: int = 0
    attributed: int = 0
    own_voice: int = 0
    attributions: int = 0
    sources: int = 0
    not_read: int = 0
    assertion: int = 0
    belief: int = 0
    fact: int = 0
    eventuality: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both together, field by field."""
        mine, others = dataclasses.astuple(self), dataclasses.astuple(other)
        return Tally(*(one + another for one, another in zip(mine, others, strict=True)))

    def shares(self) -> str:
        """How the words are divided, in a sentence; of nothing attributed too."""
        if not self.attributions:
            return "Nothing attributed was found: all of it is the outlet’s own voice."
        share = round(100 * self.attributed / max(1, self.attributed + self.own_voice))
        return (
            f"{share} % of the words are attributed, to {counted(self.sources, 'source')}; "
            f"{100 - share} % are the outlet’s own voice."
        )

    def acts(self) -> str:
        """How many attributions there are of each act, in the order of the vocabulary; empty where none has an act.

        Example:
            >>> Tally(attributions=4, assertion=2, eventuality=1).acts()
            'says 2 · wants or plans 1 · not stated 1'
        """
        counts = {word: getattr(self, act.value) for act, word in WORDS.items()}
        if not any(counts.values()):
            return ""
        counts["not stated"] = self.attributions - sum(counts.values())
        return " · ".join(f"{word} {count:,}" for word, count in counts.items() if count)


def tally(article: Article) -> Tally:
    """Count one article."""
    words = [found.start() for found in _WORD.finditer(article.text)]
    if article.attributions is None:
        return Tally(articles=1, words=len(words), not_read=1)
    inside = _count_inside(words, [span for each in article.attributions for span in each.content])
    return Tally(
        articles=1,
        words=len(words),
        attributed=inside,
        own_voice=len(words) - inside,
        attributions=len(article.attributions),
        sources=_count_sources(article.attributions, article.text),
        **{act.value: sum(each.act is act for each in article.attributions) for act in Act},
    )


def _count_inside(words: Sequence[int], spans: Sequence[Span]) -> int:
    """How many of *words*, each given by its start, ascending, lie in at least one span: nested spans count once."""
    count = reached = 0
    ascending = iter(sorted(spans))
    span = next(ascending, None)
    for start in words:
        while span is not None and span.start <= start:
            reached = max(reached, span.end)
            span = next(ascending, None)
        count += start < reached
    return count


def _count_sources(attributions: Sequence[Attribution], text: str) -> int:
    names = {without_article(_name(each, text)) for each in attributions}
    named = names - _PRONOUNS - {""}
    return len(named) or len(names & _PRONOUNS)


def _name(attribution: Attribution, text: str) -> str:
    return attribution.source_name or one_line(joined(attribution.source, text))
