"""Values come out without names, and still point to the same words."""

from __future__ import annotations

import dataclasses

from sayso import Article, Attribution, Quotation, Span
from sayso.compare import compare
from sayso.out.redact import Names, Person, Redactor
from sayso.out.redact.values import LEFT_OUT

PEOPLE = [Person(("Mira Tolan",), "[a fish seller]")]
TEXT = "Mira Tolan said the quay was shut. The office denied what Tolan had said."


def at(words, text=TEXT):
    """Where words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


TOLD = Attribution("mira-tolan.1", (at("Mira Tolan"),), (at("said"),), (at("the quay was shut"),), 0.9,
                   in_title=False, quotation=Quotation.INDIRECT, source_name="Mira Tolan")  # fmt: skip
DENIED = Attribution("mira-tolan.2", (at("The office"),), (at("denied"),), (at("what Tolan had said"),), 0.9,
                     in_title=False, quotation=Quotation.INDIRECT, source_name="office")  # fmt: skip
STORY = Article("mira-tolan", TEXT, path="/home/dora/tolan.html", url="https://post.example/1", title="Tolan speaks",
                language="en", attributions=(TOLD, DENIED))  # fmt: skip


def redactor(*articles):
    """What takes the name out of articles."""
    return Redactor(Names(PEOPLE, (), [one.text for one in articles]), articles, also=lambda _: False)


def test_an_article():
    """Text, title, sources, identifiers and addresses lose the name; every span covers the words that it covered."""
    found = redactor(STORY).article(STORY)
    assert found.text == "[a fish seller] said the quay was shut. The office denied what [a fish seller] had said."
    assert (found.id, found.path, found.url, found.title) == ("article-1", None, None, "[a fish seller] speaks")
    told, denied = found.attributions
    words = [[span.of(found.text) for span in (*each.source, *each.cue, *each.content)] for each in (told, denied)]
    assert words == [
        ["[a fish seller]", "said", "the quay was shut"],
        ["The office", "denied", "what [a fish seller] had said"],
    ]
    assert [(each.id, each.source_name) for each in found.attributions] == [
        ("article-1.1", "[a fish seller]"),
        ("article-1.2", "office"),
    ]


def test_an_identifier_from_a_hash():
    """An identifier that Sayso made from the hash of a text that held the name would tell who guesses right."""
    hashed = dataclasses.replace(
        STORY, id="9d3e1802158b", attributions=(dataclasses.replace(TOLD, id="9d3e1802158b.1"),)
    )
    found = redactor(hashed).article(hashed)
    assert (found.id, found.attributions[0].id) == ("article-1", "article-1.1")


def test_an_article_without_the_name_is_left():
    """Where nothing is taken out nothing is withheld."""
    other = dataclasses.replace(STORY, id="b", text="Rain fell.", path="b.html", title="Rain", attributions=())
    found = redactor(STORY, other)
    assert (found.article(other), found.touched(other)) == (other, False)


def test_another_language_is_left_out():
    """Names in other letters cannot be looked for, so nothing of such a text is given away."""
    other = Article("c", "قالت ميرا تولان", title="ميرا تولان", url="https://post.example/c", language="ar")
    assert redactor(other).article(other) == Article("c", LEFT_OUT, title=LEFT_OUT, language="ar")


def test_a_comparison():
    """Claims, origins, links and copies point to the same words in the cleaned articles, by the same new names."""
    copy = dataclasses.replace(
        STORY, id="b", outlet="Post",
        attributions=tuple(dataclasses.replace(each, id=f"b.{n}") for n, each in enumerate(STORY.attributions)),
    )  # fmt: skip
    compared = compare([STORY, copy], one_event=True)
    clean = redactor(STORY, copy)
    [event] = clean.value(compared.events)
    articles = {one.id: one for one in map(clean.article, (STORY, copy))}
    assert "Tolan" not in repr(event)
    assert event.event.articles == ("article-1", "b")
    [shared] = event.copies
    assert (shared.a, shared.b) == ("article-1", "b")
    for passage in shared.shared:
        assert passage.in_a.of(articles[shared.a].text) == passage.in_b.of(articles[shared.b].text)
    ids = {each.id for one in articles.values() for each in one.attributions}
    assert {name for claim in event.claims for name in claim.attributions} <= ids


def test_keys_that_become_one_stay_two():
    """Two publishers called after two people are still two."""
    people = [Person(("Mira Tolan",), "[a person]"), Person(("Ben Orlo",), "[a person]")]
    clean = Redactor(Names(people, (), ()), [], also=lambda _: False)
    assert clean.value({"Mira Tolan": ("a",), "Ben Orlo": ("b",)}) == {"[a person]": ("a",), "[a person] (2)": ("b",)}
