"""The ledger: what was read, kept, logged and provable."""

from sayso.ledger.add import Added, Outcome
from sayso.ledger.changes import Change, changes
from sayso.ledger.comparisons import KeptComparison
from sayso.ledger.decisions import Decision
from sayso.ledger.records import Conflict, KeptArticle, KeptAttribution, Version
from sayso.ledger.search import Filters
from sayso.ledger.standing import Standing, Verdict
from sayso.ledger.store import Ledger, new_ledger, open_ledger

__all__ = [
    "Added",
    "Change",
    "Conflict",
    "Decision",
    "Filters",
    "KeptArticle",
    "KeptAttribution",
    "KeptComparison",
    "Ledger",
    "Outcome",
    "Standing",
    "Verdict",
    "Version",
    "changes",
    "new_ledger",
    "open_ledger",
]
