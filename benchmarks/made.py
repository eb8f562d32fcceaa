"""Any number of articles, made by recombining the sentences of the sample story.

Articles come in events of fourteen: an agency's text, five papers that cut it, three that take a paragraph of it, five
that word it in their own way. Each event has words and names of its own, drawn from those of the sample; each paper
prints a sentence of its own under everything.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import random
import re
from collections.abc import Iterator
from importlib.resources import files

from sayso.article import Article

EVENT = 14
_CUT, _PARTLY = 6, 9
_SENTENCES = 14
_OUTLETS = 120
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_DAY = datetime.date(2026, 1, 1)
_EVENTS_A_DAY = 20


@dataclasses.dataclass(frozen=True, slots=True)
class _Stuff:
    """The sample's sentences, and its words by whether they begin with a capital."""

    sentences: tuple[str, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]


def articles(number: int) -> Iterator[Article]:
    """*number* articles in the order of their dates, the same ones at every call."""
    for event in range(-(-number // EVENT)):
        yield from _event(event)[: number - event * EVENT]


def _event(number: int) -> list[Article]:
    draw = random.Random(number)
    wire = [_sentence(draw) for _ in range(_SENTENCES)]
    date = (_FIRST_DAY + datetime.timedelta(days=number // _EVENTS_A_DAY)).isoformat()
    made = []
    for place in range(EVENT):
        if place < _CUT:
            text = [sentence for sentence in wire if place == 0 or draw.random() < 0.7]
        elif place < _PARTLY:
            text = [*wire[3:6], *(_reworded(sentence, draw) for sentence in wire[6:])]
        else:
            text = [_reworded(sentence, draw) for sentence in wire]
        outlet = draw.randrange(_OUTLETS)
        text.append(_sentence(random.Random(f"outlet {outlet}")))
        made.append(Article(f"{number}.{place}", " ".join(text), outlet=f"Paper {outlet}", date=date))
    return made


def _sentence(draw: random.Random) -> str:
    """A sentence of the sample with other words in it."""
    return _WORD.sub(lambda word: _other(word[0], draw), draw.choice(_stuff().sentences))


def _reworded(sentence: str, draw: random.Random) -> str:
    """A sentence with the same names and other words in another order."""
    words = [word if word[0].isupper() or draw.random() < 0.3 else _other(word, draw) for word in sentence.split()]
    draw.shuffle(words)
    return " ".join(words)


def _other(word: str, draw: random.Random) -> str:
    """Another word of the sample in the place of *word*; short ones stay, a name gets a second half."""
    if len(word) < 4:
        return word
    if word[0].isupper():
        return draw.choice(_stuff().names)[:4] + draw.choice(_stuff().names)[-4:].lower()
    return draw.choice(_stuff().words)


@functools.cache
def _stuff() -> _Stuff:
    """What the two plain texts of the sample are made of."""
    folder = files("sayso") / "sample"
    texts = [(folder / name).read_text(encoding="utf-8") for name in ("01-meridian-wire.txt", "04-port-ada-beacon.txt")]
    words = sorted({word for text in texts for word in _WORD.findall(text) if len(word) > 3})
    sentences = [sentence for text in texts for sentence in re.split(r"(?<=[.])\s+", text) if len(sentence) > 60]
    return _Stuff(
        tuple(sentences),
        tuple(word for word in words if word[0].isupper()),
        tuple(word for word in words if word[0].islower()),
    )
