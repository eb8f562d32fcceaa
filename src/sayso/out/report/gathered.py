"""What a report says, taken out of a ledger as values, without the names that are to go."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sayso.article import Article
from sayso.errors import NotInLedger
from sayso.ledger import KeptComparison, Ledger
from sayso.ledger.held import Held
from sayso.out.redact import Found, Names, Person, Redactor, other_people, person_called, private_people, public_names
from sayso.out.report.choice import Asked, Part, comparison_number, parts_of, several
from sayso.out.report.proofs import Shown, commitment, holds_name, shown, shown_hash
from sayso.printable import printable


@dataclasses.dataclass(frozen=True, slots=True)
class Redaction:
    """Whose names are asked to go: those of all witnesses and private people, and *names*."""

    witnesses: bool = False
    names: tuple[str, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether any are."""
        return self.witnesses or bool(self.names)


@dataclasses.dataclass(frozen=True, slots=True)
class Review:
    """What people decided on a statement, in words; ``has_verdict`` where anybody accepted or rejected it."""

    said: tuple[str, ...]
    has_verdict: bool
    in_dispute: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Record:
    """An article of a report: its text, with the statements that are cited, and how the ledger holds it.

    ``number`` counts from 1. ``held`` has neither hash nor proofs, nor an address that is withheld. ``sha256`` is
    ``None`` where it would tell a name, see :func:`sayso.out.report.proofs.shown_hash`; ``commitment`` is what the log
    has of the text, without a checkpoint ``None``. ``names_out`` are how many names were taken out of the text;
    ``withheld`` where anything was, the address with it. ``reviews`` are by attribution.
    """

    number: int
    article: Article
    held: Held
    sha256: str | None
    commitment: str | None
    proofs: tuple[Shown, ...]
    names_out: int
    withheld: bool
    reviews: Mapping[str, Review]


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """All that a report says.

    ``articles`` are those of the events that ``parts`` are of, whole; ``records`` those that are cited. ``compared_at``
    is ``None`` where no comparison was asked for, ``key`` and ``checkpoint`` before the first checkpoint. ``people``
    are those whose names were taken out, ``left`` the other people among the sources where that was asked for, which
    ``redacted`` says.
    """

    origin: str
    key: str | None
    checkpoint: str | None
    compared_at: str | None
    is_current: bool
    deletions: int
    parts: tuple[Part, ...]
    articles: tuple[Article, ...]
    records: tuple[Record, ...]
    people: tuple[Person, ...]
    left: tuple[str, ...]
    redacted: bool

    @property
    def entries(self) -> list[int]:
        """The positions in the log of the readings that it gives away."""
        return [record.held.entries[0] for record in self.records]


def gathered(ledger: Ledger, asked: Asked, redaction: Redaction) -> Report:
    """What a report on what was asked for says.

    Raises:
        NotInLedger: There is no comparison, event, claim or article of a name, or a name that is to go is nowhere.
        Unproven: The ledger was altered.
    """
    compared = ledger.comparison(comparison_number(asked)) if asked.compared else None
    parts = parts_of(compared.comparison, asked, _missing(ledger, "a claim or event")) if compared else []
    articles = _articles(ledger, asked, compared, parts)
    cited = list(dict.fromkeys([*several(parts), *asked.articles]))
    of_part = list(dict.fromkeys(name for part in parts for name in part.event.event.articles))
    held = {name: ledger.held(name, compared.number if compared and name in of_part else None) for name in cited}
    people = _people(ledger, articles, redaction)
    redactor = _redactor(articles, held, people) if redaction.asked else None
    statements = {name for part in parts for claim in part.claims for name in claim.attributions}
    cut = [articles[name] if name in asked.articles else _citing(articles[name], statements) for name in cited]
    records = tuple(_record(ledger, n, one, held[one.id], redactor) for n, one in enumerate(cut, start=1))
    return Report(
        origin=ledger.origin,
        key=str(ledger.own_key) if ledger.own_key else None,
        checkpoint=ledger.last_checkpoint,
        compared_at=compared.compared_at if compared else None,
        is_current=compared is None or ledger.is_current(compared),
        deletions=ledger.deletions,
        parts=tuple(redactor.value(part) if redactor else part for part in parts),
        articles=tuple(redactor.article(articles[name]) if redactor else articles[name] for name in of_part),
        records=records,
        people=tuple(people),
        left=tuple(other_people(articles.values(), people)) if redaction.asked else (),
        redacted=redaction.asked,
    )


