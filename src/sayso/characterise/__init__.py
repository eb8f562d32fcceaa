"""From the parts of an attribution to what is known of it: so far, what its source does with the content."""

from __future__ import annotations

import dataclasses

from sayso.article import Article
from sayso.attribution import Attribution
from sayso.characterise.act import act_of


def characterise(article: Article) -> Article:
    """The article with the ``act`` of each attribution; one that has an act keeps it.

    An article without attributions stays as it is.

    Example:
        >>> from sayso.article import Span
        >>> from sayso.attribution import Quotation
        >>> hopes = Attribution("1", (Span(0, 3),), (Span(4, 9),), (Span(10, 17),), 0.9, False, Quotation.INDIRECT)
        >>> article = characterise(Article("a", "Ada hopes to stay.", attributions=(hopes,)))
        >>> article.attributions[0].act.value
        'eventuality'
    """
    if not article.attributions:
        return article
    return dataclasses.replace(
        article, attributions=tuple(_with_act(one, article.text) for one in article.attributions)
    )


def _with_act(attribution: Attribution, text: str) -> Attribution:
    if attribution.act is not None:
        return attribution
    act = act_of(
        text,
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        quotation=attribution.quotation,
    )
    return dataclasses.replace(attribution, act=act)
