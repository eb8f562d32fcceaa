"""What a ledger holds, for people and programs: lists, one article, one attribution, conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

from sayso.ledger import Added, Conflict, Decision, KeptArticle, KeptAttribution, Outcome, Standing, Version
from sayso.printable import printable
from sayso.show.basis import evidence, sentence, who
from sayso.show.jsonl import attribution_to_json, to_json
from sayso.show.words import one_line

LISTED = ("article", "outlet", "date", "title", "language", "version", "attributions", "decided", "sha256", "path")
LISTED_SHOWN = ("article", "outlet", "date", "title", "attributions", "decided")
ADDED = ("article", "outcome", "version", "attribution", "change")
FOUND = ("attribution", "article", "outlet", "date", "source", "cue", "content", "certainty", "evidence")
FOUND_SHOWN = ("attribution", "source", "cue", "content")
DECIDED = ("decision", "attribution", "who", "decided_at", "kind", "field", "value", "undone", "other")
DECIDED_SHOWN = ("decision", "attribution", "who", "kind", "field", "value", "other", "undone")
CONFLICTS = ("attribution", "article", "why", "decisions")


def summary(kept: KeptArticle) -> dict[str, Any]:
    """An article in the columns :data:`LISTED`."""
    one = kept.article
    return {
        "article": kept.id, "outlet": one.outlet, "date": one.date, "title": one.title, "language": one.language,
        "version": kept.version, "attributions": len(one.attributions or ()), "decided": len(kept.standings),
        "sha256": kept.sha256, "path": one.path,
    }  # fmt: skip


def whole(kept: KeptArticle) -> dict[str, Any]:
    """An article as ``sayso read`` prints it, people's corrections applied, and how it is kept."""
    return {
        **to_json(kept.article),
        "version": kept.version,
        "sha256": kept.sha256,
        "kept_at": kept.kept_at,
        "read_by": {"sayso": kept.reader, "model": kept.model, "at": kept.read_at},
        "reviews": {name: standing_to_json(each) for name, each in kept.standings.items()},
    }


def statement(kept: KeptAttribution) -> dict[str, Any]:
    """An attribution as ``sayso read`` prints it, with its words, its article and what people decided."""
    return {
        **attribution_to_json(kept.attribution),
        "article": kept.article,
        "outlet": kept.outlet,
        "date": kept.date,
        "words": {"source": kept.source, "cue": kept.cue, "content": kept.content},
        "review": kept.standing and standing_to_json(kept.standing),
    }


def found(kept: KeptAttribution) -> dict[str, Any]:
    """An attribution in the columns :data:`FOUND`, and in full for JSON Lines."""
    one = kept.attribution
    shown = {"attribution": kept.id, "source": one.source_name or kept.source, "cue": kept.cue, "content": kept.content}
    known = {"article": kept.article, "outlet": kept.outlet, "date": kept.date}
    return {**shown, **known, "certainty": one.certainty, "evidence": [each.kind.value for each in one.evidence],
            "found": statement(kept)}  # fmt: skip


def found_article(kept: KeptArticle) -> dict[str, Any]:
    """An article in the columns :data:`FOUND`."""
    one = kept.article
    return {"attribution": None, "article": kept.id, "outlet": one.outlet, "date": one.date, "source": one.outlet,
            "cue": "article", "content": one.title, "certainty": None, "evidence": []}  # fmt: skip


def added(one: Added) -> Iterator[dict[str, Any]]:
    """What was done with an article: a row for each change, one for none."""
    row = {"article": one.article, "outcome": one.outcome.value, "version": one.version}
    if not one.changes:
        yield {**row, "attribution": None, "change": None}
    for change in one.changes:
        yield {**row, "attribution": change.attribution, "change": str(change)}


def is_news(one: Added) -> bool:
    """Whether a person wants to see it in a table: what was there already is only counted."""
    return one.outcome is not Outcome.UNCHANGED


def decision(one: Decision) -> dict[str, Any]:
    """A decision in the columns :data:`DECIDED`."""
    return {"decision": one.id, "attribution": one.attribution, "who": one.who, "decided_at": one.decided_at,
            "kind": one.kind.value, "field": one.field, "value": one.value, "undoes": one.undoes,
            "undone": one.undone, "other": one.other}  # fmt: skip


def conflict(one: Conflict) -> dict[str, Any]:
    """A conflict in the columns :data:`CONFLICTS`."""
    told = [str(each) for each in one.standing.decisions if not each.undone]
    return {"attribution": one.attribution, "article": one.article, "why": one.why, "decisions": told}


def standing_to_json(standing: Standing) -> dict[str, Any]:
    """What people decided on a statement, as plain values."""
    return {
        "verdict": standing.verdict and standing.verdict.value,
        "corrected": dict(standing.corrected),
        "disputed": {field: dict(said) for field, said in standing.disputed.items()},
        "grades": {name: dict(said) for name, said in standing.grades.items()},
        "decisions": [decision(each) for each in standing.decisions],
    }


def write_versions(versions: list[Version], out: TextIO) -> None:
    """The versions of an article, and what changed from one to the next; nothing for one version."""
    if len(versions) < 2:
        return
    console = _console(out)
    console.print(Text("versions", style="bold"))
    for each in versions:
        console.print(
            Text(f"{each.number} · kept {each.kept_at} · sha256 {each.sha256[:12]}… · {_plain(each.path or '')}")
        )
        for change in each.changes:
            console.print(Text(f"  {_plain(change.attribution)} {_plain(str(change))}"))


def write_statement(kept: KeptAttribution, out: TextIO) -> None:
    """One attribution in full, and what people decided on it."""
    console = _console(out)
    one = kept.attribution
    console.print(Text(_plain(kept.id), style="bold"))
    about: Mapping[str, str | None] = {
        "in": " · ".join(filter(None, (kept.article, kept.outlet, kept.date))),
        "who": who(one, kept.text) or kept.source,
        "cue": kept.cue,
        "words": kept.content,
        "basis": sentence(one, kept.text),
        "evidence": evidence(one),
    }
    for label, value in about.items():
        if value:
            console.print(Text(f"{label:>8}  {_plain(value)}"))
    for each in kept.standing.decisions if kept.standing else ():
        console.print(Text(f"{each.id:>8}  {_plain(str(each))}"))


def _console(out: TextIO) -> Console:
    return Console(file=out, markup=False, highlight=False, emoji=False)


def _plain(text: str) -> str:
    return printable(one_line(text))
