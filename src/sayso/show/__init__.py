"""Read articles as a person or another program wants them: JSON Lines, CSV, a table on the terminal, a page."""

from collections.abc import Callable

from sayso.show.jsonl import to_json, write_jsonl
from sayso.show.page import write_page
from sayso.show.table_csv import write_csv
from sayso.show.terminal import write_table

WRITERS: dict[str, Callable[..., None]] = {"table": write_table, "jsonl": write_jsonl, "csv": write_csv}
"""How to write articles, by the names of ``--format``."""

__all__ = ["WRITERS", "to_json", "write_csv", "write_jsonl", "write_page", "write_table"]
