"""JSON Lines for other programs."""

from __future__ import annotations

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from sayso import Act, Article, read
from sayso.show import to_json, write_jsonl

UNKNOWN = {
    "source_name": None,
    "source_key": None,
    "source_role": None,
    "source_affiliation": None,
    "source_kind": None,
    "named": None,
    "via": "",
    "via_chain": [],
    "addressee": None,
    "certainty": None,
    "cue_stance": None,
    "evidence": [],
    "figures": [],
    "because": {},
}


def written(*articles: Article) -> str:
    """What is printed."""
    out = io.StringIO()
    write_jsonl(articles, out)
    return out.getvalue()


def test_whole_article(harbour):
    """An article is one object with the keys of the contract in its order, spans as pairs of offsets."""
    assert list(to_json(harbour).items()) == [
        ("id", "harbour"),
        ("path", "news/harbour.html"),
        ("url", "https://inlandpost.example/harbour"),
        ("outlet", "Inland Post"),
        ("date", "2026-03-09"),
        ("date_raw", "Monday, March 9"),
        ("title", "Harbour closed after blast"),
        ("byline", "Ines Okafor"),
        ("credit", {"name": "Meridian Wire", "span": None}),
        ("language", "en"),
        ("text", harbour.text),
        ("figures", []),
        (
            "attributions",
            [
                {
                    "id": "harbour.1",
                    "source": [[28, 46]],
                    "cue": [[47, 51]],
                    "content": [[62, 91]],
                    "score": 0.97,
                    "in_title": False,
                    "act": "assertion",
                    "quotation": "indirect",
                    **UNKNOWN,
                },
                {
                    "id": "harbour.2",
                    "source": [],
                    "cue": [[96, 108]],
                    "content": [[109, 134]],
                    "score": 0.615,
                    "in_title": False,
                    "act": "assertion",
                    "quotation": "indirect",
                    **UNKNOWN,
                },
                {
                    "id": "harbour.3",
                    "source": [[152, 155]],
                    "cue": [[156, 161]],
                    "content": [[137, 151], [162, 172]],
                    "score": None,
                    "in_title": False,
                    "act": None,
                    "quotation": "direct",
                    **UNKNOWN,
                },
            ],
        ),
        ("title_span", [0, 26]),
        ("dateline", "PORT ADA"),
        ("publisher", "Inland Media"),
        ("source_organization", None),
        ("genre", "press_release"),
        ("modified", "2026-03-10"),
        ("correction", "Correction: The pier was the east one."),
        ("extractor", "trafilatura"),
        ("found_in", {"date": "JSON-LD datePublished", "genre": "article:section", "text": "trafilatura"}),
    ]


def test_what_is_known_of_a_statement(toll):
    """Who, how sure, on what evidence and how many, each with its span; the outlet's own figures beside the text."""
    row = to_json(toll)
    [attribution] = row["attributions"]
    assert {key: attribution[key] for key in UNKNOWN} == {
        "source_name": "Ada Byrne",
        "source_key": {"key": "ada byrne", "why": "the same words but for titles, articles and transliteration"},
        "source_role": "minister",
        "source_affiliation": "Ministry of Works",
        "source_kind": "official",
        "named": True,
        "via": "Meridian Wire",
        "via_chain": [{"name": "Meridian Wire", "span": [38, 51]}],
        "addressee": "reporters",
        "certainty": "hedged",
        "cue_stance": "distancing",
        "evidence": [{"kind": "video", "span": [67, 72], "shown": False}],
        "figures": [
            {
                "quantity": "killed",
                "who": "people",
                "who_class": "people",
                "low": 22,
                "high": None,
                "when": "2026-03-09",
                "where": "Corrin",
                "span": [80, 98],
            }
        ],
        "because": {"cue_stance": [29, 36]},
    }
    assert [(one["low"], one["who"], one["span"]) for one in row["figures"]] == [(6, "boats", [0, 9])]


def test_what_was_printed_is_read_as_it_stands(toll, tmp_path):
    """All that was known of a statement and all figures come back from the line that was printed."""
    path = tmp_path / "read.jsonl"
    path.write_text(written(toll), encoding="utf-8")
    [article] = read(path)
    assert (article.attributions, article.figures) == (toll.attributions, toll.figures)


def test_another_language(french):
    """A text that is not attributed has no attributions, and a place that it lacks is left out."""
    row = to_json(french)
    assert (row["language"], row["attributions"], row["path"], "url" in row) == ("fr", [], "port.txt", False)


def test_score_is_rounded(attributed):
    """A score has four decimals."""
    row = to_json(attributed("Ada said no.", ("Ada", "said", "no", 0.123456789, "indirect")))
    assert row["attributions"][0]["score"] == 0.1235


def test_text_stands_as_itself():
    """Letters of any script are not escaped."""
    assert "“Škoda” 港" in written(Article("a", "“Škoda” 港"))


def test_what_cannot_be_encoded():
    """Lone surrogates and what ends a line for some readers are escaped and come back as they were."""
    text = "a\ud800b\u2028c\x85d\x9b2J"
    line = written(Article("a", text)).encode().decode()
    assert (line.count("\n"), len(line.splitlines()), json.loads(line)["text"]) == (1, 1, text)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_one_valid_object_a_line(texts):
    """Whatever the texts, each article is one line of JSON, in order, its text unchanged."""
    lines = written(*(Article(str(number), text) for number, text in enumerate(texts))).splitlines()
    assert [json.loads(line)["text"] for line in lines] == texts


def test_streams(harbour):
    """An article is written before the next one is asked for."""
    out = io.StringIO()

    def articles():
        yield harbour
        assert out.getvalue().count("\n") == 1
        yield harbour

    write_jsonl(articles(), out)
    assert out.getvalue().count("\n") == 2


def test_only_some_acts(four_acts, quiet):
    """Attributions of other acts are left out, articles never."""
    out = io.StringIO()
    write_jsonl([four_acts, quiet], out, acts=[Act.FACT, Act.ASSERTION])
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [[each["id"] for each in row["attributions"]] for row in rows] == [["four.1", "four.3"], []]
