"""The plot shows each series where its values are, and what a square would look like."""

import itertools
from xml.etree import ElementTree

from benchmarks.scaling import scaling_plot

SVG = "{http://www.w3.org/2000/svg}"
NUMBERS = (1_000, 10_000, 100_000)


def drawn(panels):
    """The plot as a tree."""
    return ElementTree.fromstring(scaling_plot(NUMBERS, panels, "Comparing"))  # noqa: S314 (our own text)


def points(tree):
    """The points as pairs, from left to right within each series."""
    circles = [element for element in tree.iter(f"{SVG}circle") if element.get("class") == "point"]
    return [(float(circle.get("cx")), float(circle.get("cy"))) for circle in circles]


def test_what_grows_in_proportion_is_level():
    """Equal values an article stand at one height, at equal distances; ten times as much is one decade higher."""
    one, two, three, *higher = points(drawn({"ms an article": {"copies": [2, 2, 2], "all": [20, 20, 20]}}))
    assert one[1] == two[1] == three[1] > higher[0][1]
    assert two[0] - one[0] == three[0] - two[0]


def test_the_dashed_line_grows_with_the_square():
    """It starts at the highest series and rises by a decade a decade, up to the frame."""
    tree = drawn({"ms an article": {"all": [2, 2, 20]}})
    [dashed] = [each for each in tree.iter(f"{SVG}line") if each.get("class") == "ideal"]
    start, low, last = points(tree)
    assert (float(dashed.get("x1")), float(dashed.get("y1"))) == start
    one_decade, at_twenty = low[0] - start[0], start[1] - last[1]
    slope = (float(dashed.get("y1")) - float(dashed.get("y2"))) / (float(dashed.get("x2")) - float(dashed.get("x1")))
    assert round(slope, 2) == round(at_twenty / one_decade, 2)


def test_labels_of_close_series_do_not_cover_each_other():
    """Names at the ends of the lines keep a distance, whatever the values."""
    tree = drawn({"ms an article": {key: [2.0, 2.0, 2.0] for key in ("copies", "events", "all")}})
    at = sorted(float(t.get("y")) for t in tree.iter(f"{SVG}text") if t.text in {"copies", "events", "all"})
    assert all(later - earlier >= 16 for earlier, later in itertools.pairwise(at))


def test_it_can_be_read_without_being_seen():
    """The description has every value."""
    tree = drawn({"ms an article": {"copies": [2.25, 2, 1]}, "KB an article": {"all": [190, 60, 20]}})
    assert tree.find(f"{SVG}desc").text == (
        "ms an article, copies: 2.25 at 1,000, 2 at 10,000, 1 at 100,000. "
        "KB an article, all: 190 at 1,000, 60 at 10,000, 20 at 100,000."
    )
