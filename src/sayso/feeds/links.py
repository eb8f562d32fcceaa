"""Addresses in feeds: made absolute, and refused where nothing can be fetched from them."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from sayso.errors import Refused
from sayso.printable import printable

LONGEST = 4_000
"""Characters of the longest address; servers take 8,000 at most, and few articles need more than two hundred."""

_SHOWN = 100
_SCHEMES = ("http", "https")
_PORTS = {"http": 80, "https": 443}
_CAMPAIGN = ("utm_", "at_")
_CLICKS = frozenset(
    {"fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "ocid", "cmpid", "ns_campaign"}
)
"""Parameters by which outlets and networks count readers; the page behind them is the same.

They are left out of what tells one article from another, and kept in what is fetched.
"""


def absolute(link: str, base: str, where: str) -> str:
    """*link*, which stands in the feed at *base*, as an absolute address without its fragment.

    Raises:
        Refused: For another scheme than http and https, no host, a name or password in it, or too long a one.
    """
    try:
        url = urljoin(base, "".join(link.split()))
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise _unusable(where, link, "no address that can be understood") from None
    if parts.scheme not in _SCHEMES:
        raise _unusable(where, link, f"an address of the scheme {printable(parts.scheme)[:_SHOWN]}")
    if not host:
        raise _unusable(where, link, "an address without a host")
    if parts.username is not None or parts.password is not None:
        raise _unusable(where, link, "an address with a name or password in it")
    if len(url) > LONGEST:
        raise _unusable(where, link, f"an address of more than {LONGEST:,} characters")
    return urlunsplit(parts._replace(fragment=""))


def host_of(url: str) -> str:
    """The host of an absolute address, in small letters."""
    return urlsplit(url).hostname or ""


def key_of(url: str) -> str:
    """What is the same for addresses of one article: a digest in 64 hex digits.

    Scheme, default port, case of the host, a slash at the end and parameters that only count readers are left out.

    Example:
        >>> key_of("https://Port-Ada.example/salt?utm_source=rss#top") == key_of("http://port-ada.example:80/salt/")
        True
    """
    parts = urlsplit(url)
    port = parts.port if parts.port not in (None, _PORTS.get(parts.scheme)) else ""
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _counts_readers(pair[0].lower())]
    same = f"{parts.hostname or ''}:{port}{parts.path.rstrip('/')}?{urlencode(kept)}"
    return hashlib.sha256(same.encode("utf-8", "surrogatepass")).hexdigest()


def _counts_readers(name: str) -> bool:
    return name.startswith(_CAMPAIGN) or name in _CLICKS


def _unusable(where: str, link: str, found: str) -> Refused:
    shown = printable(link.strip())
    shown = f"{shown[:_SHOWN]}…" if len(shown) > _SHOWN else shown
    return Refused(where, f"{found} ({shown})", "an http or https address", "tell whoever makes the feed")
