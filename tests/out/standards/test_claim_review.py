"""schema.org: statements for everybody, a review only where a person judged what was said."""

import json

import pytest

from sayso.ledger import review
from sayso.out.standards.claim_review import write_claims
from tests.out.standards.conftest import HOSTILE, decide, written


def graph(ledger):
    """The nodes by type."""
    document = json.loads(written(ledger, write_claims)[0])
    assert document["@context"] == "https://schema.org"
    found = {}
    for each in document["@graph"]:
        for kind in [each["@type"]] if isinstance(each["@type"], str) else each["@type"]:
            found.setdefault(kind, []).append(each)
    return found


def test_review_only_where_a_person_judged_what_was_said(market):
    """A credibility and a likelihood are verdicts; accepting, a reliability, a note and the machine's word are none."""
    reviews = graph(market)["ClaimReview"]
    assert [(each["author"]["name"], each["reviewAspect"], each["reviewRating"]["alternateName"],
             each["reviewRating"]["ratingValue"], each["reviewRating"]["bestRating"]) for each in reviews] == [
        ("dora", "credibility", "probably true", 4, 5), ("anselm", "likelihood", "very likely", 6, 7)]  # fmt: skip
    assert {each["claimReviewed"] for each in reviews} == {
        "At least 12 people were killed when a shell hit the fish market in Port Ada on Tuesday"}  # fmt: skip


def test_truth_that_cannot_be_judged_is_no_number(market):
    """Credibility 6 lies on no scale between true and false, so the rating has words and no value."""
    decide(market, "m1.1", review.grade("credibility", "6", "m1.1"))
    [rating] = [each["reviewRating"] for each in graph(market)["ClaimReview"] if each["reviewAspect"] == "credibility"]
    assert rating["alternateName"] == "truth cannot be judged"
    assert "ratingValue" not in rating


def test_withdrawn_grade_is_no_review(market):
    """A grade that was taken back is not published."""
    numbers = [each.id for each in market.decisions("m1.1") if each.kind == "grade" and each.who == "dora"]
    market.undo(numbers[0], who="dora")
    assert [each["author"]["name"] for each in graph(market)["ClaimReview"]] == ["anselm"]


def test_statement_has_a_public_author_or_only_words(market):
    """The minister is a person with a post; of the same name as a witness only the article's words go out."""
    claims = {each["identifier"]: each for each in graph(market)["Claim"]}
    assert claims["m1.2"]["author"] == {"@type": "Person", "name": "Joren Hask", "jobTitle": "minister"}
    assert "author" not in claims["m2.1"]
    assert claims["m2.1"]["creditText"] == "the mayor"
    assert claims["m1.2"]["appearance"]["@id"].endswith(":article:m1")


def test_claims_of_the_comparison_lead_to_their_statements(market):
    """A claim that several articles carry has their addresses and the statements that it stands on."""
    [found, *_] = [each for each in graph(market)["Claim"] if each["identifier"].startswith("1.e1.c")]
    assert [each["@id"].rpartition(":")[2] for each in found["isBasedOn"]] == ["m1.1", "m2.1", "m3.1"]


def test_rejected_statement_does_not_go_out(market):
    """What a person rejected is in no node."""
    assert "m3.2" not in {each["identifier"] for each in graph(market)["Claim"]}


def test_hostile_words_come_back(hostile):
    """Whatever the words look like, they come back as they are; only an address that is one is a link."""
    found = graph(hostile)
    assert [each["headline"] for each in found["NewsArticle"]] == list(HOSTILE)
    assert [each["text"] for each in found["Claim"]] == [f"the {words} depot was empty" for words in HOSTILE]
    assert [each["author"]["name"] for each in found["ClaimReview"]] == [f"d {words}" for words in HOSTILE]


def test_linked_data_reader_takes_it(market):
    """PyLD expands the graph to terms of schema.org, and no node loses its name."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="PyLD is in the group `interchange`")
    document = json.loads(written(market, write_claims)[0])
    expanded = jsonld.expand(document, {"documentLoader": lambda url, _: {
        "document": {"@context": {"@vocab": "https://schema.org/"}}, "documentUrl": url, "contextUrl": None,
        "contentType": "application/ld+json"}})  # fmt: skip
    assert len(expanded) == len(document["@graph"])
    assert all(each["@id"].startswith("urn:sayso:") for each in expanded)
