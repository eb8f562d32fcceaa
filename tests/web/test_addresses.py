"""Only public machines are asked, however an address is dressed up, and only those that were checked."""

import socket
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Refused
from sayso.web import Fetcher
from sayso.web.addresses import is_public
from sayso.web.targets import target_of
from tests.web.conftest import LOOPBACK, answer, fetcher

NOT_PUBLIC = "which is not public"
NUMBER = "a number for a host"
HIDDEN = "a space, a backslash or a character that draws nothing"
USER = "a user name before the host"
NO_HOST = "found the host"

REFUSED = [
    # This machine, its networks and its cloud, as they are.
    ("http://127.0.0.1/", NOT_PUBLIC),
    ("http://127.255.255.254/", NOT_PUBLIC),
    ("http://0.0.0.0/", NOT_PUBLIC),
    ("http://0.1.2.3/", NOT_PUBLIC),
    ("http://10.0.0.1/", NOT_PUBLIC),
    ("http://172.16.0.1/", NOT_PUBLIC),
    ("http://172.31.255.255/", NOT_PUBLIC),
    ("http://192.168.1.1/", NOT_PUBLIC),
    ("http://100.64.0.1/", NOT_PUBLIC),
    ("http://169.254.1.1/", NOT_PUBLIC),
    ("http://169.254.169.254/latest/meta-data/", NOT_PUBLIC),
    ("http://100.100.100.200/latest/meta-data/", NOT_PUBLIC),
    ("http://192.0.0.192/opc/v2/", NOT_PUBLIC),
    ("http://168.63.129.16/metadata", NOT_PUBLIC),
    ("http://192.88.99.1/", NOT_PUBLIC),
    ("http://198.18.0.1/", NOT_PUBLIC),
    ("http://203.0.113.5/", NOT_PUBLIC),
    ("http://224.0.0.1/", NOT_PUBLIC),
    ("http://240.0.0.1/", NOT_PUBLIC),
    ("http://255.255.255.255/", NOT_PUBLIC),
    # IPv6, and IPv4 inside it.
    ("http://[::1]/", NOT_PUBLIC),
    ("http://[::]/", NOT_PUBLIC),
    ("http://[0000:0000:0000:0000:0000:0000:0000:0001]/", NOT_PUBLIC),
    ("http://[fe80::1]/", NOT_PUBLIC),
    ("http://[fc00::1]/", NOT_PUBLIC),
    ("http://[fd00:ec2::254]/latest/meta-data/", NOT_PUBLIC),
    ("http://[fec0::1]/", NOT_PUBLIC),
    ("http://[ff02::1]/", NOT_PUBLIC),
    ("http://[2001:db8::1]/", NOT_PUBLIC),
    ("http://[::ffff:127.0.0.1]/", NOT_PUBLIC),
    ("http://[::ffff:7f00:1]/", NOT_PUBLIC),
    ("http://[::ffff:a9fe:a9fe]/", NOT_PUBLIC),
    ("http://[::127.0.0.1]/", NOT_PUBLIC),
    ("http://[::ffff:0:127.0.0.1]/", NOT_PUBLIC),
    ("http://[64:ff9b::127.0.0.1]/", NOT_PUBLIC),
    ("http://[64:ff9b::a9fe:a9fe]/", NOT_PUBLIC),
    ("http://[64:ff9b:1::a9fe:a9fe]/", NOT_PUBLIC),
    ("http://[64:ff9b:1:a9fe:a9:fe00::]/", NOT_PUBLIC),
    ("http://[2002:7f00:1::]/", NOT_PUBLIC),
    ("http://[2002:a9fe:a9fe::1]/", NOT_PUBLIC),
    ("http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/", NOT_PUBLIC),
    ("http://[3fff::1]/", NOT_PUBLIC),
    ("http://[fe80::1%25eth0]/", "an address of one network only"),
    ("http://[fe80::1%eth0]/", "an address of one network only"),
    ("http://[::1", "no address"),
    ("http://[v1.fe80]/", "brackets around no IPv6 address"),
    ("http://[127.0.0.1]/", "address"),
    # Numbers that browsers read as 127.0.0.1 and 169.254.169.254.
    ("http://2130706433/", NUMBER),
    ("http://2852039166/latest/", NUMBER),
    ("http://0x7f000001/", NUMBER),
    ("http://0x7f.0.0.1/", NUMBER),
    ("http://0X7F.1/", NUMBER),
    ("http://017700000001/", NUMBER),
    ("http://0177.0.0.1/", NUMBER),
    ("http://0177.0.0.01/", NUMBER),
    ("http://127.1/", NUMBER),
    ("http://127.0.1/", NUMBER),
    ("http://0/", NUMBER),
    ("http://127.0.0.1.0x1/", NUMBER),
    ("http://256.256.256.256/", NUMBER),
    ("http://127.0.0.1./", NOT_PUBLIC),
    # Other letters that become these, and letters that do not show.
    ("http://１２７.０.０.１/", NOT_PUBLIC),  # full-width
    ("http://127。0。0。1/", NOT_PUBLIC),  # ideographic full stops
    ("http://①②⑦.⓪.⓪.①/", NOT_PUBLIC),  # enclosed
    ("http://faß.example/", "programs encode differently"),
    ("http://inland\u200dpost.example/", HIDDEN),
    ("http://inland\u00adpost.example/", HIDDEN),
    ("http://inland℀post.example/", "no address"),  # becomes a/c
    ("http://xn--a\ufffd.example/", NO_HOST),
    # User names, and what one program takes for the end of the host and another does not.
    ("http://inlandpost.example@127.0.0.1/", USER),
    ("http://inlandpost.example:80@127.0.0.1/", USER),
    ("http://user:secret@inlandpost.example/", USER),
    ("http://@127.0.0.1/", USER),
    ("http://127.0.0.1\\@inlandpost.example/", HIDDEN),
    ("http://inlandpost.example\\.corrin.example/", HIDDEN),
    ("http:\\\\127.0.0.1/", HIDDEN),
    ("http://127.0.0.1#@inlandpost.example/", NOT_PUBLIC),
    ("http://127.0.0.1?@inlandpost.example/", NOT_PUBLIC),
    ("http://inlandpost.example%2f@127.0.0.1/", USER),
    ("http://127.0.0.1%2finlandpost.example/", NO_HOST),
    ("http://inlandpost.example%00.corrin.example/", NO_HOST),
    ("http://127.0.0.1\t.inlandpost.example/", HIDDEN),
    ("http://inlandpost.example/\r\nHost: 127.0.0.1", HIDDEN),
    (" http://inlandpost.example/", HIDDEN),
    ("http:///127.0.0.1/", NO_HOST),
    ("http://", NO_HOST),
    ("http://.inlandpost.example/", NO_HOST),
    ("http://inlandpost..example/", NO_HOST),
    ("http://-inlandpost.example/", NO_HOST),
    # What is no page.
    ("file:///etc/passwd", "found file:"),
    ("ftp://inlandpost.example/", "found ftp:"),
    ("gopher://127.0.0.1:6379/_FLUSHALL", "found gopher:"),
    ("data:text/html,1", "found data:"),
    ("//inlandpost.example/", "no scheme"),
    ("http://inlandpost.example:22/", "port 22"),
    ("http://inlandpost.example:6667/", "port 6667"),
    ("http://inlandpost.example:25/", "port 25"),
    ("http://inlandpost.example:0/", "port 0"),
    ("http://inlandpost.example:99999/", "no address"),
    ("http://inlandpost.example:８０/", "no address"),
    ("http://inlandpost.example:80:80/", "no address"),
    ("http://" + "a." * 130 + "example/", NO_HOST),
    ("http://inlandpost.example/" + "a" * 8000, "an address of 8,026 characters"),
]


