"""Watching: nothing that a feed names is lost, nothing is fetched twice, whatever fails and whenever it is killed."""

import collections
import contextlib
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.feeds.event import What
from sayso.feeds.schedule import LOOKS
from sayso.feeds.watch import watch
from sayso.ledger import feeds, new_ledger, open_ledger
from tests.feeds.world import DAY, HOUR, START, Answer, Ended, Newspapers, World, http_date, page, rss

FEED = "https://inlandpost.example/feed"
DEPOT, QUAY = "https://inlandpost.example/depot", "https://inlandpost.example/quay"
ENGLISH = (
    "The depot had been empty for weeks, the ministry said on Tuesday, and no fighters had been seen there.",
    "Ada Byrne, who lives beside the salt quay, said that she had heard two blasts before dawn on Monday.",
)


@pytest.fixture
def ledger(tmp_path):
    """An empty ledger."""
    with new_ledger(tmp_path / "story.sayso") as opened:
        yield opened


def add(ledger, *urls):
    """Watch these feeds from the world's beginning."""
    with ledger.writing():
        for url in urls:
            feeds.put(ledger.connection, url, "2026-05-12T08:00:00Z")


def run(ledger, world, **options):
    """All events until the world's end, or with ``once`` until nothing is due."""
    events = []
    with contextlib.suppress(Ended):
        events.extend(watch(ledger, world, clock=world.clock, sleep=world.sleep, **options))
    return events


def rows(ledger, query):
    """What a query gives."""
    return ledger.connection.execute(query).fetchall()


def told(events):
    """What happened, to what."""
    return [(event.what.value, event.url or event.feed) for event in events]


def test_new_articles_are_kept(ledger):
    """Each article that a feed names is fetched, kept as it came, and said in one event."""
    world = World(
        {FEED: Answer(body=rss(DEPOT, QUAY)), DEPOT: Answer(body=page("Lager")), QUAY: Answer(body=page("Kai"))}
    )
    add(ledger, FEED)
    events = run(ledger, world, once=True)
    assert told(events) == [("new article", DEPOT), ("new article", QUAY)]
    assert [(one.article.url, one.article.title) for one in ledger.articles()] == [(DEPOT, "Lager"), (QUAY, "Kai")]
    assert ledger.verify().readings == 2
    assert run(ledger, world, once=True) == []


def test_changed_article_is_a_new_version(ledger):
    """An article that lost a statement is a new version at its next look, and the loss is said."""
    url = "https://inlandpost.example/blasts"
    world = World({FEED: Answer(body=rss(url))}, until=2 * HOUR)
    world.pages[url] = lambda now: Answer(body=page("Blasts", ENGLISH if now < START + HOUR / 2 else ENGLISH[:1]))
    add(ledger, FEED)
    new, *changed = run(ledger, world)
    assert (new.what, new.version) == (What.NEW_ARTICLE, 1)
    assert {(event.what, event.article, event.version) for event in changed} == {(What.NEW_VERSION, new.article, 2)}
    assert any(str(event.change).startswith("attribution removed: Ada Byrne") for event in changed)


def test_article_is_looked_at_when_that_is_due_and_never_between(ledger):
    """After the first fetch an article is asked for an hour, six hours, a day and a week later, with its ETag."""
    world = World({FEED: Answer(body=rss(DEPOT)), DEPOT: Answer(body=page("Lager"))}, until=9 * DAY)
    add(ledger, FEED)
    run(ledger, world)
    times = [round(at - START) for at in world.times(DEPOT)]
    assert [abs(at - wanted) < 5 for at, wanted in zip(times, (0, *LOOKS), strict=True)] == [True] * 5
    assert [status for _, url, status in world.asked if url == DEPOT] == [200, 304, 304, 304, 304]
    assert rows(ledger, "SELECT outcome, count(*) FROM looks GROUP BY outcome") == [("new", 1), ("unchanged", 4)]


