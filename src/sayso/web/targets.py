"""What a URL asks for, read in one way only: what two programs could read differently is refused."""

from __future__ import annotations

import dataclasses
import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urlsplit

from sayso.errors import Refused
from sayso.printable import printable
from sayso.web.addresses import Address
from sayso.web.ports import BLOCKED

_PORTS = {"http": 80, "https": 443}
_LONGEST = 8_000
_HOST = re.compile(r"[a-z0-9_][a-z0-9_-]{0,62}(?:\.[a-z0-9_-]{1,63})*")
_LONGEST_HOST = 253
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
# IDNA 2003, which Python brings, maps these to other letters than browsers do, and so to another host.
_DEVIATIONS = re.compile("[\u00df\u03c2\u200c\u200d]")
_KEPT = "%/:=&?~#+!$,;'@()*[]"
_A_URL = "the address of a page, as a browser shows it"
_WRITE = "write it as https://HOST/PATH"


@dataclasses.dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes.

    Args:
        scheme: ``http`` or ``https``.
        host: The name in lower case and ASCII, or an IP address without brackets.
        port: The port.
        path: Path and query as they are sent, from ``/`` on.
        address: The address where the host is one.
    """

    scheme: str
    host: str
    port: int
    path: str
    address: Address | None

    @property
    def origin(self) -> str:
        """Scheme, host and port: what has one robots.txt.

        Example:
            >>> target_of("https://Inland-Post.example:8443/a").origin
            'https://inland-post.example:8443'
        """
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and port as the header ``Host`` has them."""
        host = f"[{self.host}]" if isinstance(self.address, IPv6Address) else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The URL in its plain form, without a fragment."""
        return f"{self.origin}{self.path}"


def is_url(given: str) -> bool:
    """Whether what a user named is a URL and not a path.

    Example:
        >>> is_url("HTTPS://inlandpost.example/1"), is_url("https.txt")
        (True, False)
    """
    return given[:8].lower().startswith(("http://", "https://"))


def shown(url: str) -> str:
    """A URL as it stands in messages."""
    return printable(url if len(url) <= 200 else f"{url[:200]}…")


def target_of(url: str) -> Target:
    """What *url* asks for; a fragment is left out, letters outside ASCII are encoded.

    Raises:
        Refused: It is no http or https URL, hides where it leads (a user name, a number for a host, backslashes,
            control characters), or names a port at which no web server listens.

    Example:
        >>> target_of("https://inlandpost.example/a b".replace(" ", "%20")).path
        '/a%20b'
    """
    if len(url) > _LONGEST:
        raise Refused(shown(url), f"an address of {len(url):,} characters", f"at most {_LONGEST:,}", _WRITE)
    if any(c <= " " or c == "\\" or not c.isprintable() for c in url):
        found = "a space, a backslash or a character that draws nothing"
        raise Refused(shown(url), found, _A_URL, "write such characters as %20, %5C and so on")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused(shown(url), f"no address ({printable(str(error))[:100]})", _A_URL, _WRITE) from None
    if parts.scheme not in _PORTS:
        found = f"{parts.scheme[:20]}:" if parts.scheme else "no scheme"
        raise Refused(shown(url), found, "http: or https:", "name the page itself")
    if "@" in parts.netloc:
        raise Refused(shown(url), "a user name before the host", "a host alone", "leave out all up to the @")
    host, address = _host(parts.hostname or "", "[" in parts.netloc, url)
    port = _PORTS[parts.scheme] if port is None else port
    if port in BLOCKED:
        raise Refused(shown(url), f"port {port}, which browsers do not ask", "a web server's", "check the address")
    query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    return Target(parts.scheme, host, port, (quote(parts.path, safe=_KEPT) or "/") + query, address)


def _host(host: str, bracketed: bool, url: str) -> tuple[str, Address | None]:
    """The host in its plain form, and the address that it is."""
    if bracketed:
        try:
            six = IPv6Address(host)
        except AddressValueError:
            raise Refused(shown(url), "brackets around no IPv6 address", "a host", _WRITE) from None
        if six.scope_id is not None:
            raise Refused(shown(url), "an address of one network only (%)", "a public one", "name a public page")
        return str(six), six
    plain = _ascii(host, url).removesuffix(".")
    if not _HOST.fullmatch(plain) or len(plain) > _LONGEST_HOST:
        raise Refused(shown(url), f"the host {host[:80]!a}", "a name of letters, digits and -", _WRITE)
    if not _NUMBER.fullmatch(plain.rpartition(".")[2]):
        return plain, None
    # Browsers read 2130706433, 0x7f.1 and 0177.0.0.1 as 127.0.0.1; nobody needs these forms who has nothing to hide.
    try:
        four = IPv4Address(plain)
    except AddressValueError:
        found = f"a number for a host ({plain[:80]})"
        raise Refused(shown(url), found, "a name, or an address as 192.0.2.1", _WRITE) from None
    return plain, four


def _ascii(host: str, url: str) -> str:
    """The host as it is looked up: full-width and other variants made plain, other letters in Punycode."""
    if host.isascii():
        return host.lower()
    if _DEVIATIONS.search(host):
        found = "a letter in the host that programs encode differently"
        raise Refused(shown(url), found, "the form that begins with xn--", "copy it from a browser")
    try:
        return host.encode("idna").decode().lower()
    except UnicodeError:
        raise Refused(shown(url), f"the host {host[:80]!a}", "letters that hosts may have", _WRITE) from None
