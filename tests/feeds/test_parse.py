"""Feeds of every kind give the same items; what cannot be used is a refusal with the reason."""

import contextlib
import gzip
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Refused
from sayso.feeds import Feed, Item, Rhythm, parse
from sayso.feeds.links import key_of

URL = "https://inlandpost.example/feeds/news.xml"


def read(text, url=URL):
    """The feed in *text*."""
    return parse(text.encode(), url)


RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
  <title>The Inland Post</title><link>https://inlandpost.example/</link><ttl>30</ttl>
  <skipHours><hour>2</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>
  <item>
    <title>Depot was empty, ministry says</title><link>/2026/depot?id=7&amp;page=1</link>
    <guid isPermaLink="false">post-7</guid><pubDate>Tue, 12 May 2026 09:30:00 +0200</pubDate>
    <source url="https://meridianwire.example/rss">Meridian Wire</source>
    <description>The depot &lt;b&gt;was&lt;/b&gt; empty.</description>
  </item>
  <item><guid>https://inlandpost.example/2026/quay</guid><dc:date>2026-05-11</dc:date></item>
</channel></rss>"""


def test_rss_two():
    """Items of RSS 2.0 with address, times in UTC, and the publisher of a syndicated item; and when it may be asked."""
    assert read(RSS) == Feed(
        title="The Inland Post",
        items=(
            Item(
                url="https://inlandpost.example/2026/depot?id=7&page=1",
                title="Depot was empty, ministry says",
                published="2026-05-12T07:30:00Z",
                publisher="Meridian Wire",
                publisher_url="https://meridianwire.example/rss",
                guid="post-7",
                found_in={"publisher": "RSS source", "published": "RSS date"},
            ),
            Item(
                url="https://inlandpost.example/2026/quay",
                updated="2026-05-11T00:00:00Z",
                guid="https://inlandpost.example/2026/quay",
                found_in={"updated": "RSS date"},
            ),
        ),
        rhythm=Rhythm(1800, frozenset({2, 0}), frozenset({6})),
    )


def test_rss_one():
    """RSS 1.0 has its items beside the channel, and says how often it changes."""
    feed = read("""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
      <channel rdf:about="https://inlandpost.example/"><title>Post</title>
      <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>
      <item rdf:about="https://inlandpost.example/a"><title>Quay</title><link>https://inlandpost.example/a</link>
      <dc:date>2026-05-12T07:30:00+02:00</dc:date></item></rdf:RDF>""")
    assert [(item.url, item.title, item.updated) for item in feed.items] == [
        ("https://inlandpost.example/a", "Quay", "2026-05-12T05:30:00Z")
    ]
    assert feed.rhythm == Rhythm(1800)


def test_rss_nine_with_a_document_type():
    """RSS 0.91 begins with a document type, which is not fetched."""
    feed = read("""<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
      "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Post</title>
      <item><title>Quay &eacute;tat &amp; &lt;sea&gt;</title><link>https://inlandpost.example/a</link></item>
      </channel></rss>""")
    assert [(item.url, item.title) for item in feed.items] == [("https://inlandpost.example/a", "Quay état & <sea>")]


def test_atom():
    """Atom's own link of several, addresses relative to xml:base, and the feed that an entry was taken from."""
    feed = read("""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://inlandpost.example/news/">
      <title type="html">Post</title><entry><id>tag:inlandpost.example,2026:7</id><title>Quay</title>
      <link rel="self" href="https://inlandpost.example/atom/7"/><link rel="alternate" href="quay.html#top"/>
      <published>2026-05-12T07:30:00Z</published><updated>2026-05-12T08:00:00.25+01:00</updated>
      <source><id>urn:wire</id><title>Meridian Wire</title><link href="https://meridianwire.example/"/></source>
      </entry></feed>""")
    assert feed.items == (
        Item(
            url="https://inlandpost.example/news/quay.html",
            title="Quay",
            published="2026-05-12T07:30:00Z",
            updated="2026-05-12T07:00:00Z",
            publisher="Meridian Wire",
            publisher_url="https://meridianwire.example/",
            guid="tag:inlandpost.example,2026:7",
            found_in={"publisher": "Atom source", "published": "Atom date", "updated": "Atom date"},
        ),
    )


