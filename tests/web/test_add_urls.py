"""A page of the web goes into the ledger as it came, and is asked whether it changed."""

import json

import pytest
from click.testing import CliRunner

import sayso
from sayso.cli import sayso_command
from sayso.gather import Form
from sayso.ledger import Outcome, new_ledger, originals
from sayso.web.pages import validators_in
from tests.web.conftest import PAGE, Time, answer, fetcher

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
SAID = "The depot had been empty for weeks"


@pytest.fixture
def ledger(tmp_path):
    """An empty ledger."""
    with new_ledger(tmp_path / "story.sayso") as opened:
        yield opened


def add(ledger, *urls, **options):
    """What adding said, and what was refused."""
    refused = []
    with fetcher(**{"time": Time()} | options.pop("fetching", {})) as one:
        added = list(ledger.add(urls, refused=refused.append, fetcher=one, **options))
    return added, [str(each) for each in refused]


def test_page_is_kept_as_it_came(ledger, serve):
    """The original is the capture, its arrival says where from and when, the article has the page's URL and words."""
    server = serve({"/1": answer()})
    [added], refused = add(ledger, server.url("/1"))
    original = originals.get(ledger.connection, 1)
    [arrival] = originals.arrivals(ledger.connection, 1)
    article = ledger.article(added.article).article
    assert (added.outcome, added.version, refused) == (Outcome.NEW, 1, [])
    assert (original.form, answer() in original.content) == (Form.WARC, True)
    assert (arrival.path, arrival.url, arrival.fetched_at) == (None, server.url("/1"), "2026-05-12T07:30:00Z")
    assert (article.url, article.outlet, article.text.count(SAID)) == (server.url("/1"), "The Inland Post", 1)
    assert ledger.verify().originals == 1


def test_unchanged_page_is_not_fetched_again(ledger, serve):
    """The server is asked with what it said; where it answers 304 the ledger stays as it is."""
    server = serve({"/1": answer(PAGE, 'ETag: "7a"')})
    add(ledger, server.url("/1"))
    server.pages["/1"] = lambda request: [answer(b"", status="304 Not Modified" if '"7a"' in request else "500 No")]
    [added], refused = add(ledger, server.url("/1#top"))
    assert (added.outcome, added.version, refused) == (Outcome.UNCHANGED, 1, [])
    assert originals.arrivals(ledger.connection, 2) == []


def test_same_words_are_no_version(ledger, serve):
    """Other advertisements around the same words are nothing new; the first capture shows them already."""
    server = serve({"/1": answer()})
    add(ledger, server.url("/1"))
    server.pages["/1"] = answer(PAGE.replace(b"</body>", b"<script>ad(7)</script></body>"), "X-Served: 2")
    [added], _ = add(ledger, server.url("/1"))
    assert (added.outcome, added.version) == (Outcome.UNCHANGED, 1)
    assert len(ledger.versions(added.article)) == 1


def test_changed_page_is_a_version_with_its_changes(ledger, serve):
    """Other words at the same URL are a version, and what became of its attributions is said."""
    server = serve({"/1": answer()})
    [first], _ = add(ledger, server.url("/1"))
    server.pages["/1"] = answer(PAGE.replace(b", the ministry said on Tuesday", b" on Tuesday"))
    [added], _ = add(ledger, server.url("/1"))
    assert (added.article, added.outcome, added.version) == (first.article, Outcome.NEW_VERSION, 2)
    assert str(added.changes[0]).startswith(f"attribution removed: the ministry | said | {SAID}")
    assert ledger.verify().originals == 2


def test_page_cannot_take_another_ones_place(ledger, serve):
    """A page that calls itself by another page's address is an article of its own."""
    server = serve({"/1": answer()})
    link = f'<link rel="canonical" href="{server.url("/1")}"></head>'.encode()
    server.pages["/2"] = answer(PAGE.replace(b"</head>", link).replace(b"empty", b"full"))
    added, _ = add(ledger, server.url("/1"), server.url("/2"))
    assert [each.outcome for each in added] == [Outcome.NEW, Outcome.NEW]


def test_redirect_is_kept_with_the_page(ledger, serve):
    """The original has both answers; the article stands where the redirect led."""
    server = serve({"/old": answer(b"", "Location: /1", status="301 Moved"), "/1": answer(PAGE, 'ETag: "7a"')})
    [added], _ = add(ledger, server.url("/old"))
    content = originals.get(ledger.connection, 1).content
    assert ledger.article(added.article).article.url == server.url("/1")
    assert content.count(b"WARC-Type: response") == 2
    assert validators_in(content).etag == '"7a"'


