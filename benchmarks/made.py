"""Any number of articles, made by recombining the sentences of the sample story, with what sources say in them.

Articles come in events: most of one to twenty articles, one in a hundred of some hundreds. Of an event's articles the
first is an agency's; two fifths cut its text, one fifth takes a paragraph of it, the others word it in their own way.
Each event has words, names and statements of its own; each paper prints a sentence of its own under everything.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import itertools
import random
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files

from benchmarks.said import Said, what_is_said
from sayso.article import Article
from sayso.attribution import Attribution

_SMALL, _LARGE = (1, 20), (100, 400)
_LARGE_EVERY = 100
_CUT, _PARTLY = 0.4, 0.6
_SENTENCES = 14
_STATEMENTS = 4
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
    made = (article for event in itertools.count() for article in _event(event))
    return itertools.islice(made, number)


def _event(number: int) -> Iterator[Article]:
    draw = random.Random(number)
    size = draw.randint(*(_LARGE if number % _LARGE_EVERY == _LARGE_EVERY // 2 else _SMALL))
    place = _name(draw)
    pool = what_is_said(draw, place, [_name(draw) for _ in range(4)], [_sentence(draw).rstrip(".") for _ in range(4)])
    wire: list[str | Said] = [*(_sentence(draw) for _ in range(_SENTENCES)), *draw.sample(pool, _STATEMENTS)]
    draw.shuffle(wire)
    date = (_FIRST_DAY + datetime.timedelta(days=number // _EVENTS_A_DAY)).isoformat()
    for at in range(size):
        parts = _parts(wire, pool, at / size, draw)
        outlet = draw.randrange(_OUTLETS)
        parts.append(_sentence(random.Random(f"outlet {outlet}")))
        yield _article(f"{number}.{at}", parts, f"Paper {outlet}", date)


def _parts(wire: Sequence[str | Said], pool: Sequence[Said], at: float, draw: random.Random) -> list[str | Said]:
    """What one article of an event is made of, by where it stands among them, from 0 to 1."""
    if at < _CUT:
        return [part for part in wire if at == 0 or draw.random() < 0.7]
    kept = 3 if at < _PARTLY else 0
    plain = [part for part in wire[kept:] if isinstance(part, str)]
    own = [_reworded(sentence, draw) for sentence in plain]
    return [*wire[:kept], *own, *draw.sample(pool, draw.randint(1, _STATEMENTS))]


def _article(name: str, parts: Sequence[str | Said], outlet: str, date: str) -> Article:
    text, attributions = "", list[Attribution]()
    for part in parts:
        start = len(text) + bool(text)
        if isinstance(part, Said):
            attributions.append(part.attribution(f"{name}.{len(attributions) + 1}", start))
        text = f"{text} {part.sentence if isinstance(part, Said) else part}".lstrip()
    return Article(name, text, outlet=outlet, date=date, attributions=tuple(attributions))


def _name(draw: random.Random) -> str:
    return " ".join(_other("Name", draw) for _ in range(2))


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
