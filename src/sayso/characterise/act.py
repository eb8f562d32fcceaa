"""What a source does with a content: asserts it, believes it, knows it, or wants it (PDTB, Prasad et al. 2007)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from sayso.article import Span
from sayso.attribution import Act, Quotation
from sayso.characterise.cues import A_WISH, AUXILIARIES, ONE_AS, ONE_TO_DO, RECORDS, SENSES, TO_DO, Sense

_WORD = re.compile(r"'?[^\W\d_]+")
_MARKS = "“”„«»\"'`‘’ \u00a0"
_REACH = 80
"""Characters of a content that are looked at."""
_FARTHEST = 6
"""Words that may name who is told to do something: "told the residents of the old town to leave"."""

# What stands between a verb and its preposition without changing either: "called on Monday for".
_ADVERBS = {"again", "also", "once", "more", "now", "instead", "even", "still", "just"}
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
# What after "to" shows that no infinitive follows.
_DETERMINERS = {
    *("a", "an", "the", "his", "her", "their", "its", "our", "my", "your", "this", "that", "these", "those"),
    *("him", "them", "me", "us", "you", "it", "all", "both", "any", "some", "each", "every", "one", "two", "three"),
    *("no", "what", "whom", "which", "reporters", "journalists"),
}
_BEGIN_CLAUSES = {
    *("that", "if", "whether", "how", "why", "what", "when", "where", "who", "which", "because", "about"),
    *("i", "he", "she", "they", "we", "is", "are", "was", "were", "has", "have", "had"),
    *("will", "would", "can", "could", "may", "might", "should", "must"),
}
_END_PHRASES = {"of", "by", "from", "in", "on", "for", "at", "with", "that", "which", "who"}


def act_of(
    text: str, *, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span], quotation: Quotation
) -> Act:
    """The type of an attribution, by its cue and by what the cue governs.

    A whole quoted sentence is an assertion whatever the cue ("he recalled"): the words were said. Else the first word
    of the cue that :mod:`sayso.characterise.cues` lists decides, weak ones last. A cue without a listed word, and an
    absent one, is an assertion, as four in five attributions of PolNeAR are. Negation does not count: who does not want
    a thing is asked for by the same word as who wants it, and PDTB keeps polarity apart from type.

    Args:
        text: The article's text.
        source: Who it is; a poll or a report only asserts.
        cue: May be empty.
        content: May be empty.
        quotation: How the content is quoted.

    Example:
        >>> text = "The mayor told the crews to leave."
        >>> act_of(text, source=[Span(0, 9)], cue=[Span(10, 14)], content=[Span(25, 33)], quotation=Quotation.INDIRECT)
        <Act.EVENTUALITY: 'eventuality'>
    """
    if quotation is Quotation.DIRECT and _is_sentence(text, content):
        return Act.ASSERTION
    act = _act_of_words(_words(text, cue), _governed(text, cue, content))
    return Act.ASSERTION if act in (Act.BELIEF, Act.FACT) and _is_record(_words(text, source)) else act


def _is_sentence(text: str, content: Sequence[Span]) -> bool:
    """Whether the content begins as a sentence does, or as one whose beginning was cut."""
    begins = content[0].of(text)[:_REACH].lstrip(_MARKS) if content else ""
    return begins[:1].isupper() or begins.startswith(("…", "..."))


def _words(text: str, spans: Sequence[Span]) -> list[str]:
    return [word for span in spans for word in _WORD.findall(span.of(text).replace("’", "'"))]


def _governed(text: str, cue: Sequence[Span], content: Sequence[Span]) -> list[str]:
    """The first words of the content after the cue, and the word between the two where it is the only one."""
    end = cue[-1].end if cue else len(text)
    following = next((span for span in content if span.start >= end), None)
    if following is None:
        return []
    between = _words(text, [Span(end, min(following.start, end + _REACH))])
    begins = Span(following.start, min(following.end, following.start + _REACH))
    return [*(between if len(between) == 1 else ()), *_words(text, [begins])]


def _act_of_words(cue: Sequence[str], governed: Sequence[str]) -> Act:
    weak: Act | None = None
    words = [word.lower() for word in cue]
    for i, word in enumerate(words):
        if sense := SENSES.get(word):
            act = _act_in_context(sense, words[:i], [*cue[i + 1 :], *governed])
            if not sense.weak:
                return act
            weak = weak or act
    return weak or Act.ASSERTION


def _act_in_context(sense: Sense, before: Sequence[str], after: Sequence[str]) -> Act:
    auxiliaries = {AUXILIARIES[word] for word in before if word in AUXILIARIES}
    for auxiliary, act in sense.preceded.items():
        if auxiliary in auxiliaries:
            return act
    for what, act in sense.followed.items():
        if _begins_with(what, after):
            return act
    return sense.act


def _begins_with(what: str, after: Sequence[str]) -> bool:
    """Whether *after* begins with what a key of :attr:`Sense.followed` stands for."""
    if what == TO_DO:
        return _is_infinitive(after[1:] if after[:1] in (["not"], ["never"]) else after)
    if what == ONE_TO_DO:
        near = _before_clause(after, _FARTHEST + 2)
        return any(_is_infinitive(pair) for pair in itertools.pairwise(near))
    if what == ONE_AS:
        return "as" in _before_clause(after, _FARTHEST)
    if what == A_WISH:
        near = _before_clause(after, _FARTHEST)
        return any(_is_wanted(word, near[i + 1 :]) for i, word in enumerate(near))
    return what == _next(after)


def _is_wanted(word: str, after: Sequence[str]) -> bool:
    sense = SENSES.get(word.lower())
    return sense is not None and not sense.weak and _act_in_context(sense, (), after) is Act.EVENTUALITY


def _is_infinitive(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0] == "to" and words[1].islower() and words[1] not in _DETERMINERS


def _before_clause(after: Sequence[str], most: int) -> list[str]:
    """The words up to the first that begins a clause."""
    return list(itertools.takewhile(lambda word: word.lower() not in _BEGIN_CLAUSES, after[:most]))


def _next(after: Sequence[str]) -> str:
    """The next word but for adverbs and a weekday with its "on", in lower case; empty where there is none."""
    words = [word.lower() for word in after]
    for word, second in itertools.zip_longest(words, words[1:], fillvalue=""):
        on_a_day = word in _DAYS or (word == "on" and second in _DAYS)
        if not (on_a_day or word in _ADVERBS or word.endswith("ly")):
            return word
    return ""


def _is_record(source: Sequence[str]) -> bool:
    """Whether a document stands before the first preposition of the source, and is no one's ("the report's author")."""
    words = [word.lower() for word in source]
    noun = list(itertools.takewhile(lambda word: word not in _END_PHRASES, words))
    return any(word in RECORDS and words[i + 1 : i + 2] != ["'s"] for i, word in enumerate(noun))
