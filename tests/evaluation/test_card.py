"""The model card's tables are made of what was measured."""

import pytest

from evaluation import card, kinds
from evaluation.kinds import Counted

FIGURES = {
    "polnear.attribution": 73.14,
    "polnear.ece": 0.0382,
    "stories.attribution": 74.0,
    "cofenet.cue": 74.2,
    "gum.content": 39.0,
    "gum.genre.news": 56.7,
}
INTERVALS = {"polnear.attribution": (70.0, 75.8), "cofenet.cue": (71.1, 77.0)}


@pytest.mark.parametrize(
    "line",
    [
        "| figure | PolNeAR dev | 95 % over articles | dev stories | 95 % over stories |",
        "| whole attribution F1 | 73.1 | 70.0–75.8 | 74.0 | – |",
        "| ece | 0.0382 | – | – | – |",
        "| exact chunks in CofeNet's unit, cue | 74.2 | 71.1–77.0 | – | – |",
        "| 0.70 | 86.0 | 59.1 | 83.9 | 66.1 |",
        "GUM, contents whoever said them: 39.0 (news 56.7).",
        "| invented: in a headline | 3 | 100.0 % | 0 | 0 | 3 | Fishermen fear for the herring / The boats of Port Ada "
        "came home with empty nets for a third week. <br> readers: nothing <br> "
        "model†: *Fishermen · fear for · the herring* |",
    ],
)
def test_the_card_has_every_figure_in_its_place(line, measured):
    """Figures and intervals of both corpora, what a threshold leaves, and mistakes with an invented example."""
    assert line in card.card(measured(FIGURES, intervals=INTERVALS)).splitlines()


@pytest.mark.parametrize("kind", kinds.KINDS, ids=lambda kind: kind.name)
def test_every_example_fits_in_its_cell(kind, measured):
    """No example breaks the table, and each shows what readers and model make of it."""
    counted = Counted(kind.name, 1, 1, 0, dict.fromkeys(("direct", "mixed", "indirect"), 0))
    made = card.card(measured(FIGURES, mistakes=[counted], still_made=[]))
    [line] = [line for line in made.splitlines() if line.startswith(f"| {kind.name} |")]
    assert line.count("|") == 8
    readers, model = line.split(" <br> ")[1:]
    assert readers.startswith("readers: ")
    assert model.startswith("model: ")
    assert readers.removeprefix("readers: ") != model.removeprefix("model: ").removesuffix(" |")
