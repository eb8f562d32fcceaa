"""Names that hold anywhere for what a ledger has: URNs of the ledger and the name in it."""

from __future__ import annotations

from urllib.parse import quote

VOCABULARY = "urn:sayso:vocabulary:"
"""Before the names of our own terms, where no standard has one."""


def urn(ledger: str, kind: str, name: object) -> str:
    """The name of a thing outside its ledger; two ledgers never share one.

    Args:
        ledger: The ledger's uid.
        kind: What it is: ``article``, ``attribution``, ``claim``.
        name: Its name in the ledger, any text.

    Example:
        >>> urn("5f0c", "attribution", "06 daily/plover.4")
        'urn:sayso:5f0c:attribution:06%20daily%2Fplover.4'
    """
    return f"urn:sayso:{ledger}:{kind}:{quote(str(name), safe='', errors='backslashreplace')}"


def address(url: str | None) -> str | None:
    """*url* where it is one that may stand in a link: ``http`` or ``https``, no space and no control character.

    Example:
        >>> address("https://inlandpost.example/depot"), address("javascript:alert(1)"), address("https://a b")
        ('https://inlandpost.example/depot', None, None)
    """
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return url if url.isprintable() and not any(mark in url for mark in ' <>"{}|\\^`') else None
