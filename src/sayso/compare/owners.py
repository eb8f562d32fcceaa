"""Who stands behind an outlet: its family and, if it speaks for one, its state. From a file that users may edit."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Mapping
from importlib import resources

from sayso.figures.words import listed

_WORD = re.compile(r"[^\W_]+")


@dataclasses.dataclass(frozen=True, slots=True)
class Owner:
    """The family of an outlet, the ISO 3166-1 code of the state that it speaks for or ``None``, and why."""

    family: str
    state: str | None
    reason: str


@functools.cache
def built_in_owners() -> Mapping[str, Owner]:
    """The owners of ``owners.tsv`` beside this module, by :func:`outlet_key`."""
    return read_owners(resources.files(__package__).joinpath("owners.tsv").read_text(encoding="utf-8"))


def read_owners(table: str) -> dict[str, Owner]:
    r"""The owners in a table: one outlet a line, name, family, state or ``-`` and reason with tabs between.

    Raises:
        ValueError: A line has not four fields.

    Example:
        >>> read_owners("# family first\nmeridianwire\tMeridian Press\t-\tone company")["meridianwire"].family
        'Meridian Press'
    """
    found = {}
    for number, line in enumerate(table.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 4:
            raise ValueError(
                f"line {number} of the owners has {len(fields)} fields; wanted four: name, family, state or -, reason"
            )
        name, family, state, reason = fields
        found[outlet_key(name)] = Owner(family, None if state == "-" else state, reason)
    return found


def outlet_key(name: str) -> str:
    """An outlet's name without capitals, spaces, hyphens, articles and what agencies call themselves.

    Example:
        >>> outlet_key("The SANA news agency"), outlet_key("Al-Manar"), outlet_key("al-Manar TV")
        ('sana', 'manar', 'manar')
    """
    words = [word.lower() for word in _WORD.findall(name)]
    return "".join(word for word in words if word not in _LEFT_OUT).removeprefix("al") or "".join(words)


_LEFT_OUT = listed("the al el news agency tv channel official staterun state run com online")
