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
from sayso.attribute.links import TAGS
from training.data import (
    BEGIN_CUE,
    CUE,
    OUTSIDE,
    Labels,
    Window,
    certain,
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
    for i, window in enumerate(batch):
        length = len(window.ids)
        opinion = Labels(opinions.chances[i : i + 1, :length], opinions.steps[i : i + 1])
        cues, weights = all_cues(window, scores[i, :length].float().numpy(), opinion.chances[0], teacher)
        roles, anchors, members = (head[i : i + 1, :length] for head in heads)
        links = links_of(teacher, cues, roles, anchors, members)
        known = len(window.cues)
        yield Window(
            ids=window.ids,
            features=window.features,
            cue=window.cue.mixed(opinion, share),
            cues=cues,
            links=Labels.joined([window.links.mixed(links[:known], share), links[known:]]),
            weights=weights,
            roles=(1 - share) * window.roles + share * roles[0].float().softmax(-1).numpy(),
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


def links_of(teacher: Attributor, cues: Ints, roles: Tensor, anchors: Tensor, members: Tensor) -> Labels:
    """The teacher's opinion of the source and content of each cue of one window."""
    if not len(cues):
        return certain(np.zeros((0, roles.shape[1]), dtype=np.int64), TAGS)
    rows = torch.zeros(len(cues), dtype=torch.long)
    scores = teacher.links(roles, anchors, members, rows, torch.from_numpy(cues))
    return labels_of(scores, forbid(teacher.link_moves), torch.ones(scores.shape[:2]))


def main() -> None:
    """Label PolNeAR's train part and the silver texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True, help="the teacher's")
    parser.add_argument("--shared", type=Path, required=True, help="folder with data and gold")
    parser.add_argument("--out", type=Path, required=True, help="file for the labels")
    options = parser.parse_args()
    teacher, rng = Attributor.stored(options.checkpoint).eval(), random.Random(1)
    read = [example_of(row, rng) for row in learned_from(options.shared) * ROUNDS]
    made: list[Window] = []
    for examples, share in ((read, TEACHER), (silver_examples(options.shared), 1.0)):
        cut = [window for example in examples for window in windows(vary(example, rng), rng)]
        for batch in batches(cut, rng):
            made += taught(teacher, batch, share)
    save(made, options.out)


if __name__ == "__main__":
    main()
