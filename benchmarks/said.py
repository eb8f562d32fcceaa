"""What sources say in a made article: figures, blame, denials and plain words, marked as reading would mark them."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Sequence

from sayso.article import Span
from sayso.attribution import Act, Attribution, Certainty, CueStance, Figure, Quantity, Quotation, SourceKind

Counted = tuple[Quantity, int, str]
"""What is counted, how many, and the words that say so."""


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """A statement; ``counted`` are words of the content, in its order. One that quotes has marks around its content."""

    source: str
    kind: SourceKind
    cue: str
    content: str
    counted: tuple[Counted, ...] = ()
    quotes: bool = False

    @property
    def sentence(self) -> str:
        """Source, cue, content."""
        return f"{self.source} {self.cue} {f'“{self.content}”' if self.quotes else self.content}."

    def attribution(self, name: str, start: int) -> Attribution:
        """The statement in a text in which its sentence begins at *start*."""
        cue = start + len(self.source) + 1
        content = cue + len(self.cue) + 1 + self.quotes
        denies = self.cue.startswith("denied")
        return Attribution(
            id=name,
            source=(Span(start, cue - 1),),
            cue=(Span(cue, cue + len(self.cue)),),
            content=(Span(content, content + len(self.content)),),
            score=0.95,
            in_title=False,
            quotation=Quotation.DIRECT if self.quotes else Quotation.INDIRECT,
            act=Act.ASSERTION,
            source_name=self.source,
            source_kind=self.kind,
            named=True,
            certainty=Certainty.DENIED if denies else Certainty.ASSERTED,
            cue_stance=CueStance.DENYING if denies else CueStance.NEUTRAL,
            figures=figures(self.counted, self.content, content),
        )


def figures(counted: Sequence[Counted], words: str, start: int) -> tuple[Figure, ...]:
    """The figures in *words* that stand at *start* in a text."""
    places = [(start + words.index(said), said) for _, _, said in counted]
    return tuple(
        Figure(quantity, Span(at, at + len(said)), number, number, "people", "people")
        for (quantity, number, _), (at, said) in zip(counted, places, strict=True)
    )


def toll(killed: int, wounded: int, place: str) -> tuple[str, tuple[Counted, ...]]:
    """A sentence without its full stop that counts the dead and the wounded, and what it counts."""
    dead, hurt = f"{killed} people were killed", f"{wounded} were wounded"
    counted = ((Quantity.KILLED, killed, dead), (Quantity.WOUNDED, wounded, hurt))
    return f"{dead} and {hurt} in {place}", counted


def what_is_said(draw: random.Random, place: str, names: Sequence[str], sentences: Sequence[str]) -> list[Said]:
    """The statements on one event: four counts, two of them equal, who did it and who denies it, and what people tell.

    Args:
        draw: Draws the numbers.
        place: Where it happened.
        names: Of persons, at least one; each says one of *sentences*.
        sentences: What is quoted.
    """
    killed, wounded = draw.randint(3, 60), draw.randint(5, 200)
    counts = [toll(killed + more, wounded + more, place) for more in (0, 0, 2, 7)]
    sources = (
        (f"{place} Hospital", SourceKind.MEDICAL),
        ("The Provincial Office", SourceKind.OFFICIAL),
        (f"{place} Observatory", SourceKind.MONITOR_OR_NGO),
        (f"{place} Hospital", SourceKind.MEDICAL),
    )
    told = [Said(name, kind, "said", *count) for (name, kind), count in zip(sources, counts, strict=True)]
    told += [
        Said("The Interior Ministry", SourceKind.OFFICIAL, "said", f"rebels attacked the market in {place}"),
        Said("A rebel spokesman", SourceKind.ARMED_GROUP, "denied that", f"rebels had attacked the market in {place}"),
        Said("A rebel spokesman", SourceKind.ARMED_GROUP, "said", f"government forces attacked the market in {place}"),
    ]
    people = (SourceKind.WITNESS_OR_RESIDENT, "said")
    quoted = [Said(name, *people, words, quotes=True) for name, words in zip(names, sentences, strict=False)]
    return told + quoted
