"""Options of the commands that fetch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from sayso.gather import Caps
from sayso.inputs import limits_of
from sayso.web import Fetcher
from sayso.web.fetch import ABOUT

_OPTIONS = (
    click.option(
        "--no-robots", is_flag=True,
        help="Fetch what robots.txt forbids as well. For pages that you ask for one by one, and may: robots.txt is"
        " meant for programs that follow links, and this one does not. You answer for it.",
    ),
    click.option(
        "--contact", metavar="URL|EMAIL", default=ABOUT, show_default=True,
        help="Who is asking, told to each server in the User-Agent.",
    ),
)  # fmt: skip


def web_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options ``--no-robots`` and ``--contact``, which :func:`fetcher_of` takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def fetcher_of(contact: str, *, no_robots: bool, caps: Caps | None = None) -> Fetcher:
    """The fetcher that the options ask for. Raises :class:`click.BadParameter` for a contact that is none."""
    try:
        return Fetcher(limits=limits_of(caps or Caps()), robots=not no_robots, contact=contact)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--contact") from None
