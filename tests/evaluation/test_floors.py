"""Floors rise, fail what is below them, and stand on the gold that they were measured on."""

import pytest

from evaluation import __main__ as command
from evaluation import floors

GOLD = {"dev.jsonl": "a" * 64}
FLOORS = floors.Floors(dict.fromkeys(floors.PINNED, 70.0), GOLD)


def figures(**others: float) -> dict[str, float]:
    """70.0 for each pinned figure, but for *others*, where ``_`` stands for a dot."""
    return dict.fromkeys(floors.PINNED, 70.0) | {name.replace("_", "."): value for name, value in others.items()}


def test_a_floor_rises_to_what_was_measured_rounded_down():
    """A better figure becomes the floor, rounded down to a tenth, never up."""
    assert floors.raised(FLOORS, figures(gum_content=71.19), GOLD).figures["gum.content"] == 71.1


def test_a_figure_of_one_decimal_is_its_own_floor():
    """Rounding down loses nothing of a figure that has one decimal, whatever its floating point."""
    tenths = [number / 10 for number in range(1001)]
    assert [
        floors.raised(floors.Floors({}, {}), figures(gum_content=t), {}).figures["gum.content"] for t in tenths
    ] == tenths


def test_a_floor_is_never_lowered():
    """A worse figure leaves its floor where it was."""
    assert floors.raised(FLOORS, figures(gum_content=10.0), GOLD) == FLOORS


def test_a_figure_below_its_floor_is_named_with_both_numbers():
    """A run below a floor says which figure, what was found and what was wanted; a figure at its floor is fine."""
    assert floors.below(FLOORS, figures(gum_content=69.9)) == ["gum.content: found 69.9; wanted 70.0 or more"]


def test_a_pinned_figure_that_is_no_longer_measured_fails():
    """A figure cannot escape its floor by being dropped or renamed."""
    found = figures()
    del found["gum.content"]
    assert floors.below(FLOORS, found) == ["gum.content: found no figure; wanted 70.0 or more"]


@pytest.mark.parametrize(
    ("gold", "said"),
    [
        ({"dev.jsonl": "b" * 64}, "dev.jsonl: found sha256 bbbbbbbbbbbb…; wanted aaaaaaaaaaaa…"),
        ({}, "dev.jsonl: found no such gold"),
        (GOLD | {"13.json": "c" * 64}, "13.json: found gold on which no floor stands"),
    ],
)
def test_changed_gold_is_noticed_and_raises_no_floor(gold, said):
    """A file of gold that is another, gone or new is named, and figures on it cannot move the floors."""
    [line] = floors.changed(FLOORS, gold)
    assert line.startswith(said)
    with pytest.raises(ValueError, match="another"):
        floors.raised(FLOORS, figures(gum_content=99.0), gold)


def test_the_same_gold_is_no_change():
    """Nothing is said when all files are as pinned, nor before anything is pinned."""
    assert floors.changed(FLOORS, GOLD) == floors.changed(floors.Floors({}, {}), GOLD) == []


def test_floors_are_read_as_they_were_written(tmp_path):
    """A file of floors holds all that the floors are."""
    floors.save(FLOORS, tmp_path / "floors.json")
    assert floors.load(tmp_path / "floors.json") == FLOORS


def test_the_shipped_floors_pin_what_is_to_be_pinned():
    """The file in the repository pins each figure that is to have a floor, and no other."""
    assert tuple(floors.load(command.FLOORS).figures) == floors.PINNED


@pytest.fixture
def pinned(tmp_path, monkeypatch):
    """A file of floors that the command uses instead of ours."""
    monkeypatch.setattr(command, "FLOORS", tmp_path / "floors.json")


@pytest.mark.parametrize(("figure", "status"), [(71.0, 0), (69.0, 1)])
@pytest.mark.usefixtures("pinned")
def test_the_exit_status_tells_whether_a_floor_broke(figure, status, shared, measured, monkeypatch):
    """The command ends with 1 where a figure is below its floor, and raising the floors does not hide it."""
    floors.save(floors.Floors(figures(), command.corpora.digests(shared)), command.FLOORS)
    found = measured(figures(gum_content=figure))
    monkeypatch.setattr(command.measures, "measure", lambda _: found)
    assert command.main(["--shared", str(shared), "--raise-floors"]) == status
    assert floors.load(command.FLOORS).figures["gum.content"] == max(figure, 70.0)


def test_without_shared_gold_there_is_one_line_and_exit_status_2(tmp_path, capsys):
    """Where nothing can be measured, one line says what was looked for and what to do."""
    assert command.main(["--shared", str(tmp_path)]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert str(tmp_path / "data" / "polnear" / "dev.jsonl") in line
    assert "--shared" in line
