"""How sure a content is put, and by which words."""

import pytest


@pytest.mark.parametrize(
    ("marked", "certainty", "words"),
    [
        ("{The mayor} <said> [the bridge was closed].", "asserted", None),
        ("{The League} <denied> [that it had mined the road].", "denied", "denied"),
        ("{The minister} <has ruled out> [a truce].", "denied", "ruled out"),
        ("{Residents} <fear> [a second flood].", "predicted", "fear"),
        ("{The union} <vowed> [to strike again].", "predicted", "vowed"),
        ("{The envoy} <called> [for an inquiry].", "demanded", "called for"),
        ("{The envoy} <asked> [whether the road was open].", "question", "asked"),
        ("{The envoy} <asked> [the crews to leave].", "demanded", "asked"),
        ("{The police} <believe> [he drowned].", "hedged", "believe"),
    ],
)
def test_the_cue_decides(how, marked, certainty, words):
    """A cue that denies, asks, demands, predicts or believes says how its content is put; plain telling does not."""
    attribution, text_of = how(marked)
    assert (attribution.certainty, text_of(attribution.because.get("certainty"))) == (certainty, words)


@pytest.mark.parametrize(
    ("content", "certainty", "words"),
    [
        ("the ferry will sail on Monday", "predicted", "will"),
        ("the toll is expected to rise", "predicted", "is expected to"),
        ("the toll was now likely to rise", "predicted", "was now likely to"),
        ("the fire may have begun in the mill", "hedged", "may"),
        ("the fire reportedly began in the mill", "hedged", "reportedly"),
        ("the man is believed to have crossed the border", "hedged", "is believed"),
        ("preliminary figures put the dead at nine", "hedged", "preliminary figures"),
        ("the vents should be opened", "demanded", "should"),
        ("its necessary to open the vents", "demanded", "its necessary"),
        ("it was unclear who gave the order", "question", "was unclear"),
    ],
)
def test_the_main_clause_decides_under_said(how, content, certainty, words):
    """Under a plain "said" the content's own main verb, or an adverb beside it, says how it is put."""
    attribution, text_of = how(f"{{The mayor}} <said> [{content}].")
    assert (attribution.certainty, text_of(attribution.because.get("certainty"))) == (certainty, words)


@pytest.mark.parametrize(
    "content",
    [
        "the raids, which may go on, killed nine",
        "the raids which may go on killed nine",
        "a van allegedly carrying flour was stopped",
        "ten people were killed and the toll may rise",
        "the crews left because the dam could break",
        "the fire did not reach the mill",
        "they could not reach the mill",
        "the depot was hit in May",
        "they feared that the dam would break",
    ],
)
def test_a_hedge_elsewhere_leaves_the_whole_asserted(how, content):
    """What a subordinate or a second clause says does not colour the main one, nor does "not" or the month of May."""
    attribution, _ = how(f"{{The mayor}} <said> [{content}].")
    assert attribution.certainty == "asserted"


@pytest.mark.parametrize(
    ("content", "certainty"),
    [
        ("if the rain went on at this pace the dam would break", "predicted"),
        ("unless the rain stops the crews will leave", "predicted"),
        ("if they win, they may stay", "hedged"),
        ("after the flood the crews may return", "hedged"),
        ("more than 40 people were rescued and the toll could rise", "asserted"),
    ],
)
def test_a_clause_in_front_leaves_the_main_one_its_verb(how, content, certainty):
    """The verb of a leading condition or time is not taken for the main one, with or without a comma."""
    attribution, _ = how(f"{{The mayor}} <said> [{content}].")
    assert attribution.certainty == certainty


def test_the_first_sentence_of_a_quotation_decides(how):
    """Of a quotation that goes on after its cue, the first sentence is the statement."""
    attribution, _ = how("[“They had the letter for a month,”] {she} <said>. [“They will have to answer.”]")
    assert attribution.certainty == "asserted"


@pytest.mark.parametrize("marked", ["[“Who gave the order?”] {he} <said>.", "[“Who gave the order]?” {he} <said>."])
def test_a_question_mark_asks(how, marked):
    """A quoted question is one, whether or not its mark was taken into the content."""
    attribution, _ = how(marked)
    assert attribution.certainty == "question"


@pytest.mark.parametrize(
    ("marked", "certainty"),
    [
        ("[The tower] is <considered> [the oldest of the province].", "hedged"),
        ("[The tower] is <considered> by {the guild} [the oldest of the province].", "asserted"),
        ("[The arrest] <was reported> on Monday.", "hedged"),
        ("{The Beacon} <reported> [the arrest] on Monday.", "asserted"),
        ("They spoke of the <reported> [arrest].", "hedged"),
        ("They saw [the tower], often <considered> [the oldest of the province].", "hedged"),
    ],
)
def test_hearsay_is_hedged(how, marked, certainty):
    """Said by nobody in particular is less sure than the same words with a source."""
    attribution, _ = how(marked)
    assert attribution.certainty == certainty


@pytest.mark.parametrize(
    ("marked", "certainty"),
    [
        ("{The office} <said> [that it believes the dam is safe].", "hedged"),
        ("{The office} <said> [they feared the dam].", "asserted"),
        ("{The union} <issued a statement> [urging the minister to resign].", "demanded"),
    ],
)
def test_a_cue_inside_the_content(how, marked, certainty):
    """A belief of the source's own, or a second cue, that was taken into the content still says how it is put."""
    attribution, _ = how(marked)
    assert attribution.certainty == certainty


@pytest.mark.parametrize(
    ("marked", "certainty"),
    [
        ("{The mayor} <warned> of [further floods].", "predicted"),
        ("{The mayor} <warned> that [the dam was full].", "asserted"),
        ("{The police} <told> residents [to leave].", "demanded"),
        ("{The police} <told> residents [that the road was open].", "asserted"),
    ],
)
def test_words_of_telling_follow_the_form_of_the_content(how, marked, certainty):
    """To warn of a thing predicts it, and to tell somebody to do it demands it."""
    attribution, _ = how(marked)
    assert attribution.certainty == certainty


@pytest.mark.parametrize(
    ("marked", "certainty"),
    [
        ("{The ministry} <did not deny> [that the vents were shut].", "asserted"),
        ("{The ministry} <declined to rule out> [an accident].", "hedged"),
        ("{The police} <doubt> [that he will return].", "hedged"),
        ("{The police} <believe> [he will return].", "predicted"),
    ],
)
def test_negation_and_doubt_of_the_cue(how, marked, certainty):
    """What is not denied is not put less surely, what is not ruled out may be, and who doubts it predicts nothing."""
    attribution, _ = how(marked)
    assert attribution.certainty == certainty
