"""The JSON-LD of a page."""

from __future__ import annotations

import itertools
import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_MOST_NODES = 10_000
_LARGEST_BLOCK = 2_000_000
_ARTICLE_TYPES = ("Article", "Posting", "Report")


class LinkedData:
    """The JSON-LD of a page: what its articles say, before what anything else in it says.

    Nothing in it is trusted to have the right form: what has not is passed over, and so is a block of more than two
    million characters, or what comes after ten thousand objects.

    Args:
        blocks: The blocks as they stand in the page.
    """

    def __init__(self, blocks: Iterable[str]) -> None:
        parsed = [_parsed(block) for block in blocks if len(block) <= _LARGEST_BLOCK]
        nodes = list(itertools.islice(_nodes(parsed), _MOST_NODES))
        self._named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
        self._articles = [node for node in nodes if _is_article(node)]

    def types(self) -> list[str]:
        """The types of the first article; none where there is none."""
        return [kind for node in self._articles[:1] for kind in _listed(node.get("@type")) if isinstance(kind, str)]

    def words(self, key: str) -> str | None:
        """The first text that an article gives for *key*."""
        values = (value for article in self._articles for value in _listed(article.get(key)))
        return next((value for value in values if isinstance(value, str) and value.strip()), None)

    def all_words(self, key: str) -> list[str]:
        """All texts that the first article that says anything under *key* gives there."""
        values = ([each for each in _listed(node.get(key)) if isinstance(each, str)] for node in self._articles)
        return next((found for found in values if found), [])

    def name(self, key: str) -> str | None:
        """The names that an article gives for *key*, as words, as objects or by reference."""
        for article in self._articles:
            names = [name for value in _listed(article.get(key)) if (name := self._name(value))]
            if names:
                return ", ".join(dict.fromkeys(names))
        return None

    def name_within(self, key: str, *inner: str) -> str | None:
        """The name that the object under *key* of an article gives for the first of the keys *inner* that it has."""
        works = (value for article in self._articles for value in _listed(article.get(key)))
        for work in works:
            if isinstance(work, Mapping):
                names = (self._name(value) for each in inner for value in _listed(work.get(each)))
                if name := next(filter(None, names), None):
                    return name
        return None

    def text(self, key: str) -> str | None:
        """What an article says under *key* in full sentences: as words, or as comments with a ``text``."""
        for article in self._articles:
            values = [value.get("text") if isinstance(value, Mapping) else value for value in _listed(article.get(key))]
            if said := [value.strip() for value in values if isinstance(value, str) and " " in value.strip()]:
                return "\n\n".join(said)
        return None

    def _name(self, value: object) -> str | None:
        if isinstance(value, Mapping):
            named = value if "name" in value else self._named.get(str(value.get("@id")), value)
            value = next(iter(_listed(named.get("name"))), None)
        return value.strip() or None if isinstance(value, str) else None


def _parsed(block: str) -> object:
    """A block of JSON-LD, ``None`` where it is broken."""
    try:
        return json.loads(block, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(roots: list[object]) -> Iterator[Mapping[str, Any]]:
    """All objects in *roots*, at any depth, outer ones first."""
    pending = deque(roots)
    while pending:
        value = pending.popleft()
        if isinstance(value, dict):
            yield value
            pending.extend(value.values())
        elif isinstance(value, list):
            pending.extend(value)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _is_article(node: Mapping[str, Any]) -> bool:
    return any(isinstance(kind, str) and kind.endswith(_ARTICLE_TYPES) for kind in _listed(node.get("@type")))
