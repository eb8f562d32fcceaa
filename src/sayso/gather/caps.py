"""How much of hostile input is looked at before it is refused."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Caps:
    """Bounds on what one input may cost. What hits one is refused with the reason; the rest of the batch goes on.

    Args:
        page: Most bytes of one page, letter or document, unpacked.
        ratio: Most bytes that one packed byte may become, beyond the first *page* bytes. zlib reaches 1,032, zstd and
            brotli far more; text seldom passes 10, and rows that repeat each other 100.
        layers: Most codings around one another, and most archives inside one another.
        skipped: Most bytes of bombs in one file that are unpacked to reach what stands behind them.
        members: Most files in one zip.
        depth: Deepest nesting of XML and JSON.
        seconds: Longest that a document of many pages is read.

    Example:
        >>> Caps().page
        20000000
    """

    page: int = 20_000_000
    ratio: int = 200
    layers: int = 3
    skipped: int = 2_000_000_000
    members: int = 100_000
    depth: int = 200
    seconds: int = 60
