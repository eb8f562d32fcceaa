"""JSON Feed 1.1 (jsonfeed.org), and 1.0, which differs in nothing that is read here."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from sayso.errors import Refused
from sayso.feeds.item import Feed, Item
from sayso.feeds.kept import MOST, Kept
from sayso.feeds.times import from_iso
from sayso.printable import printable

_VERSION = "https://jsonfeed.org/version/"


def feed_of_json(text: str, url: str) -> Feed:
    """The feed in *text*. Raises :class:`Refused` for JSON that is broken, too deep, or no feed."""
    where = printable(url)
    try:
        said = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        raise Refused(where, "broken JSON, or nested too deep", "a feed", "check its address") from None
    if not (isinstance(said, dict) and isinstance(said.get("items"), list)):
        raise Refused(where, "JSON that is no feed", f"one of version {_VERSION}1.1", "check its address")
    kept = Kept(url, len(said["items"]))
    for number, given in enumerate(said["items"][:MOST], start=1):
        if isinstance(given, dict):
            kept.put(_link(given), partial(_item, given), _words(given.get("id")) or str(number))
        else:
            kept.refuse(str(number), "something that is no object")
    return Feed(_words(said.get("title")), kept.items, kept.refused)


def _item(given: dict[str, Any], link: str) -> Item:
    times = {
        "published": from_iso(given.get("date_published")),
        "updated": from_iso(given.get("date_modified")),
    }
    found = {"published": "JSON Feed date_published", "updated": "JSON Feed date_modified"}
    return Item(
        link, _words(given.get("title")), **times, guid=_words(given.get("id")),
        found_in={name: place for name, place in found.items() if times[name]},
    )  # fmt: skip


def _link(given: dict[str, Any]) -> str | None:
    """The item's own page; a link blog's items have only that of somebody else."""
    named = (_words(given.get(name)) for name in ("url", "external_url"))
    own_id = _words(given.get("id")) or ""
    return next(filter(None, named), None) or (own_id if own_id.startswith(("http://", "https://")) else None)


def _words(value: object) -> str | None:
    """A text or a number as words, lone surrogates, which nothing can store, replaced; ``None`` for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(str(value).encode("utf-8", "replace").decode().split()) or None
