"""Attributions made elsewhere, with what their rows leave open filled in."""

import dataclasses

from sayso.article import Article, Span
from sayso.attribution import Attribution, Evidence, EvidenceKind, Figure, Quantity, Quotation, SourceKind
from sayso.completed import completed

TEXT = "Ada Byrne, head of the Harbour Union, said the blast killed 12 people."
GIVEN = Attribution(
    "s1", (Span(0, 9),), (Span(38, 42),), (Span(43, 69),), None, False, Quotation.INDIRECT
)  # fmt: skip


def only(article):
    """Its one attribution, completed."""
    [attribution] = completed(article).attributions
    return attribution


def test_open_fields_are_filled_in():
    """Spans alone are given; who that is, how it is put and what is counted are read from the text."""
    found = only(Article("a", TEXT, attributions=(GIVEN,)))
    assert (found.source_name, found.source_role, found.source_affiliation) == ("Ada Byrne", "head", "Harbour Union")
    assert (found.act.value, found.certainty.value) == ("assertion", "asserted")
    assert [(figure.quantity, figure.low) for figure in found.figures] == [(Quantity.KILLED, 12)]
    assert (found.id, found.source, found.content, found.score) == ("s1", GIVEN.source, GIVEN.content, None)


def test_what_is_given_stays():
    """A name, a kind and evidence that the row gives are kept; the body that they leave open is filled in."""
    evidence = (Evidence(EvidenceKind.VIDEO, Span(43, 69), None),)
    said = dataclasses.replace(GIVEN, source_name="Captain Byrne", source_kind=SourceKind.OFFICIAL, evidence=evidence)
    found = only(Article("a", TEXT, attributions=(said,)))
    assert (found.source_name, found.source_kind, found.evidence) == ("Captain Byrne", SourceKind.OFFICIAL, evidence)
    assert found.source_affiliation == "Harbour Union"


def test_figures_are_all_given_or_none():
    """Where a row gives any figure, no other is counted: its author had looked."""
    figure = Figure(Quantity.WOUNDED, Span(60, 69), 12, 12)
    found = only(Article("a", TEXT, attributions=(dataclasses.replace(GIVEN, figures=(figure,)),)))
    assert found.figures == (figure,)


def test_what_is_complete_comes_back_as_it_is():
    """What Sayso read itself, and an article that is not attributed, are not read again."""
    done = completed(Article("a", TEXT, attributions=(GIVEN,)))
    bare = Article("b", TEXT)
    assert completed(done) is done
    assert completed(bare) is bare