def test_json_feed():
    """JSON Feed 1.1; an item of a link blog has the address of what it speaks of."""
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Post",
        "items": [
            {"id": 7, "url": "/quay", "title": "Quay", "date_published": "2026-05-12T09:30:00+02:00"},
            {"id": "b", "external_url": "https://corrinstandard.example/b", "date_modified": "yesterday"},
            "no object",
        ],
    }
    feed = read(json.dumps(said), "https://inlandpost.example/feed.json")
    assert feed.items == (
        Item(
            url="https://inlandpost.example/quay",
            title="Quay",
            published="2026-05-12T07:30:00Z",
            guid="7",
            found_in={"published": "JSON Feed date_published"},
        ),
        Item(url="https://corrinstandard.example/b", guid="b"),
    )
    assert list(map(str, feed.refused)) == [
        "https://inlandpost.example/feed.json, item 3: found something that is no object; wanted the address"
        " of an article; tell whoever makes the feed"
    ]


def test_news_sitemap():
    """Of a sitemap what is marked as news, its own title and not the picture's."""
    feed = read("""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
      xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
      <url><loc>https://inlandpost.example/imprint</loc></url>
      <url><image:image><image:loc>https://inlandpost.example/a.jpg</image:loc><image:title>A quay</image:title>
      </image:image><loc> https://inlandpost.example/a </loc><lastmod>2026-05-12</lastmod>
      <news:news><news:publication><news:name>The Inland Post</news:name><news:language>en</news:language>
      </news:publication><news:publication_date>2026-05-12T09:30+02:00</news:publication_date>
      <news:title>Quay to reopen</news:title></news:news></url></urlset>""")
    assert feed.items == (
        Item(
            url="https://inlandpost.example/a",
            title="Quay to reopen",
            published="2026-05-12T07:30:00Z",
            updated="2026-05-12T00:00:00Z",
            publisher="The Inland Post",
            found_in={
                "publisher": "news:publication",
                "published": "news:publication_date",
                "updated": "sitemap lastmod",
            },
        ),
    )


def test_sitemap_without_news():
    """A sitemap of the whole site has no news to give, and says so."""
    feed = read("<urlset><url><loc>https://inlandpost.example/</loc></url></urlset>")
    assert (feed.items, [str(each).partition("; ")[0] for each in feed.refused]) == (
        (),
        [f"{URL}: found a sitemap of 1 page without a news entry"],
    )


def test_index_of_sitemaps():
    """An index names sitemaps, newest first; never itself, and none that cannot be fetched."""
    feed = read(f"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>https://inlandpost.example/old.xml</loc><lastmod>2026-04-01</lastmod></sitemap>
      <sitemap><loc>/new.xml.gz</loc><lastmod>2026-05-01</lastmod></sitemap>
      <sitemap><loc>{URL}</loc></sitemap><sitemap><loc>file:///etc/passwd</loc></sitemap></sitemapindex>""")
    assert feed.children == (
        ("https://inlandpost.example/new.xml.gz", "2026-05-01T00:00:00Z"),
        ("https://inlandpost.example/old.xml", "2026-04-01T00:00:00Z"),
    )
    assert "sitemap 4: found an address of the scheme file" in str(feed.refused[0])


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "neither XML nor JSON"),
        (b"Not found", "neither XML nor JSON"),
        (b"<!doctype html><html><body><p>News</p></body></html>", "a web page"),
        (b"<svg><path/></svg>", "a document of <svg>"),
        (b"{}", "JSON that is no feed"),
        (b'{"items": [', "broken JSON"),
        (b'{"items":' + b"[" * 100_000, "broken JSON, or nested too deep"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (gzip.compress(b" " * 60_000_000), "a gzip bomb"),
        (b"<rss>" + b" " * 50_000_000, "a feed of more than 50,000,000 bytes"),
    ],
)
def test_what_is_no_feed_is_refused(content, found):
    """Whatever else comes is one refusal that says what it was."""
    with pytest.raises(Refused, match="found " + found.replace("(", r"\(")):
        parse(content, URL)


