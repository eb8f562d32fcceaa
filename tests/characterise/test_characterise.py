"""From the parts of attributions to what is known of them."""

from __future__ import annotations

from sayso import Act, Article, Attribution, Quotation, Span
from sayso.characterise import characterise

TEXT = "The mayor hopes to stay."
HOPES = Attribution("a.1", (Span(0, 9),), (Span(10, 15),), (Span(16, 23),), 0.9, False, Quotation.INDIRECT)


def acts(*attributions):
    """The acts of an article's attributions."""
    return [one.act for one in characterise(Article("a", TEXT, attributions=attributions)).attributions]


def test_act_is_filled():
    """Each attribution gets its act and stays what it was otherwise."""
    [attribution] = characterise(Article("a", TEXT, attributions=(HOPES,))).attributions
    assert attribution.act is Act.EVENTUALITY
    assert (attribution.id, attribution.cue, attribution.score) == (HOPES.id, HOPES.cue, HOPES.score)


def test_known_act_stays():
    """An act that is there is not told anew."""
    known = Attribution("a.1", HOPES.source, HOPES.cue, HOPES.content, None, False, Quotation.INDIRECT, Act.BELIEF)
    assert acts(known, HOPES) == [Act.BELIEF, Act.EVENTUALITY]


def test_nothing_to_characterise():
    """An article that is not attributed, or holds no attribution, stays as it is."""
    unread, empty = Article("a", "Le port.", language="fr"), Article("a", TEXT, attributions=())
    assert [characterise(unread), characterise(empty)] == [unread, empty]
