"""Long and hostile texts take time in proportion to their length."""

import time

import pytest

from sayso.article import Article, Span
from sayso.attribution import Attribution, Quotation
from sayso.resolve import resolve

TEXTS = {
    "capitals": "ADA BYRNE MINISTER OF THE OBSERVATORY ",
    "one sentence": "and the minister they said the ministry it ",
    "callings": "Minister Ada Byrne said. The minister said. He said. ",
    "bodies": "The Corrin Ministry of Works said. The ministry said. It said. The group said. ",
    "quotations": "“I know,” he said. ",
    "hyphens": "a-b-c-d-led A-b-c-led ",
}


def seconds(unit, times):
    """Processor time to resolve a text of *times* units, each with an attribution for every word "said" or "they"."""
    text = unit * times
    sources = [
        i for i in range(len(text)) if text.startswith(("He ", "he ", "they ", "It ", "The m", "The g", "I "), i)
    ]
    attributions = tuple(
        Attribution(
            id=f"a.{i}",
            source=(Span(i, text.index(" ", i)),),
            cue=(Span(i + 2, i + 3),),
            content=(Span(max(0, i - 9), max(1, i - 1)),),
            score=None,
            in_title=False,
            quotation=Quotation.INDIRECT,
        )
        for i in sources or [0]
    )
    article = Article(id="a", text=text, attributions=attributions)
    start = time.process_time()
    resolve(article)
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS.keys())
def test_time_grows_with_length(unit):
    """Four times the text takes less than eight times as long."""
    seconds(unit, 100)
    short, long = (min(seconds(unit, times) for _ in range(2)) for times in (250, 1_000))
    assert long < 8 * short + 0.05
