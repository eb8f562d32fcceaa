"""The page in Chromium, at the widths of a desk and of a telephone."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sayso import Article
from sayso.show import write_comparison_page, write_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.skipif(os.name == "nt", reason="talks to Chromium through POSIX pipes"),
]

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-quic", "--remote-debugging-pipe"),
)

BOXES = """
(() => [".text", ".notes"].map(kind => [...document.querySelectorAll(kind)].map(element => {
  const box = element.getBoundingClientRect();
  return {left: box.left, right: box.right, top: box.top, bottom: box.bottom};
})))()
"""


class Browser:
    """One page in a headless Chromium, driven over its debugging pipe: no socket, no driver."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands, self._answers = os.fdopen(commands, "wb"), os.fdopen(answers, "rb")
        self._numbers = itertools.count(1)
        self._session: dict[str, str] = {}
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = {"sessionId": self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]}
        for domain in ("Page", "Log", "Network", "Runtime"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send one command, wait for its answer, keep the events that come before it."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters, **self._session}
        self._commands.write(json.dumps(message).encode() + b"\0")
        self._commands.flush()
        while (answer := self._next()).get("id") != number:
            self.events.append(answer)
        return answer["result"]

    def open(self, page: Path, width: int) -> None:
        """Load the page in a window of that width."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.events.clear()
        self.ask("Page.navigate", url=page.as_uri())
        while not self.seen("Page.loadEventFired"):
            self.events.append(self._next())

    def seen(self, method: str) -> list[dict[str, Any]]:
        """The events of one kind since the page was opened."""
        return [event["params"] for event in self.events if event.get("method") == method]

    def value(self, expression: str) -> Any:
        """What an expression is in the page."""
        return self.ask("Runtime.evaluate", expression=expression, returnByValue=True)["result"]["value"]

    def _next(self) -> dict[str, Any]:
        message = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            assert byte, "Chromium went away"
            message += byte
        return json.loads(message)


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """A running browser, which reads commands from descriptor 3 and answers on 4."""
    to_read, commands = os.pipe()
    answers, to_write = os.pipe()
    wire = f"import os, sys; os.dup2({to_read}, 3); os.dup2({to_write}, 4); os.execv(sys.argv[1], sys.argv[1:])"
    process = subprocess.Popen(
        [sys.executable, "-c", wire, CHROMIUM, *FLAGS, f"--user-data-dir={profile}"],
        pass_fds=(to_read, to_write),
        stderr=subprocess.DEVNULL,
    )
    os.close(to_read)
    os.close(to_write)
    try:
        yield Browser(commands, answers)
    finally:
        process.terminate()
        process.wait(20)


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
