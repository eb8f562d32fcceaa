"""What a page says about itself, each with the place that says it."""

import json

import pytest
from lxml.html import fromstring

from sayso.article import Genre
from sayso.gather.metadata import metadata_of


def page(head="", body="<h1>Bridge closed</h1><p>The bridge is closed.</p>"):
    """A page with this head and body."""
    return fromstring(f"<html><head>{head}</head><body>{body}</body></html>")


def linked(**said):
    """A NewsArticle in JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'


def meta(**said):
    """Meta elements by name, two underscores for a colon, one for a dot or dash."""
    return "".join(f'<meta name="{name.replace("__", ":")}" content="{value}">' for name, value in said.items())


def said(found, *names):
    """Values, and where each was found."""
    return [(getattr(found, name), found.found_in.get(name)) for name in names]


@pytest.mark.parametrize(
    ("head", "title", "place"),
    [
        ("<title>Bridge closed | Inland Post</title>", "Bridge closed", "h1"),
        (meta(og__title="Bridge closed - Inland Post"), "Bridge closed", "h1"),
        (meta(og__title="Opinion | Bridge closed"), "Bridge closed", "h1"),
        (meta(og__title="Port Ada loses its bridge"), "Port Ada loses its bridge", "og:title"),
        (meta(og__site_name="Inland Post", og__title="Bridge out - Inland Post"), "Bridge out", "og:title"),
        ('<meta name="sailthru.title" content="Bridge out">', "Bridge out", "meta sailthru.title"),
        ('<meta name="DC.Title" content="Bridge out">', "Bridge out", "meta dc.title"),
    ],
)
def test_title_is_the_headline_as_printed(head, title, place):
    """Without the outlet's name, a section or a label; a title of its own stands as it is."""
    assert said(metadata_of(page(head)), "title") == [(title, place)]


def test_headline_that_was_cut_is_made_whole():
    """JSON-LD may hold no more than 110 characters; the page has them all."""
    whole = "Bridge closed until the autumn after cracks are found in two of the nine piers, the harbour office says"
    found = metadata_of(page(linked(headline=whole[:60]), f"<h1>{whole}</h1>"))
    assert said(found, "title") == [(whole, "h1")]


@pytest.mark.parametrize(
    ("head", "outlet", "place"),
    [
        (meta(og__site_name="Inland Post") + linked(publisher={"name": "Inland Media"}), "Inland Post", "og:site_name"),
        (linked(publisher={"name": "Inland Media"}), "Inland Media", "JSON-LD publisher"),
        ("<title>Bridge closed | Corrin | The Inland Post</title>", "The Inland Post", "title element"),
        ("<title>The Inland Post: Bridge closed</title>", "The Inland Post", "title element"),
        ('<link rel="canonical" href="https://www.inlandpost.example/1">', "inlandpost.example", "canonical link"),
        ("<title>Bridge closed</title>", None, None),
    ],
)
def test_outlet_by_its_name_then_by_its_address(head, outlet, place):
    """The site's name, the publisher, what stands beside the headline, the host; the first of them."""
    assert said(metadata_of(page(head)), "outlet") == [(outlet, place)]


@pytest.mark.parametrize(
    ("head", "body", "date", "place"),
    [
        (linked(datePublished="2026-05-12"), "", "2026-05-12", "JSON-LD datePublished"),
        (linked(datePublished="0001-01-01T00:00:00Z") + meta(pubdate="2026-05-12"), "", "2026-05-12", "meta pubdate"),
        ('<meta name="parsely-pub-date" content="2026-05-12T06:30:00Z">', "", "2026-05-12", "meta parsely-pub-date"),
        ("", '<article><time datetime="2026-05-12">May</time></article>', "2026-05-12", "time element"),
        ("", "<p>Published on May 12, 2026</p>", "2026-05-12", "htmldate"),
        (linked(datePublished="spring"), "", None, "JSON-LD datePublished"),
    ],
)
def test_date_is_the_first_that_is_one(head, body, date, place):
    """What is no date is passed over while there is another, and kept as it stands where there is none."""
    assert said(metadata_of(page(head, body)), "date") == [(date, place)]


def test_microdata_of_the_article_only():
    """Properties of the article are read, those of a comment on it or of another thing in it are not."""
    body = """<div itemscope itemtype="https://schema.org/NewsArticle">
      <div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">reader7</b></div>
      <h1 itemprop="headline">Bridge closed</h1>
      <span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="name">Ada Quill</a></span>
      <time itemprop="datePublished" datetime="2026-05-12T06:30">this morning</time>
      <meta itemprop="dateModified" content="2026-05-13"></div>"""
    found = metadata_of(page(body=body))
    assert said(found, "title", "byline", "date", "modified") == [
        ("Bridge closed", "itemprop headline"),
        ("Ada Quill", "itemprop author"),
        ("2026-05-12", "itemprop datePublished"),
        ("2026-05-13", "itemprop dateModified"),
    ]
    assert metadata_of(page(body=body.replace("NewsArticle", "Event"))).byline is None


