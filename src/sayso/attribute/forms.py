"""Statements that their form alone tells: a speaker's turn in a transcript, a signature after a quotation.

The network reads sentences; here there are none to read: "BYRNE: We go." or "“We go.” ― Ada Byrne".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.article import Span
from sayso.attribute.decode import Found
from sayso.attribute.quotes import Quoted, quoted_stretches

SCORE = 0.86
"""Of 50 such statements in PolNeAR's train and dev parts readers marked 43."""

_TURN = re.compile(r"^([“\"]?)([A-Z][A-Z.'’ -]{1,40}[A-Z])(:)[ \u00a0]+(?=\S)", re.MULTILINE)
_NO_SPEAKER = re.compile(r"(?:WATCH|UPDATE|RELATED|READ|SEE|NOTE|PHOTO|VIDEO|SOURCE|CORRECTION|EDITOR|MORE|LIVE)\b")
_TURNS = 4
"""Fewest turns of a transcript."""
_STAGE = re.compile(r"[“\"]?[(\[]")
_SIGNATURE = re.compile(
    r"([”\"])[ \u00a0]{0,3}(―|—|–|--)[ \u00a0]{0,3}([^\W\d_a-z][^\n“”\"―—]{1,80}?)[ \u00a0.]*(?=\n|\Z)"
)
_LONGEST_NAME = 8
_MOST = 0.5
"""Share of a signed line inside quotation marks, from which on all of it is the quotation."""


def with_forms(found: Sequence[Found], text: str) -> list[Found]:
    """What was found, and what the text's form tells; a finding that claims other words than the form does is dropped.

    Example:
        >>> [one] = with_forms([], "“We go.” ― Ada Byrne")
        >>> one.source[0].of("“We go.” ― Ada Byrne")
        'Ada Byrne'
    """
    forms = [*_turns(text), *_signed(text)]
    if not forms:
        return list(found)
    kept = [one for one in found if not any(_contradict(one, form) for form in forms)]
    return sorted([*kept, *forms], key=lambda one: (one.cue or one.content)[0])


def _turns(text: str) -> Iterator[Found]:
    """The turns of a transcript: lines that begin with a name in capitals and a colon, of which one comes back."""
    turns = [match for match in _TURN.finditer(text) if not _NO_SPEAKER.match(match[2])]
    speakers = Counter(match[2] for match in turns)
    if len(turns) < _TURNS or max(speakers.values()) < 2:
        return
    for match, following in zip(turns, [*(turn.start() for turn in turns[1:]), len(text)], strict=True):
        end = _end_of_turn(text, match, following)
        yield Found((Span(*match.span(2)),), (Span(*match.span(3)),), (Span(match.end(), end),), SCORE)


def _end_of_turn(text: str, turn: re.Match[str], following: int) -> int:
    """Where a turn ends: with its line, or the last of those that, like it, open with a quotation mark."""
    end = start = turn.end()
    for line in text[start:following].splitlines(keepends=True):
        goes_on = start == turn.end() or (turn[1] and line.startswith(turn[1]) and not _STAGE.match(line))
        if line.strip() and not goes_on:
            break
        end = start + len(line.rstrip()) if line.strip() else end
        start += len(line)
    return end


def _signed(text: str) -> Iterator[Found]:
    """Quotations that a dash and a name end, up to the end of the line."""
    quoted = quoted_stretches(text)
    starts = [one.opening.start for one in quoted]
    for signature in _SIGNATURE.finditer(text):
        first, last = (
            bisect_left(starts, text.rfind("\n", 0, signature.start()) + 1),
            bisect_left(starts, signature.start()),
        )
        start = _start_of_quotation(text, quoted[first:last], signature.end(1))
        if start is not None and len(signature[3].split()) <= _LONGEST_NAME:
            content = Span(start, signature.end(1))
            yield Found((Span(*signature.span(3)),), (Span(*signature.span(2)),), (content,), SCORE)


def _start_of_quotation(text: str, quoted: Sequence[Quoted], end: int) -> int | None:
    """Where the quotation that ends at *end* begins, of the stretches *quoted* of its line; ``None`` for none.

    It is the whole line if that opens with a quotation mark and is quoted for the most part: "“Some ‘say.” And that is
    “all.”" has marks within marks.
    """
    if not quoted:
        return None
    start = quoted[0].opening.start
    inside = sum(one.closing.end - one.opening.start for one in quoted)
    if _MOST * (end - start) < inside and not text[text.rfind("\n", 0, start) + 1 : start].strip():
        return start
    return quoted[-1].opening.start if quoted[-1].closing.start < quoted[-1].closing.end == end else None


def _contradict(one: Found, form: Found) -> bool:
    """Whether *one* has the cue of *form*, or shares words with its content without lying inside it, or is as long."""
    [inside], [cue] = form.content, form.cue
    if any(span.start < cue.end and cue.start < span.end for span in one.cue):
        return True
    shared = sum(max(0, min(s.end, inside.end) - max(s.start, inside.start)) for s in one.content)
    length = sum(span.end - span.start for span in one.content)
    return shared > 0 and (shared < length or 2 * length > inside.end - inside.start)
