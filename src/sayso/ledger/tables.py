"""Attributions of a ledger as something to go through, and as a table for pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from sayso.errors import ExtraMissing
from sayso.ledger.records import KeptAttribution

if TYPE_CHECKING:
    import pandas

_FIELDS = (
    "quotation", "act", "source_name", "source_role", "source_affiliation", "source_kind", "named", "via",
    "addressee", "certainty", "cue_stance", "score", "sure", "in_title",
)  # fmt: skip


class Attributions:
    """All attributions of a ledger, article by article; each going-through asks the ledger anew."""

    def __init__(self, start: Callable[[], Iterator[KeptAttribution]]) -> None:
        self._start = start

    def __iter__(self) -> Iterator[KeptAttribution]:
        return self._start()

    def to_pandas(self) -> pandas.DataFrame:
        """One row an attribution, in the columns of :func:`row`; no row, but the columns, for an empty ledger.

        Raises:
            ExtraMissing: pandas is not installed.
        """
        try:
            import pandas  # noqa: PLC0415 - an extra
        except ImportError:
            raise ExtraMissing("pandas", "pandas") from None
        return pandas.DataFrame([row(each) for each in self], columns=list(COLUMNS))


def row(kept: KeptAttribution) -> dict[str, Any]:
    """An attribution as one flat row: words, not offsets; evidence as its kinds; ``None`` for what is not known."""
    one = kept.attribution
    values = {field: getattr(one, field) for field in _FIELDS}
    return {
        "attribution": kept.id,
        "article": kept.article,
        "outlet": kept.outlet,
        "date": kept.date,
        "title": kept.title,
        "source": kept.source,
        "cue": kept.cue,
        "content": kept.content,
        **{field: getattr(value, "value", value) for field, value in values.items()},
        "evidence": [each.kind.value for each in one.evidence],
        "verdict": kept.standing and kept.standing.verdict and kept.standing.verdict.value,
    }


COLUMNS = (
    "attribution",
    "article",
    "outlet",
    "date",
    "title",
    "source",
    "cue",
    "content",
    *_FIELDS,
    "evidence",
    "verdict",
)
"""The columns of :func:`row`, in order."""
