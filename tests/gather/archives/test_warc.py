"""WARC files: each page is a document, what is no page is counted, and what is broken costs nothing else."""

import gzip
import io
import sys
import zlib

import brotli
import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import PassedOver, Refused
from sayso.gather import Caps, Document, article_of, documents
from sayso.gather.archives.warc import documents_in
from sayso.gather.source import Source
from tests.warcs import DATE, URL, WORDS, http, packed, page, record, response

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TEXT = "\n\n".join(WORDS)
SOURCE = Source("crawl.warc", "crawl.warc", {}, 1_000_000)


def found_in(data, caps=None, size=50_000):
    """What a file gives: the articles' address, else what is said of a record."""
    source = Source("crawl.warc", "crawl.warc", {}, 1_000_000, caps or Caps())
    out = []
    for document in documents_in(lambda: (data[at : at + size] for at in range(0, len(data), size)), source):
        try:
            out.append(document if isinstance(document, Refused) else article_of(document, limit=10**6, caps=caps).url)
        except Refused as refused:
            out.append(refused)
    return [each.reason if isinstance(each, PassedOver) else str(each) for each in out]


def test_page_is_a_document_of_its_own_bytes():
    """The record stands in the document byte for byte, with its address and its time."""
    one = response()
    assert list(documents_in(lambda: [packed(record("warcinfo", url=None), one)], SOURCE)) == [
        Document(
            f"crawl.warc, record 2, {URL}", "capture", one, "crawl.warc", url=URL, fetched_at=DATE, chosen=False
        )
    ]  # fmt: skip


def test_article_of_a_capture():
    """The article has the page's text, and the address from which it was fetched."""
    [document] = documents_in(
        lambda: [response(page(head='<meta property="og:site_name" content="The Inland Post">'))], SOURCE
    )
    article = article_of(document, limit=1_000_000)
    assert (article.url, article.outlet, article.path) == (URL, "The Inland Post", "crawl.warc")
    assert article.found_in["url"] == "WARC-Target-URI"
    assert TEXT in article.text


@pytest.mark.parametrize(("canonical", "url"), [
    ("https://inlandpost.example/2026/depot", "https://inlandpost.example/2026/depot"),
    ("https://www.inlandpost.example/2026/depot", "https://www.inlandpost.example/2026/depot"),
    ("https://daily-plover.example/depot", URL),
    ("https://[broken/depot", URL),
])  # fmt: skip
def test_page_may_only_name_an_address_of_its_own_host(canonical, url):
    """A page can say that it is anybody's; only on the host that served it is that believed."""
    data = response(page(head=f'<link rel="canonical" href="{canonical}">'))
    assert found_in(data) == [url]


@pytest.mark.parametrize("pack", [
    lambda *records: b"".join(records),
    packed,
    lambda *records: gzip.compress(b"".join(records)),
    lambda *records: b"".join(map(zstd.compress, records)),
    lambda *records: zstd.compress(b"".join(records)),
], ids=["plain", "gzip by record", "gzip as one", "zstd by record", "zstd as one"])  # fmt: skip
@pytest.mark.parametrize("size", [1, 100_000])
def test_however_it_is_packed(pack, size):
    """The same pages come out of a file however it is packed, and however it is read."""
    data = pack(response(url="https://a.example/1"), response(url="https://a.example/2"))
    assert found_in(data, size=size) == ["https://a.example/1", "https://a.example/2"]


@pytest.mark.parametrize("wrap", [lambda dictionary: dictionary, zstd.compress], ids=["as it is", "packed itself"])
def test_zstd_with_a_dictionary(wrap):
    """A .warc.zst may bring a dictionary for all its frames in the first one."""
    records = [response(page(f"Report {n}.", *WORDS), url=f"https://a.example/{n}") for n in range(40)]
    known = zstd.train_dict(records, 4_096)
    frame = wrap(known.dict_content)
    data = b"\x5d\x2a\x4d\x18" + len(frame).to_bytes(4, "little") + frame
    data += b"".join(zstd.compress(each, zstd_dict=known) for each in records[:3])
    assert found_in(data) == ["https://a.example/0", "https://a.example/1", "https://a.example/2"]


