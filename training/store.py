"""Windows with their labels in files, from the teacher to its pupil."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.data import Labels, Window


def save(made: list[Window], path: Path) -> None:
    """Write windows, chances in half precision, to a file."""

    def stored(value: object) -> object:
        if isinstance(value, np.ndarray):
            return torch.from_numpy(value).half() if value.dtype == np.float32 else torch.from_numpy(value)
        return {field.name: stored(getattr(value, field.name)) for field in dataclasses.fields(value)}

    torch.save([stored(window) for window in made], path)


def load(folder: Path) -> list[Window]:
    """The windows of all files that :func:`save` wrote to a folder."""

    def read(value: dict[str, Any]) -> dict[str, Any]:
        arrays = {}
        for name, part in value.items():
            if isinstance(part, dict):
                arrays[name] = Labels(**read(part))
            else:
                arrays[name] = (part.float() if part.is_floating_point() else part).numpy()
        return arrays

    return [Window(**read(one)) for path in sorted(folder.glob("*.pt")) for one in torch.load(path)]
