"""What a leaf of the log says in the open, and how it holds what it must not say.

In the open stand the kind of an entry, its time and the row numbers of what it is about. Words, names, addresses,
hashes of texts and whatever else a reader could guess stay out: of each such value the leaf holds a *commitment*,
HMAC-SHA-256 under 32 random bytes, the salt, over the value's name and the value.

* It **hides**: without the salt, which is in no leaf, a guess at the value cannot be tried. HMAC under an unknown
  random key cannot be told from random bytes (Bellare 2006), so the commitment to a name tells no more than one to
  any other name. Once the salt is erased it stays so, for its owner too. A bare hash would not do: a list of all
  names hashes in seconds.
* It **binds**: two openings of one commitment would be a collision of SHA-256. The salt has one length, since HMAC
  pads short keys and hashes long ones, which would give one commitment two salts; name and value carry their lengths,
  since ``("ab", "c")`` would else be ``("a", "bc")``.

Each value has a salt of its own, so that opening one opens no other.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Iterable, Mapping
from enum import StrEnum

from sayso.errors import Unproven
from sayso.printable import printable

FORMAT = "sayso-entry/1"
"""Stands in every leaf; another number is another form of leaf."""

_DOMAIN = b"sayso-commitment/1"  # What is committed here can never pass for something signed or hashed elsewhere.
_SALT_BYTES = 32
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LARGEST_ROW = 2**63 - 1


class EntryKind(StrEnum):
    """What happened."""

    ORIGINAL = "original"
    READING = "reading"
    CORRECTION = "correction"
    EXPORT = "export"
    DELETION = "deletion"
    COMPARISON = "comparison"
    IMPORT = "import"


@dataclasses.dataclass(frozen=True, slots=True)
class Opening:
    """What opens one commitment: the value's name, the salt of 32 bytes, and the value.

    Whoever forgets the value must erase the salt with it.
    """

    name: str
    salt: bytes = dataclasses.field(repr=False)
    value: bytes = dataclasses.field(repr=False)

    def __post_init__(self) -> None:
        if len(self.salt) != _SALT_BYTES:
            raise ValueError(f"found a salt of {len(self.salt)} bytes; wanted {_SALT_BYTES}")
        _check_name(self.name)

    @property
    def commitment(self) -> bytes:
        """The commitment that this opens, 32 bytes."""
        parts = [_DOMAIN]
        for part in (self.name.encode("ascii"), self.value):
            parts += [len(part).to_bytes(8, "big"), part]
        return hmac.digest(self.salt, b"".join(parts), "sha256")


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log, all of it public.

    ``time`` is UTC to the second, ``2026-03-07T09:30:00Z``, the word of whoever wrote the entry. ``objects`` are row
    numbers in the ledger by role, ``{"article": 12}``: numbers only, since an id that came with an article may hold a
    name. ``commitments`` are 32 bytes each, by the names of the values. Roles and names are of ``a-z 0-9 _``, begin
    with a letter, and are fixed words of the program, never taken from an article.
    """

    kind: EntryKind
    time: str
    objects: Mapping[str, int] = dataclasses.field(default_factory=dict)
    commitments: Mapping[str, bytes] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        _check_time(self.time)
        for role, row in self.objects.items():
            _check_name(role)
            if type(row) is not int or not 0 <= row <= _LARGEST_ROW:
                raise ValueError(f"found {type(row).__name__} as the row of {role}; wanted a whole number below 2**63")
        for name, commitment in self.commitments.items():
            _check_name(name)
            if len(commitment) != hashlib.sha256().digest_size:
                raise ValueError(f"found a commitment of {len(commitment)} bytes to {name}; wanted 32")


def seal(values: Mapping[str, bytes]) -> tuple[Opening, ...]:
    """An opening for each private value, with a fresh salt from the operating system, in the order of their names.

    Args:
        values: The values by name. Text goes in as UTF-8, anything with parts as :func:`canonical_json`.

    Raises:
        ValueError: A name is not of ``a-z 0-9 _``.
    """
    return tuple(Opening(name, secrets.token_bytes(_SALT_BYTES), value) for name, value in sorted(values.items()))


def entry_of(kind: EntryKind, time: str, objects: Mapping[str, int], openings: Iterable[Opening] = ()) -> Entry:
    """The entry that commits to what *openings* open.

    Args:
        kind: What happened.
        time: When, as UTC to the second: ``2026-03-07T09:30:00Z``.
        objects: Row numbers of what it is about, by role.
        openings: What :func:`seal` gave; to be kept beside the log, not in it.

    Raises:
        ValueError: The time, a row, a role or a name is not of the form that :class:`Entry` says.

    Example:
        >>> openings = seal({"outlet": b"Port Ada Beacon"})
        >>> entry = entry_of(EntryKind.ORIGINAL, "2026-03-07T09:30:00Z", {"article": 12}, openings)
        >>> b"Beacon" in leaf_bytes(entry)
        False
        >>> verify_opening(entry, openings[0])
    """
    return Entry(kind, time, dict(objects), {opening.name: opening.commitment for opening in openings})


