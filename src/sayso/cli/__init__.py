"""The command line: one thin command per verb, results on stdout, talk on stderr."""

from __future__ import annotations

import contextlib
import sys

import click

from sayso.cli import ledger, proofs
from sayso.cli.compare import compare_
from sayso.cli.export import export
from sayso.cli.import_ import import_
from sayso.cli.read import read
from sayso.cli.review import review
from sayso.errors import SaysoError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="sayso")
def sayso_command() -> None:
    """On whose say-so? Find, for every statement in the news, who said it and in which words."""


for _command in (read, compare_, *ledger.COMMANDS, review, export, import_, *proofs.COMMANDS):
    sayso_command.add_command(_command)


def main() -> None:
    """Run the command line; the one place where an error becomes an exit status."""
    for stream_ in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # a stream that a test or a notebook put there
            stream_.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")  # type: ignore[union-attr]
    try:
        sayso_command(prog_name="sayso")
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(1)
