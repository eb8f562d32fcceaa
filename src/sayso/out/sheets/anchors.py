"""Where words that a person wrote in a cell stand in a text: exactly there and nowhere else, or nowhere."""

from __future__ import annotations

from sayso.errors import Undecidable
from sayso.out.sheets.cells import alike
from sayso.printable import printable

_BETWEEN = "…"
_SHOWN = 60


def anchored(words: str, text: str, name: str) -> list[list[int]]:
    """The offsets of *words* in *text*, of each part where ``…`` stands between them.

    Quotation marks, dashes and white space count as one whatever their kind, since spreadsheets change them; every
    letter counts as it is.

    Args:
        words: What a person wrote; nothing gives no spans.
        text: The article's text.
        name: What the error names.

    Raises:
        Undecidable: A part does not stand there, or more than once.

    Example:
        >>> anchored('"We go" … "soon"', "“We go,” she said, “soon.”", "a1.1")
        Traceback (most recent call last):
        sayso.errors.Undecidable: a1.1: found words that its text does not have ("We go"); wanted words of the text; \
copy them from it
        >>> anchored("We go … soon", "“We go,” she said, “soon.”", "a1.1")
        [[1, 6], [20, 24]]
    """
    folded = _Folded(text)
    whole = folded.places(words)
    if len(whole) == 1 or _BETWEEN not in words:
        return [_only(whole, words, name)] if words else []
    return [_only(folded.places(part), part, name) for part in map(str.strip, words.split(_BETWEEN)) if part]


class _Folded:
    """A text in the one form of :func:`alike`, and where each of its characters came from."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        folded: list[str] = []
        for place, character in enumerate(text):
            one = " " if character.isspace() else alike(character)
            if one == " " and folded and folded[-1] == " ":
                continue
            folded.extend(one)
            self.starts.extend([place] * len(one))
        self.text = "".join(folded)

    def places(self, words: str) -> list[list[int]]:
        """Where *words* stand, each as a start and an end."""
        sought = alike(words)
        found: list[list[int]] = []
        at = self.text.find(sought) if sought else -1
        while at >= 0:
            found.append([self.starts[at], self.starts[at + len(sought) - 1] + 1])
            at = self.text.find(sought, at + 1)
        return found


def _only(places: list[list[int]], words: str, name: str) -> list[int]:
    shown = printable(words)[:_SHOWN]
    if not places:
        raise Undecidable(printable(name), f"words that its text does not have ({shown})", "words of the text",
                          "copy them from it")  # fmt: skip
    if len(places) > 1:
        raise Undecidable(printable(name), f"words that its text has more than once ({shown})",
                          "words that it has once", "give more words, or offsets with `sayso review`")  # fmt: skip
    return places[0]