@pytest.mark.parametrize(("one", "reason"), [
    (response(status="404 Not Found"), "status 404"),
    (response(status="301 Moved", Location="/"), "status 301"),
    (response(b"\x89PNG", Content_Type="image/png"), "not HTML"),
    (response(b"{}", Content_Type="application/json"), "not HTML"),
    (response(url="ftp://a.example/"), "not a web page"),
    (record("response", b"20260512\ta.example.\n", url="dns:a.example", Content_Type="text/dns"), "not a web page"),
    (record("resource", b"x", Content_Type="text/plain"), "not HTML"),
    (response(b""), "an empty page"),
])  # fmt: skip
def test_what_is_no_page_is_passed_over(one, reason):
    """Pictures, errors, redirects and the like are each passed over for a reason that can be counted."""
    assert found_in(one + response()) == [reason, URL]


@pytest.mark.parametrize("kind", ["warcinfo", "request", "metadata", "continuation", "x-of-the-future"])
def test_records_about_others_are_nothing(kind):
    """Requests and metadata belong to a capture and are none themselves."""
    assert found_in(record(kind, b"whatever") + response()) == [URL]


@pytest.mark.parametrize(("coding", "pack"), [
    ("gzip", gzip.compress),
    ("x-gzip", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", lambda body: zlib.compress(body)[2:-4]),
    ("br", brotli.compress),
    ("zstd", zstd.compress),
    ("gzip, br", lambda body: brotli.compress(gzip.compress(body))),
    ("gzip", lambda body: body),
    ("identity", lambda body: body),
])  # fmt: skip
def test_body_in_a_content_coding(coding, pack):
    """A page is read in every coding that browsers take, and where the crawler unpacked it and left the header."""
    assert found_in(response(pack(page()), Content_Encoding=coding)) == [URL]


def test_body_in_chunks():
    """A body that came in chunks is joined, and one whose crawler had joined it is left as it is."""
    body = page()
    chunked = b"".join(
        b"%x\r\n%s\r\n" % (len(body[at : at + 100]), body[at : at + 100]) for at in range(0, len(body), 100)
    )
    for came in (chunked + b"0\r\n\r\n", body):
        [document] = documents_in(lambda came=came: [response(came, Transfer_Encoding="chunked")], SOURCE)
        article = article_of(document, limit=10**6)
        assert (TEXT in article.text, "cut off" in article.found_in["text"]) == (True, False)


@pytest.mark.parametrize(("one", "why"), [
    (response(warc={"WARC_Truncated": "length"}), "length"),
    (response(Content_Length="99999"), "shorter than the server said"),
    (response(b"1000\r\n" + page(), Transfer_Encoding="chunked"), "shorter than the server said"),
    (response(gzip.compress(page())[:-8], Content_Encoding="gzip"), "shorter than the server said"),
])  # fmt: skip
def test_page_that_is_cut_off_says_so(one, why):
    """A page of which the end is missing is read as far as it goes, and marked."""
    [document] = documents_in(lambda: [one], SOURCE)
    found = article_of(document, limit=10**6).found_in["text"]
    assert found.endswith(f", of a page that is cut off ({why})")


def test_server_names_the_encoding():
    """The encoding that the server named goes before what the page says of itself."""
    body = page("The caf\xe9 of Port Ada was closed, the owner said on Tuesday.", *WORDS).decode().encode("cp1252")
    [document] = documents_in(lambda: [response(body, Content_Type="text/html; charset=windows-1252")], SOURCE)
    article = article_of(document, limit=10**6)
    assert ("The café" in article.text, article.found_in["encoding"]) == (True, "windows-1252, declared")


BOMB = zlib.compressobj(9, zlib.DEFLATED, 31)
BOMB = BOMB.compress(b"a" * 100_000_000) + BOMB.flush()
BEFORE, AFTER = response(url="https://a.example/before"), response(url="https://a.example/after")


@pytest.mark.parametrize(("one", "said"), [
    (response(BOMB, Content_Encoding="gzip"), "found a gzip bomb"),
    (response(brotli.compress(b"a" * 50_000_000), Content_Encoding="br"), "found a br bomb"),
    (response(zstd.compress(b"a" * 50_000_000), Content_Encoding="zstd"), "found a zstd bomb"),
    (response(gzip.compress(BOMB), Content_Encoding="gzip, gzip"), "found a gzip bomb"),
    (response(page(), Content_Encoding="gzip, " * 9 + "gzip"), "found 10 content codings"),
    (response(page(), Content_Encoding="rot13"), "found the content coding 'rot13'"),
    (response(gzip.compress(page())[:50] + b"\xff" * 50, Content_Encoding="gzip"), "a body whose gzip is damaged"),
    (response(b"a" * 30_000_000), "found a packed bomb"),
    (response(b"a" * 30_000_000, Content_Type="image/png"), "not HTML"),
])  # fmt: skip
def test_bomb_is_one_refusal(one, said):
    """A bomb in one record, in any coding, is refused, and the record behind it is read."""
    first, second, third = found_in(packed(BEFORE, one, AFTER))
    assert (first, third) == ("https://a.example/before", "https://a.example/after")
    assert said in second


def test_bomb_that_cannot_be_unpacked_to_its_end():
    """Where more would have to be unpacked than is allowed, the next record is looked for behind the bomb."""
    bomb = gzip.compress(record("response", b"a" * 30_000_000))
    caps = Caps(page=1_000_000, skipped=1_000_000)
    first, reason, refusal, last = found_in(packed(BEFORE) + bomb + packed(AFTER), caps)
    assert (first, reason, last) == ("https://a.example/before", "not a web page", "https://a.example/after")
    assert "found a packed bomb" in refusal


@pytest.mark.parametrize("pack", [packed, lambda *records: b"".join(records)], ids=["gzip", "plain"])
@pytest.mark.parametrize(("broken", "said"), [
    (response(length=5_000), "cut off after"),
    (response(b"\x89PNG", length=5_000, Content_Type="image/png"), "cut off after"),
    (record("response", b"x", Content_Length_=None).replace(b"Content-Length: 1", b"Content-Length: -1"), "its length"),
    (b"WARC/1.1\r\n" + b"X: y\r\n" * 20_000, "a header without an end"),
    (b"<html>no record</html>\r\n\r\n", "found something else"),
    (response(length=10), "found something else behind the block"),
])  # fmt: skip
def test_broken_record_costs_only_itself(pack, broken, said):
    """Whatever is wrong with one record is said, and the next one is read."""
    first, *between, last = found_in(pack(BEFORE, broken, AFTER))
    assert (first, last) == ("https://a.example/before", "https://a.example/after")
    assert said in " ".join(between)


def test_damaged_member_costs_only_itself():
    """Flipped bits in one gzip member, or a member that was cut, leave the others as they are."""
    one, two, three = (packed(each) for each in (BEFORE, response(), AFTER))
    for broken in (two[:60] + b"\0\0\0\0" + two[64:], two[:-20], two[:40]):
        first, *between, last = found_in(one + broken + three)
        assert (first, last) == ("https://a.example/before", "https://a.example/after")
        assert between


def test_file_that_ends_too_early():
    """The pages before the end of a file that is cut off are read, and the cut is said."""
    whole = packed(BEFORE, AFTER)
    for data in (whole[:-30], BEFORE + AFTER[:-200]):
        first, last = found_in(data)
        assert first == "https://a.example/before"
        assert "cut off" in last


def test_records_are_those_that_fastwarc_finds():
    """An implementation that is not ours finds the same records in the same places."""
    records = [
        record("warcinfo", b"software: x\r\n", url=None),
        response(),
        record("request", b"GET / HTTP/1.1\r\n\r\n"),
    ]
    data = b"".join([*records, response(url="https://a.example/2")])
    theirs = [
        each.headers["WARC-Target-URI"]
        for each in ArchiveIterator(io.BytesIO(data))
        if each.is_http and "response" in str(each.record_type)
    ]
    assert found_in(data) == theirs == [URL, "https://a.example/2"]


@settings(max_examples=60)
@given(data=st.data())
def test_no_damage_stops_the_file_or_the_process(data):
    """Whatever byte is changed, cut out or put in, reading ends, and nothing but refusals is raised."""
    whole = bytearray(packed(BEFORE, response(), AFTER) if data.draw(st.booleans()) else BEFORE + response() + AFTER)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    for document in documents_in(lambda: [bytes(whole)], SOURCE):
        assert isinstance(document, Document | Refused)


@settings(max_examples=60)
@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08\x00", b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18"]),
)
def test_any_bytes_are_read_or_refused(noise, beginning):
    """What is no WARC file at all is refused and nothing else."""
    assert all(isinstance(each, Refused) for each in documents_in(lambda: [beginning + noise], SOURCE))


