"""Values without the names that are to go: whatever is made from them afterwards cannot give one away.

Every string in a value is cleaned, whatever field it stands in, and every span is moved to where its words are now, so
that a field that is added some day is covered too.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, TypeVar, cast

from sayso.article import Article, Span
from sayso.attribute import READ_LANGUAGES
from sayso.claim import Copy
from sayso.compare.copies.quotations import ReusedQuotation
from sayso.out.redact.names import Names

LEFT_OUT = "[Text left out: it is in a language in which names cannot be looked for.]"
_FROM_HASH = re.compile("[0-9a-f]{8}")
Value = TypeVar("Value")


@dataclasses.dataclass(frozen=True, slots=True)
class Edited:
    """A text after names were taken out; ``cuts`` are where each stood before and where its label stands now."""

    text: str
    cuts: Sequence[tuple[Span, Span]]

    def moved(self, span: Span) -> Span:
        """Where the words of *span* are now; of a name that it cut, all of the label."""
        start, end = self._moved(span.start, lambda now: now.start), self._moved(span.end, lambda now: now.end)
        return Span(start, max(start, end))

    def _moved(self, place: int, edge: Callable[[Span], int]) -> int:
        shift = 0
        for was, now in self.cuts:
            if was.start < place < was.end:
                return edge(now)
            if was.end <= place:
                shift = now.end - was.end
        return min(place + shift, len(self.text))


class Redactor:
    """Takes names out of articles and of all that points into them.

    Args:
        names: What is to go.
        articles: All articles that any value points into, as they are.
        also: Whether something else that is given away with an article, by its id, holds a name.
    """

    def __init__(self, names: Names, articles: Iterable[Article], *, also: Callable[[str], bool]) -> None:
        self._names = names
        self._edits: dict[str, Edited] = {}
        self._ids: dict[str, str] = {}
        self._touched: set[str] = set()
        for number, article in enumerate(articles, start=1):
            self._edits[article.id] = self._edited(article)
            if self._changes(article) or also(article.id):
                self._touched.add(article.id)
            self._ids |= self._new_ids(article, number)

    def touched(self, article: Article) -> bool:
        """Whether anything of an article, as it was before, is taken out: any field of it, its addresses too."""
        return article.id in self._touched

    def count(self, article: Article) -> int:
        """How many names are taken out of an article's text."""
        return len(self._edits[article.id].cuts)

    def article(self, article: Article) -> Article:
        """An article without the names, and without its addresses where anything was taken out.

        Whoever has the address has the name; so has whoever sees the name of a file that was called after somebody.
        """
        edited = self._edits[article.id]
        if article.language not in READ_LANGUAGES:
            return Article(self._ids.get(article.id, article.id), edited.text, outlet=self.value(article.outlet),
                           date=article.date, title=LEFT_OUT, language=article.language)  # fmt: skip
        rest = dataclasses.replace(article, text="", path=None, url=None) if self.touched(article) else article
        return cast("Article", dataclasses.replace(self._fields(rest, article.id), text=edited.text))

    def value(self, value: Value) -> Value:
        """Any value that holds no article, such as an event, without the names."""
        return cast("Value", self._value(value, None))

    def _edited(self, article: Article) -> Edited:
        if article.language not in READ_LANGUAGES:
            return Edited(LEFT_OUT, [(Span(0, len(article.text)), Span(0, len(LEFT_OUT)))])
        parts, cuts, at, length = [], [], 0, 0
        for found in self._names.find(article.text):
            label = self._names.label(found)
            length += found.start - at
            parts += [article.text[at : found.start], label]
            cuts.append((Span(found.start, found.end), Span(length, length + len(label))))
            at, length = found.end, length + len(label)
        return Edited("".join([*parts, article.text[at:]]), cuts)

    def _new_ids(self, article: Article, number: int) -> dict[str, str]:
        """Others for identifiers that hold a name, or that were made from the hash of what held it."""
        own = {article.id: f"article-{number}"}
        own |= {each.id: f"article-{number}.{n}" for n, each in enumerate(article.attributions or (), start=1)}
        from_hash = self.touched(article) and _FROM_HASH.match(article.id)
        return {was: now for was, now in own.items() if from_hash or self._names.hinted_in(was)}

    def _changes(self, article: Article) -> bool:
        addresses = (article.id, article.path or "", article.url or "")
        if any(map(self._names.hinted_in, addresses)) or self._edits[article.id].text != article.text:
            return True
        return bool(self._value(article, article.id) != article)

    def _value(self, value: Any, article: str | None) -> Any:
        """*value* cleaned; its spans point into *article* where it does not say into which one."""
        match value:
            case Enum():
                found: Any = value
            case str():
                found = self._ids.get(value) or self._names.clean(value)
            case Span():
                found = self._edits[article].moved(value) if article in self._edits else value
            case Copy():
                found = self._copy(value)
            case ReusedQuotation():
                found = self._quotation(value)
            case Mapping():
                found = self._mapping(value, article)
            case tuple() | list():
                found = tuple(self._value(each, article) for each in value)
            case _:
                found = self._fields(value, article) if dataclasses.is_dataclass(value) else value
        return found

    def _fields(self, value: Any, article: str | None) -> Any:
        inside = getattr(value, "article", article)
        fields = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
        return dataclasses.replace(value, **{name: self._value(each, inside) for name, each in fields.items()})

    def _mapping(self, value: Mapping[Any, Any], article: str | None) -> dict[Any, Any]:
        """Keys that become one by cleaning stay apart: each counts something."""
        found: dict[Any, Any] = {}
        for key, each in value.items():
            clean = again = self._value(key, article)
            number = 1
            while clean in found:
                number += 1
                clean = f"{again} ({number})"
            found[clean] = self._value(each, article)
        return found

    def _copy(self, copy: Copy) -> Copy:
        a, b = self._edits[copy.a], self._edits[copy.b]
        shared = [dataclasses.replace(each, in_a=a.moved(each.in_a), in_b=b.moved(each.in_b)) for each in copy.shared]
        rest = self._fields(dataclasses.replace(copy, shared=()), None)
        return cast("Copy", dataclasses.replace(rest, shared=tuple(shared)))

    def _quotation(self, quotation: ReusedQuotation) -> ReusedQuotation:
        """A version's removed words are spans of the fullest one's article."""
        full = quotation.versions[0].article
        versions = tuple(
            dataclasses.replace(self._value(each, None), removed=self._value(each.removed, full))
            for each in quotation.versions
        )
        return dataclasses.replace(quotation, source=self._value(quotation.source, None), versions=versions)
