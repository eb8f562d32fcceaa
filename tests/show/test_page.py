"""The page."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import Act, Article, Attribution, Quotation, Span
from sayso.show import write_page


def written(*articles: Article, acts: list[Act] | None = None) -> str:
    """The page's source."""
    out = io.StringIO()
    write_page(articles, out, acts=acts)
    return out.getvalue()


class Reader(HTMLParser):
    """What is in a page: its tags, its identifiers, where links lead, and the words of the articles themselves."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.text = ""
        self._inside: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Note the tag; from the start of a paragraph on, what is open."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if self._inside or ("class", "text") in attrs:
            self._inside.append(dict(attrs).get("class") or tag)

    def handle_endtag(self, tag):
        """Close what is open in a paragraph."""
        if self._inside:
            self._inside.pop()

    def handle_data(self, data):
        """Take the article's own words, not our numbers and hints; turn code points back."""
        if "escape" in self._inside:
            self.text += chr(int(data.removeprefix("U+"), 16))
        elif self._inside and not {"number", "unseen"}.intersection(self._inside):
            self.text += data

    def values(self, name: str) -> list[str | None]:
        """All values of one attribute."""
        return [value for _, attribute, value in self.attributes if attribute == name]


def same_but_for_space(one: str, another: str) -> bool:
    """Whether two texts have the same characters other than white space."""
    return "".join(one.split()) == "".join(another.split())


def test_paragraph_with_marks(harbour):
    """Content, cue and source are three elements; a statement's number stands before it and its end is told."""
    assert (
        '<p class="text" dir="auto">'
        '<a class="number" id="s-harbour.3" href="#n-harbour.3" dir="ltr" aria-label="Statement 3, by she">3</a>'
        '<mark class="content level-0">“We heard it,”</mark> <b class="source">she</b> <i class="cue">said,</i> '
        '<mark class="content level-0">“and ran.”</mark>'
        '<span class="unseen" dir="ltr"> (end of statement 3) </span>\n</p>'
    ) in written(harbour)


def test_note(harbour):
    """A note says who, by which cue, how quoted and how sure, and leads back to its statement."""
    notes = re.findall(r'<li id="n-.*?</li>', written(harbour), re.DOTALL)
    assert [" ".join(re.sub("<[^>]+>", "", note).split()) for note in notes] == [
        "1 The harbour office said indirect · sure",
        "2 No source given was reported indirect · possible, 62 %",
        "3 she said, direct · marked by a person",
    ]


def test_note_of_what_is_known(toll):
    """A note tells in a sentence who it is, through whom, how it is put, on what; the outlet's figures stand above."""
    page = written(toll)
    [note] = re.findall(r'<li id="n-.*?</li>', page, re.DOTALL)
    assert " ".join(re.sub("<[^>]+>", "", note).split()) == (
        "1 Ada Byrne (“The minister”) claimed "
        "A minister, Ministry of Works, official, named, told reporters, through Meridian Wire; hedges it; "
        "“claimed” keeps its distance; cites video, not shown here; "
        "counts at least 22 killed (people; 2026-03-09; Corrin). indirect · sure"
    )
    assert "Figures in the outlet’s own voice: <bdi>6 boats</bdi>" in page


def test_note_of_what_is_not_said(four_acts):
    """A note names what its source does where that is more than to say it."""
    hows = re.findall('<span class="how"> (.*?)</span>', written(four_acts))
    assert hows == [
        "indirect · sure",
        "thinks · indirect · sure",
        "knows · indirect · sure",
        "wants or plans · indirect · sure",
    ]


def test_acts_are_counted(four_acts, quiet):
    """Under the headline stands how many statements there are of each act; nothing where there are none."""
    line = "<p>Statements by what their source does: says 1 · thinks 1 · knows 1 · wants or plans 1</p>"
    assert (line in written(four_acts), "by what their source does" in written(quiet)) == (True, False)


def test_only_some_acts(four_acts):
    """Only statements of the acts asked for are marked, and the page says so; what is counted is the whole article."""
    page = written(four_acts, acts=[Act.BELIEF, Act.EVENTUALITY])
    assert re.findall('<b class="source"><bdi>(.*?)</bdi>', page) == ["Ben", "Dov"]
    assert (
        "<strong>Only some statements are marked</strong>, those whose source does this: thinks, wants or plans."
        in page
    )
    assert "Unmarked words are the outlet’s own voice." not in page
    assert "13 words · 4 attributed statements · 4 sources" in page


