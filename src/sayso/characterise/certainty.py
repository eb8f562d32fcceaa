"""How the text puts a content: asserted, hedged, predicted, demanded, denied, or as a question.

The cue decides where it says so ("denied", "urged", "expects"); else the content's own main clause ("will", "may").
A hedge in a subordinate clause leaves the whole asserted, and so does "not" in the content: "did not attack" is
asserted.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution import Certainty
from sayso.characterise import certainty_words as lexicon
from sayso.characterise.clause import BE, IS_ATTACHED, MainClause, main_clause
from sayso.characterise.inflection import verb_forms
from sayso.characterise.parts import Found, Parts

Trigger = tuple[int, Certainty]
"""How many words colour a clause, and how."""

_ASK, _TELL, _WARN, _DOUBT = (frozenset(verb_forms(verb)) for verb in ("ask", "tell", "warn", "doubt"))
_REQUEST_REACH = 10
_ADVERB_REACH = 2
_FIRST_PERSON_REACH = 3


def certainty_of(parts: Parts) -> Found[Certainty] | None:
    """How the content is put and the words that say so; ``None`` where it is asserted."""
    cue = _of_cue(parts)
    # Who believes that something will happen predicts it; who doubts it does not.
    if cue and (cue.value is not Certainty.HEDGED or cue.span.of(parts.words.text).lower() in _DOUBT):
        return cue
    return _question(parts) or _of_clause(parts) or cue


def _of_cue(parts: Parts) -> Found[Certainty] | None:
    hit = parts.term(lexicon.CUES)
    if hit is None:
        return _of_telling(parts) or _hearsay(parts) or _of_own_words(parts)
    number, found = hit
    if found.value is Certainty.QUESTION and parts.words.lower[number] in _ASK:
        return Found(_asked(parts), found.span)
    if found.value is Certainty.DENIED and parts.negated(number):
        # What somebody does not rule out may be; what somebody does not deny is not put less surely for that.
        ruled_out = " " in found.span.of(parts.words.text)
        return Found(Certainty.HEDGED, found.span) if ruled_out else None
    return found


def _asked(parts: Parts) -> Certainty:
    """Asked whether, or asked to."""
    after = [number for number in parts.content if number > parts.cue[0]]
    near = [parts.words.lower[i] for i in after[:_REQUEST_REACH]]
    asked_to = "to" in near and near[0] not in lexicon.QUESTION_WORDS
    return Certainty.DEMANDED if asked_to else Certainty.QUESTION


def _of_telling(parts: Parts) -> Found[Certainty] | None:
    """Told to leave, warned of raids: by the form of the content, words of telling may demand or predict it."""
    lower = parts.words.lower
    number = next((number for number in parts.cue if lower[number] in _TELL | _WARN), None)
    if number is None or not parts.content:
        return None
    span = parts.words.span(number, number)
    if parts.first_word == "to":
        return Found(Certainty.DEMANDED, span)
    names_a_thing = lower[number] in _WARN and not main_clause([lower[i] for i in parts.content]).verbs
    return Found(Certainty.PREDICTED, span) if names_a_thing else None


def _hearsay(parts: Parts) -> Found[Certainty] | None:
    """Said, but by nobody: "is said to be", "the reported raid"."""
    hit = None if parts.source else parts.term(lexicon.HEARSAY)
    if hit is None:
        return None
    number, found = hit
    word, before = parts.words.lower[number], parts.words.lower[max(0, number - 1) : number]
    attributive = word in lexicon.OPINIONS or (word.endswith("ed") and lexicon.BEFORE_A_PARTICIPLE.issuperset(before))
    return Found(Certainty.HEDGED, found.span) if attributive or parts.passive(number) else None


def _of_own_words(parts: Parts) -> Found[Certainty] | None:
    """What a cue word does where it was taken into the content: "said it believes", "issued a statement urging"."""
    begins = parts.content[parts.first_word == "that" :][:2]
    lower = [parts.words.lower[i] for i in begins]
    if lower and lower[0].endswith("ing") and (found := lexicon.CUES.at(lower, 0)):
        return Found(found[1], parts.words.span(begins[0], begins[found[0] - 1]))
    if len(lower) == 2 and lower[0] in lexicon.SELVES and lexicon.OWN_BELIEFS.at(lower, 1):
        return Found(Certainty.HEDGED, parts.words.span(begins[0], begins[1]))
    return None


def _question(parts: Parts) -> Found[Certainty] | None:
    """Whether the first sentence of the content ends in a question mark, which may stand just behind it."""
    sentence = parts.first_sentence
    if not sentence:
        return None
    for number in (sentence[-1], sentence[-1] + 1):
        if parts.words.lower[number : number + 1] == ["?"]:
            return Found(Certainty.QUESTION, parts.words.span(number, number))
    return None


def _of_clause(parts: Parts) -> Found[Certainty] | None:
    """What the content's main clause says: its first word that colours it."""
    sentence = parts.first_sentence
    lower = [parts.words.lower[i] for i in sentence]
    clause = main_clause(lower)
    for place in clause.words:
        if trigger := _trigger(lower, clause, place):
            length, value = trigger
            return Found(value, parts.words.span(sentence[place], sentence[place + length - 1]))
    return None


