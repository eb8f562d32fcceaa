"""Articles with attributions made by hand, for the tests of who speaks."""

import dataclasses
import itertools

import pytest

from sayso.article import Article, Span
from sayso.attribution import Attribution, Quotation
from sayso.resolve import resolve


def attributed(text, *statements, **fields):
    """An article whose statements are (source, cue, content), in the order in which their sources stand.

    Source and cue are the two that stand nearest to each other; what is empty has no span.
    """
    found, at = [], 0
    for number, (source, cue, content) in enumerate(statements, start=1):
        begins = [i for i in range(at, len(text)) if text.startswith(source or cue, i)]
        cues = [i for i in range(len(text)) if text.startswith(cue, i)]
        begin, nearest = min(itertools.product(begins, cues), key=lambda two: abs(two[0] - two[1]))
        parts = [(source, begin), (cue, nearest), (content, text.index(content))]
        spans = [(Span(start, start + len(words)),) if words else () for words, start in parts]
        found.append(Attribution(f"a.{number}", *spans, score=None, in_title=False, quotation=Quotation.INDIRECT))
        at = begin
    return Article(id="a", text=text, attributions=tuple(found), **fields)


@pytest.fixture
def resolved():
    """Resolve a text with its statements and give back the attributions."""

    def run(text, *statements, **fields):
        return resolve(attributed(text, *statements, **fields)).attributions

    return run


@pytest.fixture
def last(resolved):
    """Resolve a text and give the fields of who of the last statement, those that are not None."""
    names = ("source_name", "source_role", "source_affiliation", "source_kind", "named", "via", "addressee")

    def run(text, *statements, **fields):
        values = dataclasses.asdict(resolved(text, *statements, **fields)[-1])
        return {name: values[name] for name in names if values[name] is not None}

    return run
