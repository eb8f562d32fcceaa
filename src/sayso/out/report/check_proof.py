"""Checks a proof from a Sayso ledger, without Sayso: python check_proof.py PROOF.json PUBLIC-KEY

In the place of PROOF.json a report can stand, REPORT.html; every proof in it is checked. Needs Python 3.11 or newer and
`pip install cryptography`. PUBLIC-KEY is the line NAME+ID+KEY that the log's owner published; get it there, not from
whoever gave you the proof. Ends with 0 if all holds, 1 if not, 2 if misused.
The formats: RFC 9162 (2.1.3.2), c2sp.org/signed-note, c2sp.org/tlog-checkpoint, and docs/ledger.md.
"""

import base64
import hashlib
import hmac
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

NOT_SHOWN = """\
What it does not show: that the words are true; that the time is right, which is the owner's word; what else is in the
log, what was never put in, and whether this was corrected or deleted later. The entry was there at the latest on the
day when somebody other than the owner first had this checkpoint; if nobody has, the log may have been written today."""

ENTRY = re.compile(
    r'\{"commitments":\{("[a-z][a-z0-9_]*":"[0-9a-f]{64}",?)*\},"format":"sayso-entry/1",'
    r'"kind":"[a-z]+","objects":\{("[a-z][a-z0-9_]*":[0-9]+,?)*\},"time":"[0-9TZ:-]+"\}'
)


def need(holds: bool, failure: str) -> None:
    """Stop with what does not hold."""
    if not holds:
        raise ValueError(failure)


def opened_checkpoint(note: str, public_key: str) -> tuple[str, int, bytes]:
    """The log's name, size and root, if the key signed them."""
    name, key_id, encoded = public_key.strip().split("+", 2)
    key = base64.b64decode(encoded, validate=True)
    need(key[:1] == b"\x01" and len(key) == 33, "the public key is no Ed25519 key")
    digest = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
    need(digest.hex() == key_id, "the public key was cut or changed")
    text, _, signatures = note.rpartition("\n\n")
    found = [base64.b64decode(line.split(" ")[2]) for line in signatures.split("\n") if line.startswith(f"— {name} ")]
    ours = [signature[4:] for signature in found if signature[:4] == digest]
    need(bool(ours), "the checkpoint is not signed by this key")
    for signature in ours:
        Ed25519PublicKey.from_public_bytes(key[1:]).verify(signature, f"{text}\n".encode())
    origin, size, root = f"{text}\n".split("\n")[:3]
    need(origin == name, f"the checkpoint is of another log: {origin}")
    return name, int(size), base64.b64decode(root)


def root_from(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root that the path leads to from the leaf: RFC 9162, 2.1.3.2."""
    need(0 <= index < size, "the log of the checkpoint is too short for this entry")
    node, last, found = index, size - 1, hashlib.sha256(b"\x00" + leaf).digest()
    for sibling in path:
        need(last > 0 and len(sibling) == 32, "the path from the entry to the checkpoint is none")
        if node & 1 or node == last:
            found = hashlib.sha256(b"\x01" + sibling + found).digest()
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            found = hashlib.sha256(b"\x01" + found + sibling).digest()
        node, last = node >> 1, last >> 1
    need(last == 0, "the path from the entry to the checkpoint is too short")
    return found


def opened_value(entry: dict[str, Any], opening: dict[str, str]) -> bytes:
    """A value, if the entry committed to it."""
    name, salt = opening["name"].encode(), bytes.fromhex(opening["salt"])
    value = opening["text"].encode() if "text" in opening else base64.b64decode(opening["base64"], validate=True)
    message = b"sayso-commitment/1" + b"".join(len(part).to_bytes(8, "big") + part for part in (name, value))
    found = hmac.new(salt, message, hashlib.sha256).hexdigest()
    need(found == entry["commitments"].get(opening["name"]), f"the entry was not made with this “{opening['name']}”")
    return value


def shown(value: bytes) -> str:
    """A value as lines of text, else its size and hash."""
    try:
        return "\n".join(f"  | {line}" for line in value.decode().split("\n"))
    except UnicodeDecodeError:
        return f"  {len(value):,} bytes, SHA-256 {hashlib.sha256(value).hexdigest()}"


def report(proof: dict[str, Any], public_key: str) -> str:
    """What the proof shows and what it does not, in plain words. Raises an error where something does not hold."""
    need(proof["format"] == "sayso-proof/1", "this is no proof, or one of a newer form")
    name, size, root = opened_checkpoint(proof["checkpoint"], public_key)
    leaf, index, path = proof["leaf"], proof["index"], [bytes.fromhex(sibling) for sibling in proof["path"]]
    need(root_from(leaf.encode(), index, size, path) == root, "the entry is not in this log")
    entry = json.loads(leaf)
    one_form = json.dumps(entry, sort_keys=True, separators=(",", ":"))
    need(ENTRY.fullmatch(leaf) is not None and one_form == leaf, "the entry has another form than sayso-entry/1")
    values = {opening["name"]: opened_value(entry, opening) for opening in proof["openings"]}
    objects = ", ".join(f"{role} {row}" for role, row in entry["objects"].items()) or "nothing in particular"
    lines = [f"All of it holds. In the log {name}, signed with its key at {size:,} entries, entry {index:,} is"]
    lines += [f"  {entry['kind']}, {entry['time']}, about {objects}"]
    lines += [f"“{key}” is this, byte for byte:\n{shown(value)}" for key, value in values.items()]
    lines += [f"“{key}” is kept closed in this file" for key in entry["commitments"] if key not in values]
    return "\n".join(lines)


class Page(HTMLParser):
    """The data blocks of a report, by their names."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: dict[str, str] = {}
        self.open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins."""
        given = dict(attrs)
        if tag == "script" and given.get("type") == "application/json":
            self.open = given.get("id") or f"block {len(self.blocks) + 1}"
            need(self.open not in self.blocks, "two proofs of one name in the page")
            self.blocks[self.open] = ""

    def handle_data(self, data: str) -> None:
        """Some of it."""
        if self.open:
            self.blocks[self.open] += data

    def handle_endtag(self, tag: str) -> None:
        """It ends."""
        self.open = self.open if tag != "script" else None


def proofs_in(content: str) -> dict[str, str]:
    """The proofs of a page by their names, or the one that the file is."""
    if not content.lstrip().startswith("<"):
        return {"": content}
    page = Page()
    page.feed(content)
    page.close()
    need(bool(page.blocks), "the page carries no proof")
    return page.blocks


def checked(content: str, public_key: str) -> str:
    """What every proof in a file shows, if all of them hold."""
    parts = []
    for name, proof in proofs_in(content).items():
        try:
            parts.append("\n".join(filter(None, [name, report(json.loads(proof), public_key)])))
        except ValueError as error:
            raise ValueError(f"{name}: {error}" if name else str(error)) from error
    return "\n".join([*parts, NOT_SHOWN])


def main(arguments: list[str]) -> int:
    """Check one file against one key."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        result = checked(Path(arguments[0]).read_text(encoding="utf-8"), arguments[1])
    except (InvalidSignature, ValueError, LookupError, TypeError, AttributeError, RecursionError, OSError) as error:
        reason = "the checkpoint was changed after it was signed" if isinstance(error, InvalidSignature) else str(error)
        print(f"It does NOT hold: {reason!a}. Rely on nothing in this file.", file=sys.stderr)
        return 1
    # Nobody vouches for the words: they must not steer the terminal, nor need letters that it has not.
    plain = "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in result)
    print(plain.encode(sys.stdout.encoding, "backslashreplace").decode(sys.stdout.encoding))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
