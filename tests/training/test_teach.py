"""Learning from a distribution over tags: certain labels, a teacher's, both."""

import random

import numpy as np
import pytest

from sayso.article import Span
from training.data import Example, Labels, certain, windows

torch = pytest.importorskip("torch", reason="torch is installed for training only")

from training.model import Attributor, Shape, crf_loss, forbid  # noqa: E402 - needs torch
from training.store import load, save  # noqa: E402
from training.teach import labels_of, taught  # noqa: E402
from training.train import loss_of  # noqa: E402

TEXT = "Depot empty\n\n“We left it, all of it,” said Ada Byrne’s aide. She warned that more trucks would come."
TINY = Shape(hidden=24, layers=1, positions=128, vocabulary=30522)


def read_window():
    """A window with one statement of two marked."""
    spans = {"source": "Ada Byrne’s aide", "cue": "said", "content": "“We left it, all of it,”"}
    marked = {role: [[TEXT.index(words), TEXT.index(words) + len(words)]] for role, words in spans.items()}
    [window] = windows(Example(TEXT, Span(0, 11), [marked]), random.Random(1))
    return window


def test_certain_labels_give_the_likelihood_of_one_sequence():
    """Against labels without doubt the loss is the log of one over the sequence's share of all weight."""
    scores, moves = torch.tensor([[[1.0, 0.0], [0.5, 2.0]]]), torch.tensor([[0.0, 1.0], [0.5, 0.0]])
    labels = certain(np.array([[0, 1]]), 2)
    loss = crf_loss(scores, torch.tensor(labels.chances), torch.tensor(labels.steps), moves, torch.ones(1, 2))
    paths = [1.0 + 0.5 + 0.0, 1.0 + 2.0 + 1.0, 0.0 + 0.5 + 0.5, 0.0 + 2.0 + 0.0]
    assert loss.item() == pytest.approx(np.log(np.exp(paths).sum()) - paths[1], rel=1e-5)


def test_labels_of_a_crf_are_its_marginals():
    """Chances sum to one at each token, steps to the number of neighbours, and padding has none."""
    torch.manual_seed(1)
    labels = labels_of(torch.randn(2, 4, 3), torch.randn(3, 3), torch.tensor([[1, 1, 1, 1], [1, 1, 0, 0]]))
    assert labels.chances.sum(-1) == pytest.approx(np.array([[1, 1, 1, 1], [1, 1, 0, 0]]))
    assert labels.steps.sum((1, 2)) == pytest.approx(np.array([3, 1]))


def test_nothing_is_closer_to_a_teacher_than_itself():
    """The loss against a CRF's own labels has no gradient."""
    torch.manual_seed(1)
    scores, moves, mask = torch.randn(1, 5, 3, requires_grad=True), forbid(torch.randn(3, 3)), torch.ones(1, 5)
    labels = labels_of(scores, moves, mask)
    crf_loss(scores, torch.tensor(labels.chances), torch.tensor(labels.steps), moves, mask).sum().backward()
    assert scores.grad.abs().max().item() < 1e-6


def test_a_teacher_adds_cues_and_doubt():
    """A taught window keeps the reader's cue first, mixes chances, and can be learned from."""
    torch.manual_seed(1)
    window, teacher = read_window(), Attributor(TINY).eval()
    [lesson] = taught(teacher, [window], 0.5)
    assert lesson.cues[0].tolist() == window.cues[0].tolist()
    assert lesson.weights[0] == 1
    assert len(lesson.cues) == len(lesson.weights) == len(lesson.links.chances) == len(lesson.links.steps)
    assert 0.5 <= lesson.cue.chances[0, lesson.cues[0, 0], 1] < 1
    assert lesson.cue.chances.sum(-1) == pytest.approx(1, abs=1e-5)
    loss, parts = loss_of(Attributor(TINY), [lesson])
    assert torch.isfinite(loss)
    assert sorted(parts) == ["cue", "link", "role"]


def test_labels_lie_in_files(tmp_path):
    """What is saved is read again, chances to half precision."""
    window = read_window()
    save([window], tmp_path / "labels.pt")
    [read] = load(tmp_path)
    assert read.ids.tolist() == window.ids.tolist()
    assert isinstance(read.links, Labels)
    assert np.array_equal(read.links.chances, window.links.chances)
    assert np.array_equal(read.roles, window.roles)
