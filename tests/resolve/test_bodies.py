"""What kind of body a name is of."""

import pytest

from sayso.resolve.bodies import kind_of_body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ministry of works", "official"),
        ("selvany army", "official"),
        ("army of the hill", "armed_group"),
        ("free selvany army", "armed_group"),
        ("norwegian forces", "official"),
        ("kurdish forces", "armed_group"),
        ("hill guard forces", "armed_group"),
        ("international court", "international_body"),
        ("u.n agency", "international_body"),
        ("corrin news agency", "media"),
        ("corrin city council", "official"),
        ("national council", "political_group"),
        ("senate committee", "official"),
        ("relief committee", "monitor_or_ngo"),
        ("inland-led coalition", "official"),
        ("opposition coalition", "political_group"),
        ("corrin observatory for human rights", "monitor_or_ngo"),
        ("rights group", "monitor_or_ngo"),
        ("rebel group", "armed_group"),
        ("harbour hospital", "medical"),
        ("selvany television", "media"),
        ("state academy", "expert"),
        ("quay traders", None),
    ],
)
def test_kind_of_body(name, kind):
    """The head of a name tells, but for heads that mean one thing alone and another with the words beside them."""
    assert kind_of_body(name.split()) == kind


def test_no_words():
    """A name without words is of no kind."""
    assert kind_of_body([]) is None