def never(*_arguments):
    """A look-up that must not happen."""
    raise AssertionError("looked up")


@pytest.mark.parametrize(("url", "said"), REFUSED)
def test_what_is_not_a_public_page_is_refused(url, said):
    """No URL of the table leads to a look-up or a connection; each is refused for what it is."""
    with Fetcher(look_up=never) as one, pytest.raises(Refused) as refused:
        one.fetch(url)
    assert said in str(refused.value)


def test_table_is_long_enough():
    """The table has at least sixty URLs, none twice."""
    assert len({url for url, _ in REFUSED}) == len(REFUSED) >= 60


@pytest.mark.parametrize(
    "url", ["http://localhost/", "http://LOCALHOST:8080/", "http://router.local/", "http://xn--n-nga1b.example/"]
)
@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["::1"], ["151.101.1.1", "10.0.0.7"], ["2606:4700::1", "fe80::1%eth0"], ["::ffff:10.0.0.7"]],
)
def test_name_is_what_it_stands_for(url, addresses):
    """A name is judged by its addresses, all of them: one that is not public is enough to refuse it."""
    with (
        Fetcher(look_up=lambda _host, _port: [*map(ip_address, addresses)]) as one,
        pytest.raises(Refused, match=NOT_PUBLIC),
    ):
        one.fetch(url)


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_name_is_looked_up_once(serve):
    """A name that stands for a public machine first and for a private one later is asked at the first.

    The second look-up, which would be the attack, never happens: the connection goes to the address that was checked.
    """
    server = serve({"/1": answer()})
    looked_up = []

    def rebinding(host, _port):
        looked_up.append(host)
        return [LOOPBACK] if len(looked_up) == 1 else [ip_address("169.254.169.254")]

    with fetcher(look_up=rebinding, allow=lambda each: each == LOOPBACK) as one:
        assert one.fetch(server.url("/1")).status == 200
    assert looked_up == ["inlandpost.example"]


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_nobody_else_looks_up(serve, monkeypatch):
    """Nothing below the fetcher asks the system for the name again."""
    server = serve({"/1": answer()})
    asked, system = [], socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *more, **other: asked.append(host) or system(host, *more, **other)
    )
    with fetcher() as one:
        one.fetch(server.url("/1"))
    assert set(asked) == {"127.0.0.1"}  # what create_connection makes of an address is that address