def leaf_bytes(entry: Entry) -> bytes:
    """The leaf: canonical JSON in ASCII, the same bytes for the same entry everywhere and always.

    Example:
        >>> leaf_bytes(Entry(EntryKind.EXPORT, "2026-03-07T09:30:00Z", {"export": 3}))
        b'{"commitments":{},"format":"sayso-entry/1","kind":"export","objects":{"export":3},"time":"2026-03-07T09:30:00Z"}'
    """
    return canonical_json(
        {
            "commitments": {name: commitment.hex() for name, commitment in entry.commitments.items()},
            "format": FORMAT,
            "kind": entry.kind.value,
            "objects": dict(entry.objects),
            "time": entry.time,
        }
    )


def parse_leaf(leaf: bytes) -> Entry:
    """The entry that a leaf says; of any entry, ``parse_leaf(leaf_bytes(entry)) == entry``.

    Raises:
        Unproven: It is no leaf of this format, or not in the one form that :func:`leaf_bytes` gives.
    """
    try:
        record = json.loads(leaf.decode("ascii"))
    except (ValueError, RecursionError):
        raise Unproven("the entry", "bytes that are no JSON in ASCII", f"a leaf of {FORMAT}", _ALTERED) from None
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        found = printable(str(record.get("format") if isinstance(record, dict) else type(record).__name__))[:40]
        raise Unproven("the entry", f"the format {found}", FORMAT, _ALTERED)
    try:
        entry = _entry_in(record)
    except (TypeError, ValueError) as error:
        found = f"what no entry says ({printable(str(error))[:200]})"
        raise Unproven("the entry", found, f"a leaf of {FORMAT}", _ALTERED) from None
    if leaf_bytes(entry) != leaf:
        raise Unproven("the entry", "JSON in another form", "sorted keys, each once, no spaces", _ALTERED)
    return entry


def verify_opening(entry: Entry, opening: Opening) -> None:
    """Return if the entry committed to this value under this name.

    Raises:
        Unproven: It has no commitment of that name, or to another value.
    """
    commitment = entry.commitments.get(opening.name)
    if commitment is None:
        raise Unproven(f"the value {opening.name}", "no commitment to it in the entry", "one", _OTHER_VALUE)
    if not hmac.compare_digest(commitment, opening.commitment):
        found, wanted = opening.commitment.hex(), commitment.hex()
        raise Unproven(f"the value {opening.name}", f"that it gives {found}", f"the entry's {wanted}", _OTHER_VALUE)


def canonical_json(value: object) -> bytes:
    """JSON of one form: keys sorted, no spaces, UTF-8 with nothing escaped that need not be; for values with parts.

    Takes what JSON knows; numbers print as Python prints them. The bytes are committed to and shown as they are, so
    nobody who checks them needs to make them again in another language.

    Raises:
        ValueError: Not a number, infinite, or half of a surrogate pair, which no UTF-8 holds.
        TypeError: A value that JSON has no form for.

    Example:
        >>> canonical_json({"source": "Ada Byrne", "score": 0.93}).decode()
        '{"score":0.93,"source":"Ada Byrne"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


_ALTERED = "it was altered, is no entry, or a newer Sayso wrote it"
_OTHER_VALUE = "do not rely on it: the entry was made about something else"


def _entry_in(record: dict[str, object]) -> Entry:
    objects, commitments, time = record.get("objects"), record.get("commitments"), record.get("time")
    if not isinstance(time, str):
        raise TypeError("no time")
    if not isinstance(objects, dict) or not isinstance(commitments, dict):
        raise TypeError("objects or commitments that are no object")
    for name, digest in commitments.items():
        if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
            raise ValueError(f"no 64 hexadecimal digits as the commitment to {name}")
    return Entry(
        EntryKind(str(record.get("kind"))),
        time,
        objects,
        {name: bytes.fromhex(digest) for name, digest in commitments.items()},
    )


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise ValueError(f"found the name {printable(name)[:80]}; wanted a-z, 0-9 and _, a letter first, at most 64")


def _check_time(time: str) -> None:
    wanted = "wanted UTC to the second, as in 2026-03-07T09:30:00Z"
    if not _TIME.fullmatch(time):
        raise ValueError(f"found the time {printable(time)[:40]}; {wanted}")
    try:
        datetime.datetime.fromisoformat(time)
    except ValueError:
        raise ValueError(f"found the time {time}, which is on no clock; {wanted}") from None
