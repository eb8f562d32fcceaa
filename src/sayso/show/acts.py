"""What a source does, in a reader's words, and the choice of statements by it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection

from sayso.article import Article
from sayso.attribution import Act, Attribution

WORDS = {Act.ASSERTION: "says", Act.BELIEF: "thinks", Act.FACT: "knows", Act.EVENTUALITY: "wants or plans"}


def of_acts(article: Article, acts: Collection[Act] | None) -> Article:
    """The article with only those of its attributions whose act is one of *acts*; all of them for ``None``.

    An attribution whose act nobody stated is in no choice.
    """
    if acts is None or not article.attributions:
        return article
    chosen = tuple(attribution for attribution in article.attributions if attribution.act in acts)
    return dataclasses.replace(article, attributions=chosen)


def beyond_saying(attribution: Attribution) -> str | None:
    """What the source does where it is more than to say it: a word on every statement would hide the few that differ.

    ``None`` for an assertion, and where nobody stated the act.
    """
    return None if attribution.act in (None, Act.ASSERTION) else WORDS[attribution.act]


def in_words(acts: Collection[Act]) -> str:
    """The words for *acts*, in the order of the vocabulary.

    Example:
        >>> in_words({Act.BELIEF, Act.ASSERTION})
        'says, thinks'
    """
    return ", ".join(word for act, word in WORDS.items() if act in acts)
