"""The figures of one event as a sheet."""

from sayso.compare.basis import standing_of
from sayso.compare.figure_sheet import figure_sheet


def rows(*articles):
    """The rows of the sheet, with how many figures stand behind each."""
    return [
        (row.quantity.value, row.whom, row.source, row.said, row.low, row.high, len(row.entries))
        for row in figure_sheet(standing_of(articles))
    ]


def test_a_row_for_each_source_and_day(article):
    """The same source on the same day has one row from its lowest to its highest count, another day another row."""
    bomb = "a bomb at the ferry dock in Port Ada killed"
    assert rows(
        article("a", f"{{The Harbour Watch}} <said> [{bomb} 12 people].", date="2031-03-01"),
        article("b", f"{{The Harbour Watch}} <said> [{bomb} 14 people].", date="2031-03-01"),
        article("c", f"{{The Harbour Watch}} <said> [{bomb} at least 19 people].", date="2031-03-02"),
    ) == [
        ("killed", None, "The Harbour Watch", "2031-03-01", 12, 14, 2),
        ("killed", None, "The Harbour Watch", "2031-03-02", 19, None, 1),
    ]


def test_part_of_the_people_has_a_row_of_its_own(article):
    """Children are not mixed up with all who were killed, nor the killed with the wounded."""
    told = "{A doctor} <said> [the blast killed 12 people and wounded 30 and that two children were killed]."
    assert [(quantity, whom, low) for quantity, whom, _, _, low, _, _ in rows(article("a", told))] == [
        ("killed", None, 12),
        ("killed", "children", 2),
        ("wounded", None, 30),
    ]


def test_an_outlets_own_count_has_no_source(article):
    """What an outlet counts in its own voice is "not stated"."""
    assert rows(article("a", "The blast killed 12 people.")) == [("killed", None, "not stated", None, 12, 12, 1)]


def test_vehicles_are_no_figures(article):
    """Buses and raids are not on the sheet, and no figures are no rows."""
    assert rows(article("a", "The army sent 40 buses.")) == []
    assert rows() == []
