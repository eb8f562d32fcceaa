"""Who becomes an entity in other programs, and who never does."""

import pytest

from sayso.attribution import Attribution, Quotation, SourceKind
from sayso.out.standards.speaker import Nature, speaker


def said_by(name, kind="official", *, named=True, **fields):
    """Who that is, as an entity."""
    one = Attribution("1.1", (), (), (), None, False, Quotation.INDIRECT, source_name=name, named=named,
                      source_kind=SourceKind(kind), **fields)  # fmt: skip
    return speaker(one)


@pytest.mark.parametrize("kind", ["witness_or_resident", "unnamed_official", "unnamed_other", "document"])
def test_private_and_unnamed_are_nobody(kind):
    """A witness with a full name and a calling is no entity."""
    assert said_by("Ada Byrne", kind, source_role="baker") is None


def test_doctor_is_private_and_hospital_public():
    """Who speaks in a hospital is nobody, the hospital is a body."""
    assert said_by("Ada Byrne", "medical", source_role="doctor") is None
    assert said_by("Port Ada Hospital", "medical").nature is Nature.BODY


@pytest.mark.parametrize("name", ["the ministry", "Byrne", "the Beacon correspondent", "Ada Byrne and Joren Hask",
                                  "Ministry of Works; residents"])  # fmt: skip
def test_what_names_nobody_in_another_article_is_no_entity(name):
    """Descriptions, single words and several together would make one entity of many."""
    assert said_by(name) is None


@pytest.mark.parametrize(("name", "fields", "nature"), [
    ("Ada Byrne", {"source_role": "mayor"}, Nature.PERSON),
    ("Ministry of Works", {}, Nature.BODY),
    ("Selvany Quayside", {}, Nature.UNCLEAR),
])  # fmt: skip
def test_nature_is_said_where_the_name_or_a_post_tells(name, fields, nature):
    """A post makes a person, a body's word a body; what does not tell stays unclear."""
    assert said_by(name, **fields).nature is nature


def test_unnamed_by_its_role_is_nobody():
    """Somebody whom the article does not name has no entity, whatever the kind."""
    assert said_by("Ada Byrne", named=False) is None
