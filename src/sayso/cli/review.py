"""``sayso review``: what people decide on what the machine found."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sayso.attribution import Attribution
from sayso.claim import JudgementKind
from sayso.cli.shared import by_option, format_option, ledger_argument, pairs
from sayso.ledger import Ledger, open_ledger
from sayso.ledger import review as decide
from sayso.ledger.decisions import New
from sayso.show import kept, rows


@click.command()
@ledger_argument
@click.argument("name", metavar="[ID]", required=False)
@format_option
@click.option("--accept", is_flag=True, help="It is as the machine says, corrections apart.")
@click.option("--reject", is_flag=True, help="There is no such statement.")
@click.option("--correct", "corrections", multiple=True, metavar="FIELD=VALUE",
              help="Put a field right; source, cue and content in words of the text. Repeatable.")  # fmt: skip
@click.option("--note", metavar="WORDS", help="A remark.")
@click.option("--grade", "grades", multiple=True, metavar="SCALE=VALUE",
              help="reliability=A to F, credibility=1 to 6 (Admiralty code), likelihood (ICD 203).")  # fmt: skip
@click.option("--same", multiple=True, metavar="OTHER", help="It says the same as the attribution OTHER. Repeatable.")
@click.option("--not-same", multiple=True, metavar="OTHER", help="It does not say the same as OTHER.")
@click.option("--disputes", multiple=True, metavar="OTHER", help="It disputes OTHER.")
@click.option("--not-disputes", multiple=True, metavar="OTHER", help="It does not dispute OTHER.")
@click.option("--origin", multiple=True, metavar="NAME", help="Its upstream source is NAME.")
@click.option("--undo", type=int, metavar="NUMBER", help="Take back one of your own decisions.")
@click.option("--conflicts", is_flag=True,
              help="Show where people disagree, and decisions on words that the text no longer has.")  # fmt: skip
@by_option
def review(
    ledger: Path, name: str | None, form: str, accept: bool, reject: bool, corrections: tuple[str, ...],
    note: str | None, grades: tuple[str, ...], undo: int | None, conflicts: bool, who: str,
    **judged: tuple[str, ...],
) -> None:  # fmt: skip
    """Decide on an attribution, or look at what was decided: on ID, or on everything.

    Every decision is a row of its own with who and when; nothing is overwritten. Two people may decide differently,
    and both stand. Decisions stay when articles are read again. What they say of two statements, and of origins, wins
    over the machine in every comparison; where people disagree, the last word.

    \b
    Examples:
      sayso review story.sayso 08-overland.5 --accept --by dora
      sayso review story.sayso 08-overland.5 --correct source_name="Ada Byrne" --correct content="the depot was empty"
      sayso review story.sayso 08-overland.5 --grade reliability=B --grade credibility=2 --note "seen the footage"
      sayso review story.sayso 08-overland.5 --same 03-anvik-times.2 --origin "Ministry of Supply"
      sayso review story.sayso --undo 3
      sayso review story.sayso --conflicts
    """  # noqa: D301
    judgements = [(JudgementKind(kind), other) for kind, others in judged.items() for other in others]
    asked = accept or reject or corrections or note is not None or grades or judgements
    if accept and reject:
        raise click.UsageError("accept it or reject it")
    if asked and name is None:
        raise click.UsageError("name the attribution that this is about")
    with open_ledger(ledger, write=bool(asked) or undo is not None) as opened:
        if undo is not None:
            opened.undo(undo, who=who)
        if name is not None and asked:
            fields, scales = pairs(corrections, "--correct"), pairs(grades, "--grade")
            plain = [decide.accept()] * accept + [decide.reject()] * reject
            plain += [decide.grade(scale, value, name) for scale, value in scales]
            plain += [decide.note(note, name)] if note is not None else []
            plain += [decide.judge(kind, other, name) for kind, other in judgements]
            opened.decide(name, lambda one, text: [*plain, *_corrections(one, text, fields)], who=who)
        _show(opened, name, form, conflicts=conflicts)


def _corrections(attribution: Attribution, text: str, fields: list[tuple[str, str]]) -> list[New]:
    return [decide.correct(attribution, text, field, value) for field, value in fields]


def _show(opened: Ledger, name: str | None, form: str, *, conflicts: bool) -> None:
    if conflicts:
        found = (each for each in opened.conflicts() if name in (None, each.attribution, each.article))
        rows.write_rows(map(kept.conflict, found), kept.CONFLICTS, form, sys.stdout)
    else:
        told = map(kept.decision, opened.decisions(name))
        rows.write_rows(told, kept.DECIDED, form, sys.stdout, shown=kept.DECIDED_SHOWN)
