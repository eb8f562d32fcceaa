"""From an article's text to its attributions: tokens, windows, the encoder, the decoder."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.article import Article, Span
from sayso.attribute.decode import found_in
from sayso.attribute.encoder import decoder, scores_of
from sayso.attribute.forms import with_forms
from sayso.attribute.quotes import quotation_of, quoted_spans
from sayso.attribute.tokens import tokens_of
from sayso.attribute.windows import windows_of
from sayso.attribution import Attribution

READ_LANGUAGES = {"en", "und", None}
"""English; a text too short to tell is read as English."""


def attribute(article: Article) -> Article:
    """The article with its attributions, in reading order.

    Attributions that it already carries stay as they are. An article in a language other than English stays without.

    Example:
        >>> article = Article(id="1", text="“No,” said Ada Byrne.")
        >>> [a.source[0].of(article.text) for a in attribute(article).attributions]
        ['Ada Byrne']
    """
    if article.attributions is not None or article.language not in READ_LANGUAGES:
        return article
    tokens = tokens_of(article.text, article.title_span)
    windows = windows_of(len(tokens.ids))
    found = with_forms(found_in(tokens, windows, scores_of(tokens, windows), decoder()), article.text)
    quoted = quoted_spans(article.text)
    attributions = tuple(
        Attribution(
            id=f"{article.id}.{number}",
            source=one.source,
            cue=one.cue,
            content=one.content,
            score=one.score,
            in_title=lies_in(article.title_span, (*one.source, *one.cue, *one.content)),
            quotation=quotation_of(article.text, one.content, quoted),
        )
        for number, one in enumerate(found, start=1)
    )
    return dataclasses.replace(article, attributions=attributions)


def lies_in(title: Span | None, spans: Sequence[Span]) -> bool:
    """Whether all of *spans*, at least one, lie in the headline."""
    return title is not None and bool(spans) and all(title.start <= s.start and s.end <= title.end for s in spans)