def found_again(*records):
    """The address, time and number of records of each document, or why a record was passed over."""
    out = list(documents_in(lambda: [b"".join(records)], SOURCE))
    return [
        each.reason if isinstance(each, PassedOver) else (each.url, each.fetched_at, each.payload.count(b"WARC/1.1"))
        for each in out
    ]


LATER = "2026-05-14T07:30:00Z"
SAME = {"WARC_Payload_Digest": "sha1:ABC"}


@pytest.mark.parametrize("spoken_of", [
    {"WARC_Payload_Digest": "sha1:ABC"},
    {"WARC_Refers_To_Target_URI": URL, "WARC_Refers_To_Date": DATE},
    {"WARC_Refers_To": "<urn:uuid:1>"},
])  # fmt: skip
def test_revisit_is_the_earlier_page_at_a_later_time(spoken_of):
    """A revisit of the same address is the same original once more, seen later."""
    first = response(warc=SAME)
    assert found_again(first, record("revisit", date=LATER, **spoken_of)) == [(URL, DATE, 1), (URL, LATER, 1)]


def test_revisit_at_another_address_is_an_article_of_its_own():
    """The same page at another address is read there; its original is both records."""
    other = "https://inlandpost.example/depot-again"
    data = response(warc=SAME), record("revisit", http(b""), url=other, date=LATER, **SAME)
    assert found_again(*data) == [(URL, DATE, 1), (other, LATER, 2)]
    document = list(documents_in(lambda: [b"".join(data)], SOURCE))[-1]
    article = article_of(document, limit=10**6)
    assert (article.url, TEXT in article.text) == (other, True)