def test_possible_is_dashed(harbour):
    """A statement that is only possible is drawn and noted in another way."""
    page = written(harbour)
    assert '<mark class="content level-0 possible">that two people were hurt</mark>' in page
    assert '<li id="n-harbour.2" class="possible">' in page


def test_nested_statements(attributed):
    """A statement within a statement is marked within it, a level down."""
    article = attributed(
        "Ada says Ben said no.",
        ("Ada", "says", "Ben said no", 0.95, "indirect"),
        ("Ben", "said", "no", 0.95, "indirect"),
    )
    assert '<mark class="content level-0"><mark class="content level-1">no</mark></mark>' in written(article)


def test_headline_in_the_text(harbour):
    """A headline that the text holds is the heading, not repeated as a paragraph."""
    page = written(harbour)
    assert '<h2 class="text" dir="auto">Harbour closed after blast\n</h2>' in page
    assert 'class="title"' not in page


def test_headline_beside_the_text(french):
    """A headline from elsewhere stands above the text, whose language is named."""
    page = written(french)
    assert '<h2 class="title" dir="auto">Le port</h2>' in page
    assert '<p class="text" dir="auto" lang="fr">Le port reste fermé.</p>' in page
    assert "Kept, not attributed: French." in page


def test_where_each_field_comes_from(harbour):
    """The details name every field, where it was found, and what is not stated."""
    details = re.search("<dl>.*?</dl>", written(harbour), re.DOTALL)
    assert details is not None
    rows = [" ".join(re.sub("<[^>]+>", " ", row).split()) for row in re.findall("<div>.*?</div>", details[0])]
    assert rows == [
        "Title Harbour closed after blast",
        "Outlet Inland Post",
        "Date 2026-03-09 (“Monday, March 9”) from JSON-LD datePublished",
        "Byline Ines Okafor",
        "Credit Meridian Wire",
        "Dateline PORT ADA",
        "Publisher Inland Media",
        "Source organisation not stated",
        "Kind of piece press release from article:section",
        "Last changed 2026-03-10",
        "Correction Correction: The pier was the east one.",
        "Address https://inlandpost.example/harbour",
        "Language English",
        "File news/harbour.html",
        "Text as read from trafilatura",
        "Identifier harbour",
    ]


def test_head_of_the_page(harbour, french, quiet):
    """The head says what was read, that no person reviewed it, and lists the articles when there are several."""
    page = written(harbour, french, quiet)
    assert "<strong>machine, unreviewed</strong>" in page
    assert "41 words · 3 attributed statements · 1 source · 1 in another language" in page
    contents = ["#article-1", "#article-2", "#article-3"]
    assert [link for link in Reader(page).values("href") if link in contents] == contents
    assert "<nav" not in written(harbour)


def test_no_article():
    """A page without articles is still a page."""
    assert "Who says what in 0 articles" in written()


def test_links_lead_somewhere(harbour, french):
    """Every link within the page has its target, and no identifier is there twice."""
    page = Reader(written(harbour, french))
    identifiers = page.values("id")
    assert len(identifiers) == len(set(identifiers))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(identifiers)


def test_nothing_is_loaded(harbour):
    """No script, no style and no picture from elsewhere; the policy allows this one style by its digest."""
    page = written(harbour)
    reader = Reader(page)
    assert {"script", "link", "img", "iframe", "object", "form"}.isdisjoint(reader.tags)
    assert reader.values("src") + reader.values("style") == []
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    assert not re.search(r"url\(|@import|//", style[1])
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert policy in reader.values("content")


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://inlandpost.example/a?b=1&c=\"'>", ["https://inlandpost.example/a?b=1&c=\"'>"]),
        ("HTTP://inlandpost.example", ["HTTP://inlandpost.example"]),
        ("javascript:alert(1)", []),
        ("java\nscript:alert(1)", []),
        ("data:text/html,x", []),
        ("//inlandpost.example", []),
        ("https://inlandpost.example/\u202egnp", []),
        ("https://inlandpost.example/\ud800", []),
    ],
)
def test_only_web_addresses_are_links(url, links):
    """An address becomes a link if it is one of the web, anything else is text."""
    reader = Reader(written(Article("a", "It rained.", url=url, language="en")))
    assert [link for link in reader.values("href") if not link.startswith("#")] == links


