"""Direct speech in a text without quotation marks, where scraping ate them: first person and tense decide.

What the rules ask was found by taking the marks out of texts that have them (FA-KES and PolNeAR, 7,800 statements). A
content before its cue was a quotation 96 times in 100 if it is in the first person, 74 if it has what else only speech
has ("dont", "you", a second sentence; 95 in FA-KES, whose marks are lost most), 85 if a person and no body "said" it in
the present tense. After its cue, a first person was quoted 64 times in 100.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.article import Span
from sayso.attribute.quotes import quoted_spans
from sayso.characterise.clause import main_clause
from sayso.characterise.parts import Parts
from sayso.characterise.terms import listed

# Case tells "us" from "US" and "Ill" (I'll) from "ill".
_FIRST_PERSON = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|us|[Oo]ur|[Oo]urs|[Oo]urselves|Im|Ive|Ill(?!-)|[Ww]eve)\b"
)
# At the start of a statement that was "We're".
_WERE = re.compile(r"Were(?=\s(?!(?:not|the|there|they|you|it|he|she)\b))")
_SPEECH = re.compile(
    r"\b(?:(?:[Dd]o|[Dd]oes|[Dd]id|[Cc]a|[Cc]ould|[Ww]o|[Ii]s|[Aa]re|[Ww]as|[Hh]ave|[Hh]as)nt|[Tt]hats|[Tt]heres|[Tt]heyre"
    r"|[Yy]ou|[Yy]our)\b|\w['’](?:t|ll|re|ve|m)\b|[?!]|\w\.\s(?P<next>[A-Z]\w*)"
)
_TERM_WORDS = 3
_SAID = listed("said told added explained continued commented replied wrote")
_COMMON = listed(
    "the a an this that these those there it he she they we i you in on at if when what who why how all some many"
    " most no not now our my its his her their yes and but as after before since for with by to from"
)
_PRESENT = listed(
    "is are am has have do does can will isn't aren't hasn't haven't don't doesn't can't won't cannot isnt arent dont"
    " doesnt cant wont hasnt havent"
)


def marks_speech(text: str) -> bool:
    """Whether quotation marks in *text* enclose more than single words somewhere: a term in marks proves no quotation.

    Example:
        >>> marks_speech("“We saw the smoke,” she said."), marks_speech("We saw the so-called “depot”, she said.")
        (True, False)
    """
    return any(len(span.of(text).split()) > _TERM_WORDS for span in quoted_spans(text))


def speech_without_marks(parts: Parts) -> Span | None:
    """The words by which a content shows itself as somebody's own words; ``None`` where it is a report.

    For an article whose text :func:`marks_speech` nowhere; what is partly quoted cannot be told from it.
    """
    return next((span for run in _runs(parts.content) if (span := _speech(parts, run))), None)


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Numbers that follow on each other, together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _speech(parts: Parts, run: Sequence[int]) -> Span | None:
    """The words by which a stretch of the content is somebody's own words; ``None`` where it is a report."""
    words = parts.words
    if not parts.cue or "that" in words.lower[max(0, run[0] - 1) : run[0] + 1]:
        return None
    stretch = words.span(run[0], run[-1])
    if found := _FIRST_PERSON.search(words.text, stretch.start, stretch.end) or _WERE.match(words.text, stretch.start):
        return Span(*found.span())
    if run[0] > parts.cue[0]:
        return _begins_anew(parts, run[0])
    if not words.ends_sentence(run[0] - 1):
        return None
    if found := _SPEECH.search(words.text, stretch.start, stretch.end):
        return Span(*found.span(found.lastgroup or 0))
    return _present_of_a_person(parts, run)


def _begins_anew(parts: Parts, first: int) -> Span | None:
    """A colon, a stop or a common word's capital right after "said": "he said This was planned"."""
    words = parts.words
    capital = words.lower[first] in _COMMON and words.text[words.starts[first]].isupper()
    after_said = first - 1 in parts.cue
    # After a stop only speech that begins there: "she said. The fleet is new." may go on in the outlet's voice.
    marks = {":", "."} if first == parts.content[0] else {":"}
    after_mark = first - 2 in parts.cue and words.lower[first - 1] in marks
    return words.span(first, first) if _says(parts) and (after_mark or (after_said and capital)) else None


def _present_of_a_person(parts: Parts, run: Sequence[int]) -> Span | None:
    """The main verb, in the present before "said": a report would have put it into the past."""
    lower = parts.words.lower
    verbs = main_clause([lower[i] for i in run]).verbs
    if _says(parts) and verbs and lower[run[verbs[0]]] in _PRESENT and _person(parts):
        return parts.words.span(run[verbs[0]], run[verbs[0]])
    return None


def _says(parts: Parts) -> bool:
    """Whether the cue is a plain "said" in the past."""
    return any(parts.words.lower[i] in _SAID for i in parts.cue)


def _person(parts: Parts) -> bool:
    """Whether a person rather than a body speaks, as far as the form of the source tells."""
    words = parts.words
    if not parts.source:
        return False
    names = [words.text[words.starts[i]] for i in parts.source]
    return (
        words.lower[parts.source[0]] in {"he", "she"}
        or any(words.lower[i] == "told" for i in parts.cue)
        or parts.source[0] > parts.cue[0]
        or all(letter.isupper() for letter in names)
    )
