"""Who becomes a person or a body in other programs: public sources with a name, never witnesses or the unnamed.

Databases of people are searched for decades, by anybody. Somebody who told a reporter what they saw does not belong in
one; their words go out with the article, without an entry of their own.
"""

from __future__ import annotations

import dataclasses
from enum import StrEnum

from sayso.attribution import Attribution, SourceKind
from sayso.resolve import key_of
from sayso.resolve.mentions import Sort, mentions_of
from sayso.resolve.tokens import Words

_PUBLIC = frozenset({
    SourceKind.OFFICIAL, SourceKind.ARMED_GROUP, SourceKind.POLITICAL_GROUP, SourceKind.INTERNATIONAL_BODY,
    SourceKind.MONITOR_OR_NGO, SourceKind.MEDIA, SourceKind.EXPERT,
})  # fmt: skip


class Nature(StrEnum):
    """Whether a name is a person's or a body's, as far as it tells."""

    PERSON = "person"
    BODY = "body"
    UNCLEAR = "unclear"


@dataclasses.dataclass(frozen=True, slots=True)
class Speaker:
    """A public source. ``key`` is the same for all spellings of the name, in every article."""

    name: str
    nature: Nature
    key: str


def speaker(attribution: Attribution) -> Speaker | None:
    """The public source of an attribution; ``None`` for anybody else.

    A description (``the ministry``, ``the correspondent``) or a single word is nobody: in the next article it may mean
    another. So are several who speak together. A hospital is public, whoever speaks in one is not.

    Example:
        >>> from sayso.attribution import Quotation
        >>> said = Attribution("1.1", (), (), (), None, False, Quotation.INDIRECT, named=True)
        >>> official = dataclasses.replace(said, source_name="Ada Byrne", source_role="mayor", source_kind="official")
        >>> speaker(official)
        Speaker(name='Ada Byrne', nature=<Nature.PERSON: 'person'>, key='ada byrne')
        >>> speaker(dataclasses.replace(official, source_kind="witness_or_resident")) is None
        True
    """
    name = attribution.source_name
    key = key_of(name).value if attribution.named and name else None
    if name is None or key is None:
        return None
    nature = _nature(name, has_post=bool(attribution.source_role or attribution.source_affiliation))
    public = attribution.source_kind in _PUBLIC
    if not public and not (attribution.source_kind == SourceKind.MEDICAL and nature is Nature.BODY):
        return None
    if ";" in name or (nature is not Nature.BODY and " and " in name):  # several who speak together
        return None
    return Speaker(name, nature, key)


def _nature(name: str, *, has_post: bool) -> Nature:
    words = Words(name)
    found = mentions_of(words, frozenset())
    sorts = {mention.sort for mention in found}
    if sorts == {Sort.BODY}:
        return Nature.BODY
    # "The government of Ada Byrne" has a person's name in it and is none.
    whole = len(found) == 1 and found[0].name[1] - found[0].name[0] == len(words.tokens)
    if (Sort.PERSON in sorts and (whole or has_post)) or (has_post and Sort.UNKNOWN in sorts):
        return Nature.PERSON
    return Nature.UNCLEAR
