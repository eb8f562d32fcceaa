"""A ledger: one file that holds originals, readings and decisions, and a log of every step."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sayso.attribution import Attribution
from sayso.compare import compare
from sayso.compare.owners import Owner, built_in_owners
from sayso.errors import LedgerDamaged, LedgerExists, NotALedger, NotInLedger, Refused, SaysoError, Undecidable
from sayso.figures import OwnTowns
from sayso.gather import Caps, Document
from sayso.ledger import (
    add,
    comparisons,
    connection,
    decisions,
    doctor,
    feeds,
    forget,
    imports,
    kept,
    log,
    merge,
    review,
    schema,
    search,
    verify,
    wacz,
)
from sayso.ledger.add import Added, Options
from sayso.ledger.commitment import EntryKind
from sayso.ledger.comparisons import KeptComparison
from sayso.ledger.decisions import Decision, New
from sayso.ledger.feeds import ListedFeed
from sayso.ledger.imports import ImportedFile
from sayso.ledger.reader import this_reader
from sayso.ledger.records import Conflict, KeptArticle, KeptAttribution, Version
from sayso.ledger.standing import corrected, standing
from sayso.ledger.tables import Attributions
from sayso.pipeline import LIMIT
from sayso.printable import printable
from sayso.web import Fetcher
from sayso.web.targets import target_of

if TYPE_CHECKING:
    from sayso.ledger.checkpoint import SignerKey, VerifierKey
    from sayso.ledger.held import Held

_AN_ARTICLE = "the name of an article"
_A_STATEMENT = "the name of an attribution"
_A_COMPARISON = "one that `sayso compare` made"
_FOUND = 50

Deciding = Callable[[Attribution, str], Sequence[New]]
"""Gives decisions from an attribution with its corrections and its text; raises :class:`Undecidable` for none."""


class Ledger:
    """An open ledger. Use it in a ``with`` statement, or close it.

    Reading never waits for a writer. Writing happens in short transactions; where another process holds one, the call
    waits up to half a minute and then raises :class:`sayso.LedgerBusy`, which says who it is.
    """

    def __init__(self, path: Path, opened: sqlite3.Connection) -> None:
        self.path = path
        self.connection = opened
        self._announced = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if isinstance(error, sqlite3.DatabaseError):  # wherever it came from, a caller gets one of ours
                with connection.translated(self.path, self.connection):
                    raise error
        finally:
            self.close()

    def close(self) -> None:
        """Close the file. What was written is on the disk already."""
        with contextlib.suppress(SaysoError, sqlite3.Error):  # word of who wrote is a courtesy
            if self._announced:
                connection.withdraw(self.connection, self.path)
        self.connection.close()

    @contextlib.contextmanager
    def writing(self) -> Iterator[str]:
        """A transaction, and the time that its rows get: never before the last entry of the log.

        Raises:
            LedgerBusy: Somebody else is writing, and was for half a minute.
            LedgerUnwritable: The disk is full, or may not be written.
        """
        if not self._announced:
            connection.announce(self.connection, self.path)
            self._announced = True
        with connection.transaction(self.connection, self.path):
            yield max(connection.clock(), log.last_time(self.connection))

    def add(  # noqa: PLR0913 - keywords that a caller leaves out
        self,
        paths: Iterable[str] = (),
        *,
        refused: Callable[[Refused], None],
        columns: Mapping[str, str] | None = None,
        limit: int = LIMIT,
        own_towns: OwnTowns | None = None,
        jobs: int = 1,
        again: bool = False,
        caps: Caps | None = None,
        fetcher: Fetcher | None = None,
    ) -> Iterator[add.Added]:
        """Read articles into the ledger, one after the other as the iterator is drawn.

        What the ledger has already is left as it is. Other bytes at the same place become a new version beside the
        old one. See :func:`sayso.stream`.

        Args:
            paths: Files, folders, ``-`` for standard input, and URLs.
            refused: Called with each input that cannot be read.
            columns: Our name of a table's column to its own.
            limit: Most characters of an article.
            own_towns: Towns that the built-in list lacks.
            jobs: Number of processes that read.
            again: Read what is there once more, which this version of Sayso may read otherwise; without *paths* all
                of it. Earlier readings and decisions stay.
            caps: Bounds on what an input may cost.
            fetcher: What fetches URLs, where it should do that otherwise than by itself.

        Yields:
            What was done with each article.
        """
        options = add.Options(columns or {}, limit, own_towns or {}, jobs, again, caps or Caps(), fetcher)
        with connection.translated(self.path, self.connection):
            yield from add.add(self.connection, self.writing, paths, options, refused)

    def add_documents(
        self,
        documents: Iterable[Document | Refused],
        *,
        refused: Callable[[Refused], None],
        together: Callable[[Added], None],
        options: Options | None = None,
    ) -> Iterator[Added]:
        """Read documents into the ledger, as :meth:`add` does with those in files.

        Args:
            documents: What was gathered.
            refused: Called with each that cannot be read.
            together: Called in the transaction in which an article is stored.
            options: How to read.

        Yields:
            What was done with each article.
        """
        with connection.translated(self.path, self.connection):
            yield from add.add_documents(
                self.connection, self.writing, documents, options or Options(), refused, together=together
            )

    def add_feed(self, url: str) -> bool:
        """Watch the feed at *url*; whether it was not watched already. See :func:`sayso.feeds.watch.watch`.

        Raises:
            Refused: It is no URL that can be fetched.
        """
        plain = target_of(url).url
        with self.writing():
            return feeds.put(self.connection, plain, connection.clock())

    def remove_feed(self, url: str) -> bool:
        """Watch the feed at *url* no more; whether it was watched. What it gave stays.

        Raises:
            Refused: It is no URL that can be fetched.
        """
        plain = target_of(url).url
        with self.writing():
            return feeds.remove(self.connection, plain)

    def feeds(self) -> list[ListedFeed]:
        """The feeds that are watched, in the order in which they came."""
        with connection.translated(self.path, self.connection):
            return feeds.listed(self.connection)

    def articles(self) -> Iterator[KeptArticle]:
        """All articles, in the order in which they first came."""
        for key in self._keys("SELECT id FROM articles WHERE current_reading_id IS NOT NULL ORDER BY id"):
            yield kept.article(self.connection, key)

    def article(self, name: str) -> KeptArticle:
        """The article *name*. Raises :class:`NotInLedger` where there is none."""
        return kept.article(self.connection, self._article_key(name))

    def attributions(self) -> Attributions:
        """All attributions as people left them, to go through or for ``to_pandas()``."""
        return Attributions(lambda: (each for one in self.articles() for each in kept.attributions(one)))

    def attribution(self, name: str) -> KeptAttribution:
        """The attribution *name*, with its corrections; as it was last found where the article no longer has it.

        Raises:
            NotInLedger: There is none.
        """
        article, attribution = self._statement(name)
        one = self.article(article)
        found = next((each for each in kept.attributions(one) if each.id == name), None)
        return found or kept.as_last_found(self.connection, one, attribution)

    def versions(self, name: str) -> list[Version]:
        """The versions of the article *name*, oldest first, with what changed. Raises :class:`NotInLedger`."""
        return kept.versions(self.connection, self._article_key(name))

    def search(
        self, words: str = "", filters: search.Filters | None = None, *, limit: int = _FOUND
    ) -> tuple[list[str], list[str]]:
        """The names of the attributions and of the articles that have all of *words*, best first.

        Args:
            words: All must be there, phrases in quotation marks; none find what passes the filters.
            filters: See :class:`sayso.ledger.search.Filters`.
            limit: Most of each.
        """
        asked = filters or search.Filters()
        with connection.translated(self.path, self.connection):
            return (
                search.attributions(self.connection, words, asked, limit=limit),
                search.articles(self.connection, words, asked, limit=limit),
            )

    def compare(self, *, owners: Mapping[str, Owner] | None = None, one_event: bool = False) -> KeptComparison:
        """Compare all articles as people left them, and keep what is found.

        What was compared before by the same versions, with nothing changed since, is not compared again.

        Args:
            owners: Who stands behind outlets; built in if left out.
            one_event: Take all as articles on one event.
        """
        known = built_in_owners() if owners is None else owners
        options = comparisons.Options(this_reader(), comparisons.owners_digest(known), one_event)
        number = None
        while number is None:
            number = self._compare_once(known, options)
        return self.comparison(number)

    def comparison(self, number: int | None = None) -> KeptComparison:
        """A comparison that was kept, with the articles as they were then: that of *number*, else the last asked for.

        Raises:
            NotInLedger: There is none.
            LedgerDamaged: It cannot be read.
        """
        with self.one_moment():
            wanted = comparisons.last(self.connection) if number is None else number
            try:
                found = None if wanted is None else comparisons.get(self.connection, wanted)
            except ValueError as error:
                raise LedgerDamaged(printable(str(self.path)), printable(str(error))[:200]) from error
        if found is None:
            raise self._missing("a comparison" if number is None else f"comparison {number}", _A_COMPARISON)
        return found

    def decide(self, name: str, made: Deciding, *, who: str) -> list[int]:
        """Store decisions of *who* on the attribution *name*, all or none.

        Args:
            name: The attribution.
            made: Gives the decisions, from the attribution with its corrections and its text; see
                :mod:`sayso.ledger.review`.
            who: The person.

        Returns:
            The numbers of the decisions.

        Raises:
            NotInLedger: There is no such attribution, or a judgement names another that is not there.
            Undecidable: From *made*.
        """
        with self.writing() as now:
            return self._decide(name, made, who, now)

    def decide_all(
        self, file: ImportedFile, made: Iterable[tuple[str, Deciding]], *, who: str
    ) -> list[list[int] | NotInLedger | Undecidable]:
        """Store the decisions of *who* that came in one file, and log the file where any came of it; all at once.

        Args:
            file: Where they come from.
            made: For each thing that was decided the attribution, and what :meth:`decide` takes.
            who: The person.

        Returns:
            For each the numbers of its decisions, or why there is none.
        """
        with self.writing() as now:
            done = [self._decided(name, each, who, now) for name, each in made]
            decided = sum(len(each) for each in done if isinstance(each, list))
            refused = file.refused + sum(not isinstance(each, list) for each in done)
            if decided:
                imports.put(self.connection, file, decided=decided, refused=refused, who=who, now=now)
        return done

    def undo(self, number: int, *, who: str) -> int:
        """Take back one's own decision; both rows stay. Raises :class:`Undecidable` for any other."""
        with self.writing() as now:
            statement_id, attribution_id, new = review.undo(self.connection, number, who)
            return self._put(statement_id, attribution_id, new, who, now)

    def decisions(self, name: str | None = None) -> list[Decision]:
        """All decisions, oldest first, or those on the attribution or article *name*, or that name it as the other."""
        if name is None:
            return decisions.get(self.connection)
        return decisions.get(
            self.connection,
            "? IN (s.name, o.name) OR (SELECT id FROM articles WHERE name = ?) IN (s.article_id, o.article_id)",
            name, name,
        )  # fmt: skip

    def conflicts(self) -> Iterator[Conflict]:
        """Decisions that need a person, by article."""
        return kept.conflicts(self.connection)

    def forget(self, name: str, *, who: str) -> bool:
        """Forget the article *name*: its bytes, words, readings and decisions, and the comparisons that it was in.

        The log keeps that they were there.

        Returns:
            Whether nothing is left in the file and beside it; not while another program has the ledger open, after
            which :meth:`doctor` does the rest.

        Raises:
            NotInLedger: There is no such article.
        """
        key = self._article_key(name)
        with self.writing() as now:
            forget.forget_article(self.connection, key, who=who, now=now)
        return self._swept()

    def forget_decision(self, number: int, *, who: str) -> bool:
        """Forget one decision, say for a name in a note, and the comparisons that it shaped.

        Gives and raises what :meth:`forget` does.
        """
        with self.writing() as now:
            if not self.connection.execute("SELECT 1 FROM decisions WHERE id = ?", (number,)).fetchone():
                raise self._missing(f"decision {number}", "the number of a decision")
            forget.forget_decision(self.connection, number, who=who, now=now)
        return self._swept()

    def doctor(self) -> list[doctor.Finding]:
        """Look at the file, the indexes and the log's caches, and mend what can be mended."""
        with self.writing():
            found = doctor.examine(self.connection)
        with connection.translated(self.path, self.connection):
            return [*found, doctor.tidy(self.connection)]

    def merge(self, other: Ledger) -> merge.Merged:
        """Copy into this ledger what *other* has and it has not; the other stays as it is.

        Comparisons are not copied: they are of all that the other holds, which is not all that this one holds then.
        """
        total = merge.Merged()
        attributions: merge.Pairs = {}
        for key in merge.article_keys(other.connection):
            with self.writing() as now:
                copied, found = merge.merge_article(self.connection, other.connection, key, now)
            total += copied
            attributions |= found
        with self.writing() as now:
            return total + merge.merge_decisions(self.connection, other.connection, attributions, now)

    def verify(self, verifier: VerifierKey | None = None, published: Sequence[str] = ()) -> verify.Verified:
        """Check everything against the log. See :func:`sayso.ledger.verify.verify`.

        Args:
            verifier: The public key; without one that which the ledger itself names, which proves less.
            published: Checkpoints from elsewhere.

        Raises:
            Unproven: The first thing that is wrong.
            LedgerDamaged: The file cannot be read to its end.
        """
        from sayso.ledger import signing  # noqa: PLC0415 - brings cryptography, which reading does without

        try:
            with self.one_moment():
                key = verifier or signing.own_verifier(self.connection)
                return verify.verify(self.connection, key, published)
        # A damaged file may give anything where a number, a word or a table should be.
        except (sqlite3.Error, ValueError, TypeError, IndexError) as error:
            raise LedgerDamaged(printable(str(self.path)), printable(str(error))[:200]) from error

    @property
    def origin(self) -> str:
        """The name of the ledger's log, which its checkpoints carry."""
        (found,) = self.connection.execute("SELECT origin FROM ledger").fetchone()
        return str(found)

    @property
    def own_key(self) -> VerifierKey | None:
        """The public key that the ledger names as its own; ``None`` before the first checkpoint."""
        from sayso.ledger import signing  # noqa: PLC0415 - brings cryptography, which reading does without

        return signing.own_verifier(self.connection)

    def checkpoint(self, signer: SignerKey) -> str:
        """The signed lines that say what the log is now. Raises :class:`KeyUnusable` for another key than before."""
        from sayso.ledger import signing  # noqa: PLC0415 - brings cryptography, which reading does without

        with self.writing():
            return signing.sign(self.connection, signer)

    def prove(self, name: str, *, who: str) -> str:
        """A proof, as a file's content, that the ledger held the article or attribution *name* as it is read now.

        It opens the whole text and all its attributions. That it was given out is logged.

        Raises:
            NotInLedger: There is no such article or attribution.
            Unproven: No checkpoint was signed since.
        """
        from sayso.ledger import signing  # noqa: PLC0415 - brings cryptography, which reading does without
        from sayso.ledger.proof import proof_json  # noqa: PLC0415

        row = self.connection.execute(
            "SELECT current_reading_id FROM articles WHERE name = ?"
            " UNION ALL SELECT max(a.reading_id) FROM statements s JOIN attributions a ON a.statement_id = s.id"
            " WHERE s.name = ? GROUP BY s.id",
            (name, name),
        ).fetchone()
        if row is None:
            raise self._missing(name, "the name of an article or attribution")
        with self.writing() as now:
            proof, position = signing.prove(self.connection, EntryKind.READING, row[0], name)
            signing.put_export(self.connection, "proof", position, who=who, now=now)
        return proof_json(proof)

    def held(self, name: str, comparison: int | None = None) -> Held:
        """How the ledger holds the article *name* as it is read now, or as it was read for a comparison, with proofs.

        Raises:
            NotInLedger: There is no such article, or it was not in that comparison.
            Unproven: The ledger was altered.
        """
        from sayso.ledger.held import held, reading_in  # noqa: PLC0415 - brings cryptography, which reading does without

        with self.one_moment():
            key = self._article_key(name)
            if comparison is None:
                (reading,) = self.connection.execute(
                    "SELECT current_reading_id FROM articles WHERE id = ?", (key,)
                ).fetchone()
            else:
                reading = reading_in(self.connection, comparison, name)
            if reading is None:
                raise self._missing(name, f"an article of comparison {comparison}")
            return held(self.connection, reading)

    def is_current(self, compared: KeptComparison) -> bool:
        """Whether comparing again, in the same way, would compare the same: no article and no decision is new since."""
        with self.one_moment():
            prepared = comparisons.prepare(self.connection, list(self.articles()), compared.options)
            return comparisons.find(self.connection, prepared.key) == compared.number

    @property
    def last_checkpoint(self) -> str | None:
        """The signed lines of the last checkpoint; ``None`` before the first."""
        from sayso.ledger import signing  # noqa: PLC0415 - brings cryptography, which reading does without

        return signing.last_note(self.connection)

    @property
    def deletions(self) -> int:
        """How many times something was forgotten."""
        (found,) = self.connection.execute("SELECT count(*) FROM deletions").fetchone()
        return int(found)

    def log_export(self, what: str, entries: Iterable[int], *, who: str) -> None:
        """Write down, and log, that words were given out: a row for each of the *entries* that they are of.

        Args:
            what: The form, with the filter and how much there is of it; no name, since it outlives what is forgotten.
            entries: Their positions in the log.
            who: The person.
        """
        from sayso.ledger import signing  # noqa: PLC0415 - brings cryptography, which reading does without

        with self.writing() as now:
            for position in entries:
                signing.put_export(self.connection, what, position, who=who, now=now)

    def export_wacz(self, out: Path, *, who: str) -> wacz.Exported:
        """Write a web archive of all originals, with the ledger in it, to *out*; it is there whole or not at all.

        That it was written is logged, in the ledger and so in the copy of it too.

        Raises:
            LedgerUnwritable: The export cannot be logged.
            OSError: *out* cannot be written.
        """
        from sayso.ledger import signing  # noqa: PLC0415 - brings cryptography, which reading does without

        with self.writing() as now:
            signing.put_export(self.connection, "wacz", log.frontier(self.connection).size, who=who, now=now)
        partial = out.with_name(f"{out.name}.partial")
        try:
            with connection.translated(self.path, self.connection), partial.open("wb") as written:
                done = wacz.write_wacz(self.connection, written, title=self.path.stem, now=now)
            partial.replace(out)
        finally:
            partial.unlink(missing_ok=True)
        return done

    def _compare_once(self, owners: Mapping[str, Owner], options: comparisons.Options) -> int | None:
        """The number of the comparison; ``None`` where some of what was compared was forgotten meanwhile."""
        with self.one_moment():
            prepared = comparisons.prepare(self.connection, list(self.articles()), options)
            known = comparisons.find(self.connection, prepared.key)
        found = None
        if known is None:
            found = compare(
                prepared.articles, owners=owners, judgements=prepared.judgements, one_event=options.one_event
            )  # fmt: skip
        with self.writing() as now:
            # Nobody waited while that went on, so that somebody else may have kept the same, too.
            number = comparisons.find(self.connection, prepared.key)
            if number is None and found is not None and comparisons.is_whole(self.connection, prepared):
                number = comparisons.put(self.connection, prepared, found, now)
            if number is not None:
                comparisons.set_last(self.connection, number)
        return number

    @contextlib.contextmanager
    def one_moment(self) -> Iterator[None]:
        """What is read inside is of one moment of the ledger, whoever writes meanwhile; it may be nested."""
        with connection.translated(self.path, self.connection):
            if self.connection.in_transaction:
                yield
                return
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    def _swept(self) -> bool:
        with connection.translated(self.path, self.connection):
            return forget.sweep(self.connection)

    def _decided(self, name: str, made: Deciding, who: str, now: str) -> list[int] | NotInLedger | Undecidable:
        """As :meth:`_decide`; what cannot be decided is a value, since the others are decided all the same."""
        try:
            return self._decide(name, made, who, now)
        except (NotInLedger, Undecidable) as error:
            return error

    def _decide(self, name: str, made: Deciding, who: str, now: str) -> list[int]:
        found = review.target(self.connection, name)
        if found is None:
            raise self._missing(name, _A_STATEMENT)
        statement_id, attribution_id, attribution, text, digest = found
        so_far = standing(decisions.get(self.connection, "s.id = ?", statement_id)).applying_to(digest)
        news = made(corrected(attribution, so_far, text), text)
        for new in news:
            if new.other is not None and review.target(self.connection, new.other) is None:
                raise self._missing(new.other, _A_STATEMENT)
        return [self._put(statement_id, attribution_id, new, who, now) for new in news]

    def _put(self, statement_id: int, attribution_id: int, new: New, who: str, now: str) -> int:
        number = decisions.put(self.connection, statement_id, attribution_id, new, who=who, at=now)
        log.append(self.connection, EntryKind.CORRECTION, number, now)
        return number

    def _keys(self, query: str) -> list[int]:
        with connection.translated(self.path, self.connection):
            return [key for (key,) in self.connection.execute(query)]

    def _article_key(self, name: str) -> int:
        row = self.connection.execute(
            "SELECT id FROM articles WHERE name = ? AND current_reading_id IS NOT NULL", (name,)
        ).fetchone()
        if row is None:
            raise self._missing(name, _AN_ARTICLE)
        return int(row[0])

    def _statement(self, name: str) -> tuple[str, Attribution]:
        found = review.target(self.connection, name)
        if found is None:
            raise self._missing(name, _A_STATEMENT)
        (article,) = self.connection.execute(
            "SELECT articles.name FROM statements s JOIN articles ON articles.id = s.article_id WHERE s.id = ?",
            found[:1],
        ).fetchone()
        return article, found[2]

    def _missing(self, name: str, wanted: str) -> NotInLedger:
        return NotInLedger(printable(str(self.path)), printable(name), wanted)


