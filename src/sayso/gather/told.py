"""An article whose text and data are given apart: by a wire's item, a letter, a document."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping

from sayso.article import Article, Credit
from sayso.gather.corrections import correction_in, noted_in_text
from sayso.gather.credits import credits_of
from sayso.gather.dates import iso_date
from sayso.gather.document import Document, content_id
from sayso.gather.headline import headline_span
from sayso.gather.language import UNKNOWN, language_of
from sayso.gather.text import bounded

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].{0,40})?", re.IGNORECASE | re.DOTALL)
_FIELDS = (
    "url", "outlet", "date_raw", "modified", "title", "byline", "credit", "dateline", "publisher",
    "source_organization",
)  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """What stands beside a text.

    Args:
        said: For each field of an article the place where it is said, and the words.
        text_from: Where the text stands.
        language: The language that is stated, with its place.
        own_id: The name that whoever made it gave it.
    """

    said: Mapping[str, tuple[str, str]]
    text_from: str
    language: tuple[str, str] | None = None
    own_id: str | None = None


def article_told(text: str, told: Told, document: Document, limit: int) -> Article:
    """The article of *text*, with what is told beside it, and what the text itself says where nothing is told.

    Raises:
        Refused: For a text that is blank or too long.
    """
    assert isinstance(document.payload, bytes)  # noqa: S101 - only a row's is not
    text = bounded(text, document.where, limit)
    plain = {name: (place, " ".join(words.split())) for name, (place, words) in told.said.items()}
    said = {name: plain[name][1] for name in _FIELDS if name in plain and plain[name][1]}
    places = {"date" if name == "date_raw" else name: plain[name][0] for name in said}
    found, correction = credits_of(text), correction_in(text)
    language, language_from = _language(text, told)
    return Article(
        id=told.own_id or content_id(document.header + document.payload),
        text=text,
        path=document.path,
        url=said.get("url") or document.url,
        outlet=said.get("outlet"),
        date=iso_date(said.get("date_raw", "")),
        date_raw=said.get("date_raw"),
        title=said.get("title"),
        title_span=headline_span(text, said.get("title")),
        byline=said.get("byline") or found.byline,
        credit=found.credit or (Credit(said["credit"]) if "credit" in said else None),
        dateline=said.get("dateline") or found.dateline,
        publisher=said.get("publisher"),
        source_organization=said.get("source_organization"),
        modified=iso_date(said.get("modified", "")),
        correction=correction,
        language=language,
        found_in={
            "text": told.text_from,
            **document.found_in,
            **places,
            **{name: place for name, place in found.found_in.items() if name == "credit" or name not in places},
            **noted_in_text(correction),
            "language": language_from,
        },
    )


def _language(text: str, told: Told) -> tuple[str, str]:
    found = language_of(text)
    if found == UNKNOWN and told.language and (code := _LANGUAGE.fullmatch(told.language[1].strip())):
        return code[1].lower(), told.language[0]
    return found, "py3langid"