@pytest.mark.parametrize(
    ("head", "body", "byline", "place"),
    [
        (linked(author=[{"name": "Ada Quill"}, {"name": "Bo Dahl"}]), "", "Ada Quill, Bo Dahl", "JSON-LD author"),
        (linked(author={"name": "ada-q"}) + meta(byl="By Ada Quill"), "", "Ada Quill", "meta byl"),
        (linked(author={"name": "Inland Post"}, publisher={"name": "Inland Post"}),
         "<p class='byline'>By Ada Quill</p>", "Ada Quill", "byline"),
        (linked(author={"name": "Inland Post"}, publisher={"name": "Inland Post"}), "", "Inland Post",
         "JSON-LD author"),
        (meta(author="https://social.example/ada"), "", None, None),
        ("", "<p class='c-byline'>By <a rel='author'>Ada Quill</a> and <a>Bo Dahl</a> | May 12, 2026</p>",
         "Ada Quill and Bo Dahl", "byline"),
        ("", "<div class='author-name'>Ada Quill Published 11:11 PM</div>", "Ada Quill", "byline"),
        ("", "<b class='comment-author'>reader seven says</b>", None, None),
        ("", "<div class='author'>More stories from our authors, who follow the news day and night</div>", None, None),
    ],
)  # fmt: skip
def test_byline_names_people_before_users_and_outlets(head, body, byline, place):
    """Names from the page's data, else as printed; a user's name or the outlet's only where no other is given."""
    assert said(metadata_of(page(head, body)), "byline") == [(byline, place)]


@pytest.mark.parametrize(
    ("source", "name", "place"),
    [
        ({"sourceOrganization": {"name": "Meridian Wire"}}, "Meridian Wire", "JSON-LD sourceOrganization"),
        ({"isBasedOn": {"@type": "NewsArticle", "publisher": {"name": "Meridian Wire"}}}, "Meridian Wire",
         "JSON-LD isBasedOn"),
        ({"isBasedOn": "https://wire.example/1"}, None, None),
    ],
)  # fmt: skip
def test_whose_work_it_is(source, name, place):
    """The organisation that JSON-LD names as the source, or that of the work that this one is based on."""
    assert said(metadata_of(page(linked(**source))), "source_organization") == [(name, place)]


@pytest.mark.parametrize(
    ("head", "genre", "place"),
    [
        (linked(**{"@type": ["NewsArticle", "OpinionNewsArticle"]}), Genre.NEWS, "type NewsArticle"),
        (linked(**{"@type": "OpinionNewsArticle"}), Genre.OPINION, "type OpinionNewsArticle"),
        (linked(articleSection=["Corrin", "Editorials"]), Genre.OPINION, "JSON-LD articleSection"),
        (linked() + meta(article__section="Analysis"), Genre.ANALYSIS, "article:section"),
        (meta(og__title="Opinion | Bridge closed"), Genre.OPINION, "og:title"),
        ('<link rel="canonical" href="https://a.example/opinion/1">' + linked(), Genre.OPINION, "canonical link"),
        (linked(), Genre.NEWS, "type NewsArticle"),
        (meta(article__section="News"), Genre.NEWS, "article:section"),
        (meta(article__section="Sport"), None, None),
    ],
)
def test_genre_where_something_says_it(head, genre, place):
    """What says more goes before what calls everything news; where nothing says it there is none."""
    assert said(metadata_of(page(head)), "genre") == [(genre, place)]


@pytest.mark.parametrize(
    ("correction", "note"),
    [
        ("The bridge has nine piers.", "The bridge has nine piers."),
        ([{"@type": "CorrectionComment", "text": "It has nine piers."}, {"text": "Not ten."}],
         "It has nine piers. Not ten."),
        ("https://inlandpost.example/corrections", None),
        ({"@type": "CorrectionComment"}, None),
    ],
)  # fmt: skip
def test_correction_in_json_ld(correction, note):
    """As words or as comments; an address says nothing of what was corrected."""
    found = metadata_of(page(linked(correction=correction)))
    assert (found.correction and " ".join(found.correction.split())) == note


def test_correction_in_an_element_of_its_own():
    """A note beside the text is found by its element; a link to report an error is none."""
    note = "Correction: The bridge has nine piers."
    body = f"<a class='correction'>Report a correction</a><div class='c-Correction'>{note}</div>"
    assert said(metadata_of(page(body=body)), "correction") == [(note, "element of class correction")]


@pytest.mark.parametrize(
    ("head", "language", "place"),
    [
        (linked(inLanguage="en-GB"), "en", "JSON-LD inLanguage"),
        (meta(og__locale="fr_FR"), "fr", "og:locale"),
        (meta(language="English"), None, None),
    ],
)
def test_declared_language(head, language, place):
    """The code of the language, without the country."""
    assert said(metadata_of(page(head)), "language") == [(language, place)]
