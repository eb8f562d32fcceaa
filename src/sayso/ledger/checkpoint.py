"""Checkpoints: what a log was at a moment, in a few signed lines to publish or to mail.

The lines are a C2SP checkpoint (c2sp.org/tlog-checkpoint) in a C2SP signed note (c2sp.org/signed-note) with an Ed25519
signature, the form of Go's checksum database and of Certificate Transparency, so that tools for those read them too:
the log's name, its size and its root; after a blank line the signature, by a key that has the log's name.
"""

from __future__ import annotations

import base64
import binascii
import dataclasses
import hashlib
import re

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sayso.errors import KeyUnusable, Unproven
from sayso.printable import printable

_ED25519 = b"\x01"  # the signature type of the signed-note specification
_KEY_BYTES = 32
_LONGEST_NOTE = 1_000_000  # the specification asks for a limit; sixteen post-quantum signatures fit ten times
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
_VERIFIER_KEY = re.compile(r"([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)")


@dataclasses.dataclass(frozen=True, slots=True)
class Checkpoint:
    """A log's name (its *origin*), how many leaves it has, and its root of 32 bytes."""

    origin: str
    size: int
    root: bytes


@dataclasses.dataclass(frozen=True, slots=True)
class VerifierKey:
    """The public half of a log's key: the log's name and the Ed25519 public key, 32 bytes.

    ``str()`` of it is the form to publish, ``NAME+ID+KEY``, which :func:`parse_verifier_key` reads.

    Raises:
        KeyUnusable: The name is empty, or has a space, a plus sign or a character that draws nothing.
    """

    name: str
    public: bytes

    def __post_init__(self) -> None:
        if not self.name or not self.name.isprintable() or " " in self.name or "+" in self.name:
            found = f"the name “{printable(self.name)}”"
            raise KeyUnusable("the log's key", found, "one without spaces and plus signs", _LIKE_AN_ADDRESS)
        if len(self.public) != _KEY_BYTES:
            raise KeyUnusable("the log's key", f"{len(self.public)} bytes", f"{_KEY_BYTES}", _ASK_FOR_KEY)

    @property
    def id(self) -> bytes:
        """The first four bytes of a hash over name and key, which signature lines carry to be told apart."""
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(_ED25519 + self.public).decode()}"


@dataclasses.dataclass(frozen=True, slots=True)
class SignerKey:
    """The private half of a log's key, under the log's name."""

    name: str
    private: Ed25519PrivateKey = dataclasses.field(repr=False)

    @property
    def verifier(self) -> VerifierKey:
        """The public half."""
        raw = serialization.Encoding.Raw, serialization.PublicFormat.Raw
        return VerifierKey(self.name, self.private.public_key().public_bytes(*raw))


def new_signer(name: str) -> SignerKey:
    """A fresh key for the log of this name, from the operating system's randomness.

    Args:
        name: The log's name for ever, at best like an address: ``port-ada.example/desk``. It is published with every
            checkpoint, so a ledger that must not be known by its story has a name that does not tell it.

    Raises:
        KeyUnusable: The name is empty, or has a space, a plus sign or a character that draws nothing.
    """
    signer = SignerKey(name, Ed25519PrivateKey.generate())
    _ = signer.verifier  # a name that no note can carry is refused before anything is signed
    return signer


def signer_pem(signer: SignerKey) -> bytes:
    """The private key as PKCS #8 in PEM, without a passphrase; whoever stores it keeps others from reading the file."""
    return signer.private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def signer_of_pem(pem: bytes, name: str, where: str) -> SignerKey:
    """The key of the log *name* from its PEM file.

    Args:
        pem: Content of the file.
        name: The log's name, which the file does not carry.
        where: What to call the file in a message.

    Raises:
        KeyUnusable: It is no Ed25519 key in PEM, or has a passphrase.
    """
    wanted = "an Ed25519 private key, PKCS #8 in PEM, without a passphrase"
    try:
        private = serialization.load_pem_private_key(pem, password=None)
    except TypeError:
        remedy = "take the passphrase off with `openssl pkey -in FILE -out PLAIN`"
        raise KeyUnusable(where, "a key with a passphrase", wanted, remedy) from None
    except (ValueError, UnsupportedAlgorithm):
        raise KeyUnusable(where, f"{len(pem)} bytes that are no such key", wanted, _RESTORE_KEY) from None
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyUnusable(where, "a key of another kind", wanted, _RESTORE_KEY)
    return SignerKey(name, private)


def parse_verifier_key(text: str) -> VerifierKey:
    """The public key in its published form, ``NAME+ID+KEY``; spaces and line ends around it are passed over.

    Raises:
        KeyUnusable: It is not of this form, is no Ed25519 key, or its parts do not belong together.

    Example:
        >>> parse_verifier_key("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k").name
        'example.com/foo'
    """
    match = _VERIFIER_KEY.fullmatch(text.strip())
    key = _bytes_of_base64(match[3]) if match else None
    if match is None or key is None:
        raise KeyUnusable("the public key", f"“{printable(text.strip()[:60])}”", "NAME+ID+KEY", _ASK_FOR_KEY)
    if key[:1] != _ED25519:
        raise KeyUnusable("the public key", f"signature type {key[:1].hex() or 'none'}", "01, Ed25519", _ASK_FOR_KEY)
    verifier = VerifierKey(match[1], key[1:])
    if verifier.id.hex() != match[2]:
        raise KeyUnusable("the public key", f"the ID {match[2]}", verifier.id.hex(), _ASK_FOR_KEY)
    return verifier


