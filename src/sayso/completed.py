"""Attributions that another program or a person made, with what their rows leave open filled in."""

from __future__ import annotations

import dataclasses

from sayso.article import Article
from sayso.attribution import Attribution
from sayso.characterise import characterise
from sayso.figures import OwnTowns, count
from sayso.resolve import resolve

_AS_GIVEN = ("id", "source", "cue", "content", "score", "in_title", "quotation")
_FILLED_IN = (
    "act", "source_name", "source_role", "source_affiliation", "source_kind", "named", "via", "via_chain", "addressee",
    "certainty", "cue_stance", "evidence", "because",
)  # fmt: skip


def completed(article: Article, *, own_towns: OwnTowns | None = None) -> Article:
    """The article with each open field of its attributions as Sayso reads it; what the row says stays.

    Figures are counted only where neither the article nor an attribution has any. An article that Sayso read has
    nothing open and comes back as it is, as does one without attributions.
    """
    if article.attributions is None or all(each.act for each in article.attributions):
        return article
    bare = tuple(Attribution(**{name: getattr(each, name) for name in _AS_GIVEN}) for each in article.attributions)
    # What is given is laid over what is found, not found around: a name alone says neither role nor body.
    read = count(characterise(resolve(dataclasses.replace(article, attributions=bare))), own_towns=own_towns or {})
    counted = bool(article.figures) or any(each.figures for each in article.attributions)
    attributions = tuple(
        _filled(given, found, counted=counted)
        for given, found in zip(article.attributions, read.attributions or (), strict=True)
    )
    return dataclasses.replace(article, attributions=attributions, figures=article.figures if counted else read.figures)


def _filled(given: Attribution, found: Attribution, *, counted: bool) -> Attribution:
    kept = {name: getattr(given, name) for name in _AS_GIVEN}
    said = {name: value for name in _FILLED_IN if (value := getattr(given, name)) not in (None, (), {})}
    return dataclasses.replace(found, **kept, **said, figures=given.figures if counted else found.figures)
