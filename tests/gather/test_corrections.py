"""The note in which an outlet says what it corrected is found word for word, and an update is none."""

import time

import pytest

from sayso.gather.corrections import correction_in

BODY = "The bridge stays closed until the autumn, the mayor said on Monday."


@pytest.mark.parametrize(
    "note",
    [
        "Correction: The bridge has nine piers, not ten.",
        "CORRECTION — The mayor spoke on Monday.",
        "Correction (May 13): The mayor spoke on Monday.",
        "Correction, May 13, 2026: The mayor spoke on Monday.",
        "Corrections & clarifications: The mayor spoke on Monday.",
        "*Clarification: The office is the harbour office.",
        "An earlier version of this article misspelled the name of the mayor.",
        "*An earlier version of this report said the bridge had ten piers.",
        "Editor’s note: The previous version of this story gave the wrong day.",
        "This article was amended on 13 May 2026 to correct the number of piers.",
        "This story has been corrected.",
    ],
)
def test_note_is_found_whole(note):
    """The forms that newspapers use, at the end and at the head of the text."""
    assert correction_in(f"{BODY}\n\n{note}\n") == note
    assert correction_in(f"{note}\n\n{BODY}") == note


@pytest.mark.parametrize(
    "line",
    [
        "The Department of Correction said the bridge would stay closed.",
        "Correction officers closed the bridge.",
        "This story has been updated.",
        "Update: The bridge is open again.",
        "An earlier version of this bill was rejected.",
        "He cited an earlier version of the report.",
        "A market correction: shares fell by a tenth.",
        "",
    ],
)
def test_other_lines_are_no_note(line):
    """Updates, corrections of other things and the word alone are no note."""
    assert correction_in(f"{BODY}\n\n{line}") is None


def test_several_notes_are_kept_together():
    """Each note is a paragraph of its own."""
    notes = ["Correction: It has nine piers.", "Clarification: It is the east bridge."]
    assert correction_in("\n\n".join([BODY, *notes])) == "\n\n".join(notes)


@pytest.mark.parametrize("unit", ["Correction ", "an earlier version of ", "\u00a0*", "correction and ", "a\n", "(("])
def test_search_is_linear(unit):
    """A megabyte made to keep the expressions busy takes no longer than any other."""
    text = unit * (1_000_000 // len(unit))
    began = time.process_time()
    correction_in(text)
    correction_in("\n".join(text[i : i + 1_400] for i in range(0, len(text), 1_400)))
    assert time.process_time() - began < 3
