"""The towns that are known: 34,000 of GeoNames, and those of a user's own list."""

from __future__ import annotations

import csv
import dataclasses
import functools
import gzip
import importlib.resources
import io
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping
from pathlib import Path

from sayso.errors import Refused
from sayso.figures.countries import COUNTRIES

FILE = "gazetteer.tsv.gz"
"""Made by training/places.py from GeoNames (CC BY 4.0); see NOTICE-PLACES.md."""

_NOT_LATIN = re.compile(r"[^a-z\s.,()/-]")
_NO_LETTER = re.compile(r"[^a-z]+")
_APOSTROPHES = dict.fromkeys(map(ord, "'‘’`´ʼʻʾʿ"))
_ARTICLES = {"al", "el", "ar", "as", "at", "ad", "az", "an", "ash", "the"}
_WANTED = ("name", "country")


@dataclasses.dataclass(frozen=True, slots=True)
class Town:
    """A town that bears a name: its country, an ISO code or as the user wrote it, and its population.

    ``first`` says whether it is the town's first name rather than another spelling. A user's own towns are as good as
    the largest.
    """

    country: str
    population: int
    first: bool


OwnTowns = Mapping[str, tuple[Town, ...]]
"""A user's own towns by the key of their name."""

_OWN_POPULATION = 10**9


def name_key(name: str) -> str:
    """What spellings of one name share: no case, accents, hyphens, spaces, and no Arabic article before it.

    Empty for a name that is not in Latin letters.

    Example:
        >>> name_key("Al-Ḩasakah"), name_key("Hasakah"), name_key("دمشق")
        ('hasakah', 'hasakah', '')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.translate(_APOSTROPHES).lower()
    if _NOT_LATIN.search(plain):
        return ""
    words = _NO_LETTER.sub(" ", plain).split()
    while len(words) > 1 and words[0] in _ARTICLES:
        del words[0]
    return "".join(words)


def towns(key: str, own: OwnTowns) -> tuple[Town, ...]:
    """The towns whose name has this key; a user's own go before all others. None for a key that is not known."""
    if key in own:
        return own[key]
    lines = _lines()
    index = bisect_left(lines, f"{key}\t")
    if index == len(lines) or not lines[index].startswith(f"{key}\t"):
        return ()
    return tuple(_town(each) for each in lines[index].split("\t")[1:])


def _town(value: str) -> Town:
    country, population, mark = value.split(" ")
    return Town(country, int(population), mark == "=")


@functools.cache
def _lines() -> list[str]:
    packed = importlib.resources.files("sayso.figures").joinpath(FILE).read_bytes()
    return gzip.decompress(packed).decode().split("\n")


def read_own_towns(path: Path) -> OwnTowns:
    """A user's own towns, from a CSV in UTF-8 with the columns ``name`` and ``country``; others are passed over.

    A name that the built-in list has too means the user's town from then on.

    Raises:
        Refused: The file cannot be read, or a column is missing.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(str(path), str(error), "a CSV in UTF-8", "check the path, or save the table as UTF-8") from error
    rows = csv.DictReader(io.StringIO(text, newline=""))
    missing = [column for column in _WANTED if column not in (rows.fieldnames or ())]
    if missing:
        found = ", ".join(rows.fieldnames or ()) or "an empty file"
        raise Refused(str(path), found, "the columns name and country", f"add {' and '.join(missing)}")
    own: dict[str, tuple[Town, ...]] = {}
    for row in rows:
        key, country = name_key(row["name"] or ""), (row["country"] or "").strip()
        if key:
            town = Town(COUNTRIES.get(country.lower(), country), _OWN_POPULATION, first=True)
            own[key] = (*own.get(key, ()), town)
    return own
