"""Windows over long texts."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.attribute.windows import owners, windows_of

LENGTHS = st.integers(0, 5000)
SIZES = st.integers(20, 300)


def test_a_text_that_fits_has_one_window():
    """No window for nothing, one for what fits."""
    assert [windows_of(0), windows_of(7, size=10, margin=2)] == [[], [slice(0, 7)]]


@given(LENGTHS, SIZES)
def test_every_token_has_one_owner_that_sees_it_in_context(length, size):
    """Owners part the text; away from its ends each token has the margin on both sides in its owner's window."""
    margin = size // 8
    windows = windows_of(length, size, margin)
    assert [t for owner in owners(windows) for t in owner] == list(range(length))
    for window, owner in zip(windows, owners(windows), strict=True):
        assert window.stop - window.start <= size
        assert window.start == 0 or owner.start - window.start >= margin
        assert window.stop == length or window.stop - owner.stop >= margin
