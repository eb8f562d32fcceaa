"""From whom a source means to the fields of an attribution, each with the words on which it rests."""

from __future__ import annotations

import dataclasses
from typing import Any

from sayso.article import Span
from sayso.attribution import Attribution, SourceKind
from sayso.resolve.belonging import body_behind, calling_of, role_of
from sayso.resolve.intermediaries import Heard
from sayso.resolve.kinds import kind_of
from sayso.resolve.mentions import Range
from sayso.resolve.naming import is_named
from sayso.resolve.reading import Reading, Who


def with_fields(reading: Reading, index: int, heard: Heard) -> Attribution:
    """The attribution with everything that is known of its source."""
    attribution, whos, found = reading.attributions[index], reading.found[index], _Fields(reading)
    if whos:
        found.name(whos)
        found.kind(whos)
        if len(whos) == 1:
            found.belonging(whos[0])
    else:
        # Nobody is named: "it is believed". The cue is all that says so.
        found.add("source_kind", SourceKind.UNNAMED_OTHER, *attribution.cue[:1])
        found.add("named", False, *attribution.cue[:1])
    if heard.chain:
        found.add("via", heard.chain[-1].name, heard.chain[-1].span)
        found.values["via_chain"] = heard.chain
    if heard.addressee:
        found.add_words("addressee", heard.addressee)
    return dataclasses.replace(attribution, **found.values, because={**attribution.because, **found.because})


class _Fields:
    """Values by field, and the words on which each rests."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.values: dict[str, Any] = {}
        self.because: dict[str, Span] = {}

    def add(self, field: str, value: object, *because: Span) -> None:
        """Set a field; *because* is empty where no words say so."""
        self.values[field] = value
        self.because.update(dict.fromkeys([field], because[0]) if because else {})

    def add_words(self, field: str, tokens: Range) -> None:
        """Set a field to words of the text."""
        self.add(field, self.reading.cast.text(tokens), self.reading.words.span(*tokens))

    def name(self, whos: tuple[Who, ...]) -> None:
        """One name, or those of joint sources: as they stand if all stand there in full, else one after the other."""
        names = [who.name for who in whos if who.name]
        if len(names) < len(whos):
            return
        if len(names) == 1:
            self.add_words("source_name", names[0])
            return
        joint = [self.reading.cast.text(name) for name in names]
        whole = self.reading.words.span(whos[0].phrase.tokens[0], whos[-1].phrase.tokens[1])
        text = whole.of(self.reading.words.text)
        if not all(name in text for name in joint):
            self.add("source_name", "; ".join(joint), whole)
            return
        # Where a comma is lost, the first of three is not among the names: "Corrin Meridian and Inland".
        first = next(
            (m for at in range(*whos[0].phrase.core) if (m := self.reading.cast.names.beginning.get(at))), None
        )
        starts = [whole.start + text.find(joint[0]), *([self.reading.words.span(*first.name).start] if first else [])]
        span = Span(min(starts), whole.start + text.rfind(joint[-1]) + len(joint[-1]))
        self.add("source_name", " ".join(span.of(self.reading.words.text).split()), span)

    def kind(self, whos: tuple[Who, ...]) -> None:
        """The kind of the named one among joint sources, else of the one whose kind says most."""
        told = [(kind, who) for who in whos if (kind := kind_of(self.reading, who))]
        if not told:
            return
        named = [one for one in told if is_named(self.reading, one[1])]
        best, because = max((kind for kind, _ in named or told), key=lambda one: one[0] is not SourceKind.UNNAMED_OTHER)
        self.add("source_kind", best, self.reading.words.span(*because))
        who = (named or told)[0][1]
        self.add("named", bool(named), self.reading.words.span(*(who.name or who.phrase.core)))

    def belonging(self, who: Who) -> None:
        """What the source is, and of which body."""
        calling = calling_of(self.reading, who)
        if calling is None:
            return
        if role := role_of(self.reading, calling):
            self.add_words("source_role", role)
        if body := body_behind(self.reading, calling):
            self.add_words("source_affiliation", body)
