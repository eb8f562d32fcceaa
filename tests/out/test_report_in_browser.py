"""The report in Chromium: on a desk, on a telephone, on paper, and for who reads it with a screen reader."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator

import pytest

from sayso.out.report import Asked, Redaction, report
from tests.browser import Browser, chromium, complaints, in_browser

pytestmark = in_browser


@pytest.fixture(scope="module")
def browser(tmp_path_factory) -> Iterator[Browser]:
    """A browser for all tests here."""
    with chromium(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture(params=[Redaction(), Redaction(witnesses=True)], ids=["whole", "redacted"])
def page(request, signed, tmp_path):
    """The file of a report."""
    path = tmp_path / "report.html"
    path.write_text(report(signed, Asked(events=("e1",)), request.param)[0], encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [390, 1280])
def test_loads_quietly_and_fits(browser, page, width):
    """It asks for nothing but itself, the policy has nothing to complain of, and only its tables scroll."""
    browser.open(page, width)
    assert browser.seen("Log.entryAdded") == []
    assert [sent["request"]["url"] for sent in browser.seen("Network.requestWillBeSent")] == [page.as_uri()]
    assert browser.value("document.documentElement.scrollWidth <= innerWidth") is True


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser, page, width, scheme):
    """No rule of axe is broken, with everything that folds opened, in either scheme of colours."""
    browser.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    assert complaints(browser, page, width=width) == []


def test_a_browser_finds_the_proofs(browser, page):
    """Each data block is JSON to the browser, and nothing of it is run."""
    browser.open(page, 1280)
    blocks = browser.value("[...document.querySelectorAll('script')].map(each => each.textContent)")
    assert {json.loads(block)["format"] for block in blocks} == {"sayso-proof/1"}
    assert len(blocks) == 8


def test_all_that_matters_is_printed(browser, page):
    """On paper nothing that is cited is folded away; script and proofs, which nobody can type, are named instead."""
    browser.open(page, 794)
    browser.ask("Emulation.setEmulatedMedia", media="print")
    printed = " ".join(browser.value("document.body.innerText").split())
    browser.ask("Emulation.setEmulatedMedia", media="")
    for words in ("killed 12 people", "Before you rely on it", "Public key", "sayso.ledger/", "not in this print"):
        assert words in printed
    assert "def root_from" not in printed
    pdf = base64.b64decode(browser.ask("Page.printToPDF", preferCSSPageSize=True)["data"])
    assert 3 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 12
