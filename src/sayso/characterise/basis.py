"""How sure an attribution is put, what its cue implies, and on what evidence it rests."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping

from sayso.article import Article, Span
from sayso.attribute import READ_LANGUAGES
from sayso.attribution import Attribution, Certainty, CueStance, Quotation
from sayso.characterise.certainty import certainty_of
from sayso.characterise.evidence import evidence_of
from sayso.characterise.parts import Parts, parts_of
from sayso.characterise.stance import stance_of
from sayso.characterise.unmarked import marks_speech, speech_without_marks
from sayso.characterise.words import words_of


def with_basis(article: Article) -> Article:
    """The article with the certainty, cue stance and evidence of each attribution, and the words that they rest on.

    The rules are for English: an article in another language stays as it is, and so does one without attributions. An
    attribution that has a certainty or a cue stance stays as it is: somebody may have corrected it. Where scraping
    ate the quotation marks of the whole text, what shows itself as speech becomes a direct quotation.

    Example:
        >>> from sayso.article import Span
        >>> text = "The mayor denied that the depot was hit."
        >>> denial = Attribution("1", (Span(0, 9),), (Span(10, 16),), (Span(17, 39),), 0.9, False, Quotation.INDIRECT)
        >>> [one] = with_basis(Article("a", text, attributions=(denial,))).attributions
        >>> one.certainty.value, one.cue_stance.value, one.because["certainty"].of(text)
        ('denied', 'denying', 'denied')
    """
    if not article.attributions or article.language not in READ_LANGUAGES:
        return article
    words = words_of(article.text)
    all_parts = [parts_of(words, one) for one in article.attributions]
    claims = Counter(number for parts in all_parts for number in parts.own)
    marked = marks_speech(article.text)
    characterised = (
        _characterised(one, parts, claims, marked=marked)
        for one, parts in zip(article.attributions, all_parts, strict=True)
    )
    return dataclasses.replace(article, attributions=tuple(characterised))


def _characterised(attribution: Attribution, parts: Parts, claims: Mapping[int, int], *, marked: bool) -> Attribution:
    if attribution.certainty is not None or attribution.cue_stance is not None:
        return attribution
    certainty, stance = certainty_of(parts), stance_of(parts)
    how_sure = certainty.value if certainty else Certainty.ASSERTED
    evidence = evidence_of(parts, claims, how_sure)
    speech = None if marked else speech_without_marks(parts)
    grounds: dict[str, Span | None] = {
        "certainty": certainty.span if certainty else None,
        "cue_stance": stance.span if stance else None,
        "evidence": evidence[0].span if evidence else None,
        "quotation": speech,
    }
    return dataclasses.replace(
        attribution,
        quotation=Quotation.DIRECT if speech else attribution.quotation,
        certainty=how_sure,
        cue_stance=stance.value if stance else CueStance.NEUTRAL,
        evidence=evidence,
        because={**attribution.because, **{field: span for field, span in grounds.items() if span}},
    )
