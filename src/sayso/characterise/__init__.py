"""From the parts of an attribution to what its source does, how surely it is put, and on what evidence."""

from __future__ import annotations

import dataclasses

from sayso.article import Article
from sayso.attribution import Attribution
from sayso.characterise.act import act_of
from sayso.characterise.basis import with_basis


def characterise(article: Article) -> Article:
    """The article with the act, certainty, cue stance and evidence of each attribution, and the words they rest on.

    What an attribution already says is kept: somebody may have corrected it. An article without attributions stays as
    it is.

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
    weighed = with_basis(article)
    return dataclasses.replace(
        weighed, attributions=tuple(_with_act(one, article.text) for one in weighed.attributions or ())
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
