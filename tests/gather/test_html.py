"""A page gives its article and what it says about itself; nothing in it is trusted, nothing is fetched."""

import contextlib
import importlib.util
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.article import Credit, Span
from sayso.errors import Refused
from sayso.gather import Document, article_of, documents
from sayso.gather.document import Kind
from sayso.gather.nesting import nesting

SHARED = Path(__file__).parents[3] / "shared"
PAGES = SHARED / "data" / "article_extraction"

PARAGRAPHS = (
    "PORT ADA (Meridian Wire) - The bridge over the harbour stays closed until the autumn, the mayor said on Monday.",
    "“We found cracks in two of the nine piers,” said Ada Byrne, who led the inspection for the harbour office.",
    "Shopkeepers on the south bank called the decision a disaster and asked the province for help with their rents.",
)
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#plover", "name": "The Daily Plover"},
        {
            "@type": ["NewsArticle"],
            "headline": "Bridge &amp; harbour closed",
            "datePublished": "2026-05-12T06:30:00+02:00",
            "author": [{"@type": "Person", "name": "By Ada Quill"}, {"@type": "Person", "name": "Bo Dahl"}],
            "publisher": {"@id": "#plover"},
            "sourceOrganization": {"name": "Meridian Wire"},
        },
    ],
}


def page(*paragraphs, head="", before="", after=""):
    """A page with an article of *paragraphs* beside a menu."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or PARAGRAPHS)
    nav = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
    body = f"{nav}{before}<article>{body}</article>{after}"
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"


def linked(data):
    """A JSON-LD element of *data*."""
    return f'<script type="application/ld+json">{data if isinstance(data, str) else json.dumps(data)}</script>'


def read(source, limit=100_000):
    """The article of one page."""
    payload = source if isinstance(source, bytes) else source.encode()
    return article_of(Document("page.html", Kind.HTML, payload, "page.html"), limit=limit)


def refusal(source, **options):
    """What the refusal of a page says."""
    with pytest.raises(Refused) as refused:
        read(source, **options)
    return str(refused.value)


def test_page_says_everything_in_json_ld():
    """JSON-LD in a graph, with names by reference, fills the fields, each with where it came from."""
    head = linked(LINKED) + '<link rel="canonical" href="https://plover.example/bridge">'
    article = read(page(head=head + '<meta property="og:site_name" content="Plover Online">'))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert (article.title, article.outlet, article.publisher) == (
        "Bridge & harbour closed",
        "Plover Online",
        "The Daily Plover",
    )
    assert (article.date, article.date_raw) == ("2026-05-12", "2026-05-12T06:30:00+02:00")
    assert (article.byline, article.source_organization) == ("Ada Quill, Bo Dahl", "Meridian Wire")
    assert (article.credit, article.dateline) == (Credit("Meridian Wire", Span(10, 23)), "PORT ADA (Meridian Wire)")
    assert (article.url, article.language) == ("https://plover.example/bridge", "en")
    assert article.extractor.startswith("trafilatura 2.")
    assert article.found_in == {
        "encoding": "utf-8",
        "text": article.extractor,
        "language": "py3langid",
        "title": "JSON-LD headline",
        "outlet": "og:site_name",
        "date": "JSON-LD datePublished",
        "byline": "JSON-LD author",
        "publisher": "JSON-LD publisher",
        "source_organization": "JSON-LD sourceOrganization",
        "genre": "type NewsArticle",
        "url": "canonical link",
        "credit": "dateline",
        "dateline": "text",
    }


def test_meta_elements_stand_in_for_json_ld():
    """Without JSON-LD the meta elements and the time element say it."""
    head = '<meta property="og:title" content="Bridge closed"><meta name="author" content="Ada Quill">'
    article = read(page(head=head, before='<time datetime="2026-05">May</time>'))
    assert (article.title, article.byline, article.date) == ("Bridge closed", "Ada Quill", "2026-05")
    assert [article.found_in[name] for name in ("title", "byline", "date")] == [
        "og:title",
        "meta author",
        "time element",
    ]


@pytest.mark.parametrize(
    "data",
    [
        "{broken",
        "[" * 100_000,
        "[]",
        '"words"',
        {"@type": "NewsArticle", "headline": {"x": 1}, "author": [[None]], "publisher": 5, "datePublished": ["", 3]},
        {"@type": {"NewsArticle": 1}, "headline": "No"},
        {"@type": "NewsArticle", "author": {"@id": "#gone"}, "publisher": {"name": {"name": "x"}}},
    ],
)
def test_broken_json_ld_is_passed_over(data):
    """JSON-LD of any form is read for what it holds and never ends the reading."""
    article = read(page(head=linked(data) + "<title>Bridge closed</title>"))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert "JSON-LD" not in " ".join(article.found_in.values())


def test_headline_in_the_text_has_its_span():
    """A headline that the extractor kept in the text is marked there; it is never put there."""
    article = read(page("Bridge closed", *PARAGRAPHS, head='<meta property="og:title" content="Bridge closed">'))
    assert article.text.startswith("Bridge closed\n\nPORT ADA")
    assert article.title_span == Span(0, 13)
    assert read(page(head='<meta property="og:title" content="Bridge closed">')).title_span is None


def test_comments_and_furniture_are_left_out():
    """Readers' comments, links to other stories and calls to subscribe are no part of the article."""
    furniture = (
        "Read more: Harbour master resigns over pier report",
        "Sign up for our daily newsletter",
        "Advertisement",
    )
    comments = (
        "<div id='comments'><h2>Comments</h2><p>First! The mayor should resign over this, he said so himself.</p></div>"
    )
    assert read(page(*PARAGRAPHS[:2], *furniture, PARAGRAPHS[2], after=comments)).text == "\n\n".join(PARAGRAPHS)


