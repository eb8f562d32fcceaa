"""Which articles are about the same incident."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Article
from sayso.compare.components import grouped
from sayso.compare.events import Events, events

DEPOT = (
    "A grain depot in Port Ada exploded on Tuesday, and the Interior Ministry blamed the Hill League.",
    "The Hill League denies that it had a hand in the explosion at the Port Ada depot.",
    "Harbour Hospital in Port Ada counts fourteen dead after the depot exploded; Joren Hask blamed the Hill League.",
)
VOTE = (
    "Corrin elects a mayor on Sunday, and Linus Wendle is ahead of Aurel Dennick by a nose.",
    "Linus Wendle has lost Corrin: Aurel Dennick will be mayor.",
)


def groups(articles):
    """The events by ids, and who is alone."""
    found = events(articles)
    return [event.articles for event in found.events], found.alone


def test_two_incidents(articles):
    """Articles that share places and actors are of one event, the largest event first, ids in the order given."""
    assert groups(articles(VOTE[0], *DEPOT, VOTE[1])) == ([("1", "2", "3"), ("0", "4")], ())


def test_what_is_left_out(articles):
    """An article on something else is named as the only one on its event."""
    assert groups(articles(*DEPOT, "Barley is cheap this year, farmers say.")) == ([("0", "1", "2")], ("3",))


def test_an_event_shows_its_days_and_words(articles):
    """An event says when its articles came out and which words hold them together, as they stand in the text."""
    days = ("2026-05-13", "2026-05-12", "2026-05")
    dated = [dataclasses.replace(article, date=day) for article, day in zip(articles(*DEPOT), days, strict=True)]
    [event] = events(dated).events
    assert (event.first, event.last) == ("2026-05-12", "2026-05-13")
    assert {"Port", "Ada", "Hill", "League"} <= set(event.words)


def test_same_words_another_time(articles):
    """The same place and the same words a month later are another incident; an unknown date decides nothing."""
    one, other = articles(*DEPOT[:2])
    first = dataclasses.replace(one, date="2026-05-12")
    assert groups([first, dataclasses.replace(other, date="2026-06-12")]) == ([], ("0", "1"))
    assert groups([first, dataclasses.replace(other, date="2026-05-15")]) == ([("0", "1")], ())
    assert groups([first, dataclasses.replace(other, date="2026")]) == ([("0", "1")], ())


def test_an_outlets_menu_is_no_event():
    """Words that only one outlet has, under everything, hold nothing together."""
    menu = "Subscribe to Beaconry Plus, the Inkwell newsletter and the Quayside podcast."
    topics = ("Barley is cheap.", "Herring is dear.", "A choir sang.", "Two ferries sail.", "Chess was won.")
    texts = [
        Article(str(day), f"{topic} {menu}", outlet="Beacon", date=f"2026-05-1{day}")
        for day, topic in enumerate(topics)
    ]
    assert groups(texts) == ([], ("0", "1", "2", "3", "4"))


def test_sample_story(sample):
    """The eight articles of the sample are on one event."""
    [event] = events([*sample.values()]).events
    assert len(event.articles) == 8


def test_nothing_to_group(articles):
    """Without articles there is no event, and articles without words are each alone."""
    assert events([]) == Events((), ())
    assert events(articles("", "…")) == Events((), ("0", "1"))


@given(st.lists(st.sampled_from([*DEPOT, *VOTE, ""]), max_size=12))
def test_every_article_is_in_one_place(texts):
    """Each article is of one event or alone, never both, and no event has fewer than two."""
    found = events([Article(id=str(number), text=text) for number, text in enumerate(texts)])
    ids = [one for event in found.events for one in event.articles]
    assert sorted([*ids, *found.alone], key=int) == [str(number) for number in range(len(texts))]
    assert all(len(event.articles) > 1 for event in found.events)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
def test_pairs_are_in_one_group(pairs):
    """Both ends of every pair are in one group, and each number is in exactly one."""
    found = grouped(10, pairs)
    of = {one: index for index, group in enumerate(found) for one in group}
    assert sorted(of) == list(range(10))
    assert all(of[a] == of[b] for a, b in pairs)
