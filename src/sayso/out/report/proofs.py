"""Proofs as a report carries them: what of each entry is opened, and how it stands in a page."""

from __future__ import annotations

import dataclasses

from sayso.gather import Form
from sayso.ledger.commitment import parse_leaf
from sayso.ledger.held import Held
from sayso.ledger.proof import Proof, proof_json
from sayso.out.redact import Names

_OPENED = frozenset({"text", "article", "about", "original", "arrival"})
"""The words and where they are from. What the machine found in them the page shows, as far as it is cited."""
_GUESSABLE = frozenset({Form.TEXT.value, Form.JSONL.value, Form.CSV.value})
"""Forms whose bytes can be put together again from the words: whoever has all words but a name tries names until the
hash fits, and a laptop tries a million in a second."""
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@dataclasses.dataclass(frozen=True, slots=True)
class Shown:
    """A proof in a page: the name of its block, and JSON in which nothing ends a script element."""

    name: str
    json: str


def holds_name(held: Held, names: Names) -> bool:
    """Whether what the proofs of an article would open, or its address, holds a name that is to go."""
    opened = {opening.name: opening.value.decode() for proof in held.proofs for opening in proof.openings
              if opening.name in _OPENED}  # fmt: skip
    place = (opened.pop("arrival", ""), held.url or "")
    return any(map(names.hinted_in, place)) or any(names.find(value) for value in opened.values())


def shown_hash(held: Held, *, withheld: bool) -> str | None:
    """The hash of an original; ``None`` where names were taken out and it would tell who guesses right."""
    return None if withheld and held.form in _GUESSABLE else held.sha256


def shown(held: Held, number: int, *, withheld: bool) -> tuple[Shown, ...]:
    """The proofs of an article, named by its number; none before a checkpoint counts them.

    Where names were taken out, only the original's hash is opened, and that only where :func:`shown_hash` shows it.
    """
    opened = _OPENED if not withheld else {"original"} if shown_hash(held, withheld=True) else frozenset[str]()
    names = (f"article-{number}-reading", f"article-{number}-original")
    return tuple(
        Shown(name, _in_script(_opening(proof, opened))) for name, proof in zip(names, held.proofs, strict=False)
    )


def commitment(held: Held) -> str | None:
    """What the log has in the place of the text: its HMAC under a salt, so that nothing can be tried."""
    return parse_leaf(held.proofs[0].leaf).commitments["text"].hex() if held.proofs else None


def _opening(proof: Proof, names: frozenset[str] | set[str]) -> Proof:
    return dataclasses.replace(proof, openings=tuple(each for each in proof.openings if each.name in names))


def _in_script(proof: Proof) -> str:
    return proof_json(proof).translate(_IN_SCRIPT)