def test_revisit_of_nothing_and_of_a_picture():
    """A revisit whose page is not in the file, or is no page, is passed over for that reason."""
    picture = response(
        b"\x89PNG", Content_Type="image/png", warc={"WARC_Payload_Digest": "sha1:PNG", "WARC_Record_ID": "<urn:uuid:2>"}
    )
    lost, seen = record("revisit", WARC_Payload_Digest="sha1:X"), record("revisit", WARC_Payload_Digest="sha1:PNG")
    assert found_again(picture, lost, seen) == ["not HTML", "not HTML", "a revisit of a page that is not in this file"]


def test_revisit_in_what_can_be_read_only_once():
    """On standard input there is no second way through the file, and the revisit is passed over."""
    data = response(warc=SAME) + record("revisit", date=LATER, **SAME)
    [page, passed] = documents(["-"], stdin=io.BytesIO(data))
    assert (page.url, passed.reason) == (URL, "a revisit of a page that is not in this file")


def test_files_of_these_names_are_read(tmp_path):
    """.warc, .warc.gz and .warc.zst are inputs like any other, and so is a .warc on standard input."""
    for name, data in (("a.warc", BEFORE), ("b.warc.gz", packed(AFTER)), ("c.WARC.zst", zstd.compress(response()))):
        (tmp_path / name).write_bytes(data)
    found = [each.url for each in documents([str(tmp_path)])]
    assert found == ["https://a.example/before", "https://a.example/after", URL]
    assert [each.url for each in documents(["-"], stdin=io.BytesIO(BEFORE))] == ["https://a.example/before"]
