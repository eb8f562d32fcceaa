"""How much of a server's time and bytes is taken before it is refused."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what one answer may cost. What hits one is refused with the reason.

    Args:
        connect: Most seconds until a connection, its encryption included, stands.
        read: Most seconds without a byte.
        total: Most seconds until the answer is whole: a byte a second is cut off here.
        body: Most bytes of an answer, over the wire and unpacked.
        ratio: Most bytes that one packed byte may become; looked at only beyond the first million.
        headers: Most bytes of status line and headers.
        redirects: Most redirects that are followed.
        pause: Seconds between two requests to one host.
        longest_pause: Most seconds of a ``Crawl-delay`` in robots.txt that are obeyed.

    Example:
        >>> Limits().total
        60.0
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    body: int = 20_000_000
    ratio: int = 200
    headers: int = 65_536
    redirects: int = 10
    pause: float = 1.0
    longest_pause: float = 30.0
