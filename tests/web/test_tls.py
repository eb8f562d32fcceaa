"""A connection goes to a checked number, and the certificate still has to be the name's."""

import contextlib
import datetime
import socket
import ssl
import threading

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from sayso.errors import Refused
from sayso.web import Limits, exchange
from tests.web.conftest import PAGE, answer, fetcher

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


@pytest.fixture
def certificate(tmp_path):
    """A file with a certificate for inlandpost.example, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "inlandpost.example")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("inlandpost.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = tmp_path / "certificate.pem"
    path.write_bytes(made.public_bytes(pem) + private)
    return path


@pytest.fixture
def port(certificate):
    """The port of a server that shows this certificate and then a page."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    listening = socket.create_server(("127.0.0.1", 0))

    def run():
        while True:
            try:
                plain, _ = listening.accept()
            except OSError:
                return
            with contextlib.suppress(OSError), context.wrap_socket(plain, server_side=True) as secure:
                secure.recv(65536)
                secure.sendall(answer())

    threading.Thread(target=run, daemon=True).start()
    yield listening.getsockname()[1]
    listening.close()


@pytest.fixture
def trusted(certificate, monkeypatch):
    """Make this machine trust the certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    exchange._tls.cache_clear()  # certificates are read once in a run
    yield
    exchange._tls.cache_clear()


@pytest.mark.usefixtures("trusted")
def test_certificate_of_the_name(port):
    """A page comes over TLS from the number that was checked, under the name's certificate."""
    with fetcher(robots=False) as one:
        assert one.fetch(f"https://inlandpost.example:{port}/1").body == PAGE


@pytest.mark.usefixtures("trusted")
def test_certificate_of_another_name(port):
    """A certificate for another name is refused, whoever signed it."""
    with fetcher(robots=False) as one, pytest.raises(Refused, match=r"a certificate that does not hold .*corrin"):
        one.fetch(f"https://corrin.example:{port}/1")


def test_certificate_that_nobody_signed(port):
    """A certificate that nobody trusted has signed is refused."""
    with fetcher(robots=False) as one, pytest.raises(Refused, match=r"a certificate that does not hold \(self-signed"):
        one.fetch(f"https://inlandpost.example:{port}/1")


def test_no_tls_at_all(serve):
    """A server that does not speak TLS where it should is said."""
    server = serve({"/1": answer()})
    limits = Limits(connect=0.3)
    with fetcher(robots=False, limits=limits) as one, pytest.raises(Refused, match="no whole answer within"):
        one.fetch(f"https://inlandpost.example:{server.port}/1")
