"""The table on the terminal."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sayso import Act, Article
from sayso.show import write_table


def written(*articles: Article, width: int = 80, acts: list[Act] | None = None) -> list[str]:
    """The lines printed, without the spaces at their ends."""
    out = io.StringIO()
    write_table(articles, out, acts=acts, width=width)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_whole_table(harbour):
    """Headline, outlet and date, a row a statement, the shares, and a line about everything."""
    assert written(harbour) == [
        "Harbour closed after blast",
        "Inland Post · 2026-03-09",
        "Who                   Cue          Words                            How",
        "─" * 80,
        "The harbour office    said         that the east pier was closed    indirect,",
        "                                                                    sure",
        "—                     was          that two people were hurt        indirect,",
        "                      reported                                      possible",
        "she                   said,        “We heard it,” … “and ran.”      direct, sure",
        "52 % of the words are attributed, to 1 source; 48 % are the outlet’s own voice.",
        "says 2 · not stated 1",
        "— no source given",
        "",
        "1 article · 31 words · 3 attributions · 1 source · 0 in another language",
    ]


def test_what_is_known_of_a_statement(toll):
    """Who it is, what they are, through whom it came, how it is put, what is cited; the outlet's own figures below."""
    assert written(toll)[2:] == [
        "Who                   Cue          Words                            How",
        "─" * 80,
        "Ada Byrne (“The       claimed      that video proved at least 22    indirect,",
        "minister”)                         people had died                  sure;",
        "minister, Ministry                                                  hedged, cue",
        "of Works, official,                                                 distancing;",
        "named, through                                                      cites video,",
        "Meridian Wire                                                       not shown",
        "                                                                    here",
        "50 % of the words are attributed, to 1 source; 50 % are the outlet’s own voice.",
        "figures in the outlet’s own voice: 6 boats",
        "says 1",
        "",
        "1 article · 18 words · 1 attribution · 1 source · 0 in another language",
    ]


def test_not_attributed(french, quiet):
    """A text in another language says so, one without statements too, and the last line counts both."""
    assert written(french, quiet) == [
        "Le port",
        "outlet not stated · date not stated",
        "kept, not attributed: French",
        "",
        "rain.txt",
        "outlet not stated · date not stated",
        "Nothing attributed was found: all of it is the outlet’s own voice.",
        "",
        "2 articles · 10 words · 0 attributions · 0 sources · 1 in another language",
    ]


def test_what_a_source_does(four_acts):
    """What a source does stands before how it is quoted, unless it says it; a line counts each."""
    lines = written(four_acts, width=100)
    assert [line[78:] for line in lines[4:9]] == [
        "indirect, sure",
        "thinks, indirect, sure",
        "knows, indirect, sure",
        "wants or plans,",
        "indirect, sure",
    ]
    assert lines[-3] == "says 1 · thinks 1 · knows 1 · wants or plans 1"


def test_only_some_acts(four_acts):
    """Only statements of the acts asked for are shown, which is said; what is counted is the whole article."""
    lines = written(four_acts, acts=[Act.ASSERTION, Act.FACT])
    assert [line.split()[0] for line in lines[4:-6] if line[0] != " "] == ["Ada", "Cleo"]
    assert lines[-5:] == [
        "38 % of the words are attributed, to 4 sources; 62 % are the outlet’s own voice.",
        "says 1 · thinks 1 · knows 1 · wants or plans 1",
        "shown: says, knows (2 of 4)",
        "",
        "1 article · 13 words · 4 attributions · 4 sources · 0 in another language",
    ]


def test_long_words_are_shortened(attributed):
    """Words that do not fit end in an ellipsis after a whole word."""
    content = "that the pier and both basins behind it were closed until the divers were back and the lock was open"
    said = attributed(f"Ada said {content}.", ("Ada", "said", content, 0.95, "indirect"))
    assert [line[27:48].rstrip() for line in written(said, width=60)[4:8]] == [
        "that the pier and",
        "both basins behind",
        "it were closed",
        "until the divers…",
    ]


def test_nothing_is_markup_or_steers_the_terminal(attributed):
    """Console markup, escape sequences and bidi overrides in an article are shown as what they are."""
    text = "[red]Ada[/] :smile: said \x1b[31m\u202eno\x07."
    said = attributed(
        text,
        ("[red]Ada[/]", "said", "\x1b[31m\u202eno\x07", 0.95, "direct"),
        title="[b]T\x1b]0;x\x07",
        outlet="\u202eO",
    )
    lines = written(said, width=100)
    assert lines[:2] == ["[b]T\\x1b]0;x\\x07", "\\u202eO · date not stated"]
    assert lines[4].split() == ["[red]Ada[/]", "said", "\\x1b[31m\\u202eno\\x07", "direct,", "sure"]


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_fits_the_terminal(attributed, width):
    """No line is wider than the terminal, wide characters and endless words included."""
    text = f"{'港' * 90} said {'x' * 300}. 林 said 雨{'が降った' * 50}。"
    said = attributed(
        text,
        ("港" * 90, "said", "x" * 300, 0.95, "indirect"),
        ("林", "said", f"雨{'が降った' * 50}", 0.3, "indirect"),
    )
    assert max(map(cell_len, written(said, width=width))) <= width


@given(st.text(st.characters(), min_size=1))
def test_any_text_is_plain(text):
    """Whatever an article's title holds, no control character comes out."""
    assert all(
        line.isprintable() or not line.isascii() for line in written(Article("a", "", title=text, language="en"))
    )


def test_streams(harbour, quiet):
    """An article's table is written before the next article is asked for."""
    out = io.StringIO()

    def articles():
        yield harbour
        assert "— no source given" in out.getvalue()
        yield quiet

    write_table(articles(), out, width=80)
    assert "rain.txt" in out.getvalue()