def _missing(ledger: Ledger, wanted: str) -> Callable[[str], Exception]:
    return lambda name: NotInLedger(printable(str(ledger.path)), printable(name), wanted)


def _articles(
    ledger: Ledger, asked: Asked, compared: KeptComparison | None, parts: Sequence[Part]
) -> dict[str, Article]:
    """All articles that are spoken of, by name: as they were compared, else as people left them."""
    known = {one.id: one for one in compared.comparison.articles} if compared else {}
    found = {name: known[name] for part in parts for name in part.event.event.articles}
    return found | {name: ledger.article(name).article for name in asked.articles if name not in found}


def _people(ledger: Ledger, articles: Mapping[str, Article], redaction: Redaction) -> list[Person]:
    """Whose names go; nobody's where nothing was asked."""
    read = list(articles.values())
    people = private_people(read) if redaction.witnesses else []
    for name in redaction.names:
        person = person_called(name, read)
        # A name that is misspelt would be left standing, so a part of it that is right by chance is not enough.
        if not any(
            each.full for one in read for text in (one.text, one.title or "") for each in _looked_for(name, text)
        ):
            raise _missing(ledger, "a name that stands in what is reported")(name)
        known = next((each for each in people if not set(each.names).isdisjoint(person.names)), None)
        if known:
            people.remove(known)
            person = Person(tuple(dict.fromkeys([*person.names, *known.names])), known.label)
        people.append(person)
    return people


def _looked_for(name: str, text: str) -> list[Found]:
    """Where a name and its parts stand."""
    return Names([Person((name,), "")], (), ()).find(text)


def _redactor(articles: Mapping[str, Article], held: Mapping[str, Held], people: Sequence[Person]) -> Redactor:
    read = list(articles.values())
    names = Names(people, [*public_names(read, people), *_places(read)], [one.text for one in read])
    return Redactor(names, read, also=lambda name: name in held and holds_name(held[name], names))


def _places(articles: Iterable[Article]) -> Iterator[str]:
    """Names of outlets, bodies and places, of which a person's name may be a part."""
    for one in articles:
        yield from filter(None, (one.outlet, one.publisher, one.dateline, one.source_organization))
        for said in one.attributions or ():
            yield from filter(None, (said.source_affiliation, *(figure.where for figure in said.figures)))


def _citing(article: Article, statements: set[str]) -> Article:
    """The article with only those attributions that are cited."""
    if article.attributions is None:
        return article
    cited = tuple(each for each in article.attributions if each.id in statements)
    return dataclasses.replace(article, attributions=cited)


def _record(ledger: Ledger, number: int, article: Article, held: Held, redactor: Redactor | None) -> Record:
    withheld = redactor is not None and redactor.touched(article)
    cited = {each.id for each in article.attributions or ()}
    standings = {name: each for name, each in ledger.article(held.article).standings.items() if name in cited}
    reviews = {
        name: Review(tuple(str(one) for one in each.decisions if not one.undone), bool(each.verdict), each.in_dispute)
        for name, each in standings.items()
    }
    seen = redactor.article(article) if redactor else article
    url = None if withheld else held.url or article.url
    return Record(
        number=number,
        article=seen,
        # What a page is made from holds nothing that it must not show.
        held=dataclasses.replace(held, article=seen.id if seen.id == article.id else "", url=url, sha256="", proofs=()),
        sha256=shown_hash(held, withheld=withheld),
        commitment=commitment(held),
        proofs=shown(held, number, withheld=withheld),
        names_out=redactor.count(article) if redactor else 0,
        withheld=withheld,
        reviews=redactor.value(reviews) if redactor else reviews,
    )