EVIL = "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7 * 7 }}{% raw %}"


def test_markup_is_inert(attributed):
    """Markup in any field of an article is shown as its words."""
    article = attributed(
        f"{EVIL} said {EVIL}.",
        (EVIL, "said", f"{EVIL}.", 0.95, "direct"),
        id=EVIL,
        **dict.fromkeys(("path", "url", "outlet", "date", "date_raw", "title", "byline", "dateline"), EVIL),
        **dict.fromkeys(("modified", "correction"), EVIL),
        **dict.fromkeys(("publisher", "source_organization", "extractor"), EVIL),
        found_in={"date": EVIL, "title": EVIL},
    )
    other = Article("fr", EVIL, language=EVIL)
    harmless = Reader(written(attributed("Ada said no.", ("Ada", "said", "no", 0.95, "direct")), Article("b", "c")))
    reader = Reader(written(article, other))
    assert set(reader.tags) - {"details"} <= set(harmless.tags) | {"time", "span"}
    assert {name for _, name, _ in reader.attributes} <= {name for _, name, _ in harmless.attributes} | {
        "datetime",
        "lang",
    }
    assert same_but_for_space(reader.text, f"{article.text}{EVIL}")


def test_characters_that_cannot_be_shown():
    """Controls and bidi overrides are shown as framed code points, joiners stay as they are."""
    page = written(Article("a", "a\x00b\u202ec\ud800d می\u200cخواهم", language="fa"))
    frames = [f'<code class="escape">U+{code}</code>' for code in ("0000", "202E", "D800")]
    assert "a{}b{}c{}d می\u200cخواهم</p>".format(*frames) in page


def test_right_to_left(attributed):
    """Paragraphs take their direction from their own words; names in notes are isolated."""
    page = written(attributed("قال الوزير لا.", ("الوزير", "قال", "لا", 0.95, "indirect")))
    assert '<p class="text" dir="auto"><i class="cue">قال</i>' in page
    assert '<b class="source"><bdi>الوزير</bdi></b> <i class="cue"><bdi>قال</bdi></i>' in page


def test_anchors_of_any_identifier(attributed):
    """An identifier with characters that an address cannot hold still gives one anchor that its links find."""
    article = attributed("Ada said no.", ("Ada", "said", "no", 0.95, "indirect"), id="ü ~7E\ud800")
    reader = Reader(written(article))
    assert "s-~C3~BC~20~7E7E~ED~A0~80.1" in reader.values("id")
    assert "#s-~C3~BC~20~7E7E~ED~A0~80.1" in reader.values("href")


characters = st.one_of(st.characters(), st.sampled_from("<>&\"'\n\r \x00\u202e“”"))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any text, its headline anywhere in it, and attributions with any spans."""
    text = draw(st.text(characters, max_size=60))
    edges = st.lists(st.integers(0, len(text)), min_size=2, max_size=6).map(sorted)
    spans = edges.map(lambda found: tuple(map(Span, found[::2], found[1::2])))
    attributions = [
        Attribution(
            f"{number}", draw(spans), draw(spans), draw(spans), draw(st.sampled_from([None, 0.3, 0.9])), False, how
        )
        for number, how in enumerate(draw(st.lists(st.sampled_from(Quotation), max_size=4)))
    ]
    title = draw(st.none() | spans.map(lambda found: found[0]))
    return Article("a", text, title=text, title_span=title, language="en", attributions=tuple(attributions))


@given(articles())
def test_any_text_is_recovered(article):
    """Whatever the text and the spans, the page holds each character once, in order; only white space may differ."""
    page = written(article).encode().decode()
    assert same_but_for_space(Reader(page).text, article.text)


@given(articles())
def test_every_statement_has_its_note(article):
    """Whatever the spans, each statement with words in it has one number in the text and one note."""
    with_words = {
        each.id
        for each in article.attributions
        if any(span.of(article.text).strip() for span in (*each.source, *each.cue, *each.content))
    }
    identifiers = Reader(written(article)).values("id")
    assert sorted(identifier for identifier in identifiers if identifier[:2] in ("s-", "n-")) == sorted(
        f"{kind}-{identifier}" for kind in "sn" for identifier in with_words
    )