def test_two_feeds_with_one_article_fetch_it_once(ledger):
    """An article in two feeds, in one with a campaign's parameter, is one item."""
    other = "https://corrinstandard.example/feed"
    world = World({
        FEED: Answer(body=rss(DEPOT)), other: Answer(body=rss(f"{DEPOT}?utm_source=rss")),
        DEPOT: Answer(body=page("Lager")),
    })  # fmt: skip
    add(ledger, FEED, other)
    assert told(run(ledger, world, once=True)) == [("new article", DEPOT)]
    assert rows(ledger, "SELECT count(*) FROM feed_items") == [(2,)]


def test_publisher_of_a_syndicated_item(ledger):
    """Where a page does not name its publisher, the feed's source is it; where it does, the page is believed."""
    source = '<source url="https://meridianwire.example/rss">Meridian Wire</source>'
    says = '<meta property="og:site_name" content="The Inland Post">'
    world = World({
        FEED: Answer(body=rss((DEPOT, source), (QUAY, source))), DEPOT: Answer(body=page("Lager")),
        QUAY: Answer(body=page("Kai", head=says)),
    })  # fmt: skip
    add(ledger, FEED)
    run(ledger, world, once=True)
    depot, quay = (one.article for one in ledger.articles())
    assert (depot.outlet, depot.publisher) == ("Meridian Wire", "Meridian Wire")
    assert (depot.found_in["outlet"], depot.found_in["publisher"]) == ("RSS source", "RSS source")
    assert (quay.outlet, quay.publisher) == ("The Inland Post", "Meridian Wire")
    assert [each.outcome for each in ledger.add(again=True, refused=print)] == ["already there"] * 2


def test_publisher_of_an_item_that_is_a_redirect(ledger):
    """The publisher is known too where the feed's address only leads to the article."""
    link = "https://inlandpost.example/rss/7"
    source = '<source url="https://meridianwire.example/rss">Meridian Wire</source>'
    world = World({
        FEED: Answer(body=rss((link, source))), link: Answer(302, headers={"Location": DEPOT}),
        DEPOT: Answer(body=page("Lager")),
    })  # fmt: skip
    add(ledger, FEED)
    run(ledger, world, once=True)
    assert [(one.article.url, one.article.publisher) for one in ledger.articles()] == [(DEPOT, "Meridian Wire")]


def test_unchanged_feed_is_asked_ever_less(ledger):
    """A feed that answers 304 is asked after ever longer times, up to a day."""
    world = World({FEED: Answer(body=rss(DEPOT)), DEPOT: Answer(body=page("Lager"))}, until=12 * DAY)
    add(ledger, FEED)
    run(ledger, world)
    times = world.times(FEED)
    gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
    assert all(one <= other + 2 for one, other in itertools.pairwise(gaps))
    assert 86_000 < gaps[-1] < 86_500
    assert rows(ledger, "SELECT DISTINCT outcome FROM feed_fetches ORDER BY 1") == [("read",), ("unchanged",)]


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (Answer(body=rss(DEPOT, ttl=300)), 300 * 60),
        (Answer(body=rss(DEPOT), headers={"Cache-Control": "max-age=7200"}), 7_200),
        (Answer(429, headers={"Retry-After": "20000"}), 20_000),
        (Answer(503, headers={"Retry-After": http_date(START + 30_000)}), 30_000),
        (Answer(body=rss(DEPOT, more="<skipHours><hour>8</hour><hour>9</hour></skipHours>")), 2 * HOUR),
    ],
)
def test_feed_is_left_alone_as_long_as_it_wants(ledger, answer, seconds):
    """ttl, max-age, Retry-After and skipHours put off the next request."""
    world = World({FEED: answer, DEPOT: Answer(body=page("Lager"))}, until=seconds + 6 * HOUR)
    add(ledger, FEED)
    run(ledger, world)
    first, second, *_ = [at for at, url, _ in world.asked if url == FEED]
    assert -1 <= second - first - seconds < HOUR


