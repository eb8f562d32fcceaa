"""Read articles as a person or another program wants them: JSON Lines, CSV, a table on the terminal, a page."""

from collections.abc import Callable

from sayso.show.comparison_json import comparison_to_json, write_comparison_json
from sayso.show.comparison_page import write_comparison_page
from sayso.show.comparison_table import write_comparison_table
from sayso.show.jsonl import to_json, write_jsonl
from sayso.show.page import write_page
from sayso.show.table_csv import write_csv
from sayso.show.terminal import write_table

WRITERS: dict[str, Callable[..., None]] = {"table": write_table, "jsonl": write_jsonl, "csv": write_csv}
"""How to write articles, by the names of ``--format``."""

__all__ = [
    "WRITERS",
    "comparison_to_json",
    "to_json",
    "write_comparison_json",
    "write_comparison_page",
    "write_comparison_table",
    "write_csv",
    "write_jsonl",
    "write_page",
    "write_table",
]
