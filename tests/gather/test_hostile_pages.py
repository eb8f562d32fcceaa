"""Pages made to exhaust a reader are read or refused within bounds."""

import time

import pytest

from sayso.errors import Refused
from sayso.gather import Document, article_of
from sayso.gather.credits import credits_of
from sayso.gather.dates import date_in_address, iso_date
from sayso.gather.document import Kind
from sayso.gather.genre import genre_of_address, genre_of_title
from sayso.gather.html import is_furniture
from sayso.gather.nesting import nesting
from sayso.gather.title import outlet_in_title, same_headline, without_ends

ARTICLE = "<p>The bridge over the harbour stays closed until the autumn, the mayor of Port Ada said on Monday.</p>" * 3
MEGABYTE = 1_000_000


def outcome(source):
    """The text, or what the refusal says was found, and the seconds of this processor that it took."""
    payload = source if isinstance(source, bytes) else source.encode()
    began = time.process_time()
    try:
        said = article_of(Document("page.html", Kind.HTML, payload, "page.html"), limit=MEGABYTE).text
    except Refused as refused:
        said = str(refused)
    return said, time.process_time() - began


def long(unit, size=MEGABYTE):
    """*unit* again and again."""
    return unit * (size // len(unit))


@pytest.mark.parametrize(
    "unit", ["<br>", "<b>a</b>", "<a href=/>a</a> ", "<div class=author>x</div>", "<tr><td>a", "<li>a", "<h1>a</h1>"]
)
def test_page_of_nothing_but_tags_is_refused(unit):
    """More tags than any page has are counted before any parser sees them."""
    said, seconds = outcome(f"<html><body>{ARTICLE}{long(unit, 2 * MEGABYTE)}")
    assert "found more than 100,000 tags; wanted a page as people read it" in said
    assert seconds < 10


def linked(data):
    """A head with *data* as its JSON-LD."""
    return f"<head><script type='application/ld+json'>{data}</script></head>"


HEAVY = {
    "script": lambda: f"<body>{ARTICLE}<script>{long('var a=1;', 50 * MEGABYTE)}</script>",
    "attributes": lambda: f"<body>{ARTICLE}<p {long('a=b ', 50 * MEGABYTE)}>x</p>",
    "comment": lambda: f"<body>{ARTICLE}<!-- {long('-', 50 * MEGABYTE)}",
    "large JSON-LD": lambda: linked('{"headline": "' + long("a ", 10 * MEGABYTE) + '"}') + ARTICLE,
    "deep arrays": lambda: linked("[" * 10_000 + "]" * 10_000) + ARTICLE,
    "deep objects": lambda: linked('{"a":' * 10_000 + "1" + "}" * 10_000) + ARTICLE,
}


@pytest.mark.parametrize(
    "source",
    [pytest.param(each, marks=pytest.mark.slow if each in ("attributes", "comment") else ()) for each in HEAVY],
)
def test_article_in_a_heavy_page_is_read(source):
    """Fifty megabytes of something else, JSON-LD of ten or nested 10,000 deep: the article is there all the same."""
    said, seconds = outcome(HEAVY[source]())
    assert said.startswith("The bridge over the harbour")
    assert seconds < 20


@pytest.mark.slow
def test_fifty_megabytes_of_text_are_over_the_limit():
    """An article of that length is refused by its length."""
    said, seconds = outcome(f"<body>{ARTICLE}<p>{long('word ', 50 * MEGABYTE)}</p>")
    assert "wanted at most 1,000,000; raise --limit to read it" in said
    assert seconds < 20


HOSTILE = [
    "a ", " ", "A ", "A’", "(", "-- ", "by ", "By A, ", "2026-", "1/", "|", " - ", "follow a on ",
    "get newsletter", "<", "<!--", "\u00a0", "Monday, ", "a@", "email ", "Port Ada ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize(
    "read",
    [
        credits_of, iso_date, date_in_address, genre_of_title, genre_of_address, is_furniture,
        lambda text: nesting(text, enough=1_000),
        lambda text: without_ends(text[:2_000], ["x"]),
        lambda text: same_headline(text[:2_000], "x"),
        lambda text: outlet_in_title(text[:2_000], ["x"]),
    ],
    ids=["credits", "date", "address", "title", "folder", "furniture", "nesting", "ends", "headline", "outlet"],
)  # fmt: skip
def test_every_expression_is_linear(read, unit):
    """A fifth of a megabyte that keeps the expressions busy takes no longer than any other; titles come cut short."""
    began = time.process_time()
    read(long(unit, MEGABYTE // 5))
    assert time.process_time() - began < 1
