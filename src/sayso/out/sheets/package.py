"""The codebook of an export, as a Frictionless Data Package: what R, pandas and validators read types from."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.out.sheets.columns import Column, Sheet, Type

FILE = "codebook.json"

_TABLE_SCHEMA = {Type.LIST: "array", Type.OFFSETS: "array"}
"""Types of ours by their Table Schema names, where those differ."""


@dataclasses.dataclass(frozen=True, slots=True)
class About:
    """What an export is of.

    ``asked`` are the words and filters by name, ``rows`` the number of rows of each sheet, ``log_size`` the entries
    that the log had. ``last_decision`` is the number of the last decision that is in it.
    """

    ledger: str
    origin: str
    sayso: str
    who: str
    exported_at: str
    form: str
    asked: Mapping[str, str]
    rows: Mapping[str, int]
    log_size: int
    last_decision: int
    comparison: int | None


def codebook_json(about: About, sheets: Sequence[Sheet], ending: str) -> str:
    """The codebook of a folder with one file, of that *ending*, a sheet.

    A .csv shows a text that a spreadsheet would run with an apostrophe before it; that is said in its dialect.
    """
    package = {
        "profile": "tabular-data-package" if ending == "csv" else "data-package",
        "name": "sayso-export",
        "title": f"Export of the ledger {about.origin}",
        "created": about.exported_at,
        "sayso": {
            key: value for key, value in dataclasses.asdict(about).items() if key not in ("rows", "exported_at", "form")
        },
        "resources": [_resource(sheet, about.rows[sheet.name], ending) for sheet in sheets],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(sheet: Sheet, rows: int, ending: str) -> dict[str, Any]:
    return {
        "name": sheet.stem,
        "path": f"{sheet.stem}.{ending}",
        "title": sheet.name,
        "description": sheet.meaning,
        "format": ending,
        "encoding": "utf-8",
        "rows": rows,
        "schema": {
            "fields": [_field(column) for column in sheet.columns],
            "primaryKey": sheet.key,
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TABLE_SCHEMA.get(column.type, column.type.value),
        "description": column.meaning,
    }
    if column.unit:
        field["unit"] = column.unit
    if column.vocabulary:
        values = list(column.vocabulary) + (["disputed"] if column.name == "verdict" else [])
        if column.type is Type.LIST:
            field["arrayItem"] = {"type": "string", "constraints": {"enum": values}}
        else:
            field["constraints"] = {"enum": values}
    return field
