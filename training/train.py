"""Train the attributor on PolNeAR: ``python -m training.train --shared ../shared --encoder FILE``.

Writes a checkpoint after every epoch and a log of losses to ``--out``; a run that was stopped goes on from its last
checkpoint. The slice of train that calibrates the score (``HELD_OUT``) is never learned from.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from evaluation.corpora import load_lines
from training.data import TRAIN, Window, example_of, vary, windows
from training.model import Attributor, crf_loss, forbid, pretrained

HELD_OUT = 21
"""Every 21st article of train, 40 of 840, in file order: it calibrates ``score`` and sets the thresholds."""
BATCH = 16
LOG_EVERY = 25
ROLE_WEIGHT = 0.3


def batches(rows: list[dict[str, Any]], rng: random.Random) -> Iterator[list[Window]]:
    """One epoch of windows, of about the same length within a batch, batches in random order."""
    made: list[Window] = []
    for row in rows:
        made += windows(vary(example_of(row, rng), rng), rng)
    made.sort(key=lambda w: len(w.ids) + rng.random() * 16)
    groups = [made[i : i + BATCH] for i in range(0, len(made), BATCH)]
    rng.shuffle(groups)
    return iter(groups)


def pad(rows: list[np.ndarray], width: int) -> Tensor:
    """Rows of different length as one matrix, zeros behind. Shape ``(rows, width)``."""
    return torch.from_numpy(np.stack([np.pad(r, (0, width - len(r))) for r in rows]))


def loss_of(model: Attributor, batch: list[Window]) -> tuple[Tensor, dict[str, float]]:
    """Mean loss over the windows of a batch, and its parts for the log."""
    width = max(len(w.ids) for w in batch)
    ids, features = pad([w.ids for w in batch], width), pad([w.features for w in batch], width)
    mask = pad([np.ones_like(w.ids) for w in batch], width)
    cue_tags = pad([w.cue_tags for w in batch], width)
    with torch.autocast("cpu", torch.bfloat16):
        cue, roles, anchors, members = model(ids, features, mask)
    cue_loss = crf_loss(cue.float(), cue_tags, forbid(model.cue_moves), mask)
    counts = [len(w.cues) for w in batch]
    if not sum(counts):
        return cue_loss.mean(), {"cue": cue_loss.mean().item()}
    rows = torch.repeat_interleave(torch.arange(len(batch)), torch.tensor(counts))
    cues = torch.from_numpy(np.concatenate([w.cues for w in batch]))
    tags = pad([tags for w in batch for tags in w.link_tags], width)
    scores = model.links(roles, anchors, members, rows, cues)
    link_loss = crf_loss(scores, tags, forbid(model.link_moves), mask[rows])
    role_loss = (
        functional.cross_entropy(roles.float().transpose(1, 2), role_tags(batch, width), reduction="none") * mask
    )
    parts = {"cue": cue_loss.sum() / sum(counts), "link": link_loss.mean(), "role": role_loss.sum() / sum(counts)}
    return parts["cue"] + parts["link"] + ROLE_WEIGHT * parts["role"], {n: v.item() for n, v in parts.items()}


def role_tags(batch: list[Window], width: int) -> Tensor:
    """Tags of all cues of each window in one row: is a token in any source or content. Shape ``(windows, width)``.

    Learned beside the links, so that a token's own score says its role whoever the speaker is.
    """
    return pad([w.link_tags.max(0) if len(w.cues) else np.zeros_like(w.ids) for w in batch], width)


def optimizer_of(model: Attributor, rate: float) -> torch.optim.AdamW:
    """AdamW; the heads, which start from nothing, learn five times as fast as the encoder."""
    groups: dict[tuple[bool, bool], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        encoder = name.startswith(("words", "positions", "norm", "layers"))
        groups.setdefault((encoder, parameter.ndim > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": p, "lr": rate if encoder else 5 * rate, "weight_decay": 0.01 if decays else 0.0}
            for (encoder, decays), p in groups.items()
        ],
        betas=(0.9, 0.98),
    )


@dataclasses.dataclass(slots=True)
class Run:
    """What training changes as it goes, and what a checkpoint holds of it."""

    model: Attributor
    optimizer: torch.optim.AdamW
    schedule: torch.optim.lr_scheduler.LambdaLR
    out: Path
    epoch: int = 0

    def save(self) -> None:
        """Replace the checkpoint of the epoch before."""
        state = {name: getattr(self, name).state_dict() for name in ("model", "optimizer", "schedule")}
        old = list(self.out.glob("epoch-*.pt"))
        torch.save({**state, "epoch": self.epoch}, self.out / f"epoch-{self.epoch:02}.pt")
        for path in old:
            path.unlink()

    def resume(self) -> None:
        """Go on after the last checkpoint, if there is one."""
        for path in self.out.glob("epoch-*.pt"):
            state = torch.load(path)
            for name in ("model", "optimizer", "schedule"):
                getattr(self, name).load_state_dict(state[name])
            self.epoch = state["epoch"] + 1

    def log(self, **line: object) -> None:
        """Add a line to the log."""
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
            print(json.dumps({"epoch": self.epoch, **line}), file=log)


def train(options: argparse.Namespace) -> None:
    """Run all epochs, or those that a stopped run left."""
    rows = [row for i, row in enumerate(load_lines(options.shared / TRAIN)) if i % HELD_OUT]
    torch.manual_seed(options.seed)
    model = pretrained(options.encoder)
    if options.init:
        model.load_state_dict(torch.load(options.init)["model"])
    optimizer = optimizer_of(model, options.rate)
    steps = options.epochs * len(list(batches(rows, random.Random(options.seed))))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * steps), max(0.02, 1 - step / steps))
    )
    options.out.mkdir(parents=True, exist_ok=True)
    run = Run(model, optimizer, schedule, options.out)
    run.resume()
    while run.epoch < options.epochs:
        one_epoch(run, rows, random.Random(options.seed * 1000 + run.epoch))
        run.save()
        run.epoch += 1


def one_epoch(run: Run, rows: list[dict[str, Any]], rng: random.Random) -> None:
    """See every article once, in windows that begin elsewhere than in the epoch before."""
    run.model.train()
    started, sums = time.monotonic(), collections.Counter[str]()
    for step, batch in enumerate(batches(rows, rng), 1):
        loss, parts = loss_of(run.model, batch)
        run.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(run.model.parameters(), 5.0)
        run.optimizer.step()
        run.schedule.step()
        for name, value in parts.items():
            sums[name] += value
        if step % LOG_EVERY == 0:
            means = {name: round(value / step, 3) for name, value in sums.items()}
            run.log(step=step, seconds=round(time.monotonic() - started), **means)


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/polnear")
    parser.add_argument("--encoder", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, default=Path("training/runs/base"))
    parser.add_argument("--init", type=Path, help="checkpoint of an earlier run to go on from, with a new schedule")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