def test_deep_page_is_read_by_resiliparse():
    """Past the depth at which the tree of lxml ends without a word, the other extractor reads the whole article."""
    article = read(page(before="<div>" * 400, after="</div>" * 400))
    assert article.extractor.startswith("resiliparse ")
    assert all(paragraph in article.text for paragraph in PARAGRAPHS)


@pytest.mark.parametrize("tag", ["div", "b", "b class=x", "svg", "x-y"])
def test_page_nested_too_deep_is_refused(tag):
    """200,000 levels are refused before any parser sees them."""
    assert refusal(f"<html><body>{f'<{tag}>' * 200_000}{PARAGRAPHS[0]}") == (
        "page.html: found elements nested 1,000 deep or deeper; wanted a page as people read it; save its text as .txt"
    )


@pytest.mark.parametrize(
    ("source", "depth"),
    [
        ("", 0),
        ("no tags, 1 < 2", 0),
        ("<div><div></div><div></div></div>", 2),
        ("<p>" * 500 + "<li>" * 500 + "<br>" * 500, 0),
        ("<div></span></x></div>" * 500, 1),
        ("<div><span></div>" * 500, 2),
        ("<div><b></div>" * 5, 6),
        ("<!-- " + "<div>" * 500 + " --><script>'" + "<div>" * 500 + "'</script>", 0),
        ("<svg>" + "<path/>" * 500 + "</svg>", 1),
        ("<div/>" * 5, 5),
        ("<!-- never closed <div>", 0),
    ],
)
def test_nesting_is_what_parsers_build(source, depth):
    """What may be left unended nests nothing; formatting lasts until it is ended; scripts and comments do not count."""
    assert nesting(source, enough=10_000) == depth


@pytest.mark.parametrize("source", ["<html></html>", "<script>var a = 1;</script>", "<!-- -->", "<img src=x>"])
def test_page_without_article_is_refused(source):
    """A page with nothing to read on it says so."""
    assert refusal(source) == (
        "page.html: found a page without an article; wanted paragraphs of text;"
        " save the article itself, or its text as .txt"
    )


def test_limit_counts_the_text_and_not_the_page():
    """A heavy page with a short article is within the limit; a long article is not."""
    length = len("\n\n".join(PARAGRAPHS))
    assert read(page(head=f"<style>{'x' * 9_000}</style>"), limit=length).text == "\n\n".join(PARAGRAPHS)
    assert f"found an article of {length} characters" in refusal(page(), limit=length - 1)


def test_declared_encoding_is_used():
    """A page in the encoding that it declares comes out right."""
    head = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
    article = read(page(*PARAGRAPHS, "The café’s owner said no.", head=head).encode("cp1252"))
    assert article.text.endswith("The café’s owner said no.")
    assert article.found_in["encoding"] == "windows-1252, declared"


@given(middle=st.binary(max_size=120), cut=st.integers(0, 400))
@settings(max_examples=40, deadline=None)
def test_any_page_is_read_or_refused(middle, cut):
    """Any bytes in the middle of a page, and a page cut off anywhere, are read or refused."""
    whole = page(head=linked(LINKED)).encode()
    with contextlib.suppress(Refused):
        assert read(whole[:cut] + middle + whole[cut:]).text


@pytest.mark.slow
@pytest.mark.skipif(not PAGES.exists(), reason="needs the 181 pages of ../shared")
def test_main_text_is_as_good_as_measured():
    """Main text of the 181 pages, scored as published (best there: 0.970)."""
    spec = importlib.util.spec_from_file_location("maintext", SHARED / "score" / "maintext.py")
    maintext = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maintext)
    read_pages = (article_of(document, limit=1_000_000) for document in documents([str(PAGES / "html")]))
    predicted = {Path(a.path).name.removesuffix(".html.gz"): {"articleBody": a.text} for a in read_pages}
    truth = json.loads((PAGES / "ground-truth.json").read_text(encoding="utf-8"))
    assert maintext.evaluate(truth, predicted)["f1"] >= 0.969
