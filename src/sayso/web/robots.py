"""What a host's robots.txt lets us fetch (RFC 9309)."""

from __future__ import annotations

import dataclasses

from protego import Protego

TOKEN = "Sayso"  # noqa: S105 - the name to which rules are given
# RFC 9309 wants at least 500 KiB to be read; what comes after it is left.
_READ = 512_000
_TOO_MANY = 429


@dataclasses.dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one host.

    Args:
        parsed: The rules; ``None`` where there are none.
        unknown: Why they cannot be known, so that nothing may be fetched; ``None`` where they are.
    """

    parsed: Protego | None = None
    unknown: str | None = None

    def allow(self, url: str) -> bool:
        r"""Whether the rules let us fetch *url*; without rules everything may be.

        Example:
            >>> rules_of(200, b"User-agent: *\nDisallow: /private/").allow("https://inlandpost.example/private/1")
            False
        """
        return self.parsed is None or bool(self.parsed.can_fetch(url, TOKEN))

    @property
    def delay(self) -> float:
        """Seconds between two requests that the host asks for; 0 where it asks for none."""
        return float((self.parsed and self.parsed.crawl_delay(TOKEN)) or 0.0)


def rules_of(status: int, body: bytes) -> Rules:
    """The rules in an answer to ``/robots.txt``.

    A client's error (404) means that there are none. A server's error means that nothing may be fetched, and so does
    429, which asks for fewer requests and is no answer about rules.
    """
    if status >= 500 or status == _TOO_MANY:
        return Rules(unknown=f"status {status}")
    if status != 200:
        return Rules()
    return Rules(Protego.parse(body[:_READ].decode("utf-8", "replace")))
