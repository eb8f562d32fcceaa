"""The product as it is holds its floors."""

import pytest

from evaluation import __main__ as command


@pytest.mark.slow
def test_the_product_holds_its_floors(shared, capsys):
    """A whole run of the evaluation ends well: no figure below its floor, no gold changed."""
    status = command.main(["--shared", str(shared)])
    assert (status, capsys.readouterr().err) == (0, "")
