"""The lists of cue words."""

from __future__ import annotations

import itertools

import pytest

from sayso import Act
from sayso.characterise import cues

LISTS = (cues.VERBS, cues.WEAK_VERBS, cues.NOUNS, cues.ADJECTIVES, cues.WEAK_ADJECTIVES)


def test_each_word_is_listed_once():
    """No word is in two lists, so that none depends on their order."""
    listed = [word for words in LISTS for lines in words.values() for word in " ".join(lines).split()]
    listed += [word for words, _ in (*cues.DEPENDING_VERBS, *cues.DEPENDING_FORMS) for word in words.split()]
    assert sorted(listed) == sorted(set(listed))


def test_no_form_has_two_acts():
    """No inflected form belongs to verbs of two acts."""
    forms = {act: {form for word in " ".join(lines).split() for form in cues.verb_forms(word)}
             for act, lines in cues.VERBS.items()}  # fmt: skip
    assert [one & other for one, other in itertools.combinations(forms.values(), 2) if one & other] == []


def test_no_list_hides_another():
    """A noun, an adjective or a weak verb says what its list says: no verb of another act has its form."""
    lists = [words for words in LISTS if words is not cues.VERBS]
    said = [(word, act) for words in lists for act, lines in words.items() for word in " ".join(lines).split()]
    assert [word for word, act in said if cues.SENSES[word].act is not act] == []


@pytest.mark.parametrize(
    ("form", "act"),
    [("stated", Act.ASSERTION), ("beliefs", Act.BELIEF), ("realized", Act.FACT), ("pledging", Act.EVENTUALITY)],
)
def test_forms(form, act):
    """A form is found by itself, whatever its ending."""
    assert cues.SENSES[form].act is act