def test_busy_host_is_left_alone_altogether(ledger):
    """A page that answers 429 puts off everything else of its host, other hosts not."""
    other, page_of_other = "https://corrinstandard.example/feed", "https://corrinstandard.example/a"
    world = World({
        FEED: Answer(body=rss(DEPOT, QUAY)), other: Answer(body=rss(page_of_other)),
        DEPOT: Answer(429, headers={"Retry-After": "7200"}), QUAY: Answer(body=page("Kai")),
        page_of_other: Answer(body=page("Stadt")),
    }, until=HOUR)  # fmt: skip
    add(ledger, FEED, other)
    run(ledger, world)
    assert collections.Counter(url for _, url, _ in world.asked if "inlandpost" in url) == {FEED: 1, DEPOT: 1}
    assert world.times(page_of_other)


def test_feed_that_fails_and_comes_back(ledger):
    """A feed that is down is asked ever less, said each time, and said when it is back; nothing in it is lost."""
    world = World(until=DAY)
    world.pages[FEED] = lambda now: Answer(None) if now < START + 5 * HOUR else Answer(body=rss(DEPOT))
    world.pages[DEPOT] = Answer(body=page("Lager"))
    add(ledger, FEED)
    events = run(ledger, world)
    whats = [event.what for event in events]
    assert whats == [*[What.FEED_FAILED] * (len(whats) - 2), What.FEED_BACK, What.NEW_ARTICLE]
    assert 4 <= len(whats) - 2 <= 7
    assert "no connection" in events[0].reason


def test_feed_that_is_gone_is_not_asked_again(ledger):
    """A 410 ends a feed, in words; its articles are looked at as before."""
    world = World(until=2 * DAY)
    world.pages[FEED] = lambda now: Answer(body=rss(DEPOT)) if now < START + 60 else Answer(410)
    world.pages[DEPOT] = Answer(body=page("Lager"))
    add(ledger, FEED)
    events = run(ledger, world)
    assert told(events) == [("new article", DEPOT), ("feed ended", FEED)]
    assert (len(world.times(FEED, 410)), len(world.times(DEPOT))) == (1, 4)
    [feed] = feeds.everyone(ledger.connection)
    assert (feed.next_at, "410" in feed.ended) == (None, True)


def test_feed_that_moved_is_asked_at_its_new_address(ledger):
    """A permanent redirect is followed from then on, and said; a temporary one is not."""
    new, other = "https://inlandpost.example/news.xml", "https://corrinstandard.example/feed"
    world = World({
        FEED: Answer(301, headers={"Location": new}), new: Answer(body=rss(DEPOT)), DEPOT: Answer(body=page("Lager")),
        other: Answer(302, headers={"Location": new}),
    }, until=3 * HOUR)  # fmt: skip
    add(ledger, FEED, other)
    events = run(ledger, world)
    assert ("feed moved", FEED) in told(events)
    assert [feed.url for feed in feeds.everyone(ledger.connection)] == [new, other]
    assert (len(world.times(FEED, 301)), len(world.times(other, 302)) > 1) == (1, True)


def test_items_that_cannot_be_fetched_are_refused_once(ledger):
    """An item with an address of another scheme is one event, however often the feed is read."""
    world = World({DEPOT: Answer(body=page("Lager"))}, until=DAY)
    world.pages[FEED] = lambda now: Answer(body=rss("javascript:alert(1)", DEPOT, more=f"<x>{now}</x>"))
    add(ledger, FEED)
    refused, new = run(ledger, world)
    assert (refused.what, "the scheme javascript" in refused.reason, new.what) == (What.REFUSED, True, What.NEW_ARTICLE)


