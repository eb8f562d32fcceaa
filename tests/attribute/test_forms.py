"""Statements that their form alone tells."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Span
from sayso.attribute.decode import Found
from sayso.attribute.forms import SCORE, with_forms

TRANSCRIPT = """REED: Is the quay closed?

BYRNE: It is. The ministry said so.

REED: Since when?

BYRNE: Since Monday.

The interview was cut."""


def words(found, text):
    """Source, cue and content of each in words, and its score."""
    return [
        (*(" … ".join(s.of(text) for s in part) for part in (one.source, one.cue, one.content)), one.score)
        for one in found
    ]


def test_turns_of_a_transcript():
    """Each turn is its speaker's, to the end of its line."""
    assert words(with_forms([], TRANSCRIPT), TRANSCRIPT) == [
        ("REED", ":", "Is the quay closed?", SCORE),
        ("BYRNE", ":", "It is. The ministry said so.", SCORE),
        ("REED", ":", "Since when?", SCORE),
        ("BYRNE", ":", "Since Monday.", SCORE),
    ]


def test_turn_of_several_paragraphs():
    """A turn in quotation marks goes on with the next line that opens with one, stage notes left out."""
    text = '"REED: Why?\n"BYRNE: I saw it.\n"All of it.\n"(CROSSTALK)\n"REED: When?\n"BYRNE: Then.\nThey left.'
    assert [content for _, _, content, _ in words(with_forms([], text), text)] == [
        "Why?",
        'I saw it.\n"All of it.',
        "When?",
        "Then.",
    ]


def test_labels_that_are_no_turns():
    """A few words in capitals before colons make no transcript, nor do the notes of an outlet."""
    few = "WATCH: The quay.\nUPDATE: It is closed.\nWATCH: The pier.\nUPDATE: It is open.\nCORRIN: A town."
    assert with_forms([], few) == []


def test_signed_quotations():
    """A dash and a name at the end of the line sign the quotation before."""
    text = "“We go.” ― Ada Byrne\n“We stay, as she does.”—Tom Reed, of Port Ada.\n“No” – and then they left the quay.\n"
    assert words(with_forms([], text), text) == [
        ("Ada Byrne", "―", "“We go.”", SCORE),
        ("Tom Reed, of Port Ada", "—", "“We stay, as she does.”", SCORE),
    ]


def test_signed_line_with_marks_within_marks():
    """A line that opens with a mark and is mostly quoted is one quotation; of another only the last part is."""
    one = "“She sang ‘We go’ and left the quay for good.” And that was “the whole truth.” ― Ada Byrne"
    two = "“No,” said the mayor of Corrin after a long day in the council of the harbour. “Yes.” ― Ada Byrne"
    found = [with_forms([], text)[0].content[0].of(text) for text in (one, two)]
    assert found == ["“She sang ‘We go’ and left the quay for good.” And that was “the whole truth.”", "“Yes.”"]


def test_findings_inside_a_turn_stay():
    """What lies within a turn is a statement within the statement; what claims words of two turns is dropped."""

    def found(source, content):
        begin = TRANSCRIPT.index(content)
        at = TRANSCRIPT.index(source)
        return Found((Span(at, at + len(source)),), (), (Span(begin, begin + len(content)),), 0.9)

    inside = found("The ministry", "so")
    across = found("REED", "It is. The ministry said so.\n\nREED: Since")
    assert inside in with_forms([inside, across], TRANSCRIPT)
    assert across not in with_forms([inside, across], TRANSCRIPT)


@given(st.text(st.sampled_from('AB: \n“”"―(x')))
def test_any_text(text):
    """Every span has words and lies in the text, and forms never add to what has none."""
    for one in with_forms([], text):
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
