"""JSON of any length, written piece by piece, one item a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from sayso.show.jsonl import line_of


def known(**values: Any) -> dict[str, Any]:
    """The values that there are: standards leave out what is not known, where our own JSON says ``None``."""
    return {name: value for name, value in values.items() if value is not None and value not in ("", [], {})}


def write_array(out: TextIO, before: Mapping[str, Any], key: str, items: Iterable[Mapping[str, Any]]) -> None:
    """Write the object *before* with one more key, an array of *items*, each on a line of its own."""
    out.write(f"{begun(before, key)}[")
    for number, item in enumerate(items):
        out.write((",\n" if number else "\n") + line_of(item).rstrip("\n"))
    out.write("\n]}")


def write_object(out: TextIO, pairs: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """Write an object with a *pair* on each line; no name comes twice."""
    out.write("{")
    for number, (name, value) in enumerate(pairs):
        out.write((",\n" if number else "\n") + f"{json.dumps(name)}: {line_of(value)}".rstrip("\n"))
    out.write("\n}")


def begun(before: Mapping[str, Any], key: str) -> str:
    """The object *before* as JSON, not closed, up to the value of one more key."""
    return line_of(before).rstrip("\n")[:-1] + (", " if before else "") + f"{json.dumps(key)}: "
