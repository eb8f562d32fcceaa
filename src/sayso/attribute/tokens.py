"""Text as the encoder sees it: word pieces with their offsets and what the lower-cased pieces have lost."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Sequence
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from sayso.article import Span
from sayso.attribute.arrays import Bools, Ints
from sayso.attribute.quotes import Quoted, quoted_stretches, with_curly_marks

FEATURES = 54
"""Number of feature ids: title (2) x break (3) x case (3) x quotation (3)."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclasses.dataclass(frozen=True, slots=True)
class Tokens:
    """The word pieces of one text, without [CLS] and [SEP].

    Args:
        ids: Vocabulary ids. Shape ``(tokens,)``.
        offsets: Start and end in code points, half-open, ascending. Shape ``(tokens, 2)``.
        features: What stands around the piece, see :func:`features_of`. Shape ``(tokens,)``.
        continues: Whether the piece goes on with the word of the piece before it. Shape ``(tokens,)``.
        begins_line: Whether a line break stands before the piece. Shape ``(tokens,)``.
    """

    ids: Ints
    offsets: Ints
    features: Ints
    continues: Bools
    begins_line: Bools

    @property
    def quoted(self) -> Bools:
        """Whether the piece stands inside quotation marks. Shape ``(tokens,)``."""
        inside: Bools = self.features % 3 > 0
        return inside

    @property
    def in_title(self) -> Bools:
        """Whether the piece stands in the headline. Shape ``(tokens,)``."""
        inside: Bools = self.features >= FEATURES // 2
        return inside

    def __getitem__(self, window: slice) -> Tokens:
        """The pieces of one window."""
        return Tokens(*(getattr(self, field.name)[window] for field in dataclasses.fields(self)))


@functools.cache
def tokenizer() -> Tokenizer:
    """The uncased WordPiece tokenizer of MiniLM, from the package."""
    with as_file(files("sayso.attribute") / "model" / "tokenizer.json") as path:
        tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def tokens_of(text: str, title: Span | None = None) -> Tokens:
    """Cut *text* into word pieces; none for a text without visible characters.

    A lone surrogate, which UTF-8 cannot carry, is read as U+FFFD, so that offsets hold.
    """
    quoted = quoted_stretches(text)
    readable = _LONE_SURROGATE.sub("\ufffd", with_curly_marks(text, quoted))
    encoding: Any = tokenizer().encode(readable, add_special_tokens=False)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    ids = np.asarray(encoding.ids, dtype=np.int64)
    breaks = _breaks(text, offsets)
    features = features_of(text, offsets, breaks, title, quoted)
    return Tokens(ids, offsets, features, _inside_words()[ids], breaks > 0)


@functools.cache
def _inside_words() -> Bools:
    """For each vocabulary id, whether it is a piece from within a word. Shape ``(vocabulary,)``."""
    vocabulary = tokenizer().get_vocab()
    inside = np.zeros(max(vocabulary.values()) + 1, dtype=np.bool_)
    inside[[i for piece, i in vocabulary.items() if piece.startswith("##")]] = True
    return inside


def features_of(text: str, offsets: Ints, breaks: Ints, title: Span | None, quoted: Sequence[Quoted]) -> Ints:
    """One id in ``[0, 54)`` per token: in the title, after a line break, its case, inside quotation marks.

    Lower-casing loses names, WordPiece loses paragraphs, and a window may begin inside a quotation: the features give
    these back to the encoder.

    Args:
        text: The text that the offsets point into.
        offsets: Shape ``(tokens, 2)``.
        breaks: Line breaks before each piece, at most two. Shape ``(tokens,)``.
        title: Where the headline stands, if it does.
        quoted: What stands in quotation marks.

    Returns:
        Shape ``(tokens,)``.
    """
    starts, ends = offsets[:, 0], offsets[:, 1]
    in_title = np.zeros(len(offsets), dtype=np.int64)
    if title is not None:
        in_title = ((starts >= title.start) & (ends <= title.end)).astype(np.int64)
    case = np.fromiter((_case(text[a:b]) for a, b in offsets.tolist()), np.int64, len(offsets))
    return ((in_title * 3 + breaks) * 3 + case) * 3 + _quotation(quoted, starts)


def _breaks(text: str, offsets: Ints) -> Ints:
    """Line breaks before each piece, at most two; two before the first. Shape ``(tokens,)``."""
    ends = offsets[:-1, 1].tolist()
    gaps = zip(ends, offsets[1:, 0].tolist(), strict=True)
    counts = [2, *(min(2, text.count("\n", a, b)) for a, b in gaps)]
    return np.array(counts[: len(offsets)], dtype=np.int64)


def _case(piece: str) -> int:
    """0 lower or no letter, 1 capitalised, 2 all capitals."""
    if not piece[:1].isupper():
        return 0
    return 2 if len(piece) > 1 and piece.isupper() else 1


def _quotation(quoted: Sequence[Quoted], starts: Ints) -> Ints:
    """0 outside quotation marks, 1 inside, 2 the first piece inside. Shape ``(tokens,)``."""
    if not quoted:
        return np.zeros(len(starts), dtype=np.int64)
    begins = np.array([one.inside.start for one in quoted])
    ends = np.array([one.inside.end for one in quoted])
    index = np.searchsorted(begins, starts, side="right") - 1
    inside = (index >= 0) & (starts < ends[index])
    first = inside & np.concatenate([[True], index[1:] != index[:-1]])
    states: Ints = inside.astype(np.int64) + first
    return states
