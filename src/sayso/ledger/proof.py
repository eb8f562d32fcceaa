"""A proof that one entry is in a log, as a file for somebody who has neither the ledger nor Sayso.

The file is one JSON object, made to be read by eye too: the entry as its leaf says it, the values that the holder
chose to open (the words themselves, with their salts), the inclusion proof, and a signed checkpoint. With the log's
public key, got some other way, nothing more is needed: docs/check_proof.py checks it in a hundred lines.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import re
from collections.abc import Mapping

from sayso.errors import Unproven
from sayso.ledger.checkpoint import Checkpoint, VerifierKey, open_checkpoint
from sayso.ledger.commitment import Entry, Opening, parse_leaf, verify_opening
from sayso.ledger.merkle import leaf_hash, verify_inclusion
from sayso.printable import printable

FORMAT = "sayso-proof/1"
"""Stands in every proof; another number is another form of file."""


@dataclasses.dataclass(frozen=True, slots=True)
class Proof:
    """One entry, what of it is opened, and how it hangs in the log.

    ``leaf`` are the bytes of the leaf, ``index`` its place, ``path`` what :func:`sayso.ledger.merkle.inclusion_proof`
    gives for the size that ``checkpoint``, the signed lines of any moment after the entry, says. ``openings`` are those
    that the holder shows. Whoever makes one checks it with :func:`check_proof` before giving it away.
    """

    leaf: bytes
    index: int
    path: tuple[bytes, ...]
    openings: tuple[Opening, ...]
    checkpoint: str


@dataclasses.dataclass(frozen=True, slots=True)
class Proven:
    """What a proof has shown: ``entry`` stands at ``index`` of the log of ``checkpoint``, and was made with ``values``.

    ``values`` are those that were opened, by name; ``entry.commitments`` names those that stayed closed as well.
    """

    entry: Entry
    index: int
    values: Mapping[str, bytes]
    checkpoint: Checkpoint


def check_proof(proof: Proof, verifier: VerifierKey) -> Proven:
    """What the proof shows, if all of it holds.

    Args:
        proof: From :func:`parse_proof`, or about to be given away.
        verifier: The log's public key, from its owner or from where the owner published it; never from the file.

    Raises:
        Unproven: Any part does not hold; the message names the first: checkpoint, place in the log, entry, value.
    """
    checkpoint = open_checkpoint(proof.checkpoint, verifier)
    verify_inclusion(leaf_hash(proof.leaf), proof.index, checkpoint.size, proof.path, checkpoint.root)
    entry = parse_leaf(proof.leaf)
    for opening in proof.openings:
        verify_opening(entry, opening)
    return Proven(entry, proof.index, {opening.name: opening.value for opening in proof.openings}, checkpoint)


def proof_json(proof: Proof) -> str:
    """The proof's file, with a line end after the last line. Values that are UTF-8 stand as text, others in Base64."""
    record = {
        "format": FORMAT,
        "leaf": proof.leaf.decode("ascii"),
        "index": proof.index,
        "path": [sibling.hex() for sibling in proof.path],
        "openings": [
            {"name": opening.name, "salt": opening.salt.hex(), **_value_record(opening.value)}
            for opening in proof.openings
        ],
        "checkpoint": proof.checkpoint,
    }
    return _escaped(json.dumps(record, ensure_ascii=False, indent=2)) + "\n"


def parse_proof(text: str) -> Proof:
    """The proof in a file, not yet checked.

    Raises:
        Unproven: It is no proof of this format.
    """
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        raise Unproven(_WHAT, "a file that is no JSON", f"one of {FORMAT}", _AGAIN) from None
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        found = printable(str(record.get("format") if isinstance(record, dict) else type(record).__name__))[:40]
        raise Unproven(_WHAT, f"the format {found}", FORMAT, _AGAIN)
    try:
        return _proof_in(record)
    except ValueError as error:
        raise Unproven(_WHAT, printable(str(error))[:200], f"a proof of {FORMAT}", _AGAIN) from None


_WHAT = "the proof"
_AGAIN = "do not rely on it; get the file again, byte for byte, or install the newest Sayso"
_HASH = re.compile(r"[0-9a-f]{64}")


def _proof_in(record: dict[str, object]) -> Proof:
    """The proof that a JSON object says. Raises :class:`ValueError` with what was found in place of one."""
    leaf, index, path = record.get("leaf"), record.get("index"), record.get("path")
    openings, checkpoint = record.get("openings"), record.get("checkpoint")
    if not isinstance(leaf, str) or not leaf.isascii() or not isinstance(checkpoint, str):
        raise ValueError("no leaf in ASCII, or no checkpoint")
    if type(index) is not int:
        raise ValueError("no whole number as the index")
    if not isinstance(path, list) or not isinstance(openings, list):
        raise ValueError("no list of hashes, or no list of openings")
    siblings = tuple(_hash_in(sibling) for sibling in path)
    return Proof(leaf.encode("ascii"), index, siblings, tuple(_opening_in(opening) for opening in openings), checkpoint)


def _hash_in(value: object) -> bytes:
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise ValueError("no 64 hexadecimal digits where a hash or a salt should be")
    return bytes.fromhex(value)


def _opening_in(record: object) -> Opening:
    if not isinstance(record, dict) or not isinstance(record.get("name"), str):
        raise ValueError("an opening without a name")
    return Opening(record["name"], _hash_in(record.get("salt")), _value_in(record))


def _value_in(record: dict[str, object]) -> bytes:
    text, encoded = record.get("text"), record.get("base64")
    if isinstance(text, str) and encoded is None:
        return text.encode("utf-8")
    if isinstance(encoded, str) and text is None:
        return base64.b64decode(encoded, validate=True)
    raise ValueError("an opening without a value, as text or in Base64")


def _value_record(value: bytes) -> dict[str, str]:
    try:
        return {"text": value.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(value).decode("ascii")}


def _escaped(json_text: str) -> str:
    """JSON with what draws nothing written as an escape: the words are untrusted, and people look at the file."""
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in json_text)
