"""Time-stamps of checkpoints, by an authority of our own."""

from __future__ import annotations

import datetime
import shutil
import subprocess

import pytest

from sayso.errors import Unproven
from sayso.ledger.timestamp import post, stamp
from tests.web.conftest import answer
from tests.web.conftest import serve as serve  # noqa: PLC0414 - a fixture

pytest.importorskip("rfc3161_client", reason="rfc3161-client is an extra")

OPENSSL = shutil.which("openssl")
NOTE = "sayso.ledger/5f1c\n17\n8CZEKEchRCRIAtmxLweG0JoY+ASHuGQkQcN0nCPKROQ=\n\n— sayso.ledger/5f1c gb8BfQ==\n"
SETTINGS = """
[tsa]
default_tsa = ours
[ours]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
certs = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
ess_cert_id_alg = sha256
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """A function that answers queries as an authority does, and the file of its certificate."""
    if OPENSSL is None:
        pytest.skip("openssl is not there")
    folder = tmp_path_factory.mktemp("tsa")
    (folder / "serial").write_text("01")
    (folder / "settings").write_text(SETTINGS.format(folder=folder))
    certificate = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Corrin Time", "-days", "2",
                   "-addext", "extendedKeyUsage=critical,timeStamping",
                   "-keyout", folder / "tsa.key", "-out", folder / "tsa.pem"]  # fmt: skip
    subprocess.run([OPENSSL, *certificate], check=True, capture_output=True)

    def answer(query):
        (folder / "query").write_bytes(query)
        reply = [
            "ts",
            "-reply",
            "-config",
            folder / "settings",
            "-queryfile",
            folder / "query",
            "-out",
            folder / "reply",
        ]
        subprocess.run([OPENSSL, *reply], check=True, capture_output=True)
        return (folder / "reply").read_bytes()

    return answer, folder / "tsa.pem"


def test_stamp(authority, tmp_path):
    """The answer is the authority's own bytes, which OpenSSL verifies against the checkpoint, and says when."""
    send, certificate = authority
    answer, when = stamp(NOTE, send)
    assert abs(when - datetime.datetime.now(datetime.UTC)) < datetime.timedelta(minutes=1)
    (tmp_path / "note").write_text(NOTE, encoding="utf-8")
    (tmp_path / "answer").write_bytes(answer)
    verify = ["ts", "-verify", "-data", tmp_path / "note", "-in", tmp_path / "answer", "-CAfile", certificate]
    done = subprocess.run([OPENSSL, *verify], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_stamp_of_another_query(authority):
    """An answer to an earlier query is refused, though it is a good one."""
    send, _ = authority
    earlier, _ = stamp(NOTE, send)
    with pytest.raises(Unproven, match="found one of something else; wanted one of this checkpoint"):
        stamp(NOTE, lambda _: earlier)


def test_no_stamp():
    """What is no answer, and an address that is none, are said."""
    with pytest.raises(Unproven, match="found an answer that is none"):
        stamp(NOTE, lambda _: b"<html>not here</html>")
    with pytest.raises(Unproven, match="found file:; wanted http: or https:"):
        stamp(NOTE, post("file:///etc/passwd"))


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_answer_comes_over_the_wire(authority, serve):
    """The query goes to the authority as it is, and its answer comes back."""
    send, _ = authority
    server = serve(
        {"/tsa": lambda request: [answer(send(server.bodies[-1]), media_type="application/timestamp-reply")]}
    )
    assert stamp(NOTE, post(server.url("/tsa", "127.0.0.1")))[1] is not None
    assert server.fields()["Content-Type"] == "application/timestamp-query"


@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize(
    ("page", "said"),
    [(answer(b"", status="503 Busy"), "status 503"), (answer(b"", "Location: /b", status="302 Found"), "status 302")],
)
def test_no_answer(serve, page, said):
    """Without an answer the address is named; a redirect is not followed."""
    server = serve({"/tsa": page})
    with pytest.raises(Unproven, match=f"the time-stamp of http://127.0.0.1:{server.port}/tsa: found {said}"):
        stamp(NOTE, post(server.url("/tsa", "127.0.0.1")))
