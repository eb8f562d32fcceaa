"""Folders of Bellingcat's Auto Archiver: a folder an item, in which a .json says where the rest came from, and when."""

from __future__ import annotations

import dataclasses
import datetime
import json
from pathlib import Path

_MOST_BYTES = 5_000_000
_MOST_FILES = 50
_REPORT = "_final_media"


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """What an item's folder says about itself.

    Args:
        url: What was archived.
        archived_at: When, in UTC.
        metadata: The name of the file that says so.
        report: The name of the page that Auto Archiver made about the item, which is no part of it.
    """

    url: str
    archived_at: str | None
    metadata: str
    report: str | None


def item_in(folder: Path) -> Item | None:
    """The item whose folder this is; ``None`` for any other folder."""
    try:
        files = sorted(each for each in folder.glob("*.json") if each.is_file())[:_MOST_FILES]
        return next((item for each in files if (item := _item(each))), None)
    except OSError:
        return None


def _item(path: Path) -> Item | None:
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        said = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    about = said.get("metadata") if isinstance(said, dict) and isinstance(said.get("media"), list) else None
    if not isinstance(about, dict):
        return None
    url = about.get("url")
    if not isinstance(url, str) or not url.startswith(("https://", "http://")):
        return None
    return Item(url, _utc(about.get("_processed_at")), path.name, _report(said["media"]))


def _report(media: list[object]) -> str | None:
    for each in media:
        properties = each.get("properties") if isinstance(each, dict) else None
        if isinstance(properties, dict) and properties.get("id") == _REPORT and isinstance(each, dict):
            return Path(str(each.get("filename") or "")).name or None
    return None


def _utc(said: object) -> str | None:
    try:
        when = datetime.datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    if when is None:
        return None
    aware = when if when.tzinfo else when.replace(tzinfo=datetime.UTC)
    return aware.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
