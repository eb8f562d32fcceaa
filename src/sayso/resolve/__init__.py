"""Who speaks: each source's fullest name, calling, body and kind, and through whom and to whom it was said."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.article import Article
from sayso.attribution import Attribution
from sayso.resolve.cast import Cast
from sayso.resolve.fields import with_fields
from sayso.resolve.identity import Key, key_of
from sayso.resolve.intermediaries import heard_through
from sayso.resolve.mentions import mentions_of
from sayso.resolve.quoted import with_quoted_speakers
from sayso.resolve.reading import Reading
from sayso.resolve.sieve import identify
from sayso.resolve.tokens import Words

__all__ = ["Key", "key_of", "resolve"]


def resolve(article: Article) -> Article:
    """The article with what its text tells of each attribution's source.

    Fills ``source_name``, ``source_role``, ``source_affiliation``, ``source_kind``, ``named``, ``via``, ``via_chain``,
    ``addressee`` and the words in ``because`` on which they rest, out of the text and the spans alone. Where it is
    unclear who speaks, the fields stay ``None``. Whom an outlet quotes becomes the ``source``, in the outlet's place.
    An attribution that already says what kind of source it has keeps all its values: a person may have corrected them.
    An article without attributions comes back as it is.

    Example:
        >>> from sayso.article import Span
        >>> from sayso.attribution import Quotation
        >>> text = "Ada Byrne, the mayor of Corrin, was tired. She said that the quay was closed."
        >>> source, cue, content = (Span(43, 46),), (Span(47, 51),), (Span(52, 76),)
        >>> said = Attribution("1.1", source, cue, content, None, False, Quotation.INDIRECT)
        >>> [found] = resolve(Article(id="1", text=text, attributions=(said,))).attributions
        >>> found.source_name, found.source_role, found.source_kind.value, found.because["source_name"]
        ('Ada Byrne', 'mayor', 'official', Span(start=0, end=9))
    """
    if not article.attributions:
        return article
    words = Words(article.text)
    reading = _reading(words, article.attributions)
    attributions = with_quoted_speakers(reading)
    if attributions != article.attributions:
        reading = _reading(words, attributions)
    identify(reading)
    found = tuple(
        attribution if attribution.source_kind else with_fields(reading, index, heard)
        for index, (attribution, heard) in enumerate(zip(attributions, heard_through(reading, article), strict=True))
    )
    return dataclasses.replace(article, attributions=found)


def _reading(words: Words, attributions: Sequence[Attribution]) -> Reading:
    cuts = _edges(words, attributions)
    return Reading(Cast(words, mentions_of(words, cuts), cuts), attributions)


def _edges(words: Words, attributions: Sequence[Attribution]) -> frozenset[int]:
    """The tokens at which a source begins or ends."""
    sources = [words.within(span) for attribution in attributions for span in attribution.source]
    return frozenset(edge for tokens in sources for edge in (tokens.start, tokens.stop))
