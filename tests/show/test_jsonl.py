"""JSON Lines for other programs."""

from __future__ import annotations

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from sayso import Act, Article
from sayso.show import to_json, write_jsonl


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
                },
            ],
        ),
        ("title_span", [0, 26]),
        ("dateline", "PORT ADA"),
        ("publisher", "Inland Media"),
        ("source_organization", None),
        ("extractor", "trafilatura"),
        ("found_in", {"date": "JSON-LD datePublished", "text": "trafilatura"}),
    ]


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
