"""How much is attributed."""

from __future__ import annotations

import dataclasses

from sayso.show.tally import Tally, tally


def test_counts(harbour):
    """Words inside contents are attributed, all others the outlet's own voice; a pronoun is no further source."""
    assert tally(harbour) == Tally(
        articles=1, words=31, attributed=16, own_voice=15, attributions=3, sources=1, not_read=0, assertion=2
    )


def test_nested_words_count_once(attributed):
    """A word in a statement within a statement is one attributed word."""
    text = "Ada said Ben thinks it rained."
    nested = attributed(
        text,
        ("Ada", "said", "Ben thinks it rained", 0.95, "indirect"),
        ("Ben", "thinks", "it rained", 0.95, "indirect"),
    )
    assert tally(nested).attributed == 4


def test_sources_by_wording(attributed):
    """The same wording counts once, whatever its capitals and article."""
    text = "The ministry said yes. A ministry said no. Later the Ministry said maybe."
    said = [
        (who, "said", word, 0.95, "indirect")
        for who, word in [("The ministry", "yes"), ("A ministry", "no"), ("the Ministry", "maybe")]
    ]
    assert tally(attributed(text, *said)).sources == 1


def test_sources_by_name(attributed):
    """Wordings that mean one person count once."""
    article = attributed(
        "The mayor said yes. Ada Byrne said no.",
        ("The mayor", "said", "yes", 0.95, "indirect"),
        ("Ada Byrne", "said", "no", 0.95, "indirect"),
    )
    named = [dataclasses.replace(each, source_name="Ada Byrne") for each in article.attributions]
    assert tally(dataclasses.replace(article, attributions=tuple(named))).sources == 1


def test_only_a_pronoun(attributed):
    """Where nobody is named, a pronoun still stands for somebody."""
    assert tally(attributed("He said no.", ("He", "said", "no", 0.95, "indirect"))).sources == 1


def test_another_language(french):
    """The words of a text that is not attributed are nobody's."""
    assert tally(french) == Tally(articles=1, words=4, not_read=1)


def test_in_words(harbour, quiet):
    """The shares are said in a sentence, and so is that there are none."""
    assert [tally(each).shares() for each in (harbour, quiet)] == [
        "52 % of the words are attributed, to 1 source; 48 % are the outlet’s own voice.",
        "Nothing attributed was found: all of it is the outlet’s own voice.",
    ]


def test_acts_in_words(four_acts, harbour, quiet):
    """Each act that occurs is counted in a reader's word, and so are attributions whose act nobody stated."""
    assert [tally(each).acts() for each in (four_acts, harbour, quiet)] == [
        "says 1 · thinks 1 · knows 1 · wants or plans 1",
        "says 2 · not stated 1",
        "",
    ]
