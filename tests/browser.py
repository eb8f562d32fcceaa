"""A headless Chromium for tests of pages, and axe, which looks at them as a screen reader's user would.

axe-core is under the MPL 2.0 and is not shipped: npm fetches it into the user's cache the first time.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = "4.14.1"
_CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "sayso-tests"

in_browser = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium"),
    pytest.mark.skipif(os.name == "nt", reason="talks to Chromium through POSIX pipes"),
]
"""Marks of the modules whose tests open pages."""

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-quic", "--remote-debugging-pipe"),
)


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
        """What an expression is in the page, or comes to; ``None`` for nothing that JSON has."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        return answer["result"].get("value")

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


def axe() -> str:
    """The script of axe-core; the test is skipped where it cannot be had."""
    script = _CACHE / f"axe-{AXE}.min.js"
    if not script.exists():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("no axe-core here, and no npm to fetch it: apt-get install npm")
        _CACHE.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            [npm, "pack", "--silent", f"axe-core@{AXE}"], cwd=_CACHE, capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip(f"npm could not fetch axe-core: {done.stderr.decode(errors='replace')[-200:]}")
        with tarfile.open(_CACHE / f"axe-core-{AXE}.tgz") as package:
            member = package.extractfile("package/axe.min.js")
            assert member
            script.write_bytes(member.read())
    return script.read_text(encoding="utf-8")


def complaints(browser: Browser, page: Path, *, width: int = 1280) -> list[str]:
    """What axe finds wrong with a page: the rule and the elements; what folds is opened first."""
    browser.open(page, width)
    browser.value("document.querySelectorAll('details').forEach(each => each.open = true)")
    browser.value(axe() + ";0")
    violations = browser.value("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
    return [f"{rule}: {html[:160]}" for rule, elements in violations for html in elements]
