"""Elements of a page, read no further than is wanted: one may hold all the rest of it."""

from __future__ import annotations

from lxml.html import HtmlElement


def beginning(element: HtmlElement, most: int, *, between: str = "") -> str:
    """The text in *element* as it stands; of one with more than *most* characters somewhat more than these.

    Args:
        element: Any element.
        most: How much is wanted.
        between: What to put between the pieces that tags set apart.

    Example:
        >>> from lxml.html import fromstring
        >>> beginning(fromstring("<p>The <b>bridge</b> is closed."), 2_000)
        'The bridge is closed.'
    """
    pieces, length = [], 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece)
        if length > most:
            break
    return between.join(pieces)
