"""Text in XML 1.0, which cannot hold every character."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def to_xml(text: str) -> str:
    r"""*text* as the content of an element.

    What XML cannot hold is written as Office Open XML does (ISO/IEC 29500, ST_Xstring): ``_x0000_`` for a NUL, and
    ``_x005F_`` for an underscore before what would look like that. :func:`from_xml` takes it back.

    Example:
        >>> to_xml("a < b\0 _x0041_"), from_xml("a < b_x0000_ _x005F_x0041_") == "a < b\0 _x0041_"
        ('a &lt; b_x0000_ _x005F_x0041_', True)
    """
    held = _ILLEGAL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    # Readers make one line feed of every other line end that is not a reference.
    return escape(held, {"\r": "&#13;", "\x85": "&#133;", "\u2028": "&#8232;"})


def from_xml(text: str) -> str:
    """What was written by :func:`to_xml`, from the text that an XML parser found."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
