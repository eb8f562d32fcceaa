"""Proofs for somebody who has neither the ledger nor Sayso."""

import base64
import dataclasses
import json
import os
import pickle
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import KeyUnusable, Unproven
from sayso.ledger.checkpoint import Checkpoint, SignerKey, sign_checkpoint
from sayso.ledger.commitment import EntryKind, Opening, entry_of, leaf_bytes
from sayso.ledger.merkle import frontier_of, inclusion_proof, leaf_hash
from sayso.ledger.proof import Proof, Proven, check_proof, parse_proof, proof_json

SCRIPT = Path(__file__).parents[2] / "docs" / "check_proof.py"
SIGNER = SignerKey("port-ada.example/desk", Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
OTHER = SignerKey("port-ada.example/desk", Ed25519PrivateKey.from_private_bytes(bytes(32)))
WORDS = Opening("words", bytes(32), "“The depot\nwas empty,” said Ada Byrne.".encode())
OUTLET = Opening("outlet", bytes(range(32)), b"Port Ada Beacon")
PAGE = Opening("page", bytes(range(1, 33)), b"\xff\xfe<html>")
TIME = "2026-03-07T09:30:00Z"
ENTRY = entry_of(EntryKind.READING, TIME, {"article": 12, "text": 7}, [WORDS, OUTLET, PAGE])
LEAVES = [leaf_bytes(entry_of(EntryKind.EXPORT, TIME, {"export": i})) for i in range(11)]
LEAVES[6] = leaf_bytes(ENTRY)
HASHES = [leaf_hash(leaf) for leaf in LEAVES]
NOTE = sign_checkpoint(11, frontier_of(HASHES).root, SIGNER)
PROOF = Proof(LEAVES[6], 6, inclusion_proof(6, 11, HASHES), (WORDS, PAGE), NOTE)


def checked_by_script(path, *, key=SIGNER.verifier, **environment):
    """What docs/check_proof.py says of a file: exit code, standard output, standard error."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(path), str(key)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def file(tmp_path):
    """Writes a proof to a file and gives its path."""

    def write(text):
        path = tmp_path / "proof.json"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_proof_shows_the_entry_and_what_was_opened():
    """Checked against the log's key, a proof gives the entry, its place, the opened values and the checkpoint."""
    assert check_proof(PROOF, SIGNER.verifier) == Proven(
        ENTRY,
        6,
        {"words": WORDS.value, "page": PAGE.value},
        Checkpoint("port-ada.example/desk", 11, frontier_of(HASHES).root),
    )


def test_a_proof_comes_back_from_its_file():
    """Text, bytes that are no text, and all hashes survive the file."""
    assert parse_proof(proof_json(PROOF)) == PROOF


@given(st.lists(st.binary(max_size=30) | st.text(max_size=30).map(lambda t: t.encode(errors="replace")), max_size=3))
def test_any_value_survives_the_file(values):
    """Whatever bytes were opened come back, and nothing in the file can steer a terminal."""
    openings = tuple(Opening(f"v{i}", bytes(32), value) for i, value in enumerate(values))
    text = proof_json(dataclasses.replace(PROOF, openings=openings))
    assert parse_proof(text).openings == openings
    assert text.replace("\n", "").isprintable()


def test_the_closed_value_is_not_in_the_file():
    """What the holder does not open, and its salt, stay home."""
    text = proof_json(PROOF)
    assert "Beacon" not in text
    assert OUTLET.salt.hex() not in text
    assert "Ada Byrne" in text


WRONG = {
    "another key": (PROOF, OTHER.verifier, "checkpoint"),
    "another place": (dataclasses.replace(PROOF, index=5), SIGNER.verifier, "inclusion proof"),
    "no place": (dataclasses.replace(PROOF, index=11), SIGNER.verifier, "inclusion proof"),
    "another entry": (dataclasses.replace(PROOF, leaf=LEAVES[5]), SIGNER.verifier, "inclusion proof"),
    "a shorter path": (dataclasses.replace(PROOF, path=PROOF.path[:-1]), SIGNER.verifier, "inclusion proof"),
    "a longer path": (
        dataclasses.replace(PROOF, path=(*PROOF.path, PROOF.path[0])),
        SIGNER.verifier,
        "inclusion proof",
    ),
    "another checkpoint": (
        dataclasses.replace(PROOF, checkpoint=NOTE.replace("11", "12")),
        SIGNER.verifier,
        "checkpoint",
    ),
    "other words": (
        dataclasses.replace(PROOF, openings=(dataclasses.replace(WORDS, value=b"The depot was full."),)),
        SIGNER.verifier,
        "the value words",
    ),
    "another salt": (
        dataclasses.replace(PROOF, openings=(dataclasses.replace(WORDS, salt=bytes(31) + b"\x01"),)),
        SIGNER.verifier,
        "the value words",
    ),
    "a value of another entry": (
        dataclasses.replace(PROOF, openings=(Opening("byline", bytes(32), b""),)),
        SIGNER.verifier,
        "the value byline",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_hold_is_named(case, file):
    """A proof with one part exchanged is refused, by Sayso with the part's name and by the script."""
    proof, verifier, part = WRONG[case]
    with pytest.raises(Unproven, match=part):
        check_proof(proof, verifier)
    code, out, err = checked_by_script(file(proof_json(proof)), key=verifier)
    assert (code, out) == (1, "")
    assert err.startswith("It does NOT hold: ")


@pytest.mark.parametrize(
    "change",
    [
        lambda record: {**record, "format": "sayso-proof/2"},
        lambda record: {**record, "leaf": "“"},
        lambda record: {**record, "leaf": 3},
        lambda record: {**record, "index": "6"},
        lambda record: {**record, "path": None},
        lambda record: {**record, "path": ["zz"]},
        lambda record: {**record, "openings": [3]},
        lambda record: {**record, "openings": [{"name": "words", "salt": "00", "text": ""}]},
        lambda record: {**record, "openings": [{"name": "words", "salt": "00" * 32}]},
        lambda record: {**record, "openings": [{"name": "words", "salt": "00" * 32, "text": "\ud800"}]},
        lambda record: {**record, "openings": [{"name": "words", "salt": "00" * 32, "base64": "?"}]},
        lambda record: {**record, "openings": [{"name": "the words", "salt": "00" * 32, "text": ""}]},
        lambda record: {**record, "checkpoint": None},
        lambda record: [record],
    ],
)
def test_what_is_no_proof_is_refused(change, file):
    """A file of another form is refused with what was found, by Sayso and by the script, never with a traceback."""
    text = json.dumps(change(json.loads(proof_json(PROOF))))
    with pytest.raises(Unproven, match=r"the proof: found .*; wanted .*; do not rely on it"):
        parse_proof(text)
    code, _, err = checked_by_script(file(text))
    assert code == 1
    assert "Traceback" not in err


@pytest.mark.parametrize("error", [Unproven("the proof", "a", "b", "c"), KeyUnusable("key.pem", "a", "b", "c")])
def test_a_refusal_survives_the_way_home_from_a_worker(error):
    """A process that checks for another sends its errors whole."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(again), str(again)) == (type(error), f"{error.args[0]}: found a; wanted b; c")


@given(st.text(max_size=40) | st.just("[" * 100_000))
def test_no_text_breaks_the_reader_of_proofs(text):
    """Whatever is passed for a proof is refused with a message."""
    with pytest.raises(Unproven):
        parse_proof(text)


def test_the_script_says_what_is_shown_and_what_is_not(file):
    """The script needs only the file and the key, and says in plain words what they prove."""
    code, out, err = checked_by_script(file(proof_json(PROOF)))
    assert (code, err) == (0, "")
    assert out == (
        "All of it holds. In the log port-ada.example/desk, signed with its key at 11 entries, entry 6 is\n"
        "  reading, 2026-03-07T09:30:00Z, about article 12, text 7\n"
        "“words” is this, byte for byte:\n"
        "  | “The depot\n"
        "  | was empty,” said Ada Byrne.\n"
        "“page” is this, byte for byte:\n"
        "  8 bytes, SHA-256 22713c6d2b44e2f0ef3dc818fe2b7c0fc47c3e8382ed4a8acce9561fc9eedc29\n"
        "“outlet” is kept closed in this file\n"
        "What it does not show: that the words are true; that the time is right, which is the owner's word; what else "
        "is in the\nlog, what was never put in, and whether this was corrected or deleted later. The entry was there "
        "at the latest on the\nday when somebody other than the owner first had this checkpoint; if nobody has, the "
        "log may have been written today.\n"
    )


def test_the_script_needs_only_cryptography():
    """Beside the standard library it imports one package, and nothing of Sayso."""
    lines = [line.split() for line in SCRIPT.read_text(encoding="utf-8").splitlines()]
    imported = {words[1].split(".")[0] for words in lines if words[:1] in (["import"], ["from"])}
    assert imported - sys.stdlib_module_names == {"cryptography"}


def test_the_script_lets_no_words_steer_the_terminal(file):
    """Control and bidi characters in an opened value are shown as escapes."""
    nasty = Opening("words", bytes(32), "a\x1b[2J\u202eb\r\nc".encode())
    leaf = leaf_bytes(entry_of(EntryKind.READING, TIME, {}, [nasty]))
    note = sign_checkpoint(1, leaf_hash(leaf), SIGNER)
    _, out, _ = checked_by_script(file(proof_json(Proof(leaf, 0, (), (nasty,), note))))
    assert "  | a\\x1b[2J\\u202eb\\r\n  | c\n" in out


def test_the_script_works_on_a_console_without_the_letters(file):
    """A proof does not fail because a console cannot draw a quotation mark."""
    code, out, _ = checked_by_script(file(proof_json(PROOF)), PYTHONIOENCODING="ascii")
    assert code == 0
    assert "\\u201cThe depot" in out


@given(st.data())
def test_script_and_sayso_agree_on_every_path(data):
    """Two programs, one by the RFC's steps and one by ranges, find the same root from any leaf of any log."""
    script = runpy.run_path(str(SCRIPT))
    leaves = [str(i).encode() for i in range(data.draw(st.integers(1, 70)))]
    index = data.draw(st.integers(0, len(leaves) - 1))
    hashes = [leaf_hash(leaf) for leaf in leaves]
    path = list(inclusion_proof(index, len(leaves), hashes))
    assert script["root_from"](leaves[index], index, len(leaves), path) == frontier_of(hashes).root
    for wrong in (path[:-1] if path else [b""], [*path, bytes(32)], [*path[:-1], b"short"]):
        with pytest.raises(ValueError, match="the path from the entry"):
            script["root_from"](leaves[index], index, len(leaves), wrong)


def test_the_script_says_how_it_is_used():
    """Without a file and a key it prints its help and ends with 2."""
    done = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, check=False, text=True)
    assert done.returncode == 2
    assert "PROOF.json PUBLIC-KEY" in done.stderr


@pytest.mark.parametrize(
    "leaf",
    [
        LEAVES[0].replace(b'"kind":"export"', b'"kind":"deletion","kind":"export"'),
        LEAVES[0].replace(b'"export":0', b'"export":9,"export":0'),
        LEAVES[0].replace(b'"kind":"export"', b'"kind":"export\\nAll of it holds."'),
        LEAVES[0].replace(b'"export":0', b'"export":"All of it holds."'),
    ],
)
def test_an_entry_in_another_form_is_refused_by_both(leaf, file):
    """A log's owner who logs what can be read in two ways, or speaks to the reader, gets no proof of it."""
    proof = Proof(leaf, 0, (), (), sign_checkpoint(1, leaf_hash(leaf), SIGNER))
    with pytest.raises(Unproven, match="the entry"):
        check_proof(proof, SIGNER.verifier)
    assert checked_by_script(file(proof_json(proof)))[0] == 1


def test_a_changed_public_key_is_refused_by_the_script(file):
    """A key whose parts do not belong together was mistyped or cut; nothing is checked with it."""
    key = str(SIGNER.verifier).replace(SIGNER.verifier.id.hex(), "00000000")
    code, _, err = checked_by_script(file(proof_json(PROOF)), key=key)
    assert (code, "the public key was cut or changed" in err) == (1, True)


def test_the_scripts_log_is_the_keys_log(file):
    """One key may sign for two logs; a checkpoint of another log than the key names is refused."""
    text = NOTE.rpartition("\n\n")[0].replace("desk", "attic") + "\n"
    signature = base64.b64encode(SIGNER.verifier.id + SIGNER.private.sign(text.encode())).decode()
    note = f"{text}\n— {SIGNER.name} {signature}\n"
    code, _, err = checked_by_script(file(proof_json(dataclasses.replace(PROOF, checkpoint=note))))
    assert (code, "of another log: port-ada.example/attic" in err) == (1, True)
