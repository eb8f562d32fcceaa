"""The sample story, articles made by hand, and articles written with the parts of their statements marked."""

import re
from pathlib import Path

import pytest

from sayso.article import Article, Span
from sayso.attribute.quotes import quotation_of
from sayso.attribution import Attribution
from sayso.characterise import characterise
from sayso.compare.basis import standing_of
from sayso.compare.claims import claims_in
from sayso.compare.statements import statements_of
from sayso.figures import count
from sayso.gather import article_of, documents
from sayso.pipeline import LIMIT, read
from sayso.resolve import resolve

SAMPLE = Path(__file__).parents[2] / "src" / "sayso" / "sample"


@pytest.fixture(scope="session")
def sample():
    """The eight articles of the sample, by the two digits of their number, without attributions."""
    found = [article_of(document, limit=LIMIT) for document in documents([str(SAMPLE)], columns={}, limit=LIMIT)]
    return {f"{number:02}": article for number, article in enumerate(found, start=1)}


@pytest.fixture(scope="session")
def read_sample():
    """The same, read and attributed, in the order of their numbers."""
    return read(SAMPLE)


@pytest.fixture
def articles():
    """Make articles of texts, with ids that count from 0 and fields that all share."""

    def make(*texts, **fields):
        return [Article(id=str(number), text=text, **fields) for number, text in enumerate(texts)]

    return make


def marked_article(name, marked, *, outlet=None, date=None):
    """The article of a text marked {source}, <cue>, [content], one statement a sentence; all that Sayso fills in is."""
    text, attributions = "", []
    for sentence in re.split(r"(?<=\.) ", marked):
        parts = {"{": [], "<": [], "[": []}
        text += " " if text else ""
        for piece in re.split(r"([{<\[][^}>\]]*[}>\]])", sentence):
            if piece[:1] in parts and len(piece) > 1:
                parts[piece[0]].append(Span(len(text), len(text) + len(piece) - 2))
                text += piece[1:-1]
            else:
                text += piece
        if parts["["]:
            source, cue, content = (tuple(parts[mark]) for mark in "{<[")
            attributions.append((source, cue, content))
    found = tuple(
        Attribution(f"{name}.{n}", source, cue, content, 0.9, False, quotation_of(text, content))
        for n, (source, cue, content) in enumerate(attributions, start=1)
    )
    return count(characterise(resolve(Article(name, text, outlet=outlet, date=date, attributions=found))))


@pytest.fixture
def article():
    """An article out of marked text: name, text, outlet, date."""
    return marked_article


@pytest.fixture
def claims():
    """What articles claim: for each claim its statements and origins; for each link its relation and both gists."""

    def compared(*articles, copies=()):
        found = claims_in(standing_of(articles, copies))
        gist = {claim.id: claim.gist for claim in found.claims}
        return (
            [(claim.gist, tuple(claim.attributions), tuple(claim.origins)) for claim in found.claims],
            [(gist[link.from_], link.relation.value, gist[link.to]) for link in found.links],
        )

    return compared


@pytest.fixture
def statement():
    """The one marked statement of a text, and its article."""

    def one(marked):
        article = marked_article("a", marked)
        return next(each for each in statements_of([article]) if each.attribution), article

    return one