def sign_checkpoint(size: int, root: bytes, signer: SignerKey) -> str:
    """The signed lines that say that the signer's log has *size* leaves and this root, with a line end after the last.

    Sign only a log that goes on from every one signed before (:func:`sayso.ledger.merkle.verify_consistency`): two
    checkpoints that do not are proof of a forged log.

    Raises:
        ValueError: *size* is negative, or *root* is not 32 bytes.
    """
    if size < 0 or len(root) != 32:
        raise ValueError(f"found size {size} and a root of {len(root)} bytes; wanted 0 or more, and 32")
    text = f"{signer.name}\n{size}\n{base64.b64encode(root).decode()}\n"
    signature = base64.b64encode(signer.verifier.id + signer.private.sign(text.encode())).decode()
    return f"{text}\n— {signer.name} {signature}\n"


def open_checkpoint(note: str, verifier: VerifierKey) -> Checkpoint:
    """What a signed checkpoint says, if *verifier* signed it.

    Signatures by other keys are passed over, as the specification wants: witnesses may have added theirs.

    Raises:
        Unproven: It is no checkpoint, not signed by this key, altered since, or of a log of another name.
    """
    text, signatures = _parts(note)
    ours = [signature for name, signature in signatures if (name, signature[:4]) == (verifier.name, verifier.id)]
    key = f"{printable(verifier.name)}+{verifier.id.hex()}"
    if not ours:
        found = ", ".join(f"{printable(name[:60])}+{signature[:4].hex()}" for name, signature in signatures[:3])
        raise Unproven(_WHAT, f"signatures by {found}", f"one by {key}", "check it with the key of its log")
    for signature in ours:
        try:
            Ed25519PublicKey.from_public_bytes(verifier.public).verify(signature[4:], text.encode())
        except (InvalidSignature, ValueError):
            raise Unproven(_WHAT, f"a signature that {key} did not make", "one that it made", _AGAIN) from None
    checkpoint = _checkpoint_in(text)
    if checkpoint.origin != verifier.name:
        raise Unproven(_WHAT, f"the log {printable(checkpoint.origin)}", printable(verifier.name), _AGAIN)
    return checkpoint


_WHAT = "the checkpoint"
_AGAIN = "do not rely on it; get it again from where it was published, byte for byte"
_ASK_FOR_KEY = "ask the log's owner for it again"
_RESTORE_KEY = "give the file that was made with the log, or its backup"
_LIKE_AN_ADDRESS = "name it like an address: port-ada.example/desk"


def _parts(note: str) -> tuple[str, list[tuple[str, bytes]]]:
    """A signed note's text, and who signed it: a name, and four bytes of key ID before the signature."""
    if "\r" in note:
        remedy = "mail programs change line ends: save it again with plain ones"
        raise Unproven(_WHAT, "carriage returns", "lines that end in a line feed only", remedy)
    text, blank, signed = note.rpartition("\n\n")
    lines = signed.split("\n")
    if len(note) > _LONGEST_NOTE or not blank or lines.pop() or not lines or not _is_plain(note):
        found = f"{len(note)} characters that are no signed note"
        raise Unproven(_WHAT, found, "the text, a blank line, and lines “— NAME SIGNATURE”", _AGAIN)
    return text + "\n", [_signature_in(line) for line in lines]


def _is_plain(note: str) -> bool:
    """Whether UTF-8 can hold it and it has no control characters but line feeds."""
    return not any((c < " " and c != "\n") or "\ud800" <= c <= "\udfff" for c in note)


def _signature_in(line: str) -> tuple[str, bytes]:
    dash, _, rest = line.partition(" ")
    name, _, encoded = rest.partition(" ")
    signature = _bytes_of_base64(encoded)
    if dash != "—" or not name or signature is None or len(signature) < 5:
        raise Unproven(_WHAT, f"the signature line “{printable(line[:60])}”", "“— NAME SIGNATURE”", _AGAIN)
    return name, signature


def _checkpoint_in(text: str) -> Checkpoint:
    """What a note's text says as a checkpoint; lines after the third are extensions and say nothing to us."""
    lines = text.split("\n")[:-1]
    root = _bytes_of_base64(lines[2]) if len(lines) >= 3 else None
    if root is None or len(root) != 32 or not all(lines) or not _SIZE.fullmatch(lines[1]):
        raise Unproven(_WHAT, f"the text “{printable(text[:120])}”", "a name, a size and a root, a line each", _AGAIN)
    return Checkpoint(lines[0], int(lines[1]), root)


def _bytes_of_base64(text: str) -> bytes | None:
    """The bytes, or ``None`` where it is not the one Base64 form of any; with two forms one signature could be two."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == text else None
