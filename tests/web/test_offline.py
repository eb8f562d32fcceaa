"""Offline means offline: no verb connects to anything, and while it is asked for nothing can."""

import json
import os
import socket
import subprocess
import sys
from importlib import resources

import pytest
from click.testing import CliRunner

from sayso.cli import sayso_command
from sayso.errors import Offline, Refused
from tests.web.conftest import answer, fetcher

SAMPLE = str(resources.files("sayso") / "sample" / "05-08-four-outlets.jsonl")
# Every verb, on a ledger in the folder where they run, in an order in which they have something to do.
VERBS = [
    ["read", SAMPLE, "--html", "page.html"],
    ["new", "story.sayso"],
    ["new", "other.sayso"],
    ["add", "story.sayso", SAMPLE],
    ["add", "story.sayso", "--again"],
    ["list", "story.sayso"],
    ["show", "story.sayso", "05-selvany-television"],
    ["search", "story.sayso", "video"],
    ["review", "story.sayso", "05-selvany-television.1", "--accept", "--by", "dora"],
    ["compare", SAMPLE, "--html", "compared.html"],
    ["compare", "story.sayso"],
    ["checkpoint", "story.sayso", "--key", "key.pem"],
    ["prove", "story.sayso", "05-selvany-television"],
    ["verify", "story.sayso"],
    ["export", "story.sayso", "--format", "wacz", "story.wacz"],
    ["report", "story.sayso", "--article", "05-selvany-television", "report.html"],
    ["export", "story.sayso", "--format", "xlsx", "review.xlsx"],
    ["import", "story.sayso", "review.xlsx"],
    ["export", "story.sayso", "--format", "prov", "prov.json"],
    ["feed", "story.sayso", "add", "https://inlandpost.example/rss"],
    ["feed", "story.sayso", "list"],
    ["feed", "story.sayso", "remove", "https://inlandpost.example/rss"],
    ["watch", "story.sayso", "--once"],
    ["merge", "other.sayso", "story.sayso"],
    ["doctor", "story.sayso"],
    ["forget", "story.sayso", "05-selvany-television"],
]
RUN = """
import json, socket, sys
asked = []
GUARDED = ("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.send")
sys.addaudithook(lambda event, arguments: asked.append(event) if event.startswith(GUARDED) else None)
from sayso.cli import sayso_command
for verb in json.loads(sys.argv[1]):
    sayso_command(verb, standalone_mode=False)
print("verbs", json.dumps(asked))
socket.getaddrinfo("127.0.0.1", 80)
print("afterwards", json.dumps(asked))
"""


def test_full_run_connects_to_nothing(tmp_path):
    """Every verb is run, and the interpreter itself counts the connections and look-ups: none.

    That it counts at all is seen from the one look-up that follows.
    """
    assert {verb for verb, *_ in VERBS} == set(sayso_command.commands)
    done = subprocess.run(
        [sys.executable, "-c", RUN, json.dumps(VERBS)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.splitlines()[-2:]) == (0, ["verbs []", 'afterwards ["socket.getaddrinfo"]']), (
        done.stderr
    )


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_url_is_refused_and_nothing_asked(serve, monkeypatch):
    """While offline a URL is refused, in words, and its server hears nothing."""
    server = serve({"/1": answer()})
    monkeypatch.setenv("SAYSO_OFFLINE", "1")
    with fetcher() as one, pytest.raises(Refused, match="no network, as --offline says"):
        one.fetch(server.url("/1"))
    assert server.asked == []


@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize("value", ["0", "", "no", "False"])
def test_variable_that_says_no(serve, monkeypatch, value):
    """The variable can be switched off as others are."""
    server = serve({"/1": answer()})
    monkeypatch.setenv("SAYSO_OFFLINE", value)
    with fetcher() as one:
        assert one.fetch(server.url("/1")).status == 200


# Ways round everything of ours, each to a port where nobody listens.
ATTEMPTS = [
    lambda: socket.create_connection(("127.0.0.1", 1999), timeout=1),
    lambda: socket.getaddrinfo("inlandpost.example", 80),
    lambda: socket.gethostbyname("inlandpost.example"),
    lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"a", ("127.0.0.1", 1999)),
    lambda: socket.socket(socket.AF_INET).bind(("127.0.0.1", 0)),
]


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_nothing_else_connects_either(monkeypatch, attempt):
    """A library that opens a connection by itself is stopped by the interpreter."""
    monkeypatch.setenv("SAYSO_OFFLINE", "1")
    with pytest.raises(Offline, match="leave that out to let it"):
        attempt()


def test_processes_inherit_it(tmp_path):
    """A process that is started while offline is offline too, as soon as Sayso is in it."""
    script = "import sayso, socket; socket.create_connection(('127.0.0.1', 1999))"
    environment = {**os.environ, "SAYSO_OFFLINE": "1"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].startswith("sayso.errors.Offline: found that the network is asked for")


@pytest.mark.parametrize(
    "verb", [["read", "https://inlandpost.example/1"], ["add", "{}", "https://inlandpost.example/1"]]
)
def test_option_refuses_urls_and_is_gone_afterwards(tmp_path, verb):
    """`sayso --offline` names each URL that it does not fetch; the next command in this process is not offline."""
    ledger = tmp_path / "story.sayso"
    CliRunner().invoke(sayso_command, ["new", str(ledger)])
    done = CliRunner().invoke(sayso_command, ["--offline", *(word.format(ledger) for word in verb)])
    assert done.exit_code == 1
    assert "sayso: https://inlandpost.example/1: found a URL; wanted no network, as --offline says" in done.stderr
    assert "SAYSO_OFFLINE" not in os.environ


def test_time_stamp_is_refused(tmp_path):
    """A checkpoint is signed, and the authority is not asked."""
    pytest.importorskip("rfc3161_client")
    ledger = str(tmp_path / "story.sayso")
    CliRunner().invoke(sayso_command, ["new", ledger])
    CliRunner().invoke(sayso_command, ["add", ledger, SAMPLE])
    stamp = ["--timestamp", "https://tsa.example/", str(tmp_path / "stamp.tsr"), "--key", str(tmp_path / "key.pem")]
    done = CliRunner().invoke(sayso_command, ["--offline", "checkpoint", ledger, *stamp])
    assert "no network, as --offline says" in str(done.exception)
    assert not (tmp_path / "stamp.tsr").exists()
