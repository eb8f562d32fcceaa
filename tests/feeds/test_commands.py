"""``sayso feed`` and ``sayso watch``, as a user types them."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from sayso.cli import sayso_command
from sayso.feeds.watch import watch
from sayso.ledger import new_ledger
from tests.feeds.world import Answer, World, page, rss
from tests.web.conftest import answer, fetcher, serve  # noqa: F401 - a fixture

FEED, DEPOT = "https://inlandpost.example/feed", "https://inlandpost.example/depot"


def invoke(*arguments):
    """The command's result."""
    return CliRunner().invoke(sayso_command, [*map(str, arguments)])


@pytest.fixture
def path(tmp_path):
    """An empty ledger."""
    invoke("new", tmp_path / "story.sayso")
    return tmp_path / "story.sayso"


@pytest.fixture
def web(monkeypatch):
    """A web of our own in the place of the real one."""
    world = World({FEED: Answer(body=rss("javascript:x\x1b[2J", DEPOT)), DEPOT: Answer(body=page("Lager"))})
    monkeypatch.setattr("sayso.cli.feeds.fetcher_of", lambda contact, no_robots: world)
    return world


def test_add_list_and_remove(path):
    """Feeds are added once, listed with when they are due, and removed; what is none is named."""
    added = invoke("feed", path, "add", FEED, FEED, "ftp://inlandpost.example/", "inlandpost")
    assert (added.exit_code, added.stderr.splitlines()[:2]) == (
        1, [f"{FEED}: watched from now on", f"{FEED}: watched already"]
    )  # fmt: skip
    assert [line.split(": found")[0] for line in added.stderr.splitlines()[2:]] == [
        "sayso: ftp://inlandpost.example/", "sayso: inlandpost"
    ]  # fmt: skip
    [row] = csv.DictReader(io.StringIO(invoke("feed", path, "list", "--format", "csv").stdout))
    assert (row["feed"], row["items"], row["ended"]) == (FEED, "0", "")
    assert FEED in invoke("feed", path, "list").stdout
    assert invoke("feed", path, "remove", FEED).exit_code == 0
    assert invoke("feed", path, "list", "--format", "jsonl").stdout == ""
    assert "found nothing named" in invoke("feed", path, "remove", FEED).stderr


def test_watch_says_one_line_an_event(path, web):
    """A line for each event, without what could steer the terminal, and the counts on stderr."""
    invoke("feed", path, "add", FEED)
    done = invoke("watch", path, "--once")
    refused, new = done.stdout.splitlines()
    assert (done.exit_code, done.stderr) == (0, "new article 1 · refused 1\n")
    assert ("refused" in refused, "\x1b" in done.stdout) == (True, False)
    assert new.endswith(DEPOT)
    assert invoke("watch", path, "--once").stderr == "nothing new\n"


def test_watch_for_programs(path, web):
    """The same as JSON Lines and CSV, with all fields."""
    invoke("feed", path, "add", FEED)
    _, new = map(json.loads, invoke("watch", path, "--once", "--format", "jsonl").stdout.splitlines())
    assert (new["what"], new["feed"], new["url"], new["version"]) == ("new article", FEED, DEPOT, 1)
    assert invoke("watch", path, "--once", "--format", "csv").stdout.startswith("at,what,feed,url,article,version")


def test_feed_that_fails_is_said_and_exits_one(path, web):
    """A job of cron learns from the exit status that a feed failed."""
    web.pages[FEED] = Answer(500)
    invoke("feed", path, "add", FEED)
    done = invoke("watch", path, "--once")
    assert (done.exit_code, "feed failed" in done.stdout, "status 500" in done.stdout) == (1, True, True)


@pytest.mark.parametrize("arguments", [["--every", "1m"], ["--every", "soon"], ["--every", "31d"], []])
def test_misuse(path, arguments):
    """A time that is too short or none, and a ledger without feeds, are misuse."""
    assert invoke("watch", path, *arguments).exit_code == 2


def test_watching_offline_is_misuse(path):
    """With --offline nothing is asked, and no feed is written down as failed."""
    invoke("feed", path, "add", FEED)
    done = invoke("--offline", "watch", path, "--once")
    assert (done.exit_code, "--offline" in done.stderr) == (2, True)
    assert json.loads(invoke("feed", path, "list", "--format", "jsonl").stdout)["failures"] == 0


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_with_a_server_and_the_fetcher(tmp_path, serve):  # noqa: F811
    """Over a real connection: the feed's encoding, its ETag, a redirect for good, and the page as it came."""
    feed = rss("/depot").replace("The Inland Post", "Küstenpost").encode("windows-1252")
    server = serve({})

    def of_feed(request):
        known = 'If-None-Match: "1"' in request
        return [
            answer(b"", 'ETag: "1"', status="304 Not Modified")
            if known
            else answer(feed, 'ETag: "1"', media_type="application/rss+xml; charset=windows-1252")
        ]

    server.pages |= {
        "/old": answer(b"", f"Location: {server.url('/feed')}", status="301 Moved Permanently"),
        "/feed": of_feed, "/depot": answer(page("Lager").encode()),
    }  # fmt: skip
    asking = fetcher()
    with new_ledger(tmp_path / "story.sayso") as ledger, asking:
        ledger.add_feed(server.url("/old"))
        events = []
        for _ in range(2):
            asking._clock.now += 7_300
            ledger.connection.execute("UPDATE feeds SET next_at = '2026-05-12T00:00:00Z'")
            asked = watch(ledger, asking, once=True, clock=asking._clock, sleep=asking._sleep)
            events += [event.what.value for event in asked]
        [listed] = ledger.feeds()
        [kept] = ledger.articles()
    assert events == ["feed moved", "new article"]
    assert (listed.feed.url, listed.feed.title, listed.last) == (server.url("/feed"), "Küstenpost", "unchanged")
    assert (kept.article.title, kept.article.url) == ("Lager", server.url("/depot"))
