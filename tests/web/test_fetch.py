"""A URL is fetched as a polite program does it, and what came is kept exactly."""

import gzip
import io

import pytest
from warcio.archiveiterator import ArchiveIterator

from sayso.errors import Refused
from sayso.web import Validators
from tests.web.conftest import PAGE, Time, answer, fetcher

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


def test_page_comes_with_where_and_when(serve):
    """A capture says what was asked, what answered, when, and has the body."""
    server = serve({"/1": answer()})
    with fetcher() as one:
        capture = one.fetch(server.url("/1#comments"))
    assert (capture.asked, capture.url, capture.status, capture.fetched_at, capture.body) == (
        server.url("/1"), server.url("/1"), 200, "2026-05-12T07:30:00Z", PAGE
    )  # fmt: skip


def test_request_says_who_asks(serve):
    """The request has an honest name with an address to complain to, and nothing that tells more."""
    server = serve({"/1": answer()})
    with fetcher(contact="mailto:desk@port-ada.example") as one:
        one.fetch(server.url("/1"))
    fields = server.fields()
    assert fields.pop("User-Agent").startswith("Sayso/")
    assert fields == {
        "Host": f"inlandpost.example:{server.port}",
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Encoding": "gzip, br, zstd",
        "Connection": "close",
    }


def test_contact_cannot_end_the_line():
    """What would put a header of its own into requests is a wrong argument."""
    with pytest.raises(ValueError, match="wanted a URL or an e-mail address"):
        fetcher(contact="desk@port-ada.example\r\nCookie: a=b")


def test_answer_is_kept_byte_for_byte(serve):
    """The record holds status line, headers and packed body as they came, in chunks and odd spacing."""
    packed = gzip.compress(PAGE, mtime=0)
    chunks = b"%x\r\n%s\r\n5;note=x\r\n%s\r\n0\r\n\r\n" % (len(packed) - 5, packed[:-5], packed[-5:])
    came = (
        b"HTTP/1.1 200 Fine\nContent-Type:text/html\r\nX-Odd:   spaces  \r\n"
        b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
    )
    server = serve({"/1": came})
    with fetcher() as one:
        capture = one.fetch(server.url("/1"))
    assert capture.body == PAGE
    assert came in capture.records
    assert server.asked[-1].encode() in capture.records


def test_records_are_a_warc_file(serve):
    """Another program reads the records: response and request of each hop, digests that hold."""
    server = serve({"/old": answer(b"", "Location: /1", status="301 Moved Permanently"), "/1": answer()})
    with fetcher() as one:
        records = one.fetch(server.url("/old")).records
    read = [
        (each.rec_type, each.rec_headers.get_header("WARC-Target-URI"), each.content_stream().read())
        for each in ArchiveIterator(io.BytesIO(records), check_digests="raise")
    ]
    assert read == [
        ("response", server.url("/old"), b""), ("request", server.url("/old"), b""),
        ("response", server.url("/1"), PAGE), ("request", server.url("/1"), b""),
    ]  # fmt: skip


def test_unchanged_page_is_not_sent_again(serve):
    """What the server said of the page's state goes back to it; a 304 has no body and no records."""
    known = Validators('"7a"', "Tue, 12 May 2026 07:00:00 GMT")
    server = serve({"/1": answer(b"", status="304 Not Modified")})
    with fetcher() as one:
        capture = one.fetch(server.url("/1"), known=known)
    assert (capture.status, capture.body, capture.records) == (304, b"", b"")
    fields = server.fields()
    assert (fields["If-None-Match"], fields["If-Modified-Since"]) == (known.etag, known.last_modified)


def test_validators_are_those_of_the_answer(serve):
    """An answer's ETag and Last-Modified are what to ask with the next time."""
    server = serve({"/1": answer(PAGE, 'ETag: "7a"', "Last-Modified: Tue, 12 May 2026 07:00:00 GMT")})
    with fetcher() as one:
        assert one.fetch(server.url("/1")).validators == Validators('"7a"', "Tue, 12 May 2026 07:00:00 GMT")


