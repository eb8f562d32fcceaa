"""CSV: one row an attribution, for spreadsheets.

A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end would run as a formula when a spreadsheet opens
the file (CWE-1236). Such a cell gets an apostrophe in front, so that it is text; one that already begins with
apostrophes before such a sign gets one more, so that :func:`from_cell` always gives back what was written.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Collection, Iterable, Sequence
from typing import TextIO

from sayso.article import Article, Span
from sayso.attribution import Act, Attribution
from sayso.resolve import key_of
from sayso.show.acts import of_acts
from sayso.show.basis import evidence, figures
from sayso.show.words import encodable, joined

COLUMNS = (
    "article",
    "outlet",
    "date",
    "title",
    "attribution",
    "source",
    "cue",
    "content",
    "source_name",
    "source_key",
    "source_role",
    "source_affiliation",
    "source_kind",
    "named",
    "via",
    "addressee",
    "certainty",
    "cue_stance",
    "evidence",
    "figures",
    "act",
    "quotation",
    "score",
    "sure",
    "in_title",
    "source_offsets",
    "cue_offsets",
    "content_offsets",
    "path",
    "url",
    "genre",
    "modified",
    "correction",
)

# The full-width signs too: spreadsheets set to Chinese, Japanese or Korean read them as the plain ones.
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")


def write_csv(articles: Iterable[Article], out: TextIO, *, acts: Collection[Act] | None = None) -> None:
    r"""Write a line of column names, then one row an attribution (RFC 4180), each article's as soon as it comes.

    Words stand as in the text, `` … `` between spans that are apart; offsets are JSON, ``[[12, 24], [30, 41]]``. What
    is not known is an empty cell. *out* is UTF-8, opened with ``newline=""``: rows end in ``\r\n`` already.
    With *acts* only the attributions of these are written.
    """
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for article in articles:
        rows.writerows(_row(article, attribution) for attribution in of_acts(article, acts).attributions or ())


def from_cell(cell: str) -> str:
    """The text that :func:`write_csv` wrote as *cell*.

    Example:
        >>> from_cell("'=SUM(A1)"), from_cell("'Tis done")
        ('=SUM(A1)', "'Tis done")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _row(article: Article, attribution: Attribution) -> list[str]:
    cells = (
        article.id,
        article.outlet,
        article.date,
        article.title,
        attribution.id,
        joined(attribution.source, article.text),
        joined(attribution.cue, article.text),
        joined(attribution.content, article.text),
        attribution.source_name,
        attribution.source_name and key_of(attribution.source_name).value,
        attribution.source_role,
        attribution.source_affiliation,
        attribution.source_kind,
        None if attribution.named is None else _yes_or_no(attribution.named),
        attribution.via,
        attribution.addressee,
        attribution.certainty,
        attribution.cue_stance,
        evidence(attribution),
        figures(attribution.figures),
        attribution.act,
        attribution.quotation,
        None if attribution.score is None else f"{attribution.score:.4f}",
        _yes_or_no(attribution.sure),
        _yes_or_no(attribution.in_title),
        _offsets(attribution.source),
        _offsets(attribution.cue),
        _offsets(attribution.content),
        article.path,
        article.url,
        article.genre,
        article.modified,
        article.correction,
    )
    return [to_cell(cell or "") for cell in cells]


def to_cell(text: str) -> str:
    """*text* as a cell that no spreadsheet runs as a formula; :func:`from_cell` takes it back."""
    return encodable(f"'{text}" if _FORMULA.match(text) else text)


def _yes_or_no(value: bool) -> str:
    return "yes" if value else "no"


def _offsets(spans: Sequence[Span]) -> str:
    return json.dumps([[span.start, span.end] for span in spans])
