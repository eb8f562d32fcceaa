"""``sayso verify``, ``checkpoint`` and ``prove``: that a ledger is what it was."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path
from typing import TextIO

import click

from sayso.cli.shared import by_option, format_option, ledger_argument
from sayso.ledger import Ledger, open_ledger
from sayso.printable import printable
from sayso.show import rows

_VERIFIED = ("entries", "signed", "originals", "readings", "decisions", "comparisons", "forgotten", "root", "key")


@click.command(epilog="Exit status: 0 everything holds, 1 something does not (named on stderr), 2 misused.")
@ledger_argument
@format_option
@click.option("--key", metavar="KEY", help="The log's public key, NAME+ID+KEY, from where its owner published it.")
@click.option("--checkpoint", "published", type=click.File(encoding="utf-8"), multiple=True, metavar="FILE",
              help="A checkpoint that was published or mailed, from which the log must go on. Repeatable.")  # fmt: skip
def verify(ledger: Path, form: str, key: str | None, published: tuple[TextIO, ...]) -> None:
    """Check that all that was logged is there, unchanged and in order; the first thing that is wrong is named.

    Without --key the key that the ledger names is taken, and without a checkpoint from elsewhere nothing tells a log
    that was made anew: its owner can make another from the beginning.

    \b
    Examples:
      sayso verify story.sayso
      sayso verify story.sayso --key sayso.ledger/5f1c…+530d903a+AekyeRrm56h… --checkpoint mailed.txt
    """  # noqa: D301
    from sayso.ledger.checkpoint import parse_verifier_key  # noqa: PLC0415 - brings cryptography

    given = parse_verifier_key(key) if key else None
    with open_ledger(ledger, write=False) as opened:
        found = opened.verify(given, [file.read() for file in published])
        told = {**dataclasses.asdict(found), "key": str(given) if given else _own_key(opened)}
    if form == "table":
        pairs = ({"verified": name, "value": value} for name, value in told.items())
        rows.write_rows(pairs, ("verified", "value"), form, sys.stdout)
    else:
        rows.write_rows([told], _VERIFIED, form, sys.stdout)
    if found.signed < found.entries:
        left = found.entries - found.signed
        click.echo(
            f"{left:,} of {found.entries:,} entries are not signed yet; sign them with `sayso checkpoint`", err=True
        )


@click.command()
@ledger_argument
@click.option("--key", "key", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="The private key, made there the first time; else one in the user's settings.")  # fmt: skip
@click.option("--timestamp", metavar="URL OUT", nargs=2, type=str,
              help="Also ask the time-stamping authority (RFC 3161) at URL; its answer goes to OUT.")  # fmt: skip
def checkpoint(ledger: Path, key: Path | None, timestamp: tuple[str, str] | None) -> None:
    """Print the few signed lines that say what the log is now, to publish or mail; keep the public key with them.

    \b
    Examples:
      sayso checkpoint story.sayso > checkpoint.txt
      sayso checkpoint story.sayso --timestamp https://tsa.example/ checkpoint.tsr > checkpoint.txt
    """  # noqa: D301
    from sayso.ledger.keys import load_or_make  # noqa: PLC0415 - brings cryptography

    with open_ledger(ledger) as opened:
        signer = load_or_make(key or _key_file(opened), opened.origin)
        lines = opened.checkpoint(signer)
        click.echo(lines, nl=False)
        click.echo(f"public key: {signer.verifier}", err=True)
    if timestamp:
        _stamp(lines, *timestamp)


@click.command()
@ledger_argument
@click.argument("name", metavar="ID")
@by_option
def prove(ledger: Path, name: str, who: str) -> None:
    """Print a proof, one JSON file, that an article or attribution was logged, and with which text.

    docs/check_proof.py checks it without Sayso. The proof shows the whole text and all that was found in it; that it
    was made is logged.

    \b
    Example:
      sayso prove story.sayso 08-overland.5 > proof.json
    """  # noqa: D301
    with open_ledger(ledger) as opened:
        click.echo(opened.prove(name, who=who), nl=False)


def _stamp(lines: str, url: str, out: str) -> None:
    from sayso.ledger.timestamp import post, stamp  # noqa: PLC0415 - brings what only this needs

    answer, when = stamp(lines, post(url))
    Path(out).write_bytes(answer)
    click.echo(f"stamped {when:%Y-%m-%d %H:%M:%S} UTC, wrote {printable(out)}", err=True)


def _own_key(opened: Ledger) -> str | None:
    key = opened.own_key
    return str(key) if key else None


def _key_file(opened: Ledger) -> Path:
    name = "".join(c if c.isalnum() else "-" for c in opened.origin)
    return Path(click.get_app_dir("sayso")) / "keys" / f"{name}.pem"


COMMANDS = (verify, checkpoint, prove)
