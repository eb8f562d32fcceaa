"""On whose say-so? Reads news and finds, for every statement, who said it and in which words.

>>> import sayso
>>> for article in sayso.read("The ministry denied that the depot was hit."):
...     for attribution in article.attributions:
...         parts = (*attribution.source, *attribution.cue, *attribution.content)
...         print(" | ".join(span.of(article.text) for span in parts))
The ministry | denied | that the depot was hit
"""

from sayso.article import Article, Credit, Genre, Span
from sayso.attribution import Act, Attribution, Quotation
from sayso.compare import compare
from sayso.errors import (
    LedgerBusy,
    LedgerDamaged,
    LedgerUnwritable,
    NotALedger,
    NotInLedger,
    Refused,
    SaysoError,
    Undecidable,
    Unproven,
    WeightsChanged,
    WorkerDied,
)
from sayso.ledger import Ledger, new_ledger
from sayso.ledger import open_ledger as open  # noqa: A004 - `with sayso.open("story.sayso")` reads as files do
from sayso.pipeline import read, stream

__all__ = [
    "Act",
    "Article",
    "Attribution",
    "Credit",
    "Genre",
    "Ledger",
    "LedgerBusy",
    "LedgerDamaged",
    "LedgerUnwritable",
    "NotALedger",
    "NotInLedger",
    "Quotation",
    "Refused",
    "SaysoError",
    "Span",
    "Undecidable",
    "Unproven",
    "WeightsChanged",
    "WorkerDied",
    "compare",
    "new_ledger",
    "open",
    "read",
    "stream",
]
