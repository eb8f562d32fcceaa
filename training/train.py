"""Train an attributor from readers' or a teacher's labels: ``python -m training.train --help``.

Writes a checkpoint after every epoch and a log of losses to ``--out``; a run that was stopped goes on from its last
checkpoint.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import json
import random
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.data import Labels, Window, example_of, learned_from, vary, windows
from training.model import Attributor, crf_loss, forbid, pretrained
from training.store import load

BATCH = 16
LOG_EVERY = 25
ROLE_WEIGHT = 0.1
HEAD_RATE = 1e-3


def batches(made: list[Window], rng: random.Random) -> Iterator[list[Window]]:
    """One epoch of windows, of about the same length within a batch, batches in random order."""
    ordered = sorted(made, key=lambda w: len(w.ids) + rng.random() * 16)
    groups = [ordered[i : i + BATCH] for i in range(0, len(ordered), BATCH)]
    rng.shuffle(groups)
    return iter(groups)


def pad(rows: Iterable[np.ndarray], width: int) -> Tensor:
    """Rows of different length, stacked, zeros behind along the first axis of each. Shape ``(rows, width, ...)``."""
    return torch.from_numpy(
        np.stack([np.pad(r, [(0, width - len(r)), *[(0, 0)] * (r.ndim - 1)]) for r in rows]),
    )


def loss_of(model: Attributor, batch: list[Window]) -> tuple[Tensor, dict[str, float]]:
    """Mean loss over the cues of a batch, and its parts for the log."""
    width = max(len(w.ids) for w in batch)
    ids, features = pad((w.ids for w in batch), width), pad((w.features for w in batch), width)
    mask = pad((np.ones_like(w.ids) for w in batch), width)
    with torch.autocast("cpu", torch.bfloat16):
        cue, roles, anchors, members = model(ids, features, mask)
    weights = torch.from_numpy(np.concatenate([w.weights for w in batch]))
    total = weights.sum().clamp(min=1.0)
    cue_loss = crf_loss(cue.float(), *stacked([w.cue for w in batch], width), forbid(model.cue_moves), mask)
    role_loss = functional.cross_entropy(
        roles.float().transpose(1, 2), pad((w.roles for w in batch), width).transpose(1, 2), reduction="none"
    )
    parts = {"cue": cue_loss.sum() / total, "role": ROLE_WEIGHT * (role_loss * mask).sum() / total}
    if len(weights):
        rows = torch.repeat_interleave(torch.arange(len(batch)), torch.tensor([len(w.cues) for w in batch]))
        cues = torch.from_numpy(np.concatenate([w.cues for w in batch]))
        scores = model.links(roles, anchors, members, rows, cues)
        labels = stacked([w.links for w in batch], width)
        parts["link"] = (crf_loss(scores, *labels, forbid(model.link_moves), mask[rows]) * weights).sum() / total
    return torch.stack(list(parts.values())).sum(), {name: value.item() for name, value in parts.items()}


def stacked(labels: list[Labels], width: int) -> tuple[Tensor, Tensor]:
    """Labels of all sequences of a batch. Shapes ``(sequences, width, tags)`` and ``(sequences, tags, tags)``."""
    chances = pad((sequence for one in labels for sequence in one.chances), width)
    return chances, torch.from_numpy(np.concatenate([one.steps for one in labels]))


def optimizer_of(model: Attributor, rate: float) -> torch.optim.AdamW:
    """AdamW; the heads, which start from nothing, learn faster than the encoder."""
    groups: dict[tuple[bool, bool], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        encoder = name.startswith(("words", "positions", "norm", "layers"))
        groups.setdefault((encoder, parameter.ndim > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": p, "lr": rate if encoder else HEAD_RATE, "weight_decay": 0.01 if decays else 0.0}
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
    torch.manual_seed(options.seed)
    windows_of_epoch = drawn_from(options.shared) if options.shared else always(load(options.labels))
    model = pretrained(options.encoder)
    optimizer = optimizer_of(model, options.rate)
    steps = options.epochs * -(-len(windows_of_epoch(random.Random(options.seed))) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * steps), max(0.02, 1 - step / steps))
    )
    options.out.mkdir(parents=True, exist_ok=True)
    run = Run(model, optimizer, schedule, options.out)
    run.resume()
    while run.epoch < options.epochs:
        rng = random.Random(options.seed * 1000 + run.epoch)
        one_epoch(run, batches(windows_of_epoch(rng), rng))
        run.save()
        run.epoch += 1


def drawn_from(shared: Path) -> Callable[[random.Random], list[Window]]:
    """Windows of PolNeAR's train part, varied anew and begun elsewhere in each epoch."""
    rows = learned_from(shared)
    return lambda rng: [w for row in rows for w in windows(vary(example_of(row, rng), rng), rng)]


def always(made: list[Window]) -> Callable[[random.Random], list[Window]]:
    """The same windows in each epoch."""
    return lambda _: made


def one_epoch(run: Run, epoch: Iterable[list[Window]]) -> None:
    """Learn from every batch of an epoch."""
    run.model.train()
    started, sums = time.monotonic(), collections.defaultdict[str, float](float)
    for step, batch in enumerate(epoch, 1):
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
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--shared", type=Path, help="folder with data/polnear, to learn from its readers")
    source.add_argument("--labels", type=Path, help="folder of training.teach, to learn from a teacher and its readers")
    parser.add_argument("--encoder", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2 or MPNet")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the log")
    parser.add_argument("--epochs", type=int, required=True)
    parser.add_argument("--rate", type=float, required=True, help="highest learning rate of the encoder")
    parser.add_argument("--seed", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
