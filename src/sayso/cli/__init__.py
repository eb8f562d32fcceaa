"""The command line: one thin command per verb, results on stdout, talk on stderr."""

from __future__ import annotations

import contextlib
import os
import sys

import click

from sayso.cli import feeds, ledger, proofs
from sayso.cli.compare import compare_
from sayso.cli.export import export
from sayso.cli.import_ import import_
from sayso.cli.read import read
from sayso.cli.report import report
from sayso.cli.review import review
from sayso.errors import SaysoError
from sayso.offline import VARIABLE, is_offline


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="sayso")
@click.option("--offline", is_flag=True, help="Refuse every connection, as SAYSO_OFFLINE=1 in the environment does.")
@click.pass_context
def sayso_command(context: click.Context, offline: bool) -> None:
    """On whose say-so? Find, for every statement in the news, who said it and in which words.

    The network is used only for a URL that you name, and for feeds that you watch.

    \b
    Example:
      sayso --offline read story.txt
    """  # noqa: D301 - click wants the character \\b before lines that it must not join
    if offline and not is_offline():
        # In the environment, where the processes of --jobs find it; taken back for whoever calls this as a function.
        before = os.environ.get(VARIABLE)
        os.environ[VARIABLE] = "1"
        context.call_on_close(lambda: _restore(before))


for _command in (read, compare_, *ledger.COMMANDS, *feeds.COMMANDS, review, report, export, import_, *proofs.COMMANDS):
    sayso_command.add_command(_command)


def _restore(before: str | None) -> None:
    if before is None:
        os.environ.pop(VARIABLE, None)
    else:
        os.environ[VARIABLE] = before


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
