"""The note in which an outlet says what it corrected."""

from __future__ import annotations

import re

# A note stands in a paragraph of its own. What newspapers write is close to a formula: a label, or the sentence that an
# earlier version said something else, or that the piece was corrected. An update corrects nothing.
_LABEL = r"(?:corrections?|clarifications?)(?:\s(?:and|&|/)\s(?:corrections?|clarifications?))?"
_PIECE = r"(?:article|story|post|column|piece|essay|headline|photo\scaption|caption|video)"
_EARLIER = r"\b(?:an?|the)\s(?:earlier|previous|original|initial)\s(?:online\s)?version\sof\s(?:this|the)\s"
_NOTE = re.compile(
    rf"\W{{0,4}}{_LABEL}(?:\s?\([^()]{{1,40}}\)|,?\s[a-z]{{3,9}}\.?\s\d{{1,2}}(?:,\s\d{{4}})?)?\s?[:—–]\s*\w"
    rf"|\W{{0,4}}{_EARLIER}(?:{_PIECE}|report)\b"
    rf"|[^\n]*?{_EARLIER}{_PIECE}\b"
    rf"|\W{{0,4}}(?:editor[’']s\snote:\s)?this\s{_PIECE}\s(?:has\sbeen|was)\s(?:corrected|amended)\b",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\s][^\r\n]*")
_LONGEST = 1_500


def correction_in(text: str) -> str | None:
    r"""The notes of correction in *text*, each a whole paragraph, word for word; ``None`` where there is none.

    Example:
        >>> correction_in("The bridge is closed.\n\nCorrection: The bridge has nine piers, not ten.")
        'Correction: The bridge has nine piers, not ten.'
    """
    notes = (line[0].rstrip() for line in _LINE.finditer(text))
    return "\n\n".join(note for note in notes if is_correction(note)) or None


def is_correction(paragraph: str) -> bool:
    """Whether *paragraph* is such a note."""
    return len(paragraph) <= _LONGEST and _NOTE.match(paragraph) is not None


def noted_in_text(correction: str | None) -> dict[str, str]:
    """What ``found_in`` says of a note that stands in the text."""
    return {"correction": "text"} if correction else {}
