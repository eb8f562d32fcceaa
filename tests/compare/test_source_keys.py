"""By what sources are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.source_keys import SourceKeys, same_source

KEYS = st.lists(st.sampled_from(["*", "own", "ada", "byrne", "harbour", "watch"]), max_size=3).map(tuple)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("ada", "byrne"), ("byrne",), True),
        (("ada", "byrne"), ("ada", "hask"), False),
        (("*", "SY"), ("*", "SY"), True),
        (("*", "SY"), ("SY",), False),
        (("own", "post"), ("post",), False),
        ((), ("byrne",), False),
        ((), (), False),
    ],
)
def test_who_is_one_source(one, other, same):
    """A short name is among the words of a long one; states and an outlet's own staff are only themselves."""
    assert same_source(one, other) is same_source(other, one) is same


@given(st.lists(KEYS, max_size=12), KEYS)
def test_what_is_found_is_what_trying_all_finds(keys, wanted):
    """Whatever the keys, the index finds those of one source, each by all its numbers."""
    index = SourceKeys()
    for number, key in enumerate(keys):
        index.add(key, number)
    assert index.numbers(wanted) == [number for number, key in enumerate(keys) if same_source(key, wanted)]