def _trigger(lower: Sequence[str], clause: MainClause, place: int) -> Trigger | None:
    """What colours the clause at *place*."""
    if place == 0 and lower[place] in lexicon.IMPERATIVES:
        return 1, Certainty.DEMANDED
    return _verb(lower, place) if place in clause.verbs else _word(lower, clause, place)


def _verb(lower: Sequence[str], place: int) -> Trigger | None:
    """What a finite verb says."""
    word = lower[place]
    if word == "would" and _next(lower, place) in lexicon.WISHES:
        return 2, Certainty.DEMANDED
    if word in lexicon.MODALS:
        return None if _is_no_modal(lower, place) else (1, lexicon.MODALS[word])
    if word.endswith("'ll"):
        return 1, Certainty.PREDICTED
    leads_on = word in BE | IS_ATTACHED | lexicon.HAVE or word.endswith(("'re", "'m", "'ve"))
    return (_predicate(lower, place) if leads_on else None) or lexicon.VERBS.at(lower, place)


def _word(lower: Sequence[str], clause: MainClause, place: int) -> Trigger | None:
    """What any other word says."""
    word, after = lower[place], _next(lower, place)
    if word in lexicon.LOST_IS:
        return _predicate(lower, place)
    if word in lexicon.ADVERBS and not after.endswith("ing"):
        return _adverb(clause, place)
    if word in {"i", "we"}:
        return _first_person(lower, place)
    if word in lexicon.PRELIMINARY and after in lexicon.FINDINGS:
        return 2, Certainty.HEDGED
    return lexicon.VERBS.at(lower, place)


def _next(lower: Sequence[str], place: int) -> str:
    return lower[place + 1] if place + 1 < len(lower) else ""


def _is_no_modal(lower: Sequence[str], place: int) -> bool:
    """The month of May, "may God help", the will of the people, "could hear" and "could not"."""
    word, before, after = lower[place], lower[place - 1] if place else "", _next(lower, place)
    if word == "may":
        return not place or before in lexicon.BEFORE_A_MONTH or before.isdigit() or after.isdigit()
    if word == "will":
        return before in lexicon.BEFORE_A_NOUN
    return word == "could" and (after in lexicon.SENSES or after == "not")


def _predicate(lower: Sequence[str], place: int) -> Trigger | None:
    """What a form of "be" leads to, over adverbs: "is now likely to"."""
    end = place + 1
    while end < len(lower):
        if found := lexicon.PREDICATES.at(lower, end):
            length, value = found
            return end + length - place, value
        if lower[end] not in lexicon.PASSED_OVER and not lower[end].endswith("ly"):
            return None
        end += 1
    return None


def _adverb(clause: MainClause, place: int) -> Trigger | None:
    """An adverb colours the main verb from before it or close behind it: in "a van allegedly full" it does not."""
    before = [verb for verb in clause.verbs if verb < place]
    return (1, Certainty.HEDGED) if not before or place - before[-1] <= _ADVERB_REACH else None


def _first_person(lower: Sequence[str], place: int) -> Trigger | None:
    """What the speaker thinks or wants: "I think", "we do not expect"."""
    for verb in range(place + 1, min(place + 1 + _FIRST_PERSON_REACH, len(lower))):
        if found := lexicon.FIRST_PERSON.at(lower, verb):
            return verb + found[0] - place, found[1]
        if lower[verb] not in lexicon.PASSED_OVER:
            return None
    return None
