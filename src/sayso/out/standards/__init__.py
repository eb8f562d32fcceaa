"""A ledger in the forms of public standards, for programs that know nothing of Sayso."""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TextIO

from sayso.errors import Unexportable
from sayso.ledger import Filters, Ledger, log, selection
from sayso.ledger.connection import clock
from sayso.out.standards.chosen import Chosen, choose
from sayso.out.standards.claim_review import write_claims
from sayso.out.standards.ftm import write_entities
from sayso.out.standards.graphml import write_graph
from sayso.out.standards.prov import write_provenance
from sayso.out.standards.web_annotation import write_annotations
from sayso.printable import printable

__all__ = ["FORMS", "export_standard"]

Writer = Callable[[Chosen, TextIO], dict[str, int]]

_WRITERS: Mapping[str, Writer] = {
    "claimreview": write_claims,
    "ftm": write_entities,
    "graphml": write_graph,
    "prov": write_provenance,
    "webannotation": write_annotations,
}
FORMS = tuple(_WRITERS)


def export_standard(  # noqa: PLR0913 - keywords
    ledger: Ledger, out: Path, form: str, *, words: str = "", filters: Filters | None = None, utf16: bool = False,
    who: str,
) -> Mapping[str, int]:  # fmt: skip
    """Write what a ledger has to the file *out*, whole or not at all, and log that it went out.

    What people rejected is left out.

    Args:
        ledger: The ledger, open to write.
        out: The file; replaced where it is there.
        form: One of :data:`FORMS`.
        words: What the attributions, or the articles, must have; see :meth:`sayso.ledger.Ledger.search`.
        filters: What they must be.
        utf16: Count places in UTF-16 code units; for ``webannotation`` only.
        who: Who exports.

    Returns:
        How many of each kind of thing were written, which is all that was asked for, and how many were ``rejected``.

    Raises:
        Unexportable: Less was written, or more, than the ledger counts.
        Undecidable: A date among the filters that is none.
        OSError: *out* cannot be written.
    """
    writer: Writer = functools.partial(write_annotations, utf16=utf16) if utf16 else _WRITERS[form]
    partial = out.with_name(f"{out.name}.partial")
    try:
        with ledger.one_moment():
            chosen, expected = choose(ledger, selection.select(ledger.connection, words, filters), clock())
            with partial.open("w", encoding="utf-8", newline="") as file:
                written = writer(chosen, file)
            size = log.frontier(ledger.connection).size
        if written | expected.of(written) != written:
            raise Unexportable(printable(str(out)), _told(written), f"{_told(expected.of(written))}, as the ledger"
                               " counts", "look at the ledger with `sayso doctor`, and report this")  # fmt: skip
        given = {name: value for name, value in dataclasses.asdict(filters or Filters()).items() if value}
        asked = {**({"words": words} if words.strip() else {}), **given}
        _log(ledger, json.dumps({"form": form, "asked": asked, "rows": written}, ensure_ascii=False), size, who)
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)
    return {**written, "rejected": expected.rejected}


def _log(ledger: Ledger, what: str, size: int, who: str) -> None:
    from sayso.ledger import signing  # noqa: PLC0415 - brings cryptography, which reading does without

    with ledger.writing() as now:
        signing.put_export(ledger.connection, what, size, who=who, now=now)


def _told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in counts.items())
