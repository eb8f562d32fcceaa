"""Articles by invented outlets for the tests of what is shown."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from sayso import Act, Article, Attribution, Credit, Genre, Quotation, Span
from sayso.attribution import (
    Certainty,
    CueStance,
    Evidence,
    EvidenceKind,
    Figure,
    Intermediary,
    Quantity,
    SourceKind,
)
from sayso.characterise import characterise
from sayso.compare import Comparison, compare
from sayso.figures import count
from sayso.resolve import resolve

Build = Callable[..., Article]


@pytest.fixture(scope="session")
def attributed() -> Build:
    """A function that builds an article from its text and, for each attribution, the words of its parts.

    ``attributed(text, ("the ministry", "said", "that it rained", 0.95, "indirect"), title=…)``; a part is a string or a
    list of strings, found in the text from left to right; an empty one is absent. An act may stand at the end.
    Identifiers are ``ID.1``, ``ID.2`` …
    """

    def build(text: str, *statements: tuple[Any, ...], **fields: Any) -> Article:
        identifier = fields.pop("id", "a")
        attributions = tuple(
            Attribution(
                f"{identifier}.{number}",
                *(spans_of(part, text) for part in (source, cue, content)),
                score=score,
                in_title=False,
                quotation=Quotation(quotation),
                act=Act(*act) if act else None,
            )
            for number, (source, cue, content, score, quotation, *act) in enumerate(statements, start=1)
        )
        return Article(identifier, text, **{"language": "en", "attributions": attributions, **fields})

    return build


def spans_of(words: str | Sequence[str], text: str) -> tuple[Span, ...]:
    """Where the words stand in the text, each after the one before."""
    found: list[Span] = []
    for each in [words] if isinstance(words, str) else words:
        if each:
            start = text.index(each, found[-1].end if found else 0)
            found.append(Span(start, start + len(each)))
    return tuple(found)


@pytest.fixture(scope="session")
def harbour(attributed: Build) -> Article:
    """A story with a headline in the text, a split quotation, a pronoun and a statement without a source."""
    text = (
        "Harbour closed after blast\n\n"
        "The harbour office said on Monday that the east pier was closed. It was reported that two people "
        "were hurt.\n\n"
        "“We heard it,” she said, “and ran.”\n"
    )
    return attributed(
        text,
        ("The harbour office", "said", "that the east pier was closed", 0.97, "indirect", "assertion"),
        ("", "was reported", "that two people were hurt", 0.615, "indirect", "assertion"),
        ("she", "said,", ["“We heard it,”", "“and ran.”"], None, "direct"),
        id="harbour",
        path="news/harbour.html",
        url="https://inlandpost.example/harbour",
        outlet="Inland Post",
        date="2026-03-09",
        date_raw="Monday, March 9",
        title="Harbour closed after blast",
        title_span=Span(0, 26),
        byline="Ines Okafor",
        credit=Credit("Meridian Wire"),
        dateline="PORT ADA",
        publisher="Inland Media",
        genre=Genre.PRESS_RELEASE,
        modified="2026-03-10",
        correction="Correction: The pier was the east one.",
        extractor="trafilatura",
        found_in={"date": "JSON-LD datePublished", "genre": "article:section", "text": "trafilatura"},
    )


@pytest.fixture(scope="session")
def four_acts(attributed: Build) -> Article:
    """Four people of whom one says, one thinks, one knows and one wants."""
    return attributed(
        "Ada said no. Ben thinks so. Cleo knows why. Dov hopes to stay.",
        ("Ada", "said", "no", 0.95, "indirect", "assertion"),
        ("Ben", "thinks", "so", 0.95, "indirect", "belief"),
        ("Cleo", "knows", "why", 0.95, "indirect", "fact"),
        ("Dov", "hopes", "to stay", 0.95, "indirect", "eventuality"),
        id="four",
    )


@pytest.fixture(scope="session")
def toll(attributed: Build) -> Article:
    """One statement of which everything is known, and a figure in the outlet's own voice."""
    text = (
        "Six boats sank. The minister claimed, Meridian Wire reported, that video proved at least 22 people had died."
    )
    article = attributed(
        text,
        ("The minister", "claimed", "that video proved at least 22 people had died", 0.95, "indirect", "assertion"),
        id="toll",
    )

    def span(words: str) -> Span:
        return spans_of(words, text)[0]

    [said] = article.attributions or ()
    told = dataclasses.replace(
        said,
        source_name="Ada Byrne",
        source_role="minister",
        source_affiliation="Ministry of Works",
        source_kind=SourceKind.OFFICIAL,
        named=True,
        via="Meridian Wire",
        via_chain=(Intermediary("Meridian Wire", span("Meridian Wire")),),
        addressee="reporters",
        certainty=Certainty.HEDGED,
        cue_stance=CueStance.DISTANCING,
        evidence=(Evidence(EvidenceKind.VIDEO, span("video"), shown=False),),
        figures=(
            Figure(Quantity.KILLED, span("at least 22 people"), 22, None, "people", "people", "2026-03-09", "Corrin"),
        ),
        because={"cue_stance": span("claimed")},
    )
    own = (Figure(Quantity.OTHER, span("Six boats"), 6, 6, "boats"),)
    return dataclasses.replace(article, attributions=(told,), figures=own)


@pytest.fixture(scope="session")
def french() -> Article:
    """A text in a language that is kept and not attributed."""
    return Article("fr", "Le port reste fermé.", path="port.txt", title="Le port", language="fr")


@pytest.fixture(scope="session")
def quiet(attributed: Build) -> Article:
    """A text in which nothing is attributed."""
    return attributed("It rained on Corrin all day.", id="quiet", path="rain.txt")


MAYOR = "A blast at the ferry dock in Port Ada killed 12 people"
DOCTOR = "Nineteen people were killed by the blast at Port Ada’s ferry dock"


@pytest.fixture
def disputed(attributed):
    """Make a comparison of two articles that count the dead of one blast differently."""

    def build(title: str = "Depot burns", outlet: str = "Post", url: str | None = None) -> Comparison:
        articles = [
            attributed(f"{MAYOR}, the mayor said.", ("the mayor", "said", MAYOR, 0.95, "indirect"),
                       id="a", outlet=outlet, date="2026-05-12", title=title, url=url),
            attributed(f"{DOCTOR}, a doctor said.", ("a doctor", "said", DOCTOR, 0.95, "indirect"),
                       id="b", outlet="Beacon", date="2026-05-13", title="Blast at dock"),
        ]  # fmt: skip
        return compare([count(characterise(resolve(article))) for article in articles], one_event=True)

    return build
