"""What articles on one event claim, who says so, and what disputes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Article
from sayso.compare.basis import standing_of
from sayso.compare.claims import Claims, claims_in


def test_the_same_count_is_one_claim(article, claims):
    """Two sources that count alike make one claim with two origins, in whatever words."""
    found = claims(
        article("a", "{The mayor} <said> [a bomb at the ferry dock in Port Ada killed 12 people]."),
        article("b", "[A blast at Port Ada's ferry dock killed at least 12 people], {a hospital doctor} <said>."),
    )
    gist = "a bomb at the ferry dock in Port Ada killed 12 people"
    assert found == ([(gist, ("a.1", "b.1"), ("mayor", "hospital doctor"))], [])


def test_the_same_words_are_one_claim(article, claims):
    """Statements without figures are one claim by the words that they share; the shortest is the gist."""
    found = claims(
        article("a", "{The mayor} <reported> [the old bridge at Corrin was closed after the flood]."),
        article("b", "{A farmer} <said> [the Corrin bridge was closed by the flood]."),
    )
    assert found == ([("the Corrin bridge was closed by the flood", ("a.1", "b.1"), ("mayor", "farmer"))], [])


def test_counts_in_two_places_do_not_dispute(article, claims):
    """One attack in Aleppo and one in Damascus have each a toll of its own."""
    counts = [
        article("a", "{The mayor} <said> [a bomb at a market in Aleppo killed 12 people]."),
        article("b", "{A doctor} <said> [a bomb at a market in Damascus killed 19 people]."),
    ]
    assert claims(*counts) == ([], [])


def test_different_counts_dispute_each_other(article, claims):
    """Two sources that count one thing differently are two claims; each link says in which words."""
    articles = [
        article("a", "{The mayor} <said> [a bomb at the ferry dock in Port Ada killed 12 people]."),
        article("b", "{A doctor} <said> [the blast at the ferry dock in Port Ada killed 19 people]."),
    ]
    _, links = claims(*articles)
    more, fewer = "the blast at the ferry dock in Port Ada killed 19 people", "a bomb at the ferry dock in Port Ada"
    assert links == [(more, "disputes", f"{fewer} killed 12 people")]
    [link] = claims_in(standing_of(articles)).links
    texts = {each.id: each.text for each in articles}
    assert [because.span.of(texts[because.article]) for because in link.because] == [
        "killed 19 people",
        "killed 12 people",
    ]


@pytest.mark.parametrize(
    "later",
    [
        "{The Harbour Watch} <said> [the blast at the ferry dock in Port Ada killed 19 people].",
        "{A doctor} <said> [the toll of the blast at the ferry dock in Port Ada had risen to 19 dead].",
    ],
)
def test_a_higher_count_of_one_source_is_an_update(later, article, claims):
    """A source that counts more than it did, or one that says that a toll has risen, replaces the earlier count."""
    _, links = claims(
        article("a", "{The Harbour Watch} <said> [a bomb at the ferry dock in Port Ada killed 12 people]."),
        article("b", later),
    )
    assert [relation for _, relation, _ in links] == ["updates"]


@pytest.mark.parametrize(
    "other",
    [
        "{A doctor} <said> [a fire in a mine at Corrin killed 19 people].",
        "{A doctor} <said> [another 19 people were killed by a bomb at the ferry dock in Port Ada].",
        "{A doctor} <said> [a bomb at the ferry dock in Port Ada killed 12,000 people].",
    ],
)
def test_counts_of_other_things_dispute_nothing(other, article, claims):
    """Another incident, people on top of those, a count of quite another size: no dispute."""
    first = article("a", "{The mayor} <said> [a bomb at the ferry dock in Port Ada killed 12 people].")
    assert claims(first, article("b", other))[1] == []


def test_parts_support_the_whole(article, claims):
    """Two counts that make up a third are parts of it, no disputes."""
    parts = "{The monitor} <said> [raids on Port Ada killed 15 people at the market and 6 people at the quay]."
    whole = "{The monitor} <said> [raids on Port Ada killed 21 people]."
    _, links = claims(article("a", f"{parts} {whole}"))
    assert [(relation, to) for _, relation, to in links] == [("supports", "raids on Port Ada killed 21 people")] * 2


def test_a_count_rounded_down_is_no_dispute(article, claims):
    """Who says "more than 30" does not dispute 32."""
    _, links = claims(
        article("a", "{The mayor} <said> [the blast at the ferry dock in Port Ada wounded 32 people]."),
        article("b", "{A doctor} <said> [the blast at the ferry dock in Port Ada wounded more than 30 people]."),
    )
    assert [relation for _, relation, _ in links] == ["supports"]


def test_a_denial_disputes_the_blame(article, claims):
    """Who is accused and denies it disputes the accusation; a gist of blame is a whole sentence."""
    _, links = claims(
        article("a", "{The opposition} <accused> [government forces of shelling the quay in Port Ada]."),
        article("b", "{The government} <denied> [responsibility for the shelling of the quay in Port Ada]."),
    )
    assert links == [
        (
            "The government denied responsibility for the shelling of the quay in Port Ada",
            "disputes",
            "The opposition accused government forces of shelling the quay in Port Ada",
        )
    ]


def test_another_party_blamed_disputes_the_blame(article, claims):
    """Two parties that are blamed for one attack are two claims that dispute each other."""
    blame = "{The opposition} <blamed> [government forces for the attack on the quay in Port Ada]."
    _, links = claims(
        article("a", f"{blame} {{The army}} <said> [rebels had fired the rockets at the quay in Port Ada].")
    )
    assert [(from_.split()[1], relation, to.split()[1]) for from_, relation, to in links] == [
        ("opposition", "disputes", "army")
    ]


def test_shot_down_or_failed(article, claims):
    """Of an aircraft that was shot down and one that failed only one can be."""
    _, links = claims(
        article("a", "{Officials} <said> [the plane had crashed near Corrin because of a technical failure]."),
        article("b", "{The rebels} <said> [they shot down the plane near Corrin]."),
    )
    assert [relation for _, relation, _ in links] == ["disputes"]


def test_a_confirmed_toll_is_the_one_just_given(article, claims):
    """Who confirms "the death toll" claims the number before it."""
    found, _ = claims(
        article(
            "a", "{The mayor} <said> [a bomb at the dock killed 12 people]. {A doctor} <confirmed> [the death toll]."
        )
    )
    assert found == [("a bomb at the dock killed 12 people", ("a.1", "a.2"), ("mayor", "doctor"))]


def test_an_outlet_that_says_it_itself_is_shown_beside(article):
    """A sentence in an outlet's own voice belongs to the claim and adds no origin."""
    told = article("a", "{The mayor} <said> [a bomb at the ferry dock in Port Ada killed 12 people].", outlet="Post")
    own = article("b", "A bomb at the ferry dock in Port Ada has killed 12 people.", outlet="Beacon")
    [claim] = claims_in(standing_of([told, own])).claims
    assert (claim.attributions, [each.article for each in claim.own_voice]) == (("a.1",), ["b"])
    assert claim.origins == ("mayor",)
    assert (claim.basis.articles, [*claim.basis.publishers]) == (("a", "b"), ["Post", "Beacon"])


def test_headlines_claim_nothing(article):
    """A headline shortens what the text says, and is not counted as a second statement."""
    assert claims_in(standing_of([Article("a", "Bomb kills 12 in Port Ada", attributions=())])).claims == ()


def test_nothing_claims_nothing():
    """No articles, no claims."""
    assert claims_in(standing_of([])) == Claims((), ())


@given(st.lists(st.text(max_size=200), max_size=3))
def test_any_text_can_be_compared(texts):
    """Whatever the texts, claims point into them and links at claims."""
    articles = [Article(str(n), text, attributions=()) for n, text in enumerate(texts)]
    found = claims_in(standing_of(articles))
    length = {article.id: len(article.text) for article in articles}
    assert all(0 <= v.span.start < v.span.end <= length[v.article] for c in found.claims for v in c.own_voice)
    assert {end for link in found.links for end in (link.from_, link.to)} <= {claim.id for claim in found.claims}