def test_read_again_without_the_network(ledger, serve):
    """What was kept is enough to read the page again, when its server is long gone."""
    server = serve({"/1": answer()})
    add(ledger, server.url("/1"))
    server.close()
    [added] = ledger.add(again=True, refused=print)
    assert added.outcome is Outcome.UNCHANGED


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (answer(b"gone", status="404 Not Found"), "found status 404; wanted a page (status 200); check the address"),
        (answer(b"", "Retry-After: 60", status="429 Slow"), "found status 429, to come back after 60"),
        (answer(b"", status="403 Forbidden"), "save the page from a browser"),
        (answer(b"", status="599 Odd"), "found status 599"),
        (answer(b'{"a": 1}', media_type="application/json"), "found the type application/json; wanted an HTML page"),
        (answer(b"%PDF-1.7\n", media_type="application/pdf"), "found the type application/pdf"),
        (answer(b"%PDF-1.7\n"), "found a PDF, which it calls text/html"),
        (answer(b"\x89PNG\r\n\x1a\n\0\0"), "found a picture, which it calls text/html"),
        (answer(b"\0\1\2\3"), "found data that are not text, which it calls text/html"),
        (answer(b" \n"), "found an empty page"),
        (answer(b"<p>" + b"<div>" * 200_000), "elements nested"),
        (answer(b"<html><body></body></html>"), "found a page without an article"),
    ],
)
def test_what_is_no_page_is_refused(ledger, serve, page, said):
    """An answer that is no article is one line that names the URL, nothing is kept, and the others go on."""
    server = serve({"/1": page, "/2": answer()})
    added, [refused] = add(ledger, server.url("/1"), server.url("/2"))
    assert refused.startswith(f"{server.url('/1')}: ")
    assert said in refused
    assert [each.outcome for each in added] == [Outcome.NEW]


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (PAGE.replace(b"depot", "dépôt".encode("cp1252")), "text/html; charset=windows-1252"),
        (PAGE.replace(b"depot", "dépôt".encode("cp1252")), "text/html"),
        (PAGE.replace(b"depot", "dépôt".encode()), "text/html; charset=no-such"),
        (PAGE.replace(b"depot", "dépôt".encode()), "text/html; charset=utf-8; charset=koi8-r"),
        (PAGE.decode().replace("depot", "dépôt").encode("utf-16"), "text/html"),
    ],
)
def test_encodings_named_wrong_or_not_at_all(ledger, serve, body, media_type):
    """Whatever the server calls it, the page is read in the encoding that it has."""
    server = serve({"/1": answer(body, media_type=media_type)})
    [added], _ = add(ledger, server.url("/1"))
    assert "The dépôt had been empty" in ledger.article(added.article).article.text


def test_read_gives_the_article(serve):
    """`sayso.stream` reads a URL as it reads a file, in its place among the others."""
    server = serve({"/1": answer()})
    with fetcher() as one:
        [article] = sayso.stream([server.url("/1")], refused=print, fetcher=one)
    assert (article.url, article.attributions[0].source[0].of(article.text)) == (server.url("/1"), "the ministry")


def invoke(*arguments):
    """The command."""
    return CliRunner().invoke(sayso_command, [*map(str, arguments)])


def test_command_names_what_it_does_not_fetch(tmp_path):
    """A URL that may not be fetched is one line on stderr; what stands beside it is read, and the status is 1."""
    (tmp_path / "story.txt").write_text("The depot was empty, the ministry said.", encoding="utf-8")
    done = invoke("read", "http://127.0.0.1/latest/", tmp_path / "story.txt", "--format", "jsonl")
    assert done.exit_code == 1
    assert len(list(map(json.loads, done.stdout.splitlines()))) == 1
    assert done.stderr == (
        "sayso: http://127.0.0.1/latest/: found the address 127.0.0.1, which is not public; wanted a page of the public"
        " internet; save the page from a browser and add the file\n"
    )


def test_contact_that_is_none_is_misuse(tmp_path):
    """A contact that would break the header is said before anything is asked."""
    done = invoke("read", "https://inlandpost.example/", "--contact", "me (at home)")
    assert (done.exit_code, "wanted a URL or an e-mail address" in done.stderr) == (2, True)
