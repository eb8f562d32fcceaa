"""Checkpoints in the form of C2SP."""

import base64
import re
import subprocess
import sys

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import KeyUnusable, Unproven
from sayso.ledger.checkpoint import (
    Checkpoint,
    SignerKey,
    VerifierKey,
    new_signer,
    open_checkpoint,
    parse_verifier_key,
    sign_checkpoint,
    signer_of_pem,
    signer_pem,
)

NAME = "port-ada.example/desk"
SIGNER = SignerKey(NAME, Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
ROOT = bytes(range(100, 132))
ENCODED_ROOT = base64.b64encode(ROOT).decode()
NOTE = sign_checkpoint(1287, ROOT, SIGNER)
OTHER = SignerKey(NAME, Ed25519PrivateKey.from_private_bytes(bytes(32)))


def signed(text, signer=SIGNER):
    """Any text, signed as a note."""
    signature = base64.b64encode(signer.verifier.id + signer.private.sign(text.encode())).decode()
    return f"{text}\n— {signer.name} {signature}\n"


def test_a_checkpoint_is_these_lines():
    """Name, size and root, a blank line, the signature: Ed25519 signs the same bytes in the same way every time."""
    assert NOTE == (
        "port-ada.example/desk\n"
        "1287\n"
        "ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoM=\n"
        "\n"
        "— port-ada.example/desk xIytq8owxH1RK+wsHvSJnOyLh+bJXMMnNNZJlpqXO5k+"
        "Is9oo2YaWb5/zAdSUmpuS7xUgo2y7/qmpBldfBVN4aao3Q8=\n"
    )


def test_a_checkpoint_opens_with_its_key():
    """What was signed comes back."""
    assert open_checkpoint(NOTE, SIGNER.verifier) == Checkpoint(NAME, 1287, ROOT)


def test_the_published_example_of_a_signed_note_has_a_good_signature():
    """A note and key of the C2SP ecosystem: the key ID is right, and the note fails for not being a checkpoint only."""
    verifier = parse_verifier_key("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
    note = (
        "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONn"
        "cAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
    )
    with pytest.raises(Unproven, match="found the text “This is an example"):
        open_checkpoint(note, verifier)
    with pytest.raises(Unproven, match=r"a signature that example.com/foo.530d903a did not make"):
        open_checkpoint(note.replace("example m", "sample m"), verifier)


@given(st.integers(0, 2**63 - 1), st.binary(min_size=32, max_size=32))
def test_every_checkpoint_opens(size, root):
    """Any size and root come back from their signed lines."""
    assert open_checkpoint(sign_checkpoint(size, root, SIGNER), SIGNER.verifier) == Checkpoint(NAME, size, root)


@given(st.data())
def test_no_changed_checkpoint_opens(data):
    """With any one character replaced, left out or put in, the lines say nothing."""
    at = data.draw(st.integers(0, len(NOTE) - 1))
    new = data.draw(st.characters(exclude_characters=NOTE[at]) | st.just(""))
    kept = data.draw(st.sampled_from(["", NOTE[at]]))
    changed = NOTE[:at] + new + kept + NOTE[at + 1 :]
    if changed != NOTE:
        with pytest.raises(Unproven):
            open_checkpoint(changed, SIGNER.verifier)


@given(st.text(max_size=60) | st.text(alphabet="— \n0+/=a", max_size=40))
def test_no_text_breaks_the_reader(text):
    """Whatever is passed for a checkpoint is refused with a message, never with another error."""
    for note in (text, signed(text.encode(errors="replace").decode() + "\n")):
        with pytest.raises(Unproven):
            open_checkpoint(note, SIGNER.verifier)


@pytest.mark.parametrize(
    ("note", "message"),
    [
        (NOTE.replace("\n", "\r\n"), "carriage returns; .*save it again"),
        ("", "no signed note"),
        (NOTE.rstrip("\n"), "no signed note"),
        (NOTE.replace("—", "--"), "the signature line “-- port-ada"),
        (NOTE.replace("1287", "1288"), "a signature that port-ada.example/desk.[0-9a-f]{8} did not make"),
        (sign_checkpoint(1287, ROOT, OTHER), "signatures by port-ada.example/desk.[0-9a-f]{8}; wanted one by port-ada"),
        (
            signed(f"elsewhere.example\n1\n{ENCODED_ROOT}\n"),
            "the log elsewhere.example; wanted port-ada",
        ),
        (signed(f"{NAME}\n01\n{ENCODED_ROOT}\n"), "a name, a size and a root"),
        (signed(f"{NAME}\n1\nAAAA\n"), "a name, a size and a root"),
        (signed(f"{NAME}\n1\n"), "a name, a size and a root"),
        ("x" * 1_000_001, "no signed note"),
        (NOTE.replace("Q8=\n", "Q9=\n"), "the signature line “— port-ada"),
        (NOTE + "— witness.example AAAA\n", "the signature line “— witness"),
        (NOTE.replace("1287", "\ud800"), "no signed note"),
        (signed(f"{NAME}\n1\n{ENCODED_ROOT}\na\tb\n"), "no signed note"),
        (signed(f"{NAME}\n1\n{ENCODED_ROOT}\n\nmore\n"), "a name, a size and a root"),
        (signed(f"{NAME}\n1\n{ENCODED_ROOT[:-2]}N=\n"), "a name, a size and a root"),
    ],
)
def test_what_is_wrong_is_said(note, message):
    """A refused checkpoint says what was found, what was wanted and what to do."""
    with pytest.raises(Unproven, match=f"the checkpoint: found .*{message}"):
        open_checkpoint(note, SIGNER.verifier)


def test_words_of_a_note_do_not_steer_the_terminal():
    """A name with control or bidi characters is shown as escapes."""
    note = signed("x\n").replace(NAME, "a\u202eb")
    with pytest.raises(Unproven) as caught:
        open_checkpoint(note, SIGNER.verifier)
    assert str(caught.value).isprintable()


def test_a_witness_may_sign_too():
    """Signatures by unknown keys are passed over, before and after the log's own."""
    text, _, own = NOTE.rpartition("\n\n")
    witness = "— witness.example " + base64.b64encode(bytes(5000)).decode() + "\n"
    namesake = "— " + NAME + " " + base64.b64encode(bytes(68)).decode() + "\n"
    note = f"{text}\n\n{witness}{own}{namesake}"
    assert open_checkpoint(note, SIGNER.verifier) == Checkpoint(NAME, 1287, ROOT)


def test_extension_lines_are_signed_and_passed_over():
    """Lines after the root belong to the signed text and say nothing to us."""
    text = f"{NAME}\n1287\n{ENCODED_ROOT}\nmore\n"
    assert open_checkpoint(signed(text), SIGNER.verifier) == Checkpoint(NAME, 1287, ROOT)


def test_a_public_key_comes_back_from_its_published_form():
    """``NAME+ID+KEY`` reads back to the same key, with the line end that a file has."""
    assert parse_verifier_key(f"{SIGNER.verifier}\n") == SIGNER.verifier


def test_a_private_key_comes_back_from_its_file():
    """A new key, written as PKCS #8, signs as before."""
    signer = new_signer(NAME)
    pem = signer_pem(signer)
    assert pem.startswith(b"-----BEGIN PRIVATE KEY-----\n")
    assert signer_of_pem(pem, NAME, "key.pem").verifier == signer.verifier


def test_every_key_is_new():
    """Two ledgers never share a key."""
    assert new_signer(NAME).verifier != new_signer(NAME).verifier


@pytest.mark.parametrize(
    "text",
    [
        "",
        "port-ada.example",
        str(SIGNER.verifier)[:-4],
        str(SIGNER.verifier).replace("desk", "disk"),
        f"{NAME}+00000000+" + base64.b64encode(b"\x02" + bytes(32)).decode(),
        f"{NAME}+00000000+" + base64.b64encode(b"\x01" + bytes(31)).decode(),
        f"{NAME}+00000000+====",
        f"{NAME}+{SIGNER.verifier.id.hex()}+" + base64.b64encode(b"\x02" + SIGNER.verifier.public).decode(),
        "two words+00000000+" + base64.b64encode(b"\x01" + bytes(32)).decode(),
    ],
)
def test_what_is_no_public_key_is_refused(text):
    """A cut, changed or foreign public key says what was found, wanted and to do."""
    with pytest.raises(KeyUnusable, match=r"key: found .*; wanted .*; \w+"):
        parse_verifier_key(text)


def encoded(private, protection):
    """A private key as PKCS #8 in PEM."""
    return private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, protection)


@pytest.mark.parametrize(
    ("pem", "found"),
    [
        (b"", "0 bytes that are no such key"),
        (signer_pem(SIGNER)[:60], "60 bytes that are no such key"),
        (encoded(generate_private_key(SECP256R1()), serialization.NoEncryption()), "a key of another kind"),
        (encoded(SIGNER.private, serialization.BestAvailableEncryption(b"depot")), "a key with a passphrase"),
    ],
)
def test_what_is_no_private_key_is_refused(pem, found):
    """A damaged, foreign or locked key file says so, and nothing of the key."""
    with pytest.raises(KeyUnusable, match=f"key.pem: found {found}; wanted an Ed25519 private key, .*; "):
        signer_of_pem(pem, NAME, "key.pem")


@pytest.mark.parametrize("name", ["", "the desk", "a+b", "a\nb", "a\u202eb", "a\u00a0b"])
def test_a_log_has_a_name_that_a_note_can_carry(name):
    """Spaces, plus signs and what draws nothing would break the note's lines."""
    with pytest.raises(KeyUnusable, match=r"found the name .*; wanted one without spaces and plus signs; name it like"):
        new_signer(name)


def test_a_key_is_in_no_traceback():
    """The private key is not in the text that Python prints of a signer."""
    assert re.fullmatch(r"SignerKey\(name='[^']*'\)", repr(SIGNER))


def test_only_a_size_and_a_root_are_signed():
    """A wrong size or root is the caller's mistake."""
    with pytest.raises(ValueError, match="found size -1 and a root of 31 bytes"):
        sign_checkpoint(-1, ROOT[1:], SIGNER)


def test_reading_does_not_import_cryptography():
    """Who only reads articles does not wait for it."""
    code = "import sys, sayso; sys.exit('cryptography' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_public_key_has_32_bytes():
    """A verifier is never made of anything else."""
    with pytest.raises(KeyUnusable, match="found 31 bytes; wanted 32"):
        VerifierKey(NAME, bytes(31))
