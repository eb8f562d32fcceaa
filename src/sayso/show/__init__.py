"""Read articles as a person or another program wants them: JSON Lines, CSV, a table on the terminal, a page."""

from sayso.show.jsonl import to_json, write_jsonl
from sayso.show.page import write_page
from sayso.show.table_csv import write_csv
from sayso.show.terminal import write_table

__all__ = ["to_json", "write_csv", "write_jsonl", "write_page", "write_table"]
