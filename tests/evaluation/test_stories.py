"""What the product finds in a story is scored by the shared scorer, from the text or given people's attributions."""

import json

import pytest

from evaluation import corpora, stories

WIRE = "A depot in Port Ada exploded and 14 dockers were killed, the harbour hospital said."
PAPER = "The explosion of a depot in Port Ada killed 14 dockers, the harbour hospital said on Tuesday."


def said(name, article, text, content):
    """The hospital's statement as an annotator marks it."""
    spans = {"source": "the harbour hospital", "cue": "said", "content": content}
    return {
        "id": name,
        "article": article,
        **{role: [[text.index(words), text.index(words) + len(words)]] for role, words in spans.items()},
        "quotation": "indirect",
        "source_name": "Harbour Hospital",
        "source_kind": "medical",
        "named": True,
        "via": "",
        "certainty": "asserted",
        "cue_stance": "neutral",
        "evidence": ["medical_exam"],
    }


STORY = {
    "articles": [
        {"id": "a1", "outlet": "Meridian Wire", "date": "2026-05-12", "title": "", "text": WIRE},
        {"id": "a2", "outlet": "Inland Post", "date": "2026-05-12", "title": "", "text": PAPER},
    ],
    "attributions": [
        said("s1", "a1", WIRE, "A depot in Port Ada exploded and 14 dockers were killed"),
        said("s2", "a2", PAPER, "The explosion of a depot in Port Ada killed 14 dockers"),
    ],
    "figures": [],
    "claims": [{"id": "c1", "gist": "14 dockers were killed", "attributions": ["s1", "s2"]}],
    "links": [],
    "copies": [{"a": "a1", "b": "a2", "kind": "independent_text"}],
    "origins": [{"claim": "c1", "origins": ["Harbour Hospital"]}],
}


@pytest.fixture
def with_story(shared, tmp_path):
    """A folder like that of shared data, with the real scorers and one invented story."""
    (tmp_path / "score").symlink_to(shared / "score")
    folder = tmp_path / corpora.STORIES
    folder.mkdir(parents=True)
    (folder / "01.json").write_text(json.dumps(STORY), encoding="utf-8")
    return tmp_path


def test_given_attributions_keep_their_names_and_their_figures_are_counted(with_story):
    """The product gets what people marked, under the ids that people gave, and counts what they left out."""
    [story] = stories.read_stories(with_story, given=True)
    found = story.predicted["attributions"]
    assert [(each["id"], each["article"], each["source_name"]) for each in found] == [
        ("s1", "a1", "Harbour Hospital"),
        ("s2", "a2", "Harbour Hospital"),
    ]
    assert [[(f["quantity"], f["low"]) for f in each["figures"]] for each in found] == [[("killed", 14)]] * 2


def test_from_the_text_no_attribution_of_people_is_seen(with_story):
    """Without them the product finds its own, which have its own ids and a score."""
    [story] = stories.read_stories(with_story, given=False)
    assert story.predicted["attributions"]
    assert {each["id"] for each in story.predicted["attributions"]}.isdisjoint({"s1", "s2"})
    assert all(each["score"] is not None for each in story.predicted["attributions"])


def test_what_articles_share_is_scored_with_intervals_over_stories(with_story):
    """One claim of two articles with one origin: all right, and with one story the interval has no width."""
    read = stories.read_stories(with_story, given=True)
    figures, intervals = stories.story_figures(with_story, "given", stories.COMPARED, read)
    assert figures == {
        "given.copies": 100.0,
        "given.claims": 100.0,
        "given.disputes": 0.0,
        "given.updates": 0.0,
        "given.origins": 100.0,
        "given.collapsed_right": 100.0,
    }
    assert intervals == {name: (figure, figure) for name, figure in figures.items()}


def test_every_measure_is_one_that_the_scorer_has(with_story):
    """Fields and what articles share are figures of one run of the scorer."""
    read = stories.read_stories(with_story, given=True)
    figures, _ = stories.story_figures(with_story, "x", stories.FIELDS | stories.COMPARED, read)
    assert list(figures) == [f"x.{name}" for name in (*stories.FIELDS, *stories.COMPARED)]
