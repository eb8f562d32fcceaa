"""A comparison on the terminal, as JSON and as a page."""

from __future__ import annotations

import io
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from sayso import Article, Span
from sayso.show import write_comparison_json, write_comparison_page, write_comparison_table
from sayso.show.comparison_page import excerpt

MAYOR = "A blast at the ferry dock in Port Ada killed 12 people"
DOCTOR = "Nineteen people were killed by the blast at Port Ada’s ferry dock"


def written(write, comparison, **options) -> str:
    """What is written."""
    out = io.StringIO()
    write(comparison, out, **options)
    return out.getvalue()


def test_the_terminal_shows_a_page(disputed):
    """Heading, four numbers, both sides of the dispute in their words, figures by source, what was left out."""
    lines = written(write_comparison_table, disputed(), width=110).splitlines()
    plain = [re.sub(r"\s{2,}", " | ", line.strip()) for line in lines if line.strip(" ─")]
    assert plain == [
        "Depot burns",
        "2026-05-12 to 2026-05-13 · machine, unreviewed",
        "in common: Ada, Port, dock, blast, ferry, killed, people, said",
        "2 articles · 2 publishers · 2 texts · 2 upstream sources",
        "Disputes and updates",
        "“Nineteen people were killed” — doctor",
        "disputes “killed 12 people” — mayor",
        "probability 0.48",
        "Figures",
        "What | Count | According to | Said",
        "killed | 12 | the mayor | 2026-05-12",
        "killed | 19 | a doctor | 2026-05-13",
        "2 articles on 1 event · 0 alone on theirs, left out · 0 in another language · machine, unreviewed",
    ]


def test_json_is_the_contract(disputed):
    """The keys that other programs rely on, in plain values; ids lead from claims to attributions and articles."""
    told = json.loads(written(write_comparison_json, disputed()))
    assert [*told][:5] == ["articles", "attributions", "claims", "links", "copies"]
    assert ["text" in article for article in told["articles"]] == [False, False]
    assert [(each["id"], each["article"]) for each in told["attributions"]] == [("a.1", "a"), ("b.1", "b")]
    keys = ("id", "gist", "about", "attributions", "own_voice", "origins", "articles", "publishers", "texts")
    assert [[claim[key] for key in keys] for claim in told["claims"]] == [
        ["e1.c1", MAYOR, "killed: 12", ["a.1"], [], ["mayor"], ["a"], ["Post"], ["a"]],
        ["e1.c2", DOCTOR, "killed: 19", ["b.1"], [], ["doctor"], ["b"], ["Beacon"], ["b"]],
    ]
    assert told["links"] == [
        {
            "from": "e1.c2",
            "to": "e1.c1",
            "relation": "disputes",
            "score": 0.48,
            "because": [{"article": "b", "span": [0, 27]}, {"article": "a", "span": [38, 54]}],
        }
    ]
    assert (told["copies"], told["alone"], told["reviewed"]) == ([], [], False)


def test_the_page_has_both_sides_and_leads_to_the_words(disputed):
    """Each side of a dispute stands in its context, and each mark of the table leads to a statement that is there."""
    page = written(write_comparison_page, disputed())
    anchors = set(re.findall(r'id="([^"]+)"', page))
    links = re.findall(r'href="#([^"]+)"', page)
    assert "<mark>killed 12 people</mark>, the mayor said." in page
    assert "<mark>Nineteen people were killed</mark> by the blast" in page
    assert {"e1.c1", "e1.c2"} <= set(links) <= anchors
    assert "Machine, unreviewed" in page


def test_nothing_of_an_article_is_markup_or_leads_anywhere(disputed):
    """Titles and outlets are text, whatever stands in them; an address that is not of the web is no link."""
    bad = "<script>alert(1)</script>\u202e"
    page = written(write_comparison_page, disputed(title=bad, outlet=bad, url="javascript:alert(1)"))
    assert "<script" not in page
    assert "javascript:" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_nothing_of_an_article_steers_the_terminal(disputed):
    """Escapes and line ends in titles and outlets are shown, not obeyed."""
    told = written(write_comparison_table, disputed(title="\x1b[31mred\nline", outlet="\x9b2J"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", told)


@given(text=st.text(min_size=1), ends=st.tuples(st.integers(0, 400), st.integers(1, 400)))
def test_an_excerpt_holds_the_words_whole(text, ends):
    """Whatever stands around them, the words themselves are all there, once, and the rest stands in the text."""
    long = text * 9
    start = ends[0] % len(long)
    span = Span(start, min(len(long), start + ends[1]))
    parts = excerpt(Article("a", long), [span])
    assert [words for words, meant in parts if meant] == [span.of(long)]
    assert "".join(words for words, _ in parts).removeprefix("… ").removesuffix(" …") in long