def test_packed_sitemap():
    """A sitemap may come as a .gz file, whatever the server calls it."""
    packed = gzip.compress(RSS.encode())
    assert parse(packed, URL) == read(RSS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig", "windows-1252", "koi8-r"])
def test_encodings(encoding):
    """The bytes decide: what the XML declares is wrong as often as not."""
    title = "Ньюс из Порт-Ады" if encoding == "koi8-r" else "“Café” at the quay — état"
    item = f"<item><title>{title}</title><link>/a</link></item>"
    text = f'<?xml version="1.0" encoding="utf-8"?><rss><channel>{item}</channel></rss>'
    feed = parse(text.encode(encoding), URL, declared="koi8-r" if encoding == "koi8-r" else None)
    assert feed.items[0].title == title


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("javascript:alert(1)", "an address of the scheme javascript"),
        ("JAVA\tSCRIPT:alert(1)", "an address of the scheme javascript"),
        ("file:///etc/passwd", "an address of the scheme file"),
        ("data:text/html,news", "an address of the scheme data"),
        ("ftp://inlandpost.example/a", "an address of the scheme ftp"),
        ("https://dora:secret@inlandpost.example/", "an address with a name or password in it"),
        ("https://[::1/a", "no address that can be understood"),
        ("https://inlandpost.example:port/a", "no address that can be understood"),
        ("https://inlandpost.example/" + "a" * 4_000, "an address of more than 4,000 characters"),
        ("", "no address"),
    ],
)
def test_addresses_that_cannot_be_fetched_are_refused(link, found):
    """An item whose address leads elsewhere than to a page is a refusal; the items beside it are read."""
    feed = read(
        f"<rss><channel><item><title>Bad</title><link>{link}</link></item><item><link>/a</link></item></channel></rss>"
    )
    assert [item.url for item in feed.items] == ["https://inlandpost.example/a"]
    assert f"{URL}, item Bad: found {found}" in str(feed.refused[0])


def test_repeated_addresses_are_one_item():
    """An item that a feed names twice is one, also under two guids; two addresses under one guid are two."""
    items = "".join(
        f"<item><link>{link}</link><guid isPermaLink='false'>{guid}</guid></item>"
        for link, guid in [("/a", "1"), ("/a#x", "2"), ("/b", "1")]
    )
    assert [item.url.rpartition("/")[2] for item in read(f"<rss><channel>{items}</channel></rss>").items] == ["a", "b"]


def test_entities_are_not_expanded():
    """A bomb of entities and an entity that is a file stay what they are: nothing."""
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    feed = read(f"""<!DOCTYPE rss [{bomb}<!ENTITY file SYSTEM "file:///etc/hostname">
      <!ENTITY % remote SYSTEM "http://127.0.0.1:1/x.dtd"> %remote;]><rss><channel><item><link>/a</link>
      <title>x&a11;y&file;z&undeclared;</title></item></channel></rss>""")
    assert [item.title for item in feed.items] == ["xyz"]


def test_broken_xml_is_read_as_far_as_it_goes():
    """A feed that is cut off, has bare ampersands, controls, unknown prefixes and open elements gives its items."""
    feed = read("""<rss><channel><item><title>Salt & quay \x0b\x00now</title><link>/a?b=1&c=2</link>
      <dc:date>2026-05-12</dc:date></item><item><link>/b</link><title>Open</item><item><link>/c</link><title>Cut""")
    assert [(item.url, item.title) for item in feed.items] == [
        ("https://inlandpost.example/a?b=1&c=2", "Salt & quay now"),
        ("https://inlandpost.example/b", "Open"),
        ("https://inlandpost.example/c", "Cut"),
    ]


