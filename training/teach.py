"""Write down what a large model holds of many texts, for a small one to learn: ``python -m training.teach --help``.

Distillation (Hinton et al. 2015), here of tag sequences. In PolNeAR's train part the teacher's opinion and the readers'
marks each count half, and cues that only the teacher sees count by its certainty; other texts have the teacher's alone.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from sayso.attribute.arrays import Floats, Ints
from sayso.attribute.crf import best_tags
from sayso.attribute.links import OUTSIDE
from training.data import (
    BEGIN_CUE,
    CUE,
    Example,
    Labels,
    Window,
    example_of,
    learned_from,
    vary,
    windows,
)
from training.model import Attributor, forbid, log_partition
from training.silver import silver_examples
from training.store import save
from training.train import batches, pad

ROUNDS = 2
"""How often each article of the train part occurs, varied and cut differently."""
TEACHER = 0.5
"""Weight of the teacher's opinion where there is a reader's."""
DOUBTFUL = 0.15
"""Cues that the teacher holds less likely are not passed on."""
LENIENCE = 1.0
"""Added to the score of beginning a cue, so that doubtful ones are seen."""


def labels_of(scores: Tensor, moves: Tensor, mask: Tensor) -> Labels:
    """What a CRF holds of each sequence: the gradients of its log partition. Shapes as in ``training.model``."""
    with torch.enable_grad():
        at = scores.detach().requires_grad_()
        steps = moves.detach().expand(len(scores), -1, -1).clone().requires_grad_()
        chances, counts = torch.autograd.grad(log_partition(at, steps, mask).sum(), (at, steps))
    return Labels(chances.numpy(), counts.numpy())


@torch.no_grad()
def taught(teacher: Attributor, batch: list[Window], share: float) -> Iterator[Window]:
    """The windows with the teacher's opinion at *share* beside the labels that they bring."""
    width = max(len(w.ids) for w in batch)
    ids, features = pad((w.ids for w in batch), width), pad((w.features for w in batch), width)
    mask = pad((np.ones_like(w.ids) for w in batch), width)
    with torch.autocast("cpu", torch.bfloat16):
        scores, *heads = teacher(ids, features, mask)
    opinions = labels_of(scores.float(), forbid(teacher.cue_moves), mask)
    seen = [
        all_cues(window, scores[i, : len(window.ids)].float().numpy(), opinions.chances[i], teacher)
        for i, window in enumerate(batch)
    ]
    rows = torch.repeat_interleave(torch.arange(len(batch)), torch.tensor([len(cues) for cues, _ in seen]))
    all_links = teacher.links(*heads, rows, torch.from_numpy(np.concatenate([cues for cues, _ in seen])))
    links = labels_of(all_links, forbid(teacher.link_moves), mask[rows])
    roles = heads[0].float().softmax(-1).numpy()
    for i, (window, (cues, weights)) in enumerate(zip(batch, seen, strict=True)):
        length, known, own = len(window.ids), len(window.cues), (rows == i).numpy()
        link = Labels(links.chances[own, :length], links.steps[own])
        yield Window(
            ids=window.ids,
            features=window.features,
            cue=window.cue.mixed(Labels(opinions.chances[i : i + 1, :length], opinions.steps[i : i + 1]), share),
            cues=cues,
            links=Labels.joined([window.links.mixed(link[:known], share), link[known:]]),
            weights=weights,
            roles=(1 - share) * window.roles + share * roles[i, :length],
        )


def all_cues(window: Window, scores: Floats, chances: Floats, teacher: Attributor) -> tuple[Ints, Floats]:
    """The window's cues, then those that only the teacher sees, and the chance of each.

    Shapes: scores and chances ``(tokens, 3)``; gives ``(cues, 2)`` and ``(cues,)``.
    """
    moves = forbid(teacher.cue_moves).numpy().copy()
    moves[:, 1] += LENIENCE
    [tags] = best_tags(scores[None], moves)
    known = np.zeros(len(tags), dtype=np.bool_)
    for first, last in window.cues:
        known[first : last + 1] = True
    cues, weights = list(window.cues), list(window.weights)
    ends = np.append(tags[1:] != CUE, True)
    for first in np.flatnonzero(tags == BEGIN_CUE):
        last = first + int(ends[first:].argmax())
        chance = 1 - chances[first : last + 1, OUTSIDE].mean()
        if chance >= DOUBTFUL and not known[first : last + 1].any():
            cues.append(np.array([first, last]))
            weights.append(chance)
    return np.array(cues, dtype=np.int64).reshape(-1, 2), np.array(weights, dtype=np.float32)


def lessons(shared: Path) -> dict[str, tuple[list[Example], float]]:
    """The articles by the name of their file of labels, and the weight of the teacher's opinion on them."""
    rng = random.Random(1)
    rounds = {
        f"read-{number}": ([example_of(row, rng) for row in learned_from(shared)], TEACHER) for number in range(ROUNDS)
    }
    return {**rounds, "silver": (silver_examples(shared), 1.0)}


def main() -> None:
    """Label PolNeAR's train part and the silver texts; what a stopped run has labelled is kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True, help="the teacher's")
    parser.add_argument("--shared", type=Path, required=True, help="folder with data and gold")
    parser.add_argument("--out", type=Path, required=True, help="folder for the labels")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    teacher = Attributor.stored(options.checkpoint).eval()
    for name, (examples, share) in lessons(options.shared).items():
        path, rng = options.out / f"{name}.pt", random.Random(name)
        if not path.exists():
            cut = [window for example in examples for window in windows(vary(example, rng), rng)]
            save([lesson for batch in batches(cut, rng) for lesson in taught(teacher, batch, share)], path)


if __name__ == "__main__":
    main()