def test_article_that_cannot_be_had_is_tried_for_days_and_given_up(ledger):
    """A page that never answers is tried ever less often, and given up with the reason after five days."""
    world = World({FEED: Answer(body=rss(DEPOT)), DEPOT: Answer(500)}, until=9 * DAY)
    add(ledger, FEED)
    [given_up] = run(ledger, world)
    assert (given_up.what, given_up.reason) == (What.GIVEN_UP, "status 500, 12 times in a row")
    assert len(world.times(DEPOT, 500)) == 12
    assert 3.5 * DAY < world.times(DEPOT, 500)[-1] - START < 6 * DAY


def test_article_that_disappears_is_said_once(ledger):
    """An article in the ledger whose page is gone is an event; the article stays as it was."""
    world = World({FEED: Answer(body=rss(DEPOT))}, until=8 * DAY)
    world.pages[DEPOT] = lambda now: Answer(body=page("Lager")) if now < START + 2 * HOUR else Answer(404)
    add(ledger, FEED)
    assert told(run(ledger, world)) == [("new article", DEPOT), ("article gone", DEPOT)]
    assert [one.article.url for one in ledger.articles()] == [DEPOT]


def test_page_without_an_article_is_looked_at_again(ledger):
    """A page that is no article yet is refused once with the reason, and read when it has become one."""
    world = World({FEED: Answer(body=rss(DEPOT))}, until=2 * HOUR)
    world.pages[DEPOT] = lambda now: Answer(body=page("Lager") if now > START + 60 else "<html></html>")
    add(ledger, FEED)
    assert told(run(ledger, world)) == [("refused", DEPOT), ("new article", DEPOT)]


def test_index_of_sitemaps_is_followed(ledger):
    """The sitemaps of an index are watched; one that changed is asked at once, one that was dropped no more."""
    index, may, june = (f"https://inlandpost.example/{name}.xml" for name in ("index", "may", "june"))

    def sitemap(*links):
        entries = "".join(f"<url><loc>{link}</loc><news><title>x</title></news></url>" for link in links)
        return Answer(body=f"<urlset>{entries}</urlset>")

    def listed(now):
        late = now > START + DAY
        children = "".join(
            f"<sitemap><loc>{url}</loc><lastmod>{at}</lastmod></sitemap>"
            for url, at in ([(june, "2026-06-02")] if late else [(may, "2026-05-30"), (june, "2026-06-01")])
        )
        return Answer(body=f"<sitemapindex>{children}</sitemapindex>")

    world = World({index: listed, may: sitemap(DEPOT)}, until=3 * DAY)
    world.pages |= {DEPOT: Answer(body=page("Lager")), QUAY: Answer(body=page("Kai"))}
    world.pages[june] = lambda now: sitemap(QUAY) if now > START + DAY else sitemap()
    add(ledger, index)
    assert told(run(ledger, world)) == [("new article", DEPOT), ("new article", QUAY)]
    ended = {feed.url: feed.ended for feed in feeds.everyone(ledger.connection)}
    assert ended == {index: None, may: "no longer in its index", june: None}


def test_removed_feed_is_left_alone(ledger):
    """A removed feed and its articles are asked no more; added again it goes on, and nothing is fetched anew."""
    world = World({FEED: Answer(body=rss(DEPOT)), DEPOT: Answer(body=page("Lager"))}, until=DAY)
    add(ledger, FEED)
    run(ledger, world, once=True)
    with ledger.writing():
        assert feeds.remove(ledger.connection, FEED)
    run(ledger, world)
    assert (len(world.times(FEED)), len(world.times(DEPOT))) == (1, 1)
    assert feeds.everyone(ledger.connection) == []
    add(ledger, FEED)
    assert run(ledger, world, once=True) == []
    assert len(world.times(DEPOT, 200)) == 1