def test_feed_of_a_hundred_thousand_items():
    """Of a feed without end the first items are read, and it is said how many there were."""
    items = "".join(f"<item><link>/{n}</link></item>" for n in range(100_000))
    feed = read(f"<rss><channel>{items}</channel></rss>")
    assert len(feed.items) == 20_000
    assert "found a feed of 100,000 items, of which the first 20,000 were read" in str(feed.refused[0])


@pytest.mark.parametrize(
    "content",
    [
        b"<rss><channel>" + b"<item>" * 200_000,
        b"<rss><channel>" + b"<a>" * 1_000_000,
        b"<" * 5_000_000,
        b"<rss>" + b"<!-- - " * 1_000_000,
        b"<rss><channel><item><title>" + b"&" * 5_000_000,
        b"<rss><channel><item><pubDate>" + b"1 " * 2_000_000,
        b"<?xml " + b"<?xml " * 1_000_000,
        b"<rss><channel><item><title><![CDATA[" * 200_000,
        b'{"items": [' + b"{}," * 1_000_000 + b"{}]}",
    ],
)
def test_hostile_feeds_take_no_time(content):
    """Megabytes made to keep a parser busy are done with in seconds, as a feed or as a refusal."""
    started = time.process_time()
    with contextlib.suppress(Refused):
        parse(content, URL)
    assert time.process_time() - started < 5


PIECES = st.sampled_from(
    [
        *(
            "<rss>",
            "<channel>",
            "</channel>",
            "<item>",
            "</item>",
            "<link>",
            "/a",
            "</link>",
            "<title>",
            "<source url='",
        ),
        *(
            "'>",
            "<guid>",
            "<pubDate>",
            "99999-99-99",
            "<entry>",
            "<feed xmlns='x'>",
            "<urlset>",
            "<url>",
            "<loc>",
            "<news>",
        ),
        *(
            "<![CDATA[",
            "]]>",
            "&amp;",
            "&#0;",
            "&x;",
            "<!DOCTYPE ",
            "<x:y>",
            "{",
            '"items":',
            "[",
            "}",
            "]",
            "javascript:",
        ),
        *("\ud800", "\0"),
    ]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=30))
def test_any_text_is_a_feed_or_a_refusal(pieces):
    """Whatever comes, there are items with addresses, or a refusal; nothing else is raised."""
    try:
        feed = parse("".join(pieces).encode("utf-8", "surrogatepass"), URL)
    except Refused:
        return
    assert all(item.url.startswith(("http://", "https://")) for item in feed.items)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_feed_or_a_refusal(content):
    """The same for bytes."""
    try:
        parse(content, URL)
    except Refused:
        return


def test_addresses_of_one_article_have_one_key():
    """What counts readers makes no other article; what chooses a page does."""
    same = ["https://a.example/x", "http://A.example:80/x/", "https://a.example:443/x?utm_source=rss&fbclid=1"]
    assert len({key_of(each) for each in same}) == 1
    assert len({key_of(each) for each in [*same, "https://a.example/x?id=1", "https://a.example:8443/x"]}) == 3


@pytest.mark.parametrize(
    "title",
    ["a&#xD800;b", "a&#0;b", "a&#1114112;b", "a<news:b:c>b</news:b:c>", "a<dc:>b</dc:>", "<![CDATA[a]]>b"],
)
def test_what_fuzzing_found_is_read_around(title):
    """References to characters that there are not, and names of no form, cost at most themselves, never the feed."""
    feed = f"<rss version='2.0'><channel><item><title>{title}</title><link>https://a.example/1</link></item></channel></rss>"
    assert [item.url for item in parse(feed.encode(), "https://a.example/rss").items] == ["https://a.example/1"]
