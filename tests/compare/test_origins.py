"""Where a claim comes from."""

import pytest

from sayso.claim import Copy, CopyKind
from sayso.compare.basis import standing_of
from sayso.compare.claims import claims_in
from sayso.compare.owners import Owner, built_in_owners, outlet_key, read_owners

CLAIM = "[the dam above Corrin had burst at night]"


def origins(*articles, copies=(), owners=None):
    """The origins of the one claim that the articles make."""
    [claim] = claims_in(standing_of(articles, copies, owners=owners)).claims
    return tuple(claim.origins)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("{Omar Abdel Rahim} <said>", "{Umar Abdurrahim} <said>", ("Omar Abdel Rahim / Umar Abdurrahim",)),
        ("{The Harbour Watch} <said>", "{Ada Byrne, spokeswoman for the Harbour Watch,} <said>", ("Harbour Watch",)),
        ("{A farmer} <said>", "{The mayor} <said>", ("farmer", "mayor")),
        ("{A farmer} <told> Reuters", "{Reuters} <reported>", ("farmer",)),
        ("{It} <was said>", "{The mayor} <said>", ("mayor",)),
    ],
)
def test_who_is_one_source(one, other, found, article):
    """Spellings of a name, a body and its spokeswoman, a source and who passed it on; the unnamed add nothing."""
    assert origins(article("a", f"{one} {CLAIM}."), article("b", f"{other} {CLAIM}.")) == found


def test_joint_sources_are_two(article):
    """Two that say it together are two, but a body with "and" in its name is one."""
    told = article("a", f"{{The mayor and farmers}} <said> {CLAIM}.")
    body = article("b", f"{{The Office for Roads and Bridges}} <said> {CLAIM}.")
    assert origins(told, body) == ("mayor", "farmers", "Office for Roads and Bridges")


def test_a_state_and_its_agency_are_one(article):
    """A state's agency passes on what its spokesmen say: not counted apart, all names shown."""
    agency = article("a", f"{{SANA}} <reported> {CLAIM}.")
    minister = article("b", f"{{The Syrian government}} <said> {CLAIM}.")
    assert origins(agency, minister) == ("SANA / Syrian government",)


def test_nobody_is_not_stated(article):
    """A claim whose source nobody names comes from nowhere that can be told."""
    unnamed = [article(name, f"It <is believed> that {CLAIM}.") for name in "ab"]
    assert origins(*unnamed) == ("not stated",)


def test_an_outlets_own_staff(article):
    """What an outlet's own reporter saw is its own reporting, named."""
    seen = [article(name, f"{{A Corrin Post reporter}} <said> {CLAIM}.", outlet="Corrin Post") for name in "ab"]
    assert origins(*seen) == ("outlet's own reporting: Corrin Post",)


def test_one_text_and_one_family_are_counted_once(article):
    """Two prints of one text are one text; two outlets of one owner are one publisher."""
    owners = {"post": Owner("Quay Press", None, "one company"), "beacon": Owner("Quay Press", None, "one company")}
    articles = [
        article(name, f"{{The mayor}} <said> {CLAIM}.", outlet=outlet)
        for name, outlet in zip("abc", ("Post", "Beacon", "Standard"), strict=True)
    ]
    copies = [Copy("c", "a", CopyKind.SAME_TEXT, None, ())]
    [claim] = claims_in(standing_of(articles, copies, owners=owners)).claims
    assert (claim.basis.publishers, claim.basis.texts) == (
        {"Quay Press": ("a", "b"), "Standard": ("c",)},
        {"a": ("a", "c"), "b": ("b",)},
    )


def test_every_owner_has_a_reason():
    """The file that collapses outlets says why, line by line, and has states by their code."""
    owners = built_in_owners()
    assert owners[outlet_key("Al-Manar TV")] == Owner("Al-Manar", None, "channel of Hezbollah, a party, not a state")
    assert all(each.reason and (each.state is None or len(each.state) == 2) for each in owners.values())


def test_a_line_that_is_none_is_named():
    """A line with a field too few is refused with its number."""
    with pytest.raises(ValueError, match="line 2 of the owners has 3 fields; wanted four"):
        read_owners("# ours\npost\tQuay Press\t-")