def test_redirect_in_utf8_is_followed(serve):
    """Servers send letters beyond ASCII and spaces in Location as they are."""
    server = serve({"/old": answer(b"", "Location: /brücke 1", status="302 Found"), "/br%C3%BCcke%201": answer()})
    with fetcher() as one:
        assert one.fetch(server.url("/old")).url == server.url("/br%C3%BCcke%201")


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (answer(b"User-agent: *\nDisallow: /private"), "found that robots.txt of inlandpost.example:{} forbids it"),
        (answer(b"User-agent: sayso\nDisallow: /\n\nUser-agent: *\nAllow: /"), "forbids it"),
        (answer(b"", status="503 Busy"), "cannot be had (status 503)"),
        (answer(b"", status="429 Slow down"), "cannot be had (status 429)"),
        (b"not http", "cannot be had (an answer that is not HTTP"),
    ],
)
def test_robots_txt_is_obeyed(serve, rules, said):
    """What a host forbids is not fetched; where its rules cannot be had, nothing is."""
    server = serve({"/robots.txt": rules, "/private/1": answer()})
    with fetcher() as one, pytest.raises(Refused) as refused:
        one.fetch(server.url("/private/1"))
    assert said.format(server.port) in str(refused.value)
    assert server.paths() == ["/robots.txt"]


@pytest.mark.parametrize(
    "rules",
    [
        answer(b"User-agent: *\nDisallow: /other\n"),
        answer(b"gone", status="404 Not Found"),
        answer(b"no", status="403 Forbidden"),
        answer(b"", "Location: /robots.txt", status="302 Found"),
        answer(b"\xff\xfe\x00<html>" * 1000),
    ],
)
def test_what_is_not_forbidden_is_fetched(serve, rules):
    """Other rules, none, and rules that lead nowhere forbid nothing; they are asked for once in a run."""
    server = serve({"/robots.txt": rules, "/1": answer(), "/2": answer()})
    with fetcher() as one:
        assert [one.fetch(server.url(path)).status for path in ("/1", "/2")] == [200, 200]
    assert server.paths()[-2:] == ["/1", "/2"]


def test_robots_txt_can_be_left_out(serve):
    """Whoever has leave to fetch says so, and then it is not even asked for."""
    server = serve({"/robots.txt": answer(b"User-agent: *\nDisallow: /"), "/1": answer()})
    with fetcher(robots=False) as one:
        one.fetch(server.url("/1"))
    assert server.paths() == ["/1"]


def test_redirect_to_a_forbidden_page(serve):
    """The rules of the host to which a page leads hold as well."""
    server = serve(
        {"/1": lambda _: [answer(b"", f"Location: {server.url('/', 'corrin.example')}", status="302 Found")]}
    )
    server.pages["/robots.txt"] = lambda request: [
        answer(b"User-agent: *\nDisallow: /" if "corrin" in request else b"")
    ]
    with fetcher() as one, pytest.raises(Refused, match=r"robots\.txt of corrin\.example:.* forbids it"):
        one.fetch(server.url("/1"))


@pytest.mark.parametrize(("delay", "waited"), [(b"", [1.0]), (b"Crawl-delay: 7", [7.0]), (b"Crawl-delay: 99", [30.0])])
def test_one_host_is_asked_slowly(serve, delay, waited):
    """A second passes between two requests to one host, or what it asks for, half a minute at most; others go on."""
    server = serve({"/robots.txt": answer(b"User-agent: *\n" + delay), "/1": answer(), "/2": answer()})
    time = Time()
    with fetcher(time=time) as one:
        for url in (server.url("/1"), server.url("/1", "corrin.example"), server.url("/2")):
            one.fetch(url)
    assert time.waited == waited


def test_name_without_an_address():
    """A name that nobody knows is said."""

    def unknown(_host, _port):
        raise OSError(-2, "Name or service not known")

    with fetcher(look_up=unknown) as one, pytest.raises(Refused, match=r"no address for inlandpost\.example \(Name or"):
        one.fetch("https://inlandpost.example/1")
