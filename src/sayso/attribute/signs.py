"""What speaks for an attribution, and how likely that makes it: a human reader would have marked the same."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np

from sayso.attribute.arrays import Floats
from sayso.attribute.links import BEGIN_CONTENT, BEGIN_SOURCE, CONTENT, OUTSIDE, SOURCE
from sayso.attribute.tokens import Tokens

NO_SIGNS = np.zeros(20, dtype=np.float32)
"""For a candidate without a content, which is none."""

DIRECT = 0.9
"""Share of a content inside quotation marks above which PolNeAR's scorer calls it direct."""

Ranges = Sequence[tuple[int, int]]


@dataclasses.dataclass(frozen=True, slots=True)
class Parts:
    """A cue with its source, at most one range, and content: first and last token of each, inclusive."""

    source: Ranges
    cue: tuple[int, int]
    content: Ranges


def signs_of(parts: Parts, tokens: Tokens, cue_chances: Floats, chances: Floats) -> Floats:
    """The network's certainty of each part, and the form that certain errors take.

    Args:
        parts: With a content. Its tokens are counted from [CLS].
        tokens: The word pieces of the window, without [CLS].
        cue_chances: Probability of each cue tag. Shape ``(tokens, 3)``.
        chances: Probability of each link tag. Shape ``(tokens, TAGS)``.

    Returns:
        Log odds of the cue, of the content (its expected Jaccard overlap with what a reader marks) and of the source
        (which may be none), their squares and two products; log odds of where cue and content begin and end; lengths;
        distances; quotation; headline. Shape ``(20,)``.
    """
    (first, last), source, content = parts.cue, parts.source, parts.content
    inside = np.concatenate([np.arange(a, b + 1) for a, b in content])
    in_cue = 1 - cue_chances[first : last + 1, OUTSIDE]
    main = _log_odds(in_cue.mean(), _overlap(inside, chances), _source_chance(source, chances))
    edges = _log_odds(
        in_cue.min(),
        cue_chances[first, 1],
        min(chances[a, BEGIN_CONTENT] for a, _ in content),
        min(1 - chances[min(b + 1, len(chances) - 1), CONTENT] for _, b in content),
    )
    quoted = tokens.quoted[inside - 1].mean()
    form = [
        bool(source),
        np.log1p(len(inside)),
        np.log(last - first + 1),
        np.log1p(_distance(parts.cue, content)),
        np.log1p(_distance(parts.cue, source)),
        quoted,
        quoted > DIRECT,
        tokens.in_title[first - 1],
    ]
    products = [main[0] * main[1], main[1] * main[2]]
    signs: Floats = np.concatenate([main, main**2, products, edges, form]).astype(np.float32)
    return signs


def score_of(signs: Floats, calibration: Floats) -> float:
    """Calibrated probability, in ``(0, 1)``: a logistic regression on the signs (Platt 1999)."""
    return float(1 / (1 + np.exp(-(calibration[:-1] @ signs + calibration[-1]))))


def _log_odds(*chances: float) -> Floats:
    odds = np.clip(np.array(chances, dtype=np.float32), 0.001, 0.999)
    log_odds: Floats = np.log(odds / (1 - odds))
    return log_odds


def _overlap(inside: np.ndarray[tuple[int], np.dtype[np.int64]], chances: Floats) -> float:
    """Expected share of what is in this content or in the reader's that is in both."""
    content = chances[:, BEGIN_CONTENT] + chances[:, CONTENT]
    missed = content.sum() - content[inside].sum()
    return float(content[inside].sum() / (len(inside) + missed))


def _source_chance(source: Ranges, chances: Floats) -> float:
    """Probability of the source's surest token; where there is none, that no token is one."""
    chance = chances[:, BEGIN_SOURCE] + chances[:, SOURCE]
    return float(max(chance[a : b + 1].max() for a, b in source) if source else 1 - chance.max())


def _distance(cue: tuple[int, int], ranges: Ranges) -> int:
    """Tokens from the cue to the nearest of *ranges*; 0 where there is none."""
    return min((max(cue[0] - b, a - cue[1]) for a, b in ranges), default=0)
