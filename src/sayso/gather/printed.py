"""What Sayso or another program printed about a text: attributions, credits and spans, taken as they stand."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from sayso.article import Credit, Span
from sayso.attribute import lies_in
from sayso.attribute.quotes import quotation_of, quoted_spans
from sayso.attribution import (
    Act,
    Attribution,
    Certainty,
    CueStance,
    Evidence,
    EvidenceKind,
    Figure,
    Intermediary,
    Quantity,
    Quotation,
    SourceKind,
)
from sayso.errors import Refused

_Word = TypeVar("_Word", bound=StrEnum)

_ROLES = ("source", "cue", "content")
_WANTED_SPANS = "lists of [start, end] inside the text"
_REMEDY = "give the row as `sayso read --format jsonl` printed it, or leave the key out"
_CHANGED = "the text was changed after it was read: read the original again"


@dataclasses.dataclass(frozen=True, slots=True)
class Printed:
    """Parses values of a row and checks each against the row's text.

    Args:
        text: The text that all spans point into.
        where: The row's name, for the errors.
    """

    text: str
    where: str

    def span(self, value: object) -> Span:
        """The span ``[start, end]``. Raises :class:`Refused` for other forms and where it does not fit."""
        ends = value if isinstance(value, list) and len(value) == 2 else ()
        whole = [end for end in ends if isinstance(end, int) and not isinstance(end, bool)]
        if len(whole) != 2:
            raise self._unfit("a span that is not two whole numbers", _WANTED_SPANS)
        start, end = whole
        if not 0 <= start < end <= len(self.text):
            found = f"a span from {start} to {end} in a text of {len(self.text):,} characters"
            raise Refused(self.where, found, _WANTED_SPANS, _CHANGED)
        return Span(start, end)

    def credit(self, value: object) -> Credit | None:
        """The credit ``{name, span}``, or a name alone; ``None`` for anything without a name."""
        if not isinstance(value, Mapping):
            return Credit(name) if (name := words(value)) else None
        name = words(value.get("name"))
        span = self.span(value["span"]) if value.get("span") else None
        return Credit(name, span) if name else None

    def labels(self, value: object) -> dict[str, str]:
        """``found_in`` as it was printed; empty for a row of another program."""
        return {k: v for k, v in value.items() if isinstance(v, str)} if isinstance(value, Mapping) else {}

    def attributions(self, value: object, title: Span | None, article: str) -> tuple[Attribution, ...] | None:
        """The attributions in the list *value*, ``None`` for none given.

        Args:
            value: What stands in the row.
            title: Where the headline stands, for attributions that do not say whether they lie in it.
            article: The article's id, the first part of the ids of attributions without one.

        Raises:
            Refused: For what is no list of attributions, and for spans that do not fit the text.
        """
        if value is None:
            return None
        if not isinstance(value, list):
            raise self._unfit(f"attributions that are {kind_of(value)}", "a list of objects")
        quoted = quoted_spans(self.text)
        return tuple(
            self._attribution(entry, f"{article}.{n}", title, quoted) for n, entry in enumerate(value, start=1)
        )

    def _attribution(self, entry: object, default: str, title: Span | None, quoted: Sequence[Span]) -> Attribution:
        if not isinstance(entry, Mapping):
            raise self._unfit(f"an attribution that is {kind_of(entry)}", "an object")
        source, cue, content = (self._spans(entry.get(role, [])) for role in _ROLES)
        in_title = entry.get("in_title")
        return Attribution(
            id=words(entry.get("id")) or default,
            source=source,
            cue=cue,
            content=content,
            score=self._score(entry.get("score")),
            in_title=in_title if isinstance(in_title, bool) else lies_in(title, (*source, *cue, *content)),
            quotation=self._one_of(Quotation, "quotation", entry) or quotation_of(self.text, content, quoted),
            act=self._one_of(Act, "act", entry),
            source_name=words(entry.get("source_name")),
            source_role=words(entry.get("source_role")),
            source_affiliation=words(entry.get("source_affiliation")),
            source_kind=self._one_of(SourceKind, "source_kind", entry),
            named=self._flag("named", entry),
            via=words(entry.get("via")),
            via_chain=tuple(self._intermediary(each) for each in self._objects("via_chain", entry)),
            addressee=words(entry.get("addressee")),
            certainty=self._one_of(Certainty, "certainty", entry),
            cue_stance=self._one_of(CueStance, "cue_stance", entry),
            evidence=self._all_evidence(entry, (*content, *cue, *source)),
            figures=self.figures(entry),
            because=self._because(entry.get("because")),
        )

    def figures(self, entry: Mapping[str, object]) -> tuple[Figure, ...]:
        """The figures of an article or attribution. Raises :class:`Refused` for one that is none."""
        return tuple(self._figure(each) for each in self._objects("figures", entry))

    def _figure(self, entry: Mapping[str, object]) -> Figure:
        low, high = self._number("low", entry), self._number("high", entry)
        if low is not None and high is not None and low > high:
            raise self._unfit(f"a figure from {low:,} to {high:,}", "a low that is not above high")
        return Figure(
            quantity=self._needed(Quantity, "quantity", entry),
            span=self.span(entry.get("span")),
            low=low,
            high=high,
            who=words(entry.get("who")),
            who_class=words(entry.get("who_class")),
            when=words(entry.get("when")),
            where=words(entry.get("where")),
        )

    def _all_evidence(self, entry: Mapping[str, object], words_of_it: Sequence[Span]) -> tuple[Evidence, ...]:
        """The evidence; kinds alone, as annotators write them, rest on the first words of the attribution."""
        value = entry.get("evidence")
        if isinstance(value, list) and value and words_of_it and all(isinstance(each, str) for each in value):
            kinds = [self._needed(EvidenceKind, "kind", {"kind": each}) for each in value]
            return tuple(Evidence(kind, words_of_it[0], None) for kind in kinds)
        return tuple(self._evidence(each) for each in self._objects("evidence", entry))

    def _evidence(self, entry: Mapping[str, object]) -> Evidence:
        kind = self._needed(EvidenceKind, "kind", entry)
        return Evidence(kind, self.span(entry.get("span")), self._flag("shown", entry))

    def _intermediary(self, entry: Mapping[str, object]) -> Intermediary:
        name = words(entry.get("name"))
        if name is None:
            raise self._unfit("an intermediary without a name", "a name and a span")
        return Intermediary(name, self.span(entry.get("span")))

    def _because(self, value: object) -> dict[str, Span]:
        if not isinstance(value, Mapping):
            return {}
        return {field: self.span(span) for field, span in value.items() if isinstance(field, str)}

    def _objects(self, key: str, entry: Mapping[str, object]) -> list[Mapping[str, object]]:
        value = entry.get(key) or []
        if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
            raise self._unfit(f"{key} that are no list of objects", "a list of objects")
        return value

    def _flag(self, key: str, entry: Mapping[str, object]) -> bool | None:
        value = entry.get(key)
        if value is not None and not isinstance(value, bool):
            raise self._unfit(f"{key} that is {kind_of(value)}", "true, false or null")
        return value

    def _number(self, key: str, entry: Mapping[str, object]) -> int | None:
        value = entry.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
            raise self._unfit(f"a figure whose {key} is no count", "a whole number or null")
        return value

    def _needed(self, vocabulary: type[_Word], key: str, entry: Mapping[str, object]) -> _Word:
        value = self._one_of(vocabulary, key, entry)
        if value is None:
            raise self._unfit(f"no {key}", " or ".join(vocabulary))
        return value

    def _spans(self, value: object) -> tuple[Span, ...]:
        if not isinstance(value, list):
            raise self._unfit(f"a part of an attribution that is {kind_of(value)}", _WANTED_SPANS)
        return tuple(self.span(span) for span in value)

    def _score(self, value: object) -> float | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self._unfit("an attribution with a score that is no probability", "a number from 0 to 1")
        return float(value)

    def _one_of(self, vocabulary: type[_Word], key: str, entry: Mapping[str, object]) -> _Word | None:
        """The value under *key*, ``None`` where there is none. Raises :class:`Refused` for one outside *vocabulary*."""
        value = entry.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or value not in set(vocabulary):
            raise self._unfit(f"an unknown {key}", " or ".join(vocabulary))
        return vocabulary(value)

    def _unfit(self, found: str, wanted: str) -> Refused:
        return Refused(self.where, found, wanted, _REMEDY)


def words(value: object) -> str | None:
    """A value as words without space around them; ``None`` for an empty one and for lists and objects."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def kind_of(value: object) -> str:
    """What a value out of JSON is, in a reader's words."""
    names = {str: "words", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "null")
