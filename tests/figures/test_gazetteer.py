"""The towns that are known, those of GeoNames and a user's own."""

import pytest

from sayso.errors import Refused
from sayso.figures.gazetteer import Town, name_key, read_own_towns, towns


@pytest.mark.parametrize("name", ["Al-Ḩasakah", "al Hasakah", "Hasakah", "HASAKAH", "Ḥasaka’h"])
def test_spellings_of_one_name(name):
    """Case, accents, hyphens, apostrophes and an Arabic article make no other name."""
    assert name_key(name) == "hasakah"


def test_other_scripts_have_no_key():
    """Text in English names towns in Latin letters."""
    assert name_key("Дамаск") == ""


def test_built_in_towns():
    """Every town that bears the name, with its country and its size."""
    assert {town.country for town in towns("tripoli", {})} == {"GR", "LB", "LY"}
    assert towns("portada", {}) == ()


def test_own_towns_go_before_the_built_in(tmp_path):
    """Two columns are read, whatever else the table holds; a name means the user's town from then on."""
    path = tmp_path / "towns.csv"
    path.write_text("country,note,name\nSelvany,,Port Ada\nSyria,mine,Tripoli\n", encoding="utf-8")
    own = read_own_towns(path)
    assert towns("portada", own) == (Town("Selvany", 10**9, first=True),)
    assert towns("tripoli", own) == (Town("SY", 10**9, first=True),)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"town,country\nPort Ada,Selvany\n", "found town, country; wanted the columns name and country; add name"),
        (b"", "found an empty file; wanted the columns name and country; add name and country"),
        (b"name,country\nPort \xff", "wanted a CSV in UTF-8"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(tmp_path, content, found):
    """The message says what was found, what was wanted and what to do."""
    path = tmp_path / "towns.csv"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_own_towns(path)
    assert found in str(refused.value)


def test_a_missing_table_is_refused(tmp_path):
    """A wrong path is named."""
    with pytest.raises(Refused, match=r"nowhere\.csv"):
        read_own_towns(tmp_path / "nowhere.csv")
