"""One run of the command gives all that a model card is made of."""

import json

import pytest

from evaluation import __main__ as command
from evaluation import floors

FIGURES = dict.fromkeys(floors.PINNED, 70.0) | {"gum.genre.news": 56.7}


@pytest.fixture
def run(shared, tmp_path, measured, monkeypatch, capsys):
    """Runs the command on findings that are made up; gives what it printed."""
    monkeypatch.setattr(command, "FLOORS", tmp_path / "floors.json")
    floors.save(floors.Floors({}, command.corpora.digests(shared)), command.FLOORS)
    monkeypatch.setattr(command.measures, "measure", lambda _: measured(FIGURES))

    def ran(*options):
        assert command.main(["--shared", str(shared), *map(str, options)]) == 0
        return capsys.readouterr().out

    return ran


def test_the_card_is_printed_in_place_of_the_report(run):
    """With --card Markdown, without it the report with its columns."""
    assert run("--card").startswith("PolNeAR dev: 2 articles")
    assert "| figure | PolNeAR dev |" in run("--card")
    assert "reach" in run()


def test_one_run_writes_figures_and_diagram(run, tmp_path):
    """The figures as JSON, with reliability, thresholds and mistakes, and the diagram as SVG."""
    run("--json", tmp_path / "figures.json", "--plot", tmp_path / "reliability.svg")
    written = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert written["mistakes"] == [
        {
            "name": "invented: in a headline",
            "errors": 3,
            "missed": 0,
            "invented": 3,
            "types": {"direct": 0, "mixed": 0, "indirect": 3},
        }
    ]
    assert written["reliability"][9]["precision"] == 1.0
    assert written["thresholds"]["polnear"][0]["lowest"] == 0.7
    assert (tmp_path / "reliability.svg").read_text(encoding="utf-8").startswith("<svg")
