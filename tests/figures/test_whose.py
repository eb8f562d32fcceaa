"""Each character belongs to the innermost attribution that reports it."""

from sayso.article import Span
from sayso.attribution import Attribution, Quotation
from sayso.figures.whose import OUTLET, owners


def reports(*spans):
    """An attribution with these stretches of content."""
    return Attribution(
        "", (), (), tuple(Span(*span) for span in spans), None, in_title=False, quotation=Quotation.MIXED
    )


def test_the_innermost_reports():
    """A statement inside another's content is its own; what nobody reports is the outlet's."""
    assert owners(6, [reports((2, 4)), reports((1, 5))]) == [OUTLET, 1, 0, 0, 1, OUTLET]


def test_content_cut_in_two():
    """What stands between two stretches of one content is not reported."""
    assert owners(5, [reports((0, 2), (3, 5))]) == [0, 0, OUTLET, 0, 0]


def test_nobody_reports():
    """Without attributions, and in an empty text, there is nobody."""
    assert owners(2, []) == [OUTLET, OUTLET]
    assert owners(0, [reports((0, 0))]) == []
