"""One input that is being read."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from sayso.gather.caps import Caps


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """A file or standard input, and how it is to be read.

    Args:
        where: Its name in messages, on one line.
        path: The file, ``None`` for standard input.
        columns: Our name of a column → the table's.
        limit: Most characters of an article.
        caps: Bounds on what it may cost.
        chosen: Whether somebody named it, or a file that can only be an article.
    """

    where: str
    path: str | None
    columns: Mapping[str, str]
    limit: int
    caps: Caps = dataclasses.field(default_factory=Caps)
    chosen: bool = True

    def line(self, number: int) -> str:
        """The name of one of its lines in messages; they count from one."""
        return f"{self.where}, line {number}"