@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("http://169.254.169.254/latest/meta-data/", NOT_PUBLIC),
        ("http://10.0.0.7/", NOT_PUBLIC),
        ("http://[::1]/", NOT_PUBLIC),
        ("http://[fe80::1]/", NOT_PUBLIC),
        ("//192.168.0.1/", NOT_PUBLIC),
        ("http://2130706433/", NUMBER),
        ("http://user@10.0.0.7/", USER),
        ("file:///etc/passwd", "found file:"),
        ("http://10.0.0.7\\@inlandpost.example/", HIDDEN),
        ("http://inside.example/", NOT_PUBLIC),
        ("http://[::1", "a redirect to"),
    ],
)
def test_redirect_passes_the_same_gate(serve, location, said):
    """A public page that leads to a machine that is not public is refused there; nothing is sent."""
    server = serve({"/1": answer(b"", f"Location: {location}", status="302 Found")})
    names = {"inlandpost.example": LOOPBACK, "inside.example": ip_address("10.0.0.8")}
    with (
        fetcher(look_up=lambda host, _port: [names[host]], allow=lambda each: each == LOOPBACK) as one,
        pytest.raises(Refused) as refused,
    ):
        one.fetch(server.url("/1"))
    assert said in str(refused.value)
    assert server.paths() == ["/robots.txt", "/1"]


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_robots_txt_passes_the_same_gate(serve):
    """A robots.txt that leads inside is not followed either, and then nothing may be fetched."""
    server = serve({"/robots.txt": answer(b"", "Location: http://10.0.0.7/", status="302 Found"), "/1": answer()})
    with (
        fetcher(allow=lambda each: each == LOOPBACK) as one,
        pytest.raises(Refused, match=r"robots\.txt .* cannot be had"),
    ):
        one.fetch(server.url("/1"))


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "151.101.1.1", "2606:4700::1", "2a04:4e42::1", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_public_addresses(address):
    """Machines of the public internet, those behind a NAT64 too, may be asked."""
    assert is_public(ip_address(address))


@given(st.ip_addresses())
def test_never_more_than_python_calls_global(address):
    """Whatever we call public Python does too, the two forms apart in which IPv4 stands inside IPv6."""
    if is_public(address):
        inner = getattr(address, "ipv4_mapped", None)
        assert (inner or address).is_global


@given(st.text(max_size=40), st.sampled_from(["", "http://", "https://", "http://inlandpost.example", "http://["]))
def test_any_text_is_a_target_or_refused(text, before):
    """Whatever is given, it is refused or has one plain form, which means the same."""
    try:
        target = target_of(before + text)
    except Refused:
        return
    assert target_of(target.url) == target
    assert target.url.isascii()
