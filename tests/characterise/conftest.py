"""One attribution written with its parts marked: {source}, <cue>, [content]."""

import re

import pytest

from sayso.article import Article, Span
from sayso.attribute.quotes import quotation_of
from sayso.attribution import Attribution
from sayso.characterise.basis import with_basis


def article_of(marked):
    """The text without its marks, with the one attribution that they mark."""
    text, parts = "", {"{": [], "<": [], "[": []}
    for piece in re.split(r"([{<\[][^}>\]]*[}>\]])", marked):
        if piece[:1] in parts and len(piece) > 1:
            parts[piece[0]].append(Span(len(text), len(text) + len(piece) - 2))
            text += piece[1:-1]
        else:
            text += piece
    source, cue, content = (tuple(parts[mark]) for mark in "{<[")
    quotation = quotation_of(text, content)
    return Article("a", text, attributions=(Attribution("a.1", source, cue, content, 0.9, False, quotation),))


@pytest.fixture
def how():
    """What is found of one marked attribution: the attribution, and a function from spans to their words."""

    def characterised(marked):
        article = with_basis(article_of(marked))
        [attribution] = article.attributions
        return attribution, lambda span: span and span.of(article.text)

    return characterised
