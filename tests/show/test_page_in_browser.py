"""The page in Chromium, at the widths of a desk and of a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso import Article
from sayso.show import write_comparison_page, write_page
from tests.browser import Browser, chromium, complaints, in_browser

pytestmark = in_browser

BOXES = """
(() => [".text", ".notes"].map(kind => [...document.querySelectorAll(kind)].map(element => {
  const box = element.getBoundingClientRect();
  return {left: box.left, right: box.right, top: box.top, bottom: box.bottom};
})))()
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory) -> Iterator[Browser]:
    """A browser for all tests here."""
    with chromium(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture(scope="module")
def page(tmp_path_factory, harbour, french) -> Path:
    """A page of two articles."""
    path = tmp_path_factory.mktemp("page") / "page.html"
    with path.open("w", encoding="utf-8") as out:
        write_page([harbour, french], out)
    return path


def test_loads_quietly(browser, page):
    """The policy lets the style through and nothing else is asked for: no console message, no request but the page."""
    browser.open(page, 1280)
    assert browser.seen("Log.entryAdded") == []
    assert [sent["request"]["url"] for sent in browser.seen("Network.requestWillBeSent")] == [page.as_uri()]
    assert browser.value("getComputedStyle(document.querySelector('mark')).textDecorationLine") == "underline"


def test_notes_beside_the_text(browser, page):
    """On a wide screen each note stands to the right of the text, level with its paragraph."""
    browser.open(page, 1280)
    texts, notes = browser.value(BOXES)
    beside = [texts[1], texts[2]]
    assert len(notes) == len(beside)
    assert all(note["left"] > text["right"] for note, text in zip(notes, beside, strict=True))
    assert all(text["top"] <= note["top"] < text["bottom"] + 100 for note, text in zip(notes, beside, strict=True))


def test_notes_under_the_text(browser, page):
    """On a telephone each note stands under its paragraph, and nothing is wider than the screen."""
    browser.open(page, 390)
    texts, notes = browser.value(BOXES)
    assert all(note["top"] >= text["bottom"] - 8 for note, text in zip(notes, texts[1:3], strict=True))
    assert browser.value("document.documentElement.scrollWidth <= innerWidth") is True


def test_reached_by_keyboard(browser, page):
    """The first press of Tab shows the way past the head of the page."""
    browser.open(page, 1280)
    for kind in ("rawKeyDown", "keyUp"):
        browser.ask("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    assert browser.value("document.activeElement.className + document.activeElement.hash") == "skip#articles"
    assert browser.value("document.activeElement.getBoundingClientRect().left >= 0") is True


def test_any_character_survives_the_browser(browser, tmp_path):
    """What the browser holds is the article's text, controls and joiners included."""
    text = "a\x00b\x1b[2Jc\u202ed\ufeffe\ufffff <b>&amp;</b> می\u200cخواهم \U0001f4f0"
    path = tmp_path / "page.html"
    with path.open("w", encoding="utf-8") as out:
        write_page([Article("a", text, language="en")], out)
    browser.open(path, 1280)
    found = browser.value("document.querySelector('.text').textContent")
    assert found == text.replace("\x00", "U+0000").replace("\x1b", "U+001B").replace("\u202e", "U+202E")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_comparison_fits_and_loads_quietly(browser, tmp_path, disputed, width):
    """A comparison asks for nothing, logs nothing, and only its tables scroll, on a desk and on a telephone."""
    path = tmp_path / "page.html"
    with path.open("w", encoding="utf-8") as out:
        write_comparison_page(disputed(), out)
    browser.open(path, width)
    assert browser.seen("Log.entryAdded") == []
    assert [sent["request"]["url"] for sent in browser.seen("Network.requestWillBeSent")] == [path.as_uri()]
    assert browser.value("document.documentElement.scrollWidth <= innerWidth") is True


def test_axe_finds_nothing_on_the_page(browser, page):
    """Who reads with a screen reader, without colour or by keyboard gets all of the page."""
    assert complaints(browser, page) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_a_comparison(browser, tmp_path, disputed, width):
    """The same holds for a comparison, with its timeline, table of claims and two sides of a dispute."""
    path = tmp_path / "page.html"
    with path.open("w", encoding="utf-8") as out:
        write_comparison_page(disputed(), out)
    assert complaints(browser, path, width=width) == []
