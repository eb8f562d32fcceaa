"""From inputs to attributed articles."""

import json

import pytest

import sayso
from sayso.errors import Refused
from sayso.show import write_jsonl

STORY = "Depot was empty, ministry says\n\nThe depot had been empty for weeks, the ministry said on Tuesday.\n"


def test_read_takes_a_text():
    """A string that is no path is a text."""
    [article] = sayso.read("The depot had been empty for weeks, the ministry said.")
    assert [span.of(article.text) for span in article.attributions[0].source] == ["the ministry"]


def test_read_takes_a_path(tmp_path):
    """A file is read with its headline, and its text is what stands in it, unchanged."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    [article] = sayso.read(path)
    assert (article.title, article.text, article.path) == ("Depot was empty, ministry says", STORY, str(path))


def test_read_raises_what_cannot_be_read(tmp_path):
    """In a notebook a refused input stops the reading, with what was found, wanted and to do."""
    with pytest.raises(Refused, match=r"missing\.txt: found no .*; wanted .*; .*"):
        sayso.read(str(tmp_path / "missing.txt"))


@pytest.fixture
def folder(tmp_path):
    """Two texts, a broken line between two rows, and an empty file."""
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    rows = [
        json.dumps({"id": "r1", "text": "The mayor said no."}),
        "{broken",
        json.dumps({"id": "r1", "text": "He denied it."}),
    ]
    (tmp_path / "c.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


def test_what_cannot_be_read_is_reported_and_the_rest_goes_on(folder):
    """Refusals reach the caller one by one; everything else is read in input order."""
    refused = []
    articles = list(sayso.stream([str(folder)], refused=refused.append))
    assert [article.text for article in articles] == [STORY, "The mayor said no.", "He denied it."]
    assert [error.args[0].replace(str(folder), "") for error in refused] == ["/b.txt", "/c.jsonl, line 2"]


def test_ids_are_unique_in_the_output(folder):
    """A second article of the same id gets one of its own, and so do its attributions."""
    articles = list(sayso.stream([str(folder)], refused=lambda _: None))
    assert [article.id for article in articles[1:]] == ["r1", "r1~2"]
    assert [a.id for article in articles[1:] for a in article.attributions] == ["r1.1", "r1~2.1"]


def test_processes_give_the_same_as_one(folder):
    """Any number of processes gives the same articles and the same refusals in the same order."""

    def both(jobs):
        refused = []
        return list(sayso.stream([str(folder)], refused=refused.append, jobs=jobs)), list(map(str, refused))

    assert both(2) == both(1)


def test_a_parser_that_breaks_does_not_take_the_batch_along(folder, monkeypatch):
    """What no one foresaw in one input is one refusal that names it."""

    def broken(document, *, limit, caps):
        raise RecursionError("too\x1b deep")

    monkeypatch.setattr("sayso.pipeline.article_of", broken)
    refused = []
    assert list(sayso.stream([str(folder / "a.txt")], refused=refused.append)) == []
    assert "an article on which reading fails (RecursionError('too\\x1b deep'))" in str(refused[0])


def test_what_read_printed_is_read_as_it_stands(tmp_path):
    """Output of ``--format jsonl`` is an input: the same articles, the same attributions."""
    first = sayso.read(STORY)
    path = tmp_path / "read.jsonl"
    with path.open("w", encoding="utf-8") as out:
        write_jsonl(first, out)
    [again] = sayso.read(path)
    rounded = [(a.id, a.source, a.cue, a.content, a.quotation, a.act, round(a.score, 4)) for a in first[0].attributions]
    assert [(a.id, a.source, a.cue, a.content, a.quotation, a.act, a.score) for a in again.attributions] == rounded


def test_act_is_told_of_what_was_read_alone(tmp_path):
    """An attribution that Sayso finds has an act; one that a row brings along without an act stays without."""
    [read] = sayso.read("The mayor hopes to reopen the school.")
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": read.text, "attributions": [{"content": [[16, 36]]}]}), encoding="utf-8")
    [given] = sayso.read(path)
    assert [[a.act for a in article.attributions] for article in (read, given)] == [[sayso.Act.EVENTUALITY], [None]]


def test_another_language_stays_unread(tmp_path):
    """An article that was kept without attributions is still that when its printed form is read."""
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": "Das Lager war leer.", "language": "de", "attributions": []}), encoding="utf-8")
    [article] = sayso.read(path)
    assert (article.language, article.attributions) == ("de", None)