def open_ledger(path: str | Path, *, write: bool = True) -> Ledger:
    """Open the ledger at *path*.

    Args:
        path: The file.
        write: Without it nothing is written, not even what an interrupted writer left to be tidied up.

    Raises:
        NotALedger: The file is missing, something else, or made by another version of Sayso.
        LedgerDamaged: It cannot be read.
    """
    where = Path(path)
    opened = connection.open_file(where, write=write)
    try:
        with connection.translated(where, opened):
            if write:
                schema.migrate(opened, connection.clock())
            elif schema.missing(opened):
                found = "a ledger of an earlier version of Sayso, or one not finished, which `sayso doctor` mends"
                raise NotALedger(printable(str(path)), found)
    except BaseException:
        opened.close()
        raise
    return Ledger(where, opened)


def new_ledger(path: str | Path) -> Ledger:
    """Make an empty ledger at *path* and open it. Raises :class:`LedgerExists` for a file with anything in it."""
    where = Path(path)
    if where.exists() and (where.is_dir() or where.stat().st_size):
        raise LedgerExists(printable(str(path)))
    opened = connection.open_file(where, write=True, create=True)
    try:
        with connection.translated(where, opened):
            schema.migrate(opened, connection.clock())
    except BaseException:
        opened.close()
        raise
    return Ledger(where, opened)
