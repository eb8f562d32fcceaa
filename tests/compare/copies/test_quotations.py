"""The same quotation in several articles."""

import pytest

from sayso.article import Article, Span
from sayso.attribution import Attribution, Quotation
from sayso.compare.copies.quotations import Change, reused_quotations

FULL = "“We had nobody in Port Ada and we have no quarrel with its people. Let them show what they say they have,”"


def saying(number, text, *contents, source="Ruan Teveley", quotation=Quotation.DIRECT):
    """An article with one attributed statement."""
    spans = tuple(Span(text.index(content), text.index(content) + len(content)) for content in contents)
    said = Attribution(f"{number}.1", (), (), spans, None, False, quotation, source_name=source)
    return Article(str(number), text, attributions=(said,))


def quoting(number, quotation, **fields):
    """An article that is a quotation with its marks, and "he said"."""
    return saying(number, f"{quotation} he said.", quotation[1:-1], **fields)


def changes(articles):
    """For each version: the article, what it did, and the words removed and added."""
    [reused] = reused_quotations(articles)
    text = {article.id: article.text for article in articles}
    fullest = text[reused.versions[0].article]
    return [
        (
            version.article,
            version.change,
            [span.of(fullest) for span in version.removed],
            [span.of(text[version.article]) for span in version.added],
        )
        for version in reused.versions
    ]


def test_what_a_cut_removed():
    """The fullest version comes first; what a cut left out is shown in the fullest."""
    cut = quoting(2, "“We had nobody in Port Ada,”")
    assert changes([cut, quoting(1, FULL)]) == [
        ("1", Change.WHOLE, [], []),
        ("2", Change.CUT, ["and we have no quarrel with its people. Let them show what they say they have"], []),
    ]


def test_words_that_were_altered():
    """Other words in place of the source's own are shown beside those that they replace."""
    altered = quoting(
        2,
        "“We had nobody in Port Ada and we have no problem with its people. Let them show what they claim they have,”",
    )
    assert changes([quoting(1, FULL), altered])[1] == ("2", Change.ALTERED, ["quarrel", "say"], ["problem", "claim"])


def test_marks_and_spelling_alter_nothing():
    """Another form of marks, capitals and spelling is the whole quotation."""
    one, other = (
        quoting(1, "“The harbour has been closed since March,”"),
        quoting(2, '"the harbor has been closed since march"'),
    )
    assert changes([one, other])[1] == ("2", Change.WHOLE, [], [])


def test_a_quotation_split_by_its_cue():
    """A quotation in two pieces is whole, and nothing between the pieces belongs to it."""
    text = "“This was prepared for weeks,” Hask said, “and it was prepared by people who know the quay.”"
    pieces = ("This was prepared for weeks,", "and it was prepared by people who know the quay.")
    split = saying(1, text, *pieces, source="Joren Hask")
    whole = quoting(
        2, "“This was prepared for weeks, and it was prepared by people who know the quay.”", source="Joren Hask"
    )
    [reused] = reused_quotations([split, whole])
    assert [version.change for version in reused.versions] == [Change.WHOLE, Change.WHOLE]
    assert [span.of(text) for span in reused.versions[0].quoted] == [
        "This was prepared for weeks",
        "and it was prepared by people who know the quay",
    ]


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("Ruan Teveley", "Teveley", "Ruan Teveley"),
        ("Ruan Teveley", None, "Ruan Teveley"),
        ("Omar Abdel Rahim", "Omar Abdulrahim", "Omar Abdel Rahim"),
        (None, None, None),
    ],
)
def test_one_source_under_two_names(one, other, name):
    """A short name, another spelling or no name does not keep a long quotation apart."""
    [reused] = reused_quotations([quoting(1, FULL, source=one), quoting(2, FULL, source=other)])
    assert reused.source == name


def test_the_same_words_of_two_people_are_two_quotations():
    """Words that two sources use alike are not one quotation: a quotation is never moved to another speaker."""
    assert reused_quotations([quoting(1, FULL), quoting(2, FULL, source="Joren Hask")]) == []


def test_a_few_words_of_somebody_without_a_name():
    """Four words of "the ministry" in two articles may have been said twice."""
    few = "“will not go unpunished,”"
    assert reused_quotations([quoting(number, few, source="the ministry") for number in (1, 2)]) == []


def test_indirect_speech_and_one_article_alone():
    """What is not quoted is no quotation, and neither is what one article says twice."""
    indirect = saying(
        2, "He said that we had nobody in Port Ada.", "we had nobody in Port Ada", quotation=Quotation.INDIRECT
    )
    assert reused_quotations([quoting(1, FULL), indirect]) == []
    assert reused_quotations([quoting(1, f"{FULL} {FULL}")]) == []
    assert reused_quotations([Article("1", FULL)]) == []
