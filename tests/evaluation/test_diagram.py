"""The diagram says in words and marks what the bins say."""

from xml.etree import ElementTree

from evaluation.calibration import bins
from evaluation.diagram import reliability_diagram

SVG = "{http://www.w3.org/2000/svg}"
SCORED = [(0.95, True)] * 19 + [(0.95, False)] + [(0.45, True), (0.45, False)]


def drawn(scored=SCORED, title="Reliability") -> ElementTree.Element:
    """The diagram as a tree."""
    return ElementTree.fromstring(reliability_diagram(bins(scored), title))  # noqa: S314 (our own text)


def marks(tree: ElementTree.Element, tag: str, kind: str) -> list[ElementTree.Element]:
    """The elements of one tag and class."""
    return [element for element in tree.iter(SVG + tag) if element.get("class") == kind]


def test_each_bin_that_is_not_empty_has_a_point_an_interval_and_a_bar():
    """A point stands at its mean score and its share, the other way up as in every plot."""
    tree = drawn()
    points = [(float(p.get("cx")), float(p.get("cy"))) for p in marks(tree, "circle", "point")]
    [ideal] = marks(tree, "line", "ideal")
    left, right = float(ideal.get("x1")), float(ideal.get("x2"))
    bottom, top = float(ideal.get("y1")), float(ideal.get("y2"))
    expected = [(0.45, 0.5), (0.95, 0.95)]
    assert points == [
        (round(left + score * (right - left), 1), round(bottom + share * (top - bottom), 1))
        for score, share in expected
    ]
    assert len(marks(tree, "rect", "bar")) == 2


def test_the_bars_are_as_high_as_their_bins_are_full_and_carry_their_counts():
    """The fullest bin sets the scale."""
    tree = drawn()
    low, high = (float(bar.get("height")) for bar in marks(tree, "rect", "bar"))
    assert low == round(high / 10, 1)
    assert {"2", "20"} <= {text.text for text in tree.iter(SVG + "text")}


def test_it_can_be_read_without_being_seen():
    """A title and a description with each bin in words, named as the picture's own."""
    tree = drawn(title="Reliability <dev>")
    assert (tree.get("role"), tree.get("aria-labelledby")) == ("img", "title desc")
    assert tree.find(f"{SVG}title").text == "Reliability <dev>"
    assert (
        "Score 0.9 to 1.0, mean 0.95: 95 % of 20 attributions are right (76 to 99 %)." in tree.find(f"{SVG}desc").text
    )


def test_it_needs_nothing_from_elsewhere():
    """No link, no image, no script, and colours for a light and a dark page."""
    svg = reliability_diagram(bins(SCORED), "Reliability")
    assert not [name for name in ("href", "url(", "<script", "<image", "@import") if name in svg]
    assert "prefers-color-scheme: dark" in svg


def test_without_attributions_there_is_an_empty_frame():
    """Nothing to show is no error."""
    tree = drawn(scored=[])
    assert marks(tree, "circle", "point") == marks(tree, "rect", "bar") == []
