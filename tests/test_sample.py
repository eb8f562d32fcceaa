"""The sample story that ships with Sayso: the files alone, read without Sayso, hold what real coverage holds."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "src" / "sayso" / "sample"
ROWS = SAMPLE / "05-08-four-outlets.jsonl"
KEYS = {"id", "outlet", "date", "title", "text"}


def rows() -> list[dict[str, str]]:
    """The rows of the .jsonl file, in its order."""
    return [json.loads(line) for line in ROWS.read_text(encoding="utf-8").splitlines()]


def paragraphs_of_page(page: str) -> list[str]:
    """The headline and the paragraphs of a page's article, tags taken out: enough for pages whose form we know."""
    article = re.search(r"<article>(.*)</article>", page, re.DOTALL)
    assert article is not None
    found = re.findall(r"<(?:h1|p)(?: [^>]*)?>(.*?)</(?:h1|p)>", article[1], re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", " ", paragraph)) for paragraph in found]


def texts() -> dict[str, str]:
    """The text of each article by the two digits of its number."""
    plain = {path.name[:2]: path.read_text(encoding="utf-8") for path in SAMPLE.glob("*.txt")}
    pages = {
        path.name[:2]: "\n\n".join(paragraphs_of_page(path.read_text(encoding="utf-8")))
        for path in SAMPLE.glob("*.html")
    }
    return plain | pages | {row["id"][:2]: row["text"] for row in rows()}


def plain_marks(text: str) -> str:
    """*text* with every form of quotation mark and apostrophe as a straight one: reprints change the marks."""
    return re.sub(r"[“”«»]|''", '"', text).replace("’", "'").replace("‘", "'")


def holding(words: str) -> list[str]:
    """The numbers of the articles in which *words* stand, whatever the form of their marks."""
    return sorted(number for number, text in texts().items() if words in plain_marks(text))


def test_eight_articles():
    """The folder holds eight articles in three formats, numbered in order."""
    assert sorted(texts()) == ["01", "02", "03", "04", "05", "06", "07", "08"]
    assert sorted(path.suffix for path in SAMPLE.iterdir()) == [".html", ".html", ".jsonl", ".md", ".txt", ".txt"]


@pytest.mark.parametrize("number", ["01", "02", "03", "04", "05", "06", "07", "08"])
def test_length_of_news(number):
    """Each article is as long as a news article: 250 to 600 words."""
    assert 250 <= len(texts()[number].split()) <= 600


@pytest.mark.parametrize("name", ["01-meridian-wire.txt", "04-port-ada-beacon.txt"])
def test_plain_text_form(name):
    """A plain text begins with its headline, an empty line and a dateline."""
    headline, empty, first = (SAMPLE / name).read_text(encoding="utf-8").splitlines()[:3]
    assert headline
    assert empty == ""
    assert re.match(r"PORT ADA\b.{0,20} - ", first)


def test_rows_have_the_keys():
    """Each row has the five keys, all filled, and its text begins with its title line."""
    assert len(rows()) == 4
    for row in rows():
        assert set(row) == KEYS
        assert all(row.values())
        assert row["text"].startswith(row["title"] + "\n\n")
        assert re.fullmatch(r"2026-05-1[34]", row["date"])


def test_page_with_json_ld():
    """One page names publisher, author, date and the wire in JSON-LD, and credits the wire in its byline."""
    page = (SAMPLE / "02-inland-post.html").read_text(encoding="utf-8")
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert len(blocks) == page.count("<script") == 1
    data = json.loads(blocks[0])
    assert data["@type"] == "NewsArticle"
    assert data["publisher"]["name"] == "The Inland Post"
    assert data["sourceOrganization"]["name"] == "Meridian Wire"
    assert data["author"]["name"]
    assert data["datePublished"].startswith("2026-05-12")
    assert 'By <span class="byline">Meridian Wire</span>' in page


def test_page_with_open_graph_only():
    """The other page says who published it and when in og: and article: tags, and has no JSON-LD."""
    page = (SAMPLE / "03-corrin-standard.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert '<meta property="og:site_name" content="The Corrin Standard">' in page
    assert '<meta property="article:published_time" content="2026-05-13T' in page
    assert "og:" not in (SAMPLE / "02-inland-post.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["02-inland-post.html", "03-corrin-standard.html"])
def test_pages_load_nothing(name):
    """A page has navigation and links to other stories around the article, and needs nothing from any host."""
    page = (SAMPLE / name).read_text(encoding="utf-8")
    assert "<nav" in page
    assert re.search(r"<h2>(?:Read also|More on this story)</h2>\n<ul>", page)
    assert not re.search(r"\bsrc=|<link rel=\"(?!canonical)|@import|url\(", page)


def test_caption():
    """One page has a picture with a caption, in which somebody says something."""
    page = (SAMPLE / "02-inland-post.html").read_text(encoding="utf-8")
    assert re.search(r"<figcaption>.*\bsay\b.*</figcaption>", page)


def test_wire_story_is_reprinted_twice():
    """The wire story stands in the credited and in the uncredited reprint; two paragraphs of it in a fourth article."""
    assert holding("an armed movement that signed a truce with the government two years ago.") == ["01", "02", "06"]
    assert holding("was waiting for news of her nephew.") == ["01", "02", "06"]
    assert holding("has largely held, although the government and the League regularly") == ["01", "06", "08"]
    assert texts()["01"].splitlines()[2].startswith("PORT ADA (Meridian Wire) - ")
    assert "Meridian" not in texts()["06"]


def test_reprints_are_edited():
    """The credited reprint cuts, the uncredited one rewords; both have a headline of their own."""
    headlines = {texts()[number].split("\n", 1)[0] for number in ("01", "02", "06")}
    assert len(headlines) == 3
    assert len(texts()["02"].split()) < 0.75 * len(texts()["01"].split())
    assert holding("Let them show what they say they have.") == ["01", "06"]
    assert "by phone" in texts()["06"]


def test_witness_in_three_texts():
    """A witness's words stand in three articles that are no reprints of each other, in one of them shortened."""
    assert holding("whole roof lifted as if somebody had opened a lid") == ["01", "02", "04", "06", "08"]
    assert holding("We had smelled the dust for a week") == ["01", "02", "04", "06"]


def test_witness_paraphrased():
    """Another article gives the same witness in its own words."""
    assert "Corvane" in texts()["07"]
    assert "lifted" not in texts()["07"]


@pytest.mark.parametrize(
    ("number", "pattern"),
    [("01", r'"[^"\n]+"'), ("03", r"“[^“”\n]+”"), ("03", r"‘[^‘’\n]+’"), ("04", r"''[^\n]+?''"), ("05", r"«[^«»\n]+»")],
)
def test_quotation_marks(number, pattern):
    """The forms of quotation marks occur: straight, curly and nested, two apostrophes for both ends, guillemets."""
    assert len(re.findall(pattern, texts()[number])) >= (1 if "‘" in pattern else 4)


@pytest.mark.parametrize(("number", "marks"), [("01", '"'), ("04", "''"), ("05", "«»"), ("06", '"'), ("07", "“”")])
def test_one_form_in_an_article(number, marks):
    """An article keeps to one form of marks, and closes each that it opens."""
    others = {'"', "“", "”", "«", "»", "''"} - {marks, *marks}
    text = texts()[number]
    assert [mark for mark in others if mark in text] == []
    if marks in {'"', "''"}:
        assert text.count(marks) % 2 == 0
    else:
        assert text.count(marks[0]) == text.count(marks[1])


def test_quotation_over_paragraphs():
    """A quotation over two paragraphs opens in each and closes only in the last."""
    text = texts()["03"]
    assert text.count("“") == text.count("”") + 1
    assert re.search(r"\n“[^”\n]+\n\n“[^“\n]+”\n", text)


def test_split_quotation():
    """A quotation is cut in two by its source and cue."""
    assert re.search(r'"[^"\n]+," Hask said, "[^"\n]+\."', texts()["01"])
    assert re.search(r"“[^”\n]+,” said Dr Hanne Orvil, “[^”\n]+\.”", texts()["03"])


def test_source_introduced_later():
    """One article quotes "she" before it says who she is."""
    text = texts()["04"]
    assert 0 < text.index("'' she said") < text.index("Petra Lindarn")


def test_figures_rise():
    """The dead rise from nine through fourteen to seventeen, in the order of the dates."""
    assert holding("killing at least nine people and") == ["01", "06"]
    assert holding("At least 14 people are now known to have died") == ["04"]
    assert holding("At least 17 people have died") == ["08"]


def test_figures_disagree():
    """On the second and on the third day the hospital and the ministry give different tolls in one article."""
    assert "had received 14 bodies" in texts()["03"]
    assert "The Ministry of Health put the toll at 11." in texts()["03"]
    assert "The Ministry of Health said the number of confirmed deaths stood at 14." in texts()["08"]


def test_reveals_in_headline():
    """A headline says "reveals" in the outlet's own voice."""
    assert [row["id"] for row in rows() if "reveals" in row["title"]] == ["05-selvany-television"]


def test_claim_loses_its_source():
    """What a ministry claimed in the first article is said in another and has no source at all in a third."""
    assert "It claimed that a charge had been brought into the Salt Quay depot in a bread van" in texts()["01"]
    assert "said on Wednesday that the charge had been brought into the depot in a bread van" in texts()["03"]
    assert "\n\nThe bomb came in a bread van." in texts()["06"]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("spoke on condition of anonymity", ["01", "08"]),
        ("told Meridian Wire", ["01", "08"]),
        ("State television quoted a source", ["03"]),
        ("did not say whether", ["01", "04"]),
        ("made public by noon on Thursday", ["01", "02", "06"]),
        ("The ministry denied that it had been warned", ["01", "06"]),
        ("confirmed that the depot's roof vents had been covered", ["03"]),
        ("demanded that the Ministry of Supply", ["03"]),
        ("satellite images", ["05", "07"]),
        ("The text of the letter is printed here in full", ["04"]),
    ],
)
def test_words_of_reporting(words, numbers):
    """Anonymity, intermediaries, denials, demands, deadlines and evidence stand where the sample's README says."""
    assert holding(words) == numbers


def test_announcement_comes_due():
    """What was announced for Thursday noon did not come, as an article of that day reports."""
    assert "Noon on Thursday came and went" in texts()["08"]


def test_readme_lists_every_file():
    """The folder's README names every file of the sample, says that it is invented and under which licence."""
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in SAMPLE.iterdir() if f"`{path.name}`" not in readme] == ["README.md"]
    assert "invented" in readme
    assert "Apache-2.0" in readme
