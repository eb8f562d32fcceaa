"""The whole comparison: events, what each of them holds, and people's judgements over the machine's."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Article
from sayso.claim import Judgement, JudgementKind
from sayso.compare import compare

BURST = "[the dam above Corrin had burst at night]"
HELD = "[the ferry to Port Ada was late]"


def three(article):
    """Three short articles: two say one thing, the third another."""
    return [
        article("a", f"{{The mayor}} <said> {BURST}.", outlet="Post"),
        article("b", f"{{A farmer}} <said> {BURST}.", outlet="Beacon"),
        article("c", f"{{A docker}} <said> {HELD}.", outlet="Standard"),
    ]


def claims_of(articles, *judgements):
    """The members and origins of each claim when all articles are of one event, and who disputes whom."""
    [event] = compare(articles, one_event=True, judgements=judgements).events
    members = {claim.id: claim.attributions for claim in event.claims}
    return (
        [(claim.attributions, claim.origins) for claim in event.claims],
        [(members[link.from_], link.relation.value, members[link.to], link.score) for link in event.links],
    )


def judged(kind, attribution, other):
    """A person's word."""
    return Judgement(JudgementKind(kind), attribution, other)


def test_the_sample_is_one_event(read_sample):
    """The eight articles of the sample are one event, its numbers open onto their rows, and nobody is left out."""
    comparison = compare(read_sample)
    [event] = comparison.events
    wire = [articles for articles in event.basis.texts.values() if len(articles) > 1]
    assert event.event.articles == tuple(article.id for article in read_sample)
    assert (event.event.first, event.event.last, comparison.alone) == ("2026-05-12", "2026-05-14", ())
    assert (len(event.basis.publishers), len(event.basis.texts)) == (8, 6)
    assert [{name[:2] for name in wire[0]}] == [{read_sample[0].id[:2], read_sample[1].id[:2], "06"}]


def test_articles_on_other_events_are_left_out(article):
    """An article that nobody else's is about stands alone: its event has one article and no words in common."""
    comparison = compare(three(article)[1:])
    assert comparison.alone == ("b", "c")
    assert [event.event.words for event in comparison.events] == [(), ()]


def test_one_event_when_the_user_says_so(article):
    """Asked to, it takes all articles as one event."""
    assert claims_of(three(article)) == ([(("a.1", "b.1"), ("mayor", "farmer"))], [])


def test_a_person_says_that_two_say_the_same(article):
    """Statements that a person called the same are one claim; without that word they are not."""
    claims, _ = claims_of(three(article), judged("same", "c.1", "b.1"))
    assert claims == [(("a.1", "b.1", "c.1"), ("mayor", "farmer", "docker"))]


def test_a_person_says_that_one_says_something_else(article):
    """A statement that a person called not the same leaves the claim, which has one member left and is none."""
    assert claims_of(three(article), judged("not_same", "b.1", "a.1")) == ([], [])


def test_the_last_word_on_two_statements_holds(article):
    """Whoever changes their mind is taken at the last word, whichever of the two statements it names first."""
    claims, _ = claims_of(three(article), judged("not_same", "b.1", "a.1"), judged("same", "a.1", "b.1"))
    assert [members for members, _ in claims] == [("a.1", "b.1")]


def test_a_person_sees_a_dispute(article):
    """A dispute that a person saw is certain, and makes claims of single statements."""
    claims, links = claims_of(three(article), judged("disputes", "c.1", "a.1"))
    assert [members for members, _ in claims] == [("a.1", "b.1"), ("c.1",)]
    assert links == [(("c.1",), "disputes", ("a.1", "b.1"), 1.0)]


def test_a_person_sees_no_dispute(article):
    """A dispute that a person denied is gone, and with it the claims that were there for it alone."""
    counts = [
        article("a", "{The mayor} <said> [a bomb at the ferry dock in Port Ada killed 12 people]."),
        article("b", "{A doctor} <said> [the blast at the ferry dock in Port Ada killed 19 people]."),
    ]
    assert len(claims_of(counts)[1]) == 1
    assert claims_of(counts, judged("not_disputes", "a.1", "b.1")) == ([], [])


def test_a_person_knows_the_origin(article):
    """The upstream source that a person named counts instead of the machine's; two that are one are counted once."""
    claims, _ = claims_of(three(article), judged("origin", "b.1", "The mayor"))
    assert claims == [(("a.1", "b.1"), ("mayor",))]


def test_a_judgement_joins_events(article):
    """Statements on two events that a person called the same bring the events together."""
    apart = three(article)[1:]
    [event] = compare(apart, judgements=[judged("same", "b.1", "c.1")]).events
    assert event.event.articles == ("b", "c")


def test_a_judgement_on_other_articles_is_passed_over(article):
    """A word on statements that are not compared changes nothing."""
    assert claims_of(three(article), judged("same", "a.1", "z.9")) == claims_of(three(article))


def test_one_text_is_one_event():
    """Two prints of one text are on one event, however long after each other they appear."""
    text = "The quay of Port Ada was closed on Tuesday after dust was found in a grain depot. Boats turned back. " * 2
    prints = [Article("a", text, date="2026-05-12"), Article("b", text, date="2026-07-30")]
    assert [event.event.articles for event in compare(prints).events] == [("a", "b")]


def test_what_is_not_english_claims_nothing():
    """Two prints of one text in another language are copies of each other and make no claims."""
    text = "Le port a fermé mardi après la découverte de poussière dans un dépôt de grain, a dit le maire. " * 3
    [event] = compare([Article(name, text, language="fr") for name in "ab"]).events
    assert (len(event.copies), event.claims, event.basis.origins) == (1, (), ())


def test_nothing_to_compare():
    """No articles have no events."""
    assert compare([]).events == ()
    assert compare([], one_event=True).events == ()


@given(data=st.data())
def test_everything_leads_to_its_rows(read_sample, data):
    """For any articles in any order: each article is in one event, and every id is one of its articles' own."""
    articles = data.draw(st.permutations(read_sample).flatmap(lambda all_: st.integers(0, 8).map(lambda n: all_[:n])))
    comparison = compare(articles)
    assert sorted(name for event in comparison.events for name in event.event.articles) == sorted(
        article.id for article in articles
    )
    for event in comparison.events:
        own = [article for article in articles if article.id in event.event.articles]
        statements = {each.id for article in own for each in article.attributions}
        for basis in (event.basis, *(claim.basis for claim in event.claims)):
            led = {name for origin in basis.origins for name in origin.attributions}
            assert led | set(basis.unattributed) <= statements
            assert not led & set(basis.unattributed)
            for groups in (basis.publishers, basis.texts):
                assert sorted(name for group in groups.values() for name in group) == sorted(basis.articles)
        claims = {claim.id for claim in event.claims}
        assert {end for link in event.links for end in (link.from_, link.to)} <= claims