def test_forgotten_article_does_not_come_back(ledger):
    """A feed that still names a forgotten article does not bring it back, and its words are in no table."""
    world = World({DEPOT: Answer(body=page("Lager"))}, until=2 * DAY)
    world.pages[FEED] = lambda now: Answer(body=rss((DEPOT, f"<title>Salzkai {now}</title>")))
    add(ledger, FEED)
    [new] = run(ledger, world, once=True)
    ledger.forget(new.article, who="dora")
    assert run(ledger, world) == []
    assert "inlandpost.example/depot" not in "".join(ledger.connection.iterdump())
    assert b"Salzkai" not in ledger.path.read_bytes()


def test_nothing_is_done_for_nothing(ledger):
    """A ledger without feeds waits, or with once ends."""
    world = World(until=HOUR)
    assert (run(ledger, world), run(ledger, World(), once=True), world.asked) == ([], [], [])


def test_newspapers_over_days(ledger):
    """Feeds that reorder, repeat, change, move, fail and push back: no article is lost and none is fetched twice."""
    papers = Newspapers(6, 2, a_day=5)
    add(ledger, *papers.feeds)
    events = run(ledger, papers.world)
    assert papers.outcome(ledger) == (set(), 0)
    assert sum(event.what is What.NEW_ARTICLE for event in events) == len(papers.articles)
    assert ledger.verify().originals >= len(papers.articles)


class Killed(BaseException):
    """What stands for ``kill -9``."""


def killing(ledger, at):
    """The ledger, whose *at*-th step raises; steps are before, at the end of, and after each transaction."""
    writing, steps = ledger.writing, iter(range(at + 1))

    def step():
        if next(steps, None) is None:
            raise Killed

    @contextlib.contextmanager
    def wrapped():
        step()
        with writing() as now:
            yield now
            step()
        step()

    ledger.writing = wrapped
    return ledger


def killed_and_gone_on(folder, papers, kills):
    """Watch, killed at these steps, one run for each, then to the end; how many kills there were."""
    path, killed = folder / "story.sayso", 0
    with new_ledger(path) as ledger:
        add(ledger, *papers.feeds)
    for at in kills:
        with open_ledger(path) as ledger:
            try:
                run(killing(ledger, at), papers.world)
            except Killed:
                killed += 1
    with open_ledger(path) as ledger:
        run(ledger, papers.world)
        lost, too_often = papers.outcome(ledger)
        assert (lost, too_often <= killed) == (set(), True)
        assert sorted(one.article.url for one in ledger.articles()) == sorted(papers.articles)
        assert ledger.verify().readings == len(rows(ledger, "SELECT 1 FROM versions"))
    return killed


@given(st.lists(st.integers(0, 12), max_size=12))
@settings(max_examples=15)
def test_killed_at_any_write_nothing_is_lost(tmp_path_factory, kills):
    """Killed before, in and after any transaction, the same call goes on; only the request under way is repeated."""
    killed_and_gone_on(tmp_path_factory.mktemp("killed"), Newspapers(2, 1, a_day=3), kills)


@pytest.mark.slow
def test_killed_at_every_write_nothing_is_lost(tmp_path_factory):
    """The same for each single step of watching one newspaper over days."""
    for at in itertools.count():
        if not killed_and_gone_on(tmp_path_factory.mktemp("killed"), Newspapers(1, 1, a_day=3), [at]):
            assert at > 30
            return


def test_killed_between_the_fetch_and_the_commit(ledger):
    """What was fetched and not stored is fetched again, and stored once."""
    world = World({FEED: Answer(body=rss(DEPOT)), DEPOT: Answer(body=page("Lager"))})
    add(ledger, FEED)
    whole = world.fetch

    def fetch(url, **options):
        capture = whole(url, **options)
        if url == DEPOT:
            raise Killed
        return capture

    world.fetch = fetch
    with pytest.raises(Killed):
        run(ledger, world, once=True)
    world.fetch = whole
    assert told(run(ledger, world, once=True)) == [("new article", DEPOT)]
    assert len(world.times(DEPOT)) == 2
